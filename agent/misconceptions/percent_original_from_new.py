"""The percent is taken of the new value to get back to the original one."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "original_before_increase original_before_decrease",
    lambda problem: (
        "change = Fraction(new, 100) * percent  # Find the percent of the new value.\n"
        + (
            "answer = new - change  # Take it away again."
            if problem.kind == "original_before_increase"
            else "answer = new + change  # Add it again."
        )
    ),
    shows=lambda problem: problem.kind == "original_before_decrease" or problem["percent"] < 100,
)

ENTRY = Misconception(
    id="percent_original_from_new",
    name="Going back by the percent of the new value",
    grades=(7, 9),
    source="Parker & Leinhardt 1995, Percent: a privileged proportion, Review of Educational "
    "Research 65(4) (percent of which whole)",
    explanation="You may have taken the percent of the value after the change.",
    wrong=wrong,
    questions=(
        "The percent in the problem is a percent of something. Of which value?",
        "Make the change in the problem with your original value. Which new value do you get?",
        "Draw a bar for the original value and a bar for the new one. To which bar do the hundred "
        "percent belong?",
        "How many percent of the original value is the new value?",
    ),
    examples=(
        ("After an increase of 25% a value is 100. What was the original value?", "75"),
        ("After a decrease of 20% a value is 80. What was the original value?", "96"),
    ),
    diagnostic=twins(
        wrong,
        "After an increase of 25% a value is 100. What was the original value?",
        "After a decrease of 20% a value is 80. What was the original value?",
    ),
)
