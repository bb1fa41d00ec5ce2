"""The missing value is left out when the numbers are counted."""

from fractions import Fraction

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _shows(problem: Problem) -> bool:
    numbers = [Fraction(number) for number in problem["numbers"]]
    return len(numbers) > 1 and Fraction(problem["mean"]) * len(numbers) > sum(numbers)


wrong = mistake(
    "missing_value_for_mean",
    """
    count = len(numbers)  # Count the numbers that are known.
    total = count * mean  # Multiply by the mean.
    answer = total - sum(numbers)  # Take away the numbers that are known.
    """,
    shows=_shows,
)

ENTRY = Misconception(
    id="mean_missing_value_not_counted",
    name="Not counting the missing value",
    grades=(6, 9),
    source="Cai 1998, Exploring students' conceptual understanding of the averaging algorithm, School "
    "Science and Mathematics 98(2)",
    explanation="You may have multiplied the mean by how many numbers are known.",
    wrong=wrong,
    questions=(
        "Put the number you found in with the others and work out the mean of all. What do you get?",
        "What did you multiply the mean by, and what does that number count?",
        "Which numbers does the mean in the problem belong to?",
        "Write all of them in a row, with a box for the missing one. How many stand in the row?",
    ),
    examples=(
        ("The mean of 4, 6 and x is 7. Find x.", "4"),
        ("The mean of 10, 12, 11 and x is 13. Find x.", "6"),
    ),
    diagnostic=twins(
        wrong,
        "The mean of 4, 6 and x is 7. Find x.",
        "The mean of 10, 12, 11 and x is 18. Find x.",
    ),
)
