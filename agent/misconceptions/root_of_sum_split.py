"""The root of a sum is taken term by term."""

from ..expressions import Binary, Node, Unary
from ..symbolic import Problem
from . import Misconception
from ._algebra import calculation, everywhere, worked_out
from ._tools import drawn, mistake


def _split(node: Node) -> Node:
    match node:
        case Unary("sqrt", Binary("+" | "-" as sign, left, right)):
            return Binary(sign, Unary("sqrt", left), Unary("sqrt", right))
        case _:
            return node


def _steps(problem: Problem) -> str | None:
    node = calculation(problem)
    return None if node is None else worked_out(problem, everywhere(node, _split))


wrong = mistake("order_of_operations", _steps)
_LEGS = ((3, 4), (5, 12), (6, 8), (8, 15), (7, 24), (9, 12), (12, 16), (20, 21), (9, 40), (15, 20), (10, 24))

ENTRY = Misconception(
    id="root_of_sum_split",
    name="Taking the root term by term",
    grades=(8, 9),
    source="Matz 1982, Towards a process model for high school algebra errors, in Sleeman & Brown (eds.), "
    "Intelligent Tutoring Systems",
    explanation="You may have taken the root of each term on its own.",
    wrong=wrong,
    questions=(
        "What is under the root as a whole?",
        "Does the root sign also act as a pair of brackets?",
        "Work out what is under the root first. What do you get?",
        'What do you get when you multiply "$quote" by itself, and is it what stands under the root?',
    ),
    examples=(("What is √(9 + 16)?", "7"), ("What is √(25 + 144)?", "17")),
    diagnostic=drawn(
        wrong, lambda random: "What is √({} + {})?".format(*(leg * leg for leg in random.choice(_LEGS)))
    ),
)
