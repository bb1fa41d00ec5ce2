"""Mixed numbers are multiplied whole by whole and fraction by fraction."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "mixed_multiplication",
    """
    wholes = first_whole * second_whole  # Multiply the wholes.
    parts = Fraction(first_numerator * second_numerator, first_denominator * second_denominator)  # And the fractions.
    answer = wholes + parts  # Put both together.
    """,
    shows=lambda problem: (
        problem["first_denominator"] > 1
        and problem["second_denominator"] > 1
        and problem["first_whole"] + problem["second_whole"] > 0
    ),
)

ENTRY = Misconception(
    id="mixed_multiply_parts",
    name="Multiplying wholes and fractions apart",
    grades=(5, 8),
    source="Ashlock 2006, Error Patterns in Computation, 9th ed., fractions (multiplication of mixed numbers)",
    explanation="You may have multiplied the wholes with each other, and the fractions with each other.",
    wrong=wrong,
    questions=(
        "Which parts did you multiply with each other?",
        "Draw a rectangle with these side lengths and split each side into its whole and its fraction. How "
        "many fields are there?",
        "Which fields of the rectangle are in your work, and which are not yet?",
        "How could each number be written as a single fraction before you multiply?",
    ),
    examples=(("What is 2 1/2 × 3 1/3?", "6 1/6"), ("What is 1 1/4 × 2 1/2?", "2 1/8")),
    diagnostic=twins(wrong, "What is 2 1/2 × 3 1/3?", "What is 1 1/4 × 2 1/2?"),
)
