"""Rounding: to a place, to significant figures, cut off, and calculations estimated by rounding first."""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from ..problem import Given, Kind, Problem, like_number, said
from ..wording import Rule, rule
from .fractions import SIGNS
from .places import PLACES, place_named, place_word

_ROUNDED = (
    "rounded = (2 * scaled + 1) // 2  # Go to the nearest whole count; a half goes up.\n"
    "answer = rounded * {}  # Turn the count back into a number."
)


def _is_below_half(number: Given, place: Given) -> bool:
    """Whether a negative number is in the middle of two counts: some round it up, others away from zero."""
    assert not isinstance(number, str | tuple)
    assert not isinstance(place, str | tuple)
    return number < 0 and 2 * Fraction(number) / Fraction(place) % 2 == 1


def _rounds(problem: Problem) -> bool:
    number, place = problem["number"], problem["place"]
    fine = not isinstance(number, Fraction) or (place <= 1 and number.denominator < 10**4)
    return fine and not _is_below_half(number, place)


def _in_places(place: Given) -> str:
    """How a fraction is rounded: to decimal places, or to the nearest whole number."""
    count = {Decimal(1).scaleb(-places): places for places in range(1, 5)}.get(Decimal(str(place)))
    return (
        f"{count} decimal place{'s' if count != 1 else ''}" if count else f"the nearest {place_word(place)}"
    )


def _round_phrase(problem: Problem) -> str:
    number, place = problem["number"], problem["place"]
    if isinstance(number, Fraction):
        return f"Round {said(number)} to {_in_places(place)}."
    return f"Round {said(number)} to the nearest {place_word(place)}."


def _keep_place(problem: Problem, random: Random) -> dict[str, Given]:
    return {**dict(problem.given), "number": like_number(random, problem["number"])}


ROUNDING = Kind(
    "rounding",
    "rounded number",
    ("number", "place"),
    lambda problem: (
        "scaled = Fraction(number, place)  # Count how many of the place there are.\n"
        + _ROUNDED.format("place")
    ),
    _round_phrase,
    _rounds,
    lambda problem: (Fraction(problem["number"]) % Fraction(problem["place"]) > 0, problem["number"] < 0),
    _keep_place,
)


def _first_place(number: Given) -> Fraction:
    """What the first digit that is not zero is worth."""
    assert not isinstance(number, str | tuple)
    size, place = abs(Fraction(number)), Fraction(1)
    while place * 10 <= size:
        place *= 10
    while place > size:
        place /= 10
    return place


def _significant(problem: Problem) -> str:
    first = _first_place(problem["number"])
    code = str(first) if first.denominator == 1 else f"Fraction({first.numerator}, {first.denominator})"
    return (
        f"first_place = {code}  # Say what the place of the first digit that is not zero is worth.\n"
        "last_place = Fraction(first_place, 10 ** (figures - 1))"
        "  # Count the figures to be kept from there, and say what the last one's place is worth.\n"
        "scaled = Fraction(number, last_place)  # Count how many of that place there are.\n"
        + _ROUNDED.format("last_place")
    )


def _has_more_figures(problem: Problem) -> bool:
    number, figures = problem["number"], problem["figures"]
    if isinstance(number, Fraction) or not 1 <= figures <= 8 or not number or len(str(number)) > 15:
        return False
    last = _first_place(number) / 10 ** (figures - 1)
    return Fraction(number) % last != 0 and not _is_below_half(number, last)


SIGNIFICANT = Kind(
    "significant_figures",
    "rounded number",
    ("number", "figures"),
    _significant,
    lambda problem: (
        f"Round {said(problem['number'])} to {problem['figures']} "
        f"significant figure{'s' if problem['figures'] > 1 else ''}."
    ),
    _has_more_figures,
    lambda problem: (problem["number"] < 0, problem["number"] < 1),
    _keep_place,
)
TRUNCATION = Kind(
    "truncation",
    "number cut off",
    ("number", "place"),
    lambda problem: (
        "scaled = Fraction(number, place)  # Count how many of the place there are.\n"
        "kept = int(scaled)  # Leave out what is not a whole count.\n"
        "answer = kept * place  # Turn the count back into a number."
    ),
    lambda problem: f"Truncate {said(problem['number'])} to {_in_places(problem['place'])}.",
    lambda problem: (
        isinstance(problem["number"], Decimal) and problem["number"] > 0 and problem["place"] <= 1
    ),
    lambda problem: Fraction(problem["number"]) % Fraction(problem["place"]) > 0,
    _keep_place,
)
_SIGNS = {"+": "Add", "-": "Subtract", "*": "Multiply", "/": "Divide"}


def _estimated(problem: Problem) -> str:
    sign = problem["operation"]
    whole = (
        "Fraction(first_rounded, second_rounded)" if sign == "/" else f"first_rounded {sign} second_rounded"
    )
    return (
        "first_rounded = (2 * Fraction(first, place) + 1) // 2 * place  # Round the first number.\n"
        "second_rounded = (2 * Fraction(second, place) + 1) // 2 * place  # Round the second number.\n"
        f"answer = {whole}  # {_SIGNS[sign]} the rounded numbers."
    )


def _nearest(number: Given, place: Given) -> Fraction:
    assert not isinstance(number, str | tuple)
    assert not isinstance(place, str | tuple)
    return (2 * Fraction(number) / Fraction(place) + 1) // 2 * Fraction(place)


def _can_be_estimated(problem: Problem) -> bool:
    both = [problem["first"], problem["second"]]
    plain = all(number > 0 and not isinstance(number, Fraction) for number in both)
    return plain and all(_nearest(number, problem["place"]) not in (0, number) for number in both)


ESTIMATE = Kind(
    "estimate",
    "estimated value",
    ("first", "operation", "second", "place"),
    _estimated,
    lambda problem: (
        f"Estimate {said(problem['first'])} {SIGNS[problem['operation']]} {said(problem['second'])} "
        f"by rounding each number to the nearest {place_word(problem['place'])}."
    ),
    _can_be_estimated,
    lambda problem: (
        problem["operation"] == "/"
        and _nearest(problem["first"], problem["place"]) % _nearest(problem["second"], problem["place"]) == 0,
        problem["first"] > problem["second"],
    ),
    lambda problem, random: {
        **dict(problem.given),
        "first": like_number(random, problem["first"]),
        "second": like_number(random, problem["second"]),
    },
)
KINDS = [ROUNDING, SIGNIFICANT, TRUNCATION, ESTIMATE]


# --- reading --------------------------------------------------------------------------------------------------------

_DECIMAL_PLACES = {places: Decimal(1).scaleb(-places) for places in range(1, 7)}


def _to_place(kind: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        place: Given | None = (
            place_named(found["place"]) if "place" in found else _DECIMAL_PLACES.get(found["places"])
        )
        return None if place is None else kind.problem({"number": found["number"], "place": place})

    return build


def _estimating(found: dict[str, Any]) -> Problem | None:
    place = place_named(found["place"])
    written = str(found["sign"])
    sign = {"×": "*", "x": "*", "÷": "/", "\\times": "*", "\\div": "/"}.get(written, written)
    if place is None:
        return None
    return ESTIMATE.problem(
        {"first": found["first"], "operation": sign, "second": found["second"], "place": place}
    )


_ROUND = (
    r"(?:(?:round|approximate|write|express|give)(?: off)? )?(?:the (?:number|decimal|fraction) )?{number:number}"
    r"(?: as a decimal)?,?(?: rounded| rounding| correct| accurate| approximated)?(?: off)?(?: correct)?"
)
_NEAREST = rf"(?P<place>{'|'.join(sorted(map(re.escape, PLACES), key=len, reverse=True))})s?(?: place)?"
_TO_PLACES = (
    r"to {places:integer} ?(?:decimal places?|d\.? ?p\.?|places? of decimals|places? after the decimal point)"
)
_FIGURES = (
    r"to {figures:integer} ?(?:significant (?:figures?|digits?)|sig\.? ?(?:figs?\.?|figures?)|s\.? ?f\.?)"
)
RULES: list[Rule] = [
    rule(rf"{_ROUND} to the nearest {_NEAREST}", _to_place(ROUNDING)),
    rule(rf"round(?: off)? {{number:number}} to the {_NEAREST}", _to_place(ROUNDING)),
    rule(
        rf"to the nearest {_NEAREST},? (?:round|what is|approximate) {{number:number}}", _to_place(ROUNDING)
    ),
    rule(rf"{_ROUND} {_TO_PLACES}", _to_place(ROUNDING)),
    rule(rf"{_ROUND} {_FIGURES}", SIGNIFICANT.problem),
    rule(rf"truncate (?:the number )?{{number:number}} {_TO_PLACES}", _to_place(TRUNCATION)),
    rule(
        r"estimate (?:the (?:value|answer|result|sum|product|difference|quotient) (?:of|to):? )?"
        r"{first:number} ?(?P<sign>[-+×x*÷/]|\\times|\\div) ?{second:number},? "
        rf"by (?:first )?rounding (?:each number|both numbers|each|both|the numbers) to the nearest {_NEAREST}",
        _estimating,
    ),
    rule(
        rf"round (?:each number|both numbers|the numbers) to the nearest {_NEAREST},? "
        r"(?:and|to|then|and then) estimate:? "
        r"(?:the (?:value|answer|result|sum|product|difference|quotient) (?:of|to):? )?"
        r"{first:number} ?(?P<sign>[-+×x*÷/]|\\times|\\div) ?{second:number}",
        _estimating,
    ),
]
