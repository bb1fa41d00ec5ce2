"""The outer function is applied first."""

from fractions import Fraction

from ..symbolic import KINDS, Problem
from . import Misconception
from ._tools import mistake, twins, value_at, with_given


def _steps(problem: Problem) -> str | None:
    outer, inner, letter = problem["outer"], problem["inner"], problem["letter"]
    start = Fraction(problem["value"])
    turned = value_at(inner, letter, value_at(outer, letter, start))
    if turned is None or turned == value_at(outer, letter, value_at(inner, letter, start)):
        return None
    names = {"outer_name": problem["inner_name"], "inner_name": problem["outer_name"]}
    return KINDS[problem.kind].steps(with_given(problem, outer=inner, inner=outer, **names))


wrong = mistake("function_composition", _steps)

ENTRY = Misconception(
    id="function_composed_in_wrong_order",
    name="Applying the outer function first",
    grades=(8, 9),
    source="Ayers, Davis, Dubinsky & Lewin 1988, Computer experiences in learning composition of functions, "
    "JRME 19(3)",
    explanation="You may have used the functions in the other order.",
    wrong=wrong,
    questions=(
        "Into which of the functions did you put the number first?",
        "What stands right next to the number in what is asked for?",
        "Think of the functions as machines in a row. Which does the number meet first, and what goes "
        "into the next?",
        "What has to be known before you can start with the function that stands outside?",
    ),
    examples=(
        ("f(x) = 2x + 1 and g(x) = x^2. Find f(g(3)).", "49"),
        ("f(x) = x + 4 and g(x) = 3x. Find f(g(2)).", "18"),
    ),
    diagnostic=twins(
        wrong,
        "f(x) = 2x + 1 and g(x) = x^2. Find f(g(3)).",
        "f(x) = x + 4 and g(x) = 3x. Find f(g(2)).",
    ),
)
