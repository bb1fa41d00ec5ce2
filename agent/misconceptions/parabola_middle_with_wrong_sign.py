"""The middle of a parabola is put on the wrong side of zero."""

from . import Misconception
from ._tools import mistake, twins

_MIDDLE = "middle = Fraction(b, 2 * a)  # Find the middle.\n"


def _height(expression: str) -> str:
    """Read off where the square is complete, else worked out."""
    if "(" in expression:
        return "height = c - a * middle * middle  # Read the height off.\n"
    return "height = a * middle * middle + b * middle + c  # Put that in.\n"


wrong = mistake(
    "parabola_vertex parabola_axis",
    lambda problem: (
        f'{_MIDDLE}answer = "{problem["letter"]} = " + str(middle)  # Write the line.'
        if problem.kind == "parabola_axis"
        else f'{_MIDDLE}{_height(problem["expression"])}answer = "(" + str(middle) + ", " + str(height) + ")"'
        "  # Write the point."
    ),
    shows=lambda problem: problem["b"] != 0,
)

ENTRY = Misconception(
    id="parabola_middle_with_wrong_sign",
    name="Putting the middle of a parabola on the wrong side",
    grades=(8, 9),
    source="Childers & Vidakovic 2014, Students' understanding of the concept of vertex of quadratic functions "
    "in relation to their personal meaning of the concept of vertex, Proceedings of the 17th Conference on RUME",
    explanation="You may have put the middle of the parabola on the wrong side of zero.",
    wrong=wrong,
    questions=(
        "How did you find the middle of the parabola?",
        "Make a small table of values to the left and to the right of your middle. Is it alike on both sides?",
        "Put your middle into the equation, and then a number on each side of it. Is the curve turning there?",
        "Find values of x with the same height. What lies halfway between them?",
    ),
    examples=(
        ("What is the vertex of the parabola y = x^2 - 6x + 5?", "(-3, 32)"),
        ("What is the vertex of the parabola y = (x - 3)^2 + 4?", "(-3, 4)"),
        ("What is the axis of symmetry of y = x^2 + 8x + 3?", "x = 4"),
    ),
    diagnostic=twins(
        wrong,
        "What is the vertex of the parabola y = x^2 - 6x + 5?",
        "What is the axis of symmetry of y = x^2 + 8x + 3?",
        "What is the vertex of the parabola y = (x - 3)^2 + 4?",
    ),
)
