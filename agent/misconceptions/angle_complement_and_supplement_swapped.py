"""The supplement is given for the complement, or the complement for the supplement."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "complement supplement",
    lambda problem: (
        "answer = 180 - angle  # Go on to a straight line."
        if problem.kind == "complement"
        else "answer = 90 - angle  # Go on to a right angle."
    ),
    shows=lambda problem: problem["angle"] < 90,
)

ENTRY = Misconception(
    id="angle_complement_and_supplement_swapped",
    name="Mixing up complement and supplement",
    grades=(6, 9),
    source="Ryan & Williams 2007, Children's Mathematics 4-15: Learning from Errors and Misconceptions, Open "
    "University Press",
    explanation="You may have mixed up the words complement and supplement.",
    wrong=wrong,
    questions=(
        "What does the word for the second angle in the problem mean to you?",
        "Draw the angle you were given and put the one you found right beside it. What do the two make together?",
        "There are two words for two angles that belong together, and one of them is in the problem. Which "
        "picture belongs to each word?",
        "One word is about a square corner and the other about a straight line. Which is yours, and how could "
        "you look it up?",
    ),
    examples=(
        ("What is the complement of a 35° angle?", "145"),
        ("What is the supplement of a 70° angle?", "20"),
    ),
    diagnostic=twins(
        wrong,
        "What is the complement of a 35° angle?",
        "What is the supplement of a 72° angle?",
    ),
)
