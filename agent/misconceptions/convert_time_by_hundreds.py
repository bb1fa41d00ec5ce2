"""Hours and minutes are converted as if there were a hundred in each."""

from . import Misconception
from ._tools import mistake, twins

_SIXTIES = {("hours", "minutes"), ("minutes", "seconds")}
wrong = mistake(
    "unit_conversion",
    lambda problem: (
        "answer = amount * 100  # Multiply by a hundred."
        if (problem["from_unit"], problem["to_unit"]) in _SIXTIES
        else "answer = Fraction(amount, 100)  # Divide by a hundred."
    ),
    shows=lambda problem: (
        (problem["from_unit"], problem["to_unit"]) in _SIXTIES
        or (problem["to_unit"], problem["from_unit"]) in _SIXTIES
    ),
)

ENTRY = Misconception(
    id="convert_time_by_hundreds",
    name="Treating time as if it went by hundreds",
    grades=(4, 7),
    source="Kamii & Russell 2012, Elapsed time: why is it so difficult to teach?, JRME 43(3)",
    explanation="You may have counted time in hundreds, as one does with money or meters.",
    wrong=wrong,
    questions=(
        "How far does the long hand of a clock go before the next hour starts?",
        "Does time go by hundreds, the way money does?",
        "Think of a short lesson and a whole hour. Does your result fit that feeling?",
        "How many of the smaller unit make up a single larger unit on a clock?",
    ),
    examples=(("Convert 3 hours to minutes.", "300"), ("Convert 2.5 hours to minutes.", "250")),
    diagnostic=twins(
        wrong,
        "Convert 3 hours to minutes.",
        "Convert 2.5 hours to minutes.",
        "Convert 240 seconds to minutes.",
    ),
)
