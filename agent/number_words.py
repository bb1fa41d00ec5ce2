"""Reads one number at a place in a list of tokens: numerals, number words, and what the two make together.

Numerals with separators, decimals, powers of ten, fractions (3/4, "7 over 12", "seven twelfths"), mixed numbers
("1 3/4", "three and a half"), scales ("1.5 million", "two dozen"), powers ("2^5", "3 squared"). No sign and no unit:
`quantities.py` adds those. Whatever needs more than 400 digits is not read.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from .exact import Algebraic, power
from .language import Language, Token, split_glued

MAX_DIGITS = 400


class Read(NamedTuple):
    """A number, the way it was written, and the index of the token after it."""

    value: Fraction
    form: str
    end: int


def read_number(tokens: Sequence[Token], at: int, language: Language) -> Read | None:
    """The unsigned number that starts at token `at`, as long as it can be, or None."""
    first = tokens[at]
    if first.kind == "number":
        read = _numeral(tokens, at, language)
    elif first.kind == "word":
        read = _words(tokens, at, language)
    else:
        return None
    if read is None or not _whole(read.value) or read.form not in ("integer", "words"):
        return read
    return _mixed(tokens, at, read, language) or read


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


def _numeral(tokens: Sequence[Token], at: int, language: Language) -> Read | None:
    token = tokens[at]
    value = value_of(token.text, language)
    if value is None:
        return None
    form = "scientific" if "e" in token.text else "decimal" if language.decimal in token.text else "integer"
    read = Read(value, form, at + 1)
    return (
        _scientific(tokens, read, language)
        or _raised(tokens, read, language)
        or (_fraction(tokens, read, language) if form == "integer" else None)
        or _scaled(tokens, read, language)
        or read
    )


def _kind(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].kind if at < len(tokens) else ""


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if at < len(tokens) else ""


def _whole(value: Fraction) -> bool:
    return value.denominator == 1


def _integer(tokens: Sequence[Token], at: int, language: Language) -> Fraction | None:
    if _kind(tokens, at) != "number":
        return None
    value = value_of(tokens[at].text, language)
    return value if value is not None and _whole(value) else None


def _scientific(tokens: Sequence[Token], read: Read, language: Language) -> Read | None:
    """`3 × 10^4`, `5 times 10 to the power of 3`."""
    product = _text(tokens, read.end)
    if (product != "*" and product not in language.times_ten) or _text(tokens, read.end + 1) != "10":
        return None
    ten = _raised(tokens, Read(Fraction(10), "integer", read.end + 2), language)
    return None if ten is None else Read(read.value * ten.value, "scientific", ten.end)


def _raised(tokens: Sequence[Token], read: Read, language: Language) -> Read | None:
    """`2^5`, `2^-3`, `2 squared`, `2 to the power of 5`, `10 to the sixth`."""
    text = _text(tokens, read.end)
    if text in ("^", "**"):
        at = read.end + 1
        opened = _text(tokens, at) in ("(", "{")
        at += opened
        sign = -1 if _text(tokens, at) == "-" else 1
        at += sign < 0
        exponent = _integer(tokens, at, language)
        end = at + 1 + opened
        if opened and _text(tokens, at + 1) not in (")", "}"):
            return None
    elif text in language.powers:
        sign, exponent, end = 1, Fraction(language.powers[text]), read.end + 1
    elif phrase := language.to_the_power.at(tokens, read.end):
        sign, end = 1, phrase[1] + 1
        ordinal = language.ordinals.get(_text(tokens, phrase[1]))
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
    text = _text(tokens, end)
    over = end + 1 if text == "/" or text in language.over else 0
    if not over and (phrase := language.out_of.at(tokens, end)):
        over = phrase[1]
    if over:
        below = _integer(tokens, over, language)
        spoken = text != "/" and _text(tokens, over + 1) in language.units  # "120 over 40 weeks"
        return Read(read.value / below, "fraction", over + 1) if below and not spoken else None
    part = _slash(tokens, end, language)
    if part is not None and tokens[end].start > tokens[end - 1].end and part.value < 1:
        return Read(read.value + part.value, "mixed", part.end)
    return _denominator(tokens, read, language)


def _slash(tokens: Sequence[Token], at: int, language: Language) -> Read | None:
    """`3/4` typed in one piece."""
    if _text(tokens, at + 1) != "/" or _kind(tokens, at) != "number":
        return None
    above, below = _integer(tokens, at, language), _integer(tokens, at + 2, language)
    if above is None or not below or tokens[at].end != tokens[at + 1].start:
        return None
    return Read(above / below, "fraction", at + 3)


def _denominator(tokens: Sequence[Token], read: Read, language: Language) -> Read | None:
    """`3 quarters`, `seven twelfths`, `one third`."""
    at = read.end + (_text(tokens, read.end) == "-" and _touching(tokens, read.end))
    word = _text(tokens, at)
    below = language.denominators.get(word)
    singular = word in language.ordinals or word in language.halves
    if below is None or (singular and read.value != 1):  # "12 half sprigs", "the two third graders"
        return None
    return Read(read.value / below, "fraction", at + 1)


def _touching(tokens: Sequence[Token], at: int) -> bool:
    """Is the sign at `at` a hyphen inside a word?"""
    return (
        0 < at < len(tokens) - 1
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _scaled(tokens: Sequence[Token], read: Read, language: Language) -> Read | None:
    """`1.5 million`, `3 thousand`, `2 dozen`, `5k`."""
    word = _text(tokens, read.end)
    scale = language.scales.get(word) or language.groups.get(word)
    if word == "k" and tokens[read.end].start == tokens[read.end - 1].end:
        scale = 1000
    return Read(read.value * scale, "words", read.end + 1) if scale else None


def _mixed(tokens: Sequence[Token], at: int, read: Read, language: Language) -> Read | None:
    """`three and a half`, `5 and 1/2`, `two and three quarters`."""
    conjunction = _text(tokens, read.end) in language.conjunctions
    if not conjunction:
        return None
    part = _part(tokens, read.end + 1, language)
    return None if part is None else Read(read.value + part.value, "mixed", part.end)


def _part(tokens: Sequence[Token], at: int, language: Language) -> Read | None:
    """The fraction after "and" in a mixed number."""
    part = _slash(tokens, at, language)
    if part is None and _text(tokens, at) in language.halves:
        part = Read(Fraction(1, 2), "fraction", at + 1)
    if part is None and _text(tokens, at) in language.articles:
        below = language.denominators.get(_text(tokens, at + 1))
        part = Read(Fraction(1, below), "fraction", at + 2) if below else None
    if part is None and _kind(tokens, at) == "word":
        whole = _sum(tokens, at, language)
        part = None if whole is None else _denominator(tokens, whole, language)
    return part if part is not None and part.value < 1 else None


# --- number words ---------------------------------------------------------------------------------------------------


def _words(tokens: Sequence[Token], at: int, language: Language) -> Read | None:
    word = tokens[at].text
    if word in language.articles and word not in language.numbers:
        return _with_article(tokens, at, language)
    if word in language.halves:
        return _half(tokens, at, language)
    if word in language.articles and (read := _with_article(tokens, at, language)):
        return read
    read = _sum(tokens, at, language)
    if read is None:
        return None
    read = _pointed(tokens, read, language) or read
    return (
        _denominator(tokens, read, language)
        or _over_words(tokens, read, language)
        or _scaled(tokens, read, language)
        or _raised(tokens, read, language)
        or read
    )


def _with_article(tokens: Sequence[Token], at: int, language: Language) -> Read | None:
    """`a hundred`, `a dozen`, `a third of`, `a half`; not "a third step"."""
    word = _text(tokens, at + 1)
    if word in language.scales or word in language.groups:
        count = language.groups.get(word)
        if count is not None:
            read = Read(Fraction(count), "words", at + 2)
            return _scaled(tokens, read, language) or read
        return _sum(tokens, at + 1, language, started=True)
    if word in language.halves:
        return _half(tokens, at + 1, language)
    below = language.denominators.get(word)
    if below is None or _text(tokens, at + 2) in language.ordinal_before:
        return None
    if word in language.ordinals and _kind(tokens, at + 2) == "word":
        following = tokens[at + 2].text
        if following not in language.conjunctions and following not in (
            "of",
            "is",
            "plus",
            "minus",
            "times",
            "more",
        ):
            return None
    return _group_of(tokens, Read(Fraction(1, below), "fraction", at + 2), language)


def _half(tokens: Sequence[Token], at: int, language: Language) -> Read:
    return _group_of(tokens, Read(Fraction(1, 2), "fraction", at + 1), language)


def _group_of(tokens: Sequence[Token], read: Read, language: Language) -> Read:
    """`half a dozen`, `a quarter of a million`."""
    at = read.end + (_text(tokens, read.end) == "of")
    if _text(tokens, at) in language.articles:
        word = _text(tokens, at + 1)
        size = language.groups.get(word) or language.scales.get(word)
        if size:
            return Read(read.value * size, "words", at + 2)
    return read


def _sum(tokens: Sequence[Token], at: int, language: Language, *, started: bool = False) -> Read | None:
    """Number words that add up: `two hundred and five`, `treinta y dos`, `zweihundertfünf`."""
    total, current, limit = Fraction(0), (Fraction(1) if started else None), 10**18
    index, last_scale = at, False
    end = at
    while index < len(tokens) and tokens[index].kind in ("word", "sign"):
        word = tokens[index].text
        if word in language.numbers:
            value = language.numbers[word]
            if current is not None and not _fits(current, value):
                break
            current = (current or Fraction(0)) + value
            last_scale = False
        elif word in language.scales and (current is not None or language.bare_scales):
            scale = language.scales[word]
            if scale == 100:
                if current is not None and current >= 100:
                    break
                current = (current or 1) * Fraction(100)
            elif scale < limit:
                total += (current or 1) * scale
                current, limit = None, scale
            else:
                break
            last_scale = True
        elif (word == "-" and end > at and _touching(tokens, index)) or (
            word in language.conjunctions
            and end > at
            and _joins(tokens, index, current, language, last_scale)
        ):
            index += 1
            continue
        elif language.glue and current is None and end == at and (parts := split_glued(word, language)):
            current = _glued(parts, language)
        else:
            break
        index += 1
        end = index
    if end == at:
        return None
    return Read(total + (current or 0), "words", end)


def _fits(current: Fraction, value: Fraction) -> bool:
    """May a number word be added: after twenty comes a unit, after a hundred anything below it."""
    if value == 0 or current == 0:
        return False
    room = 10 if value < 10 else 100 if value < 100 else 1000
    return current % room == 0 and not (room == 10 and current % 100 == 10)


def _joins(
    tokens: Sequence[Token], at: int, current: Fraction | None, language: Language, last_scale: bool
) -> bool:
    """Does "and" at this place go on with the same number ("two hundred and five", "treinta y dos")?"""
    following = language.numbers.get(_text(tokens, at + 1))
    if following is None or following >= 100 or _text(tokens, at + 2) in language.denominators:
        return False
    if last_scale:
        return current is None or _fits(current, following)
    return (
        current is not None
        and current % 10 == 0
        and current % 100 >= 20
        and following < 10
        and language.bare_scales
    )


def _glued(parts: Sequence[str], language: Language) -> Fraction:
    total, current = Fraction(0), Fraction(0)
    for part in parts:
        if part in language.numbers:
            current += language.numbers[part]
        elif part in language.scales and language.scales[part] == 100:
            current = (current or 1) * 100
        elif part in language.scales:
            total, current = total + (current or 1) * language.scales[part], Fraction(0)
    return total + current


def _pointed(tokens: Sequence[Token], read: Read, language: Language) -> Read | None:
    """`two point five`, `three point one four`."""
    if _text(tokens, read.end) not in language.point:
        return None
    digits = ""
    at = read.end + 1
    while at < len(tokens) and len(digits) < 30:
        value = language.numbers.get(tokens[at].text)
        if value is None or value >= 10:
            break
        digits += str(value)
        at += 1
    return Read(read.value + Fraction(int(digits), 10 ** len(digits)), "words", at) if digits else None


def _over_words(tokens: Sequence[Token], read: Read, language: Language) -> Read | None:
    """`seven over twelve`."""
    if _text(tokens, read.end) not in language.over or read.end + 1 >= len(tokens):
        return None
    below = _sum(tokens, read.end + 1, language)
    return Read(read.value / below.value, "fraction", below.end) if below and below.value else None
