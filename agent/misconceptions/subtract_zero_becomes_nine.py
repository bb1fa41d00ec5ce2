"""A zero that is borrowed from turns into a nine, and nothing is taken from the column beyond it."""

from ..symbolic import Problem
from . import Misconception
from ._tools import column_subtraction, columns, mistake, twins


def _steps(problem: Problem) -> str | None:
    work, met_zero = columns(problem), False
    for place, (top, bottom) in enumerate(work):  # the digits change on the way
        if top < bottom and place + 1 < len(work):
            work[place] = (top + 10, bottom)
            next_top, next_bottom = work[place + 1]
            met_zero = met_zero or next_top == 0
            work[place + 1] = (next_top - 1 if next_top else 9, next_bottom)
    return column_subtraction(work) if met_zero else None


wrong = mistake("whole_subtraction", _steps)

ENTRY = Misconception(
    id="subtract_zero_becomes_nine",
    name="Turning a zero into a nine for free",
    grades=(3, 6),
    source="Brown & Burton 1978, Diagnostic models for procedural bugs in basic mathematical skills, "
    "Cognitive Science 2 (borrow-from-zero)",
    explanation="You may have changed a zero into a nine without taking anything from the column beyond it.",
    wrong=wrong,
    questions=(
        "If an empty column lends something, where does that come from?",
        "Before an empty column can lend something, which column could it ask first?",
        "Lay the top number out with blocks, bundles and cubes. What happens to the largest blocks?",
        "Which digits of the top number change, and which stay as they are?",
        "Add your result to the number you took away. Do you get back to where you started?",
    ),
    examples=(("What is 403 - 127?", "376"), ("What is 605 - 238?", "467")),
    diagnostic=twins(wrong, "What is 403 - 127?", "What is 605 - 238?", "What is 5003 - 1426?"),
)
