"""The volume of a box is given for its surface, or the surface for the volume."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins

_STEPS = {
    "cuboid_volume": "one_of_each = length * width + length * height + width * height  # Add the faces.\n"
    "answer = 2 * one_of_each  # There are two of each.",
    "cuboid_surface_area": "answer = length * width * height  # Multiply the three lengths.",
    "cube_volume": "answer = 6 * side * side  # Take the six faces.",
    "cube_surface_area": "answer = side * side * side  # Multiply the side by itself.",
    "cylinder_volume": "ends = 2 * pi * radius * radius  # Take both ends.\n"
    "around = 2 * pi * radius * height  # Take what goes around.\n"
    "answer = ends + around  # Add them.",
    "sphere_volume": "answer = 4 * pi * radius * radius  # Take the outside of the ball.",
}


def _shows(problem: Problem) -> bool:
    if "side" in problem:
        return problem["side"] != 6
    if problem.kind == "sphere_volume":
        return problem["radius"] != 3
    if problem.kind == "cylinder_volume":
        return problem["radius"] * problem["height"] != 2 * (problem["radius"] + problem["height"])
    length, width, height = problem["length"], problem["width"], problem["height"]
    return length * width * height != 2 * (length * width + length * height + width * height)


wrong = mistake(" ".join(_STEPS), lambda problem: _STEPS[problem.kind], shows=_shows)

ENTRY = Misconception(
    id="volume_and_surface_swapped",
    name="Mixing up volume and surface",
    grades=(5, 8),
    source="Tan Sisman & Aksu 2016, A study on sixth grade students' misconceptions and errors in spatial "
    "measurement, International Journal of Science and Mathematics Education 14(7)",
    explanation="You may have mixed up the space inside the solid and its outside.",
    wrong=wrong,
    questions=(
        "What does the problem ask for: the space inside or the outside of the solid?",
        "If it were a present, would your number tell you about the wrapping paper or about what fits in?",
        "Which unit would your result have: little squares or little cubes?",
        "Sketch the solid. How would you count what is asked for?",
    ),
    examples=(
        (
            "What is the surface area of a rectangular prism with length 5 cm, width 4 cm and height 3 cm?",
            "60",
        ),
        ("What is the volume of a cube with side 4 cm?", "96"),
        ("What is the volume of a cylinder with radius 5 cm and height 7 cm?", "120*pi"),
        ("What is the volume of a sphere with radius 6 cm?", "144*pi"),
    ),
    diagnostic=twins(
        wrong,
        "What is the surface area of a rectangular prism with length 5 cm, width 4 cm and height 3 cm?",
        "What is the volume of a cube with side 4 cm?",
        "What is the volume of a rectangular prism with length 7 cm, width 4 cm and height 2 cm?",
        "What is the volume of a cylinder with radius 5 cm and height 7 cm?",
        "What is the volume of a sphere with radius 6 cm?",
    ),
)
