"""The carried digit is added to the next digit before that is multiplied."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "whole_multiplication",
    """
    units = (first % 10) * second  # Multiply the units.
    tens_with_carry = first // 10 + units // 10  # Add the carried tens to the tens digit.
    tens = tens_with_carry * second  # Multiply that.
    answer = 10 * tens + units % 10  # Write it down.
    """,
    shows=lambda problem: (
        10 < problem["first"] < 100
        and 1 < problem["second"] < 10
        and problem["first"] % 10 * problem["second"] > 9
    ),
)

ENTRY = Misconception(
    id="multiply_adds_carry_first",
    name="Adding the carry before multiplying",
    grades=(3, 5),
    source="Ashlock 2006, Error Patterns in Computation, 9th ed., multiplication of whole numbers",
    explanation="You may have added the carried tens before multiplying the next digit.",
    wrong=wrong,
    questions=(
        "What happens to the tens that are carried, and when?",
        "Where do the carried tens come from, and have they been multiplied already?",
        "Split the larger number into tens and units and multiply each part on its own. What do the parts "
        "come to?",
        "Does putting your parts together give what you wrote?",
        "Round the larger number to tens and multiply. Is your result about as large?",
    ),
    examples=(("What is 27 × 3?", "121"), ("What is 46 × 8?", "648")),
    diagnostic=twins(wrong, "What is 27 × 3?", "What is 46 × 8?"),
)
