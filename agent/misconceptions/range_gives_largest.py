"""The largest number is given for the range."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "range",
    "answer = max(numbers)  # Find the largest number.",
    shows=lambda problem: min(problem["numbers"]) != 0,
)

ENTRY = Misconception(
    id="range_gives_largest",
    name="Giving the largest number for the range",
    grades=(5, 8),
    source="Ryan & Williams 2007, Children's Mathematics 4-15: Learning from Errors and Misconceptions, Open "
    "University Press",
    explanation="You may have given the largest number of the list.",
    wrong=wrong,
    questions=(
        "What does the range tell you about a list of numbers?",
        "Which numbers of the list does your result depend on?",
        "Think of a list whose numbers lie close together and one that is spread out, with the same largest "
        "number. Would your way tell them apart?",
        "Mark the numbers on a number line. How long is the stretch from one end of them to the other?",
    ),
    examples=(
        ("What is the range of 7, 3, 9 and 4?", "9"),
        ("What is the range of 12, 5, 20, 8 and 15?", "20"),
    ),
    diagnostic=twins(
        wrong, "What is the range of 7, 3, 9 and 4?", "What is the range of 12, 35, 20, 18 and 15?"
    ),
)
