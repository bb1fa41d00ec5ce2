"""As many steps are counted as there are terms."""

from ..symbolic import Problem
from ..symbolic.problem import number_code
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    first, second = (number_code(term) for term in problem["terms"][:2])
    step = f"step = {second} - {first}  # Find what is added each time.\n"
    if problem.kind == "nth_term":
        return f'{step}answer = step * symbols("n") + {first}  # Add it n times to the first term.'
    if problem.kind == "term_position":
        return (
            f"{step}total_added = value - {first}  # Find how far the term is from the first.\n"
            "answer = Fraction(total_added, step)  # Find how often the step was added."
        )
    if problem.kind == "arithmetic_sum":
        return (
            f"{step}last = {first} + count * step  # Find the last term.\n"
            f"ends = {first} + last  # Add the first term and the last.\n"
            "answer = Fraction(count * ends, 2)  # Take it for half of the terms."
        )
    if problem.wanted in ("next term", "common difference") or problem["position"] < 2:
        return None
    return f"{step}answer = {first} + position * step  # Add it to the first term so often."


wrong = mistake("arithmetic_sequence nth_term term_position arithmetic_sum", _steps)

ENTRY = Misconception(
    id="sequence_steps_as_terms",
    name="Counting as many steps as terms",
    grades=(6, 9),
    source="Stacey 1989, Finding and using patterns in linear generalising problems, Educational Studies in "
    "Mathematics 20(2)",
    explanation="You may have counted as many steps as there are terms.",
    wrong=wrong,
    questions=(
        "How did you find out how often the step is added?",
        "Try your way near the start of the list, where you can count with your fingers. Does it come "
        "out as it should?",
        "Draw a dot for each of the first few terms and an arrow for each step. What do you notice when you "
        "count both?",
        "When you stand on the first term, how often has the step been added so far?",
    ),
    examples=(
        ("What is the 10th term of the arithmetic sequence 5, 8, 11, ...?", "35"),
        ("Find the nth term of the sequence 5, 8, 11, 14, ...", "3n + 5"),
        ("Which term of the sequence 5, 8, 11, ... is 62?", "19"),
        ("What is the sum of the first 10 terms of the arithmetic sequence 2, 5, 8, ...?", "170"),
    ),
    diagnostic=twins(
        wrong,
        "What is the 10th term of the arithmetic sequence 5, 8, 11, ...?",
        "Find the nth term of the sequence 5, 8, 11, 14, ...",
        "Which term of the sequence 5, 8, 11, ... is 62?",
        "What is the sum of the first 10 terms of the arithmetic sequence 2, 5, 8, ...?",
    ),
)
