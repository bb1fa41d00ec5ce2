"""A value is added to the coefficient instead of multiplied by it."""

from ..expressions import Binary, Letter, Node, Number, parse_expression
from ..symbolic import Problem
from ..symbolic.algebra.functions import put_in
from . import Misconception
from ._algebra import everywhere, worked_out
from ._tools import mistake, twins


def _added(node: Node) -> Node:
    match node:
        case Binary("*", Number() as coefficient, Letter() as letter):
            return Binary("+", coefficient, letter)
        case _:
            return node


def _steps(problem: Problem) -> str | None:
    node = parse_expression(problem["expression"])
    values = dict(zip(problem["letters"], problem["values"], strict=True))
    return None if node is None else worked_out(problem, put_in(everywhere(node, _added), values))


wrong = mistake("evaluate_expression function_value", _steps)

ENTRY = Misconception(
    id="evaluate_adds_coefficient",
    name="Adding the number in front of a letter",
    grades=(6, 9),
    source="MacGregor & Stacey 1997, Students' understanding of algebraic notation: 11-15, Educational "
    "Studies in Mathematics 33(1)",
    explanation="You may have added the number in front of the letter.",
    wrong=wrong,
    questions=(
        "What does a number right in front of a letter mean?",
        "How would you write the same expression if adding were meant?",
        "If the letter is the price of an apple, what does the number in front of it tell you?",
        "Write the expression with every sign in it before you put the value in. What does it look like?",
    ),
    examples=(("Evaluate 3x when x = 4.", "7"), ("If f(x) = 2x + 1, find f(5).", "8")),
    diagnostic=twins(
        wrong, "Evaluate 3x + 2 when x = 4.", "If f(x) = 2x + 7, find f(5).", "Evaluate 5n when n = 6."
    ),
)
