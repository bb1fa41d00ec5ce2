"""A part of a number told without saying of which: "10% is 8", "a quarter is 12 and half is 24". Pure."""

import re
from collections.abc import Iterable
from fractions import Fraction

_WORDS = {
    "half": Fraction(1, 2),
    "third": Fraction(1, 3),
    "quarter": Fraction(1, 4),
    "fourth": Fraction(1, 4),
    "fifth": Fraction(1, 5),
    "sixth": Fraction(1, 6),
    "eighth": Fraction(1, 8),
    "tenth": Fraction(1, 10),
}
_ONE = (
    r"(?:(?P<percent>\d+(?:\.\d+)?)\s*(?:%|percent)|(?P<top>\d+)/(?P<bottom>\d+)"
    rf"|(?:(?:a|an|one|1) )?(?P<word>{'|'.join(_WORDS)}))"
    r"\s*(?:is|=|are|makes)\s*[$£€]?(?P<part>\d+(?:\.\d+)?)\s*(?:(?!and\b|so\b|then\b)[a-z]+\b)?"
)
_JOINED = r"(?:\W*\b(?:and|so|then|therefore)\b\W*|[\s,;]+)"
_SHARE = re.compile(_ONE, re.IGNORECASE)
_ANY = re.sub(r"\?P<\w+>", "", _ONE)
_SHARES = re.compile(rf"{_JOINED}?{_ANY}(?:{_JOINED}{_ANY})*\W*", re.IGNORECASE)


def told_shares(sentence: str) -> list[tuple[Fraction, Fraction]]:
    """Share and part of every one that a sentence tells; none where it says anything else besides."""
    if not _SHARES.fullmatch(sentence):
        return []
    return [(_share(match), Fraction(match["part"])) for match in _SHARE.finditer(sentence)]


def fit(shares: Iterable[tuple[Fraction, Fraction]], wholes: Iterable[Fraction]) -> bool:
    """Whether they are all shares of one and the same of these numbers."""
    told = list(shares)
    return any(all(share * whole == part for share, part in told) for whole in wholes)


def _share(match: re.Match[str]) -> Fraction:
    if match["percent"]:
        return Fraction(match["percent"]) / 100
    if match["word"]:
        return _WORDS[match["word"].lower()]
    return Fraction(int(match["top"]), int(match["bottom"]) or 1)
