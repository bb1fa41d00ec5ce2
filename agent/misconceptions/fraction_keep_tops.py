"""A common denominator is found, but the numerators stay as they were."""

from math import lcm

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _shows(problem: Problem) -> bool:
    bottoms = problem["first_denominator"], problem["second_denominator"]
    first, second = (
        top * (lcm(*bottoms) // bottom - 1)  # what keeping the top leaves out
        for top, bottom in zip(
            (problem["first_numerator"], problem["second_numerator"]), bottoms, strict=True
        )
    )
    if problem.kind == "fraction_addition":
        return first + second > 0
    return first != second and problem["first_numerator"] > problem["second_numerator"]


wrong = mistake(
    "fraction_addition fraction_subtraction",
    lambda problem: (
        f"""
    common_denominator = lcm(first_denominator, second_denominator)  # Find a common bottom number.
    numerator = first_numerator {"+" if problem.kind == "fraction_addition" else "-"} second_numerator  # Keep the tops.
    answer = Fraction(numerator, common_denominator)  # Write the fraction.
    """
    ),
    shows=_shows,
)

ENTRY = Misconception(
    id="fraction_keep_tops",
    name="Changing the bottoms but not the tops",
    grades=(4, 8),
    source="Siegler et al. 2010, Developing effective fractions instruction, IES practice guide NCEE 2010-4039",
    explanation="You may have changed the bottoms to a common one and left the tops as they were.",
    wrong=wrong,
    questions=(
        "When both fractions get the same bottom number, what has to happen to each of them?",
        "You write a fraction with a new bottom number. How can you tell that it is still just as large?",
        "Draw a bar for the first fraction and cut it into the new, smaller pieces. How many of them are "
        "shaded now?",
        'In "$quote", which fraction has smaller pieces than before, and how many of them do you have?',
        "If the pieces get smaller and their number stays the same, what happens to the amount?",
    ),
    examples=(("What is 1/2 + 1/6?", "1/3"), ("What is 2/3 + 3/5?", "1/3"), ("What is 5/6 - 1/4?", "1/3")),
    diagnostic=twins(wrong, "What is 1/2 + 1/6?", "What is 2/3 + 3/5?", "What is 5/6 - 1/4?"),
)
