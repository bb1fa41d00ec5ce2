"""Which answer does a student stand by? By their words alone, and beside what the problem turns out to ask. Pure."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import cast

from .answers import PLACED, is_calculation_only, same_answer
from .locate import LIST, REMAINDER
from .no_value import none_told
from .quantities import Quantity, find_quantities, is_among
from .quantities.units import measure
from .relations import ASKS_WHICH, chosen_of, relation_told
from .several import is_in_pieces, without_points
from .state import GroundTruth, Reading, StatedStep
from .student_words import (
    ANSWER_MARK,
    ASKS_BACK,
    DOES,
    EITHER,
    FIRST_PERSON_WORK,
    LISTED,
    NO_NUMBER,
    REASON,
    REQUEST,
    RESULT_MARK,
    ROW,
    UNFINISHED,
)
from .unknowns import VALUE_OF
from .word_answers import word_told
from .written_answers import told_in_form

_LISTS = re.compile(
    r"\b(?:order|arrange|list|sort|rank|all|write down|factors of|multiples of|(?:prime|common) factors"
    r"|prime factori\w+|product of|\w+est to|first \w+ \w+|mid-?points?|coordinates"
    r"|(?:divid|shar|split)\w*\b[^?!]*\bin the ratio)\b",
    re.IGNORECASE,
)
_TERM = r"-?\d+(?:\.\d+)?(?:/\d+|%)?(?:\s?°[CF]?)?"
# Numbers one after the other: "0.6, 65%, 2/3", "I think 0.6 then 65% then 2/3".
_ROW = re.compile(
    r"\W*?(?:(?:i think|i guess|i got|it'?s|it is|so|(?:the )?(?:order|list|numbers|factors|multiples|primes|answer)"
    r"(?: is| are)?|they are)\W+?){0,3}"
    rf"{_TERM}(?:(?:\s*[,;→]\s*(?:and |then )?|\s+(?:and |then )?){_TERM})+\W*",
    re.IGNORECASE,
)
_CHOOSES = re.compile(
    r"\b(?:greater|larger|bigger|higher|more|smaller|less|lower|fewer|equal|same)\b|[<>]", re.IGNORECASE
)
_DENIES = re.compile(
    r"\b(?:(?:not|isn'?t|never|aren'?t|wasn'?t|(?:can|could|would|won)'?t|cannot)\s+(?:be\s+|an?\s+)?"
    r"|(?:(?:don'?t|do not) think|doubt|not sure|unlikely)(?: that)? (?:it'?s|it is|its|it was|that it is)\s+)$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\W*(?:(?:but|and) )?(?:i think )?(?:(?:that|it|this)(?:'?s| is| was)?|is|was|seems?|looks?)?\s*"
    r"(?:wrong|not (?:right|it|correct|true)|incorrect|(?:isn'?t|can'?t be) (?:right|it|correct))\b"
    r"|\W*but i (?:don'?t|do not) think so\b",
    re.IGNORECASE,
)
_SOLVES = re.compile(r"\b(?:solv(?:e|es|ing)|solutions?|roots|zeros|x[- ]intercepts)\b", re.IGNORECASE)
_MAY_HAVE_TWO = re.compile(
    r"\^\{?2|²|\bquadratic\b|\|[^|]{1,40}\||\b(?:roots|zeros|solutions|intercepts)\b", re.IGNORECASE
)
# Two numbers spoken of together are no answer: "4 and 6 are in the middle".
_PAIR = re.compile(r"\d and -?\d[\d.]* are (?:both )?in the (?:middle|cent)", re.IGNORECASE)
_NAMED = re.compile(r"^\W*(?:(?:so|then)\s+)?[a-z]\s*=\s*", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:seconds?|min(?:ute)?s?|hours?|days?|weeks?|months?|years?|time|long|late|fast|speed)\b|\d ?(?:h|s|min)\b",
    re.I,
)
_MOST_LISTED = 3
"""Lines at the end of the work that may list an answer of several numbers: "x = 3", "y = 2"."""


def final_answer(
    text: str, steps: Sequence[StatedStep], problem: str, given: Sequence[Quantity], verdicts: bool
) -> str | None:
    """The answer as their words have it: what they call the answer, else what they give a reason for, else the last.

    given: the quantities of the problem. verdicts: whether it is one to be answered by yes or no. None where no number
    is meant as the answer.
    """
    if not any(step.holds is not None for step in steps) and _leaves_open(text, problem, verdicts):
        return None
    if _all_denied(text):
        return None
    if _LISTS.search(problem) and _ROW.fullmatch(text):
        return text.strip()
    if _is_both(text, problem):
        return text.strip()
    steps = [one for step in steps if (one := _without_denied(step)) is not None]
    for step in steps:
        if ANSWER_MARK.search(step.text):
            return step.result
    # "how many halves are in 6? 12!" asks and answers; "how do I get 12?" only asks.
    if REQUEST.match(text) and not quantities_in(text.rpartition("?")[2] if "?" in text else "", verdicts):
        return None
    unworked = _NAMED.sub("", text)  # of "x = 10 - 4" what it comes to
    if is_calculation_only(unworked) and _signs(unworked) not in _signs(problem):
        return unworked.strip()
    reason = REASON.match(text)
    claimed = find_quantities(text[: reason.start(1)]) if reason else []
    if len(claimed) == 1 and not _is_denied(text, claimed[0]):
        return as_written(text, claimed[0])
    compares = ASKS_WHICH.search(problem)
    if compares:
        chosen = [
            choice for step in reversed(steps) if (choice := chosen_of(step.text, compares[0], problem))
        ]
        if chosen:
            return chosen[0]
        # "3/8 = 15/40" makes ready to compare, and chooses neither.
        steps = [step for step in steps if len(step.values) < 2 or _CHOOSES.search(step.text)]
        if not steps:
            return None
    for step in reversed(steps):
        if step.holds is not None or RESULT_MARK.search(step.text) or _is_new(step, given, problem):
            return step.result
    bare = [one for one in quantities_in(text, verdicts) if not _is_no_matter(one, problem)]
    # "factors of 12: 1 2 3 4 6 12" lists what is to be looked through.
    rows = [] if _LISTS.search(problem) else [match.span() for match in ROW.finditer(text)]
    bare = [q for q in bare if not any(start <= q.span[0] < end for start, end in rows)]
    fresh = [q for q in bare if not _is_given(as_written(text, q), q, given, problem)]
    if fresh:
        return as_written(text, fresh[-1])
    # A short message that is only a number is an answer even when the problem holds the same number.
    return as_written(text, bare[-1]) if len(bare) == 1 and len(text.split()) <= 4 else None


def _signs(text: str) -> str:
    """A text without spaces and with the signs of a keyboard: "7×6" is "7*6"."""
    return re.sub(r"[×·x]", "*", "".join(text.split())).replace("÷", "/").replace("−", "-")


def stood_by(reading: Reading, truth: GroundTruth) -> str | None:
    """The same beside what is right: with its remainder or its place, or the lines that list several numbers."""
    if reading.final is None or truth.answer is None:
        return reading.final
    last = reading.steps[-1] if reading.steps else None
    if last and (divided := REMAINDER.search(last.text)):
        return divided.group()
    if last and len(last.values) == 1 and (placed := PLACED.search(last.text)):
        return placed.group()
    if last and (told := told_in_form(last.text, truth.answer)):
        return told
    listed = LIST.search(last.text) if last and "(" not in last.text else None  # points list none
    if listed and truth.answer.startswith("{"):
        return listed.group()
    ends = reading.steps[-_MOST_LISTED:]
    told = ([step.text for step in ends], [step.result or "" for step in ends])
    lists = (", ".join(lines[place:]) for lines in told for place in reversed(range(len(lines))))
    named = _values_of_all(" ".join(told[0]), truth.answer)
    return next((text for text in lists if _lists_all(text, truth.answer)), named or reading.final)


def _values_of_all(text: str, answer: str) -> str:
    """Where the answer gives several unknowns their values, those that a text gives all of them: "x = 4, y = 3"."""
    asked, said = (dict(VALUE_OF.findall(one)) for one in (answer, text))
    return ", ".join(
        f"{name} = {said[name]}" for name in asked if 1 < len(asked) <= len(asked.keys() & said.keys())
    )


def _lists_all(text: str, answer: str) -> bool:
    """Whether the answer is several numbers, and the text lists them."""
    point = answer.startswith("(") and "," in answer
    several = (
        point or answer.startswith("{") or answer.count("=") > 1 or ":" in answer or is_in_pieces(answer)
    )
    return several and (same_answer(text, answer) or same_answer(without_points(text), answer))


def answer_in_words(text: str, problem: str, final: str | None) -> list[StatedStep]:
    """An answer that is no number as a line of work, "there is no solution" or "more than 5"; at most one.

    final: what else would be the answer.
    """
    found = relation_told(text, problem) or ([] if "?" in text else _without_a_number(text, problem))
    if not found and (final or "").casefold() not in ("yes", "no", "true", "false"):
        found = word_told(text, problem)
    # "I added all numbers and got 12"
    return [step for step in found if final is None or step.result not in (final, "all numbers")]


def _without_a_number(text: str, problem: str) -> list[StatedStep]:
    """An answer that is no number, "there is no solution", as a line of work; none where none is given."""
    if (told := none_told(text, problem)) is not None:
        name, (start, end) = told
        return [StatedStep(text=text[start:end], start=start, end=end, result=name)]
    found = [(name, match) for name, pattern in NO_NUMBER.items() if (match := pattern.search(text))]
    return [StatedStep(text=m.group(), start=m.start(), end=m.end(), result=name) for name, m in found[:1]]


def _all_denied(text: str) -> bool:
    """Whether each of its numbers is one that they say it is not: "it's not 7/12, is it"."""
    found = find_quantities(text)
    return bool(found) and all(_is_denied(text, one) for one in found)


def _is_denied(text: str, one: Quantity) -> bool:
    start, end = one.span
    return bool(_DENIES.search(text[:start]) or _DENIED.match(text[end:]))


def _without_denied(step: StatedStep) -> StatedStep | None:
    """A line with the number they stand by, of "7/12, I don't think it's 2/7" the first; None where there is none."""
    denied = denied_in(step.text)
    if step.result not in denied:
        return step
    left = [value for value in step.values if value not in denied]
    return step.model_copy(update={"result": left[-1]}) if left else None


def denied_in(text: str) -> set[str]:
    """The numbers of a text, as they are written, that it says not to be the answer."""
    return {as_written(text, one) for one in find_quantities(text) if _is_denied(text, one)}


def _leaves_open(text: str, problem: str, verdicts: bool) -> bool:
    """Whether its number is no answer: only to be worked with, or asked about, or one of two to choose from."""
    if _PAIR.search(text):
        return True
    if DOES.fullmatch(text) and not RESULT_MARK.search(text):
        return True
    if LISTED.fullmatch(text) and not _LISTS.search(problem):
        return True
    if EITHER.search(text) and "=" not in text and not _is_both(text, problem):
        return not EITHER.search(problem)
    compares = verdicts or re.search(r"\bwhich\b", problem, re.IGNORECASE)
    return bool(ASKS_BACK.search(text)) and not FIRST_PERSON_WORK.search(text) and not compares


def _is_both(text: str, problem: str) -> bool:
    """Whether "5 or -5" names the solutions of an equation that may have two, and leaves no choice to the tutor."""
    offers = EITHER.search(text) and "?" not in text and "=" not in text and len(find_quantities(text)) == 2
    return bool(offers and _SOLVES.search(problem) and _MAY_HAVE_TWO.search(problem))


def _is_new(step: StatedStep, given: Sequence[Quantity], problem: str) -> bool:
    """Whether a line without a mark states a result: a number that was not given, and not in mid-calculation."""
    result = step.result or ""
    stated = [] if UNFINISHED.search(step.text) else find_quantities(result)
    return (
        bool(stated)
        and not _is_no_matter(stated[0], problem)
        and not _is_given(result, stated[0], given, problem)
    )


def _is_no_matter(quantity: Quantity, problem: str) -> bool:
    """Whether it is a time where the problem speaks of none: "the deadline is in two minutes"."""
    size = measure(quantity.unit) if quantity.unit else None
    return size is not None and size[0] == "time" and not _TIME.search(problem)


def _is_given(words: str, quantity: Quantity, given: Sequence[Quantity], problem: str) -> bool:
    """Whether it is a number of the problem as it stands there; an expression only if it is written as there."""
    if quantity.form == "polynomial":
        return "".join(words.split()) in "".join(problem.split())
    return not is_expanded(words, quantity) and is_among(quantity, given)


def is_expanded(words: str, quantity: Quantity) -> bool:
    """Whether a fraction is not in lowest terms: 4/12 is work that was done on the 1/3 of the problem."""
    bottom = re.sub(r"\\[dt]?frac\s?\{\d+\}\s?\{(\d+)\}", r"/\1", words).rpartition("/")[2].strip(" $")
    shown = quantity.form == "fraction" and bottom.isdigit() and isinstance(quantity.value, Fraction)
    return shown and int(bottom) != cast(Fraction, quantity.value).denominator


def quantities_in(text: str, verdicts: bool) -> list[Quantity]:
    """The quantities of a text; "yes" and "true" are some only where the problem asks for `verdicts`."""
    return [quantity for quantity in find_quantities(text) if verdicts or quantity.form != "verdict"]


def as_written(text: str, quantity: Quantity) -> str:
    """A quantity as the student wrote it, unit and all."""
    return text[slice(*quantity.span)]
