"""Only the top is divided when a fraction is simplified."""

from math import gcd

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _smallest_factor(problem: Problem) -> int:
    shared = gcd(problem["numerator"], problem["denominator"])
    return next(factor for factor in range(2, shared + 1) if shared % factor == 0)


wrong = mistake(
    "fraction_simplify",
    lambda problem: (
        f"""
    common_factor = {_smallest_factor(problem)}  # Find a common factor.
    numerator_divided = numerator // common_factor  # Divide the top by it.
    answer = Fraction(numerator_divided, denominator)  # Keep the bottom.
    """
    ),
    shows=lambda problem: 1 < gcd(problem["numerator"], problem["denominator"]) < 1000,
)

ENTRY = Misconception(
    id="fraction_simplify_top_only",
    name="Dividing only the top",
    grades=(4, 7),
    source="Ashlock 2006, Error Patterns in Computation, 9th ed., equivalent fractions; Otero, Druga & Lan "
    "2024, arXiv 2412.03765",
    explanation="You may have divided the top and left the bottom as it was.",
    wrong=wrong,
    questions=(
        "What changes and what stays the same when a fraction is simplified?",
        "If only the number of pieces changes and not their size, is the amount still the same?",
        'Draw both fractions, the old one and "$quote". Are they equally large?',
        "When several small pieces are joined into larger ones, what happens to the number of pieces in the "
        "whole?",
    ),
    examples=(("Simplify 8/14.", "4/14"), ("Simplify 10/15.", "2/15")),
    diagnostic=twins(wrong, "Simplify 8/14.", "Simplify 10/15.", "Simplify 30/42."),
)
