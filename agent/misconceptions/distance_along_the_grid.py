"""The distance across and the distance up are added."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "distance_between_points",
    lambda problem: (
        f"across = {'x2 - x1' if problem['x2'] > problem['x1'] else 'x1 - x2'}  # Count across.\n"
        f"up = {'y2 - y1' if problem['y2'] > problem['y1'] else 'y1 - y2'}  # Count up or down.\n"
        "answer = across + up  # Add both."
    ),
    shows=lambda problem: problem["x1"] != problem["x2"] and problem["y1"] != problem["y2"],
)

ENTRY = Misconception(
    id="distance_along_the_grid",
    name="Adding the ways across and up",
    grades=(7, 9),
    source="Matz 1982, Towards a process model for high school algebra errors, in Sleeman & Brown (eds.), "
    "Intelligent Tutoring Systems (overgeneralised linearity)",
    explanation="You may have added the way across and the way up or down.",
    wrong=wrong,
    questions=(
        "Mark both points on squared paper. Along which lines does the way run whose length you found?",
        "Would a bird fly the way you measured, or is there a shorter one?",
        "Draw the straight way between the points together with the way across and the way up. What shape do "
        "you see?",
        "What do you know about the sides of a shape like that one?",
    ),
    examples=(
        ("What is the distance between the points (1, 2) and (4, 6)?", "7"),
        ("What is the distance between the points (0, 0) and (5, 12)?", "17"),
    ),
    diagnostic=twins(
        wrong,
        "What is the distance between the points (1, 2) and (4, 6)?",
        "What is the distance between the points (2, 3) and (5, 8)?",
    ),
)
