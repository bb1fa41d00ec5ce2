"""A point of the plane in the ways pupils write it: "(4.5, 7)", "4.5, 7", "x = 4.5 and y = 7". Pure."""

import re
from collections.abc import Iterator
from fractions import Fraction

from .expressions import Number, Unary, evaluate, parse_expression

_NUMBER = r"-?(?:\d+ \d+/\d+|\d*[½¼¾⅓⅔]|\d+(?:\.\d+)?(?:/\d+)?|\.\d+)"
_EXACT = re.compile(r"\((-?\d+(?:/\d+)?), (-?\d+(?:/\d+)?)\)")
_IS = r"\s*(?:=|:|\bis\b|-?\s?(?:coordinate|value)\s*(?:=|:|\bis\b))\s*"
_NAMED = re.compile(
    rf"\b(?:x{_IS}(?P<x>{_NUMBER})(?:\s*[,;]\s*|\s+|\s*,?\s*and\s+)y{_IS}(?P<y>{_NUMBER})"
    rf"|y{_IS}(?P<y2>{_NUMBER})(?:\s*[,;]\s*|\s+|\s*,?\s*and\s+)x{_IS}(?P<x2>{_NUMBER}))(?![\d/]|\.\d)",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<![\d./-])[(\[]?\s*({_NUMBER})\s*(?:[,;]|\band\b)\s*({_NUMBER})\s*[)\]]?(?![\d/]|\.\d|\s*[,=+*/-])"
)
_MOST = 200


def same_point(text: str, answer: str) -> bool:
    """Whether a text ends with this point, and states no other: of "(7, 4.5)" it is not (4.5, 7)."""
    wanted = _exact(answer)
    found = [*_points(text)] if wanted is not None and len(text) <= _MOST else []
    return bool(found) and found[-1][2] == wanted and not text[found[-1][1] :].strip(" .!)$")


def point_stated(text: str, answer: str) -> Iterator[tuple[int, int]]:
    """Where a text states the point that is the answer."""
    wanted = _exact(answer)
    if wanted is not None:
        yield from ((start, end) for start, end, point in _points(text) if point == wanted)


def _exact(answer: str) -> tuple[Fraction, Fraction] | None:
    """The point that an exact answer is."""
    match = _EXACT.fullmatch(answer.strip())
    return None if match is None else _coordinates(match[1], match[2])


def _points(text: str) -> Iterator[tuple[int, int, tuple[Fraction, Fraction]]]:
    text = text.replace("−", "-")
    named = [*_NAMED.finditer(text)]
    for match in named or _BARE.finditer(text):
        pair = (match["x"] or match["x2"], match["y"] or match["y2"]) if named else (match[1], match[2])
        point = _coordinates(*pair)
        if point is not None:
            yield match.start(), match.end(), point


def _coordinates(first: str, second: str) -> tuple[Fraction, Fraction] | None:
    values = [_value(first), _value(second)]
    return None if values[0] is None or values[1] is None else (values[0], values[1])


def _value(text: str) -> Fraction | None:
    node = parse_expression(text)
    number = isinstance(node.operand if isinstance(node, Unary) else node, Number)
    return evaluate(node) if node is not None and number else None
