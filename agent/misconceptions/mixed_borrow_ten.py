"""A whole that is broken up is taken for ten parts, as with whole numbers."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "mixed_subtraction",
    """
    parts = first_numerator + 10 - second_numerator  # Borrow ten and subtract the tops.
    wholes = first_whole - 1 - second_whole  # The wholes are one fewer.
    answer = wholes + Fraction(parts, first_denominator)  # Put both together.
    """,
    shows=lambda problem: (
        problem["first_denominator"] == problem["second_denominator"] != 10
        and problem["first_numerator"] < problem["second_numerator"]
        and problem["first_whole"] > problem["second_whole"]
    ),
)

ENTRY = Misconception(
    id="mixed_borrow_ten",
    name="Borrowing ten parts from a whole",
    grades=(5, 7),
    source="Tatsuoka 1984, Analysis of errors in fraction addition and subtraction problems, University of "
    "Illinois, ERIC ED257665",
    explanation="You may have counted a whole as ten parts when you borrowed.",
    wrong=wrong,
    questions=(
        "When a whole is broken up, how many parts do you get from it?",
        "What does the bottom number say about how many parts make a whole?",
        "Draw a whole and cut it into parts of the kind in the problem. How many are there?",
        'Add the number you took away to "$quote". Do you get back to where you started?',
    ),
    examples=(("What is 5 1/8 - 2 3/8?", "3"), ("What is 7 1/6 - 3 5/6?", "4")),
    diagnostic=twins(wrong, "What is 5 1/8 - 2 3/8?", "What is 7 1/6 - 3 5/6?"),
)
