"""The second fraction is not turned over: division is done as multiplication."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "fraction_division",
    """
    numerator = first_numerator * second_numerator  # Multiply the tops.
    denominator = first_denominator * second_denominator  # Multiply the bottoms.
    answer = Fraction(numerator, denominator)  # Write the fraction.
    """,
    shows=lambda problem: (
        problem["second_numerator"] != problem["second_denominator"] and problem["first_numerator"] > 0
    ),
)

ENTRY = Misconception(
    id="fraction_divide_as_multiply",
    name="Multiplying where fractions are divided",
    grades=(5, 8),
    source="Siegler & Lortie-Forgues 2015, Conceptual knowledge of fraction arithmetic, Journal of "
    "Educational Psychology 107(3)",
    explanation="You may have multiplied the fractions straight across instead of dividing.",
    wrong=wrong,
    questions=(
        "What does this division ask, in your own words?",
        "How often does the second fraction fit into the first, more than once or less than once?",
        'Does "$quote" fit your estimate of how often it goes in?',
        "If you multiplied the same fractions, what would you get, and should a division come out the same?",
        "How can you check a division by multiplying?",
    ),
    examples=(("What is 3/4 ÷ 2/7?", "3/14"), ("What is 1/2 ÷ 1/4?", "1/8")),
    diagnostic=twins(wrong, "What is 3/4 ÷ 2/7?", "What is 1/2 ÷ 1/4?"),
)
