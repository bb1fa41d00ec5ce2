"""Turns a run into rows: JSON, a table for the terminal, and (through `page.py`) an HTML page.

Every row carries what it needs to be believed: n, the unscored count, a 95 % interval, the seed, the commit, the
model and the seconds; the trivial baselines stand in the same table as what is measured.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from .case import Score
from .page import render
from .run import Sample, read
from .stats import Estimate, Trial, estimate, estimate_harmonic

Role = Literal["subject", "system", "baseline"]


@dataclass(frozen=True)
class Row:
    """One figure of one system.

    `n` counts the cases the score asks about and got a value for; `unscored` those it got none for. `value`, `low`
    and `high` are None when nothing was scored. `seconds` is the time this system took over all cases.
    """

    task: str
    system: str
    role: Role
    score: str
    value: float | None
    low: float | None
    high: float | None
    interval: str | None
    n: int
    unscored: int
    seed: int
    commit: str
    model: str | None
    seconds: float


@dataclass(frozen=True)
class Report:
    """A run's head (settings, notes, what was run), its rows and its samples."""

    head: Mapping[str, Any]
    rows: tuple[Row, ...]
    samples: tuple[Sample, ...]

    def summary(self) -> dict[str, Any]:
        """The report as JSON values, samples left out (they are in `samples.jsonl`)."""
        return {**self.head, "finished": len(self.samples), "rows": [asdict(row) for row in self.rows]}


def build(folder: Path) -> Report:
    """The report of the run in a folder, finished or not.

    Raises:
        InputError: the folder holds no readable run.
    """
    head, samples = read(folder)
    subject = head["systems"][0]
    rows = [
        row
        for system in [*head["systems"], *head["baselines"]]
        for row in _rows(
            head,
            samples,
            system,
            "subject" if system == subject else "system" if system in head["systems"] else "baseline",
        )
    ]
    return Report(head, tuple(rows), tuple(samples))


def write(report: Report, folder: Path) -> None:
    """Writes `summary.json` and `report.html` into the folder."""
    summary = report.summary()
    (folder / "summary.json").write_text(json.dumps(summary, indent=1, ensure_ascii=False) + "\n", "utf-8")
    # A model may write half of a surrogate pair, which no encoding can hold.
    (folder / "report.html").write_text(render(summary, report.samples), "utf-8", errors="replace")


def show(report: Report, console: Console) -> None:
    """Prints the table of rows, what was run above it and the notes below it."""
    head = report.head
    table = Table(title=Text(f"{head['task']} on {head['data']}"), title_justify="left")
    table.add_column("system")
    table.add_column("score")
    for name in ("value", "95 % interval", "n", "unscored", "seconds"):
        table.add_column(name, justify="right", no_wrap=True)
    previous = None
    for row in report.rows:
        if previous not in (None, row.system):
            table.add_section()
        interval = "" if row.low is None or row.high is None else f"{row.low:.3f} to {row.high:.3f}"
        value = "-" if row.value is None else f"{row.value:.3f}"
        cells = [Text(row.system if row.system != previous else ""), Text(row.score), value, interval]
        style = "bold" if row.role == "subject" else "dim" if row.role == "baseline" else None
        table.add_row(*cells, str(row.n), str(row.unscored), f"{row.seconds:.2f}", style=style)
        previous = row.system
    console.print(table)
    facts = f"{len(report.samples)} of {head['cases']} cases · seed {head['seed']} · commit {head['commit']}"
    console.print(Text(f"{facts} · model {head['model'] or 'none'} · started {head['started']}"))
    for note in head["notes"]:
        console.print(Text(f"note: {note}"))


def _rows(head: Mapping[str, Any], samples: Sequence[Sample], system: str, role: Role) -> list[Row]:
    seconds = sum(sample.answers[system].seconds for sample in samples)
    seed = head["seed"]

    def row(score: str, found: Estimate | None, n: int, unscored: int) -> Row:
        return Row(
            task=head["task"],
            system=system,
            role=role,
            score=score,
            value=found.value if found else None,
            low=found.low if found else None,
            high=found.high if found else None,
            interval=found.method if found else None,
            n=n,
            unscored=unscored,
            seed=seed,
            commit=head["commit"],
            model=head["model"] if role != "baseline" else None,
            seconds=round(seconds, 4),
        )

    rows: list[Row] = []
    trials: dict[str, list[list[Trial]]] = {}
    counts: dict[str, tuple[int, int]] = {}
    for name in head["scorers"]:
        scores = [sample.scores[system][name] for sample in samples]
        asked = [score for score in scores if score.weight > 0]
        unscored = sum(score.value is None for score in asked)
        counts[name] = len(asked) - unscored, unscored
        trials[name] = _clusters(samples, system, name)
        rows.append(row(name, estimate(trials[name], seed), *counts[name]))
    for name, (first, second) in head["harmonic"].items():
        n = sum(any(_scored(sample.scores[system][part]) for part in (first, second)) for sample in samples)
        found = estimate_harmonic(trials[first], trials[second], seed)
        rows.append(row(name, found, n, max(counts[first][1], counts[second][1])))
    return rows


def _scored(score: Score) -> bool:
    return score.value is not None and score.weight > 0


def _clusters(samples: Sequence[Sample], system: str, scorer: str) -> list[list[Trial]]:
    """The scored trials by cluster, in the order of first appearance; a cluster with none stays as an empty list."""
    clusters: dict[str, list[Trial]] = {}
    for sample in samples:
        score = sample.scores[system][scorer]
        cluster = clusters.setdefault(sample.case.cluster, [])
        if score.value is not None and score.weight > 0:
            cluster.append((score.value, score.weight))
    return list(clusters.values())
