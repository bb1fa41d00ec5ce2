"""The range is taken between the first and the last number as they are listed."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    numbers = problem["numbers"]
    first, last = numbers[0], numbers[-1]
    if first == last or abs(last - first) == max(numbers) - min(numbers):
        return None
    larger, smaller = ("last", "first") if last > first else ("first", "last")
    return f"""
    first = numbers[0]  # Take the first number.
    last = numbers[-1]  # Take the last number.
    answer = {larger} - {smaller}  # Take one from the other.
    """


wrong = mistake("range", _steps)

ENTRY = Misconception(
    id="range_first_and_last",
    name="Taking the range in the order given",
    grades=(5, 8),
    source="Ryan & Williams 2007, Children's Mathematics 4-15: Learning from Errors and Misconceptions, Open "
    "University Press",
    explanation="You may have used the first and the last number as they are listed.",
    wrong=wrong,
    questions=(
        "What does the range tell you about a list of numbers?",
        "If somebody wrote the same numbers in another order, what would your way give?",
        "Mark all the numbers on a number line and circle those you used. Where do the others lie?",
        "Which marks stand at the ends of all that you have marked?",
    ),
    examples=(
        ("What is the range of 7, 3, 9 and 4?", "3"),
        ("What is the range of 12, 5, 20, 8 and 15?", "3"),
    ),
    diagnostic=twins(
        wrong, "What is the range of 7, 3, 9 and 4?", "What is the range of 12, 35, 20, 18 and 15?"
    ),
)
