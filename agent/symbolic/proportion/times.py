"""Clock times and lengths of time: how long from one to another, what time it is later or before, hours and minutes.

Times are minutes after midnight. Where one of two times has no am or pm, the next such time on a clock is meant. Dates
and time zones are not read, and neither is a time that is only to be written in another way.
"""

from fractions import Fraction
from random import Random

from ..problem import Given, Kind, Problem, formula, positive
from .clock_times import (
    DAY,
    HALF_DAY,
    clock,
    length_text,
    minutes_in,
    time_text,
)

# --- how long from one time to another ------------------------------------------------------------------------------


def _on_a_dial(*ways: str) -> bool:
    """Whether a time has no am or pm, so that it comes round every 12 hours; beside 14:20, 9:05 is in the morning."""
    return "12" in ways and "24" not in ways


def _between(problem: Problem) -> int:
    """The minutes from the start to the next such time as the end."""
    start, end = clock(problem["start"]), clock(problem["end"])
    assert start is not None
    assert end is not None
    around = HALF_DAY if _on_a_dial(start[1], end[1]) else DAY
    return (end[0] - start[0]) % around


def _elapsed_steps(problem: Problem) -> str:
    start, end = clock(problem["start"]), clock(problem["end"])
    assert start is not None
    assert end is not None
    first, last = (divmod(time[0], 60) for time in (start, end))
    if _on_a_dial(start[1], end[1]):
        first, last = ((hour % 12 or 12, minute) for hour, minute in (first, last))
        around, hours = HALF_DAY, 12
    else:
        around, hours = DAY, 24
    lines = (
        f"start_minutes = 60 * {first[0]} + {first[1]}  # Count the start in minutes.\n"
        f"end_minutes = 60 * {last[0]} + {last[1]}  # Count the end in minutes.\n"
    )
    later = "end_minutes"
    if 60 * last[0] + last[1] < 60 * first[0] + first[1]:
        later = "later_end_minutes"
        lines += (
            f"{later} = end_minutes + {around}  # The clock has gone round: add {hours} hours in minutes.\n"
        )
    if problem["unit"] == "minutes":
        return lines + f"answer = {later} - start_minutes  # Take the start from the end."
    lines += f"minutes_between = {later} - start_minutes  # Take the start from the end.\n"
    if problem["unit"] == "hours":
        return lines + "answer = Fraction(minutes_between, 60)  # Divide by the minutes of an hour."
    if _between(problem) % 60:
        return lines + 'answer = str(minutes_between) + " minutes"  # Say it in minutes.'
    return lines + 'answer = str(minutes_between // 60) + " hours"  # Say it in hours.'


def _vary_elapsed(problem: Problem, random: Random) -> dict[str, Given]:
    ways = [time[1] for name in ("start", "end") if (time := clock(problem[name])) is not None]
    ways = ["24", "24"] if "24" in ways else ways
    start = random.randrange(60, DAY - 60, 5)
    length = random.randrange(20, 600, 5)
    if _between(problem) % 60 == 0:
        length = 60 * random.randrange(2, 9)
    return {
        **dict(problem.given),
        "start": time_text(start, ways[0]),
        "end": time_text(start + length, ways[1]),
    }


ELAPSED = Kind(
    "elapsed_time",
    "length of time",
    ("start", "end", "unit"),
    _elapsed_steps,
    lambda problem: (
        f"How {'long' if not problem['unit'] else 'many ' + problem['unit']} is it from {problem['start']} to "
        f"{problem['end']}?"
    ),
    lambda problem: _between(problem) > 0,
    lambda problem: _between(problem) % 60 == 0,
    _vary_elapsed,
)


# --- a time of day before or after ----------------------------------------------------------------------------------


def _moved_steps(problem: Problem) -> str:
    start = clock(problem["start"])
    length = minutes_in(problem["length"])
    assert start is not None
    assert length is not None
    way = start[1]
    hour, minute = divmod(start[0], 60)
    sign, verb = (
        ("+", "Add the length of time to it")
        if problem["direction"] == "after"
        else (
            "-",
            "Take the length of time from it",
        )
    )
    lines = f"start_minutes = 60 * {hour} + {minute}  # Count the time in minutes after midnight.\n"
    hours, rest = divmod(length, 60)
    if hours and rest:
        lines += f"length_in_minutes = 60 * {hours} + {rest}  # Write the length of time in minutes.\n"
        named = "length_in_minutes"
    else:
        named = str(length)
    lines += f"new_minutes = start_minutes {sign} {named}  # {verb}.\n"
    lines += "hour = new_minutes // 60 % 24  # Find the full hours.\n"
    lines += "minute = new_minutes % 60  # Find the minutes that are left.\n"
    if way == "24":
        return lines + 'answer = f"{hour:02d}:{minute:02d}"  # Write the time of day.'
    hour_said = "str((hour - 1) % 12 + 1)"
    if way == "12":
        return lines + f'answer = {hour_said} + f":{{minute:02d}}"  # Write the time of day.'
    half = '(" am" if hour < 12 else " pm")'
    return (
        lines + f'answer = {hour_said} + f":{{minute:02d}}" + {half}  # Write the time of day with am or pm.'
    )


def _moved_sane(problem: Problem) -> bool:
    start, length = clock(problem["start"]), minutes_in(problem["length"])
    return start is not None and length is not None and 0 < length < (HALF_DAY if start[1] == "12" else DAY)


def _vary_moved(problem: Problem, random: Random) -> dict[str, Given]:
    start = clock(problem["start"])
    way = start[1] if start is not None else "12"
    length = (
        random.randrange(65, 300, 5)
        if (minutes_in(problem["length"]) or 0) > 60
        else random.randrange(10, 60, 5)
    )
    given = dict(problem.given)
    return {**given, "start": time_text(random.randrange(60, DAY, 5), way), "length": length_text(length)}


MOVED = Kind(
    "time_before_or_after",
    "time of day",
    ("start", "length", "direction"),
    _moved_steps,
    lambda problem: f"What time is it {problem['length']} {problem['direction']} {problem['start']}?",
    _moved_sane,
    lambda problem: (minutes_in(problem["length"]) or 0) > 60,
    _vary_moved,
)


# --- hours and minutes ----------------------------------------------------------------------------------------------


def _in_smaller(name: str, large: str, small: str) -> Kind:
    """A length of time in two units, written in the smaller one."""
    return formula(
        name,
        small,
        f"{large} {small}",
        f"{small}_in_{large} = 60 * {large}  # Write the {large} in {small}.\n"
        f"answer = {small}_in_{large} + {small}  # Add the other {small}.",
        f"How many {small} are in {{{large}}} {large} and {{{small}}} {small}?",
        sane=lambda problem: positive(problem) and problem[small] < 60 and problem[large] > 1,
    )


IN_MINUTES = _in_smaller("hours_and_minutes", "hours", "minutes")
IN_SECONDS = _in_smaller("minutes_and_seconds", "minutes", "seconds")


def _sum_steps(problem: Problem) -> str:
    first, second = (minutes_in(problem[name]) or 0 for name in ("first", "second"))
    (one, rest), (other, more) = divmod(first, 60), divmod(second, 60)
    lines = (
        f"first_minutes = 60 * {one} + {rest}  # Write the first length of time in minutes.\n"
        f"second_minutes = 60 * {other} + {more}  # Write the second length of time in minutes.\n"
        "minutes_together = first_minutes + second_minutes  # Add them.\n"
    )
    if (first + second) % 60:
        return lines + 'answer = str(minutes_together) + " minutes"  # Say it in minutes.'
    return lines + 'answer = str(minutes_together // 60) + " hours"  # Say it in hours.'


def _vary_sum(problem: Problem, random: Random) -> dict[str, Given]:
    return {name: length_text(random.randrange(65, 300, 5)) for name in ("first", "second")}


TIMES_ADDED = Kind(
    "times_added",
    "length of time",
    ("first", "second"),
    _sum_steps,
    lambda problem: f"Add {problem['first']} and {problem['second']}.",
    lambda problem: all((minutes_in(problem[name]) or 0) > 60 for name in ("first", "second")),
    lambda problem: sum(minutes_in(problem[name]) or 0 for name in ("first", "second")) % 60 == 0,
    _vary_sum,
)
METRES_PER_SECOND = formula(
    "kilometers_per_hour_to_meters_per_second",
    "speed",
    "speed",
    "meters_per_hour = speed * 1000  # Write the kilometers in meters.\n"
    "answer = Fraction(meters_per_hour, 3600)  # Divide by the number of seconds in an hour.",
    "Convert {speed} km/h to m/s.",
    sane=positive,
    features=lambda problem: Fraction(problem["speed"]) % 18 == 0,
)
KILOMETRES_PER_HOUR = formula(
    "meters_per_second_to_kilometers_per_hour",
    "speed",
    "speed",
    "meters_per_hour = speed * 3600  # Multiply by the number of seconds in an hour.\n"
    "answer = Fraction(meters_per_hour, 1000)  # Write the meters in kilometers.",
    "Convert {speed} m/s to km/h.",
    sane=positive,
    features=lambda problem: Fraction(problem["speed"]) % 5 == 0,
)
KINDS = [ELAPSED, MOVED, IN_MINUTES, IN_SECONDS, TIMES_ADDED, METRES_PER_SECOND, KILOMETRES_PER_HOUR]
