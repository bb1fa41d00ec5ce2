"""Comparisons and inequalities as pupils tell them: "they are the same", "0.3 is bigger", "more than 5". Pure."""

import re
from fractions import Fraction

from .quantities import find_quantities, is_among, same_quantity
from .state import StatedStep
from .student_words import EQUAL

ASKS_WHICH = re.compile(
    r"(?:^|[.?!]\s+)which\b[^.?!]*?\b(?:more|less|most|least|(?:great|larg|bigg|high|small|low|long|short)\w+)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(ASKS_WHICH.pattern + r"|\bcompare\b", re.IGNORECASE)
_THAN = re.compile(r"\b(?:\w+er|more|less)(?: \w+)? than\b|[<>]", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less|least|small\w+|low\w+|few\w+|short\w+)\b|<", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:bigg|larg|great|high|small|low|few|long|short)er\b|\b(?:more|less)\b(?! than)|"
    r"\b(?:bigg|larg|great|high|small|low|long|short)est\b|[<>]",
    re.IGNORECASE,
)
_NEGATES = re.compile(r"\b(?:not|isn'?t|never)\s+(?:the\s+|any\s+)?$", re.IGNORECASE)
_MORE = r"more|bigger|greater|larger|higher|above|over"
_FEWER = r"less|smaller|lower|fewer|below|under"
_SAID = re.compile(rf"\b(?:{_MORE}|{_FEWER})\b|[<>=]|\bequals?\b|\bthe same\b", re.IGNORECASE)
_ONLY_SIGN = re.compile(
    rf"\W*?(?:(?:it'?s|it is|the sign is|i think|put|use|so|is|oh|no|wait|actually|sorry|i mean)\W+)*"
    rf"([<>=]|(?:{_MORE}|{_FEWER})(?: than)?|equals?(?: to)?)\W*",
    re.IGNORECASE,
)
_ASKS_SIGN = re.compile(r"<,? ?(?:or )?>|>,? ?(?:or )?<")
_PLACE = re.compile(
    r"\W*(?:(?:oh|no|wait|so|i think|maybe|it'?s|it is|is it)\W+)*(?:the )?(first|second|third|last)"
    r"(?: (?:one|number|fraction|decimal))?(?: is(?: the)? (\w+))?\W*",
    re.IGNORECASE,
)
_PLACES = {"first": 0, "second": 1, "third": 2, "last": -1}
_LETTER = r"(?<![a-z])([a-z])(?![a-z])"
_INEQUALITY = re.compile(rf"{_LETTER}[^a-z]*(?:[<>≤≥]|\\[lg]e)|(?:[<>≤≥]|\\[lg]e)[^a-z<>≤≥]*{_LETTER}")
_NUMBER = r"(?<![\d.])((?:-|minus |negative )?\d+(?:[./]\d+)?)"
_OR_EQUAL = r"th[ae]n or (?:the same as|equal(?:s| to)?)"
_HALF_LINES = {
    ">=": re.compile(
        rf"{_NUMBER} (?:or|and) (?:\w+ )?(?:{_MORE}|up)|(?:at least|no less th[ae]n|(?:{_MORE}) {_OR_EQUAL}) {_NUMBER}",
        re.IGNORECASE,
    ),
    "<=": re.compile(
        rf"{_NUMBER} (?:or|and) (?:\w+ )?(?:{_FEWER}|down)|(?:at most|no more th[ae]n|(?:{_FEWER}) {_OR_EQUAL}) "
        rf"{_NUMBER}",
        re.IGNORECASE,
    ),
    ">": re.compile(rf"\b(?:(?:{_MORE}) th[ae]n|above|over) {_NUMBER}", re.IGNORECASE),
    "<": re.compile(rf"\b(?:(?:{_FEWER}) th[ae]n|below|under) {_NUMBER}", re.IGNORECASE),
}


def relation_told(text: str, problem: str) -> list[StatedStep]:
    """What the words say of more, less or equal, as a line of work in the form the solutions have; at most one.

    "equal" where the problem asks which is more, a sign where it asks for one, "x > 5" where it is an inequality.
    """
    if _ASKS_SIGN.search(problem):
        return _sign(text, problem)
    return _calls_equal(text, problem) or _by_place(text, problem) or _half_line(text, problem)


def _sign(text: str, problem: str) -> list[StatedStep]:
    """The sign between the two numbers of the problem, in the order in which they stand there."""
    given = [one for one in find_quantities(problem) if isinstance(one.value, Fraction)][:2]
    only, said = _ONLY_SIGN.fullmatch(text), next(reversed([*_SAID.finditer(text)]), None)
    if len(given) < 2 or said is None or _NEGATES.search(text[: said.start()]):
        return []
    told = EQUAL.search(text) or re.fullmatch(r"=|equals?|the same", said[0], re.IGNORECASE)
    sign = "=" if told else "<" if re.search(rf"<|\b(?:{_FEWER})\b", said[0], re.IGNORECASE) else ">"
    if not only and not EQUAL.search(text):
        before, after = find_quantities(text[: said.start()])[-1:], find_quantities(text[said.end() :])[:1]
        if not before or any(not is_among(one, given) for one in (*before, *after)):
            return []
        if sign == "=" and not after:
            return []
        turned = same_quantity(before[0], given[1]) and not same_quantity(before[0], given[0])
        sign = {"<": ">", ">": "<"}.get(sign, sign) if turned else sign
    return [StatedStep(text=text.strip(), start=0, end=len(text), result=sign)]


def _by_place(text: str, problem: str) -> list[StatedStep]:
    """Which of the numbers that are to be compared is meant by "the second one"."""
    asked, told = ASKS_WHICH.search(problem), _PLACE.fullmatch(text)
    given = [one for one in find_quantities(problem) if isinstance(one.value, Fraction)]
    if asked is None or told is None or len(given) < 2 or _PLACES[told[1].lower()] >= len(given):
        return []
    chosen = given[_PLACES[told[1].lower()]]
    if told[2] and not _COMPARED.search(told[2]):
        return []
    if told[2] and bool(_LESS.search(told[2])) != bool(_LESS.search(asked[0])):
        if len(given) > 2:
            return []
        chosen = given[given[0] is chosen]  # "the first is bigger" where the smaller is asked for
    return [StatedStep(text=text.strip(), start=0, end=len(text), result=problem[slice(*chosen.span)])]


def _half_line(text: str, problem: str) -> list[StatedStep]:
    """The solutions of an inequality in words: "3 or more", "bigger than 5"."""
    asked = _INEQUALITY.search(problem)
    if asked is None or "?" in problem or any(one.form == "interval" for one in find_quantities(text)):
        return []
    for sign, pattern in _HALF_LINES.items():
        told = pattern.search(text)
        # "9 is more than 4" is work, and "not more than 5" says the opposite.
        if told and not re.search(r"\d|\bnot\b|n'?t\b", text[: told.start()]):
            bound = re.sub(r"(?:minus|negative) ", "-", next(group for group in told.groups() if group))
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


def chosen_of(sentence: str, asked: str, problem: str) -> str | None:
    """Of the two given numbers of which one is said to be more or less, the one that is asked for, as it is written."""
    given = [one for one in find_quantities(problem) if isinstance(one.value, Fraction)]
    told = _THAN.search(sentence) or _COMPARED.search(sentence)
    if told is None or len(given) != 2:
        return None
    before, after = (
        find_quantities(sentence[: told.start()])[-1:],
        find_quantities(sentence[told.end() :])[:1],
    )
    if not before or any(not is_among(one, given) for one in (*before, *after)):
        return None
    negated = bool(_NEGATES.search(sentence[: told.start()]))
    same_way = (bool(_LESS.search(told[0])) == bool(_LESS.search(asked))) != negated
    first = same_quantity(before[0], given[0])
    chosen = given[0 if first == same_way else 1]
    return problem[slice(*chosen.span)]
