"""What comes after the place is cut off."""

from fractions import Fraction

from ..symbolic import Problem
from ..symbolic.number.scientific import magnitude
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    if problem.kind == "estimate":
        sign = problem["operation"]
        return (
            "first_cut = Fraction(first) // place * place  # Cut off the first number.\n"
            "second_cut = Fraction(second) // place * place  # Cut off the second number.\n"
            + (
                "answer = Fraction(first_cut, second_cut)"
                if sign == "/"
                else f"answer = first_cut {sign} second_cut"
            )
            + "  # Work with those."
        )
    last = (
        "place"
        if problem.kind == "rounding"
        else f"Fraction(10) ** {magnitude(problem['number']) - problem['figures'] + 1}"
    )
    return f"""
    last_place = {last}  # Find the last place to keep.
    answer = Fraction(number) // last_place * last_place  # Cut off what comes after it.
    """


def _goes_up(problem: Problem) -> bool:
    if problem.kind == "estimate":
        both = [Fraction(problem[name]) / Fraction(problem["place"]) for name in ("first", "second")]
        goes = [value % 1 * 2 >= 1 for value in both]
        cancels = problem["operation"] in "-/" and all(goes)
        return any(goes) and not cancels and all(value >= 1 for value in both)
    if problem["number"] <= 0:
        return False
    place = (
        Fraction(problem["place"])
        if problem.kind == "rounding"
        else Fraction(10) ** (magnitude(problem["number"]) - problem["figures"] + 1)
    )
    return Fraction(problem["number"]) / place % 1 * 2 >= 1


wrong = mistake("rounding significant_figures estimate", _steps, shows=_goes_up)

ENTRY = Misconception(
    id="rounding_always_down",
    name="Always rounding down",
    grades=(3, 8),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (rounds down instead of up)",
    explanation="You may have cut the number off without looking at what comes after.",
    wrong=wrong,
    questions=(
        "Between which round numbers does the number in the problem lie?",
        "What did you do with the digits you left out?",
        "Mark the number on a number line, and the round numbers on both sides of it. Which is closer?",
        "How far is it down to your round number, and how far up to the next?",
    ),
    examples=(
        ("Round 47 to the nearest ten.", "40"),
        ("Estimate 48 × 31 by rounding each number to the nearest ten.", "1200"),
    ),
    diagnostic=twins(
        wrong,
        "Round 47 to the nearest ten.",
        "Round 3.678 to 2 decimal places.",
        "Estimate 48 × 31 by rounding each number to the nearest ten.",
        "Round 5678 to 2 significant figures.",
    ),
)
