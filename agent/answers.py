"""Whether two answers are the same, as a teacher would judge: written forms, rounding, dozens, percent. Pure."""

import re
from collections.abc import Set
from decimal import Decimal
from fractions import Fraction

from .expressions import Binary, evaluate, parse_expression
from .no_value import same_none
from .points import same_point
from .quantities import Algebraic, Quantity, find_quantities, same_quantity
from .quantities.exact import SCHOOL_PI, approximate
from .several import same_expression, same_in_pieces
from .written_answers import is_place_of, same_written

_DECIMAL_FORMS = frozenset({"decimal", "money", "percent"})
_UNKNOWN = re.compile(r"\b([a-z])\s*=\s*(-?[^\s,;=]+)")
_LONGEST_DECIMAL = 4
"""Places that are written out: 0.38 is not 3/8, which is 0.375, and 0.33 is 1/3. Money is rounded to cents."""
_FRACTION = re.compile(r"\W*(\d{1,9}) ?/ ?(\d{1,9})\W*")
_TIMES = re.compile(r"(?<=[\d)])\s*x\s*(?=[\d(])")
_RATIO = re.compile(r"\d+(?: ?: ?\d+)+")
_CLOCK = re.compile(r"\W*(\d{1,2})[:.](\d\d)\W*")
_ROOT_OVER = re.compile(r"(√\d{1,9}) ?/ ?(\d{1,9})")
_DOZEN = re.compile(r"(\d)\s*dozens?\b", re.IGNORECASE)
PLACED = re.compile(
    r"(\d{1,9})\s*(ones|tens|hundreds|(?:(?:ten|hundred)[ -])?thousands|millions|tenths|hundredths"
    r"|(?:ten[ -])?thousandths)\b",
    re.IGNORECASE,
)
"""A digit with its place: "7 hundreds"."""
_PLACES = {
    "ones": 0,
    "tens": 1,
    "hundreds": 2,
    "thousands": 3,
    "ten thousands": 4,
    "hundred thousands": 5,
    "millions": 6,
    "tenths": -1,
    "hundredths": -2,
    "thousandths": -3,
    "ten thousandths": -4,
}


def same_answer(first: str, second: str) -> bool:
    """Whether two answers in exact text state the same value; text that holds no quantity is compared as text.

    Where the second is written in a form that is part of the answer (see `written_answers.py`), the first has to be.
    """
    written = same_written(first, second)
    if written is not None:
        return written
    if is_place_of(first, second) or is_place_of(second, first) or _states_sign(first, second):
        return True
    if same_none(first, second) or same_point(first, second) or same_point(second, first):
        return True
    # "5 dozen" is an answer of 5 where dozens are asked for, and of 60 elsewhere: both are accepted.
    dozens = [_DOZEN.sub(r"\1", text) for text in (first, second)]
    if dozens != [first, second] and same_answer(*dozens):
        return True
    # "√5/2" is read as the root of 5/2, and may be meant as half the root of 5.
    rooted = [_ROOT_OVER.sub(r"(\1)/\2", text) for text in (first, second)]
    if rooted != [first, second] and same_answer(*rooted):
        return True
    first, second = (_worked_out(PLACED.sub(_in_full, text)) for text in (first, second))
    left, right = find_quantities(first), find_quantities(second)
    if _shares(left, second) or _shares(right, first):
        return True
    if _lists(left, right) or _lists(right, left) or _solves(first, second) or _solves(second, first):
        return True
    if _is_time(first, right) or _is_time(second, left):
        return True
    if same_in_pieces(first, second, same_answer) or same_in_pieces(second, first, same_answer):
        return True
    if same_expression(first, second) or same_expression(second, first):
        return True
    if len(left) == 1 and len(right) == 1:
        one, other = left[0], right[0]
        return (
            same_quantity(one, other) or _same_number(one, first, other) or _same_number(other, second, one)
        )
    return " ".join(first.casefold().split()) == " ".join(second.casefold().split())


def _states_sign(first: str, second: str) -> bool:
    """Whether one of the two is a sign, and the other a true statement with it: ">" and "0.7 > 0.65"."""
    sign, statement = sorted((first.strip(), second.strip()), key=len)
    sides = statement.split(sign) if sign in ("<", ">", "=") else []
    nodes = [parse_expression(side) for side in sides]
    values = [None if node is None else evaluate(node) for node in nodes]
    if len(values) != 2 or values[0] is None or values[1] is None:
        return False
    return {"<": values[0] < values[1], ">": values[0] > values[1], "=": values[0] == values[1]}[sign]


def is_calculation_only(text: str) -> bool:
    """Whether a text is a calculation of numbers that is not worked out: "8+5+8+5", not 3/4 or "2x + 3"."""
    return _calculation(text) is not None


def is_unworked(line: str) -> bool:
    """Whether a line ends with what is still to be worked out: "x = 10 - 4", "28 / 4", not "7/12" or "3x = 15"."""
    start, equals, end = line.rpartition("=")
    if equals and not re.search(r"[a-z]", start, re.IGNORECASE):
        return False  # "84 = 2 x 42" is taken apart, not to be put together
    fraction = _FRACTION.fullmatch(end)
    return (fraction is not None and int(fraction[1]) % (int(fraction[2]) or 1) == 0) or is_calculation_only(
        end
    )


def _calculation(text: str) -> Binary | None:
    if _FRACTION.fullmatch(text):  # "7 / 12" is no more than a fraction with spaces
        return None
    text = re.sub(r"(?<=[\d)]) ?squared\b", "^2", _TIMES.sub("*", text))  # "2 x 13", "9 squared"
    text = re.sub(r"(?<=[\d)]) ?cubed\b", "^3", text)
    node = None if re.search(r"[a-zA-Zπ√]", text) else parse_expression(text)
    return node if isinstance(node, Binary) else None


def _worked_out(text: str) -> str:
    node = _calculation(text)
    value = evaluate(node) if node is not None else None
    if value is not None and "." in text and 10**9 % value.denominator == 0:
        return str(Decimal(value.numerator) / value.denominator)  # what was begun in decimals: "3.14 x 25"
    return text if value is None else str(value)


def _in_full(placed: re.Match[str]) -> str:
    value = int(placed[1]) * Fraction(10) ** _PLACES[placed[2].lower().replace("-", " ")]
    return str(value)


def _lists(found: list[Quantity], answer: list[Quantity]) -> bool:
    """Whether the numbers found are a solution set, told one by one: "7 and -7" for {-7, 7}."""
    if len(answer) != 1 or not isinstance(answer[0].value, Set) or len(found) < 2:
        return False
    values = [quantity.value for quantity in found]
    return len(values) == len(answer[0].value) and frozenset(values) == answer[0].value


def _shares(found: list[Quantity], answer: str) -> bool:
    """Whether the numbers found are the terms of a ratio, told one by one: "$15 and $25" for 15:25."""
    terms = re.findall(r"\d+", answer) if _RATIO.fullmatch(answer) else []
    return len(found) > 1 and [quantity.value for quantity in found] == [Fraction(term) for term in terms]


def _is_time(text: str, answer: list[Quantity]) -> bool:
    """Whether "3:47" or "3.47" is this time of day, with or without am or pm, or "1:35" this length of time."""
    said = _CLOCK.fullmatch(text)
    if said is None or len(answer) != 1:
        return False
    [one] = answer
    value, hours, minutes = one.value, int(said[1]), int(said[2])
    if not isinstance(value, Fraction) or minutes > 59:
        return False
    told = 60 * hours + minutes
    if one.unit == "clock":
        return (told - value) % (1440 if hours > 12 else 720) == 0
    in_minutes = {"min": Fraction(1), "h": Fraction(60)}.get(one.unit or "")
    return ":" in text and in_minutes is not None and told == value * in_minutes


def _solves(text: str, answer: str) -> bool:
    """Whether a text gives each unknown of a system its value, in any order, or in that of the alphabet as a point."""
    asked, said = dict(_UNKNOWN.findall(answer)), dict(_UNKNOWN.findall(text))
    if len(asked) < 2:
        return False
    point = re.fullmatch(r"\W*\(([^,()]+),([^,()]+)\)\W*", text)
    if point and not said:
        said = dict(zip(sorted(asked), point.groups(), strict=False))
    return said.keys() == asked.keys() and all(same_answer(said[name], asked[name]) for name in asked)


def _same_number(one: Quantity, text: str, other: Quantity) -> bool:
    """Ways of writing that a teacher accepts: a rounded decimal ($33.33 for 100/3, 37.7 for 12π), and 25 for 25 %."""
    decimals = re.search(r"\.(\d+)", text[slice(*one.span)]) if one.form in _DECIMAL_FORMS else None
    places = len(decimals[1]) if decimals else 0
    if isinstance(one.value, Fraction) and decimals and isinstance(other.value, Algebraic):
        return _is_about(one.value, places, other.value)
    if not isinstance(one.value, Fraction) or not isinstance(other.value, Fraction):
        return False
    if one.unit == "%":
        percent = other.unit is None and (
            one.value * 100 == other.value or _rounds_to(one.value * 100, places, other.value)
        )
        return percent or _rounds_to(one.value, places + 2 if decimals else 0, other.value)
    longest = places if one.form == "money" else _LONGEST_DECIMAL
    return other.unit in (None, one.unit) and _rounds_to(one.value, places, other.value, longest)


def _rounds_to(value: Fraction, places: int, exact: Fraction, longest: int = _LONGEST_DECIMAL) -> bool:
    """Whether a value of two places or more is what a decimal longer than that many places is rounded to."""
    endless = (exact * 10 ** max(places, longest)).denominator > 1
    return places >= 2 and endless and abs(value - exact) * 10**places <= Fraction(1, 2)


def _is_about(value: Fraction, places: int, exact: Algebraic) -> bool:
    """Whether the value is this root or multiple of π as a decimal, rounded if need be."""
    near = [about for pi in SCHOOL_PI if (about := approximate(exact, pi)) is not None]
    return any(abs(value - about) * 10**places <= Fraction(1, 2) for about in near)
