"""The minus in front of a term is not counted as part of its coefficient."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "coefficient",
    "answer = -number  # Read the number before the letter.",
    shows=lambda problem: problem["number"] < 0,
)

ENTRY = Misconception(
    id="coefficient_loses_sign",
    name="Reading a coefficient without its sign",
    grades=(7, 9),
    source="Vlassis 2004, Making sense of the minus sign or becoming flexible in 'negativity', Learning and "
    "Instruction 14(5)",
    explanation="You may have left the sign in front of the term behind.",
    wrong=wrong,
    questions=(
        "Cut the expression into its terms. Where do you cut, and what belongs to each piece?",
        "What would the expression look like with your number as the coefficient?",
        "Put a small number of your own in for the letter. What does the term add to the whole?",
        "Does the term make the whole larger or smaller, and does your number say the same?",
    ),
    examples=(
        ("What is the coefficient of x in 3x^2 - 5x + 2?", "5"),
        ("What is the coefficient of y in 4 - 7y?", "7"),
    ),
    diagnostic=twins(
        wrong,
        "What is the coefficient of x in 3x^2 - 5x + 2?",
        "What is the coefficient of x in 12x^3 - 35x + 24?",
    ),
)
