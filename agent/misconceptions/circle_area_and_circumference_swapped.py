"""The formula for the circumference is used for the area of a circle, or the other way round."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, pi_name, twins


def _steps(problem: Problem) -> str | None:
    from_diameter = "diameter" in problem
    if problem["diameter" if from_diameter else "radius"] == (4 if from_diameter else 2):
        return None
    radius = (
        "radius = Fraction(diameter, 2)  # The radius is half of the diameter.\n" if from_diameter else ""
    )
    if "area" in problem.kind:
        return f"{radius}answer = 2 * {pi_name(problem)} * radius  # Use two times pi times the radius."
    return f"{radius}answer = {pi_name(problem)} * radius * radius  # Use pi times the radius squared."


wrong = mistake(
    "circle_area circle_area_with_given_pi circle_area_from_diameter circle_area_from_diameter_with_given_pi "
    "circle_circumference circle_circumference_with_given_pi circle_circumference_from_diameter "
    "circle_circumference_from_diameter_with_given_pi",
    _steps,
)

ENTRY = Misconception(
    id="circle_area_and_circumference_swapped",
    name="Mixing up area and circumference of a circle",
    grades=(6, 9),
    source="Tan Sisman & Aksu 2016, A study on sixth grade students' misconceptions and errors in spatial "
    "measurement, International Journal of Science and Mathematics Education 14(7) (area and perimeter "
    "formulas)",
    explanation="You may have used the formula for the circumference in place of the area, or the other way "
    "round.",
    wrong=wrong,
    questions=(
        "What does the problem ask for: the way around the circle or the space inside it?",
        "If the circle were a pond, would your number tell you about its edge or about its surface?",
        "Which of the formulas gives square units, and how can you see that in it?",
        "If the radius doubles, what happens to the way around, and what happens to the space inside?",
    ),
    examples=(
        ("What is the area of a circle with radius 5 cm?", "10*pi"),
        ("What is the circumference of a circle with radius 6 cm? Use 3.14 for pi.", "113.04"),
    ),
    diagnostic=twins(
        wrong,
        "What is the area of a circle with radius 5 cm?",
        "What is the circumference of a circle with radius 6 cm? Use 3.14 for pi.",
        "What is the area of a circle with diameter 10 cm?",
    ),
)
