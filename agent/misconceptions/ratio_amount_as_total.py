"""The amount of a part, or a difference, is shared out as if it were everything."""

from fractions import Fraction

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, term_in_ratio, twins


def _term(problem: Problem) -> int | None:
    return term_in_ratio(problem, problem["sought"])


wrong = mistake(
    "ratio_part_from_part ratio_part_from_difference",
    lambda problem: (
        f"parts = {' + '.join(map(str, problem['terms']))}  # Count the parts.\n"
        "one_part = Fraction(amount, parts)  # Share the amount out.\n"
        f"answer = one_part * {term_in_ratio(problem, problem['sought'])}  # Take as many as the ratio says."
    ),
    shows=lambda problem: (
        _term(problem) is not None and Fraction(problem["amount"]) % sum(problem["terms"]) == 0
    ),
)

ENTRY = Misconception(
    id="ratio_amount_as_total",
    name="Taking the amount given for the total",
    grades=(6, 8),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (a side of the "
    "ratio, or the difference, treated as the total)",
    explanation="You may have shared out the number in the problem as if it were all there is.",
    wrong=wrong,
    questions=(
        "What does the number in the problem belong to: everything, a single share, or how much "
        "more there is?",
        "Work out every share by your way. Does the story fit with them?",
        "Draw the ratio as rows of boxes. Which boxes does the number in the problem fill?",
        "How many boxes belong to that number, and what is in each of them?",
    ),
    examples=(
        ("The ratio of boys to girls is 2:3. There are 30 boys. How many girls are there?", "18"),
        ("Two numbers are in the ratio 2:5. Their difference is 21. What is the larger number?", "15"),
    ),
    diagnostic=twins(
        wrong,
        "The ratio of boys to girls is 2:3. There are 30 boys. How many girls are there?",
        "Two numbers are in the ratio 2:5. Their difference is 21. What is the larger number?",
    ),
)
