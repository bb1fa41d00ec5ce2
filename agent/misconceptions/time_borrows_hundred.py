"""Clock times are worked with as if an hour had a hundred minutes."""

from ..symbolic import Problem
from ..symbolic.proportion.clock_times import HALF_DAY, clock, minutes_in
from . import Misconception
from ._tools import mistake, twins


def _said(value: int) -> str:
    hours, minutes = divmod(value, 100)
    return (
        f"{hours} hour{'s' * (hours > 1)} {minutes} minutes"
        if hours and minutes
        else f"{hours}:{minutes:02d}"
    )


def _steps(problem: Problem) -> str | None:
    made = _wrong(problem)
    return None if made is None else f"answer = {made!r}  # Work with the digits as in any sum."


def _wrong(problem: Problem) -> str | None:
    if problem.kind == "times_added":
        first, second = (minutes_in(problem[name]) or 0 for name in ("first", "second"))
        shows = first % 60 + second % 60 > 99
        return _said(_digits(first) + _digits(second)) if shows else None
    start = clock(problem["start"])
    if start is None:
        return None
    if problem.kind == "elapsed_time":
        end = clock(problem["end"])
        if problem["unit"] == "hours" or end is None or end[1] != start[1]:
            return None
        last, first = end[0], start[0]
        last += HALF_DAY if last < first and start[1] == "12" else 0
        digits = _digits(last) - _digits(first)
        if digits < 0 or last % 60 >= first % 60:
            return None
        return str(digits) if problem["unit"] else _said(digits)
    length = minutes_in(problem["length"]) or 0
    moved = length if problem["direction"] == "after" else -length
    minutes = start[0] % 60 + (1 if moved > 0 else -1) * (length % 60)
    digits = _digits(start[0] % HALF_DAY) + (1 if moved > 0 else -1) * _digits(length)
    if 0 <= minutes < 60 or not 100 <= digits < 1260 or start[1] == "24":
        return None
    return f"{digits // 100}:{digits % 100:02d}"


def _digits(minutes: int) -> int:
    """A time as its digits without the point between: 945 for 9:45."""
    return minutes // 60 * 100 + minutes % 60


wrong = mistake("elapsed_time time_before_or_after times_added", _steps)

ENTRY = Misconception(
    id="time_borrows_hundred",
    name="Working with times as with other numbers",
    grades=(4, 7),
    source="Kamii & Russell 2012, Elapsed time: why is it so difficult to teach?, JRME 43(3)",
    explanation="You may have carried or borrowed a hundred minutes for an hour.",
    wrong=wrong,
    questions=(
        "How far does the long hand of a clock go before the next hour starts?",
        "What does a clock show a minute after it shows the last minute of an hour?",
        "Draw a time line and jump from one full hour to the next. How long is each of your jumps?",
        "Find where an hour turned into minutes in your work, or minutes into an hour. How many were they?",
    ),
    examples=(
        ("How long is it from 9:50 am to 11:05 am?", "1 hour 55 minutes"),
        ("Add 2 hours 50 minutes and 1 hour 55 minutes.", "4 hours 5 minutes"),
    ),
    diagnostic=twins(
        wrong,
        "How long is it from 9:50 am to 11:05 am?",
        "What time is it 45 minutes after 9:40?",
        "Add 2 hours 50 minutes and 1 hour 55 minutes.",
        "How many minutes is it from 9:50 am to 11:05 am?",
    ),
)
