"""Half of the difference is given for the number halfway."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "halfway",
    """
    difference = abs(second - first)  # See how far apart they are.
    answer = Fraction(difference, 2)  # Take half of that.
    """,
    shows=lambda problem: problem["first"] != 0 != problem["second"],
)

ENTRY = Misconception(
    id="halfway_as_half_difference",
    name="Giving half the gap for the number halfway",
    grades=(4, 7),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (the midpoint as "
    "half of the difference)",
    explanation="You may have given half of the gap and not a place on the number line.",
    wrong=wrong,
    questions=(
        "What does your number stand for: a place on the number line or the length of a step?",
        "Mark both numbers of the problem and your own on a number line. What do you see?",
        "Should the number you look for lie between the numbers of the problem?",
        'How far is it from "$quote" to each of the numbers in the problem?',
    ),
    examples=(
        ("Which number is halfway between 20 and 30?", "5"),
        ("Which number is halfway between 1.2 and 1.8?", "0.3"),
    ),
    diagnostic=twins(
        wrong,
        "Which number is halfway between 20 and 30?",
        "Which number is halfway between 1.2 and 1.8?",
        "Which number is halfway between 46 and 70?",
    ),
)
