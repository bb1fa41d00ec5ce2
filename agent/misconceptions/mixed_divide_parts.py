"""Wholes are divided by wholes and fractions by fractions."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    if not (problem["first_whole"] and problem["first_numerator"] and problem["second_numerator"]):
        return None
    if problem["second_denominator"] == 1:
        return """
        wholes = Fraction(first_whole, second_numerator)  # Divide the wholes.
        answer = wholes + Fraction(first_numerator, first_denominator)  # Keep the fraction.
        """
    return (
        """
    wholes = Fraction(first_whole, second_whole)  # Divide the wholes.
    first_part = Fraction(first_numerator, first_denominator)  # Take the first fraction.
    second_part = Fraction(second_numerator, second_denominator)  # Take the second fraction.
    answer = wholes + first_part / second_part  # Divide the fractions and add.
    """
        if problem["second_whole"]
        else None
    )


wrong = mistake("mixed_division", _steps)

ENTRY = Misconception(
    id="mixed_divide_parts",
    name="Dividing wholes and fractions apart",
    grades=(5, 8),
    source="Ashlock 2006, Error Patterns in Computation, 9th ed., fractions; King et al. 2024, Eedi: "
    "Mining Misconceptions in Mathematics, Kaggle",
    explanation="You may have divided the wholes and the fractions on their own.",
    wrong=wrong,
    questions=(
        "Roughly how often does the second number fit into the first?",
        'Multiply "$quote" by the second number. Do you get back to the first?',
        "Try your way on whole numbers split into tens and ones. Does it give what you know?",
        "How could you write each of the numbers with all of it in pieces of a single size?",
    ),
    examples=(
        ("What is 4 1/2 ÷ 2 1/4?", "4"),
        ("What is 6 2/3 ÷ 3 1/2?", "10/3"),
    ),
    diagnostic=twins(
        wrong,
        "What is 4 1/2 ÷ 2 2/3?",
        "What is 6 2/3 ÷ 3 1/2?",
        "What is 6 2/3 ÷ 3?",
    ),
)
