"""The larger number is divided by the smaller one, whichever comes first."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "whole_division decimal_division",
    "answer = Fraction(second, first)  # Divide the larger number by the smaller one.",
    shows=lambda problem: 0 < problem["first"] < problem["second"],
)

ENTRY = Misconception(
    id="divide_swapped",
    name="Always dividing the larger by the smaller",
    grades=(4, 8),
    source="Fischbein, Deri, Nello & Marino 1985, The role of implicit models in solving verbal problems in "
    "multiplication and division, JRME 16(1)",
    explanation="You may have divided the larger number by the smaller one, although the problem has them "
    "the other way.",
    wrong=wrong,
    questions=(
        "Which number is being shared out, and among how many?",
        "If there are fewer things than people, can they all still get something?",
        'In "$quote", does each get more or less than a whole thing?',
        "Think of a cake and several friends. Does it matter which comes first in the division?",
        "Multiply your result by the number you should divide by. Do you get back to the first number?",
    ),
    examples=(("What is 3 ÷ 12?", "4"), ("What is 5 ÷ 8?", "8/5")),
    diagnostic=twins(wrong, "What is 3 ÷ 12?", "What is 5 ÷ 8?", "What is 1.5 ÷ 6?"),
)
