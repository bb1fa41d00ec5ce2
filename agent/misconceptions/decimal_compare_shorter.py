"""The decimal with fewer digits is always taken for the larger one."""

from ..symbolic import Problem
from . import Misconception
from ._tools import compared, mistake, twins, two_decimals


def _by_length(problem: Problem) -> int | None:
    (whole, part), (other_whole, other_part) = two_decimals(problem)
    if whole != other_whole:
        return None
    return (len(part) < len(other_part)) - (len(part) > len(other_part))


wrong = mistake("decimal_comparison", lambda problem: compared(problem, _by_length(problem)))

ENTRY = Misconception(
    id="decimal_compare_shorter",
    name="Shorter decimals are taken for larger",
    grades=(4, 8),
    source="Steinle & Stacey 2004, A longitudinal study of students' understanding of decimal notation, "
    "Proceedings of PME 28",
    explanation="You may have taken the number with fewer digits for the larger one.",
    wrong=wrong,
    questions=(
        "What did the number of digits tell you?",
        "Hundredths are smaller than tenths. Can many hundredths still be more than a few tenths?",
        "How many hundredths does each number have in all?",
        "How could you write both numbers with equally many digits after the point?",
        "Where would both numbers sit on a number line?",
    ),
    examples=(("Which is larger, 0.3 or 0.45?", "0.3"), ("Which is larger, 4.73 or 4.5?", "4.5")),
    diagnostic=twins(wrong, "Which is larger, 0.3 or 0.45?", "Which is larger, 4.73 or 4.5?"),
)
