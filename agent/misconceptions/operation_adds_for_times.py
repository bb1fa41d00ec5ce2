"""The numbers are added where they are to be multiplied."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "whole_multiplication",
    "answer = first + second  # Add the numbers.",
    shows=lambda problem: problem["first"] + problem["second"] != problem["first"] * problem["second"],
)

ENTRY = Misconception(
    id="operation_adds_for_times",
    name="Adding where numbers are multiplied",
    grades=(2, 5),
    source="Roberts 1968, The failure strategies of third grade arithmetic pupils, Arithmetic Teacher 15(5)",
    explanation="You may have added the numbers instead of multiplying them.",
    wrong=wrong,
    questions=(
        "Which sign stands between the numbers, and what does it tell you to do?",
        "Draw rows of dots that fit the problem. What does each of the numbers count in your drawing?",
        "How many dots are in each row, and how many rows are there?",
        "How would you write the problem as adding the same number again and again?",
    ),
    examples=(("What is 6 × 8?", "14"), ("What is 23 × 4?", "27")),
    diagnostic=twins(wrong, "What is 6 × 8?", "What is 23 × 4?"),
)
