"""Every place of a row is filled from all the things again."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "arrangements", "answer = count ** count  # There are as many choices for each place as there are things."
)

ENTRY = Misconception(
    id="arrangements_with_repeats",
    name="Using the same thing twice in a row",
    grades=(6, 9),
    source="Batanero, Navarro-Pelayo & Godino 1997, Effect of the implicit combinatorial model on "
    "combinatorial reasoning in secondary school pupils, Educational Studies in Mathematics 32(2)",
    explanation="You may have counted all the things again for each place.",
    wrong=wrong,
    questions=(
        "How did you find the number of choices for each place?",
        "Try it with only two things, A and B. Which rows can you really make, and how many does your way give?",
        "Is there a row among those you counted in which the same thing stands twice?",
        "Put one of the things in the first place. Which ones are left to go in the second?",
    ),
    examples=(
        ("In how many ways can 4 different books be arranged on a shelf?", "256"),
        ("In how many ways can 3 different books be arranged on a shelf?", "27"),
    ),
    diagnostic=twins(wrong, "In how many ways can 4 different books be arranged on a shelf?"),
)
