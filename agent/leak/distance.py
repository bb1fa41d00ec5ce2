"""Giving an answer away by its distance from the student's value: "you are 10 short", "add 10 to your answer"."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..quantities.context import Reading
from .assertions import Message

_YOURS = r"your (?:answer|result|total|sum|number|value|guess|solution)"
_OFTEN = r"(?:exactly |just |only |about )?"
_SAYS_ENOUGH = re.compile(
    rf"\b(?:off|out|short|over|under|wrong|too (?:low|high|small|large|big|many|few|much)) by {_OFTEN}$"
    rf"|\b{_YOURS} (?:plus|minus) $|\bto {_YOURS} add $|\bfrom {_YOURS} (?:subtract|take) $"
)
_OPENS = re.compile(
    rf"\b(?:add|subtract|take|take away|remove|need|need to add) {_OFTEN}$"
    rf"|\b(?:{_YOURS} is|you're|you are|you were|it's|it is|that's|that is) {_OFTEN}$"
)
_CLOSES = re.compile(
    rf"(?: (?!more|less)\w+)? (?:too (?:low|high|small|large|big|many|few|much)|short|off|away|more|less|fewer"
    rf"|to {_YOURS}|from {_YOURS})\b"
)


def relative(
    text: str, readings: Sequence[Reading], messages: Sequence[Message], answer: Sequence[Reading]
) -> Iterator[tuple[int, int]]:
    """The spans that name the distance from the student's last value to the answer as such."""
    claim = next((message.readings[-1].value for message in reversed(messages) if message.readings), None)
    if not isinstance(claim, Fraction):
        return
    distances = {abs(known.value - claim) for known in answer if isinstance(known.value, Fraction)} - {0}
    for reading in readings:
        if reading.value not in distances:
            continue
        before = text[max(0, reading.start - 50) : reading.start].lower()
        closed = _CLOSES.match(text[reading.end : reading.end + 50].lower())
        if _SAYS_ENOUGH.search(before) or (closed and _OPENS.search(before)):
            yield reading.start, reading.end + (closed.end() if closed else 0)
