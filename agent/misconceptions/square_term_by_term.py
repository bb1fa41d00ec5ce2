"""The square of a sum is taken term by term."""

from ..expressions import Binary, Node, Number, parse_expression
from ..symbolic import Problem
from . import Misconception
from ._algebra import everywhere, rewritten
from ._tools import mistake, twins


def _term_by_term(node: Node) -> Node:
    match node:
        case Binary("^", Binary("+" | "-" as sign, first, second), Number(_, "integer") as exponent):
            return Binary(sign, Binary("^", first, exponent), Binary("^", second, exponent))
        case _:
            return node


def _steps(problem: Problem) -> str | None:
    node = parse_expression(problem["expression"])
    return None if node is None else rewritten(problem, everywhere(node, _term_by_term))


wrong = mistake("expand_expression simplify_expression", _steps)

ENTRY = Misconception(
    id="square_term_by_term",
    name="Squaring a sum term by term",
    grades=(8, 9),
    source="Matz 1982, Towards a process model for high school algebra errors, in Sleeman & Brown (eds.), "
    "Intelligent Tutoring Systems",
    explanation="You may have squared each term on its own.",
    wrong=wrong,
    questions=(
        "What does it mean to square something, written out as a product?",
        "Draw a square whose side is the sum, and split both sides at the plus sign. How many parts does it "
        "have?",
        "Which parts of the square are in your result, and which are not yet?",
        "Put a small number of your own in for the letter, before and after. Do both give the same?",
    ),
    examples=(("Expand (x + 3)^2.", "x**2 + 9"), ("Expand (y - 5)^2.", "y**2 - 25")),
    diagnostic=twins(wrong, "Expand (x + 3)^2.", "Expand (y - 5)^2.", "Expand (2n + 7)^2."),
)
