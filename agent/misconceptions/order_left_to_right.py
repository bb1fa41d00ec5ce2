"""Operations are carried out in the order in which they are written."""

from ..symbolic import Problem
from . import Misconception
from ._algebra import CALCULATIONS, calculation, chain, folded, worked_out
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    node = calculation(problem)
    return None if node is None else worked_out(problem, folded(*chain(node, "+-*/")))


wrong = mistake(CALCULATIONS, _steps)

ENTRY = Misconception(
    id="order_left_to_right",
    name="Working strictly from left to right",
    grades=(4, 8),
    source="Kieran 1979, Children's operational thinking within the context of bracketing and the order of "
    "operations, Proceedings of PME 3; Linchevski & Livneh 1999",
    explanation="You may have worked from left to right without regard to which operation comes first.",
    wrong=wrong,
    questions=(
        "Which operation did you carry out first, and why that one?",
        "Which operations come before the others, wherever they stand in a line?",
        "Think of a shopping list with several of one thing and a single other thing. What would you work "
        "out first?",
        "Put brackets around the part that belongs together most. What is inside them?",
        "Try the operations in another order and compare. Which order do people agree on?",
    ),
    examples=(("What is 7 + 4 × 5?", "55"), ("What is 20 - 8 ÷ 4?", "3")),
    diagnostic=twins(wrong, "What is 7 + 4 × 5?", "What is 20 - 8 ÷ 4?", "What is 4 + 3 × 7 - 2?"),
)
