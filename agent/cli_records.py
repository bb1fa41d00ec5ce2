"""Lessons that were kept, on the command line: list them, print them, walk through them and run them again."""

import sys
from enum import StrEnum
from typing import Annotated, Any

import typer

from .cli import (
    JsonOption,
    ModelOption,
    StoreOption,
    existing,
    note,
    open_tutor,
    out,
    print_json,
    reader,
    working,
)


class Format(StrEnum):
    """Forms of a transcript."""

    md = "md"
    json = "json"


def sessions(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """List the lessons, the latest first."""
    from .views import sessions_table

    with reader(store) as tutor:
        rows = tutor.lessons()
    if as_json:
        print_json([row._asdict() for row in rows])
    elif rows:
        out().print(sessions_table(rows))
    else:
        note("No lessons yet; begin one with `askback chat`.")


def export(
    session: Annotated[str, typer.Argument(help="The lesson's name.")],
    format: Annotated[Format, typer.Option("--format", "-f", help="Markdown or JSON.")] = Format.md,
    with_summary: Annotated[
        bool,
        typer.Option("--summary", help="What was found and how much help it took, too (JSON always has it)."),
    ] = False,
    store: StoreOption = None,
) -> None:
    """Print a lesson's transcript. It holds what was said, never the answer behind it."""
    from .views import summary_text, transcript

    with reader(store) as tutor:
        lesson = tutor.resume(session)
        turns, summary = lesson.history, lesson.summary()
    if format is Format.json:
        print_json(
            {
                "id": lesson.id,
                "problem": lesson.problem,
                "grade": lesson.grade,
                "student": lesson.student,
                "turns": [turn.model_dump(mode="json") for turn in turns],
                "summary": summary.model_dump(mode="json"),
            }
        )
    else:
        print(transcript(lesson.problem, turns))
        if with_summary:
            print(f"\n{summary_text(summary)}")


def replay(
    session: Annotated[str, typer.Argument(help="The lesson's name.")],
    turn: Annotated[
        int | None, typer.Option("--turn", "-t", min=1, help="Only this turn.", show_default=False)
    ] = None,
    from_node: Annotated[
        str | None,
        typer.Option("--from", help="Run again from this node: diagnose, execute, respond, check."),
    ] = None,
    model: ModelOption = None,
    rerun: Annotated[
        bool, typer.Option("--rerun", help="Run again and compare; --from and --model imply it.")
    ] = False,
    reveal: Annotated[
        bool, typer.Option("--reveal", help="Show the truth and the unsent drafts too.")
    ] = False,
    store: StoreOption = None,
    seed: Annotated[
        int | None, typer.Option("--seed", help="As recorded if left out.", show_default=False)
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Walk a recorded lesson node by node; run a turn again on a copy and show what differs."""
    from .views import replay_json, show_records, show_rerun

    again = rerun or from_node is not None or model is not None
    with reader(store) as kept:
        row = next((row for row in kept.lessons() if row.id == session), None)
    # Unless told otherwise, what made the recording runs again.
    used = row.model if row is not None and model is None else model
    made_with = row.seed if row is not None and seed is None else seed or 0
    tutor = open_tutor(used, existing(store), made_with) if again and row else reader(store)
    with tutor:
        lesson = tutor.resume(session)
        numbers = [turn] if turn is not None else range(1, len(lesson.history) + 1)
        report: list[dict[str, Any]] = []
        for number in numbers:
            recorded = tutor.recorded(lesson.id, number)
            now, differences = None, None
            if again:
                with working(f"running turn {number} again"):
                    now, differences = tutor.replay(lesson.id, number, from_node or "diagnose")
            if as_json:
                report.append(replay_json(number, recorded, now, differences, reveal))
                continue
            show_records(out(), number, recorded, reveal)
            if now is not None and differences is not None:
                show_rerun(out(), now, differences, reveal)
        if not lesson.history:
            print(f"Lesson {lesson.id} has no turns yet.", file=sys.stderr)
        if as_json:
            print_json({"session": lesson.id, "problem": lesson.problem, "turns": report})
