"""The list of multiples begins with twice the number."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "multiple_list",
    "answer = {number * times for times in range(2, count + 2)}  # Multiply the number by 2, by 3, and so on.",
)

ENTRY = Misconception(
    id="multiple_begins_at_double",
    name="Not counting a number as its own multiple",
    grades=(4, 7),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (the first multiple "
    "is the double)",
    explanation="You may have begun the list a step too late.",
    wrong=wrong,
    questions=(
        "How did you get the first number of your list?",
        "Say the times table of the number aloud. How does it begin?",
        "Count up from zero in steps of the number. Where do you land first?",
        "Buy packs of that size. How many things could you have after the smallest purchase?",
    ),
    examples=(
        ("List the first 4 multiples of 6.", "{12, 18, 24, 30}"),
        ("List the first 3 multiples of 15.", "{30, 45, 60}"),
    ),
    diagnostic=twins(
        wrong,
        "List the first 4 multiples of 6.",
        "List the first 3 multiples of 15.",
    ),
)
