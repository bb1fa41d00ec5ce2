# ruff: noqa: RUF001  (typographic signs are what is read here)
"""How pupils type: "whats", "can u", "thx", "a = ?" after an equation, a sum that ends in "is", spaces in 2 847.

What is read here is only another spelling of a plain sentence. Nothing that could change what is asked is dropped.
"""

import re

_SUPERSCRIPT, _SUBSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
_DIGITS = str.maketrans(_SUPERSCRIPT + _SUBSCRIPT, "0123456789" * 2)
# After a digit or a letter it may be an exponent, so only a fraction that stands alone is read.
_SMALL_FRACTION = re.compile(rf"(?<![\w)\]}}])([{_SUPERSCRIPT}]{{1,4}})⁄([{_SUBSCRIPT}]{{1,4}})")
_THIN_SPACE = re.compile("(?<=\\d)[\u2009\u202f\u00a0](?=\\d{3}(?!\\d))")
_ROUNDED = re.compile(r"^(round (?:off )?(?:the number )?\d{1,3}) (\d{3})(?= (?:to|off)\b)", re.IGNORECASE)
_SPELLINGS = (
    (re.compile(r"\b(?:wh?ats|wat's|what's|wat is|wht is|whts)\b", re.IGNORECASE), "what is"),
    (re.compile(r"\b(can|could|would|do) u\b", re.IGNORECASE), r"\1 you"),
    (re.compile(r"\bit's(?= (?:an?|the|not)\b)", re.IGNORECASE), "it is"),
    (re.compile(r"\bdont\b", re.IGNORECASE), "don't"),
    (re.compile(r"\b(?<!\d )im(?= (?:stuck|thinking))", re.IGNORECASE), "I'm"),
    (re.compile(r"\bper cent(?:age)? of(?= \d)", re.IGNORECASE), "percent of"),
)
_LETTER_ASKED = re.compile(r"^(.*=.*?[^ ,;.=])(?:[,;.] ?| )(?:so )?([A-Za-z]) ?= ?(?:\?|_+|what)?\??$")
_SPACED = re.compile(
    r"^((?:find |what is |the )*(?:mean|median|mode|range|average|lcm|gcf|hcf|gcd) (?:of|for) )"
    r"(-?\d{1,6}(?:\.\d{1,4})?(?: -?\d{1,6}(?:\.\d{1,4})?){2,19})[ .?]*$",
    re.IGNORECASE,
)
_EQUAL = re.compile(
    r"^(?:what|how much) (?:does|do|would) (?P<does>.*\d.*?) (?:equal|make|come to|give)\??$"
    r"|^what is (?P<to>.*\d.*?) equal to\??$"
    r"|^(?P<what>[^=]*\d[^=]*?) ?(?:is|equals|makes|=) ?(?:what|how much)\??$",
    re.IGNORECASE,
)
_ENDS_IN_IS = re.compile(r"^([^=]*\d[^=]*?) (?:is|equals|is equal to)[ .:?_]*$", re.IGNORECASE)
_UNKNOWN = re.compile(
    r"\b(?:number|numbers|what|which|who|if|[b-wyzB-WYZ])\b|\d[a-zA-Z]|(?<![\d)] )[xX]|[xX](?! [\d(])"
)


def spelled_plainly(text: str) -> str:
    """The text with what pupils shorten written out, and every number in one piece."""
    text = _SMALL_FRACTION.sub(lambda small: f"{small[1]}/{small[2]}".translate(_DIGITS), text)
    text = _THIN_SPACE.sub("", text)
    for found, plain in _SPELLINGS:
        text = found.sub(plain, text)
    return text


def asked_plainly(text: str) -> str:
    """A sentence on one line whose question is an ending ("a = ?", "... is", "... equals what?"), asked plainly."""
    text = _ROUNDED.sub(r"\1\2", text)
    if (asked := _LETTER_ASKED.match(text)) is not None and asked[2] in asked[1]:
        return f"{asked[1]}, find {asked[2]}"
    if (spaced := _SPACED.match(text)) is not None and not re.fullmatch(r"\d{1,3}(?: \d{3})+", spaced[2]):
        return spaced[1] + spaced[2].replace(" ", ", ")
    if (equal := _EQUAL.match(text)) is not None:
        return equal["does"] or equal["to"] or equal["what"]
    # "5 more than a number is" has lost its end; "12 x 12 is" has not.
    if (ended := _ENDS_IN_IS.match(text)) is not None and not _UNKNOWN.search(ended[1]):
        return ended[1]
    return text
