"""Each column's sum is written down in full, with nothing carried."""

from . import Misconception
from ._tools import columns, mistake, twins

wrong = mistake(
    "whole_addition",
    lambda problem: (
        f"""
    column_sums = {[top + bottom for top, bottom in reversed(columns(problem))]}  # Add each column.
    answer = int("".join(str(total) for total in column_sums))  # Write every sum down in full.
    """
    ),
    shows=lambda problem: any(top + bottom > 9 for top, bottom in columns(problem)[:-1]),
)

ENTRY = Misconception(
    id="add_writes_both_digits",
    name="Writing both digits of a column's sum",
    grades=(2, 4),
    source="Cox 1975, Systematic errors in the four vertical algorithms in normal and handicapped "
    "populations, JRME 6(4)",
    explanation="You may have written the whole sum of a column down instead of carrying the ten.",
    wrong=wrong,
    questions=(
        "How large is each number, roughly, and how large would you expect them to be together?",
        'Does "$quote" fit your estimate?',
        "Your units column holds more than fits into a single place. Which part of it is really tens?",
        "Lay both numbers out with bundles and loose cubes. When there are enough loose cubes, what can you "
        "swap them for?",
        "Where in your written work could that new bundle go?",
    ),
    examples=(("What is 58 + 37?", "815"), ("What is 276 + 158?", "31214")),
    diagnostic=twins(wrong, "What is 58 + 37?", "What is 276 + 158?"),
)
