"""The places before and after the point are mixed up: tens and tenths, hundreds and hundredths."""

from fractions import Fraction

from ..symbolic import Problem
from ..symbolic.number.places import PLACES
from . import Misconception
from ._tools import decimal_digits, mistake, twins


def _mirrored(problem: Problem) -> Fraction:
    return 1 / Fraction(problem["place"])


def _name(place: Fraction) -> str:
    named = {Fraction(value): name for name, value in PLACES.items() if not name[0].isdigit()}
    names = {
        Fraction(PLACES[name]): name
        for name in ("ten", "hundred", "thousand", "tenth", "hundredth", "thousandth")
    }
    return {**named, **names}[place]


def _steps(problem: Problem) -> str | None:
    place = _mirrored(problem)
    if place == 1 or not Fraction(1, 1000) <= place <= 1000:
        return None
    if problem.kind == "digit_in_place":
        whole, part = decimal_digits(problem["number"])
        digits = whole[::-1] if place > 1 else f"0{part}"
        at = len(str(max(place, 1 / place))) - 1
        right = Fraction(problem["number"]) // Fraction(problem["place"]) % 10
        if at >= len(digits) or int(digits[at]) == right:
            return None
        return f"answer = {digits[at]}  # Read the digit."
    if problem.kind == "place_name":
        return f'answer = str(digit) + " {_name(place)}s"  # Name the place.'
    return f"answer = digit * Fraction({place.numerator}, {place.denominator})  # Say what it is worth."


wrong = mistake("place_value place_name digit_in_place", _steps)

ENTRY = Misconception(
    id="place_tens_and_tenths",
    name="Mixing up tens and tenths",
    grades=(4, 7),
    source="Brown 1981, Place value and decimals, in Hart (ed.), Children's Understanding of "
    "Mathematics: 11-16",
    explanation="You may have mixed up a place before the point with a place behind it.",
    wrong=wrong,
    questions=(
        "On which side of the point did you look?",
        "Read the word for the place slowly. How does it end, and what does that ending tell you?",
        "Is this digit part of the whole things or part of a broken one?",
        "Think of the number as money. Is the digit about coins for whole units or about smaller coins?",
    ),
    examples=(
        ("Which digit is in the tenths place in 42.75?", "4"),
        ("What is the value of the digit 7 in 3.57?", "700"),
    ),
    diagnostic=twins(
        wrong,
        "Which digit is in the tenths place in 42.75?",
        "What is the place value of 7 in 34.75?",
        "What is the value of the digit 7 in 3.57?",
        "Which digit is in the hundreds place in 5432.96?",
    ),
)
