"""A decimal is read as one over the digits after the point."""

from ..symbolic import Problem
from . import Misconception
from ._tools import decimal_digits, mistake, twins


def _steps(problem: Problem) -> str | None:
    whole, part = decimal_digits(problem["decimal"])
    bottom = int(part or "0")
    if whole != "0" or bottom < 2 or bottom * bottom == 10 ** len(part):
        return None
    return f"answer = Fraction(1, {bottom})  # Write the digits after the point under a one."


wrong = mistake("decimal_to_fraction", _steps)

ENTRY = Misconception(
    id="decimal_as_unit_fraction",
    name="Reading a decimal as a unit fraction",
    grades=(4, 7),
    source="Steinle & Stacey 2004, A longitudinal study of students' understanding of decimal notation, "
    "Proceedings of PME 28 (reciprocal thinking)",
    explanation="You may have written the digits after the point as the bottom of a fraction.",
    wrong=wrong,
    questions=(
        "How do you read the decimal aloud with tenths or hundredths?",
        "Which part of the fraction says what kind of pieces there are, and which says how many?",
        "If the digit after the point grows, does the decimal get larger or smaller?",
        "What happens to your fraction when its bottom number grows?",
    ),
    examples=(("Write 0.4 as a fraction.", "1/4"), ("Write 0.25 as a fraction.", "1/25")),
    diagnostic=twins(
        wrong, "Write 0.4 as a fraction.", "Write 0.35 as a fraction.", "Write 0.125 as a fraction."
    ),
)
