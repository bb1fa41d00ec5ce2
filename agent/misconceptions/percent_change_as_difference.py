"""The difference between the values is given as the percent."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "percent_change_increase percent_change_decrease",
    "answer = abs(new - original)  # Find how much it changed and call it percent.",
    shows=lambda problem: problem["original"] != 100,
)

ENTRY = Misconception(
    id="percent_change_as_difference",
    name="Giving a difference as a percent",
    grades=(6, 9),
    source="Parker & Leinhardt 1995, Percent: a privileged proportion, Review of Educational Research 65(4)",
    explanation="You may have given the difference itself as a percent.",
    wrong=wrong,
    questions=(
        "What does the number you found stand for: an amount or a share?",
        "Would the same difference be a large or a small change if the starting value were a thousand times "
        "larger?",
        "A percent compares the change with something. With what here?",
        "How could you say the change as a fraction of the starting value?",
    ),
    examples=(
        ("What is the percent increase from 40 to 50?", "10"),
        ("What is the percent decrease from 80 to 60?", "20"),
    ),
    diagnostic=twins(
        wrong, "What is the percent increase from 40 to 50?", "What is the percent decrease from 80 to 60?"
    ),
)
