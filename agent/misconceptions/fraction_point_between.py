"""A fraction is written as a decimal by putting a point between top and bottom."""

from fractions import Fraction

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "fraction_to_decimal",
    lambda problem: (
        f'answer = Fraction("{problem["numerator"]}.{problem["denominator"]}")  # Put a point between.'
    ),
    shows=lambda problem: (
        Fraction(f"{problem['numerator']}.{problem['denominator']}")
        != Fraction(problem["numerator"], problem["denominator"])
    ),
)

ENTRY = Misconception(
    id="fraction_point_between",
    name="Putting a point between top and bottom",
    grades=(4, 7),
    source="Markovits & Sowder 1991, Students' understanding of the relationship between fractions and "
    "decimals, Focus on Learning Problems in Mathematics 13(1)",
    explanation="You may have put a point between the top and the bottom number.",
    wrong=wrong,
    questions=(
        "What does the bar between top and bottom mean?",
        "Is the fraction more or less than a whole?",
        'Is "$quote" more or less than a whole?',
        "Which division does the fraction stand for?",
        "Shade the fraction on a strip with tenths marked. About how many tenths is it?",
    ),
    examples=(("Write 3/4 as a decimal.", "3.4"), ("Write 1/8 as a decimal.", "1.8")),
    diagnostic=twins(wrong, "Write 3/4 as a decimal.", "Write 1/8 as a decimal.", "Write 7/20 as a decimal."),
)
