"""Negative numbers are compared by their size, without the minus sign."""

from ..symbolic import Problem
from ..symbolic.wording import arithmetic_value
from . import Misconception
from ._tools import compared, mistake, twins


def _by_size(problem: Problem) -> int | None:
    first, second = arithmetic_value(problem["first"]), arithmetic_value(problem["second"])
    if first is None or second is None or min(first, second) >= 0:
        return None
    return (abs(first) > abs(second)) - (abs(first) < abs(second))


wrong = mistake("number_comparison", lambda problem: compared(problem, _by_size(problem)))

ENTRY = Misconception(
    id="integer_compare_by_size",
    name="Comparing negative numbers by their size",
    grades=(5, 8),
    source="Bofferding 2014, Negative integer understanding: characterizing first graders' mental models, "
    "JRME 45(2)",
    explanation="You may have compared the numbers without their minus signs.",
    wrong=wrong,
    questions=(
        "Where does each number sit on a number line?",
        "Which of them lies further to the right?",
        "Think of temperatures. Which of them would feel warmer?",
        "Would you rather have a small debt or a large one, and what does that say about these numbers?",
    ),
    examples=(("Which is larger, -7 or -3?", "-7"), ("Which is larger, -12 or 5?", "-12")),
    diagnostic=twins(wrong, "Which is larger, -7 or -3?", "Which is larger, -12 or 5?"),
)
