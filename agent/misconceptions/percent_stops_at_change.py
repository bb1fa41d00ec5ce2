"""The change is found and given as the new amount."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "percent_off percent_increase percent_decrease",
    lambda problem: (
        "answer = Fraction(price, 100) * percent  # Find the discount."
        if problem.kind == "percent_off"
        else "answer = Fraction(original, 100) * percent  # Find the change."
    ),
    shows=lambda problem: problem["percent"] != 50 or problem.kind == "percent_increase",
)

ENTRY = Misconception(
    id="percent_stops_at_change",
    name="Giving the change instead of the new amount",
    grades=(6, 8),
    source="Parker & Leinhardt 1995, Percent: a privileged proportion, Review of Educational Research 65(4)",
    explanation="You may have stopped at the change and not gone on to the new amount.",
    wrong=wrong,
    questions=(
        "What does the number you found stand for in the problem?",
        "What does the problem want to know in the end?",
        'If somebody paid "$quote", would that fit the story of the problem?',
        "How do the old amount, the change and the new amount fit together?",
    ),
    examples=(("What is 20% off $80?", "16"), ("Increase 50 by 10%.", "5")),
    diagnostic=twins(wrong, "What is 20% off $80?", "Increase 50 by 10%.", "Decrease 240 by 15%."),
)
