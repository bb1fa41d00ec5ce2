"""The sign of an inequality stays when both sides are divided by a negative number."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "linear_inequality",
    lambda problem: (
        f"""
    numbers = right_constant - left_constant  # Bring the numbers to the other side.
    boundary = Fraction(numbers, left_coefficient)  # Divide.
    answer = "{problem["letter"]} {problem["relation"]} " + str(boundary)  # Keep the sign.
    """
    ),
    shows=lambda problem: problem["left_coefficient"] < 0 and problem["right_coefficient"] == 0,
)

ENTRY = Misconception(
    id="inequality_keeps_sign",
    name="Not turning the sign of an inequality",
    grades=(7, 9),
    source="Blanco & Garrote 2007, Difficulties in learning inequalities in students of the first year of "
    "pre-university education in Spain, EURASIA Journal 3(3)",
    explanation="You may have divided by a negative number and left the sign of the inequality as it was.",
    wrong=wrong,
    questions=(
        "What do both sides have to be divided by?",
        "Take a true statement about numbers of your own and multiply both sides by a negative number. Is it "
        "still true?",
        "On a number line, what happens to the order of numbers when all their signs are turned round?",
        "Pick a number that your result allows and put it into the problem. Does it fit?",
    ),
    examples=(("Solve -2x < 6.", "x < -3"), ("Solve -3x + 4 >= 19.", "x >= -5")),
    diagnostic=twins(wrong, "Solve -2x < 6.", "Solve -3x + 4 >= 19.", "Solve 10 - 4x > 2."),
)
