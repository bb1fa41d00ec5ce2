"""An inequality is solved as an equation, and a single number is given."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "linear_inequality",
    """
    numbers = right_constant - left_constant  # Bring the numbers together.
    letter_terms = left_coefficient - right_coefficient  # And the terms with the letter.
    answer = Fraction(numbers, letter_terms)  # Give the number.
    """,
)

ENTRY = Misconception(
    id="inequality_as_equation",
    name="Giving a single number for an inequality",
    grades=(7, 9),
    source="Blanco & Garrote 2007, Difficulties in learning inequalities in students of the first year of "
    "pre-university education in Spain, EURASIA Journal 3(3)",
    explanation="You may have solved it as if there were an equals sign.",
    wrong=wrong,
    questions=(
        "Which sign stands between the sides, and what does it mean?",
        "Is there only a single number that makes the statement true?",
        "Try a number on each side of yours. Which of them make the statement true?",
        "How could you write down all the numbers that work?",
    ),
    examples=(("Solve 2x < 6.", "3"), ("Solve 3x + 4 >= 19.", "5")),
    diagnostic=twins(wrong, "Solve 2x < 6.", "Solve 3x + 4 >= 19.", "Solve 5x - 2 > 3x + 8."),
)
