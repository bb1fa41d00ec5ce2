"""The ten is borrowed from the column beyond the zero, and the zero is left as it is."""

from ..symbolic import Problem
from . import Misconception
from ._tools import column_subtraction, columns, mistake, twins


def _steps(problem: Problem) -> str | None:
    work, skipped = columns(problem), False
    for place, (top, bottom) in enumerate(work):
        if top >= bottom:
            continue
        lender = next((other for other in range(place + 1, len(work)) if work[other][0] > 0), None)
        if lender is None:
            return None
        work[place] = (top + 10, bottom)
        work[lender] = (work[lender][0] - 1, work[lender][1])
        skipped = skipped or lender > place + 1
    return column_subtraction(work) if skipped else None


wrong = mistake("whole_subtraction", _steps)

ENTRY = Misconception(
    id="subtract_skips_zero",
    name="Borrowing past a zero",
    grades=(3, 6),
    source="VanLehn 1990, Mind Bugs: The Origins of Procedural Misconceptions, MIT Press (borrow-across-zero)",
    explanation="You may have jumped over a zero when you borrowed and left the zero as it was.",
    wrong=wrong,
    questions=(
        "When a column needs more, which column can it ask first?",
        "When a large block is broken up, do you get bundles or loose cubes first?",
        "Lay the top number out with blocks, bundles and cubes. What happens to the place that was empty?",
        "On its way to the units, where does the block you broke up leave something after?",
        "Add your result to the number you took away. Do you get back to where you started?",
    ),
    examples=(("What is 403 - 127?", "186"), ("What is 605 - 238?", "277")),
    diagnostic=twins(wrong, "What is 403 - 127?", "What is 605 - 238?"),
)
