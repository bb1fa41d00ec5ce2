"""Only digits in the same place are multiplied: tens by tens and units by units."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "whole_multiplication",
    """
    tens_product = (first // 10 * 10) * (second // 10 * 10)  # Multiply the tens.
    units_product = (first % 10) * (second % 10)  # Multiply the units.
    answer = tens_product + units_product  # Add both.
    """,
    shows=lambda problem: (
        10 <= problem["first"] < 100
        and 10 <= problem["second"] < 100
        and problem["first"] % 10 + problem["second"] % 10 > 0
    ),
)

ENTRY = Misconception(
    id="multiply_matching_places",
    name="Multiplying only matching places",
    grades=(3, 6),
    source="Ashlock 2006, Error Patterns in Computation, 9th ed., multiplication of whole numbers",
    explanation="You may have multiplied the tens with the tens and the units with the units only.",
    wrong=wrong,
    questions=(
        "Which parts did you multiply with each other?",
        "Draw a rectangle with these side lengths and split each side into tens and units. How many parts "
        "does it have?",
        "Which parts of the rectangle are in your work, and which are not yet?",
        "If you round both numbers down to tens, how large is their product, and should yours be much larger?",
        "What would the units of the first number do with the tens of the second?",
    ),
    examples=(("What is 23 × 14?", "212"), ("What is 36 × 42?", "1212")),
    diagnostic=twins(wrong, "What is 23 × 14?", "What is 36 × 42?"),
)
