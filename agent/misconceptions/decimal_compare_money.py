"""Decimals are cut off after two digits, as with money, and then look equal."""

from random import Random

from ..symbolic import Problem
from . import Misconception
from ._tools import compared, drawn, mistake, two_decimals


def _like_money(problem: Problem) -> int | None:
    (whole, part), (other_whole, other_part) = two_decimals(problem)
    same = whole == other_whole and part.ljust(2, "0")[:2] == other_part.ljust(2, "0")[:2]
    return 0 if same else None


wrong = mistake("decimal_comparison", lambda problem: compared(problem, _like_money(problem), ties=True))


def _wording(random: Random) -> str:
    number = f"{random.randrange(10)}.{random.randrange(10, 100)}"
    longer = f"{number}{random.randrange(1, 100):02}"
    first, second = random.sample([number, longer], 2)
    return f"Which is larger, {first} or {second}?"


ENTRY = Misconception(
    id="decimal_compare_money",
    name="Reading decimals like money",
    grades=(4, 8),
    source="Steinle & Stacey 2004, A longitudinal study of students' understanding of decimal notation, "
    "Proceedings of PME 28 (money thinking)",
    explanation="You may have looked only as far as the hundredths, as with money.",
    wrong=wrong,
    questions=(
        "How far did you read the digits after the point?",
        "What do the digits after the hundredths stand for?",
        "Is there something between a price and the next cent?",
        "If you zoom in on a number line, do both numbers sit at the same point?",
    ),
    examples=(("Which is larger, 4.45 or 4.4502?", "equal"), ("Which is larger, 0.738 or 0.73?", "equal")),
    diagnostic=drawn(wrong, _wording),
)
