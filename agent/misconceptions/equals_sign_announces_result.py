"""The number after the equals sign is taken to be the result of what stands before it."""

from ..expressions import Binary, parse_expression
from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _shows(problem: Problem) -> bool:
    known = isinstance(parse_expression(problem["left"]), Binary) and problem["left_coefficient"] == 0
    return known and problem["right_coefficient"] == 1 and problem["right_constant"] != 0


wrong = mistake("linear_equation", "answer = left_constant  # Work out the left side.", shows=_shows)

ENTRY = Misconception(
    id="equals_sign_announces_result",
    name="Writing the result after the equals sign",
    grades=(2, 6),
    source="Falkner, Levi & Carpenter 1999, Children's understanding of equality: a foundation for algebra, "
    "Teaching Children Mathematics 6(4)",
    explanation="You may have written the result of the left side right after the equals sign.",
    wrong=wrong,
    questions=(
        "What does the equals sign tell you about its sides?",
        "What else stands after the equals sign, besides what you are looking for?",
        "Think of a balance with a pan for each side. What lies on each pan?",
        "Put your number in and work out both sides. Are they the same?",
    ),
    examples=(("8 + 4 = __ + 5", "12"), ("9 + 6 = n + 7", "15")),
    diagnostic=twins(wrong, "8 + 4 = __ + 5", "19 + 26 = n + 17"),
)
