"""Answers that pupils write in pieces: 1 ± √2, "x > -3 and x < 3", 2.41 and -0.41 for two surds, (3, 0) for 3. Pure."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from .expressions import letters, parse_expression
from .quantities import Algebraic, Interval, Quantity, exact_text, find_quantities
from .quantities.algebra import algebraic

Same = Callable[[str, str], bool]
_BOTH_SIGNS = re.compile(r"±|\\pm\b|\bplus(?: or |/)minus\b|\+\s?/?\s?-(?=\s?[\d√(\\s])")
_LEAD = re.compile(r"^\W*[a-z]\s*=\s*", re.IGNORECASE)
_NAME = re.compile(r"^\W*[a-z](?:\s?\(\s?[a-z]\s?\)|_?\{?[a-z]\}?)?\s*=\s*", re.IGNORECASE)
"""What an expression is said to be: "T(n) =", "a_n =", "y ="."""
_MOST = 200
"""Characters of an answer in pieces."""
_ON_X_AXIS = re.compile(r"\(\s*(-?[\d./]+)\s*,\s*0\s*\)")
_ON_Y_AXIS = re.compile(r"\(\s*0\s*,\s*(-?[\d./]+)\s*\)")
_ASKS_X = re.compile(r"\bx[- ](?:axis|intercepts?)\b", re.IGNORECASE)
_ASKS_Y = re.compile(r"\by[- ](?:axis|intercept)\b", re.IGNORECASE)


def same_in_pieces(text: str, answer: str, same: Same) -> bool:
    """Whether a text states a set of solutions or a range in pieces. same: compares two answers of one value."""
    if len(text) > _MOST or len(answer) > _MOST:
        return False
    stated = find_quantities(answer)
    if len(stated) != 1:
        return False
    value = stated[0].value
    if isinstance(value, frozenset):
        parts = _with_both_signs(text) or _listed(text)
        return len(value) > 1 and _match(parts, [exact_text(part) for part in value], same)
    if isinstance(value, Interval):
        return _overlap(find_quantities(text), text) == value
    return False


def _with_both_signs(text: str) -> list[str]:
    """ "(3 ± √5)/2" with plus and with minus."""
    if len(_BOTH_SIGNS.findall(text)) != 1:
        return []
    text = _LEAD.sub("", text)
    return [_BOTH_SIGNS.sub(sign, text).lstrip("+ ") for sign in "+-"]


def _listed(text: str) -> list[str]:
    found = find_quantities(text)
    if len(found) != 1:
        return [text[slice(*one.span)] for one in found]
    return [_LEAD.sub("", part) for part in re.split(r"\s*(?:[,;]|\bor\b|\band\b)\s*", text) if part.strip()]


def _match(parts: Sequence[str], exact: Sequence[str], same: Same) -> bool:
    """Whether each value is stated once."""
    left = list(exact)
    for part in parts:
        fitting = next((one for one in left if same(part, one)), None)
        if fitting is None:
            return False
        left.remove(fitting)
    return not left


def _overlap(found: Sequence[Quantity], text: str) -> Interval | None:
    """What two half lines have in common, of "x > -3 and x < 3"; None for "or" and for anything else."""
    values = [one.value for one in found]
    if len(values) != 2 or re.search(r"\bor\b", text, re.IGNORECASE):
        return None
    low = next((one for one in values if isinstance(one, Interval) and one.high is None), None)
    high = next((one for one in values if isinstance(one, Interval) and one.low is None), None)
    if low is None or high is None:
        return None
    return Interval(low.low, high.high, low.low_closed, high.high_closed)


def same_expression(text: str, answer: str) -> bool:
    """Whether two texts are the same expression: "mn" is m*n where m and n are the letters of the other."""
    if len(text) > _MOST or len(answer) > _MOST:
        return False
    other = parse_expression(answer.replace("**", "^"))
    names = letters(other) if other is not None else frozenset[str]()
    if other is None or not names:
        return False
    node = parse_expression(_NAME.sub("", text).replace("**", "^"), "".join(names))
    value = None if node is None else algebraic(node)
    return isinstance(value, Algebraic) and value == algebraic(other)


def without_axis(text: str, problem: str) -> str:
    """The numbers alone where a problem asks for crossings of an axis: "(3, 0)" on the x-axis is 3."""
    for asks, point in ((_ASKS_X, _ON_X_AXIS), (_ASKS_Y, _ON_Y_AXIS)):
        if asks.search(problem):
            text = point.sub(r"\1", text)
    return text


def without_points(text: str) -> str:
    """ "(2, 0) and (-4, 0)" as 2 and -4, which is what they are where a set of numbers is the answer."""
    return _ON_X_AXIS.sub(r"\1", text)


def is_in_pieces(answer: str) -> bool:
    """Whether an answer may be stated in several lines: a range with two ends."""
    stated = find_quantities(answer)
    value = stated[0].value if len(stated) == 1 else None
    return (
        isinstance(value, Interval) and isinstance(value.low, Fraction) and isinstance(value.high, Fraction)
    )
