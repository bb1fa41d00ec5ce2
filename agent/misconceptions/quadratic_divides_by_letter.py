"""Both sides are divided by the letter, and the solution zero is lost."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "quadratic_equation",
    "answer = Fraction(-b, a)  # Divide both sides by the letter.",
    shows=lambda problem: (
        problem["c"] == 0 and problem["b"] != 0 and "(" not in problem["left"] + problem["right"]
    ),
)

ENTRY = Misconception(
    id="quadratic_divides_by_letter",
    name="Dividing by the letter",
    grades=(8, 9),
    source="Didis & Erbas 2015, Performance and difficulties of students in formulating and solving "
    "quadratic equations with one unknown, Educational Sciences: Theory & Practice 15(4)",
    explanation="You may have divided both sides by the letter.",
    wrong=wrong,
    questions=(
        "How did you get rid of the square?",
        "Is there a number by which you must never divide, and could the letter be that number?",
        "Bring everything to one side. What do the terms have in common?",
        "When a product comes to nothing, what do you know about its factors?",
    ),
    examples=(("Solve x^2 = 5x.", "5"), ("Solve 3x^2 - 12x = 0.", "4")),
    diagnostic=twins(wrong, "Solve x^2 = 5x.", "Solve 3x^2 - 12x = 0."),
)
