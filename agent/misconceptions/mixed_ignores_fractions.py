"""Only the whole parts of mixed numbers are worked with."""

from fractions import Fraction

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _shows(problem: Problem) -> bool:
    first, second = (
        Fraction(problem[f"{which}_numerator"], problem[f"{which}_denominator"])
        for which in ("first", "second")
    )
    if problem.kind == "mixed_addition":
        return first + second > 0
    return first != second and problem["first_whole"] > problem["second_whole"]


wrong = mistake(
    "mixed_addition mixed_subtraction",
    lambda problem: (
        f"answer = first_whole {'+' if problem.kind == 'mixed_addition' else '-'} second_whole  # Use the wholes only."
    ),
    shows=_shows,
)

ENTRY = Misconception(
    id="mixed_ignores_fractions",
    name="Working with the whole parts only",
    grades=(4, 7),
    source="Siegler et al. 2010, Developing effective fractions instruction, IES practice guide NCEE 2010-4039",
    explanation="You may have worked with the whole parts only and left the fractions out.",
    wrong=wrong,
    questions=(
        "Which parts of the numbers have you used so far?",
        "What do the fractions beside the whole parts stand for?",
        "Do the fractions change the result, or can they be left out?",
        "What could you do with the fractions on their own first?",
    ),
    examples=(("What is 5 1/3 + 2 1/4?", "7"), ("What is 6 4/5 - 2 1/7?", "4")),
    diagnostic=twins(wrong, "What is 5 1/3 + 2 1/4?", "What is 6 4/5 - 2 1/7?"),
)
