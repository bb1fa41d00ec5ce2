"""What flows through the graph: `TurnState` and the frozen values it carries.

Checkpoints, recordings and training rows hold these names, so a name here is persisted data: choose it once.
Exact numbers travel as text ("7/12"). Nothing in `TurnState` holds the ground truth or an unsent draft: those
live in the vault (see `store.py`) and the state carries only their keys, so that no stream, checkpoint, log or
trace of the graph can give an answer away.
"""

from collections.abc import Sequence
from operator import add
from typing import Annotated, Any, Literal, NotRequired

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict

Intent = Literal["attempt", "question", "confusion", "answer_request", "new_problem", "off_topic", "done"]
Verdict = Literal["correct", "partial", "slip", "misconception", "unknown"]
TruthStatus = Literal["verified", "likely", "unknown"]
Origin = Literal["symbolic", "model", "teacher"]
Principle = Literal["challenge", "explanation", "modelling", "practice", "questioning", "feedback"]
Rung = Literal["thinking", "point", "idea", "example", "tell"]
Writer = Literal["model", "code"]

RUNGS: tuple[Rung, ...] = ("thinking", "point", "idea", "example", "tell")
"""The help ladder from least to most help."""


class Frozen(BaseModel):
    """An immutable value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Vocabulary(Frozen):
    """Words a class knows, to be used where they fit, and words it is to be spared: no reply ever holds those."""

    use: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


class Brief(Frozen):
    """What the teacher gives for a lesson.

    context: the story or mission the class is in, as a short phrase ("repairing the space station").
    target: the id of the misconception to look out for.
    """

    context: str = ""
    vocabulary: Vocabulary = Vocabulary()
    target: str | None = None


class Program(Frozen):
    """A small Python program that works a problem out: it assigns named steps and then `answer`.

    `plan` says in words what each step does, one line a step. `source` is untrusted: only the sandbox runs it.
    """

    plan: tuple[str, ...]
    source: str
    origin: Origin


class NamedValue(Frozen):
    """One intermediate value of a solution: its name in the program and its exact value as text."""

    name: str
    value: str


class Vote(Frozen):
    """How many programs gave this value; `value` is None for programs that failed."""

    value: str | None
    count: int


class PartTruth(Frozen):
    """One question of several asked at once, as a problem of its own, and its answer."""

    question: str
    status: TruthStatus
    answer: str | None = Field(default=None, repr=False)


class GroundTruth(Frozen):
    """What running code says about the problem. Lives in the vault, never in the graph's state.

    `status` is `verified` (an exact route, a teacher, or programs that agree and that nothing speaks against),
    `likely` (most programs agree) or `unknown`; `answer` is exact text, None when unknown. `note` says why in one
    line, `reasons` what speaks against being sure. `parts` are the questions of a problem that asks several,
    `choice` the letter of a multiple-choice answer. Its `repr`, and so any log line or traceback that shows it,
    leaves the values out.
    """

    status: TruthStatus
    answer: str | None = Field(default=None, repr=False)
    steps: tuple[NamedValue, ...] = Field(default=(), repr=False)
    plan: tuple[str, ...] = Field(default=(), repr=False)
    programs: tuple[Program, ...] = Field(default=(), repr=False)
    votes: tuple[Vote, ...] = Field(default=(), repr=False)
    note: str = ""
    reasons: tuple[str, ...] = ()
    parts: tuple[PartTruth, ...] = Field(default=(), repr=False)
    choice: str | None = Field(default=None, repr=False)
    seconds: float = 0.0
    tokens: int = 0
    seed: int = 0


class StatedStep(Frozen):
    """One line or sentence of the student's work, where it stands in their text, and the numbers in it."""

    text: str
    start: int
    end: int
    values: tuple[str, ...] = ()
    result: str | None = None
    holds: bool | None = None


class Reading(Frozen):
    """What the student said and did this turn, before anything is compared with the truth."""

    intent: Intent
    steps: tuple[StatedStep, ...] = ()
    final: str | None = None
    explained: bool = False
    distress: bool = False


class Evidence(Frozen):
    """One fact behind a diagnosis: which program gave which number. Lives in the vault."""

    program: str
    value: str | None = Field(repr=False)
    note: str


class Diagnosis(Frozen):
    """The safe view of a diagnosis: it says where and why, never what the right value is.

    A `quote` without a `first_error_step` is a line to ask about, which nobody calls wrong.
    """

    verdict: Verdict
    intent: Intent
    first_error_step: int | None = None
    quote: str | None = None
    misconception: str | None = None
    explanation: str = ""
    confidence: float = 0.0
    truth_status: TruthStatus = "unknown"


class Move(Frozen):
    """One teaching move: a KMP principle, a rung of the help ladder, and what the reply is to do."""

    principle: Principle
    rung: Rung
    goal: str


class Check(Frozen):
    """One check of the gate: its name, whether the reply passed, and if not a reason a writer can act on."""

    name: str
    passed: bool
    reason: str = ""


class Reply(Frozen):
    """What the student gets, and what an app may know about it. Holds nothing of the ground truth."""

    text: str
    move: Move
    diagnosis: Diagnosis
    checks: tuple[Check, ...]
    writer: Writer
    drafts: int


class Turn(Frozen):
    """One finished exchange; `skeleton` is the content the reply was made from."""

    student: str
    skeleton: str
    reply: Reply


class Timing(TypedDict):
    """Seconds one node took, and how much of them the model and the sandbox took."""

    node: str
    seconds: float
    model: float
    sandbox: float


class TurnState(TypedDict):
    """The graph's state: plain JSON, so any checkpointer and any stream can carry it.

    Set once a lesson: `lesson`, `grade`, `brief`, and `questions` where the problem asks several: each in its words and
    as a problem of its own. Set anew each turn: `problem` (the question that is open), `number` (from 1) and everything
    after it. `turns` and `timings` grow: what a node returns for them is added. `spares` are other lines for the same
    move. What is not required may be missing from an older recording.
    """

    lesson: str
    problem: str
    grade: int | None
    brief: NotRequired[dict[str, Any]]
    questions: NotRequired[list[dict[str, str]]]
    turns: Annotated[list[dict[str, Any]], add]
    timings: Annotated[list[Timing], add]

    number: int
    text: str
    reading: dict[str, Any]
    hypotheses: list[str]
    truth_key: str | None
    diagnosis: dict[str, Any]
    ahead: list[str]
    move: dict[str, Any] | None
    skeleton: str
    spares: NotRequired[list[str]]
    draft_key: str | None
    tries: int
    reasons: list[str]
    reply: dict[str, Any] | None


def new_turn(
    lesson: str,
    problem: str,
    text: str,
    *,
    grade: int | None = None,
    number: int = 1,
    turns: Sequence[Turn] = (),
    brief: dict[str, Any] | None = None,
    questions: Sequence[dict[str, str]] = (),
) -> TurnState:
    """The state of a turn before its first node. turns: those that no checkpoint holds already."""
    return TurnState(
        lesson=lesson,
        problem=problem,
        grade=grade,
        brief=brief or {},
        questions=list(questions),
        turns=[turn.model_dump(mode="json") for turn in turns],
        timings=[],
        number=number,
        text=text,
        reading={},
        hypotheses=[],
        truth_key=None,
        diagnosis={},
        ahead=[],
        move=None,
        skeleton="",
        draft_key=None,
        tries=0,
        reasons=[],
        reply=None,
    )
