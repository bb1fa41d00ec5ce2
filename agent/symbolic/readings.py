# ruff: noqa: RUF001  (typographic signs are what is read here)
"""Texts that can be read in two ways as they are typed: 1/2x, √9/4, 10% + 20% of 500, "3 plus 2 squared"."""

import re

_UNDER_A_SLASH = re.compile(r"\d ?[/⁄] ?\d+(?:\.\d+)?[a-z](?![a-z])", re.IGNORECASE)
"""3/4x: three quarters of x, or 3 over 4x."""
_IS_A_LINE = re.compile(r"\b(?:slope|gradient|[xy]-intercept)\b.*\by ?=", re.IGNORECASE)
"""3 over 4x has no slope."""
_ROOT_OF_A_SLASH = re.compile(r"(?:[√∛]|\bsqrt) ?\d+(?:\.\d+)? ?[/⁄]", re.IGNORECASE)
"""√9/4: the root of 9/4, or a quarter of the root of 9."""
_SHARE = r"(?:\d+(?:\.\d+)?|\.\d+) ?(?:%|percent\b|per cent\b|/ ?\d+)"
_SHARES_OF = re.compile(rf"{_SHARE} ?(?:[-+]|plus|minus) ?{_SHARE} ?of\b", re.IGNORECASE)
"""10% + 20% of 500: 30% of 500, or 10% and 100."""
_OPERATION = r"\b(?:plus|minus|times|multiplied by|divided by)\b"
_LATER_SQUARED = re.compile(rf"{_OPERATION}.*\b(?:squared|cubed)\b", re.IGNORECASE)
_EACH_SQUARED = re.compile(
    rf"[-\d.]+ (?:squared|cubed) {_OPERATION} [-\d.]+ (?:squared|cubed)", re.IGNORECASE
)


def has_two_readings(words: str) -> bool:
    """Whether a sentence holds one of these, and nothing in it tells which reading is meant."""
    if _UNDER_A_SLASH.search(words) and not _IS_A_LINE.search(words):
        return True
    if _ROOT_OF_A_SLASH.search(words) or _SHARES_OF.search(words):
        return True
    return bool(_LATER_SQUARED.search(words)) and not _EACH_SQUARED.fullmatch(words)
