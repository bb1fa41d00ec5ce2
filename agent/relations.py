"""Comparisons and inequalities as pupils tell them: "they are the same", "0.3 is bigger", "more than 5". Pure."""

import re
from collections.abc import Sequence
from fractions import Fraction

from .quantities import Quantity, find_quantities, same_quantity
from .state import StatedStep
from .student_words import EQUAL

ASKS_WHICH = re.compile(
    r"(?:^|[.?!]\s+)which\b[^.?!]*?\b(?:more|less|most|least|(?:great|larg|bigg|high|small|low|long|short)\w+)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(ASKS_WHICH.pattern + r"|\bcompare\b", re.IGNORECASE)
_THAN = re.compile(r"\b(?:\w+er|more|less)(?: \w+)? than\b|[<>]", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less|least|small\w+|low\w+|few\w+|short\w+)\b|<", re.IGNORECASE)
_MORE = r"more|bigger|greater|larger|higher|above|over"
_FEWER = r"less|smaller|lower|fewer|below|under"
_SAID = re.compile(rf"\b(?:{_MORE}|{_FEWER})\b|[<>=]|\bequals?\b|\bthe same\b", re.IGNORECASE)
_ONLY_SIGN = re.compile(
    rf"\W*?(?:(?:it'?s|it is|the sign is|i think|put|use|so|is)\s+)*"
    rf"([<>=]|(?:{_MORE}|{_FEWER})(?: than)?|equals?(?: to)?)\W*",
    re.IGNORECASE,
)
_ASKS_SIGN = re.compile(r"<,? ?(?:or )?>|>,? ?(?:or )?<")
_LETTER = r"(?<![a-z])([a-z])(?![a-z])"
_INEQUALITY = re.compile(rf"{_LETTER}[^a-z]*(?:[<>≤≥]|\\[lg]e)|(?:[<>≤≥]|\\[lg]e)[^a-z]*{_LETTER}")
_NUMBER = r"(-?\d+(?:[./]\d+)?)"
_HALF_LINES = {
    ">=": re.compile(rf"{_NUMBER} (?:or|and) (?:{_MORE})|at least {_NUMBER}", re.IGNORECASE),
    "<=": re.compile(rf"{_NUMBER} (?:or|and) (?:{_FEWER})|at most {_NUMBER}", re.IGNORECASE),
    ">": re.compile(rf"\b(?:(?:{_MORE}) than|above|over) {_NUMBER}", re.IGNORECASE),
    "<": re.compile(rf"\b(?:(?:{_FEWER}) than|below|under) {_NUMBER}", re.IGNORECASE),
}


def relation_told(text: str, problem: str) -> list[StatedStep]:
    """What the words say of more, less or equal, as a line of work in the form the solutions have; at most one.

    "equal" where the problem asks which is more, a sign where it asks for one, "x > 5" where it is an inequality.
    """
    if _ASKS_SIGN.search(problem):
        return _sign(text, problem)
    return _calls_equal(text, problem) or _half_line(text, problem)


def _sign(text: str, problem: str) -> list[StatedStep]:
    """The sign between the two numbers of the problem, in the order in which they stand there."""
    given = [one for one in find_quantities(problem) if isinstance(one.value, Fraction)][:2]
    only, said = _ONLY_SIGN.fullmatch(text), _SAID.search(text)
    if len(given) < 2 or said is None:
        return []
    told = EQUAL.search(text) or re.fullmatch(r"=|equals?|the same", said[0], re.IGNORECASE)
    sign = "=" if told else "<" if re.search(rf"<|\b(?:{_FEWER})\b", said[0], re.IGNORECASE) else ">"
    if not only and not EQUAL.search(text):
        before, after = find_quantities(text[: said.start()])[-1:], find_quantities(text[said.end() :])[:1]
        if not before or any(not _among(one, given) for one in (*before, *after)):
            return []
        if sign == "=" and not after:
            return []
        turned = same_quantity(before[0], given[1]) and not same_quantity(before[0], given[0])
        sign = {"<": ">", ">": "<"}.get(sign, sign) if turned else sign
    return [StatedStep(text=text.strip(), start=0, end=len(text), result=sign)]


def _among(one: Quantity, given: Sequence[Quantity]) -> bool:
    return any(same_quantity(one, other) for other in given)


def _half_line(text: str, problem: str) -> list[StatedStep]:
    """The solutions of an inequality in words: "3 or more", "bigger than 5"."""
    asked = _INEQUALITY.search(problem)
    if asked is None or "?" in problem or any(one.form == "interval" for one in find_quantities(text)):
        return []
    for sign, pattern in _HALF_LINES.items():
        told = pattern.search(text)
        if told:
            bound = next(group for group in told.groups() if group)
            result = f"{asked[1] or asked[2]} {sign} {bound}"
            return [StatedStep(text=told.group(), start=told.start(), end=told.end(), result=result)]
    return []


def _calls_equal(text: str, problem: str) -> list[StatedStep]:
    """That neither of what is to be compared is more, as a line of work; none where one of them is said to be."""
    match = EQUAL.search(text) if _COMPARES.search(problem) and not _THAN.search(text) else None
    if match is None:
        return []
    word = match.lastindex or 0
    return [StatedStep(text=match[word], start=match.start(word), end=match.end(word), result="equal")]


def chosen_of(sentence: str, asked: str, given: Sequence[Quantity]) -> str | None:
    """Of two given numbers that are said to be more or less than one another, the one that is asked for."""
    than = _THAN.search(sentence)
    if than is None:
        return None
    before, after = sentence[: than.start()], sentence[than.end() :]
    found = [(before, one) for one in find_quantities(before)[-1:]]
    found += [(after, one) for one in find_quantities(after)[:1]]
    if len(found) < 2 or not all(any(same_quantity(one, two) for two in given) for _, one in found):
        return None
    same_way = bool(_LESS.search(than[0])) == bool(_LESS.search(asked))
    part, one = found[0 if same_way else 1]
    return part[slice(*one.span)]
