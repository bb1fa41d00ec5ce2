"""A parallelogram is treated as a triangle."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "parallelogram_area parallelogram_height",
    lambda problem: (
        "product = base * height  # Multiply base and height.\nanswer = Fraction(product, 2)  # Halve it."
        if problem.kind == "parallelogram_area"
        else "doubled = 2 * area  # Double the area.\nanswer = Fraction(doubled, base)  # Divide it by the base."
    ),
)

ENTRY = Misconception(
    id="parallelogram_halved",
    name="Treating a parallelogram as a triangle",
    grades=(5, 8),
    source="Ryan & Williams 2007, Children's Mathematics 4-15: Learning from Errors and Misconceptions, Open "
    "University Press",
    explanation="You may have used what belongs to a triangle.",
    wrong=wrong,
    questions=(
        "Which shape does your way of working belong to?",
        "Draw the shape and cut it along a line from corner to corner. What are the two pieces?",
        "How much of the whole shape have you worked with: all of it or one of the pieces?",
        "Cut a slanted end off the shape and push it to the other side. What shape do you see now?",
    ),
    examples=(
        ("What is the area of a parallelogram with base 8 cm and height 5 cm?", "20"),
        ("A parallelogram has an area of 40 square cm and a base of 8 cm. What is its height?", "10"),
    ),
    diagnostic=twins(
        wrong,
        "What is the area of a parallelogram with base 8 cm and height 5 cm?",
        "A parallelogram has an area of 40 square cm and a base of 8 cm. What is its height?",
    ),
)
