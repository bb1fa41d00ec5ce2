"""A change is compared with the new value instead of the old one."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "percent_change_increase percent_change_decrease",
    """
    change = abs(new - original)  # Find how much it changed.
    fraction_of_new = Fraction(change, new)  # Compare it with the new value.
    answer = 100 * fraction_of_new  # Write it as a percent.
    """,
)

ENTRY = Misconception(
    id="percent_change_of_new",
    name="Comparing a change with the new value",
    grades=(7, 9),
    source="Parker & Leinhardt 1995, Percent: a privileged proportion, Review of Educational Research 65(4)",
    explanation="You may have compared the change with the new value.",
    wrong=wrong,
    questions=(
        "What did you compare the change with?",
        "Which value was there first, before anything changed?",
        "When a shop says how much a price went up, up from what?",
        "Take your percent of the starting value and put it on top or off. Do you reach the new value?",
    ),
    examples=(
        ("What is the percent increase from 40 to 50?", "20"),
        ("What is the percent decrease from 50 to 40?", "25"),
    ),
    diagnostic=twins(
        wrong, "What is the percent increase from 40 to 50?", "What is the percent decrease from 80 to 60?"
    ),
)
