"""A side is found as if the area given were the perimeter, or the other way round."""

from fractions import Fraction

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    if problem.kind == "square_side_from_area":
        return (
            None if problem["area"] == 16 else "answer = Fraction(area, 4)  # Share it among the four sides."
        )
    side = Fraction(problem["side"])
    if problem.kind == "rectangle_side":
        area = Fraction(problem["area"])
        if area / 2 <= side or area / 2 - side == area / side:
            return None
        return "half = Fraction(area, 2)  # Halve it.\nanswer = half - side  # Take the side that is known."
    perimeter = Fraction(problem["perimeter"])
    if perimeter / side == perimeter / 2 - side:
        return None
    return "answer = Fraction(perimeter, side)  # Divide it by the side that is known."


wrong = mistake("rectangle_side rectangle_side_from_perimeter square_side_from_area", _steps)

ENTRY = Misconception(
    id="side_area_and_perimeter_swapped",
    name="Taking a given area for a perimeter or a perimeter for an area",
    grades=(4, 8),
    source="Tan Sisman & Aksu 2016, A study on sixth grade students' misconceptions and errors in spatial "
    "measurement, International Journal of Science and Mathematics Education 14(7)",
    explanation="You may have taken the space inside the shape for the way around it, or the other way round.",
    wrong=wrong,
    questions=(
        "What does the problem tell you about the shape: the way around it or the space inside it?",
        "If the shape were a garden, would the number in the problem be about the fence or about the grass?",
        "Draw the shape with the side you found. How far is it all the way around?",
        "In the same drawing, how many little squares fit inside, and which of these numbers should fit "
        "the problem?",
    ),
    examples=(
        ("A rectangle has an area of 40 square cm and a length of 8 cm. What is its width?", "12"),
        ("A rectangle has a perimeter of 30 cm and a length of 10 cm. What is its width?", "3"),
        ("A square has an area of 36 square cm. How long is each side?", "9"),
    ),
    diagnostic=twins(
        wrong,
        "A rectangle has an area of 40 square cm and a length of 8 cm. What is its width?",
        "A rectangle has a perimeter of 30 cm and a length of 10 cm. What is its width?",
        "A square has an area of 36 square cm. How long is each side?",
    ),
)
