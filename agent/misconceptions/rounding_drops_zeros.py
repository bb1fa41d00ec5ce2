"""After rounding the places behind are left off instead of filled with zeros."""

from ..symbolic import Problem
from . import Misconception
from ._tools import decimal_digits, mistake, twins


def _last_place(problem: Problem) -> int:
    """What the last digit that is kept is worth."""
    if problem.kind == "rounding":
        return int(problem["place"])
    return 10 ** (len(decimal_digits(problem["number"])[0]) - problem["figures"])


wrong = mistake(
    "rounding significant_figures",
    lambda problem: (
        f"answer = (2 * Fraction(number) + {_last_place(problem)}) // (2 * {_last_place(problem)})"
        "  # Round and keep only the digits in front."
    ),
    shows=lambda problem: (
        problem["number"] >= 10
        and (problem["place"] >= 10 if problem.kind == "rounding" else True)
        and _last_place(problem) >= 10
        and problem["number"] * 2 >= _last_place(problem)
    ),
)

ENTRY = Misconception(
    id="rounding_drops_zeros",
    name="Leaving off the zeros after rounding",
    grades=(3, 8),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (placeholders "
    "forgotten when rounding)",
    explanation="You may have kept the digits in front and left off the places behind them.",
    wrong=wrong,
    questions=(
        "Think of the number as money. Would your result say fairly how much it is?",
        "In which place does the first digit stand, in the problem and in your result?",
        "Put your result and the number from the problem on a number line. How far apart are they?",
        "How could you show that a place is empty, so that the other digits stay where they are?",
    ),
    examples=(
        ("Round 4728 to the nearest hundred.", "47"),
        ("Round 45678 to 2 significant figures.", "46"),
    ),
    diagnostic=twins(
        wrong,
        "Round 4728 to the nearest hundred.",
        "Round 45678 to 2 significant figures.",
        "Round 367 to the nearest ten.",
    ),
)
