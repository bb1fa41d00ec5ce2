"""A term with the letter is moved to the other side without changing its sign."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "linear_equation",
    """
    letter_terms = left_coefficient + right_coefficient  # Move the term with the letter over as it is.
    numbers = right_constant - left_constant  # Bring the numbers together.
    answer = Fraction(numbers, letter_terms)  # Divide.
    """,
    shows=lambda problem: (
        problem["left_coefficient"] * problem["right_coefficient"] != 0
        and problem["left_coefficient"] + problem["right_coefficient"] != 0
        and problem["left_coefficient"] != problem["right_coefficient"]
        and problem["left_constant"] != problem["right_constant"]
    ),
)

ENTRY = Misconception(
    id="equation_moves_letter_unchanged",
    name="Moving a term with the letter without changing its sign",
    grades=(7, 9),
    source="Sleeman 1984, An attempt to understand students' understanding of basic algebra, Cognitive "
    "Science 8(4)",
    explanation="You may have moved a term with the letter to the other side and kept its sign.",
    wrong=wrong,
    questions=(
        "There are terms with the letter on both sides. What did you do with them?",
        "Think of a balance with equal bags on both pans. What happens if you take the same number of bags "
        "off each?",
        "How many bags are left after that, and on which side?",
        "Put your result in for the letter in the equation of the problem. Do both sides come out the same?",
    ),
    examples=(("Solve 5x + 2 = 3x + 10.", "1"), ("Solve 7x - 4 = 2x + 16.", "20/9")),
    diagnostic=twins(wrong, "Solve 5x + 2 = 3x + 10.", "Solve 7x - 4 = 2x + 16."),
)
