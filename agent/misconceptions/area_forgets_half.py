"""The half is left out of the area of a triangle or a trapezoid."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "triangle_area trapezoid_area",
    lambda problem: (
        "answer = base * height  # Multiply base and height."
        if problem.kind == "triangle_area"
        else "bases = first_base + second_base  # Add the parallel sides.\n"
        "answer = bases * height  # Multiply by the height."
    ),
)

ENTRY = Misconception(
    id="area_forgets_half",
    name="Leaving out the half",
    grades=(5, 8),
    source="Ryan & Williams 2007, Children's Mathematics 4-15: Learning from Errors and Misconceptions, Open "
    "University Press",
    explanation="You may have found the area of the whole box or of a doubled shape.",
    wrong=wrong,
    questions=(
        "Try to draw a shape that has exactly the area you worked out. What do you see?",
        "Draw the smallest rectangle around the shape. Does the shape fill it?",
        "Put a turned copy of the shape next to it. What shape do they make together?",
        "How does the area of your shape compare with the area of that larger shape?",
    ),
    examples=(
        ("What is the area of a triangle with base 8 cm and height 5 cm?", "40"),
        ("What is the area of a trapezoid with bases 6 cm and 10 cm and height 4 cm?", "64"),
    ),
    diagnostic=twins(
        wrong,
        "What is the area of a triangle with base 8 cm and height 5 cm?",
        "What is the area of a trapezoid with bases 6 cm and 10 cm and height 4 cm?",
    ),
)
