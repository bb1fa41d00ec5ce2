"""The old mean and the new number are averaged as if they counted alike."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "mean_after_adding",
    """
    sum_of_both = mean + added  # Add the mean and the new number.
    answer = Fraction(sum_of_both, 2)  # Halve it.
    """,
    shows=lambda problem: problem["mean"] != problem["added"],
)

ENTRY = Misconception(
    id="mean_of_two_means",
    name="Going halfway between the mean and the new number",
    grades=(6, 9),
    source="Pollatsek, Lima & Well 1981, Concept or computation: students' understanding of the mean, "
    "Educational Studies in Mathematics 12(2)",
    explanation="You may have gone halfway between the mean and the new number.",
    wrong=wrong,
    questions=(
        "How many numbers stand behind the mean in the problem, and how many behind the new one?",
        "Suppose the mean came from a thousand numbers. How far would a single new number move it?",
        "Write down some numbers that have the mean of the problem and put the new one with them. What is "
        "their mean?",
        "What do you divide by when you work out a mean, and what have you divided by here?",
    ),
    examples=(
        ("The mean of 4 numbers is 10. Another number, 20, is added. What is the new mean?", "15"),
        ("The mean of 5 numbers is 12. Another number, 18, is added. What is the new mean?", "15"),
    ),
    diagnostic=twins(
        wrong,
        "The mean of 4 numbers is 10. Another number, 20, is added. What is the new mean?",
        "The mean of 5 numbers is 12. Another number, 18, is added. What is the new mean?",
    ),
)
