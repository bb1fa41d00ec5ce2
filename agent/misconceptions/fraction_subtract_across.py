"""Fractions subtracted top from top and bottom from bottom."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "fraction_subtraction",
    """
    numerator = first_numerator - second_numerator  # Subtract the tops.
    denominator = abs(first_denominator - second_denominator)  # Subtract the bottoms.
    answer = Fraction(numerator, denominator)  # Write the fraction.
    """,
    shows=lambda problem: (
        problem["first_numerator"] > problem["second_numerator"]
        and problem["first_denominator"] != problem["second_denominator"]
        and min(problem["first_denominator"], problem["second_denominator"]) > 1
    ),
)

ENTRY = Misconception(
    id="fraction_subtract_across",
    name="Subtracting tops and bottoms separately",
    grades=(4, 7),
    source="Schumacher & Malone 2017, Error patterns with fraction calculations at fourth grade, Elementary "
    "School Journal 118(1)",
    explanation="You may have subtracted the tops on their own and the bottoms on their own.",
    wrong=wrong,
    questions=(
        "What does the bottom number of a fraction tell you?",
        "You take something away. Is your result larger or smaller than what you started with?",
        "Cut bars of equal length for both fractions. Do the pieces you take away match the pieces you have?",
        "How could you write both fractions so that the pieces are equally large before you take any away?",
    ),
    examples=(("What is 3/4 - 1/3?", "2"), ("What is 5/6 - 1/4?", "2")),
    diagnostic=twins(wrong, "What is 3/4 - 1/3?", "What is 7/9 - 1/4?", "What is 5/6 - 1/4?"),
)
