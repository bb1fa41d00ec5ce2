"""The values of two functions are multiplied instead of one being put into the other."""

from fractions import Fraction

from ..symbolic import Problem
from ..symbolic.problem import number_code
from . import Misconception
from ._tools import mistake, twins, value_at


def _steps(problem: Problem) -> str | None:
    letter, start = problem["letter"], Fraction(problem["value"])
    outside, inside = (value_at(problem[name], letter, start) for name in ("outer", "inner"))
    if outside is None or inside is None or outside * inside == value_at(problem["outer"], letter, inside):
        return None
    return f"""
    outer_value = {number_code(outside)}  # Put the number into {problem["outer_name"]}.
    inner_value = {number_code(inside)}  # Put the number into {problem["inner_name"]}.
    answer = outer_value * inner_value  # Multiply.
    """


wrong = mistake("function_composition", _steps)

ENTRY = Misconception(
    id="function_composed_as_product",
    name="Multiplying the values of two functions",
    grades=(8, 9),
    source="Ayers, Davis, Dubinsky & Lewin 1988, Computer experiences in learning composition of functions, "
    "JRME 19(3)",
    explanation="You may have read the brackets of a function as a multiplication.",
    wrong=wrong,
    questions=(
        "What do the brackets behind the name of a function tell you to do?",
        "How did you use each of the functions, and with which number?",
        "Think of the functions as machines in a row. What comes out of the first machine, and where does it go?",
        "Which number goes into the function that stands outside?",
    ),
    examples=(
        ("f(x) = 2x + 1 and g(x) = x^2. Find f(g(3)).", "63"),
        ("f(x) = x + 4 and g(x) = 3x. Find f(g(2)).", "36"),
    ),
    diagnostic=twins(
        wrong,
        "f(x) = 2x + 1 and g(x) = x^2. Find f(g(3)).",
        "f(x) = x + 4 and g(x) = 3x. Find f(g(2)).",
    ),
)
