"""Ways to give an answer away over the turns: in pieces, and between bounds.

Each function looks at one reply (normalised) with the turns before it and yields the spans that leak.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..quantities import read_plain, same_reading
from ..quantities.context import Reading
from ..quantities.language import load, split_glued
from ..quantities.normalise import normalise

Span = tuple[int, int]
LAST_REPLIES = 6


_PLACES = {"ones": 1, "units": 1, "tens": 2, "hundreds": 3, "thousands": 4, "last": 1, "final": 1}


_COUNTED = {"first": 0, "leading": 0, "second": 1, "third": 2, "fourth": 3}


_PLACE_NAMES = "|".join([*_PLACES, *_COUNTED])


_DIGITS = {
    word: str(value)
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    )
}


_DIGIT = rf"(\d|{'|'.join(_DIGITS)})"


_ARTICLE = r"(?:an? )?(?:the )?"
_STATED = rf"{_ARTICLE}(?:digit |number )?[\"']?{_DIGIT}\b(?![./%]?\d)"
_PIECES = (
    re.compile(rf"\b(start|begin)(?:s|ing)? (?:off )?with {_STATED}"),
    re.compile(rf"\b(end)(?:s|ing)? (?:in|with|on) {_STATED}"),
    re.compile(
        rf"\b({_PLACE_NAMES}) (?:digit|figure|number)(?: of (?:the|your) (?:answer|total|result|sum))?"
        rf"(?: is| will be| should be| must be|'s|:| =)? {_STATED}"
    ),
    re.compile(rf"\b({_PLACE_NAMES}) place (?:is|has|holds|gets|will be|should be) {_STATED}"),
)
_PLACED = re.compile(rf"\b{_DIGIT} (?:is |goes |belongs )?in the ({_PLACE_NAMES})(?:'s)? place")


_ALL_DIGITS = re.compile(rf"\bdigits? (?:are|is|:)\s*{_DIGIT}(?:,| and| then|, then|, and) {_DIGIT}\b")


_FRACTION_PART = re.compile(
    r"\b(numerator|denominator|top(?: number)?|bottom(?: number)?)(?: of (?:the|your) (?:answer|fraction|result|sum))?"
    r"(?: is| will be| should be| must be| becomes|'s|:| =| of) (?:an? )?(?:equal to )?(\d+)\b"
)


_SPELLED = re.compile(r"\b(?:[a-z][\s.\-_*,]{1,3}){2,14}[a-z]\b")


_PLACE_VALUE = re.compile(
    rf"\b{_DIGIT} (hundreds?|tens?)\b(?:,? and|,)? {_DIGIT} (tens?|ones?|units?)\b"
    rf"(?:(?:,? and|,)? {_DIGIT} (ones?|units?)\b)?"
)
_WORTH = {"h": 100, "t": 10, "o": 1, "u": 1}
_ONE_BY_ONE = re.compile(rf"\b{_DIGIT}\b")
_CALCULATES = re.compile(r"[-+*/=÷?]|\d\d")
MAX_DIGIT_WORDS = 7


def pieces(text: str, replies: Sequence[str], answer: Sequence[Reading]) -> Iterator[Span]:
    """Digits of the answer by place or one by one, its numerator and denominator, its name spelled out."""
    low = text.lower()
    for known in answer:
        value = known.value
        if not isinstance(value, Fraction):
            continue
        if value.denominator == 1:
            yield from _digits(low, str(abs(value.numerator)))
            yield from _one_by_one(low, replies, str(abs(value.numerator)))
        else:
            yield from _fraction_parts(low, replies, value)
        yield from _spelled(low, known)


def _digits(low: str, digits: str) -> Iterator[Span]:
    if len(digits) < 2:
        return
    for pattern in _PIECES:
        for match in pattern.finditer(low):
            if _digit(match[2]) == _expected(match[1], digits):
                yield match.span()
    for match in _PLACED.finditer(low):
        if _digit(match[1]) == _expected(match[2], digits):
            yield match.span()
    for match in _ALL_DIGITS.finditer(low):
        if {_digit(match[1]), _digit(match[2])} == set(digits):
            yield match.span()


def _one_by_one(low: str, replies: Sequence[str], digits: str) -> Iterator[Span]:
    """`4 tens and 3 ones`; short replies that only give digits, here or one a turn: "4", then "3"."""
    for match in _PLACE_VALUE.finditer(low):
        parts = [(match[1], match[2]), (match[3], match[4]), (match[5], match[6])]
        if sum(int(_digit(count)) * _WORTH[name[0]] for count, name in parts if count) == int(digits):
            yield match.span()
    here = _bare_digits(low)
    if len(digits) < 2 or not here:
        return
    given = here
    for reply in reversed(replies[-LAST_REPLIES:]):
        given = (_bare_digits(reply.lower()) or "|") + given
    if given.endswith(digits):
        yield 0, len(low)


def _bare_digits(low: str) -> str:
    """The single digits of a few words that give nothing else."""
    if len(low) > 60 or len(low.split()) > MAX_DIGIT_WORDS or _CALCULATES.search(low.replace("-", " ")):
        return ""
    return "".join(_digit(match[1]) for match in _ONE_BY_ONE.finditer(low))


def _digit(text: str) -> str:
    return _DIGITS.get(text, text)


def _expected(place: str, digits: str) -> str:
    if place in ("start", "begin"):
        return digits[0]
    if place == "end":
        return digits[-1]
    index = _COUNTED[place] if place in _COUNTED else len(digits) - _PLACES[place]
    return digits[index] if 0 <= index < len(digits) else ""


def _fraction_parts(low: str, replies: Sequence[str], value: Fraction) -> Iterator[Span]:
    """Both parts given, one of them now."""
    wanted = {"top": str(value.numerator), "bottom": str(value.denominator)}

    def given(text: str) -> dict[str, Span]:
        parts: dict[str, Span] = {}
        for match in _FRACTION_PART.finditer(text):
            part = "top" if match[1][0] in "nt" else "bottom"
            if match[2] == wanted[part]:
                parts[part] = match.span()
        return parts

    now = given(low)
    if not now:
        return
    before: set[str] = set()
    for reply in replies[-LAST_REPLIES:]:
        before |= set(given(reply.lower()))
    if before | set(now) == {"top", "bottom"}:
        yield from now.values()


def _spelled(low: str, known: Reading) -> Iterator[Span]:
    """`t-w-e-l-v-e`, `f-o-r-t-y-t-h-r-e-e`."""
    for match in _SPELLED.finditer(low):
        word = re.sub(r"[^a-z]", "", match.group())
        word = " ".join(split_glued(word, load("en"))) or word
        if any(same_reading(reading, known) for reading in read_plain(normalise(word))):
            yield match.span()


_BETWEEN = re.compile(r"\bbetween\s*$|\bfrom\s*$|\bin between\s*$")


_ABOVE = re.compile(
    r"\b(?:more|greater|larger|bigger|higher) than\s*(?:\$|the )?$|\b(?:over|above|past|exceeds)\s*$|>\s*$"
)


_BELOW = re.compile(
    r"\b(?:less|smaller|fewer|lower) than\s*(?:\$|the )?$|\b(?:under|below|short of)\s*$|<\s*$"
)


def bracketing(
    text: str, readings: Sequence[Reading], replies: Sequence[str], answer: Sequence[Reading]
) -> Iterator[Span]:
    """Bounds, here or over the last replies, that leave almost one value."""
    targets = [known.value for known in answer if isinstance(known.value, Fraction)]
    if not targets:
        return
    now = _bounds(text, readings)
    if not now:
        return
    earlier = [bound for reply in replies[-LAST_REPLIES:] for bound in _bounds_of(reply)]
    for target in targets:
        lows = [bound for bound in now + earlier if bound[0] == "low" and bound[1] < target]
        highs = [bound for bound in now + earlier if bound[0] == "high" and bound[1] > target]
        if not lows or not highs:
            continue
        low, high = max(lows, key=lambda bound: bound[1]), min(highs, key=lambda bound: bound[1])
        if _narrow(low[1], high[1], target):
            here = [bound for bound in (low, high) if bound in now]
            if here:
                yield min(bound[2] for bound in here), max(bound[3] for bound in here)


Bound = tuple[str, Fraction, int, int]


def _bounds_of(reply: str) -> list[Bound]:
    plain = normalise(reply)
    return _bounds(plain.text, read_plain(plain))


def _bounds(text: str, readings: Sequence[Reading]) -> list[Bound]:
    found: list[Bound] = []
    previous: Reading | None = None
    for reading in readings:
        value = reading.value
        if not isinstance(value, Fraction):
            continue
        before = text[max(0, reading.start - 24) : reading.start].lower()
        if previous is not None and re.fullmatch(
            r"\s*(?:\w+ )?(?:and|to|-)\s*\$?", text[previous.end : reading.start]
        ):
            opening = text[max(0, previous.start - 14) : previous.start].lower()
            if _BETWEEN.search(opening.rstrip("$")) and isinstance(previous.value, Fraction):
                found.append(("low", previous.value, previous.start, reading.end))
                found.append(("high", value, previous.start, reading.end))
        if _ABOVE.search(before):
            found.append(("low", value, reading.start, reading.end))
        elif _BELOW.search(before):
            found.append(("high", value, reading.start, reading.end))
        previous = reading
    return found


def _narrow(low: Fraction, high: Fraction, target: Fraction) -> bool:
    """At most two whole numbers left, or a twentieth of the value for an answer that is none."""
    if target.denominator == 1 and low.denominator == high.denominator == 1:
        return high - low <= 3
    return high - low <= abs(target) / 20
