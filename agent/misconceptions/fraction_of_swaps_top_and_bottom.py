"""A fraction of a number is found by dividing by the top and multiplying by the bottom."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "fraction_of_number",
    """
    one_part = Fraction(number, numerator)  # Divide by the top.
    answer = one_part * denominator  # Multiply by the bottom.
    """,
    shows=lambda problem: 0 < problem["numerator"] != problem["denominator"] and problem["number"] != 0,
)

ENTRY = Misconception(
    id="fraction_of_swaps_top_and_bottom",
    name="Dividing by the top and multiplying by the bottom",
    grades=(4, 7),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (divides by the "
    "numerator, multiplies by the denominator)",
    explanation="You may have used the top where the bottom belongs, and the other way round.",
    wrong=wrong,
    questions=(
        "Is the fraction less or more than a whole, and what does that say about your result?",
        "Draw a bar for the whole number. Into how many equal pieces do you cut it?",
        "Which number of the fraction says how many pieces there are, and which says how many you take?",
        "Try your way on a half of a small number. What comes out?",
    ),
    examples=(
        ("What is 3/4 of 48?", "64"),
        ("What is 2/5 of 30?", "75"),
    ),
    diagnostic=twins(
        wrong,
        "What is 3/4 of 48?",
        "What is 2/5 of 30?",
        "What is 3/8 of 240?",
    ),
)
