"""Node 1: what did the student say and do, and which mistakes could it be?

Rules only: the intent, every line of work with its numbers and equations, the answer the student stands by, and
the catalogue's hypotheses for this problem. Nothing is compared with the truth here; that takes running code.
"""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from fractions import Fraction
from typing import Any, cast

from .calculations import line_holds
from .misconceptions import hypotheses
from .quantities import Quantity, find_quantities, same_quantity
from .services import Services
from .state import Diagnosis, Intent, Reading, StatedStep, TurnState
from .student_words import (
    ANSWER_MARK,
    ANSWER_REQUEST,
    ASKS_BACK,
    COMMON,
    CONFUSION,
    DISTRESS,
    DOES,
    DONE,
    EITHER,
    EQUAL,
    EXPLAINED,
    FIRST_PERSON_WORK,
    JOINT,
    LESSON_WORDS,
    LISTED,
    MATHS_WORDS,
    NEW_PROBLEM,
    NO_NUMBER,
    REASON,
    REFUTED,
    REQUEST,
    RESULT_MARK,
    SENTENCE,
    STRONG_MARK,
    TELLS,
    UNFINISHED,
    WORD,
    WORD_OR_NUMBER,
    YES_OR_NO,
)

_SHARE = re.compile(
    r"\W*(\d+(?:\.\d+)?)\s*(?:%|percent)\s*(?:is|=|are|makes)\s*\W*(\d+(?:\.\d+)?)\D*", re.IGNORECASE
)
_LISTS = re.compile(
    r"\b(?:order|arrange|list|sort|all|write down|factors of|multiples of|first \w+ \w+)\b", re.IGNORECASE
)
_CHOOSES = re.compile(
    r"\b(?:greater|larger|bigger|higher|more|smaller|less|lower|fewer|equal|same)\b|[<>]", re.IGNORECASE
)
_ASKS_WHICH = re.compile(
    r"(?:^|[.?!]\s+)which\b[^.?!]*?\b(?:more|less|most|least|(?:great|larg|bigg|high|small|low|long|short)\w+)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(_ASKS_WHICH.pattern + r"|\bcompare\b", re.IGNORECASE)
_THAN = re.compile(r"\b(?:\w+er|more|less)(?: \w+)? than\b|[<>]", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less|least|small\w+|low\w+|few\w+|short\w+)\b|<", re.IGNORECASE)
# Where decimals are asked for, "0,68" is one, as much of the world writes it; elsewhere it may be two numbers.
_DECIMALS = re.compile(r"\d\.\d|\bdecimal\b", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])(0|\d+(?=,(?!\d{3}(?!\d)))),(\d+)(?![\d.,])")
_DIVIDES = re.compile(r"(?<=\d)\s*:\s*(?=\d+(?:\.\d+)?\s*=\s*\d+(?:\.\d+)?(?![\d:]|\s*:))")


def diagnose(state: TurnState, services: Services) -> dict[str, Any]:
    """Read the student's turn.

    Sets `reading`, `hypotheses` (ids of the misconceptions that fit the problem) and a first `diagnosis`.
    """
    asked = state["turns"][-1]["reply"]["text"] if state["turns"] else ""
    reading = read_student(state["text"], state["problem"], asked)
    # What stands when there is nothing to run; `execute` settles it otherwise.
    talk = Diagnosis(verdict="unknown", intent=reading.intent)
    return {
        "reading": reading.model_dump(mode="json"),
        "hypotheses": fitting_ids(reading, state["problem"]),
        "diagnosis": talk.model_dump(mode="json"),
    }


def fitting_ids(reading: Reading, problem: str) -> list[str]:
    """Ids of the misconceptions that could be at work; none when the student showed nothing to explain."""
    return [entry.id for entry, _ in hypotheses(problem)] if reading.steps else []


def read_student(text: str, problem: str, asked: str = "") -> Reading:
    """Read one turn: intent, steps in order with their place in the text, and the answer stood by, if any.

    asked: what the tutor said last; an answer to it is on topic.
    """
    given = _given(problem)
    if _DECIMALS.search(problem):
        text = _DECIMAL_COMMA.sub(r"\1.\2", text)
    # "no" answers a question of yes or no; to any other problem it is talk.
    verdicts = bool(YES_OR_NO.search(problem))
    steps = tuple(_steps(text, verdicts, given))
    final = _final(text, steps, problem, given, verdicts)
    if not any(step.holds is not None for step in steps) and _leaves_open(text, problem, verdicts):
        final = None
    wordy = _calls_equal(text, problem) or ([] if "?" in text else _without_a_number(text))
    if (
        wordy and final != wordy[0].result and (final is None or wordy[0].result != "all numbers")
    ):  # "I added all numbers and got 12"
        steps, final = (*steps, *wordy), wordy[0].result
    intent = _intent(text, problem, steps, final, asked)
    worked = steps if intent == "attempt" else ()
    return Reading(
        intent=intent,
        steps=worked,
        final=final if intent == "attempt" else None,
        explained=intent == "attempt" and bool(EXPLAINED.search(text)),
        distress=bool(DISTRESS.search(text)),
    )


def _given(problem: str) -> list[Quantity]:
    """The numbers of the problem; those inside an equation, too: "I moved the 7" states no result."""
    found = find_quantities(problem)
    inside = (quantity for quantity in found if quantity.form == "polynomial")
    digits = [number for one in inside for number in re.findall(r"\d+(?:\.\d+)?", problem[slice(*one.span)])]
    return [*found, *(one for number in digits for one in find_quantities(number))]


def _quantities(text: str, verdicts: bool) -> list[Quantity]:
    return [quantity for quantity in find_quantities(text) if verdicts or quantity.form != "verdict"]


def _steps(text: str, verdicts: bool, given: Sequence[Quantity]) -> list[StatedStep]:
    """Lines, and sentences within lines, that state a number; the rest is talk."""
    found: list[StatedStep] = []
    for match in SENTENCE.finditer(text):
        start, _ = match.span()
        sentence = match.group().rstrip(" ,;")
        joint = JOINT.match(sentence)
        if joint:
            start, sentence = start + joint.end(), sentence[joint.end() :]
        values = _quantities(sentence, verdicts)
        if not values:
            continue
        found.append(
            StatedStep(
                text=sentence,
                start=start,
                end=start + len(sentence),
                values=tuple(_words(sentence, quantity) for quantity in values),
                result=_words(sentence, _result(sentence, values)),
                holds=_holds(sentence, given),
            )
        )
    return found


def _without_a_number(text: str) -> list[StatedStep]:
    """An answer that is no number, "there is no solution", as a line of work; none where none is given."""
    found = [(name, match) for name, pattern in NO_NUMBER.items() if (match := pattern.search(text))]
    return [StatedStep(text=m.group(), start=m.start(), end=m.end(), result=name) for name, m in found[:1]]


def _calls_equal(text: str, problem: str) -> list[StatedStep]:
    """That neither of what is to be compared is more, as a line of work; none where one of them is said to be."""
    match = EQUAL.search(text) if _COMPARES.search(problem) and not _THAN.search(text) else None
    if match is None:
        return []
    word = match.lastindex or 0
    return [StatedStep(text=match[word], start=match.start(word), end=match.end(word), result="equal")]


def _holds(sentence: str, given: Sequence[Quantity]) -> bool | None:
    """Whether a line comes out, also where "180 : 15 = 12" divides and where "10% is 6" speaks of a given number."""
    share = _SHARE.fullmatch(sentence)
    if share:
        percent, part = Fraction(share[1]), Fraction(share[2])
        wholes = [one.value for one in given if one.unit != "%" and isinstance(one.value, Fraction)]
        # What it is a share of is not said, so it can be seen to hold and never not to.
        return True if any(percent * whole == 100 * part for whole in wholes) else None
    return None if REFUTED.search(sentence) else line_holds(_DIVIDES.sub("÷", sentence))


def _result(sentence: str, values: Sequence[Quantity]) -> Quantity:
    """The number a sentence arrives at: after its last "=" or "to find that", after its last "is"; else its last."""
    marks = list(RESULT_MARK.finditer(sentence))
    strong = [mark for mark in marks if STRONG_MARK.fullmatch(mark.group())]
    for mark in (*reversed(strong), *reversed(marks)):
        after = [quantity for quantity in values if quantity.span[0] >= mark.end()]
        if after and mark in strong and mark.group() != "=":
            # "to find out that her pension after 30 years would be 25": what it is said to be, not what comes first.
            later = [weak for weak in marks if mark.end() <= weak.start() < after[-1].span[0]]
            after = [quantity for quantity in after if not later or quantity.span[0] >= later[-1].end()]
        if after:
            return after[0]
    return values[-1]


def _final(
    text: str, steps: Sequence[StatedStep], problem: str, given: Sequence[Quantity], verdicts: bool
) -> str | None:
    """The answer the student stands by: what they call the answer, else what they give a reason for, else the last."""
    for step in steps:
        if ANSWER_MARK.search(step.text):
            return step.result
    # "how many halves are in 6? 12!" asks and answers; "how do I get 12?" only asks.
    if REQUEST.match(text) and not _quantities(text.rpartition("?")[2] if "?" in text else "", verdicts):
        return None
    reason = REASON.match(text)
    claimed = find_quantities(text[: reason.start(1)]) if reason else []
    if len(claimed) == 1:
        return _words(text, claimed[0])
    compares = _ASKS_WHICH.search(problem)
    if compares:
        chosen = [choice for step in reversed(steps) if (choice := _chosen(step.text, compares[0], given))]
        if chosen:
            return chosen[0]
        # "3/8 = 15/40" makes ready to compare, and chooses neither.
        steps = [step for step in steps if len(step.values) < 2 or _CHOOSES.search(step.text)]
        if not steps:
            return None
    for step in reversed(steps):
        if step.holds is not None or RESULT_MARK.search(step.text) or _is_new(step, given):
            return step.result
    bare = _quantities(text, verdicts)
    fresh = [q for q in bare if not _is_given(_words(text, q), q, given)]
    if fresh:
        return _words(text, fresh[-1])
    # A short message that is only a number is an answer even when the problem holds the same number.
    return _words(text, bare[-1]) if len(bare) == 1 and len(text.split()) <= 4 else None


def _chosen(sentence: str, asked: str, given: Sequence[Quantity]) -> str | None:
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
    return _words(*found[0 if same_way else 1])


def _leaves_open(text: str, problem: str, verdicts: bool) -> bool:
    """Whether its number is no answer: only to be worked with, or asked about, or one of two to choose from."""
    if DOES.fullmatch(text) and not RESULT_MARK.search(text):
        return True
    if LISTED.fullmatch(text) and not _LISTS.search(problem):
        return True
    if EITHER.search(text) and "=" not in text:
        return not EITHER.search(problem)
    compares = verdicts or re.search(r"\bwhich\b", problem, re.IGNORECASE)
    return bool(ASKS_BACK.search(text)) and not FIRST_PERSON_WORK.search(text) and not compares


def _is_new(step: StatedStep, given: Sequence[Quantity]) -> bool:
    """Whether a line without a mark states a result: a number that was not given, and not in mid-calculation."""
    result = step.result or ""
    stated = [] if UNFINISHED.search(step.text) else find_quantities(result)
    return bool(stated) and not _is_given(result, stated[0], given)


def _is_given(words: str, quantity: Quantity, given: Sequence[Quantity]) -> bool:
    """Whether it is a number of the problem as it stands there."""
    return not is_expanded(words, quantity) and any(same_quantity(quantity, other) for other in given)


def is_expanded(words: str, quantity: Quantity) -> bool:
    """Whether a fraction is not in lowest terms: 4/12 is work that was done on the 1/3 of the problem."""
    bottom = words.rpartition("/")[2].strip()
    shown = quantity.form == "fraction" and bottom.isdigit() and isinstance(quantity.value, Fraction)
    return shown and int(bottom) != cast(Fraction, quantity.value).denominator


def _words(text: str, quantity: Quantity) -> str:
    """A quantity as the student wrote it, unit and all."""
    return text[slice(*quantity.span)]


def _intent(text: str, problem: str, steps: Sequence[StatedStep], final: str | None, asked: str) -> Intent:
    if _repeats(text, problem):
        return "confusion"
    if NEW_PROBLEM.search(text):
        return "new_problem"
    if ANSWER_REQUEST.search(text) and not (final and FIRST_PERSON_WORK.search(text)):
        return "answer_request"
    if final is not None:
        return "attempt"
    if CONFUSION.search(text):
        return "confusion"
    if DONE.search(text):
        return "done"
    # A number is about the problem. Talk without a result of its own: the student asks or is thinking aloud.
    return "question" if steps or _on_topic(text, problem, asked) else "off_topic"


def _repeats(text: str, problem: str) -> bool:
    """Whether the student only sends the problem, or a good part of it, once more."""
    said, whole = (" ".join(WORD_OR_NUMBER.findall(part.lower())) for part in (text, problem))
    return len(said.split()) >= 5 and f" {said} " in f" {whole} "


def _well_spelt(word: str) -> str:
    """A long word that is nearly one of mathematics is that word: "denomenator"."""
    near = [] if len(word) < 6 or word in MATHS_WORDS else get_close_matches(word, MATHS_WORDS, 1, 0.85)
    return near[0] if near else word


def _on_topic(text: str, problem: str, asked: str) -> bool:
    """Whether it is about the problem or answers what was asked; so is what is too plain to be about something else."""
    words = {_well_spelt(word) for word in WORD.findall(text.lower())} - COMMON
    elsewhere = {word for word in words if len(word) > 3} - MATHS_WORDS - LESSON_WORDS
    known = set(WORD.findall(f"{problem} {asked}".lower())) | MATHS_WORDS
    # One strange word is no sign of chatter where they tell what they did or see: "i just put a point".
    tells = bool(TELLS.match(text)) and "?" not in text and len(elsewhere) < 2
    return bool(words & known) or not elsewhere or tells
