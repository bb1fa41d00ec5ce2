"""Significant figures are counted from the point."""

from fractions import Fraction

from ..symbolic import Problem
from ..symbolic.number.scientific import magnitude
from . import Misconception
from ._tools import decimal_digits, mistake, twins


def _rounded(problem: Problem, place: Fraction) -> Fraction:
    return (2 * Fraction(problem["number"]) + place) // (2 * place) * place


def _shows(problem: Problem) -> bool:
    figures = problem["figures"]
    if problem["number"] <= 0 or len(decimal_digits(problem["number"])[1]) <= figures:
        return False
    right = Fraction(10) ** (magnitude(problem["number"]) - figures + 1)
    return _rounded(problem, right) != _rounded(problem, Fraction(1, 10**figures))


wrong = mistake(
    "significant_figures",
    """
    place = Fraction(1, 10**figures)  # Count that many digits after the point.
    rounded = (2 * Fraction(number) + place) // (2 * place)  # Round there.
    answer = rounded * place  # Write the number.
    """,
    shows=_shows,
)

ENTRY = Misconception(
    id="significant_figures_as_places",
    name="Counting significant figures from the point",
    grades=(7, 9),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (decimal places for "
    "significant figures)",
    explanation="You may have counted the digits after the point.",
    wrong=wrong,
    questions=(
        "Where did you begin to count the figures?",
        "Which digit of the number tells you most about how large it is?",
        "Say the same length in meters and in millimeters. Does it get more or fewer significant "
        "figures that way?",
        "How many digits of your result tell something about the size, and how many were asked for?",
    ),
    examples=(
        ("Round 34.5678 to 2 significant figures.", "34.57"),
        ("Round 0.04567 to 2 significant figures.", "0.05"),
    ),
    diagnostic=twins(
        wrong,
        "Round 34.5678 to 2 significant figures.",
        "Round 0.04567 to 2 significant figures.",
        "Round 5.2738 to 3 significant figures.",
    ),
)
