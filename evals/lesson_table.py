"""Turns, rungs, insights and seconds of a run of the task `lesson`, by style: what its yes-or-no scores leave out.

python -m askback.evals.lesson_table runs/lesson-none
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, quantiles
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from .run import Sample, read


def table(samples: Sequence[Sample], system: str) -> Table:
    """One row a style, and one for all; turns are of solved lessons, seconds of replies."""
    made = Table(
        *(
            "style",
            "lessons",
            "solved",
            "ended otherwise",
            "mean turns",
            "most",
            "s/reply",
            "p95",
            "by model",
        ),
        box=None,
    )
    styles = sorted({str(sample.case.metadata["style"]) for sample in samples})
    for style in [*styles, None]:
        played = [
            sample.answers[system].output
            for sample in samples
            if sample.answers[system].output and style in (None, sample.case.metadata["style"])
        ]
        made.add_row(style or "all", *_cells(played))
    return made


def counts(samples: Sequence[Sample], system: str) -> list[str]:
    """Lines that count replies by rung, insights by sort, and endings by goal."""
    played = [sample.answers[system].output for sample in samples if sample.answers[system].output]
    turns = [turn for output in played for turn in output["turns"]]
    highest = Counter(max((turn["rung"] for turn in output["turns"]), key=_RUNGS.index) for output in played)
    insights = Counter(turn["insight"].split()[0] for turn in turns if turn["insight"])
    endings = Counter(output["turns"][-1]["goal"] for output in played)
    return [
        f"replies by rung: {_said(Counter(turn['rung'] for turn in turns))}",
        f"lessons by highest rung: {_said(highest)}",
        f"contradictions seen, by sort: {_said(insights)}",
        f"last goal: {_said(endings)}",
        f"the mistake was dropped in {sum(output['dropped'] for output in played)} of {len(played)} lessons",
    ]


_RUNGS = ("thinking", "point", "idea", "example", "tell")


def _cells(played: Sequence[dict[str, Any]]) -> list[str]:
    solved = [output for output in played if output["solved"]]
    seconds = [turn["seconds"] for output in played for turn in output["turns"]]
    words = [turn["writer"] == "model" for output in played for turn in output["turns"]]
    turns = [len(output["turns"]) for output in solved]
    return [
        str(len(played)),
        str(len(solved)),
        str(len(played) - len(solved)),
        f"{mean(turns):.1f}" if turns else "-",
        str(max(turns, default=0)),
        f"{mean(seconds):.3f}",
        f"{quantiles(seconds, n=20)[-1]:.3f}" if len(seconds) > 1 else "-",
        f"{mean(words):.0%}",
    ]


def _said(found: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in found.most_common())


def main(
    folder: Annotated[Path, typer.Argument(help="The run's folder.")],
    system: Annotated[str, typer.Option(help="Which system of the run.")] = "tutor",
) -> None:
    """Print the table of a run."""
    _, samples = read(folder)
    console = Console(width=140)
    console.print(table(samples, system))
    for line in counts(samples, system):
        console.print(line, highlight=False)


if __name__ == "__main__":
    typer.run(main)
