"""The y of a point on a line is taken for where the line crosses the y-axis."""

from . import Misconception
from ._tools import mistake, twins

_WRITE = 'answer = "y = " + str(slope * symbols("x") + y1).replace("*", "")  # Put the slope and the y of the point in.'
wrong = mistake(
    "line_through_point line_through_points",
    lambda problem: (
        _WRITE
        if problem.kind == "line_through_point"
        else "rise = y2 - y1  # Find how much y changes.\n"
        "run = x2 - x1  # Find how much x changes.\n"
        f"slope = Fraction(rise, run)  # Divide.\n{_WRITE}"
    ),
)

ENTRY = Misconception(
    id="line_point_as_intercept",
    name="Taking a point of the line for the intercept",
    grades=(8, 9),
    source="Hattikudur et al. 2012, Constructing graphical representations: middle schoolers' intuitions and "
    "developing knowledge about slope and y-intercept, School Science and Mathematics 112(4)",
    explanation="You may have taken the y of a point as the number that stands alone.",
    wrong=wrong,
    questions=(
        "Put the x of a point from the problem into your equation. Does its y come out?",
        "What does the number that stands alone in your equation tell you about the line?",
        "Sketch the line through the point. Where does it cross the y-axis, and where is the point?",
        "How far is the point from the y-axis, and what does y do on the way there?",
    ),
    examples=(
        ("Write the equation of the line with slope 2 through (3, 7).", "y = 2x + 7"),
        ("Write the equation of the line through (1, 2) and (3, 8).", "y = 3x + 2"),
    ),
    diagnostic=twins(
        wrong,
        "Write the equation of the line with slope 2 through (3, 7).",
        "Write the equation of the line through (1, 2) and (3, 8).",
    ),
)
