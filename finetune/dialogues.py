"""Rows of whole dialogues: a flow (`flows.py`) expanded to turns, kept only if every turn of it can be shown to hold.

The student's words are ours. The tutor's move and line come from its own nodes; a teacher model, any chat model, words
the line, or with none the replies written for it (`wordings.py`). A flow is broken, and dropped with a reason, when the
tutor sees something else than the student did, answers by another principle than the flow owes, repeats itself, or
says what the gate refuses.
"""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, cast

from langchain_core.language_models import BaseChatModel

from ..agent.check import Scene
from ..agent.errors import ModelError
from ..agent.leak import find_leaks
from ..agent.misconceptions import catalogue
from ..agent.models import candidates
from ..agent.prompts import render
from ..agent.respond import tidy, writer_messages
from ..agent.state import Program
from ..sandbox import Outcome, Sandbox
from .flows import OWED, Act, Beat, Chapter, Flow, draw_flow
from .lessons import Heard, Lesson, as_proof, from_proof, line_fails, reply_fails, simulation, truth_of
from .phrases import ASKS, BRIDGES, THANKS
from .problems import Problems
from .programs import LIMITS, disagreement
from .rows import Kind, Message, Row
from .students import has_decimals, says
from .wordings import reword

_DRAFTS, _TRIES = 2, 6
_VERDICTS: dict[Act, frozenset[str]] = {
    "wrong": frozenset({"slip", "misconception", "unknown"}),
    "right": frozenset({"correct"}),
    "partial": frozenset({"partial"}),
}


class Broken(Exception):
    """Why a flow cannot become a dialogue."""


class Dialogues:
    """The maker of dialogues, about each misconception in turn.

    teacher: the model that words the tutor's lines; None leaves it to our own replies.
    """

    kind: Kind = "dialogues"
    batch = 16

    def __init__(
        self, problems: Problems, sandbox: Sandbox, teacher: BaseChatModel | None = None, name: str = ""
    ) -> None:
        self._seed, self._teacher = problems.seed, teacher
        self._services = simulation(sandbox, problems.seed)
        self.settings: dict[str, Any] = {
            "seed": problems.seed, "misconceptions": len(catalogue()), "teacher": name or None,
        }  # fmt: skip

    def make(self, numbers: Sequence[int]) -> Iterator[list[Row | str]]:
        """One dialogue a number."""
        for number in numbers:
            yield [self._dialogue(number)]

    def _dialogue(self, number: int) -> Row | str:
        random = Random(f"{self._seed} {number} dialogue")
        id = list(catalogue())[number % len(catalogue())]
        flow = draw_flow(id, random, self._services, self._seed + number)
        if isinstance(flow, str):
            return flow
        try:
            turns = list(self._turns(number, flow, random))
        except Broken as broken:
            return f"a broken flow: {broken}"
        replies = [turn["tutor"] for turn in turns]
        if len(set(replies)) < len(replies):
            return "a broken flow: the tutor repeats itself"
        return Row(
            kind="dialogues",
            id=f"dialogues-{self._seed}-{number}",
            messages=_messages(flow[0].posed.text, turns),
            provenance={
                "problem": flow[0].posed.text,
                "source": "own",
                "made_of": flow[0].posed.kind,
                "mistake": id,
                "flow": [[turn["part"], turn["act"], turn["principle"]] for turn in turns],
                "levels": [chapter.level for chapter in flow if chapter.level],
            },
            proof={"chapters": [_as_proof(chapter) for chapter in flow], "turns": turns},
        )

    def _turns(self, number: int, flow: Flow, random: Random) -> Iterator[dict[str, Any]]:
        grade = random.choice([None, *range(4, 10)])
        for place, chapter in enumerate(flow):
            lesson = Lesson(
                f"d{self._seed}-{number}-{place}", chapter.posed, chapter.right, self._services, grade
            )
            following = flow[place + 1] if place + 1 < len(flow) else None
            beats = [*chapter.beats, *([Beat(chapter.beats[-1].part, "done")] if following is None else [])]
            for beat in beats:
                student = _student(beat, chapter, random)
                try:
                    heard = lesson.hear(student)
                except ValueError:
                    raise Broken("the tutor has no line") from None
                scene = heard.scene
                if why := not_owed(beat.act, scene):
                    raise Broken(why)
                if beat.act == "right" and following is not None:
                    tutor, by = _bridge(following, random), "bridge"
                else:
                    tutor, by = self._worded(heard, number, random)
                lesson.answer(heard, tutor)
                yield {
                    "chapter": place, "part": beat.part, "act": beat.act, "principle": scene.move.principle,
                    "student": student, "tutor": tutor, "by": by, "grade": grade, **as_proof(scene),
                }  # fmt: skip

    def _worded(self, heard: Heard, number: int, random: Random) -> tuple[str, str]:
        """The line in other words, and by whom: a reply that passes the gate, else the line itself."""
        scene = heard.scene
        if heard.worded_by_model:
            for text in (
                *self._drafts(scene, number),
                *(reword(scene.line, _mood(scene), random) for _ in range(_TRIES)),
            ):
                if text and not reply_fails(text, scene):
                    return text, "words"
        if line_fails(scene):
            raise Broken(line_fails(scene))
        return scene.line, "line"

    def _drafts(self, scene: Scene, number: int) -> list[str]:
        if self._teacher is None:
            return []
        try:
            written = candidates(self._teacher, writer_messages(scene.line), _DRAFTS, seed=self._seed + number,
                                 max_tokens=90, temperature=0.7, stop=["\n\n"])  # fmt: skip
        except ModelError:
            return []  # our own words will do
        return [tidy(candidate.text) for candidate in written]


def not_owed(act: Act, scene: Scene) -> str:
    """Why the tutor's move is no answer to what the student did, or nothing."""
    diagnosis, move = scene.diagnosis, scene.move
    if act in _VERDICTS and (diagnosis.intent != "attempt" or diagnosis.verdict not in _VERDICTS[act]):
        return f"the tutor took {act} work for {diagnosis.verdict}"
    if act == "right" and move.goal != "confirm":
        return "the right answer is not confirmed"
    if act == "done" and move.goal != "close":
        return "the tutor does not let the student go"
    return "" if move.principle in OWED[act] else f"{move.principle} is not owed to {act} work"


def _student(beat: Beat, chapter: Chapter, random: Random) -> str:
    if beat.act == "done":
        return random.choice(THANKS)
    if beat.act == "ask":
        step = random.choice(chapter.solution[0].plan).rstrip(".")
        return random.choice(ASKS[beat.part]).format(step=step[:1].lower() + step[1:])
    # Only shown work is sure to be confirmed: a bare number might be a guess.
    kind = "shown" if beat.act == "right" else beat.act
    decimal = has_decimals(chapter.posed.text)
    return says(kind, random, chapter.solution, chapter.wrong or chapter.solution, decimal)


def _bridge(following: Chapter, random: Random) -> str:
    """The answer is confirmed and the next problem set, in words of our own."""
    said = random.choice(BRIDGES[following.level or "same"]).format(problem=following.posed.text)
    answer = truth_of(following.right, following.solution[0]).answer
    if answer and find_leaks(said, answer, following.posed.text):
        raise Broken("the next problem gives its answer away")
    return said


def _messages(problem: str, turns: Sequence[dict[str, Any]]) -> tuple[Message, ...]:
    first, *rest = turns
    shown = render("dialogue", problem=problem, said=first["student"])
    system, asked = (Message(role=role, content=message.text)
                     for role, message in zip(("system", "user"), shown, strict=True))  # fmt: skip
    told = [Message(role="assistant", content=first["tutor"])]
    for turn in rest:
        told += [
            Message(role="user", content=turn["student"]),
            Message(role="assistant", content=turn["tutor"]),
        ]
    return (system, asked, *told)


def _as_proof(chapter: Chapter) -> dict[str, Any]:
    program = chapter.solution[0]
    return {
        "problem": chapter.posed.text, "level": chapter.level, "program": program.source, "plan": list(program.plan),
        "second": chapter.posed.second,
    }  # fmt: skip


def check(rows: Sequence[Row], sandbox: Sandbox) -> list[str]:
    """For each row why its proof does not hold, or nothing: every problem is solved, every turn judged anew."""
    told = [cast(list[dict[str, Any]], row.proof["chapters"]) for row in rows]
    sources = [
        str(chapter[name]) for chapters in told for chapter in chapters for name in ("program", "second")
    ]
    outcomes = iter(sandbox.run_many(sources, LIMITS))
    return [_holds(row, [(next(outcomes), next(outcomes)) for _ in chapters])
            for row, chapters in zip(rows, told, strict=True)]  # fmt: skip


def _holds(row: Row, outcomes: Sequence[tuple[Outcome, Outcome]]) -> str:
    chapters: list[dict[str, Any]] = cast(list[dict[str, Any]], row.proof["chapters"])
    turns: list[dict[str, Any]] = cast(list[dict[str, Any]], row.proof["turns"])
    for right, second in outcomes:
        if reason := disagreement(right, second):
            return reason
    if row.messages != _messages(chapters[0]["problem"], turns):
        return "the turns told are not the ones that were judged"
    for turn in turns:
        place = int(turn["chapter"])
        chapter, right = chapters[place], outcomes[place][0]
        program = Program(plan=tuple(chapter["plan"]), source=str(chapter["program"]), origin="symbolic")
        scene = from_proof(turn, chapter["problem"], turn["grade"], truth_of(right, program))
        if reason := not_owed(turn["act"], scene) or _turn_fails(turn, scene, chapters):
            return reason
    return ""


def _turn_fails(turn: dict[str, Any], scene: Scene, chapters: Sequence[dict[str, Any]]) -> str:
    match turn["by"]:
        case "words":
            return reply_fails(turn["tutor"], scene)
        case "line":
            return line_fails(scene) or ("" if turn["tutor"] == scene.line else "the line is another")
        case _:
            place = int(turn["chapter"])
            following = str(chapters[place + 1]["problem"])
            ends_so = str(turn["tutor"]).endswith(following)
            return "" if ends_so else "the next problem is not the one that is set"


def _mood(scene: Scene) -> str | None:
    """How a reply may begin: a right answer is confirmed at once."""
    if scene.move.goal == "confirm":
        return None
    return {"attempt": "attempt", "off_topic": "away"}.get(scene.diagnosis.intent, "lost")
