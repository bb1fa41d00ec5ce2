"""Only one of the two base angles is counted."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "isosceles_top_angle isosceles_base_angle",
    lambda problem: (
        "answer = 180 - base_angle  # Take the angle that is known."
        if problem.kind == "isosceles_top_angle"
        else "answer = 180 - top_angle  # Take the angle that is known."
    ),
)

ENTRY = Misconception(
    id="angle_isosceles_counts_one_base",
    name="Counting only one base angle",
    grades=(5, 9),
    source="Fuys, Geddes & Tischler 1988, The van Hiele Model of Thinking in Geometry among Adolescents, JRME "
    "Monograph 3",
    explanation="You may have counted only one of the base angles.",
    wrong=wrong,
    questions=(
        "How many angles does the triangle have, and for which of them do you know a number now?",
        "Sketch the triangle and write a number at every corner. Which corners get the same number?",
        "Add up the angles in your sketch. What do you get, and what do you know about that sum?",
        "Fold the triangle down the middle. Which angles lie on each other?",
    ),
    examples=(
        ("The angle at the top of an isosceles triangle is 40°. Find the size of each base angle.", "140"),
        ("Each base angle of an isosceles triangle is 35°. Find the angle at the top.", "145"),
    ),
    diagnostic=twins(
        wrong,
        "The angle at the top of an isosceles triangle is 40°. Find the size of each base angle.",
        "Each base angle of an isosceles triangle is 35°. Find the angle at the top.",
    ),
)
