"""Negative numbers are compared by their size, without the minus sign."""

from ..symbolic import Problem
from ..symbolic.wording import arithmetic_value
from . import Misconception
from ._tools import arranged, compared, mistake, twins


def _by_size(problem: Problem) -> int | None:
    first, second = arithmetic_value(problem["first"]), arithmetic_value(problem["second"])
    if first is None or second is None or min(first, second) >= 0:
        return None
    return (abs(first) > abs(second)) - (abs(first) < abs(second))


def _steps(problem: Problem) -> str | None:
    if problem.kind == "number_comparison":
        return compared(problem, _by_size(problem))
    return arranged(problem, lambda text: abs(arithmetic_value(text) or 0))


wrong = mistake("number_comparison ordering extreme", _steps)

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
    examples=(
        ("Which is larger, -7 or -3?", "-7"),
        ("Which is larger, -12 or 5?", "-12"),
        ("Put these numbers in ascending order: -7, 2, -3, 5", "2, -3, 5, -7"),
    ),
    diagnostic=twins(
        wrong,
        "Which is larger, -7 or -3?",
        "Which is larger, -12 or 5?",
        "Put these numbers in ascending order: -7, -3, 2, 5",
        "Which of these numbers is the smallest: -6, 4, -2, 7?",
    ),
)
