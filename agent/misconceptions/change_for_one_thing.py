"""The change is worked out as if only one thing were bought."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake("change_from_several", "answer = paid - price  # Take the price from what is paid.")

ENTRY = Misconception(
    id="change_for_one_thing",
    name="Paying for only one of several things",
    grades=(3, 6),
    source="Quintero 1983, Conceptual understanding in solving two-step word problems with a ratio, "
    "JRME 14(2)",
    explanation="You may have paid for only one of the things.",
    wrong=wrong,
    questions=(
        "How many things are in the bag, and how many did you pay for in your work?",
        "Which numbers of the story did you use, and which did you leave out?",
        "Act out the story with play money. What must be paid before there is change?",
        "How much do all the things cost together?",
    ),
    examples=(
        ("You buy 3 pens at $2 each. You pay with $10. How much change do you get?", "8"),
        ("You buy 4 books at $6 each. You pay with $50. How much change do you get?", "44"),
    ),
    diagnostic=twins(
        wrong,
        "You buy 3 pens at $2 each. You pay with $10. How much change do you get?",
        "You buy 4 books at $6 each. You pay with $50. How much change do you get?",
    ),
)
