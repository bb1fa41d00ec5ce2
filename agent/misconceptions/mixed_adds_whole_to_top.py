"""The whole number of a mixed number is added to the top."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "mixed_to_improper mixed_reciprocal",
    lambda problem: (
        "top = whole + numerator  # Add the whole number to the top.\n"
        + (
            "answer = Fraction(top, denominator)  # Keep the bottom."
            if problem.kind == "mixed_to_improper"
            else "answer = Fraction(denominator, top)  # Turn it over."
        )
    ),
    shows=lambda problem: problem["denominator"] > 1,
)

ENTRY = Misconception(
    id="mixed_adds_whole_to_top",
    name="Adding the wholes to the top",
    grades=(4, 7),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (adds the wholes to "
    "the numerator)",
    explanation="You may have added the whole number to the top as it is.",
    wrong=wrong,
    questions=(
        "Draw the wholes and the piece. How are the wholes cut in your drawing?",
        "How many pieces of that size does a single whole have?",
        "Is the mixed number in the problem more than a whole, and is the fraction you worked with?",
        "Turn the fraction with your new top back into wholes and pieces. Do you get the mixed "
        "number of the problem?",
    ),
    examples=(
        ("Write 3 2/5 as an improper fraction.", "1"),
        ("What is the reciprocal of 2 3/4?", "4/5"),
    ),
    diagnostic=twins(
        wrong,
        "Write 3 2/5 as an improper fraction.",
        "Write 4 3/7 as an improper fraction.",
        "What is the reciprocal of 2 3/4?",
    ),
)
