"""A square is completed, and the number that stands alone is left as it was."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "completed_square",
    lambda problem: (
        f'{problem["letter"]} = symbols("{problem["letter"]}")  # Let {problem["letter"]} be the unknown.\n'
        f"half = Fraction(b, 2 * a)  # Halve the number before {problem['letter']}.\n"
        f"answer = a * ({problem['letter']} + half) ** 2 + c  # Write the square and the number."
    ),
)

ENTRY = Misconception(
    id="square_completed_keeps_number",
    name="Completing a square without making up for it",
    grades=(8, 9),
    source="Zakaria, Ibrahim & Maat 2010, Analysis of students' error in learning of quadratic equations, "
    "International Education Studies 3(3)",
    explanation="You may have left the number that stands alone as it was.",
    wrong=wrong,
    questions=(
        "Multiply your square out again. Do you get back what stands in the problem?",
        "Put a small number of your own in for the letter, before and after. Do both give the same?",
        "What has come in with the square that was not in the problem?",
        "What has to happen to the number alone so that nothing has changed in the end?",
    ),
    examples=(
        ("Write x^2 + 6x + 10 in completed square form.", "(x + 3)^2 + 10"),
        ("Write x^2 - 4x + 7 in completed square form.", "(x - 2)^2 + 7"),
    ),
    diagnostic=twins(
        wrong,
        "Write x^2 + 6x + 10 in completed square form.",
        "Write x^2 - 4x + 7 in completed square form.",
    ),
)
