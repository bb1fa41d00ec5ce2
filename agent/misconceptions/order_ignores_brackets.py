"""Brackets are passed over as if they were not there."""

from ..expressions import parse_expression
from ..symbolic import Problem
from . import Misconception
from ._algebra import worked_out
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    bare = problem["expression"].replace("(", "").replace(")", "")
    return None if bare == problem["expression"] else worked_out(problem, parse_expression(bare))


wrong = mistake("order_of_operations", _steps)

ENTRY = Misconception(
    id="order_ignores_brackets",
    name="Passing over brackets",
    grades=(4, 8),
    source="Kieran 1979, Children's operational thinking within the context of bracketing and the order of "
    "operations, Proceedings of PME 3",
    explanation="You may have worked as if the brackets were not there.",
    wrong=wrong,
    questions=(
        "What are the brackets there to tell you?",
        "Which part did you work out first, and is it the part inside the brackets?",
        "If the brackets were left out, would the problem mean the same?",
        "Cover everything outside the brackets with your hand. What is left to work out?",
    ),
    examples=(("What is 4 × (3 + 5)?", "17"), ("What is 20 - (8 - 3)?", "9")),
    diagnostic=twins(wrong, "What is 4 × (3 + 5)?", "What is 20 - (8 - 3)?", "What is (6 + 9) × 3?"),
)
