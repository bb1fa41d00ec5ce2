"""The decimal with fewer digits is always taken for the larger one."""

from ..symbolic import Problem
from . import Misconception
from ._tools import arranged, compared, decimal_digits, mistake, twins, two_decimals


def _by_length(problem: Problem) -> int | None:
    (whole, part), (other_whole, other_part) = two_decimals(problem)
    if whole != other_whole:
        return None
    return (len(part) < len(other_part)) - (len(part) > len(other_part))


def _size(text: str) -> tuple[int, int, int] | None:
    whole, part = decimal_digits(text)
    plain = (whole + part).isdigit() and "-" not in text
    return (int(whole), -len(part), int(part or "0")) if plain else None


def _steps(problem: Problem) -> str | None:
    if problem.kind == "decimal_comparison":
        return compared(problem, _by_length(problem))
    return arranged(problem, _size)


wrong = mistake("decimal_comparison ordering extreme", _steps)

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
        "How could you write the numbers with equally many digits after the point?",
        "Where would the numbers sit on a number line?",
    ),
    examples=(
        ("Which is larger, 0.3 or 0.45?", "0.3"),
        ("Which is larger, 4.73 or 4.5?", "4.5"),
        ("Put these numbers in ascending order: 0.3, 0.45, 0.512", "0.512, 0.45, 0.3"),
    ),
    diagnostic=twins(
        wrong,
        "Which is larger, 0.3 or 0.45?",
        "Which is larger, 4.73 or 4.5?",
        "Put these numbers in ascending order: 0.3, 0.45, 0.512",
        "Which of these numbers is the largest: 2.3, 2.48, 2.517?",
    ),
)
