"""The numbers in the factors are read off as solutions with their signs."""

from ..symbolic import Problem
from ..symbolic.problem import number_code
from . import Misconception
from ._algebra import factor_roots
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    roots = factor_roots(problem)
    if roots is None or roots[2] != 0 or {roots[0], roots[1]} == {-roots[0], -roots[1]}:
        return None
    return f"""
    first_root = {number_code(-roots[0])}  # Read the number off the first factor.
    second_root = {number_code(-roots[1])}  # And off the second.
    answer = {{first_root, second_root}}  # Give both.
    """


wrong = mistake("quadratic_equation", _steps)

ENTRY = Misconception(
    id="quadratic_roots_with_wrong_sign",
    name="Reading solutions off the factors with their signs",
    grades=(8, 9),
    source="Kotsopoulos 2007, Unravelling student challenges with quadratics: a cognitive approach, "
    "Australian Mathematics Teacher 63(2)",
    explanation="You may have read the solutions off the factors without turning their signs.",
    wrong=wrong,
    questions=(
        "How did you get from the factors to the solutions?",
        "When does a factor come to nothing?",
        "Put your result in for the letter and work out each factor. Is one of them nothing?",
        "What would you have to put in to make the first factor vanish?",
    ),
    examples=(("Solve (x - 2)(x + 3) = 0.", "{-2, 3}"), ("Solve (x + 4)(x + 5) = 0.", "{4, 5}")),
    diagnostic=twins(wrong, "Solve (x - 2)(x + 3) = 0.", "Solve (x + 4)(x + 5) = 0."),
)
