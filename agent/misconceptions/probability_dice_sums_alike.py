"""The sums of two dice are taken to be equally likely."""

from fractions import Fraction

from ..symbolic import Problem
from ..symbolic.data.events import outcomes
from . import Misconception
from ._tools import mistake, twins

_SUMS = [one + other for one in range(1, 7) for other in range(1, 7)]


def _steps(problem: Problem) -> str | None:
    fitting = {total for total in outcomes(problem["event"], 12) or () if total in _SUMS}
    pairs = sum(total in fitting for total in _SUMS)
    if not fitting or Fraction(len(fitting), 11) == Fraction(pairs, 36):
        return None
    return f"""
    fitting = {len(fitting)}  # Count the sums that fit.
    sums = 11  # Count the sums from two to twelve.
    answer = Fraction(fitting, sums)  # Each is as likely as the others.
    """


wrong = mistake("probability_two_dice", _steps)

ENTRY = Misconception(
    id="probability_dice_sums_alike",
    name="Taking the sums of two dice to be equally likely",
    grades=(6, 9),
    source="Lecoutre 1992, Cognitive models and problem spaces in purely random situations, Educational "
    "Studies in Mathematics 23(6)",
    explanation="You may have taken every sum of two dice to be equally likely.",
    wrong=wrong,
    questions=(
        "What did you count for the bottom number of your fraction?",
        "Think of a red die and a blue one. What do they show when the sum is as small as it can be?",
        "In how many ways can a sum from the middle come up, and in how many the smallest of all?",
        "Make a table with the red die along the top and the blue one down the side. How often does each sum "
        "stand in it?",
    ),
    examples=(
        ("Two fair dice are rolled. What is the probability that the sum is 7?", "1/11"),
        ("Two fair dice are rolled. What is the probability that the sum is greater than 9?", "3/11"),
    ),
    diagnostic=twins(wrong, "Two fair dice are rolled. What is the probability that the sum is 7?"),
)
