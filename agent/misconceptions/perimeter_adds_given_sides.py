"""Only the sides that are named are added for the perimeter."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake("rectangle_perimeter", "answer = length + width  # Add the sides that are named.")

ENTRY = Misconception(
    id="perimeter_adds_given_sides",
    name="Adding only the named sides",
    grades=(3, 6),
    source="Ryan & Williams 2007, Children's Mathematics 4-15: Learning from Errors and Misconceptions, Open "
    "University Press",
    explanation="You may have added only the sides that are named in the problem.",
    wrong=wrong,
    questions=(
        "Draw the shape and write a length at every side. How many sides have a number now?",
        "If you walk all the way around, which sides do you pass?",
        "Which of the sides are in your sum?",
        "Where would you be standing after walking the length you found?",
    ),
    examples=(
        ("What is the perimeter of a rectangle with length 8 cm and width 5 cm?", "13"),
        ("What is the perimeter of a rectangle with length 12 m and width 9 m?", "21"),
    ),
    diagnostic=twins(wrong, "What is the perimeter of a rectangle with length 8 cm and width 5 cm?"),
)
