"""A number is moved to the other side without changing its sign."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "linear_equation",
    """
    moved = right_constant + left_constant  # Move the number to the other side as it is.
    letter_terms = left_coefficient - right_coefficient  # Bring the terms with the letter together.
    answer = Fraction(moved, letter_terms)  # Divide.
    """,
    shows=lambda problem: (
        problem["left_constant"] != 0
        and problem["left_coefficient"] != 0
        and problem["left_coefficient"] != problem["right_coefficient"]
    ),
)

ENTRY = Misconception(
    id="equation_moves_number_unchanged",
    name="Moving a number without changing its sign",
    grades=(6, 9),
    source="Sleeman 1984, An attempt to understand students' understanding of basic algebra, Cognitive "
    "Science 8(4)",
    explanation="You may have moved a number to the other side and kept its sign.",
    wrong=wrong,
    questions=(
        "What did you do on the left side, and what on the right side?",
        "Think of a balance. If you take something off on the left, what must happen on the right?",
        "Which operation undoes the one that stands between the letter and the number?",
        "Put your result in for the letter in the equation of the problem. Do both sides come out the same?",
    ),
    examples=(("Solve x + 5 = 12.", "17"), ("Solve 2x - 3 = 7.", "2")),
    diagnostic=twins(wrong, "Solve x + 5 = 12.", "Solve 2x - 3 = 7.", "Solve 4x + 9 = 37."),
)
