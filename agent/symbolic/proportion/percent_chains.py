"""Two changes by a percent one after the other, and what a percent of a group leaves."""

from fractions import Fraction
from random import Random
from typing import Any

from ..clauses import story
from ..problem import Given, Kind, Problem, formula, like_number, positive, said
from ..wording import Rule
from .percent_groups import GROUPS, PEOPLE
from .percent_words import ITEM, MONEY, SUBJECT, WHAT


def _step(which: str, sign: str) -> str:
    before = "original" if which == "first" else "after_first"
    name = "after_first" if which == "first" else "answer"
    value = "original value" if which == "first" else "value after the first change"
    verb = "Add" if sign == "+" else "Take away"
    return (
        f"{which}_change = Fraction({before}, 100) * {which}_percent  # Find the {which} percent of the {value}.\n"
        f"{name} = {before} {sign} {which}_change  # {verb} that change.\n"
    )


def _steps(problem: Problem) -> str:
    return "".join(_step(which, problem[f"{which}_sign"]) for which in ("first", "second"))


def _phrase(problem: Problem) -> str:
    one, other = (
        "increased" if problem[f"{which}_sign"] == "+" else "decreased" for which in ("first", "second")
    )
    return (
        f"The value {said(problem['original'])} is {one} by {said(problem['first_percent'])}% and then {other} by "
        f"{said(problem['second_percent'])}%. What is the final value?"
    )


def _final(problem: Problem) -> Fraction:
    value = Fraction(problem["original"])
    for which in ("first", "second"):
        change = value * Fraction(problem[f"{which}_percent"]) / 100
        value = value + change if problem[f"{which}_sign"] == "+" else value - change
    return value


def _vary(problem: Problem, random: Random) -> dict[str, Given]:
    percents: dict[str, Given] = {
        f"{which}_percent": 5 * random.randrange(1, 11) for which in ("first", "second")
    }
    return {**dict(problem.given), "original": like_number(random, problem["original"]), **percents}


TWICE = Kind(
    "two_percent_changes",
    "final value",
    ("original", "first_percent", "first_sign", "second_percent", "second_sign"),
    _steps,
    _phrase,
    lambda problem: (
        all(problem[name] > 0 for name in ("original", "first_percent", "second_percent"))
        and all(problem[f"{w}_percent"] < 100 for w in ("first", "second"))
    ),
    lambda problem: (100 * _final(problem)).denominator == 1,
    _vary,
)
REST = formula(
    "percent_rest",
    "rest",
    "percent whole thing deed",
    "rest_percent = 100 - percent  # Take the percent from a hundred percent.\n"
    "one_percent = Fraction(whole, 100)  # Find one percent.\n"
    "answer = one_percent * rest_percent  # Take it as often as the rest of the percent says.",
    "{percent}% of the {whole} {thing} in a school {deed}. How many {thing} do not {deed}?",
    sane=lambda problem: (
        positive(problem)
        and problem["percent"] < 100
        and Fraction(problem["percent"]) * problem["whole"] % 100 == 0
    ),
)
KINDS = [TWICE, REST]


# --- reading --------------------------------------------------------------------------------------------------------

_UP, _DOWN = (
    r"(?:increased|raised|put up|marked up|goes up|went up|rises|rose|increases|raises)",
    r"(?:decreased|reduced|lowered|cut|marked down|discounted|goes down|went down|falls|fell|drops|dropped|decreases|"
    r"lowers|reduces)",
)
_IT = r"(?:(?:is|was|it is|it was|it|the new price is|the price is) )?"


def _change(which: str) -> str:
    percent = "{" + f"{which}_percent:percent" + "}"
    return (
        rf"(?:(?P<{which}_up>{_UP})|{_DOWN}) (?:(?:the new|the|a|its) price |it )?by (?:another |a further "
        rf")?{percent}"
    )


_TWO = rf"{_change('first')}(?:,? and then|,? then|,? and|[.;,] then) {_IT}(?:then )?{_change('second')}"
_START = (
    rf"(?:{SUBJECT}|{ITEM}) (?:is|was|of|costs?|cost|is worth|was worth) {{original:number}}{MONEY}",
    rf"the original (?:price|cost|value) (?:is|was) {{original:number}}{MONEY}",
)
_CHANGED = (rf"(?:it|{SUBJECT}|the price) {_IT}(?:then |first )?{_TWO}", rf"it {_TWO}")
_SHOP = (
    rf"(?:a|the) (?:shop|store|shopkeeper|dealer) {_change('first')},? (?:and then|then|and) {_change('second')}",
)
_ALL = (
    rf"(?:the (?:value|price|number) )?(?:of )?{{original:number}}{MONEY} (?:is|was) {_TWO}",
    rf"(?:{SUBJECT}|{ITEM}) (?:of|costing|worth|priced at) {{original:number}}{MONEY} (?:is|was) {_TWO}",
    rf"{SUBJECT} (?:is|was) {{original:number}}{MONEY} and (?:is|was) {_TWO}",
)
_FINAL = (
    rf"{WHAT} (?:the|its) (?:final|new) (?:price|cost|value|amount|population|number|salary|result)",
    r"what is (?:it|the price|the value) now",
    r"how much does it cost (?:now|in the end)",
)


def _twice(found: dict[str, Any]) -> Problem | None:
    signs: dict[str, Given] = {
        f"{which}_sign": "+" if found.get(f"{which}_up") else "-" for which in ("first", "second")
    }
    return TWICE.problem({**found, **signs})


_DEED = (
    r"(?:(?P<verb>walk|cycle|go|come|travel|play|like|eat|own|have|speak|study|wear) (?P<rest>[a-z]+(?: "
    r"[a-z]+){0,3}))"
)
_SOME = (
    rf"{{percent:percent}} of (?:the )?{{whole:integer}} (?P<thing>{PEOPLE}) (?:(?:in|at) (?:a|the|my) (?:{GROUPS}) )?"
    rf"{_DEED}",
)
_OTHERS = (
    rf"how many (?:(?:of the )?(?P<again>{PEOPLE})|of them) do(?: not|n't) (?P<verb_asked>[a-z]+)(?: "
    r"(?P<rest_asked>[a-z]+(?: [a-z]+){0,3}))?",
)
_NOT_PLAIN = frozenset(
    "not never only except without more less than and or but each every twice half other".split()
)


def _left(found: dict[str, Any]) -> Problem | None:
    """Who does not do what the percent does: the same people and the same deed, which may be said in short."""
    verb, rest = found["verb"].lower(), found["rest"].lower()
    same = found["verb_asked"].lower() == verb and (found.get("rest_asked") or rest).lower() == rest
    thing = found["thing"].lower()
    if not same or (found.get("again") or thing).lower() != thing or not _NOT_PLAIN.isdisjoint(rest.split()):
        return None
    return REST.problem({**found, "thing": thing, "deed": f"{verb} {rest}"})


RULES: list[Rule] = [
    story(_twice, _START, _CHANGED, _FINAL, orders=((0, 1, 2), (1, 0, 2))),
    story(_twice, _SHOP, _START, _FINAL),
    story(_twice, _ALL, _FINAL),
    story(_left, _SOME, _OTHERS),
]
