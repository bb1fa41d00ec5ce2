"""The percent number itself is added or taken away."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "percent_off percent_increase percent_decrease",
    lambda problem: {
        "percent_off": "answer = price - percent  # Take the percent number away.",
        "percent_increase": "answer = original + percent  # Add the percent number.",
        "percent_decrease": "answer = original - percent  # Take the percent number away.",
    }[problem.kind],
    shows=lambda problem: dict(problem.given).get("price", dict(problem.given).get("original")) != 100,
)

ENTRY = Misconception(
    id="percent_taken_as_amount",
    name="Taking the percent number as an amount",
    grades=(6, 8),
    source="Parker & Leinhardt 1995, Percent: a privileged proportion, Review of Educational Research 65(4)",
    explanation="You may have used the percent number as if it were an amount.",
    wrong=wrong,
    questions=(
        "The percent tells you a share. A share of what?",
        "Would the change be the same for a cheap thing and for an expensive thing?",
        "What would the change be if the whole were a hundred, and what if it were smaller?",
        "How could you find that share of the amount in the problem first?",
    ),
    examples=(("What is 20% off $80?", "60"), ("Increase 50 by 10%.", "60")),
    diagnostic=twins(wrong, "What is 20% off $80?", "Increase 50 by 10%.", "Decrease 240 by 15%."),
)
