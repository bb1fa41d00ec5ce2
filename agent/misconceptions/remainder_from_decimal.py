"""The digits after the point of the quotient are given as the remainder."""

from fractions import Fraction

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _digits(problem: Problem) -> int | None:
    quotient = Fraction(problem["dividend"], problem["divisor"])
    places = next((places for places in (1, 2, 3) if (quotient * 10**places).denominator == 1), None)
    return None if places is None else int(quotient % 1 * 10**places)


wrong = mistake(
    "remainder",
    lambda problem: f"answer = {_digits(problem)}  # Read the digits after the point.",
    shows=lambda problem: _digits(problem) not in (None, 0, problem["dividend"] % problem["divisor"]),
)

ENTRY = Misconception(
    id="remainder_from_decimal",
    name="Reading the remainder after the point",
    grades=(4, 7),
    source="Simon 1993, Prospective elementary teachers' knowledge of division, JRME 24(3)",
    explanation="You may have read the digits after the point as the remainder.",
    wrong=wrong,
    questions=(
        "How did you find what is left over?",
        "Put the things into groups of that size. How many stand outside at the end?",
        'Could "$quote" things be left over, or could you still make a group of them?',
        "Multiply the number of full groups by their size. How far is it from there to the number "
        "you started with?",
    ),
    examples=(
        ("What is the remainder when 27 is divided by 4?", "75"),
        ("What is the remainder when 59 is divided by 8?", "375"),
    ),
    diagnostic=twins(
        wrong,
        "What is the remainder when 27 is divided by 4?",
        "What is the remainder when 59 is divided by 8?",
        "What is the remainder when 47 is divided by 5?",
    ),
)
