"""A percent is written as a fraction with the percent number below."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "percent_to_fraction",
    "answer = Fraction(1, percent)  # Write the percent number as the bottom.",
    shows=lambda problem: isinstance(problem["percent"], int) and problem["percent"] != 10,
)

ENTRY = Misconception(
    id="percent_as_bottom",
    name="Writing the percent number as the bottom",
    grades=(5, 8),
    source="Parker & Leinhardt 1995, Percent: a privileged proportion, Review of Educational Research 65(4)",
    explanation="You may have written the percent number as the bottom of the fraction.",
    wrong=wrong,
    questions=(
        "What does the word percent say about the size of the pieces?",
        "Which part of a fraction tells the size of the pieces, and which tells how many there are?",
        "If the percent number grows, should the fraction get larger or smaller?",
        "What happens to your fraction when its bottom number grows?",
    ),
    examples=(("Write 5% as a fraction.", "1/5"), ("Write 20% as a fraction.", "1/20")),
    diagnostic=twins(
        wrong, "Write 5% as a fraction.", "Write 20% as a fraction.", "Write 45% as a fraction."
    ),
)
