"""Node 4: the gate. It alone sees both the answer and the words; it sends, asks for another draft, or falls back.

Each check returns a reason a writer can act on, or nothing. Reasons never hold a value of the solution, because the
writer that reads them is blind.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from .execute import TRUTH_KEY
from .expressions import find_equations
from .gate_words import (
    ABOUT_ITSELF,
    ACTIONS,
    FILLERS,
    JUDGEMENTS,
    OPERATIONS,
    PROMPT_TEXT,
    QUOTED,
    REFUSAL,
    SCOLDING,
    WARM_WORDS,
    WORD,
)
from .leak import find_leaks
from .quantities import find_quantities, same_quantity
from .questions import SAFE_QUESTIONS
from .services import Services
from .state import Check, Diagnosis, GroundTruth, Move, Reply, Turn, TurnState, Writer

_MAX_WORDS = 60
_NEW_WORDS = 2


@dataclass(frozen=True)
class Scene:
    """Everything the checks may look at beside the text itself."""

    problem: str
    said: tuple[str, ...]
    replies: tuple[str, ...]
    line: str
    move: Move
    diagnosis: Diagnosis
    grade: int | None
    truth: GroundTruth

    @property
    def ground(self) -> str:
        """All text a reply may draw its numbers and operations from."""
        return "\n".join((self.problem, *self.said, self.line))


def check(state: TurnState, services: Services) -> dict[str, Any]:
    """Judge the drafts. Sets `reply` and a new turn, or `reasons` for another try."""
    turns = [Turn.model_validate(turn) for turn in state["turns"]]
    kept = services.store.secret(state["lesson"], TRUTH_KEY)
    scene = Scene(
        problem=state["problem"],
        said=(*(turn.student for turn in turns), state["text"]),
        replies=tuple(turn.reply.text for turn in turns),
        line=state["skeleton"],
        move=Move.model_validate(state["move"]),
        diagnosis=Diagnosis.model_validate(state["diagnosis"]),
        grade=state["grade"],
        truth=GroundTruth(status="unknown") if kept is None else GroundTruth.model_validate_json(kept),
    )
    drafts = _drafts(state, services)
    reasons: list[str] = []
    for draft in drafts:
        checks = judge(draft, scene)
        if all(item.passed for item in checks):
            return _send(draft, "model", checks, scene, state)
        reasons += [item.reason for item in checks if not item.passed and item.reason not in reasons]
    if drafts and state["tries"] <= services.policy.retries:
        return {"reasons": reasons[:3], "reply": None}
    line, checks = scene.line, judge(scene.line, scene, own_words=True)
    if not all(item.passed for item in checks):
        line = min(SAFE_QUESTIONS, key=scene.replies.count)
        checks = judge(line, scene, own_words=True)
    return _send(line, "code", checks, scene, state)


def judge(text: str, scene: Scene, *, own_words: bool = False) -> tuple[Check, ...]:
    """Run every check on one text. `own_words` marks the bank's line, which need not resemble itself."""
    checks = _FOR_ALL if own_words else (*_FOR_ALL, *_FOR_MODELS)
    return tuple(
        Check(name=name, passed=not reason, reason=reason)
        for name, reason in ((name, find(text, scene)) for name, find in checks)
    )


def _leak(text: str, scene: Scene) -> str:
    # A confirmed answer is the student's own; `moves.may_confirm` decided that it may be confirmed.
    if scene.truth.answer is None or scene.move.goal == "confirm":
        return ""
    leaks = find_leaks(
        text,
        scene.truth.answer,
        scene.problem,
        scene.said,
        replies=scene.replies,
        # A worked example has steps of its own, about other numbers; only its result may never be this answer.
        steps=() if scene.move.rung == "example" else [step.value for step in scene.truth.steps],
    )
    return leaks[0].why if leaks else ""


def _claims(text: str, scene: Scene) -> str:
    false = [equation for equation in find_equations(_unquoted(text)) if equation.holds is False]
    return "it states a calculation that does not come out" if false else ""


def _one_question(text: str, scene: Scene) -> str:
    marks = _unquoted(text).count("?")
    if scene.move.goal == "close":
        return "" if marks == 0 else "it asks a question although the lesson is over"
    if marks != 1:
        return "it must ask exactly one question" if marks else "it asks no question"
    return "" if text.rstrip().endswith("?") else "the question must come last"


def _length(text: str, scene: Scene) -> str:
    limit = max(_MAX_WORDS, 2 * len(scene.line.split()))
    return "it is too long" if len(text.split()) > limit else ""


def _level(text: str, scene: Scene) -> str:
    """Short sentences and plain words for the grade; words of the problem and the line are known words."""
    grade = 6 if scene.grade is None else scene.grade
    sentences = [part.split() for part in re.split(r"[.!?:;]+\s", _unquoted(text)) if part.strip()]
    if max((len(words) for words in sentences), default=0) > 16 + 2 * grade:
        return "a sentence is too long for this grade"
    known = set(WORD.findall(scene.ground.lower()))
    hard = [word for word in WORD.findall(text.lower()) if len(word) > 10 + grade // 2 and word not in known]
    return "it uses a word that is too hard for this grade" if hard else ""


def _tone(text: str, scene: Scene) -> str:
    return "it scolds the student" if SCOLDING.search(_unquoted(text)) else ""


def _form(text: str, scene: Scene) -> str:
    if not text.strip():
        return "it is empty"
    if any(text.count(mark) % 2 for mark in ("**", "`", '"')) or any(
        text.count(begin) != text.count(end) for begin, end in ((r"\(", r"\)"), (r"\[", r"\]"))
    ):
        return "a quotation mark or a piece of formatting is not closed"
    if text.count("(") != text.count(")") or text.count("{") != text.count("}"):
        return "a bracket is not closed"
    if PROMPT_TEXT.search(text) or any(ord(char) < 32 and char != "\n" for char in text):
        return "it repeats the instructions instead of the line"
    return ""


def _numbers(text: str, scene: Scene) -> str:
    given = find_quantities(scene.ground)
    new = [q for q in find_quantities(text) if not any(same_quantity(q, other) for other in given)]
    return "it brings in a number that is not in the line" if new else ""


def _operations(text: str, scene: Scene) -> str:
    ground, words = scene.ground.lower(), _unquoted(text).lower()
    for operation in OPERATIONS:
        if operation.search(words) and not operation.search(ground):
            return "it brings in an operation or a maths word that is not in the line"
    return ""


def _quote(text: str, scene: Scene) -> str:
    said = text.casefold()
    missing = [quote for quote in QUOTED.findall(scene.line) if quote.casefold() not in said]
    return "it must keep the student's own words in quotation marks as they are" if missing else ""


def _judgement(text: str, scene: Scene) -> str:
    words, line = _unquoted(text).lower(), scene.line.lower()
    for verdict in JUDGEMENTS:
        if verdict.search(words) and not verdict.search(line):
            return "it says whether the student is right or wrong, which the line does not"
    return "" if scene.move.goal != "confirm" or JUDGEMENTS[0].search(words) else "it must confirm the answer"


def _actions(text: str, scene: Scene) -> str:
    return "it claims something the tutor did not do" if ACTIONS.search(_unquoted(text)) else ""


def _content(text: str, scene: Scene) -> str:
    """A wording keeps most of what the line says: its longer words are its content."""
    wanted = _content_words(_unquoted(scene.line))
    kept = wanted & _content_words(_unquoted(text))
    return "" if len(kept) * 2 >= len(wanted) else "it does not say what the line says"


def _nothing_more(text: str, scene: Scene) -> str:
    """A wording brings no topic of its own: few content words that nobody has used before."""
    known = _content_words(scene.ground) | WARM_WORDS
    new = _content_words(_unquoted(text)) - known
    words = _unquoted(text)
    if REFUSAL.search(words):
        return "it refuses or asks for the problem instead of saying the line"
    if ABOUT_ITSELF.search(words) and not ABOUT_ITSELF.search(_unquoted(scene.line)):
        return "it speaks of the tutor, agrees to something or thanks for something that was not said"
    return "it says more than the line" if len(new) > _NEW_WORDS else ""


def _content_words(text: str) -> set[str]:
    return {word[:5] for word in WORD.findall(text.lower()) if len(word) > 3 and word not in FILLERS}


def _unquoted(text: str) -> str:
    return QUOTED.sub('""', text)


Find = Callable[[str, Scene], str]
_FOR_ALL: tuple[tuple[str, Find], ...] = (
    ("leak", _leak),
    ("claims", _claims),
    ("one_question", _one_question),
    ("length", _length),
    ("tone", _tone),
    ("form", _form),
)
_FOR_MODELS: tuple[tuple[str, Find], ...] = (
    ("level", _level),
    ("numbers", _numbers),
    ("operations", _operations),
    ("quote", _quote),
    ("judgement", _judgement),
    ("actions", _actions),
    ("content", _content),
    ("nothing_more", _nothing_more),
)


def _drafts(state: TurnState, services: Services) -> Sequence[str]:
    key = state["draft_key"]
    kept = services.store.secret(state["lesson"], key) if key else None
    return list(dict.fromkeys(json.loads(kept))) if kept else ()


def _send(
    text: str, writer: Writer, checks: tuple[Check, ...], scene: Scene, state: TurnState
) -> dict[str, Any]:
    reply = Reply(
        text=text,
        move=scene.move,
        diagnosis=scene.diagnosis,
        checks=checks,
        writer=writer,
        drafts=state["tries"] if state["draft_key"] else 0,
    )
    turn = Turn(student=state["text"], skeleton=scene.line, reply=reply)
    return {"reply": reply.model_dump(mode="json"), "turns": [turn.model_dump(mode="json")], "reasons": []}
