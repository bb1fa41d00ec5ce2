"""Fractions are multiplied crosswise: each top with the other's bottom."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "fraction_multiplication",
    """
    first_product = first_numerator * second_denominator  # Multiply crosswise.
    second_product = first_denominator * second_numerator  # And the other way.
    answer = Fraction(first_product, second_product)  # Write them as a fraction.
    """,
    shows=lambda problem: (
        problem["first_denominator"] > 1
        and problem["second_denominator"] > 1
        and problem["second_denominator"] != problem["second_numerator"]
    ),
)

ENTRY = Misconception(
    id="fraction_multiply_cross",
    name="Multiplying fractions crosswise",
    grades=(5, 8),
    source="Braithwaite, Pyke & Siegler 2017, A computational model of fraction arithmetic, Psychological "
    "Review 124(5)",
    explanation="You may have multiplied crosswise, each top with the other bottom.",
    wrong=wrong,
    questions=(
        "Which numbers did you multiply with each other, and what made you choose those?",
        "Where have you seen multiplying crosswise before, and what was the question there?",
        'Does "$quote" look like a part of a part, larger or smaller than the fractions you began with?',
        "Draw a square, shade the first fraction from the left and the second from the top. Where do you see "
        "the product?",
        "In your drawing, how do you count all the pieces, and how do you count the pieces shaded both ways?",
    ),
    examples=(("What is 3/5 × 2/7?", "21/10"), ("What is 1/3 × 5/8?", "8/15")),
    diagnostic=twins(wrong, "What is 3/5 × 2/7?", "What is 1/3 × 5/8?"),
)
