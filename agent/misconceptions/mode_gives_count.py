"""How often the most frequent number occurs is given for the mode."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _shows(problem: Problem) -> bool:
    numbers: list[object] = list(problem["numbers"])
    highest = max(numbers.count(number) for number in numbers)
    modes = {number for number in numbers if numbers.count(number) == highest}
    return highest > 1 and len(modes) == 1 and highest not in modes


wrong = mistake(
    "mode",
    """
    counts = [numbers.count(number) for number in numbers]  # Count how often each number occurs.
    answer = max(counts)  # Take the highest count.
    """,
    shows=_shows,
)

ENTRY = Misconception(
    id="mode_gives_count",
    name="Giving the count for the mode",
    grades=(5, 9),
    source="Barr 1980, Some students' ideas on the median and the mode, Teaching Statistics 2(2)",
    explanation="You may have given how often a number occurs and not the number itself.",
    wrong=wrong,
    questions=(
        "What does the mode tell you about a list?",
        "Is your result one of the things that were counted, or is it how often something was counted?",
        "If these were shoe sizes in a shop, which size would the shop buy most of?",
        "Which number in the list does your count belong to?",
    ),
    examples=(("What is the mode of 7, 9, 7, 12 and 7?", "3"), ("What is the mode of 15, 11, 15, 18?", "2")),
    diagnostic=twins(wrong, "What is the mode of 7, 9, 7, 12 and 7?", "What is the mode of 15, 11, 15, 18?"),
)
