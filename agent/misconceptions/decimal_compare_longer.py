"""The part after the point is read as a whole number, so more digits look like more."""

from ..symbolic import Problem
from . import Misconception
from ._tools import arranged, compared, decimal_digits, mistake, twins, two_decimals


def _as_whole_numbers(problem: Problem) -> int | None:
    (whole, part), (other_whole, other_part) = two_decimals(problem)
    if whole != other_whole or len(part) == len(other_part):
        return None
    one, other = int(part or "0"), int(other_part or "0")
    return (one > other) - (one < other)


def _size(text: str) -> tuple[int, int] | None:
    whole, part = decimal_digits(text)
    return (int(whole), int(part or "0")) if (whole + part).isdigit() and "-" not in text else None


def _steps(problem: Problem) -> str | None:
    if problem.kind == "decimal_comparison":
        return compared(problem, _as_whole_numbers(problem))
    return arranged(problem, _size)


wrong = mistake("decimal_comparison ordering extreme", _steps)

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
        "How could you write the numbers with equally many digits after the point?",
        "Where would the numbers sit on a number line between the same whole numbers?",
    ),
    examples=(
        ("Which is larger, 0.8 or 0.35?", "0.35"),
        ("Which is larger, 4.125 or 4.7?", "4.125"),
        ("Put these numbers in ascending order: 0.8, 0.35, 0.412", "0.8, 0.35, 0.412"),
    ),
    diagnostic=twins(
        wrong,
        "Which is larger, 0.8 or 0.35?",
        "Which is larger, 4.125 or 4.7?",
        "Put these numbers in ascending order: 0.35, 0.412, 0.8",
        "Which of these numbers is the largest: 2.5, 2.38, 2.417?",
    ),
)
