"""Rows that teach the writer: a line of the tutor as the writer is shown it, and a good wording of it.

Lessons are simulated by the tutor's own nodes: a student of ours says something, `diagnose`, `execute` and `respond`
choose the move and write the line. A reply is kept if the gate's `judge` passes it; a rejected one must fail. The
writer is blind, and so are the rows: no line and no reply gives the answer away.
"""

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from ..agent.check import Scene, judge
from ..agent.diagnose import diagnose
from ..agent.execute import TRUTH_KEY, execute
from ..agent.leak import find_leaks
from ..agent.misconceptions import catalogue
from ..agent.moves import Policy
from ..agent.quantities import find_quantities, same_quantity
from ..agent.respond import respond, tidy, writer_messages
from ..agent.services import Services
from ..agent.state import Diagnosis, GroundTruth, Move, NamedValue, Program, Reply, Turn, TurnState
from ..agent.store import Store
from ..agent.symbolic import solution
from ..sandbox import Outcome, Sandbox
from ..sandbox import render as exact_text
from .errors import draw_wrong, ends_wrong, step_values
from .phrases import FAULTS, SAYS
from .problems import Posed, Problems
from .programs import LIMITS, disagreement
from .rows import Kind, Row, chat
from .wordings import reword

TURNS, WORDINGS = 4, 3
"""Student turns in a simulated lesson, and wordings tried for each line."""
_MOODS = {"attempt": "attempt", "off_topic": "away"}
_RETRY_SHARE = 0.15


class Turns:
    """The maker of tutor turns, several for each simulated lesson."""

    kind: Kind = "turns"
    batch = 128

    def __init__(self, seed: int, sandbox: Sandbox) -> None:
        self._seed, self._sandbox = seed, sandbox
        self._services = Services(
            store=Store(), sandbox=sandbox, writer=None, writer_name="", solver=None, solver_name="",
            policy=Policy(tell=True), seed=seed, limits=LIMITS,
        )  # fmt: skip
        self.settings: dict[str, Any] = {"seed": seed, "misconceptions": len(catalogue())}

    def make(self, numbers: Sequence[int]) -> Iterator[list[Row | str]]:
        """The rows of one simulated lesson a number."""
        drawn = [
            (posed, wrong.program) for posed, wrong in (draw_wrong(Problems(self._seed), n) for n in numbers)
        ]
        sources = [s for posed, wrong in drawn for s in (_own(posed).source, posed.second, wrong.source)]
        outcomes = iter(self._sandbox.run_many(sources, LIMITS))
        for number in numbers:
            posed, wrong = draw_wrong(Problems(self._seed), number)
            right, second, astray = next(outcomes), next(outcomes), next(outcomes)
            reason = disagreement(right, second) or ends_wrong(astray, right)
            yield (
                [reason]
                if reason
                else list(self._lesson(number, posed, right, (wrong.program, astray), wrong.made_by))
            )

    def _lesson(
        self, number: int, posed: Posed, right: Outcome, wrong: tuple[Program, Outcome], made_by: str
    ) -> Iterator[Row | str]:
        random = Random(f"{self._seed} {number} lesson")
        lesson, program = f"{self._seed}-{number}", _own(posed)
        truth = truth_of(right, program)
        self._services.store.put_secret(lesson, TRUTH_KEY, truth.model_dump_json())
        grade, turns = random.choice([None, *range(3, 10)]), list[Turn]()
        for place in range(TURNS):
            text = _student(random, place, (program, right), wrong)
            state = _state(lesson, posed.text, grade, turns, text)
            try:
                for node in (diagnose, execute, respond):
                    state.update(node(state, self._services))  # type: ignore[typeddict-item]
            except ValueError:
                # A worked example whose steps are not all numbers; such a lesson ends here.
                yield "the tutor has no line"
                return
            scene = Scene(
                problem=posed.text,
                said=(*(turn.student for turn in turns), text),
                replies=tuple(turn.reply.text for turn in turns),
                line=state["skeleton"],
                move=Move.model_validate(state["move"]),
                diagnosis=Diagnosis.model_validate(state["diagnosis"]),
                grade=grade,
                truth=truth,
            )
            if (
                scene.move.goal in ("close", "comfort", "set_aside", "one_at_a_time")
                or scene.move.rung == "example"
            ):
                yield "a line that no model words"
                sent = scene.line
            else:
                rows = [
                    self._row(f"{lesson}-{place}-{way}", scene, posed, made_by, random)
                    for way in range(WORDINGS)
                ]
                yield from rows
                sent = next((row.reply for row in rows if isinstance(row, Row)), scene.line)
            reply = Reply(
                text=sent, move=scene.move, diagnosis=scene.diagnosis, checks=(), writer="code", drafts=0
            )
            turns.append(Turn(student=text, skeleton=scene.line, reply=reply))

    def _row(self, place: str, scene: Scene, posed: Posed, made_by: str, random: Random) -> Row | str:
        reason = _line_fails(scene)
        if reason:
            return reason
        reply = reword(scene.line, _MOODS.get(scene.diagnosis.intent, "lost"), random)
        if tidy(reply) == scene.line:
            return "the wording is the line itself"
        reason = _reply_fails(reply, scene)
        if reason:
            return reason
        rejected, fault, why = _near_miss(reply, scene, random)
        reasons = [why] if why and random.random() < _RETRY_SHARE else []
        return Row(
            kind="turns",
            id=f"turns-{place}",
            messages=chat(writer_messages(scene.line, reasons), reply),
            rejected=rejected,
            provenance={
                "problem": scene.problem,
                "source": "own",
                "made_of": posed.kind,
                "mistake": made_by,
                "named": scene.diagnosis.misconception,
                "move": f"{scene.move.goal}/{scene.move.rung}",
                "grade": scene.grade,
                "fault": fault,
            },
            proof={
                "program": _own(posed).source,
                "plan": list(_own(posed).plan),
                "second": posed.second,
                "said": list(scene.said),
                "replies": list(scene.replies),
                "line": scene.line,
                "move": scene.move.model_dump(mode="json"),
                "diagnosis": scene.diagnosis.model_dump(mode="json"),
                "reasons": reasons,
            },
        )


def truth_of(outcome: Outcome, program: Program) -> GroundTruth:
    """The ground truth as the tutor would have it from this program."""
    steps = step_values(outcome, program)
    return GroundTruth(
        status="verified",
        answer=exact_text(outcome.value),
        steps=tuple(NamedValue(name=name, value=value) for name, value in steps),
        plan=program.plan,
        note="worked out exactly",
    )


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
    scene = Scene(
        problem=str(row.provenance["problem"]),
        said=tuple(proof["said"]),
        replies=tuple(proof["replies"]),
        line=str(proof["line"]),
        move=Move.model_validate(proof["move"]),
        diagnosis=Diagnosis.model_validate(proof["diagnosis"]),
        grade=row.provenance.get("grade"),
        truth=truth_of(right, program),
    )
    if chat(writer_messages(scene.line, proof["reasons"]), row.reply) != row.messages:
        return "the prompt is not the writer's"
    if row.rejected is not None and not _reply_fails(row.rejected, scene):
        return "the rejected reply passes the gate"
    return _line_fails(scene) or _reply_fails(row.reply, scene)


def _line_fails(scene: Scene) -> str:
    failed = [item.name for item in judge(scene.line, scene, own_words=True) if not item.passed]
    return f"the line fails the gate: {failed[0]}" if failed else ""


def _reply_fails(reply: str, scene: Scene) -> str:
    failed = [item.name for item in judge(reply, scene) if not item.passed]
    return f"the wording fails the gate: {failed[0]}" if failed else ""


def _near_miss(reply: str, scene: Scene, random: Random) -> tuple[str | None, str | None, str | None]:
    """The reply with one fault that the gate catches, which fault, and the gate's reason; none where it leaks."""
    faults = [fault for fault in FAULTS if (fault == "affirmed error") is not (scene.move.goal == "confirm")
              or fault in ("false premise", "new number", "two questions")]  # fmt: skip
    fault = random.choice(
        [fault for fault in faults if fault != "false denial" or scene.move.goal == "confirm"]
    )
    known = find_quantities(scene.ground)
    free = [
        n
        for n in range(2, 100)
        if not any(same_quantity(q, k) for q in find_quantities(str(n)) for k in known)
    ]
    words = random.choice(FAULTS[fault]).format(number=random.choice(free))
    bad = f"{reply} {words}" if fault == "two questions" else f"{words} {reply}"
    failed = [item.reason for item in judge(bad, scene) if not item.passed]
    leaks = scene.truth.answer and find_leaks(bad, scene.truth.answer, scene.problem, scene.said)
    if not failed or (leaks and scene.move.goal != "confirm" and fault != "affirmed error"):
        return None, None, None
    return bad, fault, failed[0]


# --- the simulated student --------------------------------------------------------------------------------------------


def _student(
    random: Random, place: int, right: tuple[Program, Outcome], wrong: tuple[Program, Outcome]
) -> str:
    """What the student says; the first turn is mostly the mistake, later ones are anything."""
    kind = random.choices(
        ["wrong", "right", "partial", "slip", "confusion", "request", "question", "off topic"],
        [10, 1, 2, 3, 3, 1, 1, 1] if place == 0 else [5, 2, 3, 3, 4, 2, 2, 1],
    )[0]
    if kind in SAYS:
        return random.choice(SAYS[kind])
    if kind == "slip":
        return _false_equation(random, *right) or random.choice(SAYS["confusion"])
    program, outcome = wrong if kind == "wrong" else right
    steps = step_values(outcome, program)
    told = [f"{said.rstrip('.')}: {value}." for said, (_, value) in zip(program.plan, steps, strict=False)]
    if kind == "partial":
        return told[0] if len(told) > 1 else random.choice(SAYS["confusion"])
    final = exact_text(outcome.value)
    words = random.choice(SAYS["work" if random.random() < 0.6 and told else "answer"])
    return words.format(work=" ".join(told), final=final)


def _false_equation(random: Random, program: Program, outcome: Outcome) -> str | None:
    """A calculation of two whole numbers of the solution with a wrong result, such as 6 * 7 = 44."""
    values = {step.name: step.value for step in outcome.steps}
    found = re.findall(r"^\s*(\w+) = (\w+) ([-+*]) (\w+)$", program.source, re.MULTILINE)
    whole = [(a, sign, b, name) for name, a, sign, b in found
             if all(type(values.get(part)) is int for part in (name, a, b))]  # fmt: skip
    if not whole:
        return None
    a, sign, b, name = random.choice(whole)
    shown = {"*": "×"}.get(sign, sign)
    return f"{values[a]} {shown} {values[b]} = {values[name] + random.choice([-10, -2, -1, 1, 2, 10])}"


def _own(posed: Posed) -> Program:
    """The program by which the tutor itself would know the answer."""
    return posed.program if posed.problem is None else solution(posed.problem)


def _state(lesson: str, problem: str, grade: int | None, turns: Sequence[Turn], text: str) -> TurnState:
    return {
        "lesson": lesson, "problem": problem, "grade": grade, "timings": [], "number": len(turns) + 1, "text": text,
        "turns": [turn.model_dump(mode="json") for turn in turns], "reading": {}, "hypotheses": [], "truth_key": None,
        "diagnosis": {}, "ahead": [], "move": None, "skeleton": "", "draft_key": None, "tries": 0, "reasons": [],
        "reply": None,
    }  # fmt: skip
