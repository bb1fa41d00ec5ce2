"""A root is taken by dividing by 2 or 3."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "root simplify_root",
    lambda problem: (
        "answer = Fraction(radicand, 3)  # Divide by three."
        if problem.kind == "root" and problem["degree"] == 3
        else "answer = Fraction(radicand, 2)  # Take half of it."
    ),
    shows=lambda problem: problem.kind == "simplify_root" or problem["radicand"] not in (0, 4),
)

ENTRY = Misconception(
    id="root_halves",
    name="Halving instead of taking the root",
    grades=(7, 9),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (square rooting and "
    "halving)",
    explanation="You may have divided the number under the root.",
    wrong=wrong,
    questions=(
        "What does the root sign ask you to find?",
        "Try it with a small square number that you know well. What does your way give there?",
        "Think of the number as the area of a square. How long would its side be, roughly?",
        'Multiply "$quote" by itself. Do you come back to the number under the root?',
    ),
    examples=(
        ("What is the square root of 64?", "32"),
        ("What is the cube root of 27?", "9"),
    ),
    diagnostic=twins(
        wrong,
        "What is the square root of 64?",
        "What is the cube root of 216?",
        "Simplify √72.",
    ),
)
