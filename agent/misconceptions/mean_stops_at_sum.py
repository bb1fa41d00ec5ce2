"""The numbers are added and the sum is given as the mean."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "mean",
    "answer = sum(numbers)  # Add the numbers.",
    shows=lambda problem: sum(problem["numbers"]) != 0,
)

ENTRY = Misconception(
    id="mean_stops_at_sum",
    name="Giving the sum for the mean",
    grades=(5, 8),
    source="Cai 1998, Exploring students' conceptual understanding of the averaging algorithm, School "
    "Science and Mathematics 98(2)",
    explanation="You may have stopped after adding the numbers up.",
    wrong=wrong,
    questions=(
        "What does a mean tell you about a group of numbers?",
        "Can a mean be larger than every number in the list?",
        "Imagine they all put what they have on a pile. What still has to happen so that all get the same?",
        "Among how many do you share what you have put together?",
    ),
    examples=(("What is the mean of 4, 7 and 10?", "21"), ("What is the mean of 2, 8, 6 and 4?", "20")),
    diagnostic=twins(wrong, "What is the mean of 4, 7 and 10?", "What is the mean of 12, 18, 16 and 34?"),
)
