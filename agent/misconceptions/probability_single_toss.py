"""The chance of a single toss is given for several tosses."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "probability_coin",
    "answer = Fraction(1, 2)  # A coin shows either side equally often.",
    shows=lambda problem: problem["tosses"] > 1,
)

ENTRY = Misconception(
    id="probability_single_toss",
    name="Taking several tosses for a single one",
    grades=(6, 9),
    source="Fischbein, Nello & Marino 1991, Factors affecting probabilistic judgements in children and "
    "adolescents, Educational Studies in Mathematics 22(6)",
    explanation="You may have looked at a single toss only.",
    wrong=wrong,
    questions=(
        "How many tosses does the problem talk about?",
        "Would you be equally surprised if it happened once and if it happened every time?",
        "Write down all the ways the first tosses can come out. How many are there, and which of them are "
        "wanted?",
        "Draw a tree with a branch for each side and each toss. How many paths reach the end?",
    ),
    examples=(
        ("A fair coin is tossed 3 times. What is the probability of getting 3 heads?", "1/2"),
        ("A fair coin is tossed 2 times. What is the probability of getting 2 tails?", "1/2"),
    ),
    diagnostic=twins(wrong, "A fair coin is tossed 3 times. What is the probability of getting 3 heads?"),
)
