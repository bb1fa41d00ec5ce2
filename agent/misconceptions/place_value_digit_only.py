"""A digit's value is given as the digit itself, wherever it stands."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "place_value",
    "answer = digit  # Say the digit.",
    shows=lambda problem: problem["place"] != 1,
)

ENTRY = Misconception(
    id="place_value_digit_only",
    name="Giving the digit instead of its value",
    grades=(2, 5),
    source="Ross 1989, Parts, wholes, and place value: a developmental view, Arithmetic Teacher 36(6)",
    explanation="You may have named the digit and not what it is worth in its place.",
    wrong=wrong,
    questions=(
        "In which place does this digit stand?",
        "If the digit moved to another place, would it be worth the same?",
        "Show the number with blocks, bundles and cubes. Which of these does the digit count?",
        "Read the whole number aloud. Which words belong to this digit?",
    ),
    examples=(
        ("What is the value of the digit 7 in 374?", "7"),
        ("What is the value of the digit 4 in 4261?", "4"),
    ),
    diagnostic=twins(
        wrong, "What is the value of the digit 7 in 374?", "What is the value of the digit 4 in 4261?"
    ),
)
