"""Zero minus a digit is written as zero."""

from ..symbolic import Problem
from . import Misconception
from ._tools import column_subtraction, columns, mistake, twins


def _shows(problem: Problem) -> bool:
    work = columns(problem)
    others_fit = all(top >= bottom for top, bottom in work if top > 0)
    return others_fit and any(top == 0 < bottom for top, bottom in work) and work[-1][0] >= work[-1][1]


wrong = mistake(
    "whole_subtraction",
    lambda problem: column_subtraction(
        [(0, 0) if top == 0 else (top, bottom) for top, bottom in columns(problem)]
    ),
    shows=_shows,
)

ENTRY = Misconception(
    id="subtract_from_zero_gives_zero",
    name="Zero minus a digit is zero",
    grades=(2, 5),
    source="VanLehn 1990, Mind Bugs: The Origins of Procedural Misconceptions, MIT Press (0-N=0)",
    explanation="You may have written a zero where the upper digit is zero.",
    wrong=wrong,
    questions=(
        "Look at the column with a zero on top. What did you write there, and why?",
        "If there is nothing in a column and some must go, has anything been taken away yet?",
        "What could the next column lend to this place?",
        "Show the top number with bundles and loose cubes. Which bundle do you need to open?",
        "Add your result to the number you took away. Do you get back to where you started?",
    ),
    examples=(("What is 80 - 27?", "60"), ("What is 570 - 243?", "330")),
    diagnostic=twins(wrong, "What is 80 - 27?", "What is 570 - 243?", "What is 608 - 235?"),
)
