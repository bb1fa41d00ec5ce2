"""Answers that say there is none: "no real solutions", "∅", "there is no mode", "none". Pure."""

import re
from collections.abc import Iterator

_POSSIBLE = r"(?:(?:possible|real|valid|such) ){0,2}"
_NAMED: dict[str, re.Pattern[str]] = {
    "no solution": re.compile(
        r"(?<!have )(?<!got )(?<!found )\b(?:no|not any|without(?: an?)?)"
        rf" {_POSSIBLE}(?:solutions?|roots?|zeros|[xy][- ]intercepts?)\b",
        re.IGNORECASE,
    ),
    "no mode": re.compile(r"\b(?:no|not a|isn'?t a|without(?: a)?) mode\b", re.IGNORECASE),
}
"""By what there is none of, in the words that the solutions have for it."""
_LEAD = (
    r"(?:(?:i (?:think|guess|say|got)|so|it'?s|it is|(?:my|the)(?: final)? answer(?: is|:)?|x =|x ∈) ?){0,2}"
)
_NONE = re.compile(
    rf"[\s\"'($]*{_LEAD}(?:∅|ø|\{{ ?\}}|\\(?:emptyset|varnothing)|(?:the |an )?empty set"
    r"|(?:there (?:are|is) )?none(?: at all)?|there (?:aren'?t any|isn'?t (?:one|any)))[\s\"').!$]*",
    re.IGNORECASE,
)
_MAY_HAVE_NONE = re.compile(
    r"\b(?:solv(?:e|es|ing)|solutions?|roots?|zeros|intercepts?|modes?|satisf(?:y|ies))\b|[<=>]",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow many\b[^.?!]*\b(?:solutions?|roots?|zeros|intercepts?)\b", re.IGNORECASE)
_MOST = 80


def none_told(text: str, problem: str) -> tuple[str, tuple[int, int]] | None:
    """What a text says there is none of, as an answer to this problem, and where; None where it says no such thing."""
    for name, pattern in _NAMED.items():
        if match := pattern.search(text):
            return "0" if _HOW_MANY.search(problem) else name, match.span()
    if len(text) > _MOST or not _NONE.fullmatch(text) or not _MAY_HAVE_NONE.search(problem):
        return None
    name = "no mode" if re.search(r"\bmode\b", problem, re.IGNORECASE) else "no solution"
    return "0" if _HOW_MANY.search(problem) else name, (0, len(text))


def same_none(first: str, second: str) -> bool:
    """Whether both say that there is none, of the same: "∅" may be said of anything."""
    one, other = _none_of(first), _none_of(second)
    return one is not None and other is not None and (one == other or not one or not other)


def none_stated(text: str, answer: str) -> Iterator[tuple[int, int]]:
    """Where a text says that there is none, given that this is the answer."""
    name = _none_of(answer)
    if name is None:
        return
    for known, pattern in _NAMED.items():
        if not name or name == known:
            yield from (match.span() for match in pattern.finditer(text))
    yield from (match.span() for match in re.finditer(r"∅|\bempty set\b", text, re.IGNORECASE))


def _none_of(text: str) -> str | None:
    """The name of what there is none of, empty where it is left open; None for an answer that states something."""
    if len(text) > _MOST or re.search(r"\d", text):
        return None
    if _NONE.fullmatch(text):
        return ""
    return next((name for name, pattern in _NAMED.items() if pattern.search(text)), None)
