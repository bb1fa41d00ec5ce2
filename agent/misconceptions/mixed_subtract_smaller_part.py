"""In mixed numbers the smaller fraction is taken from the larger one, whichever comes first."""

from fractions import Fraction

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "mixed_subtraction",
    """
    wholes = first_whole - second_whole  # Subtract the wholes.
    first_part = Fraction(first_numerator, first_denominator)  # Look at the fractions.
    second_part = Fraction(second_numerator, second_denominator)  # And the other one.
    parts = abs(first_part - second_part)  # Take the smaller from the larger.
    answer = wholes + parts  # Put both together.
    """,
    shows=lambda problem: (
        problem["first_whole"] > problem["second_whole"]
        and Fraction(problem["first_numerator"], problem["first_denominator"])
        < Fraction(problem["second_numerator"], problem["second_denominator"])
    ),
)

ENTRY = Misconception(
    id="mixed_subtract_smaller_part",
    name="Taking the smaller fraction from the larger in mixed numbers",
    grades=(5, 7),
    source="Tatsuoka 1984, Analysis of errors in fraction addition and subtraction problems, University of "
    "Illinois, ERIC ED257665",
    explanation="You may have taken the smaller fraction from the larger one, although they stand the other "
    "way round.",
    wrong=wrong,
    questions=(
        "Which of the fractions do you have, and which do you need to take away?",
        "Do you have enough parts to take those away?",
        "Where could you get more parts of that kind?",
        "If you cut up a single whole, how many parts does it give?",
        'Add the number you took away to "$quote". Do you get back to where you started?',
    ),
    examples=(("What is 5 1/4 - 2 3/4?", "3 1/2"), ("What is 6 1/3 - 1 1/2?", "5 1/6")),
    diagnostic=twins(wrong, "What is 5 1/4 - 2 3/4?", "What is 6 1/3 - 1 1/2?"),
)
