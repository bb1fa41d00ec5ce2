"""Zeros are not counted when a mean is taken."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "mean",
    """
    total = sum(numbers)  # Add the numbers.
    count = len([number for number in numbers if number != 0])  # Count those that are something.
    answer = Fraction(total, count)  # Divide.
    """,
    shows=lambda problem: 0 in problem["numbers"] and sum(problem["numbers"]) != 0,
)

ENTRY = Misconception(
    id="mean_leaves_out_zero",
    name="Leaving zeros out of a mean",
    grades=(5, 8),
    source="Strauss & Bichler 1988, The development of children's concepts of the arithmetic average, JRME "
    "19(1)",
    explanation="You may have left a zero out when you counted the numbers.",
    wrong=wrong,
    questions=(
        "How many numbers are in the list?",
        "By what did you divide, and how did you get that count?",
        "If somebody has nothing, do they still get a share when everything is shared out evenly?",
        "Would the mean stay the same if a person with nothing joined the group?",
    ),
    examples=(("What is the mean of 6, 0, 9 and 3?", "6"), ("What is the mean of 0, 8, 4, 0 and 3?", "5")),
    diagnostic=twins(wrong, "What is the mean of 6, 0, 9 and 3?", "What is the mean of 0, 18, 24, 0 and 13?"),
)
