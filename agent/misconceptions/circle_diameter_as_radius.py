"""The diameter is put in where the radius belongs."""

from . import Misconception
from ._tools import mistake, pi_name, twins

wrong = mistake(
    "circle_area_from_diameter circle_area_from_diameter_with_given_pi circle_circumference_from_diameter "
    "circle_circumference_from_diameter_with_given_pi",
    lambda problem: (
        f"answer = {pi_name(problem)} * diameter * diameter  # Square it and multiply by pi."
        if "area" in problem.kind
        else f"answer = 2 * {pi_name(problem)} * diameter  # Multiply it by two times pi."
    ),
)

ENTRY = Misconception(
    id="circle_diameter_as_radius",
    name="Using the diameter as the radius",
    grades=(6, 9),
    source="Ryan & Williams 2007, Children's Mathematics 4-15: Learning from Errors and Misconceptions, Open "
    "University Press",
    explanation="You may have used the diameter where the radius belongs.",
    wrong=wrong,
    questions=(
        "Which length of the circle does the problem give you?",
        "Draw the circle and mark that length. Does it stop at the middle, or does it go all the way across?",
        "Which length of a circle belongs into the formula?",
        "How are radius and diameter related?",
    ),
    examples=(
        ("What is the area of a circle with diameter 10 cm?", "100*pi"),
        ("What is the circumference of a circle with diameter 8 m? Use 3.14 for pi.", "50.24"),
    ),
    diagnostic=twins(
        wrong,
        "What is the area of a circle with diameter 10 cm?",
        "What is the circumference of a circle with diameter 8 m? Use 3.14 for pi.",
    ),
)
