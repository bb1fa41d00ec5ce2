"""A simulated lesson: the tutor's own nodes, a problem whose solution is known, and no model.

`hear` runs `diagnose`, `execute` and `respond` on what the student says and returns what the writer would be shown;
`answer` sends a reply. Training rows and dialogues are made of such turns, and judged by the gate's own `judge`.
"""

from dataclasses import dataclass, replace
from typing import Any

from ..agent.check import Scene, judge
from ..agent.diagnose import diagnose
from ..agent.execute import execute
from ..agent.moves import Policy
from ..agent.parts import TRUTH_KEY
from ..agent.respond import respond, worded_by_model
from ..agent.services import Services
from ..agent.state import Brief, Diagnosis, GroundTruth, Move, NamedValue, Program, Reply, Turn, new_turn
from ..agent.store import Store
from ..agent.symbolic import solution
from ..sandbox import Outcome, Sandbox
from ..sandbox import render as exact_text
from .errors import step_values
from .problems import Posed
from .programs import LIMITS


@dataclass(frozen=True)
class Heard:
    """The tutor's turn before it is worded: the scene the gate judges, and other lines that say the same move."""

    scene: Scene
    spares: tuple[str, ...]

    @property
    def worded_by_model(self) -> bool:
        """Whether a model is asked to word such a line."""
        return worded_by_model(self.scene.move)

    def saying(self, line: str) -> "Heard":
        """The same turn with one of its spare lines."""
        return replace(self, scene=replace(self.scene, line=line))


class Lesson:
    """One lesson; the same for the same arguments and utterances."""

    def __init__(
        self,
        id: str,
        posed: Posed,
        right: Outcome,
        services: Services,
        grade: int | None,
        brief: Brief | None = None,
    ) -> None:
        self._id, self._services = id, services
        self.posed, self.grade, self.brief = posed, grade, brief or Brief()
        self.truth = truth_of(right, own_program(posed))
        self._turns: list[Turn] = []
        services.store.put_secret(id, TRUTH_KEY, self.truth.model_dump_json())

    def hear(self, text: str) -> Heard:
        """What the tutor would have its writer say to this. Raises ValueError where it has no line."""
        number = len(self._turns) + 1
        state = new_turn(
            self._id, self.posed.text, text, grade=self.grade, number=number, turns=self._turns,
            brief=self.brief.model_dump(mode="json"),
        )  # fmt: skip
        for node in (diagnose, execute, respond):
            state.update(node(state, self._services))  # type: ignore[typeddict-item]
        scene = Scene(
            problem=self.posed.text,
            said=(*(turn.student for turn in self._turns), text),
            replies=tuple(turn.reply.text for turn in self._turns),
            line=state["skeleton"],
            move=Move.model_validate(state["move"]),
            diagnosis=Diagnosis.model_validate(state["diagnosis"]),
            grade=self.grade,
            truth=self.truth,
            brief=self.brief,
        )
        return Heard(scene, tuple(state.get("spares", ())))

    def answer(self, heard: Heard, text: str) -> None:
        """Send a reply, which ends the turn."""
        scene = heard.scene
        reply = Reply(
            text=text, move=scene.move, diagnosis=scene.diagnosis, checks=(), writer="code", drafts=0
        )
        self._turns.append(Turn(student=scene.said[-1], skeleton=scene.line, reply=reply))


def simulation(sandbox: Sandbox, seed: int) -> Services:
    """What the tutor's nodes reach in a simulated lesson: no model, and a teacher who allows every rung."""
    return Services(
        store=Store(), sandbox=sandbox, writer=None, writer_name="", solver=None, solver_name="",
        policy=Policy(tell=True), seed=seed, limits=LIMITS,
    )  # fmt: skip


def own_program(posed: Posed) -> Program:
    """The program by which the tutor itself would know the answer."""
    return posed.program if posed.problem is None else solution(posed.problem)


def truth_of(outcome: Outcome, program: Program) -> GroundTruth:
    """The ground truth as the tutor would have it from this program."""
    steps = step_values(outcome, program)
    return GroundTruth(
        status="verified",
        answer=exact_text(outcome.value),
        steps=tuple(NamedValue(name=name, value=value) for name, value in steps),
        plan=program.plan,
        programs=(program,),
        note="worked out exactly",
    )


def line_fails(scene: Scene) -> str:
    """Which check the tutor's own line fails, or nothing."""
    failed = [item.name for item in judge(scene.line, scene, own_words=True) if not item.passed]
    return f"the line fails the gate: {failed[0]}" if failed else ""


def reply_fails(reply: str, scene: Scene) -> str:
    """Which check a wording of the line fails, or nothing."""
    failed = [item.name for item in judge(reply, scene) if not item.passed]
    return f"the wording fails the gate: {failed[0]}" if failed else ""


def as_proof(scene: Scene) -> dict[str, Any]:
    """A scene without its truth, as a row keeps it."""
    return {
        "said": list(scene.said),
        "replies": list(scene.replies),
        "line": scene.line,
        "move": scene.move.model_dump(mode="json"),
        "diagnosis": scene.diagnosis.model_dump(mode="json"),
        "brief": scene.brief.model_dump(mode="json"),
    }


def from_proof(proof: dict[str, Any], problem: str, grade: int | None, truth: GroundTruth) -> Scene:
    """The scene a row keeps, with the truth worked out anew."""
    return Scene(
        problem=problem,
        said=tuple(proof["said"]),
        replies=tuple(proof["replies"]),
        line=str(proof["line"]),
        move=Move.model_validate(proof["move"]),
        diagnosis=Diagnosis.model_validate(proof["diagnosis"]),
        grade=grade,
        truth=truth,
        brief=Brief.model_validate(proof.get("brief", {})),
    )
