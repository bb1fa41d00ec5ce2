"""The fraction with the bigger numbers is taken for the larger one."""

from ..symbolic import Problem
from . import Misconception
from ._tools import arranged, compared, fraction_parts, mistake, twins


def _bigger(problem: Problem) -> int:
    (top, bottom), (other_top, other_bottom) = fraction_parts(problem)
    if top >= other_top and bottom > other_bottom:
        return 1
    return -1 if other_top >= top and other_bottom > bottom else 0


def _size(text: str) -> tuple[int, int] | None:
    top, _, bottom = text.partition("/")
    return (int(bottom), int(top)) if (top + bottom).isdigit() and bottom else None


def _steps(problem: Problem) -> str | None:
    if problem.kind == "fraction_comparison":
        return compared(problem, _bigger(problem))
    sizes = sorted(size for text in problem["numbers"].split(", ") if (size := _size(text)) is not None)
    tops = [top for _, top in sizes]
    return arranged(problem, _size) if tops == sorted(tops) else None


wrong = mistake("fraction_comparison ordering extreme", _steps)

ENTRY = Misconception(
    id="fraction_compare_bigger_numbers",
    name="Taking bigger numbers for a larger fraction",
    grades=(3, 7),
    source="Stafylidou & Vosniadou 2004, The development of students' understanding of the numerical value "
    "of fractions, Learning and Instruction 14(5)",
    explanation="You may have taken the fraction with the bigger numbers for the larger one.",
    wrong=wrong,
    questions=(
        "What did you look at to decide which fraction is larger?",
        "When the bottom number grows, do the pieces get larger or smaller?",
        "If you share a pizza among more people, what happens to each slice?",
        "Draw a bar for each fraction, the bars equally long. Which has more shaded?",
        "How close is each fraction to a whole?",
    ),
    examples=(
        ("Which is larger, 1/2 or 3/8?", "3/8"),
        ("Which is larger, 2/9 or 1/3?", "2/9"),
        ("Put these numbers in ascending order: 1/2, 2/5, 3/8", "1/2, 2/5, 3/8"),
    ),
    diagnostic=twins(
        wrong,
        "Which is larger, 1/2 or 3/8?",
        "Which is larger, 2/9 or 1/3?",
        "Put these numbers in ascending order: 3/8, 2/5, 1/2",
        "Which of these numbers is the largest: 1/2, 2/5, 3/8?",
    ),
)
