"""Two numbers are put into a function together instead of one by one."""

from fractions import Fraction

from ..expressions import evaluate, parse_expression, source
from ..symbolic import Problem
from ..symbolic.algebra.functions import put_in
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    node, letter, adds = parse_expression(problem["expression"]), problem["letter"], problem["sign"] == "+"
    first, second = Fraction(problem["first"]), Fraction(problem["second"])
    together = first + second if adds else first - second
    if node is None:
        return None
    value, one, other = (evaluate(put_in(node, {letter: number})) for number in (together, first, second))
    if value is None or one is None or other is None or value == (one + other if adds else one - other):
        return None
    return f"""
    together = first {problem["sign"]} second  # Put the numbers together.
    answer = {source(put_in(node, {letter: together}))}  # Put that into the function.
    """


wrong = mistake("function_sum", _steps)

ENTRY = Misconception(
    id="function_of_the_sum",
    name="Putting numbers into a function together",
    grades=(8, 9),
    source="Matz 1982, Towards a process model for high school algebra errors, in Sleeman & Brown (eds.), "
    "Intelligent Tutoring Systems (overgeneralised linearity)",
    explanation="You may have put both numbers into the function at once.",
    wrong=wrong,
    questions=(
        "How often is the function used in what is asked for?",
        "What is the value of the function for each of the numbers alone?",
        "Try a function that always adds the same. Does it matter whether numbers go in together or "
        "each on its own?",
        "What is the sign between the values, and when is it its turn?",
    ),
    examples=(
        ("If f(x) = 2x + 3, find f(4) + f(5).", "21"),
        ("If f(x) = x^2, find f(2) + f(3).", "25"),
    ),
    diagnostic=twins(
        wrong,
        "If f(x) = 2x + 3, find f(4) + f(5).",
        "If f(x) = x^2, find f(2) + f(3).",
    ),
)
