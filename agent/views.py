"""How lessons and recordings look: tables for people, plain dictionaries for programs."""

import json
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from .replay import Difference, NodeRecord
from .state import Turn
from .store import LessonRow
from .summary import Summary

_HIDDEN = "(hidden; --reveal shows it)"


def sessions_table(rows: Sequence[LessonRow]) -> Table:
    """One line a lesson."""
    table = Table(
        "lesson", "student", "grade", "turns", "last used (UTC)", "problem", box=None, pad_edge=False
    )
    for row in rows:
        grade = "" if row.grade is None else str(row.grade)
        when = row.updated[:16].replace("T", " ")
        table.add_row(row.id, row.student or "", grade, str(row.turns), when, escape(_short(row.problem, 60)))
    return table


def transcript(problem: str, turns: Sequence[Turn]) -> str:
    """A lesson as Markdown."""
    lines = [f"**Problem.** {problem}"]
    for turn in turns:
        lines += [f"**Student.** {turn.student}", f"**Tutor.** {turn.reply.text}"]
    return "\n\n".join(lines)


def summary_text(summary: Summary) -> str:
    """What a lesson came to, as a paragraph and a list in Markdown."""
    rungs = ", ".join(f"{rung} {count}" for rung, count in summary.rungs.items())
    ending = summary.ending.replace("_", " ")
    lines = [
        f"**Summary.** {ending.capitalize()} after {summary.turns} turns; help given: {rungs or 'none'}."
    ]
    for finding in summary.findings:
        quote = f': "{finding.quote}"' if finding.quote else ""
        lines.append(f"- {finding.name}, first in turn {finding.turn}, in {finding.times} in all{quote}")
    return "\n".join(lines)


def show_records(console: Console, turn: int, records: Sequence[NodeRecord], reveal: bool) -> None:
    """Every node of a recorded turn with what it read, wrote and took."""
    table = Table(
        "node", "ms", "model", "sandbox", "", "", title=f"turn {turn}", title_justify="left", box=None
    )
    for record in records:
        times = (record.timing["seconds"], record.timing["model"], record.timing["sandbox"])
        cells = [record.node, *(f"{1000 * seconds:.1f}" for seconds in times)]
        # What a node reads, an earlier node wrote: names are enough here, --json has all of it.
        rows = [("in", ", ".join(record.input))]
        shown = {key: value for key, value in _shown(record, reveal).items() if value is not None}
        rows += [
            ("out", f"{key}: {_short(_text(value), 300)}") for key, value in shown.items() if key != "turns"
        ]
        for index, (way, words) in enumerate(rows):
            table.add_row(*(cells if index == 0 else [""] * 4), way, escape(words))
    console.print(table)


def show_rerun(
    console: Console, records: Sequence[NodeRecord], differences: Sequence[Difference], reveal: bool
) -> None:
    """What a re-run did otherwise than the recording, node by node."""
    changed = {difference.index for difference in differences}
    first = min(changed, default=None)
    console.print(f"run again: {' -> '.join(record.node for record in records)}", highlight=False)
    if first is None:
        console.print("no difference: same nodes, same values", highlight=False)
        return
    table = Table("node", "value", "recorded", "now", box=None)
    for item in differences:
        hidden = not reveal and _is_secret(item.key)
        old, new = (_HIDDEN, _HIDDEN) if hidden else (_text(item.recorded), _text(item.now))
        table.add_row(item.node, item.key, escape(_short(old, 200)), escape(_short(new, 200)))
    console.print(table)


def replay_json(
    turn: int,
    recorded: Sequence[NodeRecord],
    now: Sequence[NodeRecord] | None,
    differences: Sequence[Difference] | None,
    reveal: bool,
) -> dict[str, Any]:
    """One turn for `replay --json`; absent parts are null."""
    return {
        "turn": turn,
        "nodes": [_record_json(record, reveal) for record in recorded],
        "rerun": None if now is None else [_record_json(record, reveal) for record in now],
        "differences": None
        if differences is None
        else [
            {
                "index": item.index,
                "node": item.node,
                "key": item.key,
                "recorded": _HIDDEN if not reveal and _is_secret(item.key) else item.recorded,
                "now": _HIDDEN if not reveal and _is_secret(item.key) else item.now,
            }
            for item in differences
        ],
    }


def _record_json(record: NodeRecord, reveal: bool) -> dict[str, Any]:
    return {
        "node": record.node,
        "input": record.input,
        "output": _shown(record, reveal),
        "seconds": record.timing["seconds"],
        "model_seconds": record.timing["model"],
        "sandbox_seconds": record.timing["sandbox"],
    }


def _shown(record: NodeRecord, reveal: bool) -> dict[str, Any]:
    secrets = record.secrets if reveal else dict.fromkeys(record.secrets, _HIDDEN)
    return {**record.output, **secrets}


def _is_secret(key: str) -> bool:
    return key == "truth" or key.startswith(("evidence-", "drafts-"))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _short(text: str, width: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1] + "…"
