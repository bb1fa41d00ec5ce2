"""A term is found as position times step, as if the sequence started there."""

from fractions import Fraction

from ..symbolic import Problem
from ..symbolic.problem import number_code
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    first, second = problem["terms"][:2]
    if Fraction(first) == Fraction(second) - first:
        return None
    step = f"step = {number_code(second)} - {number_code(first)}  # Find what is added each time.\n"
    if problem.kind == "nth_term":
        return f'{step}answer = step * symbols("n")  # Multiply it by n.'
    if problem["position"] < 2 or problem.wanted == "next term":
        return None
    return f"{step}answer = position * step  # Multiply it by the position."


wrong = mistake("arithmetic_sequence nth_term", _steps)

ENTRY = Misconception(
    id="sequence_position_times_step",
    name="Multiplying the step by the position",
    grades=(6, 9),
    source="Stacey 1989, Finding and using patterns in linear generalising problems, Educational Studies in "
    "Mathematics 20(2)",
    explanation="You may have multiplied the step by the position without regard to where the sequence starts.",
    wrong=wrong,
    questions=(
        "What does your way give for the first term, and is that the first term in the problem?",
        "Where does the sequence start?",
        "From the first term to the second the step is added. How often has it been added by the third?",
        "How many steps lie between the first term and the one you look for?",
    ),
    examples=(
        ("What is the 10th term of the arithmetic sequence 5, 8, 11, ...?", "30"),
        ("Find the nth term of the sequence 5, 8, 11, 14, ...", "3n"),
        ("What is the 20th term of the arithmetic sequence 7, 9, 11, ...?", "40"),
    ),
    diagnostic=twins(
        wrong,
        "What is the 10th term of the arithmetic sequence 5, 8, 11, ...?",
        "What is the 20th term of the arithmetic sequence 7, 11, 15, ...?",
        "Find the nth term of the sequence 5, 8, 11, 14, ...",
    ),
)
