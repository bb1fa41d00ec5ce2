"""A difference of two squares is written as the square of a difference."""

from fractions import Fraction

from ..expressions import exact_root, letters, parse_expression
from ..symbolic import Problem
from ..symbolic.algebra.polynomials import coefficient, degree, polynomial
from ..symbolic.problem import number_code
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    node = parse_expression(problem["expression"])
    terms = None if node is None else polynomial(node)
    names = sorted(letters(node)) if node is not None else []
    if terms is None or len(names) != 1 or degree(terms) != 2:
        return None
    [name] = names
    square, middle, alone = (Fraction(coefficient(terms, (name,) * power)) for power in (2, 1, 0))
    if middle != 0 or square <= 0 or alone >= 0:
        return None
    first, second = exact_root(square, 2), exact_root(-alone, 2)
    if first is None or second is None:
        return None
    return f"""
    {name} = symbols("{name}")  # Let {name} be the unknown.
    difference = {number_code(first)} * {name} - {number_code(second)}  # Take the root of each square.
    answer = difference ** 2  # Square the difference.
    """


wrong = mistake("factor_expression", _steps)

ENTRY = Misconception(
    id="factor_difference_as_square",
    name="Writing a difference of squares as one square",
    grades=(8, 9),
    source="Matz 1982, Towards a process model for high school algebra errors, in Sleeman & Brown (eds.), "
    "Intelligent Tutoring Systems (overgeneralised linearity)",
    explanation="You may have written a difference of squares as the square of a difference.",
    wrong=wrong,
    questions=(
        "Multiply your brackets out again. Do you get back what stands in the problem?",
        "Put a small number of your own in for the letter, before and after. Do both give the same?",
        "Write your square out as a product of brackets. What comes out in the middle?",
        "What would have to be different in one of the brackets so that the middle cancels?",
    ),
    examples=(("Factor x^2 - 9.", "(x - 3)^2"), ("Factor y^2 - 25.", "(y - 5)^2")),
    diagnostic=twins(wrong, "Factor x^2 - 9.", "Factor y^2 - 25.", "Factor 4x^2 - 49."),
)
