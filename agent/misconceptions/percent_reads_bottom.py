"""A unit fraction is written as a percent by reading its bottom number as percent."""

from . import Misconception
from ._tools import drawn, mistake

_BOTTOMS = (2, 4, 5, 8, 20, 25, 40, 50)
wrong = mistake(
    "fraction_to_percent",
    "answer = denominator  # Read the bottom number as percent.",
    shows=lambda problem: problem["numerator"] == 1 and problem["denominator"] != 10,
)

ENTRY = Misconception(
    id="percent_reads_bottom",
    name="Reading the bottom number as percent",
    grades=(5, 8),
    source="Parker & Leinhardt 1995, Percent: a privileged proportion, Review of Educational Research 65(4)",
    explanation="You may have read the bottom number of the fraction as a percent.",
    wrong=wrong,
    questions=(
        "If you cut a whole into more pieces, does a single piece get larger or smaller?",
        "What happens to your percent when the bottom number grows?",
        "How many hundredths does a single piece hold?",
        "All pieces together make the whole. What percent do they make together?",
    ),
    examples=(("Write 1/5 as a percent.", "5"), ("Write 1/4 as a percent.", "4")),
    diagnostic=drawn(wrong, lambda random: f"Write 1/{random.choice(_BOTTOMS)} as a percent."),
)
