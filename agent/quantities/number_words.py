"""Reads one unsigned number at a place in a list of tokens: a numeral, or number words.

"two hundred and five", "three quarters", "a dozen", "half a million", "two point five", "three and a half"; glued
words where the language glues them (zweihundertfünf). Numerals themselves are in `numerals.py`.
"""

from collections.abc import Sequence
from fractions import Fraction

from .language import Language, Token, split_glued
from .numerals import (
    Read,
    denominator,
    kind_at,
    raised,
    read_numeral,
    scaled,
    slash,
    text_at,
    touching,
    whole,
)


def read_number(tokens: Sequence[Token], at: int, language: Language) -> Read | None:
    """The unsigned number that starts at token `at`, as long as it can be, or None."""
    first = tokens[at]
    if first.kind == "number":
        read = read_numeral(tokens, at, language)
    elif first.kind == "word":
        read = _words(tokens, at, language)
    else:
        return None
    if read is None or not whole(read.value) or read.form not in ("integer", "words"):
        return read
    return _mixed(tokens, at, read, language) or read


def _mixed(tokens: Sequence[Token], at: int, read: Read, language: Language) -> Read | None:
    """`three and a half`, `5 and 1/2`, `two and three quarters`."""
    conjunction = text_at(tokens, read.end) in language.conjunctions
    if not conjunction:
        return None
    part = _part(tokens, read.end + 1, language)
    return None if part is None else Read(read.value + part.value, "mixed", part.end)


def _part(tokens: Sequence[Token], at: int, language: Language) -> Read | None:
    """The fraction after "and" in a mixed number."""
    part = slash(tokens, at, language)
    if part is None and text_at(tokens, at) in language.halves:
        part = Read(Fraction(1, 2), "fraction", at + 1)
    if part is None and text_at(tokens, at) in language.articles:
        below = language.denominators.get(text_at(tokens, at + 1))
        part = Read(Fraction(1, below), "fraction", at + 2) if below else None
    if part is None and kind_at(tokens, at) == "word":
        whole = _sum(tokens, at, language)
        part = None if whole is None else denominator(tokens, whole, language)
    return part if part is not None and part.value < 1 else None


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
        denominator(tokens, read, language)
        or _over_words(tokens, read, language)
        or scaled(tokens, read, language)
        or raised(tokens, read, language)
        or read
    )


def _with_article(tokens: Sequence[Token], at: int, language: Language) -> Read | None:
    """`a hundred`, `a dozen`, `a third of`, `a half`; not "a third step"."""
    word = text_at(tokens, at + 1)
    if word in language.scales or word in language.groups:
        count = language.groups.get(word)
        if count is not None:
            read = Read(Fraction(count), "words", at + 2)
            return scaled(tokens, read, language) or read
        return _sum(tokens, at + 1, language, started=True)
    if word in language.halves:
        return _half(tokens, at + 1, language)
    below = language.denominators.get(word)
    if below is None or text_at(tokens, at + 2) in language.ordinal_before:
        return None
    if word in language.ordinals and kind_at(tokens, at + 2) == "word":
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
    at = read.end + (text_at(tokens, read.end) == "of")
    if text_at(tokens, at) in language.articles:
        word = text_at(tokens, at + 1)
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
        elif (word == "-" and end > at and touching(tokens, index)) or (
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
    following = language.numbers.get(text_at(tokens, at + 1))
    if following is None or following >= 100 or text_at(tokens, at + 2) in language.denominators:
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
    if text_at(tokens, read.end) not in language.point:
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
    if text_at(tokens, read.end) not in language.over or read.end + 1 >= len(tokens):
        return None
    below = _sum(tokens, read.end + 1, language)
    return Read(read.value / below.value, "fraction", below.end) if below and below.value else None
