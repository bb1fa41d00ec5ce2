"""The height of a triangle is found as if it filled the rectangle around it."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake("triangle_height", "answer = Fraction(area, base)  # Divide the area by the base.")

ENTRY = Misconception(
    id="triangle_height_as_in_rectangle",
    name="Finding the height of a triangle as in a rectangle",
    grades=(5, 8),
    source="Ryan & Williams 2007, Children's Mathematics 4-15: Learning from Errors and Misconceptions, Open "
    "University Press",
    explanation="You may have treated the triangle as if it were a rectangle.",
    wrong=wrong,
    questions=(
        "Draw a triangle with the base of the problem and the height you found. What is its area?",
        "Does that area fit the problem, or is there too little of it or too much?",
        "Draw the smallest rectangle around the shape. Does the shape fill it?",
        "How much larger is that rectangle than the triangle inside it?",
    ),
    examples=(
        ("A triangle has an area of 20 square cm and a base of 8 cm. What is its height?", "5/2"),
        ("A triangle has an area of 30 square cm and a base of 10 cm. What is its height?", "3"),
    ),
    diagnostic=twins(
        wrong,
        "A triangle has an area of 20 square cm and a base of 8 cm. What is its height?",
        "A triangle has an area of 300 square cm and a base of 25 cm. What is its height?",
    ),
)
