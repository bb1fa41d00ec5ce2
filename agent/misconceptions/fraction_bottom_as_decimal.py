"""A unit fraction is written as a decimal with the bottom number after the point."""

from fractions import Fraction

from . import Misconception
from ._tools import drawn, mistake

_BOTTOMS = (2, 4, 5, 8, 16, 20, 25, 32, 40, 50, 80, 125)
wrong = mistake(
    "fraction_to_decimal",
    lambda problem: (
        f'answer = Fraction("0.{problem["denominator"]}")  # Write the bottom number after the point.'
    ),
    shows=lambda problem: (
        problem["numerator"] == 1
        and Fraction(f"0.{problem['denominator']}") != Fraction(1, problem["denominator"])
    ),
)

ENTRY = Misconception(
    id="fraction_bottom_as_decimal",
    name="Writing the bottom number after the point",
    grades=(4, 7),
    source="Steinle & Stacey 2004, A longitudinal study of students' understanding of decimal notation, "
    "Proceedings of PME 28 (reciprocal thinking)",
    explanation="You may have written the bottom number of the fraction after the point.",
    wrong=wrong,
    questions=(
        "Which fraction do you get when you read your result in tenths or hundredths?",
        "If the bottom number of such a fraction grows, does the fraction get larger or smaller?",
        "What happens to your decimals when the bottom number grows?",
        "Which division does the fraction stand for?",
    ),
    examples=(("Write 1/4 as a decimal.", "0.4"), ("Write 1/8 as a decimal.", "0.8")),
    diagnostic=drawn(wrong, lambda random: f"Write 1/{random.choice(_BOTTOMS)} as a decimal."),
)
