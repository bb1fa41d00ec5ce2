"""Decimals are lined up at their last digit and not at the point."""

from decimal import Decimal

from ..symbolic import Problem
from . import Misconception
from ._tools import decimal_digits, mistake, twins


def _steps(problem: Problem) -> str | None:
    first, second = (decimal_digits(problem[name]) for name in ("first", "second"))
    places = max(len(first[1]), len(second[1]))
    one, other = int(f"{first[0]}{first[1]}"), int(f"{second[0]}{second[1]}")
    adding = problem.kind == "decimal_addition"
    if len(first[1]) == len(second[1]) or min(problem["first"], problem["second"]) < Decimal(0):
        return None
    if not adding and one <= other:
        return None
    return f"""
    in_columns = {one} {"+" if adding else "-"} {other}  # Line the last digits up and work it out.
    answer = Fraction(in_columns, {10**places})  # Put the point back.
    """


wrong = mistake("decimal_addition decimal_subtraction", _steps)

ENTRY = Misconception(
    id="decimal_align_right",
    name="Lining decimals up at the last digit",
    grades=(4, 7),
    source="Hiebert & Wearne 1985, A model of students' decimal computation procedures, Cognition and "
    "Instruction 2",
    explanation="You may have lined the numbers up at their last digits and not at the point.",
    wrong=wrong,
    questions=(
        "How did you write the numbers under each other?",
        "What does the last digit of each number stand for: units, tenths or hundredths?",
        "Do the digits in each of your columns stand for the same place?",
        'Round both numbers to whole numbers. Does "$quote" fit what you get then?',
        "How could you write the shorter number so that both have equally many digits after the point?",
    ),
    examples=(("What is 5.1 + 0.46?", "0.97"), ("What is 7.2 - 0.35?", "0.37")),
    diagnostic=twins(wrong, "What is 5.1 + 0.46?", "What is 7.2 - 0.35?", "What is 12.5 + 3.48?"),
)
