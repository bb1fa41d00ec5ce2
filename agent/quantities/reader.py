"""Reads one quantity at a place in a list of tokens: a number with its sign, unit, percent, money, ratio or clock time.

Shapes made of several numbers (sets, points, intervals, equations in one unknown) are in `shapes.py`.
"""

from fractions import Fraction

from .clock import an_hour_and_a_half, clock_or_ratio, hour, past_the_hour
from .context import MONEY, Context, Reading, Signed, Value, is_sign, signed, unsigned
from .exact import Algebraic, negate
from .units import measure

_ONE_LETTER_UNITS = frozenset("mghlst")


_DEGREES = {"c": "degC", "f": "degF", "celsius": "degC", "fahrenheit": "degF"}


def read_quantity(context: Context, at: int) -> tuple[Reading, int] | None:
    """The quantity that starts at token `at` and the index after it, or None."""
    if context.kind(at) == "clock":
        return clock_or_ratio(context, at)
    money = _money(context, at)
    if money is not None:
        return money
    special = past_the_hour(context, at) or an_hour_and_a_half(context, at)
    if special is not None:
        return special
    number = signed(context, at)
    if number is None:
        return None
    return (
        _percent(context, at, number)
        or _ratio(context, at, number)
        or hour(context, at, number)
        or _with_unit(context, at, number)
    )


def _money(context: Context, at: int) -> tuple[Reading, int] | None:
    """`$3.50`, `-$5`, `€ 20`, `$1.5 million`."""
    negative = context.word(at) == "-" and is_sign(context, at)
    place = at + negative
    unit = MONEY.get(context.word(place))
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
        part = unsigned(context, at) if context.kind(at) in ("number", "word") else None
        found = unit_at(context, part.end) if part is not None else None
        if part is None or found is None or not isinstance(part.value, Fraction):
            break
        if found[0] == "m" and reading.unit == "h":
            found = "min", found[1]  # "1h 35m"
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
    if word in MONEY and context.kind(at + 1) != "number":
        return MONEY[word], at + 1
    if word == "°" or language.units.get(word) == "deg":
        scale = _DEGREES.get(context.word(at + 1))
        return (scale, at + 2) if scale else ("deg", at + 1)
    plain = language.units.get(word[:-1]) if word[-1:] in ("2", "3") else None
    if plain and measure(f"{plain}^2"):  # "cm2", as it is typed
        return f"{plain}^{word[-1]}", at + 1
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
