"""Fractions added top to top and bottom to bottom."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "fraction_addition",
    """
    numerator = first_numerator + second_numerator  # Add the tops.
    denominator = first_denominator + second_denominator  # Add the bottoms.
    answer = Fraction(numerator, denominator)  # Write the fraction.
    """,
    shows=lambda problem: problem["first_denominator"] > 1 and problem["second_denominator"] > 1,
)

ENTRY = Misconception(
    id="fraction_add_across",
    name="Adding tops and bottoms separately",
    grades=(4, 7),
    source="Siegler & Pyke 2013, Developmental and individual differences in understanding of fractions, "
    "Developmental Psychology 49(10)",
    explanation="You may have added the tops on their own and the bottoms on their own.",
    wrong=wrong,
    questions=(
        "What does the bottom number of each fraction tell you about the size of its pieces?",
        'Look at the bottom number in "$quote". What kind of pieces are you counting now, and where did they '
        "come from?",
        "If you drew both fractions on bars of the same length, would all the pieces be equally large?",
        "You put the fractions together. Is your result larger or smaller than each of them, and does that "
        "fit?",
        "What would have to be true of the pieces before you can count them together?",
    ),
    examples=(("What is 1/3 + 1/4?", "2/7"), ("What is 2/5 + 1/2?", "3/7")),
    diagnostic=twins(wrong, "What is 1/3 + 1/4?", "What is 3/8 + 1/4?", "What is 2/5 + 1/2?"),
)
