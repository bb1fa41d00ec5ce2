"""The number in the middle of the list as written is taken for the median."""

from fractions import Fraction
from statistics import median

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    numbers = [Fraction(number) for number in problem["numbers"]]
    middle = len(numbers) // 2
    if len(numbers) % 2:
        shown = numbers[middle]
        lines = f"answer = numbers[{middle}]  # Take the number in the middle of the list."
    else:
        shown = (numbers[middle - 1] + numbers[middle]) / 2
        lines = f"answer = Fraction(numbers[{middle - 1}] + numbers[{middle}], 2)  # Go halfway between."
    return None if shown == median(numbers) else lines


wrong = mistake("median", _steps)

ENTRY = Misconception(
    id="median_without_ordering",
    name="Taking the middle of an unordered list",
    grades=(5, 9),
    source="Barr 1980, Some students' ideas on the median and the mode, Teaching Statistics 2(2)",
    explanation="You may have taken the number in the middle of the list as it is written.",
    wrong=wrong,
    questions=(
        "How did you find the middle?",
        "If the numbers were written in another order, would your way give another result?",
        "How many of the numbers are smaller than yours, and how many are larger?",
        "How could you line the numbers up so that their middle means something?",
    ),
    examples=(("What is the median of 7, 2, 9, 3 and 5?", "9"), ("What is the median of 8, 1, 6, 4?", "3.5")),
    diagnostic=twins(
        wrong, "What is the median of 7, 2, 9, 3 and 5?", "What is the median of 12, 31, 15, 24, 18, 40, 22?"
    ),
)
