"""Node 4: the gate. It alone sees both the answer and the words; it sends, asks for another draft, or falls back.

Each check returns a reason a writer can act on, or nothing. Reasons never hold a value of the solution, because the
writer that reads them is blind.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from .bank import SAFE_CLOSING, SAFE_QUESTIONS
from .brief import avoided
from .diagnose import read_student
from .execute import LATER_KEY
from .expressions import find_equations
from .gate_words import (
    ABOUT_ITSELF,
    ACTIONS,
    ASKED,
    COMFORTING,
    JUDGEMENTS,
    OPERATIONS,
    PROMPT_TEXT,
    QUOTED,
    REFUSAL,
    SCOLDING,
    SHOWN,
    WARM_WORDS,
)
from .leak import find_leaks
from .moves import ENDS
from .openers import begins_kindly
from .parts import NEXT, answered, truth_key
from .plain_words import content_words, hard_words, longest_sentence, sentences, unquoted
from .quantities import find_quantities, is_among
from .questions import same_question
from .rank import best, is_close
from .services import Services
from .state import Brief, Check, Diagnosis, GroundTruth, Move, Reply, Turn, TurnState, Writer
from .student_lines import plain_quotes

_MAX_WORDS = 60
_NEW_WORDS = 2
_NO_QUESTION = ENDS - {"confirm"}


@dataclass(frozen=True)
class Scene:
    """Everything the checks may look at beside the text itself.

    questions: the problems that several questions make; later: the answers of those still to come.
    """

    problem: str
    said: tuple[str, ...]
    replies: tuple[str, ...]
    line: str
    move: Move
    diagnosis: Diagnosis
    grade: int | None
    truth: GroundTruth
    brief: Brief = field(default_factory=Brief)
    questions: tuple[str, ...] = ()
    later: tuple[str, ...] = ()

    @property
    def ground(self) -> str:
        """All text a reply may draw its numbers and operations from."""
        given = (self.brief.context, *self.brief.vocabulary.use)
        return "\n".join((self.problem, *self.said, self.line, *given))

    @cached_property
    def shows_work(self) -> bool:
        """Whether the student's latest words hold steps, and not an answer alone."""
        steps = read_student(self.said[-1], self.problem).steps
        return len(steps) > 1 or any(step.holds is not None for step in steps)


def check(state: TurnState, services: Services) -> dict[str, Any]:
    """Judge the drafts. Sets `reply` and a new turn, or `reasons` for another try."""
    scene = scene_of(state, services, Move.model_validate(state["move"]), state["skeleton"])
    drafts = _drafts(state, services)
    judged = [(draft, judge(draft, scene)) for draft in drafts]
    passing = {draft: checks for draft, checks in judged if all(item.passed for item in checks)}
    close = [draft for draft in passing if close_enough(draft, scene)]
    if close:
        wanted = scene.brief.vocabulary.use
        chosen = best(close, scene.line, scene.diagnosis.quote, wanted, scene.replies)
        return _send(chosen, "model", passing[chosen], scene, state)
    if drafts and not passing and state["tries"] <= services.policy.retries:
        reasons = dict.fromkeys(item.reason for _, checks in judged for item in checks if not item.passed)
        return {"reasons": list(reasons)[:3], "reply": None}
    return _send(scene.line, "code", judge(scene.line, scene, own_words=True), scene, state)


def close_enough(draft: str, scene: Scene) -> bool:
    """Whether a draft that passes is near enough to the line to be said instead of it; see `rank.is_close`.

    What the teacher gave is welcome in it, and thanks and comfort that fit how the student came.
    """
    welcome = [scene.brief.context, *scene.brief.vocabulary.use]
    if scene.diagnosis.intent == "confusion":
        welcome.append(COMFORTING)
    if scene.diagnosis.intent == "question":
        welcome.append(ASKED)
    if scene.shows_work:
        welcome.append(SHOWN)
    # One kind beginning is enough.
    begun_twice = begins_kindly(scene.line) and len(sentences(draft)) > len(sentences(scene.line))
    return not begun_twice and is_close(draft, scene.line, " ".join(welcome))


def scene_of(state: TurnState, services: Services, move: Move, line: str) -> Scene:
    """What the checks may look at this turn."""
    turns = [Turn.model_validate(turn) for turn in state["turns"]]
    kept = services.store.secret(state["lesson"], truth_key(answered(state["turns"])))
    later = services.store.secret(state["lesson"], LATER_KEY)
    return Scene(
        problem=state["problem"],
        said=(*(turn.student for turn in turns), state["text"]),
        replies=tuple(turn.reply.text for turn in turns),
        line=line,
        move=move,
        diagnosis=Diagnosis.model_validate(state["diagnosis"]),
        grade=state["grade"],
        truth=GroundTruth(status="unknown") if kept is None else GroundTruth.model_validate_json(kept),
        brief=Brief.model_validate(state.get("brief", {})),
        questions=tuple(question["problem"] for question in state.get("questions", [])),
        later=() if later is None else tuple(json.loads(later)),
    )


def first_sayable(lines: Sequence[str], scene: Scene) -> str:
    """The first of the code's own lines that passes, before any writer sees it; else what says nothing of the problem.

    Which line it is says no more about the answer than that it may be said.
    """
    last = SAFE_CLOSING if scene.move.goal in _NO_QUESTION else SAFE_QUESTIONS
    safe = [line for line in sorted(last, key=scene.replies.count) if not avoided(line, scene.brief)]
    for line in (*lines, *safe):
        if all(item.passed for item in judge(line, replace(scene, line=line), own_words=True)):
            return line
    return safe[0]  # `brief.checked_brief` has seen to it that there is one


def judge(text: str, scene: Scene, *, own_words: bool = False) -> tuple[Check, ...]:
    """Run every check on one text. `own_words` marks the bank's line, which need not resemble itself."""
    checks = _FOR_ALL if own_words else (*_FOR_ALL, *_FOR_MODELS)
    return tuple(
        Check(name=name, passed=not reason, reason=reason)
        for name, reason in ((name, find(text, scene)) for name, find in checks)
    )


def _leak(text: str, scene: Scene) -> str:
    answers = [scene.truth.answer, *(part.answer for part in scene.truth.parts), *scene.later]
    if scene.move.goal in ("confirm", NEXT):
        # A confirmed answer is the student's own; `moves.may_confirm` decided that it may be confirmed.
        answers = list(scene.later)
    if scene.move.goal == "justify":  # it asks about the student's own words, whatever they come to
        text = QUOTED.sub(lambda quote: '""' if _was_said(quote[1], scene) else quote[0], text)
    # A worked example has steps of its own, about other numbers; only its result may never be this answer.
    steps = () if scene.move.rung == "example" else [step.value for step in scene.truth.steps]
    problem = "\n".join(scene.questions) or scene.problem
    for answer in filter(None, answers):
        leaks = find_leaks(text, answer, problem, scene.said, replies=scene.replies, steps=steps)
        if leaks:
            return leaks[0].why
    return ""


def _was_said(quote: str, scene: Scene) -> bool:
    return any(quote in plain_quotes(words) for words in scene.said)


def _claims(text: str, scene: Scene) -> str:
    false = [equation for equation in find_equations(unquoted(text)) if equation.holds is False]
    return "it states a calculation that does not come out" if false else ""


def _one_question(text: str, scene: Scene) -> str:
    marks = unquoted(text).count("?")
    if scene.move.goal in _NO_QUESTION:
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
    if longest_sentence(text) > 16 + 2 * grade:
        return "a sentence is too long for this grade"
    return "it uses a word that is too hard for this grade" if hard_words(text, grade, scene.ground) else ""


def _words(text: str, scene: Scene) -> str:
    word = avoided(text, scene.brief)
    return f"it uses the word {word!r}, which the teacher wants avoided" if word else ""


def _again(text: str, scene: Scene) -> str:
    asked = any(same_question(text, reply) for reply in scene.replies)
    return "it asks what was asked before" if asked else ""


def _tone(text: str, scene: Scene) -> str:
    return "it scolds the student" if SCOLDING.search(unquoted(text)) else ""


def _form(text: str, scene: Scene) -> str:
    if not text.strip():
        return "it is empty"
    own = unquoted(text)  # what a student typed may be as broken as it was
    pairs = ((r"\(", r"\)"), (r"\[", r"\]"))
    odd = text.count('"') % 2 or own.count("**") % 2 or own.count("`") % 2
    if odd or any(own.count(begin) != own.count(end) for begin, end in pairs):
        return "a quotation mark or a piece of formatting is not closed"
    if own.count("(") != own.count(")") or own.count("{") != own.count("}"):
        return "a bracket is not closed"
    if PROMPT_TEXT.search(text) or any(ord(char) < 32 and char != "\n" for char in text):
        return "it repeats the instructions instead of the line"
    return ""


def _numbers(text: str, scene: Scene) -> str:
    given = find_quantities(scene.ground)
    new = [q for q in find_quantities(text) if not is_among(q, given)]
    return "it brings in a number that is not in the line" if new else ""


def _operations(text: str, scene: Scene) -> str:
    ground, words = scene.ground.lower(), unquoted(text).lower()
    for operation in OPERATIONS:
        if operation.search(words) and not operation.search(ground):
            return "it brings in an operation or a maths word that is not in the line"
    return ""


def _quote(text: str, scene: Scene) -> str:
    said = text.casefold()
    missing = [quote for quote in QUOTED.findall(scene.line) if quote.casefold() not in said]
    if missing:
        return "it must keep the student's own words in quotation marks as they are"
    ground = scene.ground.casefold()
    made_up = [quote for quote in QUOTED.findall(said) if quote.strip(" .,!?…") not in ground]
    return "it puts words in quotation marks that nobody said" if made_up else ""


def _judgement(text: str, scene: Scene) -> str:
    words, line = unquoted(text).lower(), scene.line.lower()
    for verdict in JUDGEMENTS:
        if verdict.search(words) and not verdict.search(line):
            return "it says whether the student is right or wrong, which the line does not"
    return "" if scene.move.goal != "confirm" or JUDGEMENTS[0].search(words) else "it must confirm the answer"


def _actions(text: str, scene: Scene) -> str:
    return "it claims something the tutor did not do" if ACTIONS.search(unquoted(text)) else ""


def _content(text: str, scene: Scene) -> str:
    """A wording keeps most of what the line says: its longer words are its content."""
    wanted = content_words(unquoted(scene.line))
    kept = wanted & content_words(unquoted(text))
    return "" if len(kept) * 2 >= len(wanted) else "it does not say what the line says"


def _nothing_more(text: str, scene: Scene) -> str:
    """A wording brings no topic of its own: few content words that nobody has used before."""
    known = content_words(scene.ground) | WARM_WORDS
    new = content_words(unquoted(text)) - known
    words = unquoted(text)
    if REFUSAL.search(words):
        return "it refuses or asks for the problem instead of saying the line"
    if ABOUT_ITSELF.search(words) and not ABOUT_ITSELF.search(unquoted(scene.line)):
        return "it speaks of the tutor, agrees to something or thanks for something that was not said"
    return "it says more than the line" if len(new) > _NEW_WORDS else ""


Find = Callable[[str, Scene], str]
_FOR_ALL: tuple[tuple[str, Find], ...] = (
    ("leak", _leak),
    ("claims", _claims),
    ("one_question", _one_question),
    ("length", _length),
    ("tone", _tone),
    ("form", _form),
    ("level", _level),
    ("words", _words),
)
_FOR_MODELS: tuple[tuple[str, Find], ...] = (
    ("again", _again),
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
