"""A square is undone by halving."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "quadratic_equation",
    """
    square = Fraction(-c, a)  # Leave the square alone on its side.
    answer = square / 2  # Halve it.
    """,
    shows=lambda problem: problem["b"] == 0 and problem["c"] != 0 and problem["c"] != -4 * problem["a"],
)

ENTRY = Misconception(
    id="quadratic_square_as_double",
    name="Undoing a square by halving",
    grades=(8, 9),
    source="MacGregor & Stacey 1997, Students' understanding of algebraic notation: 11-15, Educational "
    "Studies in Mathematics 33(1)",
    explanation="You may have halved where a square has to be undone.",
    wrong=wrong,
    questions=(
        "What does the small raised number tell you to do with the letter?",
        "Write the square out as a product. What is multiplied by what?",
        "Multiply your result by itself. Do you get what stands in the problem?",
        "Think of a square tile whose area you know. How do you find its side?",
    ),
    examples=(("Solve x^2 = 49.", "24.5"), ("Solve x^2 - 36 = 0.", "18")),
    diagnostic=twins(wrong, "Solve x^2 = 49.", "Solve x^2 - 36 = 0."),
)
