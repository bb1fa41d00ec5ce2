"""There is nothing to borrow from a zero, so nothing is taken from anywhere."""

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
            work[place + 1] = (next_top - 1 if next_top else 0, next_bottom)
    return column_subtraction(work) if met_zero else None


wrong = mistake("whole_subtraction", _steps)

ENTRY = Misconception(
    id="subtract_stops_at_zero",
    name="Borrowing from a zero without a trace",
    grades=(3, 6),
    source="Brown & Burton 1978, Diagnostic models for procedural bugs in basic mathematical skills, "
    "Cognitive Science 2 (stops-borrow-at-zero)",
    explanation="You may have added a ten to a column although the zero next door had nothing to give.",
    wrong=wrong,
    questions=(
        "When a column needs more, what does the digit next door look like?",
        "Can an empty column give something away?",
        "Where could the empty column get something before it lends a bundle on?",
        "Lay the top number out with blocks, bundles and cubes. What do you have to break up first?",
        "Add your result to the number you took away. Do you get back to where you started?",
    ),
    examples=(("What is 403 - 127?", "286"), ("What is 605 - 238?", "377")),
    diagnostic=twins(wrong, "What is 403 - 127?", "What is 605 - 238?", "What is 5003 - 1426?"),
)
