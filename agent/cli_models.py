"""`askback models`: list, get, verify and remove weights."""

import json
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.table import Table

from . import weights

models_app = typer.Typer(help="The weights on this machine: list, get, verify, remove.", no_args_is_help=True)
Name = Annotated[
    str | None, typer.Argument(help="A name from `askback models list`; the default model if left out.")
]


@models_app.command("list")
def list_models(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """List the known weights, their size and licence, and whether they are here."""
    rows = weights.list_weights()
    if as_json:
        print(json.dumps([row._asdict() for row in rows], ensure_ascii=False, indent=2, default=str))
        return
    table = Table("model", "size", "licence", "here", box=None, pad_edge=False)
    for row in rows:
        table.add_row(f"gguf:{row.name}", f"{row.bytes / 1e6:,.0f} MB", row.licence, row.state)
    Console().print(table)


@models_app.command(epilog="Example: askback models get")
def get(name: Name = None) -> None:
    """Fetch weights, verify them by their sha256, and keep them in the cache. Goes on where it was cut off."""
    print(fetch_with_progress(name or weights.default_name(), Console(stderr=True)))


@models_app.command()
def verify(name: Name = None) -> None:
    """Read the weights in the cache whole and compare their sha256 with the manifest."""
    with Console(stderr=True).status("reading") if Console(stderr=True).is_terminal else nullcontext():
        path = weights.verify(name or weights.default_name())
    print(f"{path}: the bytes are those the manifest names")


@models_app.command()
def remove(name: Name = None) -> None:
    """Delete weights from the cache, and what is left of a download that was cut off."""
    freed = weights.remove(name or weights.default_name())
    print(f"freed {freed / 1e6:,.0f} MB")


def fetch_with_progress(name: str, notes: Console) -> Path:
    """Fetch weights with a progress bar at a terminal; nothing is shown when they are here already.

    Raises `WeightsError`.
    """
    try:
        return weights.locate(name)
    except weights.WeightsError:
        pass
    if not notes.is_terminal:
        notes.print(f"fetching the weights of {name} …", highlight=False, soft_wrap=True)
        return weights.fetch(name)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=notes, transient=True) as bar:
        task = bar.add_task(f"fetching {name}", total=None)
        return weights.fetch(name, progress=lambda done, total: bar.update(task, completed=done, total=total))
