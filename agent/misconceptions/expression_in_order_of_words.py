"""Words are written down as a difference in the order in which they are said."""

import re

from ..expressions import Binary, parse_expression, written
from ..symbolic import KINDS, Problem
from . import Misconception
from ._tools import mistake, twins, with_given

_TURNED = re.compile(r"\b(?:less|fewer) than\b|^subtract\b")


def _steps(problem: Problem) -> str | None:
    node = parse_expression(problem["expression"])
    if not _TURNED.search(problem["words"]) or not isinstance(node, Binary) or node.operator != "-":
        return None
    turned = written(Binary("-", node.right, node.left))
    return KINDS[problem.kind].steps(with_given(problem, expression=turned))


wrong = mistake("write_expression", _steps)

ENTRY = Misconception(
    id="expression_in_order_of_words",
    name="Writing a difference in the order of the words",
    grades=(6, 9),
    source="Clement 1982, Algebra word problem solutions: thought processes underlying a common misconception, "
    "JRME 13(1)",
    explanation="You may have written the signs down in the order of the words.",
    wrong=wrong,
    questions=(
        "Say in your own words what happens to the letter. From what is something taken away?",
        "Suppose the letter stands for a hundred. What would the words give, and what does your line give?",
        "Say the same about money: you have some, and your friend has a little less. How do you find how much "
        "the friend has?",
        "Which part is there at the beginning, and which part is taken away from it?",
    ),
    examples=(
        ("Write an expression for 5 less than n.", "5 - n"),
        ("Write an expression for 3 less than twice x.", "3 - 2x"),
    ),
    diagnostic=twins(
        wrong,
        "Write an expression for 5 less than n.",
        "Write an expression for 3 less than 4 times x.",
        "Write an expression for subtract 7 from y.",
    ),
)
