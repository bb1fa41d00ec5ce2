"""Only the faces that a drawing shows are counted for the surface."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "cuboid_surface_area cube_surface_area",
    lambda problem: (
        "one_face = side * side  # Find a face.\nanswer = 3 * one_face  # Take the faces that can be seen."
        if "side" in problem
        else "top = length * width  # Find the top.\nfront = length * height  # Find the front.\n"
        "side_face = width * height  # Find the side.\nanswer = top + front + side_face  # Add what can be "
        "seen."
    ),
)

ENTRY = Misconception(
    id="surface_counts_visible_faces",
    name="Counting only the visible faces",
    grades=(5, 8),
    source="Battista & Clements 1996, Students' understanding of three-dimensional rectangular arrays of "
    "cubes, JRME 27(3)",
    explanation="You may have counted only the faces that can be seen from the front.",
    wrong=wrong,
    questions=(
        "Which faces did you add up?",
        "Take a box in your hands and turn it. Are there faces that a drawing does not show?",
        "If you unfold the box, how many faces lie in front of you?",
        "Which of the faces come in equal pairs?",
    ),
    examples=(
        (
            "What is the surface area of a rectangular prism with length 5 cm, width 4 cm and height 3 cm?",
            "47",
        ),
        ("What is the surface area of a cube with side 4 cm?", "48"),
    ),
    diagnostic=twins(
        wrong,
        "What is the surface area of a rectangular prism with length 5 cm, width 4 cm and height 3 cm?",
        "What is the surface area of a cube with side 4 cm?",
    ),
)
