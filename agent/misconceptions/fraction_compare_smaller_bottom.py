"""The fraction with the smaller bottom number is always taken for the larger one."""

from ..symbolic import Problem
from . import Misconception
from ._tools import arranged, compared, fraction_parts, mistake, twins


def _by_bottom(problem: Problem) -> int:
    (_, bottom), (_, other_bottom) = fraction_parts(problem)
    return (bottom < other_bottom) - (bottom > other_bottom)


def _size(text: str) -> int | None:
    bottom = text.partition("/")[2]
    return -int(bottom) if bottom.isdigit() and "-" not in text and " " not in text else None


def _steps(problem: Problem) -> str | None:
    if problem.kind == "fraction_comparison":
        return compared(problem, _by_bottom(problem))
    return arranged(problem, _size)


wrong = mistake("fraction_comparison ordering extreme", _steps)

ENTRY = Misconception(
    id="fraction_compare_smaller_bottom",
    name="Comparing fractions by the bottom alone",
    grades=(3, 7),
    source="Stafylidou & Vosniadou 2004, The development of students' understanding of the numerical value "
    "of fractions, Learning and Instruction 14(5)",
    explanation="You may have looked at the bottom numbers only.",
    wrong=wrong,
    questions=(
        "Which part of each fraction did you use to decide?",
        "The bottom number says how large a piece is. What does the top number say?",
        "Could many small pieces together be more than a few large ones?",
        "Draw a bar for each fraction, the bars equally long. Which has more shaded?",
        "How much is missing from a whole in each fraction?",
    ),
    examples=(
        ("Which is larger, 1/2 or 3/4?", "1/2"),
        ("Which is larger, 5/6 or 2/3?", "2/3"),
        ("Put these numbers in ascending order: 1/2, 3/4, 5/8", "5/8, 3/4, 1/2"),
    ),
    diagnostic=twins(
        wrong,
        "Which is larger, 1/2 or 3/4?",
        "Which is larger, 5/6 or 2/3?",
        "Put these numbers in ascending order: 1/2, 5/8, 3/4",
        "Which of these numbers is the largest: 1/2, 3/5, 5/8?",
    ),
)
