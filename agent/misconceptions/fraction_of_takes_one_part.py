"""Only one of the parts is taken of a number."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "fraction_of_number",
    "answer = Fraction(number, denominator)  # Divide by the bottom.",
    shows=lambda problem: problem["numerator"] > 1 and problem["number"] != 0,
)

ENTRY = Misconception(
    id="fraction_of_takes_one_part",
    name="Taking only one of the parts",
    grades=(4, 7),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (the unit fraction "
    "for a non-unit fraction of an amount)",
    explanation="You may have looked only at the bottom of the fraction.",
    wrong=wrong,
    questions=(
        "What does your number stand for in a drawing of the whole, cut into equal pieces?",
        "Which number of the fraction have you used, and which is still waiting?",
        "If the top of the fraction grew, would your result change, and should it?",
        "Put the pieces back together. How many of them does the fraction ask for?",
    ),
    examples=(
        ("What is 3/4 of 48?", "12"),
        ("What is 2/5 of 30?", "6"),
    ),
    diagnostic=twins(
        wrong,
        "What is 3/4 of 48?",
        "What is 2/5 of 30?",
        "What is 3/8 of 240?",
    ),
)
