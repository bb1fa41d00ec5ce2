"""The median is given for the mean, or the mean for the median."""

from fractions import Fraction
from statistics import mean, median

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    numbers = [Fraction(number) for number in problem["numbers"]]
    if mean(numbers) == median(numbers):
        return None
    if problem.kind == "median":
        return "total = sum(numbers)  # Add.\nanswer = Fraction(total, len(numbers))  # Divide by the count."
    middle = len(numbers) // 2
    lines = "ordered = sorted(numbers)  # Put the numbers in order.\n"
    if len(numbers) % 2:
        return f"{lines}answer = ordered[{middle}]  # Take the middle one."
    return f"{lines}answer = Fraction(ordered[{middle - 1}] + ordered[{middle}], 2)  # Go halfway between."


wrong = mistake("mean median", _steps)

ENTRY = Misconception(
    id="mean_and_median_swapped",
    name="Mixing up mean and median",
    grades=(5, 9),
    source="Zawojewski & Shaughnessy 2000, Mean and median: are they really so easy?, Mathematics Teaching "
    "in the Middle School 5(7)",
    explanation="You may have found another kind of average than the one that is asked for.",
    wrong=wrong,
    questions=(
        "What does a mean tell you about the numbers, and what does a median?",
        "Does it ask for the number in the middle, or for sharing everything out evenly?",
        "Which steps did you take, and which of those two ideas do they belong to?",
        "If the largest number became much larger, would your result change, and should it?",
    ),
    examples=(("What is the mean of 2, 3 and 10?", "3"), ("What is the median of 2, 3 and 10?", "5")),
    diagnostic=twins(
        wrong, "What is the mean of 4, 7, 2, 9 and 8?", "What is the median of 2, 8, 14, 3 and 33?"
    ),
)
