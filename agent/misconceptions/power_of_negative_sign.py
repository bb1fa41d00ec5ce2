"""The minus sign in front of a power is taken into the base."""

from ..expressions import Binary, Node, Unary
from ..symbolic import Problem
from . import Misconception
from ._algebra import calculation, everywhere, worked_out
from ._tools import mistake, twins


def _taken_in(node: Node) -> Node:
    match node:
        case Unary("-", Binary("^", base, exponent)):
            return Binary("^", Unary("-", base), exponent)
        case _:
            return node


def _steps(problem: Problem) -> str | None:
    node = calculation(problem)
    return None if node is None else worked_out(problem, everywhere(node, _taken_in))


wrong = mistake("order_of_operations", _steps)

ENTRY = Misconception(
    id="power_of_negative_sign",
    name="Taking the minus sign into the power",
    grades=(7, 9),
    source="Cangelosi et al. 2013, The negative sign and exponential expressions, Journal of Mathematical "
    "Behavior 32(1)",
    explanation="You may have taken the minus sign in front as part of the base.",
    wrong=wrong,
    questions=(
        "What exactly is the base of this power?",
        "Are there brackets around the minus sign and the number?",
        "If the power is worked out first, where does the minus sign stand then?",
        "How would you have to write it so that the sign is repeated along with the number?",
    ),
    examples=(("What is -3^2?", "9"), ("What is -5^2 + 7?", "32")),
    diagnostic=twins(wrong, "What is -3^2?", "What is -5^2 + 7?", "What is -6^2 - 4?"),
)
