"""Additions are done before subtractions, because addition stands first in the rule."""

from ..symbolic import Problem
from . import Misconception
from ._algebra import calculation, chain, first_joined, worked_out
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    node = calculation(problem)
    return None if node is None else worked_out(problem, first_joined(*chain(node, "+-"), "+"))


wrong = mistake("order_of_operations", _steps)

ENTRY = Misconception(
    id="order_adds_before_subtracting",
    name="Adding before subtracting",
    grades=(5, 9),
    source="Glidden 2008, Prospective elementary teachers' understanding of order of operations, School "
    "Science and Mathematics 108(4)",
    explanation="You may have done the addition before the subtraction, although they rank the same.",
    wrong=wrong,
    questions=(
        "Which did you do first, the adding or the subtracting, and why?",
        "Do adding and subtracting have a rank among themselves, or do they stand side by side?",
        "Tell it as a story about money: you have some, you spend some, you find some. How much do you have?",
        "When operations rank the same, which direction do you work in?",
    ),
    examples=(("What is 10 - 3 + 2?", "5"), ("What is 20 - 4 × 2 + 6?", "6")),
    diagnostic=twins(wrong, "What is 10 - 3 + 2?", "What is 20 - 4 × 2 + 6?", "What is 53 - 18 + 27?"),
)
