"""The tens that are left over from multiplying the units are forgotten."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "whole_multiplication",
    """
    units = (first % 10) * second  # Multiply the units.
    tens = (first // 10) * second  # Multiply the tens.
    answer = 10 * tens + units % 10  # Write only the last digit of the units.
    """,
    shows=lambda problem: (
        10 < problem["first"] < 100
        and 1 < problem["second"] < 10
        and problem["first"] % 10 * problem["second"] > 9
    ),
)

ENTRY = Misconception(
    id="multiply_drops_carry",
    name="Forgetting the carried tens in a product",
    grades=(3, 5),
    source="Cox 1975, Systematic errors in the four vertical algorithms in normal and handicapped "
    "populations, JRME 6(4)",
    explanation="You may have left out the tens that come from multiplying the units.",
    wrong=wrong,
    questions=(
        "What do you get when you multiply the units alone?",
        "If only a digit of that is written down, what becomes of the tens in it?",
        "Split the larger number into tens and units and multiply each part on its own. What do the parts "
        "come to?",
        "Does putting your parts together give what you wrote?",
    ),
    examples=(("What is 27 × 3?", "61"), ("What is 46 × 8?", "328")),
    diagnostic=twins(wrong, "What is 27 × 3?", "What is 46 × 8?"),
)
