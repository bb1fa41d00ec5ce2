"""The lengths are added or subtracted as they are, without squares."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "hypotenuse right_triangle_leg",
    lambda problem: (
        "answer = first_leg + second_leg  # Add the legs."
        if problem.kind == "hypotenuse"
        else "answer = hypotenuse - leg  # Take the leg from the hypotenuse."
    ),
)

ENTRY = Misconception(
    id="pythagoras_adds_lengths",
    name="Adding lengths without squares",
    grades=(8, 9),
    source="Matz 1982, Towards a process model for high school algebra errors, in Sleeman & Brown (eds.), "
    "Intelligent Tutoring Systems (overgeneralised linearity)",
    explanation="You may have added or subtracted the lengths themselves.",
    wrong=wrong,
    questions=(
        "Draw the triangle. Is walking along both legs as long as walking straight across?",
        "What does the theorem say about the squares on the sides?",
        "Which areas belong to the sides of a right triangle?",
        "What do you get when you square each side of your triangle, and do these areas fit together?",
    ),
    examples=(
        ("A right triangle has legs 3 and 4. What is the hypotenuse?", "7"),
        ("A right triangle has a hypotenuse of 13 and one leg of 5. Find the other leg.", "8"),
    ),
    diagnostic=twins(
        wrong,
        "A right triangle has legs 3 and 4. What is the hypotenuse?",
        "A right triangle has a hypotenuse of 13 and one leg of 5. Find the other leg.",
    ),
)
