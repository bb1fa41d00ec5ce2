"""`askback evals`: list, run, validate, report. Tables and JSON go to stdout, everything else to stderr.

What a command needs is loaded inside it: `askback --help` must not wait for the tutor.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from askback.agent.errors import InputError

app = typer.Typer(
    no_args_is_help=True, help="Measure what askback does, with intervals and trivial baselines."
)

DataOption = Annotated[Path, typer.Option("--data", help="JSON Lines in the task's form.")]
JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]


@app.command("list")
def list_tasks(as_json: JsonFlag = False) -> None:
    """The tasks, and the form of the data each reads."""
    from .tasks import TASKS

    if as_json:
        rows = [
            {"task": name, "reads": task.reads, "uses_model": task.uses_model} for name, task in TASKS.items()
        ]
        print(json.dumps(rows, indent=1))
        return
    for name, task in TASKS.items():
        print(f"{name:12} reads {task.reads}{'; asks a model (--model)' if task.uses_model else ''}")


@app.command("run")
def run_task(
    task: Annotated[str, typer.Argument(help="A name from `askback evals list`.")],
    data: DataOption,
    limit: Annotated[int | None, typer.Option(min=1, help="A seeded sample of so many cases.")] = None,
    seed: Annotated[int, typer.Option(help="Of the sample and of the intervals.")] = 0,
    model: Annotated[str | None, typer.Option(help='The model to measure, or "none".')] = None,
    out: Annotated[Path | None, typer.Option(help="The run's folder; default runs/TASK-TIME.")] = None,
    as_json: JsonFlag = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the run in --out.")] = False,
) -> None:
    """Run a task over a data file and report it."""
    from .provenance import commit
    from .rows import load
    from .run import Settings, run
    from .tasks import entry

    chosen = entry(task)
    if model is not None and not chosen.uses_model:
        raise InputError(f"{task!r} asks no model: leave --model out")
    if resume and out is None:
        raise InputError("--resume needs --out, the folder of the run to go on with")
    rows = load(data)
    folder = out or Path("runs") / f"{task}-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    made = chosen.make(rows, model)
    settings = Settings(task, rows.name, rows.digest, seed, limit, made.model, commit())
    try:
        run(made, settings, folder, resume=resume)
    finally:
        made.close()
    _publish(folder, as_json)


@app.command("validate")
def validate(
    task: Annotated[str | None, typer.Argument(help="One task; all of them if left out.")] = None,
    data: Annotated[
        Path | None, typer.Option("--data", help="Rows to check; our own examples if left out.")
    ] = None,
) -> None:
    """Put every gold answer through its own scorers, without a model; exit 1 when one is not accepted."""
    from .rows import inline, load
    from .run import validate as complaints_about
    from .tasks import TASKS, entry

    if data is not None and task is None:
        raise InputError("--data needs the name of the task that reads it")
    failed = False
    for name in [task] if task is not None else TASKS:
        chosen = entry(name)
        rows = inline(f"examples of {name}", chosen.examples) if data is None else load(data)
        made = chosen.make(rows, "none")
        try:
            complaints = complaints_about(made)
        finally:
            made.close()
        print(f"{name}: {len(made.cases)} cases, {len(made.scorers)} scorers, {len(complaints)} complaints")
        for complaint in complaints:
            print(f"  {complaint}")
        failed = failed or bool(complaints)
    if failed:
        raise typer.Exit(1)


@app.command("report")
def report(
    folder: Annotated[Path, typer.Argument(help="A run's folder.")], as_json: JsonFlag = False
) -> None:
    """Make the report of a run again, finished or not."""
    _publish(folder, as_json)


def _publish(folder: Path, as_json: bool) -> None:
    from rich.console import Console

    from .report import build, show, write

    found = build(folder)
    write(found, folder)
    if as_json:
        print(json.dumps(found.summary(), indent=1, ensure_ascii=False))
    else:
        # A pipe has no width: leave the rows whole.
        show(found, Console(width=None if sys.stdout.isatty() else 140))
    print(f"report: {folder / 'report.html'}", file=sys.stderr)
