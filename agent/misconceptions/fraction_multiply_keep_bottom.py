"""Fractions with the same bottom are multiplied as they are added: the bottom stays."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "fraction_multiplication",
    """
    numerator = first_numerator * second_numerator  # Multiply the tops.
    answer = Fraction(numerator, first_denominator)  # Keep the bottom number.
    """,
    shows=lambda problem: problem["first_denominator"] == problem["second_denominator"] > 1,
)

ENTRY = Misconception(
    id="fraction_multiply_keep_bottom",
    name="Keeping the common bottom when multiplying",
    grades=(5, 8),
    source="Siegler & Pyke 2013, Developmental and individual differences in understanding of fractions, "
    "Developmental Psychology 49(10)",
    explanation="You may have kept the common bottom number, as one does in adding.",
    wrong=wrong,
    questions=(
        "For which operation with fractions does the bottom number stay the same, and why?",
        "What does it mean to take a fraction of a fraction?",
        "If you take only a part of a part, should the result be larger or smaller than what you started with?",
        "Draw a bar, shade the first fraction, then shade the second fraction of that. Into how many equal "
        "pieces would you cut the whole bar?",
        'Compare "$quote" with your drawing. What has happened to the size of the pieces?',
    ),
    examples=(("What is 3/5 × 4/5?", "12/5"), ("What is 2/7 × 3/7?", "6/7")),
    diagnostic=twins(wrong, "What is 3/5 × 4/5?", "What is 2/7 × 3/7?"),
)
