"""Rounding down makes the digit in the place smaller."""

from fractions import Fraction

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "rounding",
    """
    whole_places = Fraction(number, place) // 1  # See how many of the place there are.
    lowered = whole_places - 1  # Round down: make it one smaller.
    answer = lowered * place  # Turn it back into a number.
    """,
    shows=lambda problem: (
        0 < Fraction(problem["number"]) % Fraction(problem["place"]) * 2 < Fraction(problem["place"])
        and problem["number"] >= problem["place"]
    ),
)

ENTRY = Misconception(
    id="rounding_down_lowers_digit",
    name="Lowering the digit when rounding down",
    grades=(3, 6),
    source="America's Choice 2007, Mathematics Navigator: Misconceptions and Errors, Pearson (place value)",
    explanation="You may have made the digit smaller because you rounded down.",
    wrong=wrong,
    questions=(
        "What does rounding down mean for the digit in the place you round to?",
        "Between which round numbers does the number lie?",
        'Is "$quote" one of the round numbers next to it on a number line?',
        'How far is it from the number to "$quote", and is there a round number that is nearer?',
    ),
    examples=(("Round 83 to the nearest ten.", "70"), ("Round 4.62 to the nearest tenth.", "4.5")),
    diagnostic=twins(
        wrong,
        "Round 83 to the nearest ten.",
        "Round 4.62 to the nearest tenth.",
        "Round 6318 to the nearest hundred.",
    ),
)
