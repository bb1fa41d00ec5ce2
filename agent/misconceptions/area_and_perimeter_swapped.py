"""The perimeter is given for the area, or the area for the perimeter."""

from . import Misconception
from ._tools import mistake, twins

_STEPS = {
    "rectangle_area": "half_way = length + width  # Add length and width.\nanswer = 2 * half_way  # Double it.",
    "rectangle_perimeter": "answer = length * width  # Multiply length and width.",
    "square_area": "answer = 4 * side  # Take the four sides.",
    "square_perimeter": "answer = side * side  # Multiply side by side.",
}
wrong = mistake(
    " ".join(_STEPS),
    lambda problem: _STEPS[problem.kind],
    shows=lambda problem: (
        problem["side"] != 4
        if "side" in problem
        else problem["length"] * problem["width"] != 2 * (problem["length"] + problem["width"])
    ),
)

ENTRY = Misconception(
    id="area_and_perimeter_swapped",
    name="Mixing up area and perimeter",
    grades=(3, 7),
    source="Tan Sisman & Aksu 2016, A study on sixth grade students' misconceptions and errors in spatial "
    "measurement, International Journal of Science and Mathematics Education 14(7)",
    explanation="You may have mixed up the way around the shape and the space inside it.",
    wrong=wrong,
    questions=(
        "What does the problem ask for: the way around the shape or the space inside it?",
        "If the shape were a garden, would your number tell you about the fence or about the grass?",
        "Which unit would your result have: lengths or little squares?",
        "Draw the shape and mark what is asked. How would you count it?",
    ),
    examples=(
        ("What is the area of a rectangle with length 8 cm and width 5 cm?", "26"),
        ("What is the perimeter of a square with side 7 cm?", "49"),
    ),
    diagnostic=twins(
        wrong,
        "What is the area of a rectangle with length 8 cm and width 5 cm?",
        "What is the perimeter of a rectangle with length 12 m and width 9 m?",
        "What is the perimeter of a square with side 7 cm?",
    ),
)
