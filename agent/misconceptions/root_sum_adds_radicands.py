"""Roots are added by adding the numbers under them."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    sign = problem["operation"]
    first, second = problem["first_radicand"], problem["second_radicand"]
    factors = problem["first_factor"], problem["second_factor"]
    if sign == "-" and (first <= second or (factors != (1, 1) and factors[0] <= factors[1])):
        return None
    lines = (
        f"under_root = first_radicand {sign} second_radicand  # Put the numbers under the roots together.\n"
    )
    if factors == (1, 1):
        return f"{lines}answer = sqrt(under_root)  # Write one root."
    return (
        f"{lines}in_front = first_factor {sign} second_factor  # Put the numbers in front together.\n"
        "answer = in_front * sqrt(under_root)  # Write one root."
    )


wrong = mistake("root_sum", _steps)

ENTRY = Misconception(
    id="root_sum_adds_radicands",
    name="Adding the numbers under the roots",
    grades=(8, 9),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle; Matz 1982, Towards "
    "a process model for high school algebra errors, in Sleeman & Brown (eds.), Intelligent "
    "Tutoring Systems",
    explanation="You may have put the numbers under the roots together.",
    wrong=wrong,
    questions=(
        "What did you do with the numbers under the roots?",
        "Try your way on two roots of square numbers that you know. What do you get, and what should it be?",
        "Roughly how large is each of the roots, and how large should they be together?",
        "Which square number is hidden as a factor under each root?",
    ),
    examples=(
        ("Simplify √8 + √18.", "√26"),
        ("Simplify √48 - √12.", "6"),
    ),
    diagnostic=twins(
        wrong,
        "Simplify √8 + √18.",
        "Simplify √12 + √27.",
        "Simplify 2√2 + √18.",
    ),
)
