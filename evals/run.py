"""Runs a task: every system answers every case, every scorer judges every answer, one line a case is kept.

A run lives in a folder: `run.json` says what is being measured, `samples.jsonl` gets one line a finished case. A run
that was killed goes on where it stopped; two runs cannot share a folder. A system or a scorer that fails is data
with a reason, never a crash and never a zero. Making rows and pages of a run is `report.py`.
"""

import json
import os
import random
import sys
import time
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from askback.agent.errors import InputError

from .case import Case, Json, Score, Scorer, System, Task


@dataclass(frozen=True)
class Answer:
    """What a system said, how many seconds it took, and the error when it failed instead."""

    output: Json
    seconds: float
    error: str | None = None


@dataclass(frozen=True)
class Sample:
    """One finished case: its place in the data, every system's answer, and the scores by system and scorer."""

    position: int
    case: Case
    answers: Mapping[str, Answer]
    scores: Mapping[str, Mapping[str, Score]]


@dataclass(frozen=True)
class Settings:
    """What a run measures. A run can only be resumed with the same settings."""

    task: str
    data: str
    digest: str
    seed: int
    limit: int | None
    model: str | None
    commit: str


def run(task: Task, settings: Settings, folder: Path, *, resume: bool = False) -> None:
    """Runs the task's cases (a seeded sample of `settings.limit`, or all) and writes them under `folder`.

    Progress goes to stderr when that is a terminal and NO_COLOR is unset; otherwise nothing is printed.

    Raises:
        InputError: the folder holds a run already and `resume` is not set, or holds another run, or is in use.
    """
    selected = select(task.cases, settings.limit, settings.seed)
    with _hold(folder):
        done = _open(task, settings, folder, resume)
        with (folder / "samples.jsonl").open("a", encoding="utf-8") as out, _progress() as bar:
            step = bar.add_task(task.name, total=len(selected), completed=len(done))
            for position, case in selected:
                if case.id in done:
                    continue
                out.write(json.dumps(asdict(measure(task, position, case))) + "\n")
                out.flush()
                bar.advance(step)


def select(cases: tuple[Case, ...], limit: int | None, seed: int) -> list[tuple[int, Case]]:
    """The cases to run with their places: all, or a seeded sample of `limit`, in the order of the data.

    Raises:
        InputError: two cases share an id, or there are none.
    """
    seen: set[str] = set()
    for case in cases:
        if case.id in seen:
            raise InputError(f"two cases have the id {case.id!r}")
        seen.add(case.id)
    if not cases:
        raise InputError("no cases to run")
    places = range(len(cases))
    if limit is not None and limit < len(cases):
        places = sorted(random.Random(seed).sample(places, limit))
    return [(place, cases[place]) for place in places]


def measure(task: Task, position: int, case: Case) -> Sample:
    """Every system's answer to one case, judged by every scorer."""
    systems = {**task.systems, **task.baselines}
    answers = {name: _ask(system, case) for name, system in systems.items()}
    scores = {
        name: {key: judge(scorer, case, answer) for key, scorer in task.scorers.items()}
        for name, answer in answers.items()
    }
    return Sample(position, case, answers, scores)


def judge(scorer: Scorer, case: Case, answer: Answer) -> Score:
    """The score of an answer; a failed system or a failing scorer gives no value and the reason."""
    if answer.error is not None:
        return Score(None, f"no answer: {answer.error}")
    try:
        return scorer(case, answer.output)
    except Exception as error:  # a scorer's defect is reported in its row; the run goes on
        return Score(None, f"scorer failed: {_one_line(error)}")


def validate(task: Task) -> list[str]:
    """Complaints about the scorers, found without any model; an empty list when there are none.

    Every gold answer must get 1 from every scorer that asks about it (a case without a target may stay unscored),
    and every scorer must give less than 1 to some baseline: a scorer that accepts everything measures nothing. What
    neither the gold answers nor the baselines are asked for is a cost, not a judgement.
    """
    complaints: list[str] = []
    asking: set[str] = set()
    rejecting: set[str] = set()
    for _, case in select(task.cases, None, 0):
        gold = _ask(task.gold, case)
        for name, scorer in task.scorers.items():
            score = judge(scorer, case, gold)
            if score.weight:
                asking.add(name)
            if score.weight and score.value != 1 and (score.value is not None or case.target is not None):
                complaints.append(f"{case.id}: {name!r} gives the gold answer {score.value}: {score.reason}")
            for baseline in task.baselines.values():
                rejected = judge(scorer, case, _ask(baseline, case))
                if rejected.weight and rejected.value is not None and rejected.value < 1:
                    rejecting.add(name)
    return complaints + [
        f"{name!r} accepts every baseline" for name in task.scorers if name in asking - rejecting
    ]


def read(folder: Path) -> tuple[dict[str, Any], list[Sample]]:
    """The head of a run and its finished samples, in the order of the data.

    Raises:
        InputError: the folder holds no run, or its files were damaged.
    """
    try:
        head = json.loads((folder / "run.json").read_text("utf-8"))
        lines = (folder / "samples.jsonl").read_text("utf-8").split("\n")
        samples = [_sample(json.loads(line)) for line in lines[:-1]]  # what follows the last newline is torn
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{str(folder)!r} holds no readable run: {_one_line(error)}") from error
    return head, sorted(samples, key=lambda sample: sample.position)


def _ask(system: System, case: Case) -> Answer:
    start = time.perf_counter()
    try:
        # Through JSON and back: what is scored now is what a resumed run reads from the file.
        output = json.loads(json.dumps(system(case), allow_nan=False))
    except Exception as error:  # a bad answer is data, not a crash
        return Answer(None, time.perf_counter() - start, _one_line(error))
    return Answer(output, time.perf_counter() - start)


def _one_line(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())}"[:300]


@contextmanager
def _hold(folder: Path) -> Generator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock", timeout=0):
            yield
    except Timeout as error:
        raise InputError(f"another process is running in {str(folder)!r}") from error
    except FileExistsError as error:
        raise InputError(f"{str(folder)!r} is not a folder") from error


def _open(task: Task, settings: Settings, folder: Path, resume: bool) -> set[str]:
    """Starts or reopens the run folder; returns the ids of the finished cases."""
    head_file, samples_file = folder / "run.json", folder / "samples.jsonl"
    if not head_file.exists():
        head = {
            **asdict(settings),
            "started": datetime.now(UTC).isoformat(timespec="seconds"),
            "cases": len(task.cases),
            "systems": list(task.systems),
            "baselines": list(task.baselines),
            "scorers": list(task.scorers),
            "harmonic": {name: list(parts) for name, parts in task.harmonic.items()},
            "notes": list(task.notes),
        }
        samples_file.write_text("", "utf-8")
        part = head_file.with_suffix(".part")
        part.write_text(json.dumps(head, indent=1, ensure_ascii=False) + "\n", "utf-8")
        part.replace(head_file)
        return set()
    if not resume:
        raise InputError(f"{str(folder)!r} holds a run already: give --resume to go on, or another --out")
    head, samples = read(folder)
    for name, value in asdict(settings).items():
        if head.get(name) != value:
            raise InputError(
                f"cannot resume: the run in {str(folder)!r} has {name} {head.get(name)!r}, not {value!r}"
            )
    whole = samples_file.read_bytes()
    os.truncate(samples_file, whole.rfind(b"\n") + 1)  # a line the kill cut short
    return {sample.case.id for sample in samples}


def _sample(row: dict[str, Any]) -> Sample:
    answers = {name: Answer(**answer) for name, answer in row["answers"].items()}
    scores = {name: {key: Score(**score) for key, score in by.items()} for name, by in row["scores"].items()}
    return Sample(row["position"], Case(**row["case"]), answers, scores)


def _progress() -> Progress:
    quiet = not sys.stderr.isatty() or bool(os.environ.get("NO_COLOR"))
    columns: Iterable[Any] = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=Console(stderr=True), disable=quiet)
