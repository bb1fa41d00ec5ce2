"""Slope and intercept of a line are mixed up."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "line_slope line_intercept",
    lambda problem: (
        "answer = intercept  # Take the number that stands alone."
        if problem.kind == "line_slope"
        else "answer = slope  # Take the number in front of x."
    ),
    shows=lambda problem: problem["slope"] != problem["intercept"],
)

ENTRY = Misconception(
    id="line_slope_and_intercept_swapped",
    name="Mixing up slope and intercept",
    grades=(7, 9),
    source="Hattikudur et al. 2012, Constructing graphical representations: middle schoolers' intuitions and "
    "developing knowledge about slope and y-intercept, School Science and Mathematics 112(4)",
    explanation="You may have mixed up the slope and the intercept.",
    wrong=wrong,
    questions=(
        "Does the word in the problem ask how steep the graph is, or where it crosses?",
        "What is y when x is nothing, and which number of the equation shows that?",
        "By how much does y change for each step of x, and which number shows that?",
        "Make a small table of x and y. Where in it do you see each number of the equation?",
    ),
    examples=(
        ("What is the slope of the line y = 3x + 5?", "5"),
        ("What is the y-intercept of the line y = 2x + 7?", "2"),
    ),
    diagnostic=twins(
        wrong, "What is the slope of the line y = 3x + 5?", "What is the y-intercept of the line y = 2x + 7?"
    ),
)
