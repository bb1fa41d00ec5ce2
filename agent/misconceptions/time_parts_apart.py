"""Hours and minutes are subtracted apart, the smaller from the larger."""

from ..symbolic import Problem
from ..symbolic.proportion.clock_times import clock, length_text
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    start, end = clock(problem["start"]), clock(problem["end"])
    if start is None or end is None or start[1] != end[1] or end[0] <= start[0]:
        return None
    hours = end[0] // 60 - start[0] // 60
    minutes = start[0] % 60 - end[0] % 60
    if minutes <= 0 or minutes == 30:
        return None
    lines = (
        f"hours = {hours}  # Take the hours from each other.\n"
        f"minutes = {minutes}  # Take the smaller minutes from the larger.\n"
    )
    if problem["unit"]:
        total = "60 * hours + minutes"
        code = total if problem["unit"] == "minutes" else f"Fraction({total}, 60)"
    else:
        code = f'"{length_text(60 * hours + minutes)}"'
    return f"{lines}answer = {code}  # Put them together."


wrong = mistake("elapsed_time", _steps)

ENTRY = Misconception(
    id="time_parts_apart",
    name="Taking hours and minutes apart from each other",
    grades=(3, 6),
    source="Kamii & Russell 2012, Elapsed time: why is it so difficult to teach?, JRME 43(3) (hours "
    "and minutes apart); King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle",
    explanation="You may have taken the smaller minutes from the larger ones.",
    wrong=wrong,
    questions=(
        "Move the hands of a clock from the start to the end. How often do they pass a full hour?",
        "How long is it from the start to the next full hour, and from there on to the end?",
        "Has the last hour passed in full when the end is reached?",
        'Begin at the start and let "$quote" pass. Where do you land?',
    ),
    examples=(
        ("How long is it from 9:40 am to 11:15 am?", "2 hours 25 minutes"),
        ("How many minutes is it from 1:50 pm to 3:10 pm?", "160"),
    ),
    diagnostic=twins(
        wrong,
        "How long is it from 9:40 am to 11:15 am?",
        "How many minutes is it from 1:50 pm to 3:10 pm?",
        "How long is it from 8:45 am to 2:20 pm?",
    ),
)
