"""Each factor is set equal to the number on the right, although that is not zero."""

from random import Random

from ..symbolic import Problem
from ..symbolic.problem import number_code
from . import Misconception
from ._algebra import factor_roots
from ._tools import drawn, mistake


def _steps(problem: Problem) -> str | None:
    roots = factor_roots(problem)
    if roots is None or roots[2] == 0:
        return None
    first, second, right = roots
    wrong_roots = first + right, second + right
    if all(problem["a"] * root**2 + problem["b"] * root + problem["c"] == 0 for root in wrong_roots):
        return None
    return f"""
    first_root = {number_code(right)} + {number_code(first)}  # Set the first factor equal to the right side.
    second_root = {number_code(right)} + {number_code(second)}  # And the second.
    answer = {{first_root, second_root}}  # Give both.
    """


wrong = mistake("quadratic_equation", _steps)


def _wording(random: Random) -> str:
    first, gap, extra = random.randrange(1, 9), random.randrange(1, 6), random.randrange(1, 6)
    return f"Solve (x - {first})(x - {first + gap}) = {extra * (extra + gap)}."


ENTRY = Misconception(
    id="quadratic_product_of_anything",
    name="Using the zero product rule for any number",
    grades=(8, 9),
    source="Didis & Erbas 2015, Performance and difficulties of students in formulating and solving "
    "quadratic equations with one unknown, Educational Sciences: Theory & Practice 15(4)",
    explanation="You may have set each factor equal to the number on the right.",
    wrong=wrong,
    questions=(
        "What must the right side be before a product tells you about its factors?",
        "In how many ways can the number on the right be a product?",
        "Put your result in for the letter and work out the product. Does it come out as the problem says?",
        "How could you bring the equation to a form where the right side is nothing?",
    ),
    examples=(("Solve (x - 2)(x - 3) = 6.", "{8, 9}"), ("Solve (x - 1)(x - 4) = 10.", "{11, 14}")),
    diagnostic=drawn(wrong, _wording),
)
