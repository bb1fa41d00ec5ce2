"""The percent number itself is added or taken away."""

from fractions import Fraction

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins

_LINES = {
    "percent_off": "answer = price - percent  # Take the percent number away.",
    "percent_increase": "answer = original + percent  # Add the percent number.",
    "percent_decrease": "answer = original - percent  # Take the percent number away.",
    "original_before_increase": "answer = new - percent  # Take the percent number away.",
    "original_before_decrease": "answer = new + percent  # Add the percent number.",
}


def _steps(problem: Problem) -> str:
    if problem.kind != "two_percent_changes":
        return _LINES[problem.kind]
    first, second = problem["first_sign"], problem["second_sign"]
    return f"answer = original {first} first_percent {second} second_percent  # Use the percent numbers."


def _shows(problem: Problem) -> bool:
    if problem.kind == "original_before_increase":
        return 0 < problem["new"] - problem["percent"] != 100
    if problem.kind == "original_before_decrease":
        return problem["new"] + problem["percent"] != 100
    if problem.kind != "two_percent_changes":
        return problem["price" if problem.kind == "percent_off" else "original"] != 100
    original = Fraction(problem["original"])
    first, second = (
        Fraction(problem[f"{which}_percent"]) * (1 if problem[f"{which}_sign"] == "+" else -1)
        for which in ("first", "second")
    )
    wrong = original + first + second
    return wrong > 0 and original != 100 and wrong != original * (100 + first) * (100 + second) / 10000


wrong = mistake(f"{' '.join(_LINES)} two_percent_changes", _steps, shows=_shows)

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
    diagnostic=twins(
        wrong,
        "What is 20% off $80?",
        "Increase 50 by 10%.",
        "Decrease 240 by 15%.",
        "After an increase of 25% a value is 200. What was the original value?",
        "After a decrease of 20% a value is 160. What was the original value?",
        "The value 200 is increased by 10% and then decreased by 20%. What is the final value?",
    ),
)
