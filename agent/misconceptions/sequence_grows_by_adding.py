"""A sequence that multiplies is continued by adding the last difference."""

from ..symbolic import Problem
from ..symbolic.data.sequence_gaps import gap_rule
from ..symbolic.problem import number_code
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    terms = problem["terms"]
    if problem.kind == "missing_term":
        if problem["position"] < 3 or gap_rule(problem) != "multiplies":
            return None
        terms = terms[: problem["position"] - 1]
    elif problem.wanted != "next term":
        return None
    before, last = terms[-2:]
    if before == last:
        return None
    return f"""
    last_difference = {number_code(last)} - {number_code(before)}  # See how much was added last.
    answer = {number_code(last)} + last_difference  # Add it again.
    """


wrong = mistake("geometric_sequence missing_term", _steps)

ENTRY = Misconception(
    id="sequence_grows_by_adding",
    name="Adding where a sequence multiplies",
    grades=(5, 9),
    source="Ebersbach & Wilkening 2007, Children's intuitive mathematics: the development of knowledge about "
    "nonlinear growth, Child Development 78(1)",
    explanation="You may have added the last difference once more.",
    wrong=wrong,
    questions=(
        "How do you get from each term to the next?",
        "Is the difference between neighbours always the same?",
        "What do you find when you divide each term by the one before it?",
        "Which rule fits all the steps in the list, and not only the last?",
    ),
    examples=(
        ("What is the next number in the sequence 3, 6, 12, 24?", "36"),
        ("What is the next number in the sequence 2, 10, 50?", "90"),
        ("Find the missing number in the sequence 2, 6, __, 54.", "10"),
    ),
    diagnostic=twins(
        wrong,
        "What is the next number in the sequence 3, 6, 12, 24?",
        "What is the next number in the sequence 2, 10, 50?",
        "Find the missing number in the sequence 2, 6, __, 54.",
    ),
)
