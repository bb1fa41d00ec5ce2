"""Values that are more than one number: roots, multiples of π, polynomials, found in a normalised text.

Reading is `expressions.py`'s; here its trees get an exact value with variables and roots in it. Sums and products of
plain numbers are left alone: in `3 + 4` the quantities are 3 and 4.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ..expressions import Binary, Letter, Node, Number, Span, Unary, find_expressions
from .exact import Algebraic, divide, negate, plus, power, symbol, times

CHUNK = 50_000


class Found(NamedTuple):
    """A value and where it stands in the normalised text."""

    start: int
    end: int
    value: Fraction | Algebraic
    form: str


# What can make a run of signs more than numbers: a root, π, a power, or a letter that stands alone or by a numeral.
_MARK = re.compile(
    r"[√∛π^]|\\sqrt|sqrt|root|\bpi\b|(?<![A-Za-z'])[b-hj-zB-HJ-Z](?![A-Za-z'])|\d[a-z]{1,3}(?![A-Za-z])|\bpi\b|\b[a-z]{2,3}\s?[-+*=]"
    r"|\b[xyz]{2,3}\b"
)
_COEFFICIENT = re.compile(
    r"(?<![\w.^/])(?P<number>\d{1,30}(?:\.\d{1,30}|/[1-9]\d{0,29})?(?:\s?(?P<times>\*)\s?)?)?"
    r"(?:\s?(?P<pi>π|(?<![A-Za-z])pi(?![A-Za-z]))(?:/(?P<below>[1-9]\d{0,29})(?![\w.]))?"
    r"|(?<=[\d*])(?P<letter>[a-z])(?![\w'(^]))"
)
_UNIT_LETTERS = "mghlstkd"
_MEASURED = re.compile(r"\d\s+[mghls]\b|^[\d.,]+\s?[mghls](?:\^[23]|/[hs])?$")
_PI = re.compile(r"π|(?<![A-Za-z])pi(?![A-Za-z])")
_POWER_OF_TEN = re.compile(r"\d[eE][+-]?\d")
_FUNCTION = re.compile(r"(?<![A-Za-z])[fghFGHP]\s?\(|--")
_SPARE_LETTERS = "QJZVWKUPG"


def find_algebra(text: str) -> list[Found]:
    """Roots, powers, multiples of π and polynomials in a normalised text, in order, none inside another."""
    if not _MARK.search(text):
        return []
    spare = next((letter for letter in _SPARE_LETTERS if letter not in text), None)
    found: list[Found] = []
    for span in expressions_in(
        _PI.sub(lambda match: f"{spare:<{len(match.group())}}", text) if spare else text
    ):
        written = text[span.start : span.end]
        if _MEASURED.search(written) or _POWER_OF_TEN.search(written) or _FUNCTION.search(written):
            continue
        if text[span.end : span.end + 1].isalnum():
            continue
        value = algebraic(span.node, spare)
        form = _form(span.node, value)
        if value is not None and form:
            found.append(Found(span.start, span.end, value, form))
    return sorted([*found, *_coefficients(text, found)])


def expressions_in(text: str) -> Iterator[Span]:
    """Every expression with an operation in it, whatever the length of the text."""
    for start in range(0, len(text), CHUNK):
        for span in find_expressions(text[start : start + CHUNK]):
            yield Span(span.node, span.start + start, span.end + start, span.value)


def algebraic(node: Node, pi: str | None = None) -> Fraction | Algebraic | None:
    """The exact value of an expression, variables kept; None if it has none here (x^x, 1/(x + 1), too big)."""
    try:
        return _value(node, pi)
    except (ValueError, ZeroDivisionError, RecursionError):
        return None


def _value(node: Node, pi: str | None) -> Fraction | Algebraic:
    match node:
        case Number(value):
            return value
        case Letter(name):
            return symbol("pi" if name == pi else name.lower())
        case Unary("-", operand):
            return negate(_value(operand, pi))
        case Unary("sqrt", operand):
            return power(_value(operand, pi), Fraction(1, 2))
        case Unary(_, operand):
            inner = _value(operand, pi)
            if isinstance(inner, Fraction):
                return abs(inner)
            raise ValueError("the absolute value of an unknown")
        case Binary(operator, left, right):
            first, second = _value(left, pi), _value(right, pi)
            if operator == "+":
                return plus(first, second)
            if operator == "-":
                return plus(first, negate(second))
            if operator == "*":
                return times(first, second)
            if operator == "/":
                return divide(first, second)
            if isinstance(second, Fraction):
                return power(first, second)
            raise ValueError("an unknown exponent")


def _form(node: Node, value: Fraction | Algebraic | None) -> str:
    if isinstance(value, Algebraic):
        names = value.variables()
        return "polynomial" if names else "pi" if "pi" in str(value) else "root"
    match node:
        case Unary("sqrt", _):
            return "root"
        case Binary("^", Number(), Number(_, form)):
            return "root" if form == "fraction" else "power"
        case _:
            return ""


def _coefficients(text: str, found: list[Found]) -> Iterator[Found]:
    """`3x`, `2π`, `π/2`, `3 pi`: one coefficient with one symbol, outside the expressions found."""
    taken = iter(found)
    current = next(taken, None)
    for match in _COEFFICIENT.finditer(text):
        while current is not None and current.end <= match.start():
            current = next(taken, None)
        if current is not None and current.start < match.end():
            continue
        letter = match["letter"]
        if letter and letter in _UNIT_LETTERS and not match["times"]:
            continue
        number = (match["number"] or "1").rstrip("* ")
        value = times(Fraction(number), symbol(letter or "pi"))
        if match["below"]:
            value = divide(value, Fraction(match["below"]))
        yield Found(match.start(), match.end(), value, "polynomial" if letter else "pi")
