"""Reads what is no single number: sets, points, intervals, `x = 3 or -2`, `x > 3`, choices, yes and no."""

from fractions import Fraction

from .context import Context, Reading, Signed, Value, signed
from .exact import Algebraic, Interval, negate

_COMPARE = {"<", "<=", ">", ">="}


def read_shape(context: Context, at: int) -> tuple[Reading, int] | None:
    """The shape that starts at token `at` and the index after it, or None."""
    token = context.tokens[at]
    if token.text in ("(", "[", "{"):
        return _choice_in_brackets(context, at) or _bracketed(context, at)
    if token.kind == "word" and len(token.text) == 1:
        return _relation(context, at) or _lone_choice(context, at)
    if token.kind == "word":
        return _choice_by_word(context, at) or _verdict(context, at)
    if token.text == "±":
        found = _value(context, at + 1)
        return (
            None if found is None else (context.reading(at, found.end, _both(found.value), "set"), found.end)
        )
    return _number_first(context, at)


def _both(value: "Fraction | Algebraic") -> frozenset[Value]:
    return frozenset({value, negate(value)})


def _value(context: Context, at: int) -> Signed | None:
    """A signed number inside a shape (where every - before a number is its sign)."""
    whole = at in context.algebra  # of "-2 + √5" the sign is not that of all
    if context.word(at) == "-" and not whole and (inner := signed(context, at + 1)):
        return Signed(negate(inner.value), inner.form, inner.end)
    return signed(context, at) if at < len(context.tokens) else None


def _bracketed(context: Context, at: int) -> tuple[Reading, int] | None:
    """`{-2, 3}`, `(2, -3)`, `[2, 5)`, `(-∞, 3]`."""
    opening = context.word(at)
    if opening == "(" and context.touches(at) and context.kind(at - 1) in ("word", "number", "other"):
        return None  # f(2, 3)
    values: list[Fraction | Algebraic | None] = []
    index = at + 1
    infinite = False
    while len(values) < 12:
        negative = context.word(index) == "-"
        if context.word(index + negative) in ("∞", "oo"):
            values.append(None)
            infinite = True
            index += 1 + negative
        else:
            found = _value(context, index)
            if found is None:
                return None
            values.append(found.value)
            index = found.end
        if context.word(index) not in (",", ";"):
            break
        index += 1
    closing = context.word(index)
    if closing not in (")", "]", "}"):
        return None
    end = index + 1
    if opening == "{" and closing == "}" and None not in values:
        value: Value = frozenset(value for value in values if value is not None)
        if len(values) == 1:
            return context.reading(at, end, next(iter(value)), "integer"), end
        return context.reading(at, end, value, "set"), end
    if closing == "}" or opening == "{" or len(values) == 1:
        return None
    if len(values) == 2 and (infinite or "[" in opening or "]" in closing):
        interval = Interval(values[0], values[1], opening == "[", closing == "]")
        return context.reading(at, end, interval, "interval"), end
    if infinite or opening != "(" or closing != ")" or len(values) > 3:
        return None
    return context.reading(at, end, tuple(value for value in values if value is not None), "point"), end


def _relation(context: Context, at: int) -> tuple[Reading, int] | None:
    """`x = 3 or x = -2`, `x = ±3`, `x > 3`, `x is at least 5`; a single `x = 3` is left to the number."""
    compared = _comparison(context, at + 1)
    if compared is not None:
        sign, index = compared
        bound = _value(context, index)
        if bound is None:
            return None
        return context.reading(at, bound.end, _half_line(sign, bound.value), "interval"), bound.end
    index = _after_equals(context, at + 1)
    if index == 0:
        return None
    if context.word(index) == "±":
        found = _value(context, index + 1)
        return (
            None if found is None else (context.reading(at, found.end, _both(found.value), "set"), found.end)
        )
    values: list[Value] = []
    end = index
    while len(values) < 12:
        found = _value(context, index)
        if found is None:
            break
        following = context.word(found.end)
        if (values and following in ("*", "/", "^", "+", "-", "=")) or (
            values and context.kind(found.end) == "word" and context.touches(found.end)
        ):
            break
        values.append(found.value)
        end = found.end
        if following == "," and context.word(end + 1) in ("or", "and"):
            index = end + 2
        elif following in (",", "or") or following in context.language.conjunctions:
            index = end + 1
        else:
            break
        same = context.word(index) == context.word(at) and _after_equals(context, index + 1)
        if same:
            index = same
        elif following not in (",", "or") or (following == "," and context.kind(index) == "word"):
            break
    if len(values) < 2:
        return None
    return context.reading(at, end, frozenset(values), "set"), end


def _after_equals(context: Context, at: int) -> int:
    if context.word(at) == "=":
        return at + 1
    phrase = context.language.equals.at(context.tokens, at)
    return phrase[1] if phrase else 0


def _comparison(context: Context, at: int) -> tuple[str, int] | None:
    """`>`, `≤`, "is greater than", "is at least"."""
    if context.word(at) in _COMPARE:
        return context.word(at), at + 1
    phrase = context.language.equals.at(context.tokens, at)
    return context.language.relations.at(context.tokens, phrase[1]) if phrase else None


def _half_line(sign: str, bound: "Fraction | Algebraic") -> Interval:
    closed = sign.endswith("=")
    return Interval(bound, None, closed) if sign[0] == ">" else Interval(None, bound, False, closed)


def _number_first(context: Context, at: int) -> tuple[Reading, int] | None:
    """`3 < x ≤ 7`, `5 > x`."""
    if context.kind(at) not in ("number", "sign"):
        return None
    if context.kind(at) == "sign" and context.word(at) != "-":
        return None
    width = 1 + (context.word(at) == "-")
    if context.word(at + width) not in _COMPARE:  # cheap refusal; a longer number here is rare
        return None
    first = _value(context, at)
    if first is None:
        return None
    sign, letter = context.word(first.end), context.word(first.end + 1)
    if sign not in _COMPARE or len(letter) != 1 or not letter.isalpha():
        return None
    other = context.word(first.end + 2)
    flipped = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}[sign]
    if other not in _COMPARE or other[0] != sign[0]:
        end = first.end + 2
        return context.reading(at, end, _half_line(flipped, first.value), "interval"), end
    second = _value(context, first.end + 3)
    if second is None:
        return None
    low, high = (first, second) if sign[0] == "<" else (second, first)
    low_closed, high_closed = (sign, other) if sign[0] == "<" else (other, sign)
    interval = Interval(low.value, high.value, low_closed.endswith("="), high_closed.endswith("="))
    return context.reading(at, second.end, interval, "interval"), second.end


# --- choices and verdicts -------------------------------------------------------------------------------------------


def _letter(context: Context, at: int, *, capital: bool) -> str | None:
    """The choice letter at a token."""
    word = context.word(at)
    if len(word) != 1 or word not in "abcdefgh" or context.kind(at) != "word":
        return None
    written = context.text[context.tokens[at].start]
    return word.upper() if not capital or written.isupper() else None


def _choice_in_brackets(context: Context, at: int) -> tuple[Reading, int] | None:
    """`(B)`."""
    letter = _letter(context, at + 1, capital=True)
    if context.word(at) != "(" or letter is None or context.word(at + 2) != ")" or context.touches(at):
        return None
    return context.reading(at, at + 3, letter, "choice"), at + 3


def _lone_choice(context: Context, at: int) -> tuple[Reading, int] | None:
    """A message that is one letter (`B`, `b)`), or starts with one as an item of a list."""
    letter = _letter(context, at, capital=False)
    if letter is None or at > 0:
        return None
    rest = context.tokens[1:3]
    if len(context.tokens) <= 2 and all(token.kind == "sign" for token in rest):
        return context.reading(0, 1, letter, "choice"), 1
    return None


def _choice_by_word(context: Context, at: int) -> tuple[Reading, int] | None:
    """`option C`, "the answer is D"."""
    language = context.language
    word = context.word(at)
    if word in language.choice_words:
        index = at + 1
        index += context.word(index) in ("is", ":", "(")
        letter = _letter(context, index, capital=context.kind(index + 1) == "word")
    elif word in language.answer_words:
        index = at + 1
        if context.word(index) == ":":
            index += 1
        elif phrase := language.equals.at(context.tokens, index):
            index = phrase[1]
        letter = None if index == at + 1 else _letter(context, index, capital=True)
        if letter is not None and (context.kind(index + 1) == "word" or _after_equals(context, index + 1)):
            letter = None
    else:
        return None
    return None if letter is None else (context.reading(index, index + 1, letter, "choice"), index + 1)


def _verdict(context: Context, at: int) -> tuple[Reading, int] | None:
    """`Yes, …`, `no.`, `true`, `it is false`."""
    value = context.language.verdicts.get(context.word(at))
    if value is None:
        return None
    if context.word(at + 1) in ("that", "of", "for", "if", "or"):
        return None  # "is it true that …"
    if context.word(at) not in ("true", "false", "wahr", "falsch", "verdadero", "falso"):
        opens = at == 0 or context.kind(at - 1) == "line" or context.word(at - 1) in (".", "!", "?", ":", ";")
        opens = opens or bool(context.language.equals.at(context.tokens, at - 1))  # "my answer is yes"
        closes = at + 1 == len(context.tokens) or context.kind(at + 1) in ("sign", "line")
        if not (opens and closes):
            return None
    return context.reading(at, at + 1, value, "verdict"), at + 1


def read_comparison(context: Context) -> list[Reading]:
    """A message that is only "greater", "less than", …: what was asked is which of two is larger."""
    if len(context.tokens) > 4:
        return []
    for index, token in enumerate(context.tokens):
        value = context.language.comparisons.get(token.text)
        stated = index == 0 or context.language.equals.at(context.tokens, index - 1)
        if value is not None and stated:
            return [context.reading(index, index + 1, value, "comparison")]
    return []
