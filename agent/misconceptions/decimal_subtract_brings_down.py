"""Digits below an empty place are brought down as they are."""

from decimal import Decimal

from ..symbolic import Problem
from . import Misconception
from ._tools import decimal_digits, mistake, twins


def _steps(problem: Problem) -> str | None:
    first_part, second_part = (decimal_digits(problem[name])[1] for name in ("first", "second"))
    if len(first_part) >= len(second_part) or problem["second"] < 0:
        return None
    second = Decimal(problem["second"])
    loose = second % Decimal(1).scaleb(-len(first_part))
    if loose == 0 or problem["first"] <= second:
        return None
    return f"""
    aligned = first - Fraction("{second - loose}")  # Subtract where both numbers have digits.
    answer = aligned + Fraction("{loose}")  # Bring the other digits down.
    """


wrong = mistake("decimal_subtraction", _steps)

ENTRY = Misconception(
    id="decimal_subtract_brings_down",
    name="Bringing digits down where nothing stands above",
    grades=(4, 7),
    source="Brueckner 1928, Analysis of difficulties in decimals, Elementary School Journal 29(1)",
    explanation="You may have brought digits down where the upper number has none.",
    wrong=wrong,
    questions=(
        "The second number has more digits after the point. What did you do with those?",
        "Those digits are part of what you take away. Did anything get taken away there?",
        "What could you write after the last digit of the first number without changing its value?",
        'Add the number you took away to "$quote". Do you get back to where you started?',
    ),
    examples=(("What is 35.7 - 4.32?", "31.42"), ("What is 52 - 0.18?", "52.18")),
    diagnostic=twins(wrong, "What is 35.7 - 4.32?", "What is 52 - 0.18?"),
)
