"""The digit is rounded up and the digits after it stay as they are."""

from fractions import Fraction

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "rounding",
    "answer = number + place  # Make the digit one larger and keep the others.",
    shows=lambda problem: (
        Fraction(problem["number"]) % Fraction(problem["place"]) * 2 >= Fraction(problem["place"])
    ),
)

ENTRY = Misconception(
    id="rounding_keeps_smaller_digits",
    name="Rounding up and keeping the smaller digits",
    grades=(3, 6),
    source="America's Choice 2007, Mathematics Navigator: Misconceptions and Errors, Pearson (place value)",
    explanation="You may have raised the digit and kept the smaller digits after it.",
    wrong=wrong,
    questions=(
        "What does rounding do to the digits after the place you round to?",
        'Is "$quote" a round number of the kind the problem asks for?',
        "Between which round numbers does the number in the problem lie?",
        "Which of those round numbers is nearer on a number line?",
    ),
    examples=(("Round 47 to the nearest ten.", "57"), ("Round 3.68 to the nearest tenth.", "3.78")),
    diagnostic=twins(
        wrong,
        "Round 47 to the nearest ten.",
        "Round 3.68 to the nearest tenth.",
        "Round 2763 to the nearest hundred.",
    ),
)
