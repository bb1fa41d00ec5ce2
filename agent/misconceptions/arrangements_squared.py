"""The number of things is multiplied by itself."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake("arrangements", "answer = count * count  # Multiply the things by the places.")

ENTRY = Misconception(
    id="arrangements_squared",
    name="Multiplying the things by the places",
    grades=(6, 9),
    source="Fischbein & Grossman 1997, Schemata and intuitions in combinatorial reasoning, Educational Studies "
    "in Mathematics 34(1)",
    explanation="You may have multiplied the number of things by the number of places.",
    wrong=wrong,
    questions=(
        "What does each of the two numbers that you multiplied count?",
        "Try it with only two things, A and B. Which rows can you really make, and how many does your way give?",
        "Fill the first place, then the next. How many choices do you have each time?",
        "When the first place is filled, in how many ways can the rest be put in order?",
    ),
    examples=(
        ("In how many ways can 4 different books be arranged on a shelf?", "16"),
        ("In how many ways can 5 different books be arranged on a shelf?", "25"),
    ),
    diagnostic=twins(wrong, "In how many ways can 4 different books be arranged on a shelf?"),
)
