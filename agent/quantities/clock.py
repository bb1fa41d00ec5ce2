"""Reads clock times, and the lengths of time that are said in a way of their own, at a place in a list of tokens."""

from fractions import Fraction

from .context import Context, Number, Reading, Signed, half_of_day, unsigned


def clock_or_ratio(context: Context, at: int) -> tuple[Reading, int] | None:
    """`3:30` is a time next to "at", "pm" or with minutes 00-09; else a ratio."""
    left, right = (int(part) for part in context.word(at).split(":"))
    half = half_of_day(context, at + 1)
    near = at - context.last_ratio_word <= 6
    clock = context.language.clock
    alone = len(context.tokens) <= 2 and right % 5 == 0
    cued = right < 10 or alone or context.word(at - 1) in clock["before"]
    timely = half or (cued and not near) or context.word(at + 1) in clock["o_clock"]
    if timely and left < 24 and right < 60:
        end = at + 1 + bool(half)
        known = bool(half) or left > 12 or left == 0
        minutes = _minutes(left, right, half)
        return context.reading(at, end, Fraction(minutes), "time" if known else "time12", "clock"), end
    if right == 0:
        return None
    return context.reading(at, at + 1, Fraction(left, right), "ratio"), at + 1


def _minutes(hour: int, minute: int, half: str) -> int:
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour * 60 + minute


def hour(context: Context, at: int, number: Signed) -> tuple[Reading, int] | None:
    """`8 pm`, `7 o'clock`."""
    half = half_of_day(context, number.end)
    exact = context.word(number.end) in context.language.clock["o_clock"]
    if not (half or exact) or number.form not in ("integer", "words") or not 0 <= _hours(number.value) <= 24:
        return None
    minutes = _minutes(_hours(number.value), 0, half)
    end = number.end + 1
    return context.reading(at, end, Fraction(minutes), "time" if half else "time12", "clock"), end


def _hours(value: Number) -> int:
    return int(value) if isinstance(value, Fraction) and value.denominator == 1 and abs(value) < 100 else -1


def past_the_hour(context: Context, at: int) -> tuple[Reading, int] | None:
    """`half past three`, `quarter to five`."""
    language = context.language
    word = context.word(at)
    part = 30 if word in language.halves else 15 if language.denominators.get(word) == 4 else 0
    side = context.word(at + 1)
    past, to = side in language.clock["past"], side in language.clock["to"]
    if not part or not (past or to):
        return None
    named = unsigned(context, at + 2)
    if named is None or not 1 <= _hours(named.value) <= 12:
        return None
    half = half_of_day(context, named.end)
    minutes = _minutes(_hours(named.value), 0, half) + (part if past else -part)
    end = named.end + bool(half)
    return context.reading(at, end, Fraction(minutes), "time" if half else "time12", "clock"), end


def an_hour_and_a_half(context: Context, at: int) -> tuple[Reading, int] | None:
    """`an hour and a half`."""
    language = context.language
    articles = context.word(at) in language.articles and context.word(at + 3) in language.articles
    if not articles or context.word(at + 2) not in language.conjunctions:
        return None
    unit = language.units.get(context.word(at + 1))
    below = language.denominators.get(context.word(at + 4))
    if unit is None or below is None:
        return None
    return context.reading(at, at + 5, 1 + Fraction(1, below), "mixed", unit), at + 5
