"""The digits before and after the point are added as separate whole numbers."""

from decimal import Decimal

from ..symbolic import Problem
from . import Misconception
from ._tools import decimal_digits, mistake, twins


def _steps(problem: Problem) -> str | None:
    (first_whole, first_part), (second_whole, second_part) = (
        decimal_digits(problem[name]) for name in ("first", "second")
    )
    if problem["first"] < 0 or problem["second"] < 0 or not (first_part and second_part):
        return None
    wholes, parts = first_whole + second_whole, int(first_part) + int(second_part)
    if Decimal(f"{wholes}.{parts}") == problem["first"] + problem["second"]:
        return None
    return f"""
    wholes = {first_whole} + {second_whole}  # Add what stands before the points.
    parts = {int(first_part)} + {int(second_part)}  # Add what stands after the points.
    answer = Fraction(str(wholes) + "." + str(parts))  # Write both with a point between.
    """


wrong = mistake("decimal_addition", _steps)

ENTRY = Misconception(
    id="decimal_parts_apart",
    name="Adding the parts after the point as whole numbers",
    grades=(4, 7),
    source="Resnick et al. 1989, Conceptual bases of arithmetic errors: the case of decimal fractions, JRME "
    "20(1)",
    explanation="You may have added the digits after the points as if they were whole numbers of their own.",
    wrong=wrong,
    questions=(
        "What does the first digit after the point stand for?",
        "Think how close each number is to a whole. What would you expect them to make together?",
        'Is "$quote" larger than both of the numbers you added?',
        "When the tenths come to more than a whole, where does that whole go?",
        "Write the numbers in a place value chart. Which digits belong in the same column?",
    ),
    examples=(("What is 0.7 + 0.6?", "0.13"), ("What is 2.5 + 1.25?", "3.30")),
    diagnostic=twins(wrong, "What is 0.7 + 0.6?", "What is 3.7 + 1.25?", "What is 5.64 + 2.8?"),
)
