"""The mean is divided by the count, where the total is asked for."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "total_from_mean",
    "answer = Fraction(mean, count)  # Divide by how many there are.",
    shows=lambda problem: problem["mean"] != 0,
)

ENTRY = Misconception(
    id="mean_divided_again",
    name="Dividing the mean once more",
    grades=(5, 8),
    source="Pollatsek, Lima & Well 1981, Concept or computation: students' understanding of the mean, "
    "Educational Studies in Mathematics 12(2)",
    explanation="You may have divided the mean by how many numbers there are.",
    wrong=wrong,
    questions=(
        "What is the problem asking for, and what has already been done to get the mean?",
        "Should all the numbers together come to more than the mean or to less, and what about your result?",
        "Make up a pair of small numbers. What is their mean, and does your way lead back to what they "
        "come to together?",
        "Suppose that every one of the numbers were as large as the mean. How could you find what they come to "
        "together?",
    ),
    examples=(
        ("The mean of 5 numbers is 20. What is their total?", "4"),
        ("The mean of 4 numbers is 7. What is their total?", "7/4"),
    ),
    diagnostic=twins(
        wrong,
        "The mean of 5 numbers is 20. What is their total?",
        "The mean of 8 numbers is 12. What is their total?",
    ),
)
