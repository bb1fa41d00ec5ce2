"""Ten is borrowed, but the column it comes from keeps its digit."""

from . import Misconception
from ._tools import column_subtraction, columns, mistake, needs_borrowing, twins

wrong = mistake(
    "whole_subtraction",
    lambda problem: column_subtraction(
        [(top + 10 if top < bottom else top, bottom) for top, bottom in columns(problem)]
    ),
    shows=needs_borrowing,
)

ENTRY = Misconception(
    id="subtract_without_giving_back",
    name="Borrowing without making the next digit smaller",
    grades=(2, 5),
    source="VanLehn 1990, Mind Bugs: The Origins of Procedural Misconceptions, MIT Press (borrow-no-decrement)",
    explanation="You may have borrowed a ten without making the digit next door smaller.",
    wrong=wrong,
    questions=(
        "When a column gets an extra bundle, where does it come from?",
        "After a bundle has been moved over, how many are left in the column it came from?",
        "Show the top number with bundles and loose cubes. What changes when you open a bundle?",
        "Add your result to the number you took away. Do you get back to where you started?",
    ),
    examples=(("What is 62 - 37?", "35"), ("What is 834 - 258?", "686")),
    diagnostic=twins(wrong, "What is 62 - 37?", "What is 341 - 96?", "What is 834 - 258?"),
)
