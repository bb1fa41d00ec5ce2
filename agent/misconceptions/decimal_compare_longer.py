"""The part after the point is read as a whole number, so more digits look like more."""

from ..symbolic import Problem
from . import Misconception
from ._tools import compared, mistake, twins, two_decimals


def _as_whole_numbers(problem: Problem) -> int | None:
    (whole, part), (other_whole, other_part) = two_decimals(problem)
    if whole != other_whole or len(part) == len(other_part):
        return None
    one, other = int(part or "0"), int(other_part or "0")
    return (one > other) - (one < other)


wrong = mistake("decimal_comparison", lambda problem: compared(problem, _as_whole_numbers(problem)))

ENTRY = Misconception(
    id="decimal_compare_longer",
    name="Longer decimals are taken for larger",
    grades=(4, 8),
    source="Steinle & Stacey 2004, A longitudinal study of students' understanding of decimal notation, "
    "Proceedings of PME 28",
    explanation="You may have read the digits after the point as a whole number.",
    wrong=wrong,
    questions=(
        "What does the first digit after the point stand for?",
        "Which number has more tenths?",
        "Does writing more digits after the point always make a number larger?",
        "How could you write both numbers with equally many digits after the point?",
        "Where would both numbers sit on a number line between the same whole numbers?",
    ),
    examples=(("Which is larger, 0.8 or 0.35?", "0.35"), ("Which is larger, 4.125 or 4.7?", "4.125")),
    diagnostic=twins(wrong, "Which is larger, 0.8 or 0.35?", "Which is larger, 4.125 or 4.7?"),
)
