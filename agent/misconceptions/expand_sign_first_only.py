"""A minus sign in front of brackets changes only the first term."""

from ..expressions import Binary, Node, Number, Unary, parse_expression
from ..symbolic import Problem
from . import Misconception
from ._algebra import everywhere, resolved, rewritten
from ._tools import mistake, twins


def _sign_first_only(node: Node) -> Node:
    match node:
        case Binary("*", Unary("-", Number() as size) as factor, Binary("+" | "-" as sign, first, second)):
            return Binary(sign, Binary("*", factor, first), Binary("*", size, second))
        case Binary("-", before, Binary("*", Number() as size, Binary("+" | "-" as sign, first, second))):
            return Binary(sign, Binary("-", before, Binary("*", size, first)), Binary("*", size, second))
        case Binary("-", before, Binary("+" | "-" as sign, first, second)):
            return Binary(sign, Binary("-", before, first), second)
        case _:
            return node


def _steps(problem: Problem) -> str | None:
    if problem.kind == "linear_equation":
        return resolved(problem, _sign_first_only)
    node = parse_expression(problem["expression"])
    return None if node is None else rewritten(problem, everywhere(node, _sign_first_only))


wrong = mistake("expand_expression simplify_expression linear_equation", _steps)

ENTRY = Misconception(
    id="expand_sign_first_only",
    name="A minus sign that stops at the first term",
    grades=(7, 9),
    source="Ayres 2001, Systematic mathematical errors and cognitive load, Contemporary Educational "
    "Psychology 26(2)",
    explanation="You may have let the minus sign work on the first term in the brackets only.",
    wrong=wrong,
    questions=(
        "What does the minus sign in front of the brackets do to what is inside?",
        "Which signs inside the brackets change when the brackets go?",
        "If you take away a bag with several things in it, do you take away only the first of them?",
        "Put a small number of your own in for the letter, before and after. Do both give the same?",
    ),
    examples=(("Expand -2(x - 3).", "-2*x - 6"), ("Simplify 9 - (x + 4).", "13 - x")),
    diagnostic=twins(wrong, "Expand -2(x - 3).", "Simplify 9 - (x + 4).", "Simplify 5x - 2(x + 6)."),
)
