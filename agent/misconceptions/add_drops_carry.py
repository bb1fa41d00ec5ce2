"""The ten of a column's sum is forgotten."""

from . import Misconception
from ._tools import columns, mistake, twins

wrong = mistake(
    "whole_addition",
    lambda problem: (
        f"""
    column_sums = {[top + bottom for top, bottom in reversed(columns(problem))]}  # Add each column.
    last_digits = [total % 10 for total in column_sums[1:]]  # Keep the last digit of each.
    answer = int("".join(str(digit) for digit in [column_sums[0], *last_digits]))  # Write them down.
    """
    ),
    shows=lambda problem: any(top + bottom > 9 for top, bottom in columns(problem)[:-1]),
)

ENTRY = Misconception(
    id="add_drops_carry",
    name="Forgetting the carried ten",
    grades=(2, 4),
    source="Cox 1975, Systematic errors in the four vertical algorithms in normal and handicapped "
    "populations, JRME 6(4)",
    explanation="You may have left a carried ten out of the next column.",
    wrong=wrong,
    questions=(
        "Which columns come to more than a single digit?",
        "Where a column comes to more than a single digit, what becomes of the rest?",
        "Lay both numbers out with bundles and loose cubes. How many bundles are there once you have swapped "
        "loose cubes?",
        "How could you note the extra bundle so that it is not lost on the way?",
        "Round both numbers and add those. Is your result about as large?",
    ),
    examples=(("What is 58 + 37?", "85"), ("What is 276 + 158?", "324")),
    diagnostic=twins(wrong, "What is 58 + 37?", "What is 276 + 158?"),
)
