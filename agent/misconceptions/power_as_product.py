"""A power is worked out as base times exponent."""

from ..expressions import Binary, Node, Number
from ..symbolic import Problem
from . import Misconception
from ._algebra import CALCULATIONS, calculation, everywhere, worked_out
from ._tools import mistake, twins


def _multiplied(node: Node) -> Node:
    match node:
        case Binary("^", base, Number(_, "integer") as exponent):
            return Binary("*", base, exponent)
        case _:
            return node


def _steps(problem: Problem) -> str | None:
    if problem.kind == "power":
        shows = problem["exponent"] > 1 and (problem["base"], problem["exponent"]) != (2, 2)
        return "answer = base * exponent  # Multiply the base by the exponent." if shows else None
    node = calculation(problem)
    return None if node is None else worked_out(problem, everywhere(node, _multiplied))


wrong = mistake(f"power {CALCULATIONS}", _steps)

ENTRY = Misconception(
    id="power_as_product",
    name="Base times exponent",
    grades=(6, 9),
    source="Pitta-Pantazi, Christou & Zachariades 2007, Secondary school students' levels of understanding "
    "in computing exponents, Journal of Mathematical Behavior 26(4)",
    explanation="You may have multiplied the base by the exponent.",
    wrong=wrong,
    questions=(
        "What does the small raised number tell you to do?",
        "How would you write the power as a long product?",
        "How often does the base occur in that product, and what stands between?",
        "If multiplying by the exponent were meant, how would it be written?",
    ),
    examples=(("What is 2^3?", "6"), ("What is 6^3 - 2^5?", "8")),
    diagnostic=twins(wrong, "What is 5^3?", "What is 4 + 3^4?", "Evaluate x^2 + 5 when x = 6."),
)
