"""Times of day and lengths of time as they are written, in minutes."""

import re

HALF_DAY, DAY = 720, 1440


# --- clock times ----------------------------------------------------------------------------------------------------

_AM_PM = r"(?: ?[ap]\.?m\b\.?)"
CLOCK = (
    rf"(?:\d{{1,2}}[:.]\d\d{_AM_PM}?(?: ?h(?:ours|rs)?\b)?|\d{{1,2}}{_AM_PM}|(?:12 )?noon|midday|"
    rf"(?:12 )?midnight|(?:half past|quarter past|quarter to|a quarter past|a quarter to) \d{{1,2}}{_AM_PM}?|"
    rf"\d{{1,2}} o'clock{_AM_PM}?)"
)


def clock(text: str) -> tuple[int, str] | None:
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


def time_text(minutes: int, way: str) -> str:
    """A time of day as it is written in one of these ways."""
    minutes %= DAY
    hour, minute = divmod(minutes, 60)
    if way == "24":
        return f"{hour:02d}:{minute:02d}"
    said = f"{(hour - 1) % 12 + 1}:{minute:02d}"
    return said if way == "12" else f"{said} {'am' if hour < 12 else 'pm'}"


# --- lengths of time ------------------------------------------------------------------------------------------------

HOURS, MINUTES = r"(?:h|hrs?|hours?)", r"(?:m|mins?|minutes?)"
SECONDS = r"(?:s|secs?|seconds?)"
LENGTH = (
    rf"(?:\d{{1,3}} ?{HOURS},?(?: and)? ?\d{{1,2}} ?{MINUTES}|\d{{1,4}} ?{MINUTES}|\d{{1,2}}(?:\.5)? ?{HOURS}|"
    rf"\d{{1,2}} 1/2 hours|half an hour|an hour and a half|an hour)"
)


def minutes_in(text: str) -> int | None:
    """A length of time in minutes."""
    words = text.lower()
    named = {"half an hour": 30, "an hour and a half": 90, "an hour": 60}
    if words in named:
        return named[words]
    match = re.fullmatch(rf"(?:(\d+)( 1/2|\.5)? ?{HOURS})?,?(?: and)? ?(?:(\d+) ?{MINUTES})?", words)
    if match is None:
        return None
    hours, minutes = int(match[1] or 0), int(match[3] or 0)
    if match[1] and minutes > 59:
        return None
    return 60 * hours + (30 if match[2] else 0) + minutes or None


def length_text(minutes: int) -> str:
    """A length of time as it is said: "2 hours 35 minutes"."""
    hours, rest = divmod(minutes, 60)
    said = [
        f"{count} {unit}{'s' * (count > 1)}" for count, unit in ((hours, "hour"), (rest, "minute")) if count
    ]
    return " ".join(said)
