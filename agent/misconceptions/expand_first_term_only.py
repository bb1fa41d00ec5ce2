"""Only the first term in the brackets is multiplied."""

from ..expressions import Binary, Node, Number, Unary, parse_expression
from ..symbolic import Problem
from . import Misconception
from ._algebra import everywhere, resolved, rewritten
from ._tools import mistake, twins


def _first_only(node: Node) -> Node:
    match node:
        case Binary("*", Number() | Unary("-", Number()) as factor, Binary("+" | "-" as sign, first, second)):
            return Binary(sign, Binary("*", factor, first), second)
        case _:
            return node


def _steps(problem: Problem) -> str | None:
    if problem.kind == "linear_equation":
        return resolved(problem, _first_only)
    node = parse_expression(problem["expression"])
    return None if node is None else rewritten(problem, everywhere(node, _first_only))


wrong = mistake("expand_expression simplify_expression linear_equation", _steps)

ENTRY = Misconception(
    id="expand_first_term_only",
    name="Multiplying only the first term in brackets",
    grades=(6, 9),
    source="Payne & Squibb 1990, Algebra mal-rules and cognitive accounts of error, Cognitive Science 14(3)",
    explanation="You may have multiplied only the first term in the brackets.",
    wrong=wrong,
    questions=(
        "What is inside the brackets, and what is to be done with all of it?",
        "If the brackets are a bag with several things in it, what do several such bags hold?",
        "Draw a rectangle whose one side is the sum in the brackets. Into which parts does its area fall?",
        "Put a small number of your own in for the letter, before and after. Do both give the same?",
    ),
    examples=(("Expand 3(x + 4).", "3*x + 4"), ("Solve 3(x + 4) = 25.", "7")),
    diagnostic=twins(wrong, "Expand 3(x + 4).", "Expand 5(2x - 7).", "Solve 3(x + 4) = 27."),
)
