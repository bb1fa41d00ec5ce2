"""Wordings of problems about the parts of a ratio; see `ratio_parts.py` for the kinds.

What is known and what is asked must each be the very noun of one term, or the whole by a word for it.
"""

from collections.abc import Callable
from typing import Any

from ..clauses import story
from ..nouns import plain_noun, same_thing, thing, word
from ..problem import Problem
from ..wording import Rule
from .ratio_parts import APART, DIFFERENCE, FROM_DIFFERENCE, FROM_PART, FROM_TOTAL, TOTAL, WHOLE

_ADJECTIVES = frozenset(
    "red blue green yellow white black brown orange purple pink grey gray gold silver large small big little male "
    "female plain dark milk old new long short left-handed right-handed".split()
)
_PEOPLE = frozenset("students pupils children people kids learners players members".split())
_GROUPS = (
    frozenset("boys girls".split()),
    frozenset("men women children".split()),
    frozenset("adults children".split()),
)


def _made(given: dict[str, Any]) -> Problem | None:
    known, sought = given["known"], given["sought"]
    if sought == WHOLE:
        kind = TOTAL
    elif sought == APART:
        kind = DIFFERENCE
    else:
        kind = {WHOLE: FROM_TOTAL, APART: FROM_DIFFERENCE}.get(known, FROM_PART)
    return kind.problem(given) if known and sought else None


def _terms(text: str) -> tuple[int, ...]:
    return tuple(int(term) for term in text.lower().replace("to", ":").split(":"))


class _Story:
    """The nouns of a story: those of the terms, and the one that all of them share ("beads" of red and blue)."""

    def __init__(self, names: list[str]) -> None:
        words = [plain_noun(name) for name in names]
        last = words[-1].split()
        self.thing = ""
        if len(last) == 2 and all(word in _ADJECTIVES or word.split()[1:] == last[1:] for word in words[:-1]):
            self.thing = last[1]
            words = [word if " " in word else f"{word} {last[1]}" for word in words]
        self.names = words

    def named(self, text: str) -> str:
        """Which of the names a noun is; empty where it is none or more than one."""
        noun = plain_noun(text)
        found = [
            name
            for name in self.names
            if same_thing(name, noun)
            or (self.thing and (name == f"{noun} {self.thing}" or noun == f"{name.split()[0]} ones"))
        ]
        return found[0] if len(found) == 1 else ""

    def whole(self, text: str, *, altogether: bool) -> bool:
        """Whether a noun stands for all of them together."""
        noun = plain_noun(text)
        if not noun:
            return altogether
        if self.named(noun):
            return False
        if self.thing and same_thing(noun, self.thing):
            return True
        people = noun in _PEOPLE and any({*self.names} <= group for group in _GROUPS)
        return people or altogether


def _counts(found: dict[str, Any]) -> Problem | None:
    """The ratio of nouns, an amount of one of them or of all, and which is asked for."""
    names = [found[name] for name in ("first", "second", "third") if found.get(name)]
    story = _Story(names)
    terms = _terms(found["ratio"])
    if len(terms) != len(names) or not _same_place(found):
        return None
    given: dict[str, Any] = {"names": ", ".join(story.names), "terms": terms, "thing": story.thing}
    given["known"], wholes = _known(found, story, terms)
    given["sought"], asked = _sought(found, story, terms)
    if wholes or asked:
        given["thing"] = wholes or asked
    given["amount"] = found["amount"]
    return _made(given)


def _same_place(found: dict[str, Any]) -> bool:
    """Whether the places named ("in a class", "the class has") are one."""
    places = {plain_noun(found[name]) for name in ("where", "where_known", "where_asked") if found.get(name)}
    return len(places) < 2


def _known(found: dict[str, Any], story: _Story, terms: tuple[int, ...]) -> tuple[str, str]:
    """What the amount is of, and the noun for all where it is of all."""
    if found.get("fewer"):
        more, fewer = story.named(found["known"]), story.named(found["fewer"])
        return (APART, "") if _is_more(story, terms, more, fewer) else ("", "")
    noun = found.get("known") or ""
    if name := story.named(noun):
        return name, ""
    whole = story.whole(noun, altogether=bool(found.get("in_all")))
    return (WHOLE, plain_noun(noun)) if whole else ("", "")


def _sought(found: dict[str, Any], story: _Story, terms: tuple[int, ...]) -> tuple[str, str]:
    if found.get("asked_fewer"):
        more, fewer = story.named(found["asked"]), story.named(found["asked_fewer"])
        return (APART, "") if _is_more(story, terms, more, fewer) else ("", "")
    noun = found.get("asked") or ""
    if found.get("asked_of"):  # "how many of the beads are blue", "how many beads are blue"
        if not story.whole(found["asked_of"], altogether=False):
            return "", ""
        return story.named(noun), ""
    if name := story.named(noun):
        return name, ""
    whole = story.whole(noun, altogether=bool(found.get("asked_in_all")))
    return (WHOLE, plain_noun(noun)) if whole else ("", "")


def _is_more(story: _Story, terms: tuple[int, ...], more: str, fewer: str) -> bool:
    if not more or not fewer or len(terms) != 2:
        return False
    places = story.names.index(more), story.names.index(fewer)
    return terms[places[0]] > terms[places[1]]


_RATIO = r"(?P<ratio>\d{1,3}(?: ?(?::|to) ?\d{1,3}){1,2})"
_IN_ALL = r"altogether|in total|in all|all together"
_A = r"(?:an?|the|one|this|his|her|their|my|our)"
_FIND = r"(?:what is|find|calculate|work out|determine)"


def _somewhere(name: str) -> str:
    return rf"(?: (?:in|at|on) {_A} {word(name)})?"


_OPENINGS = (
    rf"(?:in|at|on) {_A} {word('where')},? the ratio of {thing('first')} to {thing('second')}"
    rf"(?: to {thing('third')})? is {_RATIO}",
    rf"the ratio of {thing('first')} to {thing('second')}(?: to {thing('third')})?{_somewhere('where')} is {_RATIO}",
    rf"{thing('first')} and {thing('second')} are in the ratio (?:of )?{_RATIO}",
    rf"{thing('first')}, {thing('second')} and {thing('third')} are in the ratio (?:of )?{_RATIO}",
    rf"{_A} {word('where')} (?:has|contains) {thing('first')} and {thing('second')} in the ratio (?:of )?{_RATIO}",
    rf"there are {thing('first')} and {thing('second')}{_somewhere('where')} in the ratio (?:of )?{_RATIO}",
)
_FACTS = (
    rf"there are {{amount:integer}} (?P<in_all>{_IN_ALL})",
    rf"there are {{amount:integer}} {thing('known')}{_somewhere('where_known')} (?P<in_all>{_IN_ALL})",
    rf"there are {{amount:integer}} more {thing('known')} than {thing('fewer')}{_somewhere('where_known')}",
    rf"there are (?P<in_all>a total of )?{{amount:integer}} {thing('known')}{_somewhere('where_known')}",
    rf"(?:it|{_A} {word('where_known')}) (?:has|contains) (?P<in_all>a total of )?{{amount:integer}} {thing('known')}",
    rf"{{amount:integer}} (?:of them )?are {thing('known')}",
)
_QUESTIONS = (
    rf"how many {thing('asked')} are there{_somewhere('where_asked')} (?P<asked_in_all>{_IN_ALL})",
    rf"how many more {thing('asked')} than {thing('asked_fewer')} are there{_somewhere('where_asked')}",
    rf"how many more {thing('asked')} are there than {thing('asked_fewer')}{_somewhere('where_asked')}",
    rf"how many {thing('asked')} are(?: there)?{_somewhere('where_asked')}",
    rf"how many (?:of them )?are {thing('asked')}",
    rf"how many (?:of the )?{word('asked_of')} are {thing('asked')}",
    rf"how many {thing('asked')} does (?:it|{_A} {word('where_asked')}) (?:have|contain)",
    rf"{_FIND} the (?P<asked_in_all>total )?number of {thing('asked')}{_somewhere('where_asked')}",
    rf"how many {thing('asked')}",
)
_GETS = r"(?:gets?|receives?|has|have|is given)"
_MONEY = frozenset("money dollars pounds euros cents pence".split())
_UNIT_OF_MONEY = r"(?: (?:dollars|pounds|euros))?"
_AMOUNT = rf"{{amount:number}}(?:{_UNIT_OF_MONEY}| {word('thing')})"
_WHO = (rf"{word('first')} and {word('second')}", rf"{word('first')}, {word('second')},? and {word('third')}")
_SHARE = r"(?:share|split|divide)"
_IN_RATIO = rf"(?:between them )?in (?:the|a) ratio (?:of )?{_RATIO}"
_SHARED = [
    text
    for who in _WHO
    for text in (
        rf"{who} {_SHARE} {_AMOUNT} {_IN_RATIO}",
        rf"{_AMOUNT} (?:is|are) (?:shared|split|divided) (?:between|among|by) {who} {_IN_RATIO}",
        rf"{_SHARE} {_AMOUNT} (?:between|among) {who} {_IN_RATIO}",
    )
]
_SHARED_SOME = [
    rf"{who} {_SHARE} (?:some|a sum of|an amount of) (?:money|{word('thing')}) {_IN_RATIO}" for who in _WHO
]
_ONE_GETS = (rf"{word('known')} {_GETS} {{amount:number}}(?:{_UNIT_OF_MONEY}| {word('thing_known')})",)
_WHO_GETS = (
    rf"how much (?:money )?(?:does|will|did|should) {word('asked')} (?:get|receive)",
    rf"how many(?: {word('thing_asked')})? (?:does|will|did|should) {word('asked')} (?:get|receive)",
    rf"{_FIND} {word('asked')}'s share",
    rf"how (?:much|big) is {word('asked')}'s share",
)
_WHOLE_SHARED = (
    rf"how (?:much money|much|many(?: {word('thing_asked')})?) (?:do|did) they share(?: altogether| in total)?",
)
_SIDES = {
    "larger": "larger greater bigger largest greatest biggest".split(),
    "smaller": "smaller lesser smallest".split(),
}
_SIDE = rf"(?P<asked>{'|'.join(word for words in _SIDES.values() for word in words)})"
_TWO_NUMBERS = (
    rf"two numbers are in the ratio (?:of )?{_RATIO}",
    rf"the ratio of two numbers is {_RATIO}",
)
_OF_THE_TWO = r"(?:their (?:{0})|the (?:{0})(?: of the (?:two )?numbers)?) is {{amount:number}}"
_SUM = (_OF_THE_TWO.format("sum|total"), "they add up to {amount:number}")
_APART_BY = (_OF_THE_TWO.format("difference"), "they differ by {amount:number}")
_THE_NUMBER = (rf"{_FIND} the {_SIDE}(?: (?:of the two )?number)?",)
_DIVIDED = (
    rf"{_SHARE} {{amount:number}}{_UNIT_OF_MONEY} (?:in|into) (?:the ratio|a ratio)(?: of)? {_RATIO}",
)
_THE_SHARE = (rf"(?:{_FIND}|how much is|give) the (?:value of the )?{_SIDE} (?:share|part|amount)",)


def _sharing(found: dict[str, Any]) -> Problem | None:
    """People who share, the amount or what one of them gets, and whose share is asked for."""
    names = [found[name].capitalize() for name in ("first", "second", "third") if found.get(name)]
    things = [plain_noun(found[name]) for name in ("thing", "thing_known", "thing_asked") if found.get(name)]
    if any(not same_thing(things[0], other) for other in things) or {*things} & _MONEY:
        return None
    if things and not (found.get("thing") or found.get("thing_known")):
        return None  # "share 20, how many apples"
    known, sought = (found[name].capitalize() if found.get(name) else WHOLE for name in ("known", "asked"))
    terms = _terms(found["ratio"])
    if not {known, sought} <= {*names, WHOLE} or len(names) != len(terms):
        return None
    given = {"names": ", ".join(names), "terms": terms, "known": known, "amount": found["amount"]}
    return _made({**given, "sought": sought, "thing": things[0] if things else ""})


def _numbers(known: str, sought: str = "") -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        terms = _terms(found["ratio"])
        asked = sought or found["asked"].lower()
        side = next((side for side, words in _SIDES.items() if asked in words), asked)
        if len(terms) > 2 and not asked.endswith("est"):
            return None
        given = {"names": "", "terms": terms, "known": known, "amount": found["amount"], "sought": side}
        return _made({**given, "thing": ""})

    return build


RULES: list[Rule] = [
    story(_counts, _OPENINGS, _FACTS, _QUESTIONS, orders=((0, 1, 2), (1, 0, 2), (0, 2, 1))),
    story(_sharing, _SHARED, _WHO_GETS),
    story(_sharing, _SHARED_SOME, _ONE_GETS, (*_WHO_GETS, *_WHOLE_SHARED), orders=((0, 1, 2), (0, 2, 1))),
    story(_numbers(WHOLE), _TWO_NUMBERS, _SUM, _THE_NUMBER, orders=((0, 1, 2), (1, 0, 2))),
    story(_numbers(APART), _TWO_NUMBERS, _APART_BY, _THE_NUMBER, orders=((0, 1, 2), (1, 0, 2))),
    story(_numbers(WHOLE, APART), _TWO_NUMBERS, _SUM, (rf"{_FIND} (?:their|the) difference",)),
    story(_numbers(APART, WHOLE), _TWO_NUMBERS, _APART_BY, (rf"{_FIND} (?:their|the) (?:sum|total)",)),
    story(_numbers(WHOLE), _DIVIDED, _THE_SHARE),
]
