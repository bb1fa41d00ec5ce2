"""The radius is put in where the diameter belongs."""

from . import Misconception
from ._tools import mistake, pi_name, twins

wrong = mistake(
    "circle_circumference circle_circumference_with_given_pi",
    lambda problem: f"answer = {pi_name(problem)} * radius  # Multiply it by pi.",
)

ENTRY = Misconception(
    id="circle_radius_as_diameter",
    name="Using the radius as the diameter",
    grades=(6, 9),
    source="Ryan & Williams 2007, Children's Mathematics 4-15: Learning from Errors and Misconceptions, Open "
    "University Press",
    explanation="You may have used the radius where the diameter belongs.",
    wrong=wrong,
    questions=(
        "Which length of the circle does the problem give you?",
        "Draw the circle and mark that length. Does it stop at the middle, or does it go all the way across?",
        "By which length of the circle do you multiply pi to get all the way around?",
        "How are radius and diameter related?",
    ),
    examples=(
        ("What is the circumference of a circle with radius 6 cm?", "6*pi"),
        ("What is the circumference of a circle with radius 10 m? Use 3.14 for pi.", "31.4"),
    ),
    diagnostic=twins(
        wrong,
        "What is the circumference of a circle with radius 6 cm?",
        "What is the circumference of a circle with radius 10 m? Use 3.14 for pi.",
    ),
)
