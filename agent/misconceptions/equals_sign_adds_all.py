"""All numbers of the sentence are added, on both sides of the equals sign."""

from ..expressions import Binary, parse_expression
from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _shows(problem: Problem) -> bool:
    left = parse_expression(problem["left"])
    adds = isinstance(left, Binary) and left.operator == "+" and problem["left_coefficient"] == 0
    return adds and problem["right_coefficient"] == 1 and problem["right_constant"] > 0


wrong = mistake(
    "linear_equation",
    """
    left_sum = left_constant  # Add the numbers on the left.
    answer = left_sum + right_constant  # Add the number on the right as well.
    """,
    shows=_shows,
)

ENTRY = Misconception(
    id="equals_sign_adds_all",
    name="Adding all the numbers in sight",
    grades=(2, 6),
    source="McNeil & Alibali 2005, Why won't you change your mind? Knowledge of operational patterns hinders "
    "learning and performance on equations, Child Development 76(4)",
    explanation="You may have added all the numbers, also the one after the equals sign.",
    wrong=wrong,
    questions=(
        "Which numbers did you add?",
        "What does the equals sign tell you about its sides?",
        "Think of a balance with a pan for each side. What lies on each pan?",
        "Put your number in and work out both sides. Are they the same?",
    ),
    examples=(("8 + 4 = __ + 5", "17"), ("9 + 6 = n + 7", "22")),
    diagnostic=twins(wrong, "8 + 4 = __ + 5", "19 + 26 = n + 17"),
)
