"""`askback progress STUDENT`: what a student has shown, as a table, JSON or a plot; to correct and to forget."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from .errors import InputError

if TYPE_CHECKING:
    from .progress import Outcome, StudentProgress

_BARS = "▁▂▃▄▅▆▇█"
_COLOURS = ("#1f6feb", "#bf3989", "#1a7f37", "#9a6700", "#8250df", "#0a7ea4", "#cf222e", "#57606a")


def progress(
    student: Annotated[str, typer.Argument(help="The id the app gave the student.")],
    store: Annotated[
        Path | None, typer.Option("--store", help="The lessons' SQLite file.", show_default=False)
    ] = None,
    entry: Annotated[
        int | None, typer.Option("--entry", help="An entry to correct.", show_default=False)
    ] = None,
    as_: Annotated[
        str | None,
        typer.Option("--as", help="What it is to say: right, wrong or struck.", show_default=False),
    ] = None,
    forget: Annotated[bool, typer.Option("--forget", help="Delete all of it, for good.")] = False,
    svg: Annotated[Path | None, typer.Option("--svg", help="Write a plot there.", show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show what a student has shown, which mistakes recur and what is due."""
    from .cli import reader

    outcome = _outcome(entry, as_)
    with reader(store) as tutor:
        if forget:
            deleted = tutor.forget(student)
            kept = f"{deleted} entries deleted" if deleted else "nothing was kept of what they have shown"
            print(f"Forgot {student}: {kept}, and no lesson names them.")
            return
        found = tutor.progress(student) if entry is None else tutor.correct_progress(student, entry, outcome)
    if svg is not None:
        svg.write_text(plot(found), encoding="utf-8")
    if as_json:
        print(json.dumps(as_data(found), ensure_ascii=False, indent=2))
    elif found.entries:
        Console(soft_wrap=not sys.stdout.isatty()).print(table(found))
    else:
        Console(stderr=True).print(f"Nothing is known of {student!r} yet.", style="dim", markup=False)


def as_data(found: "StudentProgress") -> dict[str, object]:
    """The progress as JSON values."""
    return {**found.model_dump(mode="json"), "entries": [entry._asdict() for entry in found.entries]}


def table(found: "StudentProgress") -> Group:
    """Skills, recurring misconceptions, and the entries with their numbers."""
    skills = Table("skill", "mastery", "so far", "right", "last", "due (UTC)", box=None, pad_edge=False)
    for skill in found.skills:
        bars = "".join(_BARS[min(7, int(8 * value))] for value in skill.trail[-12:])
        known = f"{skill.mastery:.0%}{' mastered' if skill.mastered else ''}"
        skills.add_row(
            _plain(skill.skill), known, bars, f"{skill.right} of {skill.tries}", skill.last, skill.due
        )
    mistakes = Table("misconception", "lessons", "last", box=None, pad_edge=False)
    for item in found.misconceptions:
        mistakes.add_row(item.name, str(item.lessons), item.last)
    entries = Table("entry", "when (UTC)", "skill", "outcome", "help", "lesson", box=None, pad_edge=False)
    for entry in found.entries:
        outcome = f"{entry.outcome}{' (corrected)' if entry.edited else ''}"
        when = entry.at[:16].replace("T", " ")
        entries.add_row(str(entry.id), when, _plain(entry.skill), outcome, entry.help, entry.lesson)
    return Group(skills, Text(), *((mistakes, Text()) if found.misconceptions else ()), entries)


def plot(found: "StudentProgress") -> str:
    """Mastery by opportunity, one line a skill, as SVG."""
    longest = max((len(skill.trail) for skill in found.skills), default=2) - 1
    lines: list[str] = []
    for number, skill in enumerate(found.skills):
        colour = _COLOURS[number % len(_COLOURS)]
        points = " ".join(
            f"{50 + 430 * place / longest:.1f},{230 - 200 * value:.1f}"
            for place, value in enumerate(skill.trail)
        )
        lines += [
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>',
            f'<text x="500" y="{40 + 18 * number}" fill="{colour}">{_plain(skill.skill)} {skill.mastery:.0%}</text>',
        ]
    height = max(260, 60 + 18 * len(found.skills))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 {height}" font-family="sans-serif">',
            '<rect width="100%" height="100%" fill="white"/>',
            '<path d="M50 30V230H480" fill="none" stroke="#57606a"/>',
            '<path d="M50 40H480" stroke="#d0d7de" stroke-dasharray="4"/>',
            '<text x="10" y="44">95 %</text><text x="24" y="234">0</text>',
            f'<text x="200" y="252">opportunities (up to {longest})</text>',
            *lines,
            "</svg>\n",
        ]
    )


def _outcome(entry: int | None, said: str | None) -> "Outcome":
    if (entry is None) != (said is None):
        raise InputError("--entry and --as go together")
    match said:
        case "right" | "wrong" | "struck":
            return said
        case None:
            return "struck"
        case other:
            raise InputError(f"an entry is right, wrong or struck, not {other!r}")


def _plain(skill: str) -> str:
    return skill.replace("_", " ")
