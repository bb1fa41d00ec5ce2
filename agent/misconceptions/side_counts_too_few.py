"""A side is found from the perimeter as if the shape had only the named sides."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "rectangle_side_from_perimeter square_side",
    lambda problem: (
        "answer = Fraction(perimeter, 2)  # Share it between two sides."
        if problem.kind == "square_side"
        else "answer = perimeter - side  # Take the side that is known."
    ),
)

ENTRY = Misconception(
    id="side_counts_too_few",
    name="Counting too few sides for the perimeter",
    grades=(4, 7),
    source="Ryan & Williams 2007, Children's Mathematics 4-15: Learning from Errors and Misconceptions, Open "
    "University Press",
    explanation="You may have counted fewer sides than the shape has.",
    wrong=wrong,
    questions=(
        "What does the perimeter of a shape tell you?",
        "Draw the shape and write a length at every side. How many sides have a number now?",
        "Walk all the way around your drawing and add up as you go. What do you get?",
        "Does that walk come out as long as the problem says, or is it longer or shorter?",
    ),
    examples=(
        ("A rectangle has a perimeter of 30 cm and a length of 10 cm. What is its width?", "20"),
        ("A square has a perimeter of 36 cm. How long is each side?", "18"),
    ),
    diagnostic=twins(
        wrong,
        "A rectangle has a perimeter of 30 cm and a length of 10 cm. What is its width?",
        "A square has a perimeter of 36 cm. How long is each side?",
    ),
)
