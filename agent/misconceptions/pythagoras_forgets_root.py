"""The square of the side is given for the side."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "hypotenuse right_triangle_leg",
    lambda problem: (
        "first_square = first_leg * first_leg  # Square a leg.\n"
        "second_square = second_leg * second_leg  # Square the other.\n"
        "answer = first_square + second_square  # Add the squares."
        if problem.kind == "hypotenuse"
        else "hypotenuse_square = hypotenuse * hypotenuse  # Square the hypotenuse.\n"
        "leg_square = leg * leg  # Square the leg.\n"
        "answer = hypotenuse_square - leg_square  # Subtract the squares."
    ),
    shows=lambda problem: (
        problem.kind == "hypotenuse" or problem["hypotenuse"] ** 2 - problem["leg"] ** 2 not in (0, 1)
    ),
)

ENTRY = Misconception(
    id="pythagoras_forgets_root",
    name="Stopping at the square",
    grades=(8, 9),
    source="Hutapea, Suryadi & Nurlaelah 2015, Analysis of students' epistemological obstacles on the "
    "subject of Pythagorean theorem, Jurnal Pengajaran MIPA 20(1)",
    explanation="You may have stopped at the square of the side.",
    wrong=wrong,
    questions=(
        "What does the number you found stand for: a length or an area?",
        "Draw the triangle. Could a side be that long?",
        "If you know the area of a square, how do you find its side?",
        "What is the last thing left to do to get from the square back to the side?",
    ),
    examples=(
        ("A right triangle has legs 3 and 4. What is the hypotenuse?", "25"),
        ("A right triangle has a hypotenuse of 13 and one leg of 5. Find the other leg.", "144"),
    ),
    diagnostic=twins(
        wrong,
        "A right triangle has legs 3 and 4. What is the hypotenuse?",
        "A right triangle has a hypotenuse of 13 and one leg of 5. Find the other leg.",
    ),
)
