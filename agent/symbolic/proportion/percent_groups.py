"""A percent of a group, what percent of a group does something, and scores."""

import re
from fractions import Fraction
from typing import Any

from ..clauses import story
from ..nouns import plain_noun, same_thing, thing, word
from ..problem import Kind, Problem
from ..wording import Build, Rule
from .percent_words import PCT, PERSON, WHAT, A
from .percents import PERCENT_OF, PERCENT_WHOLE, WHAT_PERCENT


def _counted(kind: Kind) -> Build:
    """A part of things that are counted: it has to be whole."""

    def build(found: dict[str, Any]) -> Problem | None:
        problem = kind.problem(found)
        whole = problem is not None and Fraction(found["percent"]) * found["whole"] % 100 == 0
        return problem if whole else None

    return build


PEOPLE = (
    r"(?:students|pupils|children|people|boys|girls|members|players|adults|workers|employees|teachers|"
    r"marbles|beads|counters|balls|cars|books|animals|questions|flowers|trees|sweets|cards)"
)
GROUPS = "class|school|group|club|team|choir|bag|box|town|village|company|factory|garden|park|library"
_GROUP = rf"(?:{GROUPS})"
_HAS_WHOLE = (
    rf"(?:in|at) (?:a|the|my) {_GROUP} (?:of|with) {{whole:integer}} (?P<group>{PEOPLE})",
    rf"there are {{whole:integer}} (?P<group>{PEOPLE})(?: (?:in|at) (?:a|the|my) {_GROUP})?",
    rf"(?:a|the|my) {_GROUP} (?:has|contains) {{whole:integer}} (?P<group>{PEOPLE})",
    rf"(?:out )?of {{whole:integer}} (?P<group>{PEOPLE})",
)
_DO = r"(?P<do>[a-z]+(?: [a-z]+){0,3})"
_DO_ASKED = r"(?P<do_asked>[a-z]+(?: [a-z]+){0,3})"
_OF_THEM = (rf"{{percent:percent}} (?:of (?:them|the (?P<of_group>{PEOPLE}|{GROUPS})) )?{_DO}",)
_HOW_MANY = (
    rf"how many {thing('there')} are there(?: in the {_GROUP})?",
    rf"how many (?:of them|(?:of the )?(?P<of_group_asked>{PEOPLE})) {_DO_ASKED}",
    rf"how many {_DO_ASKED}",
)
_SOME_DO = (rf"{{part:integer}} (?:of them |(?:of the )?(?P<of_group>{PEOPLE}) )?{_DO}",)
_PERCENT_DO = (rf"what {PCT} (?:of (?:them|the (?P<of_group_asked>{PEOPLE}|{GROUPS})) )?{_DO_ASKED}",)
_SOME_OF_WHOLE_DO = (
    rf"(?:(?:in|at) (?:a|the|my) {_GROUP},? )?{{part:integer}} (?:out )?of (?:the )?{{whole:integer}} "
    rf"(?P<group>{PEOPLE}) {_DO}",
)
_NO_DEED = frozenset(
    "not never except more less fewer twice half each every other others rest remaining only as "
    "and or "
    "than of if no none neither but without most them".split()
)


def _same_deed(found: dict[str, Any]) -> bool:
    """Whether the same group is asked for, doing or being the same."""
    groups = [found[name].lower() for name in ("of_group", "of_group_asked") if found.get(name)]
    if any(other != found["group"].lower() and other not in GROUPS.split("|") for other in groups):
        return False
    said, asked = found["do"].lower().split(), (found.get("do_asked") or "").lower().split()
    if found.get("there"):
        asked = ["are", *plain_noun(found["there"]).split()]
    alike = bool(asked) and same_thing(said[0], asked[0]) and said[1:] == asked[1:]
    return alike and len(said) + (said[0] not in ("are", "is")) > 1 and _NO_DEED.isdisjoint(said)


_OBJECT = r"(?:the|a|an|their) (?:test|exam|quiz|course)|to (?:school|work)"


def _same_or_shorter(found: dict[str, Any]) -> bool:
    """The same deed, or it without its object: who "passed the test" has "passed"."""
    said, asked = found["do"].lower().split(), (found.get("do_asked") or "").lower().split()
    if asked == said[:1] and re.fullmatch(_OBJECT, " ".join(said[1:])):
        found = {**found, "do_asked": found["do"]}
    return _same_deed(found)


def _deed(build: Build) -> Build:
    return lambda found: build(found) if _same_deed(found) else None


def _passed(found: dict[str, Any]) -> Problem | None:
    fits = _same_or_shorter(found) and found["part"] <= found["whole"]
    return WHAT_PERCENT.problem(found) if fits else None


def _that_percent(found: dict[str, Any]) -> Problem | None:
    plain = re.fullmatch(rf"[a-z]+ed(?: {_OBJECT})?", found["do"].lower())
    return WHAT_PERCENT.problem(found) if plain and found["part"] <= found["whole"] else None


_SCORED = (
    rf"{PERSON} (?:scores?|scored|gets?|got|answers?|answered|has|had|earned|earns) {{part:number}}"
    r"(?: (?:marks|points|questions|answers))?(?: (?:right|correct))? out of {whole:number}"
    r"(?: (?:marks|points|questions|answers))?(?: (?:right|correct|correctly))?"
    rf"(?: (?:on|in) {A} (?:(?:maths?|science|history|english|spelling|geography|french) )?(?:test|quiz|exam|paper))?"
    r"(?: (?:right|correct|correctly))?",
)
_SCORE_ASKED = (
    rf"{WHAT} (?:his|her|their|the|your|my|{word('whose')}'s) {PCT}(?: (?:score|mark|grade))?",
    rf"{WHAT} (?:his|her|their|the|your|my|{word('whose')}'s) (?:score|mark|grade) as an? {PCT}",
    rf"what {PCT} (?:is this|is that|did (?:he|she|they|you|i|{word('whose')}) (?:get|score)"
    r"(?: right| correct)?)",
    rf"(?:write|give|express) (?:this|his score|her score|the score|their score) as an? {PCT}",
)


def _whole_of(found: dict[str, Any]) -> Problem | None:
    """The whole may have a letter for its name."""
    return PERCENT_WHOLE.problem(found) if found.get("letter") == found.get("letter_asked") else None


def _score(found: dict[str, Any]) -> Problem | None:
    who, whose = found.get("who"), found.get("whose")
    if who and whose and not same_thing(who, whose):
        return None
    return WHAT_PERCENT.problem(found) if found["part"] <= found["whole"] else None


RULES: list[Rule] = [
    story(_deed(_counted(PERCENT_OF)), _HAS_WHOLE, _OF_THEM, _HOW_MANY),
    story(_passed, _HAS_WHOLE, _SOME_DO, _PERCENT_DO),
    story(_passed, _SOME_OF_WHOLE_DO, _PERCENT_DO),
    story(
        _that_percent,
        (*_SOME_OF_WHOLE_DO,),
        (rf"what {PCT} is (?:this|that)", rf"(?:write|give|express) this as an? {PCT}"),
    ),
    story(_score, _SCORED, _SCORE_ASKED),
    story(
        _whole_of,
        (
            r"{percent:percent} of (?:a (?:certain )?number|(?P<letter>[a-df-hj-z])) is {part:number}",
            r"{part:number} is {percent:percent} of "
            r"a number",
        ),
        (rf"{WHAT} (?:(?:the|this) (?:whole )?number|(?:the value of )?(?P<letter_asked>[a-z]))",),
    ),
]
