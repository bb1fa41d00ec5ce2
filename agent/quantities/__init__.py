"""Finds the quantities a text states, with exact values, and tells whether two are the same.

Covers signed numbers in numerals and words, fractions, percent, ratios, clock times, money, units, roots, multiples
of π, polynomials, solution sets, points, intervals, choices (A-E), yes/no, true/false, greater/less. Values are
`Fraction` or the types of `exact.py`; nothing is a float and no text is ever evaluated. A label ("step 2"), an
ordinal and the pronoun "one" are no quantities. In `3 + 4 = 7` the quantities are 3, 4 and 7.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .algebra import Found, find_algebra
from .context import Context, Reading, Value
from .exact import Algebraic, Interval, times
from .language import Token, load
from .normalise import Plain, normalise
from .reader import read_quantity
from .shapes import read_comparison, read_shape
from .units import measure

__all__ = ["Quantity", "Value", "exact_text", "find_quantities", "is_among", "same_quantity", "same_value"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text.

    `value` is exact, in `unit` (50% is 1/2 with unit "%"; clock times are minutes after midnight with unit "clock");
    `span` is its place in the text as given; `form` says how it was written: integer, decimal, scientific, fraction,
    mixed, words, power, percent, ratio, time, time12 (no am or pm), money, root, pi, polynomial, set, point, interval,
    choice, verdict, comparison.
    """

    value: Value
    span: tuple[int, int]
    form: str
    unit: str | None = None


def find_quantities(text: str, *, language: str = "en") -> list[Quantity]:
    """The quantities in a text, in order, none inside another. Linear in the text.

    >>> [str(quantity.value) for quantity in find_quantities("I paid $4.50 for three quarters of a dozen")]
    ['9/2', '3/4', '12']
    """
    plain = normalise(text)
    return [
        Quantity(reading.value, plain.span(reading.start, reading.end), reading.form, reading.unit)
        for reading in read_plain(plain, language)
    ]


def read_plain(plain: Plain, language: str = "en") -> list[Reading]:
    """The quantities of a normalised text, with places in that text."""
    table = load(language)
    tokens = table.tokens(plain.text)
    context = Context(plain.text, tokens, table, _by_token(tokens, find_algebra(plain.text)))
    found: list[Reading] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.text in table.ratio:
            context.last_ratio_word = at
        result = None
        if at in context.algebra or table.may_start(token):
            result = read_shape(context, at) or read_quantity(context, at)
        if result is None:
            at += 1
        else:
            reading, at = result
            found.append(reading)
    return found or read_comparison(context)


def _by_token(tokens: Sequence[Token], algebra: Sequence[Found]) -> dict[int, tuple[Found, int]]:
    """Which token each found value starts at, and the index after it; values that cut a token are dropped."""
    placed: dict[int, tuple[Found, int]] = {}
    at = 0
    for found in algebra:
        while at < len(tokens) and tokens[at].start < found.start:
            at += 1
        end = at
        while end < len(tokens) and tokens[end].end <= found.end:
            end += 1
        if end > at:
            placed[at] = (found, end)
    return placed


def same_quantity(a: Quantity, b: Quantity) -> bool:
    """Do two quantities state the same? Units convert; a missing unit fits any unit of measure."""
    return same_reading(a, b)


def is_among(one: Quantity, others: Iterable[Quantity]) -> bool:
    """Whether one of several quantities states the same."""
    return any(same_quantity(one, other) for other in others)


def same_reading(a: Quantity | Reading, b: Quantity | Reading) -> bool:
    """`same_quantity`, for readings of a normalised text as well."""
    if {a.form, b.form} & {"time", "time12"}:
        return a.unit == b.unit and _same_time(a, b)
    first, second = a.unit, b.unit
    if first is None or second is None or first == second:
        return same_value(a.value, b.value)
    one, other = measure(first), measure(second)
    if one is None or other is None or one[0] != other[0]:
        return False
    if not isinstance(a.value, Fraction | Algebraic) or not isinstance(b.value, Fraction | Algebraic):
        return False
    return times(a.value, one[1]) == times(b.value, other[1])


def _same_time(a: Quantity | Reading, b: Quantity | Reading) -> bool:
    """Equal clock times; one without am or pm fits both halves of the day."""
    if not isinstance(a.value, Fraction) or not isinstance(b.value, Fraction):
        return False
    return (a.value - b.value) % (720 if "time12" in (a.form, b.form) else 1440) == 0


def same_value(a: Value, b: Value) -> bool:
    """Equal values; a set or point of one number is that number."""
    if isinstance(a, bool) != isinstance(b, bool):
        return False
    return _unwrapped(a) == _unwrapped(b)


def exact_text(value: Value) -> str:
    """A value as the text we store: "7/12", "2*x + 10", "{-2, 3}", "(2, -3)", "yes".

    >>> exact_text(find_quantities("x = 3 or x = -2")[0].value)
    '{-2, 3}'
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return f"({', '.join(exact_text(part) for part in value)})"
    if isinstance(value, frozenset):
        numbers = sorted(part for part in value if isinstance(part, Fraction))
        others = sorted(exact_text(part) for part in value if not isinstance(part, Fraction))
        return "{" + ", ".join([*map(str, numbers), *others]) + "}"
    return str(value)


def _unwrapped(value: Value) -> Value:
    if isinstance(value, frozenset | tuple) and len(value) == 1:
        return next(iter(value))
    if isinstance(value, Interval) and value.low is not None and value.low == value.high:
        return value.low
    return value
