"""A percent is written as a decimal by putting the point in front of its digits."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "percent_to_decimal",
    lambda problem: f'answer = Fraction("0.{problem["percent"]}")  # Put a point in front.',
    shows=lambda problem: isinstance(problem["percent"], int) and not 10 <= problem["percent"] < 100,
)

ENTRY = Misconception(
    id="percent_point_in_front",
    name="Putting the point in front of a percent",
    grades=(5, 8),
    source="Gay & Aichele 1997, Middle school students' understanding of number sense related to percent, "
    "School Science and Mathematics 97(1)",
    explanation="You may have put a point in front of the percent number.",
    wrong=wrong,
    questions=(
        "Is this percent a small share, most of the whole, or even more than all of it?",
        'Is "$quote" a share of that size?',
        "A percent counts hundredths. Where do hundredths stand after the point?",
        "How would you write the percent as a fraction, and then as a decimal?",
    ),
    examples=(("Write 5% as a decimal.", "0.5"), ("Write 125% as a decimal.", "0.125")),
    diagnostic=twins(wrong, "Write 5% as a decimal.", "Write 125% as a decimal."),
)
