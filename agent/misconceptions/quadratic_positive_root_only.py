"""Only the positive solution of a pure quadratic equation is given."""

from fractions import Fraction

from ..expressions import exact_root
from ..symbolic import Problem
from ..symbolic.problem import number_code
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    square = -Fraction(problem["c"]) / problem["a"]
    root = exact_root(square, 2) if problem["b"] == 0 and square > 0 else None
    if root is None:
        return None
    return f"""
    square = {number_code(square)}  # Leave the square alone on its side.
    answer = {number_code(root)}  # Take the square root.
    """


wrong = mistake("quadratic_equation", _steps)

ENTRY = Misconception(
    id="quadratic_positive_root_only",
    name="Giving only the positive solution",
    grades=(8, 9),
    source="Vaiyavutjamai & Clements 2006, Effects of classroom instruction on students' understanding of "
    "quadratic equations, Mathematics Education Research Journal 18(1)",
    explanation="You may have stopped at the positive solution.",
    wrong=wrong,
    questions=(
        "What does it mean for a number to solve the equation?",
        "Which numbers give the same square?",
        "What happens to a negative number when it is squared?",
        "Where on a number line are all the numbers whose square is right?",
    ),
    examples=(("Solve x^2 = 49.", "7"), ("Solve x^2 - 36 = 0.", "6")),
    diagnostic=twins(wrong, "Solve x^2 = 49.", "Solve x^2 - 36 = 0."),
)
