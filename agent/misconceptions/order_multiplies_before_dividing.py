"""Multiplications are done before divisions, because multiplication stands first in the rule."""

from ..expressions import Node
from ..symbolic import Problem
from . import Misconception
from ._algebra import calculation, chain, everywhere, first_joined, worked_out
from ._tools import mistake, twins


def _regrouped(node: Node) -> Node:
    return first_joined(*chain(node, "*/"), "*")


def _steps(problem: Problem) -> str | None:
    node = calculation(problem)
    return None if node is None else worked_out(problem, everywhere(node, _regrouped))


wrong = mistake("order_of_operations", _steps)

ENTRY = Misconception(
    id="order_multiplies_before_dividing",
    name="Multiplying before dividing",
    grades=(5, 9),
    source="Glidden 2008, Prospective elementary teachers' understanding of order of operations, School "
    "Science and Mathematics 108(4)",
    explanation="You may have multiplied before dividing, although the two rank the same.",
    wrong=wrong,
    questions=(
        "Which of multiplying and dividing did you do first, and why?",
        "Do multiplying and dividing have a rank among themselves, or do they stand side by side?",
        "When operations rank the same, which direction do you work in?",
        "Tell it as a story: you share something out, and then several people bring their part together. "
        "What comes first?",
    ),
    examples=(("What is 12 ÷ 3 × 2?", "2"), ("What is 5 + 24 ÷ 4 × 3?", "7")),
    diagnostic=twins(wrong, "What is 12 ÷ 3 × 2?", "What is 5 + 24 ÷ 4 × 3?", "What is 60 ÷ 6 × 5?"),
)
