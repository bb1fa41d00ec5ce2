"""The row for the tens digit is written as if it were units."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "whole_multiplication",
    """
    units_row = first * (second % 10)  # Multiply by the units digit.
    tens_row = first * (second // 10)  # Multiply by the tens digit, without moving over.
    answer = units_row + tens_row  # Add the rows.
    """,
    shows=lambda problem: problem["first"] > 9 and 10 < problem["second"] < 100,
)

ENTRY = Misconception(
    id="multiply_forgets_place_shift",
    name="Not moving over for the tens row",
    grades=(3, 6),
    source="Ashlock 2006, Error Patterns in Computation, 9th ed., multiplication of whole numbers (placing "
    "partial products)",
    explanation="You may have multiplied by the tens digit as if it stood for units.",
    wrong=wrong,
    questions=(
        "What is each row of your work the product of?",
        "What is the tens digit of the second number worth?",
        "Round both numbers to tens and multiply those. Is your result about as large?",
        "If you multiply by tens instead of units, where does the row have to stand?",
        "Draw a rectangle with these sides, split at the tens. Which of your rows is which part?",
    ),
    examples=(("What is 23 × 14?", "115"), ("What is 36 × 42?", "216")),
    diagnostic=twins(wrong, "What is 23 × 14?", "What is 36 × 42?", "What is 128 × 35?"),
)
