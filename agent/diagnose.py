"""Node 1: what did the student say and do, and which mistakes could it be?

Rules only: the intent, every line of work with its numbers and equations, the answer the student stands by, and
the catalogue's hypotheses for this problem. Nothing is compared with the truth here; that takes running code.
"""

import re
from collections.abc import Sequence
from typing import Any

from .expressions import find_equations
from .misconceptions import hypotheses
from .quantities import Quantity, find_quantities, same_quantity
from .services import Services
from .state import Diagnosis, Intent, Reading, StatedStep, TurnState


def diagnose(state: TurnState, services: Services) -> dict[str, Any]:
    """Read the student's turn. Sets `reading`, `hypotheses` (ids of misconceptions that fit the problem) and a first `diagnosis`."""
    said = [turn["student"] for turn in state.get("turns", [])]
    reading = read_student(state["text"], state["problem"], said)
    may_be = [entry.id for entry, _ in hypotheses(state["problem"])] if reading.steps else []
    # What stands when there is nothing to run; `execute` settles it otherwise.
    talk = Diagnosis(verdict="unknown", intent=reading.intent)
    return {
        "reading": reading.model_dump(mode="json"),
        "hypotheses": may_be,
        "diagnosis": talk.model_dump(mode="json"),
    }


def read_student(text: str, problem: str, said: Sequence[str] = ()) -> Reading:
    """Read one turn: intent, steps in order with their place in the text, and the answer stood by, if any."""
    given = find_quantities(problem)
    steps = tuple(_steps(text))
    final = _final(text, steps, given)
    intent = _intent(text, problem, steps, final, bool(said))
    worked = steps if intent == "attempt" else ()
    return Reading(
        intent=intent,
        steps=worked,
        final=final if intent == "attempt" else None,
        distress=bool(_DISTRESS.search(text)),
    )


def _steps(text: str) -> list[StatedStep]:
    """Lines, and sentences within lines, that state a number; the rest is talk."""
    found: list[StatedStep] = []
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        sentence = match.group().rstrip(" ,;")
        values = find_quantities(sentence)
        if not values:
            continue
        equations = find_equations(sentence)
        holds = None
        if equations:
            known = [equation.holds for equation in equations if equation.holds is not None]
            holds = all(known) if known else None
        found.append(
            StatedStep(
                text=sentence,
                start=start,
                end=min(end, start + len(sentence)),
                values=tuple(str(quantity.value) for quantity in values),
                result=str(_result(sentence, values).value),
                holds=holds,
            )
        )
    return found


def _result(sentence: str, values: Sequence[Quantity]) -> Quantity:
    """The number a sentence arrives at: after its last "=" or "is", "got", "answer"; else its last number."""
    marks = list(_RESULT_MARK.finditer(sentence))
    for mark in reversed(marks):
        after = [quantity for quantity in values if quantity.span[0] >= mark.end()]
        if after:
            return after[-1] if mark.group().strip() == "=" else after[0]
    return values[-1]


def _final(text: str, steps: Sequence[StatedStep], given: Sequence[Quantity]) -> str | None:
    """The answer the student stands by: what a sentence calls the answer, else the last result that is new."""
    for step in steps:
        if _ANSWER_MARK.search(step.text):
            return step.result
    for step in reversed(steps):
        if step.holds is not None or _RESULT_MARK.search(step.text):
            return step.result
    bare = find_quantities(text)
    fresh = [q for q in bare if not any(same_quantity(q, other) for other in given)]
    if fresh:
        return str(fresh[-1].value)
    # A short message that is only a number is an answer even when the problem holds the same number.
    return str(bare[-1].value) if len(bare) == 1 and len(text.split()) <= 4 else None


def _intent(
    text: str, problem: str, steps: Sequence[StatedStep], final: str | None, started: bool
) -> Intent:
    if _NEW_PROBLEM.search(text):
        return "new_problem"
    if _ANSWER_REQUEST.search(text) and not (final and _FIRST_PERSON_WORK.search(text)):
        return "answer_request"
    if final is not None:
        return "attempt"
    if _CONFUSION.search(text):
        return "confusion"
    if _DONE.search(text):
        return "done"
    if "?" in text or _QUESTION.match(text):
        return "question" if _on_topic(text, problem) else "off_topic"
    if steps or _on_topic(text, problem):
        # Talk about the problem without a number of its own: the student is thinking aloud.
        return "question" if not steps else "attempt"
    return "confusion" if started and len(text.split()) <= 3 else "off_topic"


def _on_topic(text: str, problem: str) -> bool:
    words = set(_WORD.findall(text.lower()))
    return bool(words & (set(_WORD.findall(problem.lower())) - _COMMON)) or bool(words & _MATHS_WORDS)


_SENTENCE = re.compile(r"[^\s.!?;\n](?:[^.!?;\n]|\.(?=\d)|[!](?=\s*=))*")
_RESULT_MARK = re.compile(
    r"=|\b(?:is|are|was|equals?|makes?|gives?|got|get|gets|so it'?s|it'?s|leaves?|have|has)\b", re.IGNORECASE
)
_ANSWER_MARK = re.compile(
    r"\b(?:(?:my |the |final )+answer|i(?: think| believe)? it'?s|i (?:got|get)|i'?ve got|answer)\b", re.IGNORECASE
)
_FIRST_PERSON_WORK = re.compile(r"\bi\s+(?:got|get|think|did|added|took|worked|have)\b|=", re.IGNORECASE)
_ANSWER_REQUEST = re.compile(
    r"\b(?:(?:just|please|can you|could you|pls)?\s*(?:tell|give|show|send|say|reveal|provide)(?:\s+\w+){0,3}?\s+"
    r"(?:(?:me|us|out)\s+)?(?:the\s+|me\s+the\s+)?(?:\w+\s+){0,3}(?:answers?|solution|result|number)"
    r"|what(?:'?s| is| are)\s+(?:the|its)\s+(?:\w+\s+){0,2}(?:answer|solution|result)"
    r"|(?:solve|do|work)\s+(?:it|this|that|the (?:problem|question|sum))(?:\s+out)?\s+for\s+me"
    r"|i\s+(?:need|want|demand)\s+(?:to know\s+)?(?:the\s+)(?:\w+\s+){0,2}(?:answer|solution|result)"
    r"|(?:ignore|forget)\s+(?:all\s+)?(?:your|the|previous)\s+(?:\w+\s+)?(?:instructions?|rules?|prompt))\b",
    re.IGNORECASE,
)
_CONFUSION = re.compile(
    r"\b(?:idk|i (?:do not|don'?t|dont|can'?t|cannot) (?:know|get|understand|do|see|remember|work)"
    r"|(?:i'?m|im|i am) (?:stuck|lost|confused|not sure)|no (?:idea|clue)|help|stuck|confused|hint|huh)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|great|cool|nice|yay)\W+)?(?:thanks?(?: you)?|thx|bye|goodbye|see you|i'?m done|that'?s all|done)\b",
    re.IGNORECASE,
)
_NEW_PROBLEM = re.compile(
    r"\b(?:(?:new|next|another|different|other) (?:problem|question|one|exercise)\b(?!.*\bhint)"
    r"|can we (?:do|try) (?:something|a) (?:else|different|new))",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\s*(?:why|how|what|when|where|which|who|do|does|is|are|can|should|could)\b", re.IGNORECASE)
_DISTRESS = re.compile(
    r"\b(?:kill(?:ing)? myself|suicid\w*|hurt(?:ing)? myself|self[- ]harm|want to die|wanna die|hate (?:myself|my life)"
    r"|(?:hits?|hurts?|beats?|scares?) me\b|i feel (?:so )?(?:worthless|hopeless|unsafe)|nobody (?:likes|loves) me)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{2,}")
_COMMON = frozenset(
    "the of and to in is it that for on are as with his they at be this have from or one had by not but what all "
    "were we when your can said there use an each which she do how their if will up other about out many then them "
    "these so some her would make like him into time has look two more go see no way could my than been who its now "
    "did get come may just you me am was i'm me".split()
)
_MATHS_WORDS = frozenset(
    "add added adding plus minus subtract subtracted times multiply multiplied divide divided fraction fractions "
    "denominator numerator decimal decimals percent percentage equation equations number numbers sum difference "
    "product quotient ratio area perimeter volume angle square root power exponent equal equals half quarter third "
    "double triple digit digits carry borrow negative positive even odd prime factor factors multiple multiples "
    "average mean median mode range solve simplify bracket brackets parentheses tops bottoms top bottom remainder "
    "maths math step steps method rule answer work".split()
)
