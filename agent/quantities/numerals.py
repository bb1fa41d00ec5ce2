"""Reads one numeral at a place in a list of tokens, with what belongs to it.

Separators, decimals, powers of ten, fractions (`3/4`, "7 over 12", "3 quarters"), mixed numbers (`1 3/4`), scales
("1.5 million", "2 dozen"), powers (`2^5`, "3 squared"). No sign and no unit. Whatever needs more than 400 digits is
not read. Number words are in `number_words.py`.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from .exact import Algebraic, power
from .language import Language, Token

MAX_DIGITS = 400


class Read(NamedTuple):
    """A number, the way it was written, and the index of the token after it."""

    value: Fraction
    form: str
    end: int


def read_numeral(tokens: Sequence[Token], at: int, language: Language) -> Read | None:
    """The numeral at token `at`, which must be of kind number, as long as it can be."""
    token = tokens[at]
    value = value_of(token.text, language)
    if value is None:
        return None
    form = "scientific" if "e" in token.text else "decimal" if language.decimal in token.text else "integer"
    read = Read(value, form, at + 1)
    return (
        _scientific(tokens, read, language)
        or raised(tokens, read, language)
        or (_fraction(tokens, read, language) if form == "integer" else None)
        or scaled(tokens, read, language)
        or read
    )


def value_of(numeral: str, language: Language) -> Fraction | None:
    """The value of a numeral as written, separators and power of ten included; None if it is too long."""
    if len(numeral) > MAX_DIGITS:
        return None
    plain = numeral.replace(" ", "").replace("'", "")
    plain = (
        plain.replace(",", "") if language.decimal == "." else plain.replace(".", "").replace(",", ".")
    ).lower()
    digits, _, exponent = plain.partition("e")
    if exponent and abs(int(exponent)) > MAX_DIGITS:
        return None
    value = Fraction(digits)
    return value * Fraction(10) ** int(exponent) if exponent else value


def kind_at(tokens: Sequence[Token], at: int) -> str:
    """The kind of a token, empty beyond the end."""
    return tokens[at].kind if at < len(tokens) else ""


def text_at(tokens: Sequence[Token], at: int) -> str:
    """The text of a token, empty beyond the end."""
    return tokens[at].text if at < len(tokens) else ""


def whole(value: Fraction) -> bool:
    """Is it an integer?"""
    return value.denominator == 1


def touching(tokens: Sequence[Token], at: int) -> bool:
    """Is the sign at `at` a hyphen inside a word?"""
    return (
        0 < at < len(tokens) - 1
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _integer(tokens: Sequence[Token], at: int, language: Language) -> Fraction | None:
    if kind_at(tokens, at) != "number":
        return None
    value = value_of(tokens[at].text, language)
    return value if value is not None and whole(value) else None


def _scientific(tokens: Sequence[Token], read: Read, language: Language) -> Read | None:
    """`3 × 10^4`, `5 times 10 to the power of 3`."""
    product = text_at(tokens, read.end)
    if (product != "*" and product not in language.times_ten) or text_at(tokens, read.end + 1) != "10":
        return None
    ten = raised(tokens, Read(Fraction(10), "integer", read.end + 2), language)
    return None if ten is None else Read(read.value * ten.value, "scientific", ten.end)


def raised(tokens: Sequence[Token], read: Read, language: Language) -> Read | None:
    """`2^5`, `2^-3`, `2 squared`, `2 to the power of 5`, `10 to the sixth`."""
    text = text_at(tokens, read.end)
    if text in ("^", "**"):
        at = read.end + 1
        opened = text_at(tokens, at) in ("(", "{")
        at += opened
        sign = -1 if text_at(tokens, at) == "-" else 1
        at += sign < 0
        exponent = _integer(tokens, at, language)
        end = at + 1 + opened
        if opened and text_at(tokens, at + 1) not in (")", "}"):
            return None
    elif (
        text in language.powers and text_at(tokens, read.end + 1) not in language.units
    ):  # not "54 squared cm"
        sign, exponent, end = 1, Fraction(language.powers[text]), read.end + 1
    elif phrase := language.to_the_power.at(tokens, read.end):
        sign, end = 1, phrase[1] + 1
        ordinal = language.ordinals.get(text_at(tokens, phrase[1]))
        exponent = Fraction(ordinal) if ordinal else _integer(tokens, phrase[1], language)
    else:
        return None
    if exponent is None:
        return None
    try:
        value = power(read.value, sign * exponent)
    except (ValueError, ZeroDivisionError):
        return None
    return None if isinstance(value, Algebraic) else Read(value, "power", end)


def _fraction(tokens: Sequence[Token], read: Read, language: Language) -> Read | None:
    """`3/4`, `7 over 12`, `3 out of 4`, `3 quarters`; also the mixed `1 3/4`."""
    end = read.end
    text = text_at(tokens, end)
    over = end + 1 if text == "/" or text in language.over else 0
    if not over and (phrase := language.out_of.at(tokens, end)):
        over = phrase[1]
    if over:
        below = _integer(tokens, over, language)
        spoken = text != "/" and text_at(tokens, over + 1) in language.units  # "120 over 40 weeks"
        return Read(read.value / below, "fraction", over + 1) if below and not spoken else None
    part = slash(tokens, end, language)
    if part is not None and tokens[end].start > tokens[end - 1].end and part.value < 1:
        return Read(read.value + part.value, "mixed", part.end)
    return denominator(tokens, read, language)


def slash(tokens: Sequence[Token], at: int, language: Language) -> Read | None:
    """`3/4` typed in one piece."""
    if text_at(tokens, at + 1) != "/" or kind_at(tokens, at) != "number":
        return None
    above, below = _integer(tokens, at, language), _integer(tokens, at + 2, language)
    if above is None or not below or tokens[at].end != tokens[at + 1].start:
        return None
    return Read(above / below, "fraction", at + 3)


def denominator(tokens: Sequence[Token], read: Read, language: Language) -> Read | None:
    """`3 quarters`, `seven twelfths`, `one third`."""
    at = read.end + (text_at(tokens, read.end) == "-" and touching(tokens, read.end))
    word = text_at(tokens, at)
    below = language.denominators.get(word)
    singular = word in language.ordinals or word in language.halves
    if below is None or (singular and read.value != 1):  # "12 half sprigs", "the two third graders"
        return None
    return Read(read.value / below, "fraction", at + 1)


def scaled(tokens: Sequence[Token], read: Read, language: Language) -> Read | None:
    """`1.5 million`, `3 thousand`, `2 dozen`, `5k`."""
    word = text_at(tokens, read.end)
    scale = language.scales.get(word) or language.groups.get(word)
    if word == "k" and tokens[read.end].start == tokens[read.end - 1].end:
        scale = 1000
    return Read(read.value * scale, "words", read.end + 1) if scale else None
