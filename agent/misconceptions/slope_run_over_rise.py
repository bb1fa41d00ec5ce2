"""The slope is worked out as run over rise."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "slope_through_points",
    """
    run = x2 - x1  # See how much x changes.
    rise = y2 - y1  # See how much y changes.
    answer = Fraction(run, rise)  # Divide the run by the rise.
    """,
    shows=lambda problem: (
        problem["y1"] != problem["y2"]
        and abs(problem["y2"] - problem["y1"]) != abs(problem["x2"] - problem["x1"])
    ),
)

ENTRY = Misconception(
    id="slope_run_over_rise",
    name="Run over rise",
    grades=(8, 9),
    source="Cho & Nagle 2017, Procedural and conceptual difficulties with slope, International Journal of "
    "Research in Education and Science 3(1)",
    explanation="You may have divided the change of x by the change of y.",
    wrong=wrong,
    questions=(
        "What does the slope tell you about a line?",
        "Which change did you divide by which?",
        "Sketch both points and join them. Is it steep or flat, and does your number fit?",
        "If you take a single step to the right on the graph, which of the changes do you want to know?",
    ),
    examples=(
        ("Find the slope of the line through (1, 2) and (3, 8).", "1/3"),
        ("Find the slope of the line through (0, 5) and (4, 3).", "-2"),
    ),
    diagnostic=twins(
        wrong,
        "Find the slope of the line through (1, 2) and (3, 8).",
        "Find the slope of the line through (2, 9) and (6, 7).",
    ),
)
