"""The flow of a dialogue: which problems come one after another, what the student does in each, what a tutor owes them.

After the four parts of KMP-Bench's data (arXiv 2603.02775): the error is looked at, confusion about What, How or Why is
met, a follow-up question goes further, and similar problems are practised at three levels. Every problem is solved in
code here, those to practise by the tutor's own `practice`. Nothing is worded yet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from ..agent.misconceptions import catalogue
from ..agent.practice import Level, exercises
from ..agent.services import Services
from ..agent.state import Principle, Program
from ..agent.symbolic import read_problem
from ..sandbox import Outcome
from .errors import Run, ends_wrong, misconceived
from .lessons import own_program
from .problems import Posed, exercise
from .programs import disagreement

Part = Literal["error analysis", "what", "how", "why", "follow-up question", "similar practice"]
Act = Literal["wrong", "ask", "partial", "right", "done"]

OWED: dict[Act, frozenset[Principle]] = {
    "wrong": frozenset({"questioning", "challenge", "explanation", "modelling"}),
    "ask": frozenset({"questioning", "challenge", "explanation", "modelling"}),
    "partial": frozenset({"feedback", "questioning", "explanation", "challenge"}),
    "right": frozenset({"feedback"}),
    "done": frozenset({"feedback"}),
}
"""The principles of which a tutor's answer to each act is to be one."""
_LEVELS: tuple[Level, ...] = ("easier", "same", "harder")
_FOLLOW_UP: Level = "follow_up"
_CONFUSION: tuple[Part, ...] = ("what", "how", "why")
_WRONG_AGAIN_SHARE = 0.3
_PARTIAL_SHARE = 0.2


@dataclass(frozen=True)
class Beat:
    """One thing the student does, and the part of the flow it belongs to."""

    part: Part
    act: Act


@dataclass(frozen=True)
class Chapter:
    """A problem of the dialogue with its solution, the mistake made on it, and what the student does in turn."""

    posed: Posed
    level: Level | None
    right: Outcome
    wrong: Run | None
    beats: tuple[Beat, ...]

    @property
    def solution(self) -> Run:
        """The tutor's own way to the answer."""
        return own_program(self.posed), self.right


Flow = tuple[Chapter, ...]


def draw_flow(id: str, random: Random, services: Services, seed: int) -> Flow | str:
    """The flow about one misconception, or why there is none."""
    made = misconceived(random, "fact", id)
    if made is None:
        return "the problem has no second program"
    posed, wrong = made
    offered = {one.level: one.problem for one, _ in exercises(posed.text, id, services, seed)}
    if "follow_up" not in offered:
        return "no follow-up question could be solved"
    levels = [level for level in _LEVELS if level in offered]
    if not levels:
        return "no similar problem could be solved"
    practised = random.sample(levels, random.randint(1, len(levels)))
    chosen: list[Level] = [level for level in (*_LEVELS, _FOLLOW_UP) if level in (*practised, _FOLLOW_UP)]
    opening = _chapter(posed, None, wrong.program, services, _first_beats(random))
    chapters = [opening, *(_practised(offered[level], level, id, random, services) for level in chosen)]
    broken = next((chapter for chapter in chapters if isinstance(chapter, str)), None)
    return broken or tuple(chapter for chapter in chapters if isinstance(chapter, Chapter))


def _first_beats(random: Random) -> list[Beat]:
    asks = random.sample(_CONFUSION, random.randint(1, 2))
    beats = [Beat("error analysis", "wrong"), *(Beat(part, "ask") for part in asks)]
    if random.random() < _PARTIAL_SHARE:
        beats.append(Beat("error analysis", "partial"))
    return [*beats, Beat("error analysis", "right")]


def _practised(text: str, level: Level, id: str, random: Random, services: Services) -> Chapter | str:
    structured = read_problem(text)
    if structured is None:
        return "a problem to practise is not read back"
    part: Part = "follow-up question" if level == "follow_up" else "similar practice"
    mistake = catalogue()[id].wrong(structured)
    again = mistake is not None and random.random() < _WRONG_AGAIN_SHARE
    beats = [*([Beat(part, "wrong")] if again else []), Beat(part, "right")]
    return _chapter(exercise(structured), level, mistake if again else None, services, beats)


def _chapter(
    posed: Posed, level: Level | None, mistake: Program | None, services: Services, beats: Sequence[Beat]
) -> Chapter | str:
    if not posed.second:
        return "the problem has no second program"
    sources = [own_program(posed).source, posed.second, *([mistake.source] if mistake else [])]
    right, second, *astray = services.run(sources)
    reason = disagreement(right, second) or (ends_wrong(astray[0], right) if mistake else "")
    if reason:
        return reason
    return Chapter(posed, level, right, (mistake, astray[0]) if mistake else None, tuple(beats))
