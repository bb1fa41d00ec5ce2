"""Unlike terms are run together into a single one."""

from fractions import Fraction

from ..expressions import parse_expression
from ..symbolic import Problem
from ..symbolic.algebra.polynomials import polynomial
from ..symbolic.problem import number_code
from . import Misconception
from ._tools import mistake, twins


def _simplified(problem: Problem) -> str | None:
    node = parse_expression(problem["expression"])
    found = None if node is None else polynomial(node)
    if (
        found is None
        or len(found) < 2
        or any(len(monomial) > 1 for monomial in found)
        or "(" in problem["expression"]
    ):
        return None
    names = sorted({name for monomial in found for name in monomial})
    total = sum(found.values(), Fraction(0))
    lines = "".join(f'{name} = symbols("{name}")  # Let {name} be the unknown.\n' for name in names)
    return f"{lines}answer = {number_code(total)} * {' * '.join(names)}  # Put everything into one term."


def _solved(problem: Problem) -> str | None:
    together = problem["left_coefficient"] + problem["left_constant"]
    if problem["right_coefficient"] or not (
        problem["left_coefficient"] and problem["left_constant"] and together
    ):
        return None
    if Fraction(problem["right_constant"], together) * problem["left_coefficient"] == (
        problem["right_constant"] - problem["left_constant"]
    ):
        return None
    return """
    together = left_coefficient + left_constant  # Put the left side into one term.
    answer = Fraction(right_constant, together)  # Divide by its number.
    """


wrong = mistake(
    "simplify_expression linear_equation",
    lambda problem: _solved(problem) if problem.kind == "linear_equation" else _simplified(problem),
)

ENTRY = Misconception(
    id="terms_conjoined",
    name="Running unlike terms together",
    grades=(6, 9),
    source="Booth 1984, Algebra: Children's Strategies and Errors, NFER-Nelson (conjoining)",
    explanation="You may have put terms of different kinds into a single term.",
    wrong=wrong,
    questions=(
        "Which terms did you put together, and are they of the same kind?",
        "If the letter stands for the price of an apple, what does each term stand for?",
        "Put a small number of your own in for the letter, before and after. Do both give the same?",
        "Can an expression be finished while a plus sign is still in it?",
    ),
    examples=(("Simplify 3x + 4.", "7*x"), ("Solve 3x + 4 = 28.", "4")),
    diagnostic=twins(wrong, "Simplify 3x + 4.", "Simplify 5x + 2y.", "Solve 3x + 4 = 28."),
)
