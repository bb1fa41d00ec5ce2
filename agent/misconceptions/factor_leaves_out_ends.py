"""1 and the number itself are left out of the factors."""

from math import gcd

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    if problem.kind == "factor_list":
        number = problem["number"]
        between = [small for small in range(2, number) if number % small == 0]
    else:
        greatest = gcd(*problem["numbers"])
        between = [
            small
            for small in range(2, greatest + 1)
            if greatest % small == 0 and small not in problem["numbers"]
        ]
    if not between:
        return None
    return f"answer = {{{', '.join(map(str, between))}}}  # List what divides, from 2 on."


wrong = mistake("factor_list common_factors", _steps)

ENTRY = Misconception(
    id="factor_leaves_out_ends",
    name="Leaving out 1 and the number itself as factors",
    grades=(4, 7),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle; Zazkis & Campbell "
    "1996, Divisibility and multiplicative structure of natural numbers, JRME 27(5)",
    explanation="You may have listed only the factors that lie in between.",
    wrong=wrong,
    questions=(
        "How did you look for the factors, and where did you begin?",
        "Write each factor you found next to its partner in a product. Do all products come to the number?",
        "Draw all the rectangles with that many little squares. Which sides do the longest and "
        "thinnest ones have?",
        "Which is the smallest number that goes into it, and which is the largest?",
    ),
    examples=(
        ("List all the factors of 12.", "{2, 3, 4, 6}"),
        ("Find the common factors of 12 and 18.", "{2, 3, 6}"),
    ),
    diagnostic=twins(
        wrong,
        "List all the factors of 12.",
        "Find the common factors of 12 and 18.",
        "List all the factors of 48.",
    ),
)
