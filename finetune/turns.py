"""Rows that teach the writer: a line of the tutor as the writer is shown it, and a good wording of it.

Lessons are simulated by the tutor's own nodes (`lessons.py`). A reply is kept if the gate's `judge` passes it; a
rejected one must fail. The writer is blind, and so are the rows: no line and no reply gives the answer away.
"""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from langchain_core.messages import BaseMessage

from ..agent.check import Scene, close_enough
from ..agent.misconceptions import catalogue
from ..agent.respond import tidy, writer_messages
from ..agent.state import Brief, Program
from ..sandbox import Outcome, Sandbox
from .errors import Run, Wrong, draw_wrong, ends_wrong, misconceived
from .faults import near_miss
from .lessons import (
    Heard,
    Lesson,
    as_proof,
    from_proof,
    line_fails,
    own_program,
    reply_fails,
    simulation,
    truth_of,
)
from .light import lightly, story
from .problems import Posed, Problems
from .programs import LIMITS, disagreement
from .rows import Kind, Row, chat
from .students import has_decimals, says

TURNS, WORDINGS = 5, 2
"""Student turns in a simulated lesson, and wordings tried for each line."""
_MISCONCEPTION_SHARE = 0.75
_RETRY_SHARE, _STORY_SHARE = 0.1, 0.3
_FIRST = {
    "wrong": 10,
    "right": 1,
    "partial": 2,
    "slip": 2,
    "confusion": 3,
    "request": 1,
    "question": 1,
    "off topic": 1,
}
_LATER = {
    "wrong": 6,
    "right": 2,
    "partial": 3,
    "slip": 3,
    "confusion": 4,
    "request": 2,
    "question": 2,
    "off topic": 1,
}


class Turns:
    """The maker of tutor turns, several for each simulated lesson.

    unseen: misconceptions nothing is learnt from, for measuring how an adapter does on new ones.
    """

    kind: Kind = "turns"
    batch = 32

    def __init__(self, problems: Problems, sandbox: Sandbox, unseen: Sequence[str] = ()) -> None:
        self._problems, self._sandbox = problems, sandbox
        self._unseen = frozenset(unseen)
        self._services = simulation(sandbox, problems.seed)
        self.settings: dict[str, Any] = {
            **problems.settings,
            "misconceptions": len(catalogue()) - len(self._unseen),
            "unseen": sorted(self._unseen),
        }

    def make(self, numbers: Sequence[int]) -> Iterator[list[Row | str]]:
        """The rows of one simulated lesson a number."""
        drawn = [self._drawn(number) for number in numbers]
        sources = [
            s
            for posed, wrong in drawn
            for s in (own_program(posed).source, posed.second, wrong.program.source)
        ]
        outcomes = iter(self._sandbox.run_many(sources, LIMITS))
        for number, (posed, wrong) in zip(numbers, drawn, strict=True):
            right, second, astray = next(outcomes), next(outcomes), next(outcomes)
            reason = disagreement(right, second) or ends_wrong(astray, right)
            if wrong.made_by in self._unseen:
                reason = "a misconception kept unseen"
            yield [reason] if reason else list(self._lesson(number, posed, right, wrong, astray))

    def _drawn(self, number: int) -> tuple[Posed, Wrong]:
        """Mostly misconceptions, in turn, so that every one of them is met; else a slip as pupils make them."""
        random = Random(f"{self._problems.seed} {number} turns")
        made = misconceived(random, "fact", list(catalogue())[number % len(catalogue())])
        return made if made and random.random() < _MISCONCEPTION_SHARE else draw_wrong(self._problems, number)

    def _lesson(
        self, number: int, posed: Posed, right: Outcome, wrong: Wrong, astray: Outcome
    ) -> Iterator[Row | str]:
        random = Random(f"{self._problems.seed} {number} lesson")
        runs: tuple[Run, Run] = (own_program(posed), right), (wrong.program, astray)
        place = f"{self._problems.seed}-{number}"
        grade = random.choice([None, *range(3, 10)])
        brief = Brief(context=story(random)) if random.random() < _STORY_SHARE else None
        lesson = Lesson(place, posed, right, self._services, grade, brief)
        for turn in range(TURNS):
            kinds = _LATER if turn else _FIRST
            kind = random.choices(list(kinds), list(kinds.values()))[0]
            try:
                heard = lesson.hear(says(kind, random, *runs, has_decimals(posed.text)))
            except ValueError:
                # A worked example whose steps are not all numbers; such a lesson ends here.
                yield "the tutor has no line"
                return
            sent = heard.scene.line
            if not heard.worded_by_model:
                yield "a line that no model words"
            elif heard.scene.diagnosis.misconception in self._unseen:
                yield "a misconception kept unseen"
            else:
                heard = heard.saying(random.choice([heard.scene.line, heard.scene.line, *heard.spares]))
                rows = [
                    self._row(f"{place}-{turn}-{way}", heard, posed, wrong, random) for way in range(WORDINGS)
                ]
                yield from rows
                sent = next((row.reply for row in rows if isinstance(row, Row)), heard.scene.line)
            lesson.answer(heard, sent)

    def _row(self, place: str, heard: Heard, posed: Posed, wrong: Wrong, random: Random) -> Row | str:
        scene = heard.scene
        reply = lightly(scene, random)
        reason = line_fails(scene) or _wording_fails(reply, scene)
        if reason:
            return reason
        if tidy(reply) == scene.line:
            return "the wording is the line itself"
        missed = near_miss(reply, scene, random)
        reasons = [missed.reason] if missed and random.random() < _RETRY_SHARE else []
        return Row(
            kind="turns",
            id=f"turns-{place}",
            messages=chat(shown(scene, reasons), reply),
            rejected=missed.text if missed else None,
            provenance={
                "problem": scene.problem,
                "source": posed.source,
                "made_of": posed.kind,
                "mistake": wrong.made_by,
                "named": scene.diagnosis.misconception,
                "move": f"{scene.move.goal}/{scene.move.rung}",
                "grade": scene.grade,
                "fault": missed.fault if missed else None,
            },
            proof={
                "program": own_program(posed).source,
                "plan": list(own_program(posed).plan),
                "second": posed.second,
                "reasons": reasons,
                **as_proof(scene),
            },
        )


def shown(scene: Scene, reasons: Sequence[str]) -> list[BaseMessage]:
    """What a tuned writer is shown of a scene."""
    return writer_messages(scene.line, reasons, scene.brief, scene.said[-1])


def check(rows: Sequence[Row], sandbox: Sandbox) -> list[str]:
    """For each row why its proof does not hold, or nothing: the truth is worked out anew, the gate judges again."""
    sources = [str(row.proof[name]) for row in rows for name in ("program", "second")]
    outcomes = iter(sandbox.run_many(sources, LIMITS))
    return [_holds(row, next(outcomes), next(outcomes)) for row in rows]


def _holds(row: Row, right: Outcome, second: Outcome) -> str:
    reason = disagreement(right, second)
    if reason:
        return reason
    proof = row.proof
    program = Program(plan=tuple(proof["plan"]), source=str(proof["program"]), origin="symbolic")
    problem, grade = str(row.provenance["problem"]), row.provenance.get("grade")
    scene = from_proof(proof, problem, grade, truth_of(right, program))
    if chat(shown(scene, proof["reasons"]), row.reply) != row.messages:
        return "the prompt is not the writer's"
    if row.rejected is not None and not reply_fails(row.rejected, scene):
        return "the rejected reply passes the gate"
    return line_fails(scene) or _wording_fails(row.reply, scene)


def _wording_fails(reply: str, scene: Scene) -> str:
    return reply_fails(reply, scene) or (
        "" if close_enough(reply, scene) else "the wording strays from the line"
    )
