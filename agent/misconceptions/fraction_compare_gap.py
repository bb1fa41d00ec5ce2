"""Fractions are compared by how far the top is from the bottom."""

from ..symbolic import Problem
from . import Misconception
from ._tools import compared, fraction_parts, mistake, twins


def _by_gap(problem: Problem) -> int | None:
    (top, bottom), (other_top, other_bottom) = fraction_parts(problem)
    if top >= bottom or other_top >= other_bottom:
        return None
    gap, other_gap = bottom - top, other_bottom - other_top
    return (gap < other_gap) - (gap > other_gap)


wrong = mistake("fraction_comparison", lambda problem: compared(problem, _by_gap(problem), ties=True))

ENTRY = Misconception(
    id="fraction_compare_gap",
    name="Comparing the gaps between top and bottom",
    grades=(4, 8),
    source="Clarke & Roche 2009, Students' fraction comparison strategies as a window into robust "
    "understanding, Educational Studies in Mathematics 72",
    explanation="You may have compared how far each top is from its bottom.",
    wrong=wrong,
    questions=(
        "Take one piece of each fraction. Which piece is larger?",
        "Are the missing pieces equally large in both fractions?",
        "Draw each fraction on a bar of the same length. How long is the part that is missing?",
        "If the missing pieces have different sizes, can counting them tell you which fraction is larger?",
    ),
    examples=(("Which is larger, 5/6 or 7/8?", "equal"), ("Which is larger, 1/2 or 5/8?", "1/2")),
    diagnostic=twins(wrong, "Which is larger, 5/6 or 7/8?", "Which is larger, 1/2 or 5/8?"),
)
