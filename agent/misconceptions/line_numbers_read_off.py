"""Slope and intercepts are read off an equation that is not solved for y."""

from ..expressions import letters, parse_expression
from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _shows(problem: Problem) -> bool:
    right = parse_expression(problem["right"])
    if right is None or letters(right) or problem["c"] == 0:
        return False
    return {
        "standard_line_slope": problem["b"] != -1,
        "standard_line_y_intercept": problem["b"] != 1,
        "standard_line_x_intercept": problem["a"] != 1,
    }[problem.kind]


wrong = mistake(
    "standard_line_slope standard_line_y_intercept standard_line_x_intercept",
    lambda problem: (
        "answer = a  # Read off the number before x."
        if problem.kind == "standard_line_slope"
        else "answer = c  # Read off the number that stands alone."
    ),
    shows=_shows,
)

ENTRY = Misconception(
    id="line_numbers_read_off",
    name="Reading slope or intercept off an equation in another form",
    grades=(8, 9),
    source="Cho & Nagle 2017, Procedural and conceptual difficulties with slope, International Journal of "
    "Research in Education and Science 3(1)",
    explanation="You may have read the number off as it stands in the equation.",
    wrong=wrong,
    questions=(
        "Where in the equation did you find your number?",
        "Find some points that fit the equation and sketch the line. Does your number fit the sketch?",
        "In which form of the equation do the numbers tell you about the line, and is it in that form?",
        "What would you have to do to the equation so that y stands alone on one side?",
    ),
    examples=(
        ("What is the slope of the line 6x + 2y = 8?", "6"),
        ("What is the y-intercept of the line 2x + 3y = 12?", "12"),
    ),
    diagnostic=twins(
        wrong,
        "What is the slope of the line 6x + 2y = 8?",
        "What is the y-intercept of the line 2x + 3y = 12?",
        "What is the slope of the line 2x - 4y = 12?",
    ),
)
