"""Clock times and lengths of time: how long from one to another, what time it is later or before, hours and minutes.

Times are minutes after midnight. Where one of two times has no am or pm, the next such time on a clock is meant. Dates
and time zones are not read, and neither is a time that is only to be written in another way.
"""

import re
from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

from .clauses import clause, story
from .nouns import same_thing, word
from .problem import Given, Kind, Problem, formula, positive
from .wording import Rule

_HALF_DAY, _DAY = 720, 1440


# --- clock times ----------------------------------------------------------------------------------------------------

_AM_PM = r"(?: ?[ap]\.?m\b\.?)"
_CLOCK = (
    rf"(?:\d{{1,2}}[:.]\d\d{_AM_PM}?(?: ?h(?:ours|rs)?\b)?|\d{{1,2}}{_AM_PM}|(?:12 )?noon|midday|"
    rf"(?:12 )?midnight|(?:half past|quarter past|quarter to|a quarter past|a quarter to) \d{{1,2}}{_AM_PM}?|"
    rf"\d{{1,2}} o'clock{_AM_PM}?)"
)


def _clock(text: str) -> tuple[int, str] | None:
    """Minutes after midnight, and how it is written: "am/pm", "24" hours, or "12" hours without am or pm."""
    words = text.lower().replace("a.m", "am").replace("p.m", "pm").rstrip(".")
    if "noon" in words or words == "midday":
        return 720, "am/pm"
    if "midnight" in words:
        return 0, "am/pm"
    match = re.match(r"(?:(half|a quarter|quarter) (past|to) )?(\d{1,2})(?:[:.](\d\d))?", words)
    if match is None:
        return None
    hour, minute = int(match[3]), int(match[4] or 0)
    if match[1]:
        part = 30 if match[1] == "half" else 15
        minute = part if match[2] == "past" else -part
        if match[1] == "half" and match[2] == "to":
            return None
    if hour > 23 or minute > 59:
        return None
    half = "am" if words.endswith("am") else "pm" if words.endswith("pm") else ""
    if half:
        if not 1 <= hour <= 12:
            return None
        return hour % 12 * 60 + minute + (720 if half == "pm" else 0), "am/pm"
    if hour > 12 or hour == 0 or match[3].startswith("0"):
        return hour * 60 + minute, "24"
    return hour * 60 + minute, "12"


def _written(minutes: int, way: str) -> str:
    minutes %= _DAY
    hour, minute = divmod(minutes, 60)
    if way == "24":
        return f"{hour:02d}:{minute:02d}"
    said = f"{(hour - 1) % 12 + 1}:{minute:02d}"
    return said if way == "12" else f"{said} {'am' if hour < 12 else 'pm'}"


# --- lengths of time ------------------------------------------------------------------------------------------------

_HOURS, _MINUTES = r"(?:h|hrs?|hours?)", r"(?:m|mins?|minutes?)"
_SECONDS = r"(?:s|secs?|seconds?)"
_LENGTH = (
    rf"(?:\d{{1,3}} ?{_HOURS},?(?: and)? ?\d{{1,2}} ?{_MINUTES}|\d{{1,4}} ?{_MINUTES}|\d{{1,2}}(?:\.5)? ?{_HOURS}|"
    rf"\d{{1,2}} 1/2 hours|half an hour|an hour and a half|an hour)"
)


def _length(text: str) -> int | None:
    """A length of time in minutes."""
    words = text.lower()
    named = {"half an hour": 30, "an hour and a half": 90, "an hour": 60}
    if words in named:
        return named[words]
    match = re.fullmatch(rf"(?:(\d+)( 1/2|\.5)? ?{_HOURS})?,?(?: and)? ?(?:(\d+) ?{_MINUTES})?", words)
    if match is None:
        return None
    hours, minutes = int(match[1] or 0), int(match[3] or 0)
    if match[1] and minutes > 59:
        return None
    return 60 * hours + (30 if match[2] else 0) + minutes or None


def _in_words(minutes: int) -> str:
    """A length of time as it is said: "2 hours 35 minutes"."""
    hours, rest = divmod(minutes, 60)
    said = [
        f"{count} {unit}{'s' * (count > 1)}" for count, unit in ((hours, "hour"), (rest, "minute")) if count
    ]
    return " ".join(said)


# --- how long from one time to another ------------------------------------------------------------------------------


def _on_a_dial(*ways: str) -> bool:
    """Whether a time has no am or pm, so that it comes round every 12 hours; beside 14:20, 9:05 is in the morning."""
    return "12" in ways and "24" not in ways


def _between(problem: Problem) -> int:
    """The minutes from the start to the next such time as the end."""
    start, end = _clock(problem["start"]), _clock(problem["end"])
    assert start is not None
    assert end is not None
    around = _HALF_DAY if _on_a_dial(start[1], end[1]) else _DAY
    return (end[0] - start[0]) % around


def _elapsed_steps(problem: Problem) -> str:
    start, end = _clock(problem["start"]), _clock(problem["end"])
    assert start is not None
    assert end is not None
    first, last = (divmod(time[0], 60) for time in (start, end))
    if _on_a_dial(start[1], end[1]):
        first, last = ((hour % 12 or 12, minute) for hour, minute in (first, last))
        around, hours = _HALF_DAY, 12
    else:
        around, hours = _DAY, 24
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
    ways = [time[1] for name in ("start", "end") if (time := _clock(problem[name])) is not None]
    ways = ["24", "24"] if "24" in ways else ways
    start = random.randrange(60, _DAY - 60, 5)
    length = random.randrange(20, 600, 5)
    if _between(problem) % 60 == 0:
        length = 60 * random.randrange(2, 9)
    return {
        **dict(problem.given),
        "start": _written(start, ways[0]),
        "end": _written(start + length, ways[1]),
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
    start = _clock(problem["start"])
    length = _length(problem["length"])
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
    clock = "str((hour - 1) % 12 + 1)"
    if way == "12":
        return lines + f'answer = {clock} + f":{{minute:02d}}"  # Write the time of day.'
    half = '(" am" if hour < 12 else " pm")'
    return lines + f'answer = {clock} + f":{{minute:02d}}" + {half}  # Write the time of day with am or pm.'


def _moved_sane(problem: Problem) -> bool:
    start, length = _clock(problem["start"]), _length(problem["length"])
    return start is not None and length is not None and 0 < length < (_HALF_DAY if start[1] == "12" else _DAY)


def _vary_moved(problem: Problem, random: Random) -> dict[str, Given]:
    start = _clock(problem["start"])
    way = start[1] if start is not None else "12"
    length = (
        random.randrange(65, 300, 5)
        if (_length(problem["length"]) or 0) > 60
        else random.randrange(10, 60, 5)
    )
    given = dict(problem.given)
    return {**given, "start": _written(random.randrange(60, _DAY, 5), way), "length": _in_words(length)}


MOVED = Kind(
    "time_before_or_after",
    "time of day",
    ("start", "length", "direction"),
    _moved_steps,
    lambda problem: f"What time is it {problem['length']} {problem['direction']} {problem['start']}?",
    _moved_sane,
    lambda problem: (_length(problem["length"]) or 0) > 60,
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
    first, second = (_length(problem[name]) or 0 for name in ("first", "second"))
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
    return {name: _in_words(random.randrange(65, 300, 5)) for name in ("first", "second")}


TIMES_ADDED = Kind(
    "times_added",
    "length of time",
    ("first", "second"),
    _sum_steps,
    lambda problem: f"Add {problem['first']} and {problem['second']}.",
    lambda problem: all((_length(problem[name]) or 0) > 60 for name in ("first", "second")),
    lambda problem: sum(_length(problem[name]) or 0 for name in ("first", "second")) % 60 == 0,
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


# --- reading --------------------------------------------------------------------------------------------------------


def _same_event(found: dict[str, Any]) -> bool:
    """Whether what is told of and what is asked about are one, where both are named."""
    told, asked = found.get("thing"), found.get("thing_asked")
    return not told or not asked or same_thing(told, asked)


def _elapsed(found: dict[str, Any]) -> Problem | None:
    start, end = _clock(found["start"]), _clock(found["end"])
    if start is None or end is None or {start[1], end[1]} == {"24", "am/pm"}:
        return None
    if not _same_event(found):
        return None
    unit = (found.get("unit") or "").lower()
    return ELAPSED.problem({"start": found["start"], "end": found["end"], "unit": unit})


def _moved(direction: str) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        if not _same_event(found):
            return None
        given = {"start": found["start"], "length": found["length"]}
        return MOVED.problem({**given, "direction": direction}) if _clock(found["start"]) else None

    return build


_START, _END = rf"(?P<start>{_CLOCK})", rf"(?P<end>{_CLOCK})"
_LASTS = rf"(?P<length>{_LENGTH})"
_A = r"(?:an?|the|his|her|my|our|their|your)"
_BEGINS = r"(?:starts|begins|started|began|leaves|left|departs|departed|opens|opened)"
_ENDS = r"(?:ends|finishes|ended|finished|arrives|arrived|closes|closed|stops|stopped)"
_OPENING = (
    rf"{_A} {word('thing')} {_BEGINS} at {_START}",
    rf"{word('thing')} {_BEGINS} (?:home |school |work )?at {_START}",
)
_CLOSING = (rf"(?:it |he |she |{_A} {word('thing')} )?{_ENDS} (?:(?:at )?(?:home|school|work) )?at {_END}",)
_OPEN_AND_CLOSE = (
    rf"{_A} {word('thing')} (?:runs|lasts|lasted|goes|is open) from {_START} (?:to|until|till) {_END}",
    rf"{_A} {word('thing')} {_BEGINS} at {_START} and {_ENDS} at {_END}",
)
_HOW_LONG = (
    r"how many (?P<unit>minutes|hours) (?:does|did) (?:the )?(?:journey|trip|ride|it) (?:take|last)",
    r"how long (?:is|was) (?:the )?(?:journey|trip|ride|it)",
    r"how long (?:does|did) (?:the )?(?:journey|trip|ride|it) (?:take|last)",
    rf"how long (?:is|was|does|did) (?:it|{_A} {word('thing_asked')})(?: (?:last|take|open|open for|open for))?",
    rf"how many (?P<unit>minutes|hours) (?:is|was|does|did) (?:it|{_A} {word('thing_asked')})(?: (?:long|last|"
    rf"take|open|open for))?",
    rf"(?:what is|find|work out|calculate) the length of {_A} {word('thing_asked')}(?: in (?P<unit>minutes|hours))?",
)
_LASTING = (
    rf"(?:it |{_A} (?:journey|trip|ride) |{_A} {word('thing')} )?(?:lasts|takes|lasted|took|is|was)(?: for)? "
    rf"{_LASTS}(?: long)?",
)
_WHEN_END = (
    rf"(?:at )?what time (?:does|did|will|do) (?:it|he|she|{_A} {word('thing_asked')}) (?:end|finish|arrive|stop|"
    rf"close|get there)",
    rf"when (?:does|did|will) (?:it|he|she|{_A} {word('thing_asked')}) (?:end|finish|arrive|stop|close)",
)
_WHEN_BEGIN = (
    rf"(?:at )?what time (?:does|did|do) (?:it|{_A} {word('thing_asked')}) (?:start|begin|leave|depart)",
    rf"when (?:does|did) (?:it|{_A} {word('thing_asked')}) (?:start|begin|leave|depart)",
)
_SPEED_FROM = r"{speed:number} ?(?:km/h|kmh|kph|kilomet(?:er|re)s per hour|km per hour)"
_SPEED_TO = r"{speed:number} ?(?:m/s|met(?:er|re)s per second|m per second)"
RULES: list[Rule] = [
    clause(
        _elapsed,
        rf"how long (?:is it|is there|does it take) (?:from|between) {_START} (?:to|until|till|and) {_END}",
        rf"how many (?P<unit>minutes|hours) (?:is it|are there|are|is there|pass) (?:from|between) {_START} "
        rf"(?:to|until|till|and) {_END}",
        rf"how much time (?:is there|passes|has passed|elapses) (?:from|between) {_START} (?:to|until|till|and) "
        rf"{_END}",
        rf"(?:the )?(?:elapsed time|time|length of time|difference|time difference) (?:from|between) {_START} "
        rf"(?:to|until|and) "
        rf"{_END}(?: in (?P<unit>minutes|hours))?",
        rf"how many (?P<unit>minutes|hours) from {_START} to {_END}",
    ),
    story(_elapsed, _OPENING, _CLOSING, _HOW_LONG),
    story(_elapsed, _OPEN_AND_CLOSE, _HOW_LONG),
    clause(
        _moved("after"),
        rf"(?:what time is it|what time is|what time will it be|the time|what is the time) {_LASTS} (?:after|"
        rf"later than|from) {_START}",
        rf"what is {_LASTS} (?:after|later than) {_START}",
        rf"{_LASTS} (?:after|later than) {_START}",
    ),
    clause(
        _moved("before"),
        rf"(?:what time is it|what time is|what time was it|the time|what is the time) {_LASTS} (?:before|earlier "
        rf"than) {_START}",
        rf"{_LASTS} (?:before|earlier than) {_START}",
    ),
    story(
        _moved("after"),
        (rf"(?:it|the time) is(?: now)? {_START}",),
        (
            rf"what (?:time will it be|will the time be) in {_LASTS}",
            rf"what (?:time will it be|will the time be) {_LASTS} later",
        ),
    ),
    story(_moved("after"), _OPENING, _LASTING, _WHEN_END),
    story(
        _moved("before"),
        (rf"{_A} {word('thing')} {_ENDS} at {_START}",),
        _LASTING,
        _WHEN_BEGIN,
    ),
    *[
        clause(
            kind.problem,
            rf"how many {small} (?:are|is) (?:there )?(?:in )?{length}",
            rf"(?:(?:convert|change|write|express) )?{length} (?:to|into|in) {small}",
        )
        for kind, small, length in (
            (
                IN_MINUTES,
                "minutes",
                rf"{{hours:integer}} ?{_HOURS},?(?: and)? ?{{minutes:integer}} ?{_MINUTES}",
            ),
            (
                IN_SECONDS,
                "seconds",
                rf"{{minutes:integer}} ?{_MINUTES},?(?: and)? ?{{seconds:integer}} ?{_SECONDS}",
            ),
        )
    ],
    clause(
        TIMES_ADDED.problem,
        rf"(?:add )?(?P<first>{_LENGTH}) (?:\+|and|plus|to) (?P<second>{_LENGTH})",
        rf"the sum of (?P<first>{_LENGTH}) and (?P<second>{_LENGTH})",
    ),
    clause(
        METRES_PER_SECOND.problem,
        rf"(?:(?:convert|change|write|express) )?{_SPEED_FROM} (?:to|in|into) (?:m/s|met(?:er|re)s per second)",
    ),
    clause(
        KILOMETRES_PER_HOUR.problem,
        rf"(?:(?:convert|change|write|express) )?{_SPEED_TO} (?:to|in|into) (?:km/h|kmh|kph|kilomet(?:er|re)s per "
        rf"hour)",
    ),
]
