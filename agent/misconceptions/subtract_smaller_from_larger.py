"""In each column the smaller digit is taken from the larger one, whichever is on top."""

from . import Misconception
from ._tools import column_subtraction, columns, mistake, needs_borrowing, twins

wrong = mistake(
    "whole_subtraction",
    lambda problem: column_subtraction([(max(column), min(column)) for column in columns(problem)]),
    shows=needs_borrowing,
)

ENTRY = Misconception(
    id="subtract_smaller_from_larger",
    name="Taking the smaller digit from the larger",
    grades=(2, 5),
    source="Brown & Burton 1978, Diagnostic models for procedural bugs in basic mathematical skills, "
    "Cognitive Science 2",
    explanation="You may have taken the smaller digit from the larger one in each column, whichever was on "
    "top.",
    wrong=wrong,
    questions=(
        "In each column, which digit do you start with, and which do you take away?",
        "Look at each column. Is the digit you take away always the lower one?",
        "In a column where the upper digit is too small, what could the next column lend to it?",
        "Show the top number with bundles and loose cubes. Can you take away enough cubes as it stands?",
        "Add your result to the number you took away. Do you get back to where you started?",
    ),
    examples=(("What is 52 - 37?", "25"), ("What is 362 - 85?", "323")),
    diagnostic=twins(wrong, "What is 52 - 37?", "What is 362 - 85?", "What is 734 - 258?"),
)
