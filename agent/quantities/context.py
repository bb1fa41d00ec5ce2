"""What the readers of quantities share: the text in tokens, what a reading is, and signed numbers.

A minus is a sign only where it cannot be an operation or a hyphen; "step 2", "this one" and the 4 of "4ax" are no
numbers. Places are token indices; a `Reading` carries places in the normalised text.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from .algebra import Found
from .exact import Algebraic, Interval, negate
from .language import Language, Token
from .number_words import read_number
from .numerals import Read

Value = Fraction | Algebraic | Interval | tuple["Value", ...] | frozenset["Value"] | str | bool


Number = Fraction | Algebraic


_ATTACHES_A_SIGN = frozenset("([{=:,;<>+*/^$€£|~≈!?.\"'±") | {"<=", ">="}


MONEY = {"$": "USD", "€": "EUR", "£": "GBP", "¢": "cent"}


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
        return unsigned(context, at)
    if kind == "sign" and word in "+-" and is_sign(context, at):
        inner = unsigned(context, at + 1)
        if inner is None or isinstance(inner.value, Algebraic):
            return None
        return Signed(-inner.value if word == "-" else inner.value, inner.form, inner.end)
    if word in context.language.negative and not _ends_number(context, at - 1):
        inner = unsigned(context, at + 1)
        return None if inner is None else Signed(negate(inner.value), inner.form, inner.end)
    return unsigned(context, at)


def unsigned(context: Context, at: int) -> Signed | None:
    """A number without a sign of its own; also a root or a polynomial that starts here."""
    if at >= len(context.tokens):
        return None
    known = context.algebra.get(at)
    if known is not None:
        return Signed(known[0].value, known[0].form, known[1])
    read = read_number(context.tokens, at, context.language)
    if read is None or _is_no_number(context, at, read):
        return None
    return Signed(read.value, read.form, read.end)


def is_sign(context: Context, at: int) -> bool:
    """Is this + or - the sign of the number after it, rather than an operation or a hyphen?"""
    if at == 0 or context.kind(at - 1) == "line":
        return context.touches(at + 1)
    before = context.word(at - 1)
    if before == "=":
        return True
    if not context.touches(at + 1) and context.word(at + 1) not in MONEY:
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
    if before in language.one_after or language.equals.at(context.tokens, at - 1):
        return False
    return any(context.word(place) in language.determiners for place in range(at - 3, at))  # "a good one"


def _is_coefficient(context: Context, at: int) -> bool:
    """Is the numeral glued to letters that are no unit ("4ax")? Then it is part of something not read."""
    word = context.word(at + 1)
    if context.kind(at + 1) != "word" or not context.touches(at + 1) or not word.isalpha() or len(word) > 3:
        return False
    language = context.language
    known = word in language.units or word in language.denominators or half_of_day(context, at + 1)
    return not known and word not in ("k", "x") and word not in language.verdicts


def half_of_day(context: Context, at: int) -> str:
    """ "am", "pm" or nothing at a token."""
    word = context.word(at).rstrip(".")
    clock = context.language.clock
    return "am" if word in clock["am"] else "pm" if word in clock["pm"] else ""
