"""Where a line meets one axis is given for where it meets the other."""

from . import Misconception
from ._tools import mistake, twins

_STEPS = {
    "line_x_crossing": 'answer = "(0, " + str(intercept) + ")"  # Let x be zero and write the point.',
    "standard_line_y_intercept": "answer = Fraction(c, a)  # Let y be zero and divide.",
    "standard_line_x_intercept": "answer = Fraction(c, b)  # Let x be zero and divide.",
}
wrong = mistake(
    " ".join(_STEPS),
    lambda problem: _STEPS[problem.kind],
    shows=lambda problem: (
        problem.kind == "line_x_crossing" or (problem["a"] != problem["b"] and problem["c"] != 0)
    ),
)

ENTRY = Misconception(
    id="line_takes_other_axis",
    name="Taking one axis for the other",
    grades=(8, 9),
    source="Moschkovich 1999, Students' use of the x-intercept as an instance of a transitional conception, "
    "Educational Studies in Mathematics 37(2)",
    explanation="You may have found where the line meets the other axis.",
    wrong=wrong,
    questions=(
        "On which axis is the point that the problem asks about?",
        "Sketch both axes and put a point on the axis that is asked for. What do all points there have in common?",
        "Which letter did you set to zero, and on which axis is that so?",
        "Put your point into the sketch. On which of the axes does it land?",
    ),
    examples=(
        ("Where does the line y = 2x + 6 cross the x-axis?", "(0, 6)"),
        ("What is the y-intercept of the line 2x + 3y = 12?", "6"),
        ("What is the x-intercept of the line 2x + 3y = 12?", "4"),
    ),
    diagnostic=twins(
        wrong,
        "Where does the line y = 2x + 6 cross the x-axis?",
        "What is the y-intercept of the line 2x + 3y = 12?",
        "What is the x-intercept of the line 4x + 5y = 20?",
    ),
)
