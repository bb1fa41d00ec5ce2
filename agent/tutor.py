"""The public face: a `Tutor` holds the models, the sandbox and the store; a `Lesson` is one student and one problem."""

import asyncio
import json
import re
import unicodedata
from collections.abc import AsyncIterator, Iterator
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from langchain_core.language_models import BaseChatModel
from langchain_core.runnables import RunnableConfig
from langgraph.types import StateSnapshot

from ..sandbox import Sandbox
from .brief import BRIEF_KEY, checked_brief
from .diagnose import fitting_ids, read_student
from .errors import InputError, StoreError, WeightsError
from .execute import TEACHER_KEY, run_hypotheses, run_neighbours, settle
from .graph import RECURSION_LIMIT, Graph, build_graph
from .models import open_model, with_adapter
from .moves import Policy
from .parts import Question, answered, questions_in, truth_key
from .practice import LEVELS, Exercise, Level, aimed_at, offer
from .progress import Outcome, StudentProgress, shown_in, skill_of, student_progress
from .quantities import find_quantities
from .replay import Difference, NodeRecord, recorded_turn, rerun_turn
from .services import Services
from .solve import SAMPLES, ground_truth
from .state import (
    Brief,
    Diagnosis,
    Evidence,
    Frozen,
    GroundTruth,
    Reply,
    Turn,
    TurnState,
    Vocabulary,
    new_turn,
)
from .store import LessonRow, Store, mapped_reading_errors, mapped_store_errors
from .summary import Summary, solved_at, summarise
from .symbolic import read_problem
from .weights import default_name, locate

MAX_PROBLEM = 4_000
MAX_TEXT = 8_000


class Progress(Frozen):
    """A node of the graph is about to work."""

    node: str


class TextDelta(Frozen):
    """A piece of the reply. Only text that has passed the gate is ever streamed."""

    text: str


Event = Progress | TextDelta | Reply
"""What `Lesson.stream` yields: progress, then the checked text in pieces, then the whole reply."""


class Tutor:
    """A tutor, ready for any number of lessons. Use as a context manager, or `close()` it."""

    def __init__(
        self,
        model: str | BaseChatModel | None = "default",
        solver: str | BaseChatModel | None = None,
        store: str | Path | None = None,
        policy: Policy | None = None,
        seed: int = 0,
    ) -> None:
        """Open a tutor.

        model: words the replies, and works out what code alone cannot read: "gguf:…", "hf:…", a name for
            LangChain's `init_chat_model`, any `BaseChatModel`, or None for the tutor without a model. "default"
            takes the default weights when they are on this machine, and no model when they are not; nothing is
            downloaded here. An adapter ("gguf:…+ADAPTER") is taken to be one for wording replies.
        solver: another model for working problems out; when None the same as `model`, without a GGUF model's adapter.
        store: the SQLite file that keeps the lessons; memory when None.
        policy: what the teacher allows.
        seed: all choices of a lesson follow from it and the model.

        Raises `ModelError` for a model that cannot be opened and `StoreError` for an unusable file.
        """
        if model == "default" and not default_is_ready():
            model = None
        opened = None if model is None else open_model(model, offline=True)
        writer = opened and with_adapter(opened, 1.0)
        other = (opened and with_adapter(opened, 0.0)) if solver is None else open_model(solver, offline=True)
        self._services = Services(
            store=Store(store),
            sandbox=Sandbox(),
            writer=writer,
            writer_name=_name(model),
            solver=other,
            solver_name=_name(model if solver is None else solver),
            policy=policy or Policy(),
            seed=seed,
        )
        self.graph: Graph = build_graph(self._services)

    @property
    def model_name(self) -> str:
        """The name of the model that words the replies, or "none"."""
        return self._services.writer_name

    def lesson(
        self,
        problem: str,
        id: str | None = None,
        student: str | None = None,
        grade: int | None = None,
        answer: str | None = None,
        context: str | None = None,
        vocabulary: Vocabulary | None = None,
        target: str | None = None,
    ) -> "Lesson":
        """Begin a lesson, or go on as it was begun with the one of this `id` if the store holds it.

        grade: school year 1 to 12, for the reading level. answer: the right answer if the teacher knows it, in any
        written form; it is only checked, never shown. context: the story the class is in, as a short phrase.
        vocabulary: words to use, and words that no reply may hold. target: the misconception to look out for, by id.

        Raises `InputError` when the problem is empty, too long, no text, or not maths, when `id` belongs to a lesson on
        another problem or was not begun for this `student`, when no misconception has the id `target`, or when the
        words to avoid leave nothing to say.
        """
        problem = checked_problem(problem)
        brief = checked_brief(context, vocabulary, target)
        if grade is not None and not 1 <= grade <= 12:
            raise InputError(f"grade {grade} is not a school year from 1 to 12")
        if answer is not None and not answer.strip():
            raise InputError("the teacher's answer is empty; leave it out if it is not known")
        store = self._services.store
        id = id or uuid4().hex[:12]
        with store.hold(id):
            if not store.has_lesson(id):
                store.add_lesson(id, problem, grade, student, self.model_name, self._services.seed)
                if answer is not None:
                    store.put_secret(id, TEACHER_KEY, answer.strip())
                if brief != Brief():
                    store.put_secret(id, BRIEF_KEY, brief.model_dump_json())
            elif store.lesson(id).problem != problem:
                raise InputError(f"lesson {id!r} is about another problem; give this one another id")
            elif student is not None and store.lesson(id).student != student:
                raise InputError(
                    f"lesson {id!r} was not begun for student {student!r}; give this one another id"
                )
        return Lesson(self, id)

    def resume(self, id: str) -> "Lesson":
        """Return a lesson of the store; raises `LessonNotFoundError`."""
        return Lesson(self, self._services.store.lesson(id).id)

    def lessons(self) -> list[LessonRow]:
        """The lessons of the store, the latest first."""
        return self._services.store.lessons()

    def progress(self, student: str) -> StudentProgress:
        """What a student has shown, what recurs and what is due; empty for one of whom nothing is known."""
        return student_progress(student, self._services.store.entries(student))

    def correct_progress(self, student: str, entry: int, outcome: Outcome) -> StudentProgress:
        """Correct an entry of a student's progress by hand, or strike it out ("struck"); the rest is worked out anew.

        Raises `InputError` when the student has no entry of that number.
        """
        if not self._services.store.correct_entry(student, entry, outcome):
            raise InputError(f"student {student!r} has no entry {entry}")
        return self.progress(student)

    def forget(self, student: str) -> int:
        """Delete a student's progress and take the id off their lessons; the number of entries deleted."""
        return self._services.store.forget_student(student)

    def solve(self, problem: str, samples: int = SAMPLES, answer: str | None = None) -> GroundTruth:
        """Work a problem out; for teachers and tests, since the result holds the answer."""
        return ground_truth(checked_problem(problem), self._services, answer, samples)

    def diagnose(
        self, problem: str, text: str, answer: str | None = None
    ) -> tuple[Diagnosis, list[Evidence], GroundTruth]:
        """Diagnose one student text; for teachers and tests, since the evidence and the truth hold the answer."""
        problem, text = checked_problem(problem), checked_text(text)
        reading = read_student(text, problem)
        truth = ground_truth(problem, self._services, answer)
        suspects = run_hypotheses(problem, fitting_ids(reading, problem), self._services)
        edits = run_neighbours(reading, truth, problem, self._services)
        diagnosis, evidence = settle(reading, truth, problem, suspects, edits)
        return diagnosis, evidence, truth

    def recorded(self, id: str, turn: int) -> list[NodeRecord]:
        """The nodes of a recorded turn (from 1) with what each read, wrote and took; for debugging, holds secrets."""
        return recorded_turn(self._services, id, turn)

    def replay(
        self, id: str, turn: int, from_node: str = "diagnose"
    ) -> tuple[list[NodeRecord], list[Difference]]:
        """Run a recorded turn again on a copy with this tutor's models; the nodes of the re-run and what differs."""
        return rerun_turn(self._services, id, turn, from_node)

    def close(self) -> None:
        """Stop the sandbox and close the store."""
        self._services.sandbox.close()
        self._services.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Tutor(model={self.model_name!r}, store={str(self._services.store.path or 'memory')!r})"


class Lesson:
    """One student and one problem. Turns of one lesson queue up behind each other."""

    def __init__(self, tutor: Tutor, id: str) -> None:
        """Use `Tutor.lesson` or `Tutor.resume`."""
        self._tutor = tutor
        self._services = tutor._services  # pyright: ignore[reportPrivateUsage]
        row = self._services.store.lesson(id)
        self.id, self.problem, self.grade, self.student = row.id, row.problem, row.grade, row.student
        self._config: RunnableConfig = {"configurable": {"thread_id": id}, "recursion_limit": RECURSION_LIMIT}

    def say(self, text: str) -> Reply:
        """Take one student turn and return the checked reply.

        Raises `InputError` for text that cannot be used, `LessonBusyError`, or `StoreError`. A model that fails
        costs its wording only: the tutor's own words are sent and a warning is logged.
        """
        return _last(self.stream(text))

    def stream(self, text: str) -> Iterator[Event]:
        """Like `say`, with progress before and the checked text in pieces."""
        text = checked_text(text)
        with self._services.store.hold(self.id):
            yield from self._run(self._fresh_turn(text))

    async def asay(self, text: str) -> Reply:
        """`say` for asyncio; the turn runs on a worker thread and is recorded even if the waiting is cancelled."""
        return await asyncio.to_thread(self.say, text)

    async def astream(self, text: str) -> AsyncIterator[Event]:
        """`stream` for asyncio."""
        events = self.stream(text)
        while (event := await asyncio.to_thread(next, events, None)) is not None:
            yield event

    def resume(self) -> Reply | None:
        """Finish a turn that was cut off (a killed process, an exhausted disk); None when there is none."""
        with self._services.store.hold(self.id):
            if not self._snapshot().next:
                return None
            return _last(self._run(None))

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions the problem asks, in its own words; the whole problem where it asks one."""
        return tuple(question.words for question in self._questions)

    @property
    def pending(self) -> str | None:
        """The student's words of a turn that was cut off, or None."""
        snapshot = self._snapshot()
        return snapshot.values["text"] if snapshot.next else None

    @property
    def history(self) -> list[Turn]:
        """The finished turns, oldest first."""
        return [Turn.model_validate(turn) for turn in self._snapshot().values.get("turns", [])]

    def summary(self) -> Summary:
        """What the lesson came to so far, for the teacher; holds nothing of the answer."""
        return summarise(self.problem, self.history)

    def practice(self, *levels: Level) -> tuple[Exercise, ...]:
        """Problems to go on with once this one is solved; empty before, and where none can be shown to be right.

        At most one a level, all levels unless some are named: of the same kind, easier, harder, and a follow-up that
        builds on it, aimed where possible at the mistake this lesson was about. `tutor.lesson(exercise.problem)`
        begins one.
        """
        turns, store = self.history, self._services.store
        if solved_at(turns) is None:
            return ()
        questions = self._questions
        last, key = questions[-1].problem, truth_key(len(questions) - 1)
        mine = store.lessons() if self.student is not None else []
        seen = {row.problem for row in mine if row.student == self.student}
        shown = aimed_at([turn.reply.diagnosis.misconception for turn in turns])
        return offer(self.id, last, shown, self._services, seen, levels or LEVELS, key)

    def __repr__(self) -> str:
        return f"Lesson(id={self.id!r}, problem={self.problem!r})"

    def _run(self, start: TurnState | None) -> Iterator[Event]:
        store, reply, node = self._services.store, None, None
        with mapped_store_errors(store.path):
            updates = self._tutor.graph.stream(
                start, self._config, stream_mode=["updates", "tasks"], durability="sync"
            )
            for mode, event in updates:
                if mode == "tasks" and "input" in event and event["name"] != node:
                    node = event["name"]
                    yield Progress(node=node)
                elif mode == "updates" and "check" in event and event["check"]["reply"]:
                    reply = Reply.model_validate(event["check"]["reply"])
        if reply is None:
            raise StoreError(f"lesson {self.id!r} ended without a reply; its recording is damaged")
        turns = self.history
        store.touch_lesson(self.id, len(turns), self._services.writer_name, self._services.seed)
        if self.student is not None and store.lesson(self.id).student is not None:  # not forgotten meanwhile
            store.put_shown(self.student, self.id, skill_of(self.problem), shown_in(turns))
        for piece in re.findall(r"\s*\S+", reply.text):
            yield TextDelta(text=piece)
        yield reply

    def _fresh_turn(self, text: str) -> TurnState:
        turns = self._snapshot().values.get("turns", [])
        brief = json.loads(self._services.store.secret(self.id, BRIEF_KEY) or "{}")
        questions = self._questions
        return new_turn(
            self.id,
            questions[answered(turns)].problem,
            text,
            grade=self.grade,
            number=len(turns) + 1,
            brief=brief,
            questions=[question.model_dump() for question in questions] if len(questions) > 1 else (),
        )

    @property
    def _questions(self) -> tuple[Question, ...]:
        """What is worked on one after the other; with a teacher's answer, the problem as it stands."""
        if self._services.store.secret(self.id, TEACHER_KEY) is not None:
            return (Question(words=self.problem, problem=self.problem),)
        return questions_in(self.problem)

    def _snapshot(self) -> StateSnapshot:
        with mapped_reading_errors(self._services.store.path, self.id):
            return self._tutor.graph.get_state(self._config)


def runtime_is_installed() -> bool:
    """Whether the CPU runtime for GGUF weights (the extra `local`) is here."""
    return find_spec("xllamacpp") is not None


def default_is_ready() -> bool:
    """Whether the default model can be opened without a download."""
    if not runtime_is_installed():
        return False
    try:
        locate(default_name())
    except WeightsError:
        return False
    return True


def checked_problem(problem: str) -> str:
    """Return the problem stripped; raises `InputError` when it is empty, too long, no text, or not maths."""
    problem = _plain(problem, "the problem", MAX_PROBLEM)
    if not (_MATHS.search(problem) or find_quantities(problem) or read_problem(problem)):
        raise InputError("this does not look like a maths problem; give one with numbers or a letter to find")
    return problem


def checked_text(text: str) -> str:
    """Return a student's text stripped; raises `InputError` when it is empty, too long, or no text."""
    return _plain(text, "the message", MAX_TEXT)


def _name(model: str | BaseChatModel | None) -> str:
    if model is None or isinstance(model, str):
        return model or "none"
    named = getattr(model, "model_name", None) or getattr(model, "model", None)
    return f"{model._llm_type}:{named}" if isinstance(named, str) else model._llm_type  # pyright: ignore[reportPrivateUsage]


def _plain(text: str, what: str, limit: int) -> str:
    if len(text) > limit:
        raise InputError(f"{what} is too long: {len(text):,} characters where at most {limit:,} are read")
    if any(unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\r\t" for char in text):
        raise InputError(f"{what} holds bytes that are not text")
    text = text.strip()
    if not text:
        raise InputError(f"{what} is empty")
    return text


def _last(events: Iterator[Event]) -> Reply:
    reply = None
    for event in events:
        reply = event
    assert isinstance(reply, Reply)
    return reply


_MATHS = re.compile(
    r"[=<>≤≥+×÷√%∑π]|\\frac|\b[a-z]\s*[-+*/^=]|\b(?:solve|simplify|factor|expand|area|perimeter|volume|angle|triangle|circle|"
    r"square|fractions?|percent|equation|sum|product|average|mean|median|prime|how (?:many|much|far|long|old))\b",
    re.IGNORECASE,
)
