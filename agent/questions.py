"""From a move to what is said: the bank's templates filled in with what is at hand. Pure.

This is the content of every reply. A model may word it better; when none does, or none is there, this text itself is
sent. Each line is safe by construction: it is made of the problem's and the student's own words, the names of steps, a
catalogue question or a checked twin example, never of a value of the solution.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from zlib import crc32

from .bank import BANK, OPENERS, PRESSURE, SAFE_QUESTIONS
from .brief import avoided
from .diagnose import read_student
from .misconceptions import Misconception, catalogue, suspects
from .problem_words import problem_words
from .state import Brief, Diagnosis, Move, Reading, StatedStep, Turn
from .symbolic import read_problem

_SPARES = 3
_LONGEST_QUOTE = 90
_NAME = re.compile(r"\$(\w+)")
_QUOTED = re.compile(r'"[^"]*"')
_CALCULATION = re.compile(
    r"\d\s*[-+*x×÷−^]\s*\(?\d|\d\s+/\s+\d|=.*=|\b(?:plus|minus|times|divided|added|took)\b", re.IGNORECASE
)
# What stands around a number without being part of it: "so 19", "is it 5?", "I think it's 12".
_AROUND = re.compile(
    r"(?:\W*\b(?:so|and|then|ok(?:ay)?|um+|oh|well|maybe|is it|it'?s|it is|that'?s|i (?:think|got|get|guess|believe)|"
    r"it (?:costs?|makes|gives)|the answer is|because|since|just)\b)*[\s,:]*(.*?)[\s,:;?!]*",
    re.IGNORECASE | re.DOTALL,
)
_GREETING = re.compile(r"\W*(?:hi+|hello|hey|good (?:morning|afternoon|evening))\b", re.IGNORECASE)
_PRESUMES = re.compile(r"\$quote|\bdid you\b|\byour\b", re.IGNORECASE)
"""A catalogue question that speaks of work which the student has not shown."""


@dataclass(frozen=True)
class Setting:
    """What there is to speak about.

    text: what the student just said. turns: the finished ones, oldest first. ahead: what is left to do, in words
    without values. twin: a worked example with other numbers.
    """

    problem: str
    text: str
    turns: tuple[Turn, ...] = ()
    ahead: tuple[str, ...] = ()
    twin: str | None = None
    brief: Brief = field(default_factory=Brief)


def lines(move: Move, reading: Reading, diagnosis: Diagnosis, setting: Setting) -> list[str]:
    """Ways to say the move, the best first; each asks something that this lesson has not asked yet, while there is any.

    There is always one, and none holds a word the teacher wants avoided unless every line of the bank does.
    """
    about = _stands_by(diagnosis, setting.turns)
    names = _names(move, reading, about, setting)
    templates = [*_of_misconception(move, about, setting), *_of_bank(move, about, names, setting)]
    filled = [line for template in templates if (line := _fill(template, names))]
    asked = [turn.skeleton for turn in setting.turns]
    allowed = [line for line in dict.fromkeys(filled) if not avoided(line, setting.brief)]
    fresh = [line for line in allowed if not any(same_question(line, other) for other in asked)]
    chosen = (fresh or allowed or filled)[: _SPARES + 1]
    begun = [f"{beginning} {chosen[0]}" for beginning in _beginnings(move, reading, setting)]
    return [*begun, *chosen[0 if not begun else 1 :]] if begun else chosen


def same_question(first: str, second: str) -> bool:
    """Whether two lines ask the same: their last sentences are alike, and they do not quote different things."""
    asked, quoted = zip(
        *((_last_sentence(line), set(_QUOTED.findall(line))) for line in (first, second)), strict=True
    )
    return asked[0] == asked[1] and (not quoted[0] or not quoted[1] or bool(quoted[0] & quoted[1]))


def _last_sentence(line: str) -> str:
    return re.split(r"(?<=[.!?:])\s+", _QUOTED.sub('""', line).strip())[-1].casefold()


def pressure(text: str) -> str | None:
    """What a student leans on to get the answer (a key of `PRESSURE`), the weightiest first; None when nothing."""
    return next((kind for kind, pattern in PRESSURE.items() if pattern.search(text)), None)


# --- which templates --------------------------------------------------------------------------------------------------


def _of_misconception(move: Move, about: Diagnosis, setting: Setting) -> list[str]:
    """The catalogue's questions in rising order of help: for the mistake found, or the one to look out for."""
    if move.goal != "help" or move.rung not in ("thinking", "point", "idea") or about.verdict == "slip":
        return []
    entry = catalogue().get(about.misconception) if about.misconception else None
    if entry is None:
        sought = _sought(setting)
        known = [sought] if sought else _possible(setting.problem) if move.rung == "idea" else []
        return [text for known_one in known for text in known_one.questions if not _PRESUMES.search(text)]
    if move.rung == "thinking":
        return []
    if move.rung == "idea":
        told = any(entry.explanation in turn.skeleton for turn in setting.turns)
        sure = about.confidence > 0.5
        return [
            *(f"{entry.explanation} {text}" for text in entry.questions if sure and not told),
            *entry.questions,
        ]
    return [text if "$quote" in text else f'Look again at "$quote". {text}' for text in entry.questions]


def _sought(setting: Setting) -> Misconception | None:
    """The misconception the teacher is on the look-out for, where it can occur in this problem."""
    entry = catalogue().get(setting.brief.target or "")
    structured = read_problem(setting.problem)
    return entry if entry and (structured is None or entry.wrong(structured) is not None) else None


def _possible(problem: str) -> list[Misconception]:
    """The mistakes that this problem invites; asking about one that was not made does no harm."""
    structured = read_problem(problem)
    return [] if structured is None else [entry for entry, _ in suspects(structured)]


def _of_bank(move: Move, about: Diagnosis, names: dict[str, str], setting: Setting) -> list[str]:
    found: list[str] = []
    for key in _keys(move, about, names, setting):
        variants = BANK[key]
        if key != "set_aside":  # its variants stand in the order of what they say
            turn = (crc32(setting.problem.encode()) + len(setting.turns)) % len(variants)
            variants = (*variants[turn:], *variants[:turn])
        wanted = setting.brief.vocabulary.use
        found += sorted(variants, key=lambda text: not any(word.lower() in text.lower() for word in wanted))
    return found if move.goal != "help" else [*found, *SAFE_QUESTIONS]


def _keys(move: Move, about: Diagnosis, names: dict[str, str], setting: Setting) -> list[str]:
    start = [f"start/{problem_words(setting.problem).shape}", "start/any"]
    match move.goal:
        case "help":
            return _help_keys(move, about, names, start)
        case "return":
            return start
        case "confirm":
            changed = ["confirm/changed"] if names["before"] else []
            return [*changed, "confirm/work" if names["quote"] else "confirm/bare", "confirm/bare"]
        case "close":
            solved = any(turn.reply.move.goal == "confirm" for turn in setting.turns)
            return ["close/solved" if solved else "close/open"]
        case "justify":
            return ["justify", "justify/any"]
        case other:
            return [other]


def _help_keys(move: Move, about: Diagnosis, names: dict[str, str], start: list[str]) -> list[str]:
    at_hand = start
    if names["quote"]:
        line = "point/line" if is_calculation(names["quote"]) else "point/number"
        first = (
            "thinking/attempt"
            if move.rung == "thinking"
            else "point/slip"
            if about.verdict == "slip"
            else line
        )
        at_hand = [first, line, "thinking/attempt"]
    match move.rung:
        case "thinking" | "point":
            return [*at_hand, *start]
        case "idea":
            return [*(["idea/step"] if names["step"] else []), "idea/any", *at_hand, *start]
        case "example":
            return [
                "example/twin" if names["twin"] else "example/any",
                "example/any",
                "idea/any",
                *at_hand,
                *start,
            ]
        case "tell":
            return ["tell/step", "idea/step", "idea/any", *at_hand, *start]


# --- what stands for the names ----------------------------------------------------------------------------------------


def _fill(template: str, names: dict[str, str]) -> str:
    """The template with its names filled in; empty when one of them has nothing to stand for."""
    if not all(names.get(name) for name in _NAME.findall(template)):
        return ""
    return _NAME.sub(lambda match: names[match[1]], template)


def _names(move: Move, reading: Reading, about: Diagnosis, setting: Setting) -> dict[str, str]:
    words, turn = problem_words(setting.problem), len(setting.turns)
    quote, result = _quote(move, reading, about, setting)
    return {
        "quote": quote,
        "result": result,
        "focus": words.focus,
        "given": words.givens[turn % len(words.givens)] if words.givens else "",
        "step": _step(setting),
        "twin": setting.twin or "",
        "before": _before(setting.turns) if move.goal == "confirm" else "",
        "found": _found(setting) if move.goal == "set_aside" else "",
    }


def _step(setting: Setting) -> str:
    """The next step; none where a single one is all there is, since that is the problem itself."""
    begun = any(turn.reply.diagnosis.verdict == "partial" for turn in setting.turns)
    return setting.ahead[0] if len(setting.ahead) > 1 or (setting.ahead and begun) else ""


def _stands_by(diagnosis: Diagnosis, turns: Sequence[Turn]) -> Diagnosis:
    """What the student still stands by: this turn's attempt, or, when they only ask for help, their last one."""
    if diagnosis.intent == "attempt":
        return diagnosis
    before = (turn.reply.diagnosis for turn in reversed(turns))
    last = next((found for found in before if found.intent == "attempt"), diagnosis)
    return last if last.verdict not in ("correct", "partial") else diagnosis


def _quote(move: Move, reading: Reading, about: Diagnosis, setting: Setting) -> tuple[str, str]:
    """The line of the student's to speak about, and the number it comes to; empty where there is none."""
    worked = _last_work(reading, setting)
    if move.goal == "confirm":
        shown = [step for step in worked if step.holds]
        return _named(shown[-1]) if shown else ("", "")
    if about.intent != "attempt" or not worked:
        return "", ""
    if move.goal in ("justify", "go_on"):
        return (
            (tidy_quote(reading.final), "")
            if reading.final and move.goal == "justify"
            else _named(worked[-1])
        )
    if about.verdict == "unknown" and not setting.ahead:
        # Nobody knows which line is astray, so they are gone through one after the other.
        said = [turn.skeleton for turn in setting.turns]
        shown = [step for step in worked if is_calculation(step.text)] or worked[-1:]
        return _named(min(shown, key=lambda step: sum(_named(step)[0] in line for line in said)))
    step = next((step for step in worked if step.text == about.quote), worked[-1])
    if not is_calculation(step.text):  # "it costs $25 because 60 - 35 = 25": the calculation says more
        step = next(
            (other for other in worked if _digits(other) == _digits(step) and is_calculation(other.text)),
            step,
        )
    return _named(step)


def _digits(step: StatedStep) -> str:
    return re.sub(r"[^\d./-]", "", step.result or "")


def is_calculation(text: str) -> bool:
    """Whether a line shows what was done, not only what came of it."""
    return bool(_CALCULATION.search(text))


def _last_work(reading: Reading, setting: Setting) -> tuple[StatedStep, ...]:
    if reading.steps:
        return reading.steps
    last = next((turn for turn in reversed(setting.turns) if turn.reply.diagnosis.intent == "attempt"), None)
    return read_student(last.student, setting.problem).steps if last else ()


def _named(step: StatedStep) -> tuple[str, str]:
    return tidy_quote(step.text), step.result or ""


def tidy_quote(text: str) -> str:
    """A student's words to be quoted: without what only leads up to them, short, and without quotation marks inside."""
    text = " ".join(text.replace('"', "'").split())
    bare = _AROUND.fullmatch(text)
    text = bare[1] if bare and re.search(r"\w", bare[1]) else text
    if len(text) <= _LONGEST_QUOTE:
        return text
    clauses = [part.strip() for part in re.split(r"[,;] |(?<=\w) (?:so|and|because|since|then) ", text)]
    calculations = [part for part in clauses if "=" in part and len(part) <= _LONGEST_QUOTE]
    return calculations[-1] if calculations else text[: _LONGEST_QUOTE - 3].rsplit(" ", 1)[0] + " …"


def _before(turns: Sequence[Turn]) -> str:
    """The student's first line that did not hold."""
    wrong = (
        turn.reply.diagnosis.quote
        for turn in turns
        if turn.reply.diagnosis.verdict in ("misconception", "slip") and turn.reply.diagnosis.quote
    )
    return tidy_quote(next(wrong, ""))


def _found(setting: Setting) -> str:
    """The student's latest calculation that holds."""
    for turn in reversed(setting.turns):
        held = [step.text for step in read_student(turn.student, setting.problem).steps if step.holds]
        if held and turn.reply.diagnosis.verdict in ("partial", "unknown"):
            return tidy_quote(held[-1])
    return ""


# --- how a line begins ------------------------------------------------------------------------------------------------


def _beginnings(move: Move, reading: Reading, setting: Setting) -> list[str]:
    """What may stand before the line, the fullest first: the class's story, and a word for how the student came."""
    kind = _kind_of_opener(move, reading, setting)
    said = [turn.skeleton for turn in setting.turns]
    openers = [text for text in OPENERS[kind] if not avoided(text, setting.brief)] if kind else []
    opener = min(openers, key=lambda text: sum(line.startswith(text) for line in said)) if openers else ""
    story = f"Our story: {setting.brief.context.rstrip('.')}." if setting.brief.context else ""
    if avoided(story, setting.brief) or not (
        move.goal == "return" or (move.goal == "help" and not setting.turns)
    ):
        story = ""
    return [text for text in dict.fromkeys((f"{opener} {story}".strip(), opener)) if text]


def _kind_of_opener(move: Move, reading: Reading, setting: Setting) -> str | None:
    if move.goal not in ("help", "return"):
        return None
    leans_on, said = pressure(setting.text), [turn.skeleton for turn in setting.turns]
    if reading.intent == "attempt":
        if leans_on in ("upset", "threat"):
            return leans_on
        first = not any(turn.reply.diagnosis.intent == "attempt" for turn in setting.turns)
        return "work" if first and len(reading.steps) > 1 else None
    if _GREETING.match(setting.text) and not setting.turns:
        return "greeting"
    if reading.intent == "answer_request" or (leans_on and reading.intent != "off_topic"):
        return leans_on or "request"
    if reading.intent == "off_topic":
        kept = any(line.startswith(opener) for line in said for opener in OPENERS["off_topic"])
        return "off_topic_again" if kept else "off_topic"
    if reading.intent == "question" and "?" not in setting.text:
        return None
    # A kind word now and then; one each turn would be a tic.
    new = not any(line.startswith(opener) for line in said[-2:] for opener in OPENERS[reading.intent])
    return reading.intent if new else None
