"""Calculations a text writes out, in signs ("3/12 + 4/12") or in words ("one more than eleven", "half of 24").

Each has an exact value, a key that is the same for the same calculation however it is written, and `trivial`: can a
student do it at sight? Quantities are the ones already read; signs are read by `expressions.py`.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from ..expressions import Binary, Letter, Node, Number, Unary
from ..quantities.algebra import algebraic, expressions_in
from ..quantities.context import Reading
from ..quantities.exact import Algebraic


class Stated(NamedTuple):
    """A calculation between two places of a normalised text."""

    start: int
    end: int
    value: Fraction | Algebraic
    key: str
    trivial: bool


_SIGNS = re.compile(
    r"[+*/÷^√-]|\d\s?x\s?\d|\b(?:plus|minus|times|divided|multiplied|of|squared|cubed|root)\b"
)


def stated_expressions(text: str, readings: Sequence[Reading]) -> Iterator[Stated]:
    """The calculations in a normalised text."""
    if _SIGNS.search(text):
        for span in expressions_in(text):
            value = algebraic(span.node)
            if value is not None and not _cuts(span.end, readings):
                yield Stated(span.start, span.end, value, _key(span.node), _at_sight(span.node))
    yield from _in_words(text, readings)


def _cuts(end: int, readings: Sequence[Reading]) -> bool:
    """Does the calculation end inside a number ("6 x 1 dozen")?"""
    return any(
        reading.start < end < reading.end and reading.form in ("words", "mixed") for reading in readings
    )


def known_expressions(text: str, readings: Sequence[Reading]) -> Iterator[str]:
    """The keys of all calculations in a text, parts of larger ones included."""
    if _SIGNS.search(text):
        for span in expressions_in(text):
            yield from _keys(span.node)
    for stated in _in_words(text, readings):
        yield stated.key


def _key(node: Node) -> str:
    match node:
        case Number(value, form, text):
            return _binary_key("/", *text.split("/")) if form == "fraction" else str(value)
        case Letter(name):
            return name
        case Unary(operator, operand):
            return f"{operator}({_key(operand)})"
        case Binary(operator, left, right):
            return _binary_key(operator, _key(left), _key(right))


def _binary_key(operator: str, left: str, right: str) -> str:
    if operator in "+*" and right < left:
        left, right = right, left
    return f"({left}{operator}{right})"


def division_key(written: str) -> str:
    """The key of `24/2` read as one number."""
    first, second = written.split("/")[:2]
    return _binary_key("/", first, second)


def at_sight_division(written: str) -> bool:
    """Is `24/2` done at sight?"""
    first, second = (re.sub(r"\D", "", part) for part in written.split("/")[:2])
    return bool(first and second) and _easy("/", Fraction(first), Fraction(second))


def _keys(node: Node) -> Iterator[str]:
    yield _key(node)
    match node:
        case Binary(_, left, right):
            yield from _keys(left)
            yield from _keys(right)
        case Unary(_, operand):
            yield from _keys(operand)
        case _:
            pass


def _at_sight(node: Node) -> bool:
    """One operation on two numbers that a student does without working: a small fact, or fractions of one kind."""
    match node:
        case Binary(operator, Number(left, _, first), Number(right, _, second)):
            return _easy(operator, left, right, first, second)
        case Unary("sqrt", Number(value)):
            return value.denominator == 1 and value <= 144
        case _:
            return False


def _easy(operator: str, left: Fraction, right: Fraction, first: str = "", second: str = "") -> bool:
    whole = left.denominator == right.denominator == 1
    if operator in "+-":
        if whole and _without_carry(operator, left, right):
            return True
        if whole:
            return min(abs(left), abs(right)) <= 10 or max(abs(left), abs(right)) <= 20
        return first.rpartition("/")[2] == second.rpartition("/")[2] != ""
    if operator == "*" and (left in (10, 100, 1000) or right in (10, 100, 1000)):
        return True
    if operator == "*":
        part, other = (left, right) if left.denominator > 1 else (right, left)
        if part.numerator == 1 and 1 < part.denominator <= 10 and other.denominator == 1:
            return (part * other).denominator == 1
        return (whole and (max(abs(left), abs(right)) <= 12 or min(abs(left), abs(right)) <= 2)) or Fraction(
            1, 2
        ) in (
            left,
            right,
        )
    if operator == "/":
        return (
            whole
            and right != 0
            and (abs(right) <= 2 or ((left / right).denominator == 1 and abs(right) <= 12))
        )
    return whole and right == 2 and abs(left) <= 12


def _without_carry(operator: str, left: Fraction, right: Fraction) -> bool:
    """`20 + 23`, `57 - 30`: up to three digits, column by column, nothing to carry or borrow."""
    first, second = str(abs(left.numerator)).zfill(3), str(abs(right.numerator)).zfill(3)
    if len(first) > 3 or len(second) > 3 or left < 0 or right < 0:
        return False
    columns = [(int(x), int(y)) for x, y in zip(first, second, strict=True)]
    return all(x + y <= 9 if operator == "+" else x >= y for x, y in columns)


# --- in words -------------------------------------------------------------------------------------------------------

_Q = r"#(\d+)#"
_NOUN = r"(?: [a-z]+)?"
_TEMPLATES: tuple[tuple[re.Pattern[str], str, bool], ...] = tuple(
    (re.compile(pattern), operator, swapped)
    for pattern, operator, swapped in (
        (rf"{_Q}{_NOUN} (?:more|greater|larger|bigger|higher|older|longer) than {_Q}", "+", False),
        (rf"{_Q}{_NOUN} (?:less|fewer|smaller|lower|younger|shorter) than {_Q}", "-", True),
        (rf"sum of {_Q}{_NOUN} and {_Q}", "+", False),
        (rf"product of {_Q}{_NOUN} and {_Q}", "*", False),
        (rf"difference (?:between|of) {_Q}{_NOUN} and {_Q}", "-", False),
        (rf"quotient of {_Q}{_NOUN} and {_Q}", "/", False),
        (rf"{_Q}{_NOUN} (?:plus|added to|and another|together with|\+) {_Q}", "+", False),
        (rf"{_Q}{_NOUN} (?:minus|take away|-) {_Q}", "-", False),
        (rf"{_Q}{_NOUN} (?:times|multiplied by|groups of|sets of|lots of|\*|x) {_Q}", "*", False),
        (rf"{_Q}{_NOUN} (?:divided by|split into|shared among|shared between|over|÷|/) {_Q}", "/", False),
        (rf"{_Q} of (?:the )?{_Q}", "*", False),
        (rf"{_Q} (?:and|,|then|and then) {_Q} more", "+", False),
        (rf"{_Q} after {_Q}", "+", False),
        (rf"{_Q} before {_Q}", "-", True),
        (rf"add(?:ing)? {_Q}{_NOUN} (?:to|and|with) {_Q}", "+", False),
        (rf"subtract(?:ing)? {_Q}{_NOUN} from {_Q}", "-", True),
        (rf"(?:take|taking) {_Q}{_NOUN} (?:away )?from {_Q}", "-", True),
        (rf"multipl(?:y|ying) {_Q}{_NOUN} (?:by|and|with) {_Q}", "*", False),
        (rf"divid(?:e|ing) {_Q}{_NOUN} (?:by|into) {_Q}", "/", False),
    )
)
_ALONE: tuple[tuple[re.Pattern[str], str, int], ...] = (
    (re.compile(rf"(?:double|twice|two times|doubling) (?:of )?(?:the )?{_Q}"), "*", 2),
    (re.compile(rf"(?:triple|thrice|three times|tripling) (?:of )?(?:the )?{_Q}"), "*", 3),
    (re.compile(rf"(?:number|integer)? ?(?:right |just |directly |immediately )?after {_Q}"), "+", 1),
    (re.compile(rf"(?:number|integer)? ?(?:right |just |directly |immediately )before {_Q}"), "-", 1),
    (re.compile(rf"(?:halve|halving) (?:the )?{_Q}"), "/", 2),
    (re.compile(rf"(?:a |the )?square of {_Q}"), "^", 2),
)
_CALCULATE: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": lambda left, right: left / right,
    "^": lambda left, _: left * left,
}


def _in_words(text: str, readings: Sequence[Reading]) -> Iterator[Stated]:
    numbers = [
        reading
        for reading in readings
        if isinstance(reading.value, Fraction) and len(str(reading.value)) < 40
    ]
    if not numbers:
        return
    marked, places = _marked(text, numbers)
    for pattern, operator, swapped in _TEMPLATES:
        for match in pattern.finditer(marked):
            first, second = numbers[int(match[1])], numbers[int(match[2])]
            if swapped:
                first, second = second, first
            stated = _stated(operator, first.value, second.value, match, places)
            if stated is not None:
                yield stated
    for pattern, operator, number in _ALONE:
        for match in pattern.finditer(marked):
            stated = _stated(operator, numbers[int(match[1])].value, Fraction(number), match, places)
            if stated is not None:
                yield stated


def _marked(text: str, numbers: Sequence[Reading]) -> tuple[str, list[tuple[int, int]]]:
    """The text with each number as `#index#`, and where pieces of it come from: (place there, place in the text)."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    at = length = 0
    for index, reading in enumerate(numbers):
        mark = f"#{index}#"
        pieces += (text[at : reading.start].lower(), mark)
        length += reading.start - at
        places.append((length, reading.start))
        length += len(mark)
        places.append((length, reading.end))
        at = reading.end
    pieces.append(text[at:].lower())
    return "".join(pieces), places


def _place(position: int, places: Sequence[tuple[int, int]]) -> int:
    index = bisect_right(places, position, key=lambda place: place[0]) - 1
    there, here = places[index] if index >= 0 else (0, 0)
    return here + position - there


def _stated(
    operator: str, first: object, second: object, match: re.Match[str], places: Sequence[tuple[int, int]]
) -> Stated | None:
    if not isinstance(first, Fraction) or not isinstance(second, Fraction):
        return None
    if operator == "/" and second == 0:
        return None
    value = _CALCULATE[operator](first, second)
    key = _binary_key(operator, str(first), str(second))
    start, end = _place(match.start(), places), _place(match.end(), places)
    return Stated(start, end, value, key, _easy(operator, first, second))
