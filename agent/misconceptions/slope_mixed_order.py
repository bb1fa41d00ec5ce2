"""The points are taken in one order above and in the other below."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "slope_through_points",
    """
    rise = y2 - y1  # Take the first y from the second.
    run = x1 - x2  # Take the second x from the first.
    answer = Fraction(rise, run)  # Divide.
    """,
    shows=lambda problem: problem["y1"] != problem["y2"],
)

ENTRY = Misconception(
    id="slope_mixed_order",
    name="Taking the points in mixed order",
    grades=(8, 9),
    source="Cho & Nagle 2017, Procedural and conceptual difficulties with slope, International Journal of "
    "Research in Education and Science 3(1)",
    explanation="You may have started with different points above and below the fraction bar.",
    wrong=wrong,
    questions=(
        "With which point did you start for the change of y, and with which for the change of x?",
        "Sketch both points and join them. Do you go up or down from left to right?",
        "What does the sign of your slope say about that?",
        "If you walk from the first point to the second, how do x and y change on the way?",
    ),
    examples=(
        ("Find the slope of the line through (1, 2) and (3, 8).", "-3"),
        ("Find the slope of the line through (0, 5) and (4, 3).", "1/2"),
    ),
    diagnostic=twins(
        wrong,
        "Find the slope of the line through (1, 2) and (3, 8).",
        "Find the slope of the line through (2, 9) and (6, 7).",
    ),
)
