"""A number in front is multiplied in before the power is taken."""

from ..expressions import Binary, Node
from ..symbolic import Problem
from . import Misconception
from ._algebra import CALCULATIONS, calculation, everywhere, worked_out
from ._tools import mistake, twins


def _joined(node: Node) -> Node:
    match node:
        case Binary("*", left, Binary("^", base, exponent)):
            return Binary("^", Binary("*", left, base), exponent)
        case _:
            return node


def _steps(problem: Problem) -> str | None:
    node = calculation(problem)
    return None if node is None else worked_out(problem, everywhere(node, _joined))


wrong = mistake(CALCULATIONS, _steps)

ENTRY = Misconception(
    id="order_power_last",
    name="Multiplying before taking the power",
    grades=(6, 9),
    source="Glidden 2008, Prospective elementary teachers' understanding of order of operations, School "
    "Science and Mathematics 108(4)",
    explanation="You may have multiplied first and taken the power afterwards.",
    wrong=wrong,
    questions=(
        "Which number does the exponent stand at?",
        "Does the exponent also belong to the factor in front of it?",
        "Write the power out as a long product. Which factor occurs several times?",
        "Where would brackets have to stand if everything in front belonged to the power?",
    ),
    examples=(("What is 2 × 3^2?", "36"), ("Evaluate 5x^2 when x = 2.", "100")),
    diagnostic=twins(wrong, "What is 2 × 3^2?", "Evaluate 5x^2 when x = 3.", "What is 7 + 4 × 5^2?"),
)
