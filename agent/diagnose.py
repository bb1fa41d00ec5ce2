"""Node 1: what did the student say and do, and which mistakes could it be?

Rules only: the intent, every line of work with its numbers and equations, the answer the student stands by, and
the catalogue's hypotheses for this problem. Nothing is compared with the truth here; that takes running code.
"""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

from .calculations import line_holds
from .final_answer import answer_in_words, as_written, denied_in, final_answer, quantities_in
from .locate import given_in
from .misconceptions import hypotheses
from .parts import said_now
from .quantities import Quantity, find_quantities
from .services import Services
from .shares import fit, told_shares
from .state import Diagnosis, Intent, Reading, StatedStep, TurnState
from .student_words import (
    ANSWER_REQUEST,
    ASKED_HOW,
    COMMON,
    CONFUSION,
    CORRECTS,
    DISTRESS,
    DONE,
    EXPLAINED,
    FIRST_PERSON_WORK,
    JOINT,
    LESSON_WORDS,
    MATHS_WORDS,
    NEW_PROBLEM,
    REFUTED,
    RESULT_MARK,
    SENTENCE,
    STRONG_MARK,
    SURE,
    TELLS,
    WORD,
    WORD_OR_NUMBER,
    YES_OR_NO,
)

# Where decimals are asked for, "0,68" is one, as much of the world writes it; elsewhere it may be two numbers.
_DECIMALS = re.compile(r"\d\.\d|\bdecimal\b", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])(0|\d+(?=,(?!\d{3}(?!\d)))),(\d+)(?![\d.,])")
# "It goes up in 3s" is about threes, and about seconds only where the problem is.
_THREES = re.compile(r"(?<=\d)['\u2019]?s\b(?! (?:time|race))")
_SECONDS = re.compile(r"\bseconds?\b|\d ?s\b|\bsecs?\b", re.IGNORECASE)
_DIVIDES = re.compile(r"(?<=\d)\s*:\s*(?=\d+(?:\.\d+)?\s*=\s*\d+(?:\.\d+)?(?![\d:]|\s*:))")


def diagnose(state: TurnState, services: Services) -> dict[str, Any]:
    """Read the student's turn.

    Sets `reading`, `hypotheses` (ids of the misconceptions that fit the problem) and a first `diagnosis`.
    """
    asked = state["turns"][-1]["reply"]["text"] if state["turns"] else ""
    said = said_now(state)
    # Whoever speaks of a later question alone has said nothing of this one.
    reading = read_student(said, state["problem"], asked) if said else Reading(intent="question")
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
    given = given_in(problem)
    text = _without_taken_back(SURE.sub(lambda match: " " * len(match.group()), text))
    if not _SECONDS.search(problem):
        text = _THREES.sub(lambda match: " " * len(match.group()), text)
    if _DECIMALS.search(problem):
        text = _DECIMAL_COMMA.sub(r"\1.\2", text)
    # "no" answers a question of yes or no; to any other problem it is talk.
    verdicts = bool(YES_OR_NO.search(problem))
    steps = tuple(_steps(text, verdicts, given))
    final = final_answer(text, steps, problem, given, verdicts)
    in_words = answer_in_words(text, problem, final)
    if in_words:
        apart = [step for step in steps if step.end <= in_words[0].start or step.start >= in_words[0].end]
        steps, final = (*apart, *in_words), in_words[0].result
    intent = _intent(text, problem, steps, final, asked)
    worked = steps if intent == "attempt" else ()
    return Reading(
        intent=intent,
        steps=worked,
        final=final if intent == "attempt" else None,
        explained=intent == "attempt" and bool(EXPLAINED.search(text)),
        distress=bool(DISTRESS.search(text)),
    )


def _without_taken_back(text: str) -> str:
    """The text with blanks for what a later number of it corrects, every word in its place."""
    for match in reversed([*CORRECTS.finditer(text)]):
        if find_quantities(text[: match.start()]) and find_quantities(text[match.end() :]):
            return " " * match.end() + text[match.end() :]
    return text


def _steps(text: str, verdicts: bool, given: Sequence[Quantity]) -> list[StatedStep]:
    """Lines, and sentences within lines, that state a number; the rest is talk."""
    found: list[StatedStep] = []
    talk = (0, 0)
    for match in SENTENCE.finditer(text):
        start, end = match.span()
        joint = JOINT.match(match.group())
        joined = bool(joint) and "and" in match.group()[: joint.end()].lower()
        if joined and talk[1] and not text[talk[1] : start].strip():
            start = talk[0]  # "the difference between Ann and Bo is 35 - 23 = 12" is one line
        elif joint:
            start += joint.end()
        sentence = text[start:end].rstrip(" ,;")
        values = quantities_in(sentence, verdicts)
        if not values:
            talk = (0, 0) if joined else (start, end)
            continue
        found.append(
            StatedStep(
                text=sentence,
                start=start,
                end=start + len(sentence),
                values=tuple(as_written(sentence, quantity) for quantity in values),
                result=as_written(sentence, _result(sentence, values)),
                holds=_holds(sentence, given),
            )
        )
    return found


def _holds(sentence: str, given: Sequence[Quantity]) -> bool | None:
    """Whether a line comes out, also where "180 : 15 = 12" divides and where "10% is 6" speaks of a given number."""
    shares = told_shares(sentence)
    wholes = [one.value for one in given if one.unit != "%" and isinstance(one.value, Fraction)]
    if shares and fit(shares, wholes):
        return True
    if shares and "/" not in sentence:
        return None  # of what it is a share is not said, so it can be seen to hold and never not to
    denied = [sentence.find(number) for number in denied_in(sentence)]
    sentence = sentence[: min(denied, default=len(sentence))]  # "2 * 7 + 3 = 17, that's not 11"
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
    # With every sign and bracket: "2x + 5 = 3x - 1" is not 2(x + 5) = 3x - 1.
    said, whole = (re.sub(r"[\s.,?!]+", "", part.lower()) for part in (text, problem))
    return len(WORD_OR_NUMBER.findall(text.lower())) >= 5 and said in whole


def _well_spelt(word: str) -> str:
    """A long word that is nearly one of mathematics is that word: "denomenator"."""
    near = [] if len(word) < 6 or word in MATHS_WORDS else get_close_matches(word, MATHS_WORDS, 1, 0.85)
    return near[0] if near else word


def _on_topic(text: str, problem: str, asked: str) -> bool:
    """Whether it is about the problem or answers what was asked; so is what is too plain to be about something else."""
    words = {_well_spelt(word) for word in WORD.findall(text.lower())} - COMMON
    elsewhere = {word for word in words if len(word) > 3} - MATHS_WORDS - LESSON_WORDS
    known = set(WORD.findall(f"{problem} {asked}".lower())) | MATHS_WORDS
    # One strange word is no sign of chatter where they tell what they did or see: "i just put a point"; nor are two
    # where they were asked how: "i went halfway between".
    most = 2 if ASKED_HOW.search(asked) else 1 if TELLS.match(text) else 0
    tells = "?" not in text and len(elsewhere) <= most
    return bool(words & known) or not elsewhere or tells
