"""Answers that are a word: yes or no with more said after it, prime or composite, the name of a place. Pure."""

import re

from .calculations import line_holds
from .state import StatedStep
from .student_words import CONFUSION, YES_OR_NO

_BEFORE = (
    r"\W*(?:(?:i (?:think|guess|say|got|said)|i'?d say|so|because|well|it'?s|it is|its|that'?s"
    r"|(?:my|the)(?: final)? answer(?: is|:)?)\W+){0,3}"
)
_VERDICT = re.compile(
    rf"{_BEFORE}(?:(yes|yeah|yep|yup|true)|(no|nope|false))\b(?!\W*(?:idea|clue|problem|way|one|thanks|answer)\b)",
    re.IGNORECASE,
)
_ASKS_PRIME = re.compile(r"\b(?:prime|composite)\b(?! (?:fact|numbers))", re.IGNORECASE)
_ASKS_WHICH_SORT = re.compile(r"\bprime(?: number)?,? (?:or )?(?:a )?composite\b", re.IGNORECASE)
_SORT = re.compile(
    r"\b(neither)\b|\b(composite|(?:not|isn'?t)(?: a)? prime)\b|\b(prime|not(?: a)? composite)\b",
    re.IGNORECASE,
)
_ASKS_PLACE = re.compile(r"\bplace[ -]value\b", re.IGNORECASE)
_PLACE = re.compile(
    rf"{_BEFORE}(?:(?:the )?(?:digit )?\d is )?(?:(?:in|the)\s+){{0,2}}"
    r"((?:ten|hundred)[ -]thousand(?:th)?s?|millions?|ones|tens|hundreds|thousands|tenths|hundredths|thousandths)"
    r"(?: (?:place|column))?\W*",
    re.IGNORECASE,
)


def word_told(text: str, problem: str) -> list[StatedStep]:
    """The word a text gives as its answer, where the problem asks for one, as a line of work; at most one."""
    if CONFUSION.search(text):
        return []
    if _ASKS_PLACE.search(problem) and (place := _PLACE.fullmatch(text)):
        return [_line(text, place[1].lower())]
    if "?" in text or _works_it_out(text):
        return []
    if _ASKS_PRIME.search(problem) and (sorts := {_sort(match) for match in _SORT.finditer(text)}):
        if len(sorts) > 1:
            return []
        if _ASKS_WHICH_SORT.search(problem):
            return [_line(text, sorts.pop())]
        if YES_OR_NO.search(problem):
            asked = "composite" if re.search(r"\bcomposite\b", problem, re.IGNORECASE) else "prime"
            return [_line(text, "yes" if sorts == {asked} else "no")]
        return []
    verdict = _VERDICT.match(text) if YES_OR_NO.search(problem) else None
    return [] if verdict is None else [_line(text, "yes" if verdict[1] else "no")]


def _works_it_out(text: str) -> bool:
    """Whether a text shows a calculation, which is read line by line."""
    return "=" in text or line_holds(text) is not None


def _sort(match: re.Match[str]) -> str:
    return "neither" if match[1] else "composite" if match[2] else "prime"


def _line(text: str, result: str) -> StatedStep:
    return StatedStep(text=text.strip(), start=0, end=len(text), result=result)
