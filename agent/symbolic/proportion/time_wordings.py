"""Wordings of problems about clock times and lengths of time; see `times.py` for the kinds."""

from collections.abc import Callable
from typing import Any

from ..clauses import clause, story
from ..nouns import same_thing, word
from ..problem import Problem
from ..wording import Rule
from .clock_times import CLOCK, HOURS, LENGTH, MINUTES, SECONDS, clock
from .times import ELAPSED, IN_MINUTES, IN_SECONDS, KILOMETRES_PER_HOUR, METRES_PER_SECOND, MOVED, TIMES_ADDED


def _same_event(found: dict[str, Any]) -> bool:
    """Whether what is told of and what is asked about are one, where both are named."""
    told, asked = found.get("thing"), found.get("thing_asked")
    return not told or not asked or same_thing(told, asked)


def _elapsed(found: dict[str, Any]) -> Problem | None:
    start, end = clock(found["start"]), clock(found["end"])
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
        return MOVED.problem({**given, "direction": direction}) if clock(found["start"]) else None

    return build


_START, _END = rf"(?P<start>{CLOCK})", rf"(?P<end>{CLOCK})"
_LASTS = rf"(?P<length>{LENGTH})"
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
        rf"how many hours and minutes (?:is it|are there|are|is there|pass) (?:from|between) {_START} "
        r"(?:to|until|till|and) "
        rf"{_END}",
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
                rf"{{hours:integer}} ?{HOURS},?(?: and)? ?{{minutes:integer}} ?{MINUTES}",
            ),
            (
                IN_SECONDS,
                "seconds",
                rf"{{minutes:integer}} ?{MINUTES},?(?: and)? ?{{seconds:integer}} ?{SECONDS}",
            ),
        )
    ],
    clause(
        TIMES_ADDED.problem,
        rf"(?:add )?(?P<first>{LENGTH}) (?:\+|and|plus|to) (?P<second>{LENGTH})",
        rf"the sum of (?P<first>{LENGTH}) and (?P<second>{LENGTH})",
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
