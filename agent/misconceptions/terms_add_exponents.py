"""Like terms are added and their exponents grow."""

from ..expressions import parse_expression
from ..symbolic import Problem
from ..symbolic.algebra.polynomials import polynomial, terms
from ..symbolic.problem import number_code
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    node = parse_expression(problem["expression"])
    parts = [] if node is None else [polynomial(term) for term in terms(node)]
    if len(parts) < 2 or any(part is None or len(part) != 1 for part in parts):
        return None
    monomials = {monomial for part in parts if part for monomial in part}
    if len(monomials) != 1 or len(monomial := monomials.pop()) != 1:
        return None
    total = sum(value for part in parts if part for value in part.values())
    return f"""
    {monomial[0]} = symbols("{monomial[0]}")  # Let {monomial[0]} be the unknown.
    answer = {number_code(total)} * {monomial[0]} ** {len(parts)}  # Add the numbers and the exponents.
    """


wrong = mistake("simplify_expression", _steps)

ENTRY = Misconception(
    id="terms_add_exponents",
    name="Adding exponents of like terms",
    grades=(6, 9),
    source="MacGregor & Stacey 1997, Students' understanding of algebraic notation: 11-15, Educational "
    "Studies in Mathematics 33(1)",
    explanation="You may have added the exponents although the terms are added, not multiplied.",
    wrong=wrong,
    questions=(
        "What happens to the letter when you put like terms together?",
        "If the letter stands for an apple, what do you have in all: apples, or something else?",
        "For which operation do exponents add up, and is that the operation here?",
        "Put a small number of your own in for the letter, before and after. Do both give the same?",
    ),
    examples=(("Simplify 3x + 4x.", "7*x**2"), ("Simplify 2n + 5n + n.", "8*n**3")),
    diagnostic=twins(wrong, "Simplify 3x + 4x.", "Simplify 9y - 2y.", "Simplify 2n + 5n + 3n."),
)
