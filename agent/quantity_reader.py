"""Reads one quantity at a place in a list of tokens: a number with its sign, unit, percent, money, ratio or clock time.

Shapes made of several numbers (sets, points, intervals, equations in one unknown) are in `quantity_shapes.py`.
Places are token indices; `Reading` carries places in the normalised text.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from .algebra import Found
from .exact import Algebraic, Interval, negate
from .language import Language, Token
from .number_words import Read, read_number
from .units import measure

Value = Fraction | Algebraic | Interval | tuple["Value", ...] | frozenset["Value"] | str | bool
Number = Fraction | Algebraic

_MONEY = {"$": "USD", "€": "EUR", "£": "GBP", "¢": "cent"}
_ATTACHES_A_SIGN = frozenset("([{=:,;<>+*/^$€£|~≈!?.\"'±") | {"<=", ">="}
_ONE_LETTER_UNITS = frozenset("mghlst")
_DEGREES = {"c": "degC", "f": "degF", "celsius": "degC", "fahrenheit": "degF"}


class Reading(NamedTuple):
    """A quantity between two places of the normalised text."""

    start: int
    end: int
    value: Value
    form: str
    unit: str | None = None


class Signed(NamedTuple):
    """A signed number and the index of the token after it."""

    value: Number
    form: str
    end: int


@dataclass
class Context:
    """A normalised text cut into tokens, with the algebra found in it by the token it starts at."""

    text: str
    tokens: list[Token]
    language: Language
    algebra: dict[int, tuple[Found, int]] = field(default_factory=dict[int, tuple[Found, int]])
    last_ratio_word: int = -1000

    def word(self, at: int) -> str:
        """The text of a token, empty beyond the ends."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def kind(self, at: int) -> str:
        """The kind of a token, empty beyond the ends."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def touches(self, at: int) -> bool:
        """Does the token follow the one before it without a gap?"""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def reading(self, first: int, end: int, value: Value, form: str, unit: str | None = None) -> Reading:
        """A reading that covers tokens first..end-1."""
        return Reading(self.tokens[first].start, self.tokens[end - 1].end, value, form, unit)


def signed(context: Context, at: int) -> Signed | None:
    """A number with its sign, if a sign belongs to it; also a root or a polynomial that starts here."""
    word, kind = context.word(at), context.kind(at)
    if at in context.algebra:
        return _unsigned(context, at)
    if kind == "sign" and word in "+-" and _is_sign(context, at):
        inner = _unsigned(context, at + 1)
        if inner is None or isinstance(inner.value, Algebraic):
            return None
        return Signed(-inner.value if word == "-" else inner.value, inner.form, inner.end)
    if word in context.language.negative and not _ends_number(context, at - 1):
        inner = _unsigned(context, at + 1)
        return None if inner is None else Signed(negate(inner.value), inner.form, inner.end)
    return _unsigned(context, at)


def _unsigned(context: Context, at: int) -> Signed | None:
    if at >= len(context.tokens):
        return None
    known = context.algebra.get(at)
    if known is not None:
        return Signed(known[0].value, known[0].form, known[1])
    read = read_number(context.tokens, at, context.language)
    if read is None or _is_no_number(context, at, read):
        return None
    return Signed(read.value, read.form, read.end)


def _is_sign(context: Context, at: int) -> bool:
    """Is this + or - the sign of the number after it, rather than an operation or a hyphen?"""
    if at == 0 or context.kind(at - 1) == "line":
        return context.touches(at + 1)
    before = context.word(at - 1)
    if before == "=":
        return True
    if not context.touches(at + 1) and context.word(at + 1) not in _MONEY:
        return False
    if before in _ATTACHES_A_SIGN or (
        context.kind(at - 1) == "sign" and before in "+-" and not context.touches(at)
    ):
        return True
    return not context.touches(at) and context.kind(at - 1) == "word" and not _ends_number(context, at - 1)


def _ends_number(context: Context, at: int) -> bool:
    """Could a number, unit or variable end at this token, so that a minus after it is an operation?"""
    word = context.word(at)
    language = context.language
    return (
        context.kind(at) == "number"
        or word in language.numbers
        or word in language.units
        or word in language.denominators
        or word in (")", "]", "}", "%", "°", "π")
        or (len(word) == 1 and word.isalpha() and word not in language.articles)
    )


def _is_no_number(context: Context, at: int, read: Read) -> bool:
    """Labels ("step 2", "1. Add …") and the pronoun "one"."""
    language = context.language
    before, after = context.word(at - 1), context.word(read.end)
    if context.kind(at) == "number" and read.end == at + 1:
        if before == "^" or _is_coefficient(context, at):
            return True
        if before in language.labels or before == "#":
            return True
        opens_line = at == 0 or context.kind(at - 1) == "line"
        marks = after == ")" or (after == "." and read.value == 1)
        return opens_line and marks and context.kind(read.end + 1) == "word"
    if read.value != 1 or read.end != at + 1:
        return False
    if context.word(at) in language.articles:
        return True
    if not language.one_not_after:
        return False
    if before in language.one_not_after or language.one_not_before.at(context.tokens, read.end):
        return True
    if after and context.kind(read.end) not in ("sign", "line"):
        return False
    stated = (
        before in language.one_after
        or before in _ATTACHES_A_SIGN
        or language.equals.at(context.tokens, at - 1)
    )
    return not (stated or len(context.tokens) <= 2 or after in ("+", "-", "*", "/", "="))


def _is_coefficient(context: Context, at: int) -> bool:
    """Is the numeral glued to letters that are no unit ("4ax")? Then it is part of something not read."""
    word = context.word(at + 1)
    if context.kind(at + 1) != "word" or not context.touches(at + 1) or not word.isalpha() or len(word) > 3:
        return False
    language = context.language
    known = word in language.units or word in language.denominators or _half_of_day(context, at + 1)
    return not known and word not in ("k", "x") and word not in language.verdicts


# --- what follows a number ------------------------------------------------------------------------------------------


def read_quantity(context: Context, at: int) -> tuple[Reading, int] | None:
    """The quantity that starts at token `at` and the index after it, or None."""
    if context.kind(at) == "clock":
        return _clock_or_ratio(context, at)
    money = _money(context, at)
    if money is not None:
        return money
    special = _past_the_hour(context, at) or _an_hour_and_a_half(context, at)
    if special is not None:
        return special
    number = signed(context, at)
    if number is None:
        return None
    return (
        _percent(context, at, number)
        or _ratio(context, at, number)
        or _hour(context, at, number)
        or _with_unit(context, at, number)
    )


def _money(context: Context, at: int) -> tuple[Reading, int] | None:
    """`$3.50`, `-$5`, `€ 20`, `$1.5 million`."""
    negative = context.word(at) == "-" and _is_sign(context, at)
    place = at + negative
    unit = _MONEY.get(context.word(place))
    if unit is None:
        return None
    number = signed(context, place + 1)
    if number is None or (isinstance(number.value, Algebraic) and context.kind(place + 1) != "number"):
        return None  # "$f(x)$" is mathematics, not money
    value = negate(number.value) if negative else number.value
    first = context.reading(at, number.end, value, "money", unit)
    return _compound(context, first, number.end)


def _percent(context: Context, at: int, number: Signed) -> tuple[Reading, int] | None:
    end = number.end
    if context.word(end) == "%":
        end += 1
    elif phrase := context.language.percent.at(context.tokens, end):
        end = phrase[1]
    else:
        return None
    if isinstance(number.value, Algebraic):
        return None
    return context.reading(at, end, number.value / 100, "percent", "%"), end


def _ratio(context: Context, at: int, number: Signed) -> tuple[Reading, int] | None:
    """`2 : 3`, `2:3:5`, and "2 to 3" after the word ratio."""
    parts = [number.value]
    end = number.end
    near = at - context.last_ratio_word <= 12
    while _colon(context, end) or (near and context.word(end) in context.language.to):
        part = signed(context, end + 1) if context.kind(end + 1) in ("number", "word") else None
        if part is None or len(parts) > 5:
            break
        parts.append(part.value)
        end = part.end
    if len(parts) == 1 or any(isinstance(part, Algebraic) for part in parts):
        return None
    value: Value = tuple(parts)
    first, second = parts[0], parts[1]
    if len(parts) == 2 and isinstance(first, Fraction) and isinstance(second, Fraction):
        if second == 0:
            return None
        value = first / second
    return context.reading(at, end, value, "ratio"), end


def _colon(context: Context, at: int) -> bool:
    """`2:3` and `2 : 3`, but not the colon of "with a 3: 43"."""
    return context.word(at) == ":" and context.touches(at) == context.touches(at + 1)


def _clock_or_ratio(context: Context, at: int) -> tuple[Reading, int] | None:
    """`3:30` is a time next to "at", "pm" or with minutes 00-09; else a ratio."""
    left, right = (int(part) for part in context.word(at).split(":"))
    half = _half_of_day(context, at + 1)
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


def _half_of_day(context: Context, at: int) -> str:
    word = context.word(at).rstrip(".")
    clock = context.language.clock
    return "am" if word in clock["am"] else "pm" if word in clock["pm"] else ""


def _minutes(hour: int, minute: int, half: str) -> int:
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour * 60 + minute


def _hour(context: Context, at: int, number: Signed) -> tuple[Reading, int] | None:
    """`8 pm`, `7 o'clock`."""
    half = _half_of_day(context, number.end)
    exact = context.word(number.end) in context.language.clock["o_clock"]
    if not (half or exact) or number.form not in ("integer", "words") or not 0 <= _hours(number.value) <= 24:
        return None
    minutes = _minutes(_hours(number.value), 0, half)
    end = number.end + 1
    return context.reading(at, end, Fraction(minutes), "time" if half else "time12", "clock"), end


def _hours(value: Number) -> int:
    return int(value) if isinstance(value, Fraction) and value.denominator == 1 and abs(value) < 100 else -1


def _past_the_hour(context: Context, at: int) -> tuple[Reading, int] | None:
    """`half past three`, `quarter to five`."""
    language = context.language
    word = context.word(at)
    part = 30 if word in language.halves else 15 if language.denominators.get(word) == 4 else 0
    side = context.word(at + 1)
    past, to = side in language.clock["past"], side in language.clock["to"]
    if not part or not (past or to):
        return None
    hour = _unsigned(context, at + 2)
    if hour is None or not 1 <= _hours(hour.value) <= 12:
        return None
    half = _half_of_day(context, hour.end)
    minutes = _minutes(_hours(hour.value), 0, half) + (part if past else -part)
    end = hour.end + bool(half)
    return context.reading(at, end, Fraction(minutes), "time" if half else "time12", "clock"), end


def _an_hour_and_a_half(context: Context, at: int) -> tuple[Reading, int] | None:
    language = context.language
    unit = language.units.get(context.word(at + 1))
    if (
        context.word(at) not in language.articles
        or unit is None
        or context.word(at + 2) not in language.conjunctions
    ):
        return None
    if context.word(at + 3) not in language.articles:
        return None
    below = language.denominators.get(context.word(at + 4))
    if below is None:
        return None
    return context.reading(at, at + 5, 1 + Fraction(1, below), "mixed", unit), at + 5


def _with_unit(context: Context, at: int, number: Signed) -> tuple[Reading, int]:
    """The number with the unit after it, if any, and with the smaller unit after that ("5 ft 3 in")."""
    found = unit_at(context, number.end)
    if found is None and number.form == "fraction":
        found = _of_a_unit(context, number.end)
    if found is None:
        return context.reading(at, number.end, number.value, number.form), number.end
    unit, end = found
    form = "money" if unit in ("USD", "EUR", "GBP", "INR", "cent") else number.form
    return _compound(context, context.reading(at, end, number.value, form, unit), end)


def _of_a_unit(context: Context, at: int) -> tuple[str, int] | None:
    """`half an hour`, `three quarters of a mile`."""
    at += context.word(at) == "of"
    if context.word(at) not in context.language.articles:
        return None
    unit = context.language.units.get(context.word(at + 1))
    return None if unit is None or len(context.word(at + 1)) == 1 else (unit, at + 2)


def _compound(context: Context, first: Reading, end: int) -> tuple[Reading, int]:
    """`2 hours 15 minutes`, `three dollars and 25 cents`: the parts add up in the first unit."""
    reading = first
    while reading.unit is not None and isinstance(reading.value, Fraction):
        at = end + (context.word(end) == "," or context.word(end) in context.language.conjunctions)
        part = _unsigned(context, at) if context.kind(at) in ("number", "word") else None
        found = unit_at(context, part.end) if part is not None else None
        if part is None or found is None or not isinstance(part.value, Fraction):
            break
        large, small = measure(reading.unit), measure(found[0])
        if large is None or small is None or large[0] != small[0] or small[1] >= large[1]:
            break
        share = part.value * small[1] / large[1]
        if share >= 1:
            break
        end = found[1]
        value = reading.value + share
        reading = Reading(reading.start, context.tokens[end - 1].end, value, reading.form, reading.unit)
    return reading, end


def unit_at(context: Context, at: int) -> tuple[str, int] | None:
    """The unit that starts at a token ("cm", "square feet", "km/h", "°C") and the index after it."""
    hyphen = context.word(at) == "-" and context.touches(at) and context.touches(at + 1)
    at += hyphen
    found = _simple_unit(context, at)
    if found is None:
        return None
    unit, end = found
    below = end + 1 if context.word(end) == "/" or context.word(end) in context.language.per else 0
    if below:
        under = context.language.units.get(context.word(below))
        spelled = context.word(end) == "/" or len(context.word(below)) > 1
        if under and spelled and measure(f"{unit}/{under}"):
            return f"{unit}/{under}", below + 1
    return unit, end


def _simple_unit(context: Context, at: int) -> tuple[str, int] | None:
    language = context.language
    word = context.word(at)
    if word in _MONEY and not context.kind(at + 1) == "number":
        return _MONEY[word], at + 1
    if word == "°" or language.units.get(word) == "deg":
        scale = _DEGREES.get(context.word(at + 1))
        return (scale, at + 2) if scale else ("deg", at + 1)
    exponent = "2" if word in language.square else "3" if word in language.cubic else ""
    unit = language.units.get(context.word(at + 1) if exponent else word)
    if unit is None:
        return None
    if exponent:
        return f"{unit}^{exponent}", at + 2
    if context.word(at + 1) == "^" and context.word(at + 2) in ("2", "3"):
        return f"{unit}^{context.word(at + 2)}", at + 3
    following, kind = context.word(at + 1), context.kind(at + 1)
    if following in language.powers and measure(unit + "^2"):
        return f"{unit}^{language.powers[following]}", at + 2
    if (
        word == "in"
        and (kind in ("word", "number") or following in ("(", "$"))
        and following not in ("by", "x", "and")
    ):
        return None
    if word in _ONE_LETTER_UNITS and (following in ("=", "+", "*", "^", "(") or context.word(at - 1) == "-"):
        return None
    return unit, at + 1
