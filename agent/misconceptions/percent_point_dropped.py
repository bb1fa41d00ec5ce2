"""A decimal is written as a percent by leaving the point out."""

from decimal import Decimal

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "decimal_to_percent",
    lambda problem: f"answer = {int(str(problem['decimal']).replace('.', ''))}  # Leave the point out.",
    shows=lambda problem: Decimal(problem["decimal"]).as_tuple().exponent != -2,
)

ENTRY = Misconception(
    id="percent_point_dropped",
    name="Leaving the point out of a percent",
    grades=(5, 8),
    source="Gay & Aichele 1997, Middle school students' understanding of number sense related to percent, "
    "School Science and Mathematics 97(1)",
    explanation="You may have left the point out to make a percent.",
    wrong=wrong,
    questions=(
        "About how much of a whole is the decimal: a little, about the middle, or nearly all?",
        'Is "$quote" percent a share of that size?',
        "How many hundredths does the decimal have?",
        "What would the decimal look like with exactly hundredths after the point?",
    ),
    examples=(("Write 0.4 as a percent.", "4"), ("Write 0.125 as a percent.", "125")),
    diagnostic=twins(
        wrong, "Write 0.4 as a percent.", "Write 0.125 as a percent.", "Write 1.5 as a percent."
    ),
)
