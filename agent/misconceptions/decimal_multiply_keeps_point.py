"""The point of a product is set as in a sum, under the points above."""

from ..symbolic import Problem
from . import Misconception
from ._tools import decimal_digits, mistake, twins


def _steps(problem: Problem) -> str | None:
    first, second = (decimal_digits(problem[name]) for name in ("first", "second"))
    if not (first[1] and second[1]) or problem["first"] <= 0 or problem["second"] <= 0:
        return None
    return f"""
    product = {int(first[0] + first[1])} * {int(second[0] + second[1])}  # Multiply without the points.
    answer = Fraction(product, {10 ** max(len(first[1]), len(second[1]))})  # Set the point as in the numbers above.
    """


wrong = mistake("decimal_multiplication", _steps)

ENTRY = Misconception(
    id="decimal_multiply_keeps_point",
    name="Setting the point of a product as in a sum",
    grades=(5, 8),
    source="Hiebert & Wearne 1985, A model of students' decimal computation procedures, Cognition and "
    "Instruction 2",
    explanation="You may have set the point where it stands in the numbers above, as in adding.",
    wrong=wrong,
    questions=(
        "How did you decide where the point goes?",
        "Round both numbers to whole ones and multiply those. How large should the product be, roughly?",
        'Does "$quote" fit your estimate?',
        "If you multiply by a number smaller than a whole, does the result get larger or smaller?",
        "If you wrote both numbers as fractions, which bottom number would the product have?",
    ),
    examples=(("What is 0.3 × 0.2?", "0.6"), ("What is 14.6 × 0.3?", "43.8")),
    diagnostic=twins(wrong, "What is 0.3 × 0.2?", "What is 14.6 × 0.3?", "What is 1.25 × 3.6?"),
)
