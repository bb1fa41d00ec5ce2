"""Lengths are multiplied for the perimeter."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _shows(problem: Problem) -> bool:
    if problem.kind == "regular_perimeter":
        return problem["sides"] != problem["side"]
    first, second, third = problem["first"], problem["second"], problem["third"]
    return first * second * third != first + second + third


wrong = mistake(
    "triangle_perimeter regular_perimeter",
    lambda problem: (
        "answer = side * side  # Multiply the side by itself."
        if problem.kind == "regular_perimeter"
        else "answer = first * second * third  # Multiply the sides."
    ),
    shows=_shows,
)

ENTRY = Misconception(
    id="perimeter_multiplies_lengths",
    name="Multiplying lengths for the perimeter",
    grades=(3, 7),
    source="Tan Sisman & Aksu 2016, A study on sixth grade students' misconceptions and errors in spatial "
    "measurement, International Journal of Science and Mathematics Education 14(7)",
    explanation="You may have multiplied lengths although the way around is asked for.",
    wrong=wrong,
    questions=(
        "What does the problem ask for: the way around the shape or the space inside it?",
        "An ant walks along every side once. How can you find out how far it goes?",
        "Is the walk that you found much longer than a single side, and can that be?",
        "Lay all the sides in a row, one after the other. How long is that row?",
    ),
    examples=(
        ("What is the perimeter of a triangle with sides 3 cm, 4 cm and 5 cm?", "60"),
        ("What is the perimeter of a regular hexagon with side 7 cm?", "49"),
    ),
    diagnostic=twins(
        wrong,
        "What is the perimeter of a triangle with sides 3 cm, 4 cm and 5 cm?",
        "What is the perimeter of a regular hexagon with side 7 cm?",
    ),
)
