"""Stories of two or three things that happen over and over, and when they will again happen together."""

from typing import Any

from ..clauses import story
from ..problem import Problem
from ..wording import Rule
from .factors import LCM

_TIME = r"(?P<unit>minutes|seconds|hours|days)"
_TIME_AGAIN = r"(?P<unit_again>minutes|seconds|hours|days)"
_DO = r"(?:rings?|flash(?:es)?|blinks?|leaves?|departs?|beeps?|chimes?|tolls?|goes off|go off|comes?|arrives?|runs?)"
_THING = (
    r"(?:bells?|lights?|buses|bus|alarms?|trains?|trams?|clocks?|lighthouses?|timers?|buzzers?|ferries|ferry)"
)
_EVERY = rf"{_DO}(?: (?:the |a )?(?:station|stop))? (?:at intervals of|every)"
_COUNT = r"(?P<count>two|three|2|3)"
_TWO = r"{first:integer}(?: (?:minutes|seconds|hours|days))? and (?:every )?{second:integer}"
_EVENTS = (
    rf"{_COUNT} (?P<thing>{_THING}) {_EVERY} {_TWO} {_TIME}(?: respectively)?",
    rf"{_COUNT} (?P<thing>{_THING}) {_EVERY} {{first:integer}}, {{second:integer}},? and {{third:integer}} {_TIME}"
    r"(?: respectively)?",
    rf"(?:one|a|1) {_THING} {_EVERY} {{first:integer}} {_TIME}(?: and|,| while) (?:another|a second|the "
    rf"other)(?: {_THING})?"
    rf"(?: {_DO})? every {{second:integer}} {_TIME_AGAIN}",
    rf"{_THING} a {_EVERY} {{first:integer}} {_TIME}(?: and|,| while) {_THING} b {_EVERY} "
    rf"{{second:integer}} {_TIME_AGAIN}",
)
_TOGETHER = (
    rf"(?:if )?(?:both|they|the (?:two |three )?{_THING})(?: (?:both|all))? "
    rf"(?:{_DO}|start|begin|rang|flashed|left|started) "
    r"(?:together|at the same time)(?: (?:now|at noon|at midnight|today|once|at \d{1,2}(?::\d\d)? "
    r"?(?:am|pm|a\.m|p\.m)?))?",
)
_ASKED = (
    rf"(?:after|in) how many (?P<unit_asked>minutes|seconds|hours|days) will (?:they|both|the (?:two |three )?{_THING})"
    rf"(?: (?:next|both|again|all|both next))? {_DO} (?:together|at the same time)(?: again| next)?",
    r"how many (?P<unit_asked>minutes|seconds|hours|days) (?:later )?will (?:they|it be (?:before|until) "
    rf"they)(?: next)? {_DO} "
    r"(?:together|at the same time)(?: again)?",
    r"how (?:long|many (?P<unit_asked>minutes|seconds|hours|days)) (?:will it be )?(?:until|before) they "
    rf"(?:next )?{_DO} "
    r"(?:together|at the same time)(?: again)?",
)


def _together(found: dict[str, Any]) -> Problem | None:
    """The least common multiple, where as many times are given as there are things, in one unit."""
    numbers = tuple(found[name] for name in ("first", "second", "third") if name in found)
    count = {"two": 2, "2": 2, "three": 3, "3": 3}.get((found.get("count") or "two").lower())
    units = {found[name].lower() for name in ("unit", "unit_again", "unit_asked") if found.get(name)}
    return LCM.problem({"numbers": numbers}) if count == len(numbers) and len(units) == 1 else None


RULES: list[Rule] = [
    story(_together, _EVENTS, _TOGETHER, _ASKED),
]
