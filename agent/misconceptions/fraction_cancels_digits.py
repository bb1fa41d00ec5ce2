"""A digit that is in the top and in the bottom is crossed out in both."""

from fractions import Fraction

from ..symbolic import Problem
from . import Misconception
from ._tools import drawn, mistake


def _steps(problem: Problem) -> str | None:
    top, bottom = str(problem["numerator"]), str(problem["denominator"])
    shared = next((digit for digit in top if digit in bottom and digit != "0"), None)
    if len(top) != 2 or len(bottom) != 2 or shared is None:
        return None
    new_top, new_bottom = int(top.replace(shared, "", 1)), int(bottom.replace(shared, "", 1))
    if new_top == 0 or new_bottom == 0 or Fraction(new_top, new_bottom) == Fraction(int(top), int(bottom)):
        return None
    return f"answer = Fraction({new_top}, {new_bottom})  # Cross out the digit {shared} in both."


wrong = mistake("fraction_simplify", _steps)

ENTRY = Misconception(
    id="fraction_cancels_digits",
    name="Crossing out equal digits",
    grades=(4, 8),
    source="Ashlock 2006, Error Patterns in Computation, 9th ed., equivalent fractions",
    explanation="You may have crossed out a digit that stands in both numbers.",
    wrong=wrong,
    questions=(
        "How did you get from the old numbers to the new ones?",
        "When you simplify, by what do you divide top and bottom?",
        "Is a digit of a number the same thing as a factor of it?",
        'Draw both fractions, the old one and "$quote". Are they equally large?',
    ),
    examples=(("Simplify 12/24.", "1/4"), ("Simplify 36/63.", "1")),
    diagnostic=drawn(
        wrong,
        lambda random: "Simplify {}/{}.".format(
            *(
                random.randrange(1, 6) * number
                for number in random.choice(((12, 15), (8, 12), (13, 26), (6, 16)))
            )
        ),
    ),
)
