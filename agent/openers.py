"""How a reply begins: a kind word for how the student came, and the class's story. Pure."""

import re

from .brief import avoided
from .opener_words import OPENERS, PRESSURE
from .state import Move, Reading
from .student_lines import Setting
from .student_words import WHY_NOT

STORY = "Our story: "
"""What stands before the story that the teacher gave."""
_GREETING = re.compile(r"\W*(?:hi+|hello|hey|good (?:morning|afternoon|evening))\b", re.IGNORECASE)
_ASKS_WHY = re.compile(
    r"\bwhat(?:'?s| is) wrong\b|\b(?:why|how) is (?:it|that|this) wrong\b|\bnot (?:right|correct)\?", re.I
)


def beginnings(move: Move, reading: Reading, setting: Setting) -> list[str]:
    """What may stand before the line, the fullest first: the class's story, and a word for how the student came."""
    kind = _kind_of_opener(move, reading, setting)
    said = [turn.skeleton for turn in setting.turns]
    openers = [text for text in OPENERS[kind] if not avoided(text, setting.brief)] if kind else []
    opener = min(openers, key=lambda text: sum(line.startswith(text) for line in said)) if openers else ""
    story = f"{STORY}{setting.brief.context.rstrip('.')}." if setting.brief.context else ""
    if avoided(story, setting.brief) or not (
        move.goal == "return" or (move.goal == "help" and not setting.turns)
    ):
        story = ""
    return [text for text in dict.fromkeys((f"{opener} {story}".strip(), opener)) if text]


def begins_kindly(line: str) -> bool:
    """Whether a line begins with one of the openers, or with the class's story."""
    return line.startswith((STORY, *(opener for openers in OPENERS.values() for opener in openers)))


def _kind_of_opener(move: Move, reading: Reading, setting: Setting) -> str | None:
    if move.goal not in ("help", "return"):
        return None
    leans_on, said = pressure(setting.text), [turn.skeleton for turn in setting.turns]
    if reading.intent == "attempt" and _ASKS_WHY.search(setting.text):
        return "why"
    if reading.intent == "attempt":
        if leans_on in ("upset", "threat"):
            return leans_on
        first = not any(turn.reply.diagnosis.intent == "attempt" for turn in setting.turns)
        return "work" if first and len(reading.steps) > 1 else None
    if _GREETING.match(setting.text) and not setting.turns:
        return "greeting"
    if reading.intent == "answer_request" or (leans_on and reading.intent != "off_topic"):
        return leans_on or "request"
    if reading.intent == "off_topic" and leans_on in ("upset", "threat"):
        return leans_on
    if reading.intent == "off_topic":
        kept = any(line.startswith(opener) for line in said for opener in OPENERS["off_topic"])
        return "off_topic_again" if kept else "off_topic"
    doubts = _ASKS_WHY.search(setting.text) or WHY_NOT.search(setting.text)
    kind = "why" if doubts else reading.intent
    if kind == "question" and "?" not in setting.text:
        return None
    # A kind word now and then; one each turn would be a tic.
    new = not any(line.startswith(opener) for line in said[-2:] for opener in OPENERS[kind])
    return kind if new else None


def pressure(text: str) -> str | None:
    """What a student leans on to get the answer (a key of `PRESSURE`), the weightiest first; None when nothing."""
    return next((kind for kind, pattern in PRESSURE.items() if pattern.search(text)), None)
