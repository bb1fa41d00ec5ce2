"""How long a journey takes at a speed, and how far it goes in a time, in the short words that people use ("60 mph")."""

from fractions import Fraction
from typing import Any

from ..clauses import clause, story
from ..nouns import word
from ..problem import Problem, formula, positive
from ..wording import Rule
from .ratios import DISTANCE, SPEED

TRAVEL_TIME = formula(
    "travel_time",
    "time",
    "distance speed distance_unit time_unit",
    "answer = Fraction(distance, speed)  # Divide the distance by the speed.",
    "How many {time_unit}s does it take to travel {distance} {distance_unit} at {speed} {distance_unit} "
    "per {time_unit}?",
    sane=positive,
    features=lambda problem: (
        (Fraction(problem["distance"]) / Fraction(problem["speed"])).denominator in (1, 2, 4)
    ),
)
KINDS = [TRAVEL_TIME]


# --- reading --------------------------------------------------------------------------------------------------------

_UNITS = {
    "mi": "miles",
    "mile": "miles",
    "kilometer": "km",
    "kilometre": "km",
    "meter": "m",
    "metre": "m",
    "foot": "feet",
}
_LENGTH = r"(?P<{name}>miles?|mi|kilomet(?:er|re)s?|kms?|met(?:er|re)s?|m|feet|foot|ft)"
_TIME = r"(?P<{name}>hours?|hrs?|h|minutes?|mins?|seconds?|secs?|s)"
_SHORT = {
    "mph": ("miles", "hour"),
    "kmh": ("km", "hour"),
    "km/h": ("km", "hour"),
    "kph": ("km", "hour"),
    "m/s": ("m", "second"),
}
_SPEED = (
    rf"(?:an? )?(?:(?:average |constant |steady )?speed of )?{{speed:number}} ?(?:(?P<short>mph|km/h|kmh|kph|m/s)"
    rf"|{_LENGTH.format(name='speed_length')} (?:per|an?|/) ?{_TIME.format(name='speed_time')})"
)
_DISTANCE = rf"{{distance:number}} ?{_LENGTH.format(name='length')}"
_HALF = r"(?P<half>half an hour)"
_FOR = rf"(?:{{time:number}} ?{_TIME.format(name='time_unit')}|{_HALF})"
_SPEED_IN = (
    rf"(?P<short>mph|km/h|kmh|kph|m/s)|{_LENGTH.format(name='speed_length')} per "
    rf"{_TIME.format(name='speed_time')}"
)
_VEHICLE = (
    r"(?P<vehicle>car|train|bus|truck|lorry|van|plane|cyclist|runner|walker|boat|ship|bike|bicycle|driver|man|woman|girl|boy|"
    r"motorbike|coach|horse|person)"
)
_MOVER = rf"(?:you|i|he|she|we|they|it|(?:an?|the) {_VEHICLE}|{word('who')})"
_GO = (
    r"(?:travels?|go(?:es)?|drives?|moves?|runs?|rides?|fl(?:y|ies)|cycles?|walks?|covers?|travelled|traveled"
    r"|went|drove)"
)
_MOVING = r"(?:travelling|traveling|going|driving|moving|running|riding|flying|cycling|walking|sailing)"


def _length(text: str) -> str:
    plain = text.lower()
    plain = {"ft": "feet", "kms": "km"}.get(plain, plain)
    return _UNITS.get(plain, _UNITS.get(plain.removesuffix("s"), plain))


def _time(text: str) -> str:
    plain = text.lower()
    return "hour" if plain[0] == "h" else "minute" if plain[0] == "m" else "second"


def _speed_units(found: dict[str, Any]) -> tuple[str, str]:
    short = found.get("short")
    return _SHORT[short.lower()] if short else (_length(found["speed_length"]), _time(found["speed_time"]))


def _timed(found: dict[str, Any]) -> Problem | None:
    if "distance" not in found:
        return None
    length, time = _speed_units(found)
    asked = found.get("asked_unit")
    if _length(found["length"]) != length or (asked and _time(asked) != time):
        return None
    return TRAVEL_TIME.problem({**found, "distance_unit": length, "time_unit": time})


def _half_hour(found: dict[str, Any], time: str) -> dict[str, Any] | None:
    """The time in the unit of the speed; only half an hour is turned into one."""
    if ("time" in found) == bool(found.get("half")):
        return None
    if found.get("half"):
        return {**found, "time": Fraction(1, 2)} if time == "hour" else None
    return found if _time(found["time_unit"]) == time else None


def _far(found: dict[str, Any]) -> Problem | None:
    length, time = _speed_units(found)
    asked = found.get("length")
    known = _half_hour(found, time)
    if known is None or (asked and _length(asked) != length):
        return None
    return DISTANCE.problem({**known, "distance_unit": length, "time_unit": time})


def _fast(found: dict[str, Any]) -> Problem | None:
    """The speed, where it is asked for in a unit or in that of what is given."""
    length = _length(found["length"])
    given_time = "hour" if found.get("half") else _time(found["time_unit"])
    asked = _speed_units(found) if found.get("short") or found.get("speed_length") else (length, given_time)
    known = _half_hour(found, asked[1])
    if known is None or asked[0] != length:
        return None
    return SPEED.problem({**known, "distance_unit": length, "time_unit": asked[1]})


_TRAVEL = r"(?:travel|go|drive|cover|run|walk|ride|cycle|fly)"
_AT = rf"(?:at|{_MOVING} at) {_SPEED}"
_HOW_LONG = (
    rf"(?:how long|how many {_TIME.format(name='asked_unit')}|how much time) (?:does|will|would|did) "
    rf"(?:it|the (?:journey|trip)) take"
)
RULES: list[Rule] = [
    clause(
        _timed,
        rf"{_HOW_LONG} (?:(?:you|me|him|her|us|them|an? {_VEHICLE}) )?(?:to {_TRAVEL} )?{_DISTANCE} {_AT}",
        rf"{_HOW_LONG} (?:an? {_VEHICLE} )?{_AT} to {_TRAVEL} {_DISTANCE}",
        rf"how long (?:to {_TRAVEL} |for )?{_DISTANCE} {_AT}",
        rf"how long {_AT} for {_DISTANCE}",
        rf"how long (?:does|will|would) {_MOVER} take to {_TRAVEL} {_DISTANCE} {_AT}",
    ),
    story(
        _timed,
        (rf"{_MOVER} {_GO} {_DISTANCE} {_AT}", rf"{_MOVER} (?:is )?{_GO} {_AT}"),
        (
            _HOW_LONG,
            rf"{_HOW_LONG} (?:to {_TRAVEL} )?{_DISTANCE}",
            rf"{_HOW_LONG} (?:it|them|him|her) to {_TRAVEL} {_DISTANCE}",
        ),
    ),
    clause(
        _far,
        rf"how far (?:(?:do|does|will|can|would) {_MOVER} {_GO} )?in {_FOR} {_AT}",
        rf"how far (?:(?:do|does|will|can|would) {_MOVER} {_GO} )?{_AT} (?:for|in) {_FOR}",
    ),
    story(
        _far,
        (
            rf"{_MOVER} (?:is )?{_GO} {_AT}",
            rf"{_MOVER} (?:is )?{_GO} {_AT} for {_FOR}",
            rf"{_MOVER} is {_AT}",
        ),
        (
            rf"how far (?:do|does|will|can|would|did) (?:it|he|she|you|they|i|we|the {_VEHICLE}) {_GO}(?: in {_FOR})?",
            rf"how many {_LENGTH.format(name='length')} (?:do|does|will|can|would) "
            rf"(?:it|he|she|you|they|the {_VEHICLE}) {_GO}(?: in {_FOR})?",
        ),
    ),
    story(
        _fast,
        (rf"{_MOVER} {_GO} {_DISTANCE} in {_FOR}",),
        (
            rf"how fast (?:is|was) (?:it|he|she|the {_VEHICLE}) {_MOVING}(?:,? in (?:{_SPEED_IN}))?",
            r"(?:what is|what was|find|work out|calculate) (?:its|his|her|the|their)(?: average)? speed"
            rf"(?:,? in (?:{_SPEED_IN}))?",
        ),
    ),
]
