"""The step is added to n in the rule of a sequence."""

from ..symbolic import Problem
from ..symbolic.problem import number_code
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    first, second = problem["terms"][:2]
    if second - first == 1 and first == 2:
        return None
    return f"""
    step = {number_code(second)} - {number_code(first)}  # Find what is added each time.
    answer = symbols("n") + step  # Add it to n.
    """


wrong = mistake("nth_term", _steps)

ENTRY = Misconception(
    id="sequence_n_plus_step",
    name="Writing n plus the step for the nth term",
    grades=(6, 9),
    source="Orton & Orton 1999, Pattern and the approach to algebra, in Orton (ed.), Pattern in the Teaching "
    "and Learning of Mathematics, Cassell",
    explanation="You may have added the step to n.",
    wrong=wrong,
    questions=(
        "What does n stand for in your rule?",
        "Use your rule for the first place in the list. Which number comes out?",
        "Use your rule for the first few places. By how much does it go up each time, and by how much does the "
        "list?",
        "What would have to happen to n so that the rule goes up as fast as the list?",
    ),
    examples=(
        ("Find the nth term of the sequence 5, 8, 11, 14, ...", "n + 3"),
        ("Find the nth term of the sequence 4, 11, 18, 25, ...", "n + 7"),
    ),
    diagnostic=twins(
        wrong,
        "Find the nth term of the sequence 5, 8, 11, 14, ...",
        "Find the nth term of the sequence 14, 18, 22, 26, ...",
    ),
)
