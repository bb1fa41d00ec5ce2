"""The smaller number is taken from the larger, whichever comes first."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "integer_subtraction",
    "answer = second - first  # Take the smaller from the larger.",
    shows=lambda problem: 0 <= problem["first"] < problem["second"],
)

ENTRY = Misconception(
    id="integer_subtract_reversed",
    name="Always taking the smaller from the larger",
    grades=(5, 8),
    source="Bofferding 2014, Negative integer understanding: characterizing first graders' mental models, "
    "JRME 45(2)",
    explanation="You may have taken the smaller number from the larger one, although they stand the other "
    "way round.",
    wrong=wrong,
    questions=(
        "Which number do you start with, and which do you take away?",
        "If you have less than you must pay, what happens to your money?",
        "Start at the first number on a number line. Which way do you go, and do you pass zero?",
        'Add the number you took away to "$quote". Do you get back to where you started?',
    ),
    examples=(("What is 3 - 8?", "5"), ("What is 14 - 31?", "17")),
    diagnostic=twins(wrong, "What is 3 - 8?", "What is 14 - 31?"),
)
