"""`askback models`: list, get, verify and remove weights."""

from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

models_app = typer.Typer(help="The weights on this machine: list, get, verify, remove.", no_args_is_help=True)
Name = Annotated[str | None, typer.Argument(help="A name from `askback models list`; the default model if left out.")]
