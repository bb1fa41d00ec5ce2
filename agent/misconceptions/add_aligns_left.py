"""The numbers are written under each other from the left, so the places do not match."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "whole_addition",
    """
    width = max(len(str(first)), len(str(second)))  # Write them under each other from the left.
    first_moved = int(str(first).ljust(width, "0"))  # The first number now counts as this.
    second_moved = int(str(second).ljust(width, "0"))  # And the second as this.
    answer = first_moved + second_moved  # Add the columns.
    """,
    shows=lambda problem: (
        len(str(problem["first"])) != len(str(problem["second"])) and problem["first"] * problem["second"] > 0
    ),
)

ENTRY = Misconception(
    id="add_aligns_left",
    name="Lining numbers up on the left",
    grades=(2, 5),
    source="Ashlock 2006, Error Patterns in Computation, 9th ed., whole numbers (misaligned places)",
    explanation="You may have lined the numbers up on the left, so that different places were added.",
    wrong=wrong,
    questions=(
        "How did you write the numbers under each other?",
        "Which digit in each number stands for the units?",
        "What does each column of your work stand for: units, tens or hundreds?",
        "If you round the shorter number, does adding it change the longer one by that much?",
        "How would a place value chart line these numbers up?",
    ),
    examples=(("What is 345 + 12?", "465"), ("What is 52 + 417?", "937")),
    diagnostic=twins(wrong, "What is 345 + 12?", "What is 52 + 417?"),
)
