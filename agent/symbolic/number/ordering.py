"""Numbers put in order, the largest or smallest of several, and the number halfway between two."""

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from math import lcm
from random import Random
from typing import Any

from ...expressions import Number, Unary, evaluate, number_source, parse_expression
from ..problem import Given, Kind, Problem, formula, like_expression
from ..wording import Rule, rule
from .comparisons import extreme_of_two

_SEPARATOR = re.compile(r"\s*;\s*|,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+")
_SIGNS_OF_HEAT = re.compile(r"\s?°\s?[CF]?$")


def _values(problem: Problem) -> list[Fraction]:
    return [_value(text) or Fraction(0) for text in _texts(problem)]


def _texts(problem: Problem) -> list[str]:
    return problem["numbers"].split(", ")


def _value(text: str) -> Fraction | None:
    """The value of a number as written, with or without a minus sign or a percent sign; None for anything else."""
    node = parse_expression(text)
    plain = isinstance(node, Number) or (isinstance(node, Unary) and isinstance(node.operand, Number))
    return evaluate(node) if node is not None and plain else None


def _made_alike(problem: Problem) -> tuple[str, str, str]:
    """The steps that make the numbers easy to compare, code for how many pieces each is then, and what to look at."""
    values = [number_source(value) for value in _values(problem)]
    texts = _texts(problem)
    plain = f"[{', '.join(values)}]"
    if all(re.fullmatch(r"-?\d+", text) for text in texts):
        return "", plain, "number"
    if all(re.fullmatch(r"-?\d+(?:\.\d+)?", text) for text in texts):
        places = ", ".join(str(len(text.partition(".")[2])) for text in texts)
        line = f"places = max({places})  # Count the digits after each point; the most count.\n"
        return line, f"[value * 10**places for value in {plain}]", "number of pieces of that size"
    bottoms = ", ".join(str(value.denominator) for value in _values(problem))
    line = (
        f"common_denominator = lcm({bottoms})  # Write all of them as fractions with a common denominator.\n"
    )
    return line, f"[value * common_denominator for value in {plain}]", "numerator"


def _ordered(problem: Problem) -> str:
    alike, pieces, seen = _made_alike(problem)
    texts = ", ".join(repr(text) for text in _texts(problem))
    up = problem.wanted == "ascending order"
    ends = ("smallest", "min", "largest", "max") if up else ("largest", "max", "smallest", "min")
    first, code, last, other = ends
    turned = "" if up else ", reverse=True"
    return (
        f"{alike}{first} = {code}({pieces})  # Find the {first} {seen}: it comes first.\n"
        f"{last} = {other}({pieces})  # Find the {last} {seen}: it comes last.\n"
        f'answer = ", ".join(text for _, text in sorted(zip({pieces}, [{texts}]){turned}))'
        "  # Put the others between them in order, and write the numbers as they were given."
    )


def _extreme(problem: Problem) -> str:
    alike, pieces, seen = _made_alike(problem)
    texts = ", ".join(repr(text) for text in _texts(problem))
    code = "max" if problem.wanted == "largest" else "min"
    return (
        f"{alike}{problem.wanted} = {code}({pieces})  # Find the {problem.wanted} {seen}.\n"
        f"answer = [{texts}][{pieces}.index({problem.wanted})]  # Say which of the given numbers that is."
    )


def _ways(problem: Problem) -> tuple[bool, ...]:
    """How the numbers are written: what makes such a problem as hard."""
    return tuple(sign in problem["numbers"] for sign in "-./%")


def _is_sane(problem: Problem) -> bool:
    texts = _texts(problem)
    known = [value for text in texts if (value := _value(text)) is not None]
    bottoms = lcm(*(value.denominator for value in known))
    return len(known) == len(texts) == len(set(known)) and 3 <= len(known) <= 10 and bottoms < 10**6


def _in_order(problem: Problem) -> bool:
    steps = [first < second for first, second in pairwise(_values(problem))]
    return all(steps) if problem.wanted == "ascending order" else not any(steps)


def _vary(problem: Problem, random: Random) -> dict[str, Given]:
    """Numbers written alike; a negative may become positive and back, as those of an ordering do differ in sign."""
    drawn = [like_expression(random, text) for text in _texts(problem)]
    random.shuffle(drawn)
    return {"numbers": ", ".join(drawn)}


ORDERING = Kind(
    "ordering",
    "ascending order",
    ("numbers",),
    _ordered,
    lambda problem: f"Put these numbers in {problem.wanted}: {problem['numbers']}",
    _is_sane,
    lambda problem: (_ways(problem), _in_order(problem)),
    _vary,
)
EXTREME = Kind(
    "extreme",
    "largest",
    ("numbers",),
    _extreme,
    lambda problem: f"Which of these numbers is the {problem.wanted}: {problem['numbers']}?",
    _is_sane,
    _ways,
    _vary,
)
HALFWAY = formula(
    "halfway",
    "number halfway between",
    "first second",
    "total = first + second  # Add the two numbers.\nanswer = Fraction(total, 2)  # Take half of the sum.",
    "Which number is halfway between {first} and {second}?",
    sane=lambda problem: problem["first"] != problem["second"],
    features=lambda problem: (problem["first"] + problem["second"]) % 2 == 0,
)
KINDS = [ORDERING, EXTREME, HALFWAY]


# --- reading --------------------------------------------------------------------------------------------------------


def _listed(text: str) -> str | None:
    """The numbers of a list as they are written, ", " between them; None when something else stands in it."""
    text = text.strip(" ,.;:")
    if not re.search(r"[,;]\s|\s(?:and|or)\s", text):
        if re.search(r",\d{3}(?!\d)", text):  # 1,200 or 1 and 200?
            return None
        text = text.replace(",", ", ")
    parts = [part for part in _SEPARATOR.split(text) if part]
    hot = {bool(_SIGNS_OF_HEAT.search(part)) for part in parts}
    if len(hot) > 1:
        return None
    found: list[str] = []
    for part in parts:
        node = parse_expression(_SIGNS_OF_HEAT.sub("", part.replace("\\%", "%")))
        inner = node.operand if isinstance(node, Unary) and node.operator == "-" else node
        if not isinstance(inner, Number) or "," in inner.text:
            return None
        found.append(inner.text if inner is node else f"-{inner.text}")
    return ", ".join(found) if len(found) > 1 else None


def _in_the_order(found: dict[str, Any]) -> Problem | None:
    numbers = _listed(found["list"])
    if numbers is None:
        return None
    return ORDERING.problem({"numbers": numbers}, "ascending order" if "up" in found else "descending order")


def _the_most(wanted: str) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        numbers = _listed(found["list"])
        if numbers is None:
            return None
        if numbers.count(", ") == 1:
            first, second = numbers.split(", ")
            return extreme_of_two(first, second, "larger" if wanted == "largest" else "smaller")
        return EXTREME.problem({"numbers": numbers}, wanted)

    return build


_LIST = r"(?P<list>(?![a-z ])[^?]{3,200}?)"
_LOW = r"(?:smallest|least|lowest|coldest|lightest|shortest)"
_HIGH = r"(?:largest|greatest|biggest|highest|most|warmest|hottest|heaviest|longest)"
_NUMBER = r"(?: (?:number|fraction|decimal|integer|value|percentage|one))?"


def _way(name: str, low: str, high: str, order: str, size: str) -> str:
    starting = rf"(?:starting|beginning|start|begin)(?: from| with| at)? (?:the )?{low}{_NUMBER}(?: first)?"
    return (
        rf"(?P<{name}>(?:in |into |in an |in a )?{order} (?:numerical )?order(?: of (?:size|value))?"
        r"|(?:in |into )?(?:the )?(?:correct )?(?:order )?(?:of size )?,? ?"
        rf"\(?(?:from )?(?:the )?{low} to (?:the )?{high}\)?"
        rf"|(?:in |into )?order(?: of (?:size|value))?[,.;]? \(?{starting}\)?|\(?{starting}\)?"
        rf"|(?:in |into )?(?:order(?: of (?:size|value))?,? )?\(?(?:the )?{low}{_NUMBER} first\)?"
        rf"|(?:in |into )?order of {size} (?:size|value))"
    )


_WAY = (
    rf"(?:{_way('up', _LOW, _HIGH, '(?:ascending|increasing|rising)', '(?:increasing|ascending)')}"
    rf"|{_way('down', _HIGH, _LOW, '(?:descending|decreasing|falling)', '(?:decreasing|descending)')})"
)
_SORT = r"(?:put|place|arrange|order|sort|write(?: down)?|list|rank|rewrite|organi[sz]e)"
_THINGS = (
    r"(?: all)?(?: of)?(?: the| these| this)?(?: following| given)?(?: (?:list|set|group) of)?"
    r"(?: (?:rational |real |whole |negative |decimal |mixed )?"
    r"(?:numbers|fractions|decimals|integers|values|percentages|percents|temperatures|decimal numbers))?"
    r"(?: and (?:numbers|fractions|decimals|integers|percentages|percents))?"
)
_SEVERAL = r"(?: numbers| fractions| decimals| integers| values| temperatures| list)?"
_OF = rf"(?: (?:of|among|in|from|out of)(?: the| these)?(?: following)?{_SEVERAL})?"
_AMONG = rf"{_NUMBER}{_OF}[:,?]? ?{_LIST}"
_ASKS = (
    r"(?:(?:which|what)(?: (?:one|number|fraction|decimal|integer|value|temperature))?"
    rf"(?: of (?:these|the)(?: following)?{_SEVERAL})?(?: below)?"
    r"(?: is| has)|identify|circle|choose|name|select|pick out|write down)? ?(?:the )?"
)
_LARGEST, _SMALLEST = (
    r"(?:largest|greatest|biggest|highest|warmest|hottest|maximum)",
    r"(?:smallest|least|lowest|coldest|minimum)",
)
RULES: list[Rule] = [
    rule(rf"{_SORT}{_THINGS},? ?{_WAY}[:;,.]? ?{_LIST}", _in_the_order),
    rule(rf"{_SORT}{_THINGS}[:;,]? ?{_LIST}[,;]? {_WAY}", _in_the_order),
    rule(rf"{_LIST}[,.;:]? {_SORT}{_THINGS}(?: them)? {_WAY}", _in_the_order),
    rule(rf"{_WAY}[:,]? ?{_LIST}", _in_the_order),
    rule(rf"{_ASKS}{_LARGEST}{_AMONG}", _the_most("largest")),
    rule(rf"{_ASKS}{_SMALLEST}{_AMONG}", _the_most("smallest")),
    rule(
        rf"(?:of )?{_LIST}[,.;:]? which(?: one| number| fraction| of these)? is (?:the )?{_LARGEST}{_NUMBER}",
        _the_most("largest"),
    ),
    rule(
        rf"(?:of )?{_LIST}[,.;:]? which(?: one| number| fraction| of these)? is (?:the )?{_SMALLEST}{_NUMBER}",
        _the_most("smallest"),
    ),
    rule(
        r"(?:(?:which|what) (?:number|fraction|decimal|value|integer) (?:is|lies) "
        r"|the (?:number|value|fraction|decimal) (?:that (?:is|lies) )?|the )?(?:exactly )?"
        r"(?:half[- ]?way|mid[- ]?way|(?:in )?the middle|(?:the )?midpoint) (?:point )?"
        r"(?:between|of) {first:number} and {second:number}(?: on (?:a|the) number line)?",
        HALFWAY.problem,
    ),
]
