"""`askback finetune`: make checked training data, verify it, tune an adapter, export it.

Results go to stdout, progress to stderr. What a command needs is loaded inside it.
"""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from askback.agent.errors import InputError

if TYPE_CHECKING:
    from .rows import Maker, Progress

app = typer.Typer(no_args_is_help=True, help="Make checked training data, tune an adapter, export it.")
data = typer.Typer(
    no_args_is_help=True, help="Make training rows, each with its proof. A stopped run goes on."
)
app.add_typer(data, name="data")

CountOption = Annotated[int, typer.Option("--n", "-n", min=1, help="How many rows.")]
SeedOption = Annotated[int, typer.Option("--seed", help="Everything drawn follows from it.")]
OutOption = Annotated[Path, typer.Option("--out", "-o", help="The JSON Lines file; its card lies beside it.")]
ExcludeOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--exclude", help="JSON Lines of tests: nothing is learnt from their problems. May be repeated."
    ),
]
UnseenOption = Annotated[
    int, typer.Option("--unseen", min=0, help="So many misconceptions are left out, to be measured on later.")
]
GsmOption = Annotated[Path | None, typer.Option("--gsm8k", help="GSM8K's training file, if you have it.")]


@data.command("programs")
def make_programs(
    out: OutOption,
    n: CountOption = 1000,
    seed: SeedOption = 0,
    gsm8k: GsmOption = None,
    exclude: ExcludeOption = None,
    model: Annotated[
        str | None, typer.Option("--from-model", help="Keep this model's own programs where they end right.")
    ] = None,
) -> None:
    """Problems with their solutions, for the solver."""
    from ..agent.models import open_model
    from ..sandbox import Sandbox
    from .problems import Problems
    from .programs import Programs
    from .samples import Samples

    problems = Problems(seed, gsm8k)
    with Sandbox() as sandbox:
        maker = Samples(problems, sandbox, open_model(model), model) if model else Programs(problems, sandbox)
        _build(maker, n, out, exclude)


@data.command("errors")
def make_errors(
    out: OutOption,
    n: CountOption = 1000,
    seed: SeedOption = 0,
    gsm8k: GsmOption = None,
    exclude: ExcludeOption = None,
) -> None:
    """Wrong paths and their corrections, for the solver."""
    from ..sandbox import Sandbox
    from .errors import Errors
    from .problems import Problems

    with Sandbox() as sandbox:
        _build(Errors(Problems(seed, gsm8k), sandbox), n, out, exclude)


@data.command("turns")
def make_turns(
    out: OutOption,
    n: CountOption = 1000,
    seed: SeedOption = 0,
    gsm8k: GsmOption = None,
    exclude: ExcludeOption = None,
    unseen: UnseenOption = 0,
) -> None:
    """Lines of the tutor and good wordings of them, for the writer."""
    from random import Random

    from ..agent.misconceptions import catalogue
    from ..sandbox import Sandbox
    from .problems import Problems
    from .turns import Turns

    kept = Random(f"{seed} unseen").sample(sorted(catalogue()), unseen)
    with Sandbox() as sandbox:
        _build(Turns(Problems(seed, gsm8k), sandbox, kept), n, out, exclude)


@data.command("dialogues")
def make_dialogues(
    out: OutOption,
    n: CountOption = 1000,
    seed: SeedOption = 0,
    teacher: Annotated[
        str | None, typer.Option("--teacher", help="A model that words the tutor's lines.")
    ] = None,
    exclude: ExcludeOption = None,
) -> None:
    """Whole dialogues: an error, confusion, a follow-up question, practice at three levels."""
    from ..agent.models import open_model
    from ..sandbox import Sandbox
    from .dialogues import Dialogues
    from .problems import Problems

    model = open_model(teacher) if teacher else None
    with Sandbox() as sandbox:
        _build(Dialogues(Problems(seed), sandbox, model, teacher or ""), n, out, exclude)


@app.command("verify")
def verify_rows(
    file: Annotated[Path, typer.Argument(help="A file made by `askback finetune data`.")],
) -> None:
    """Run every proof again; exit code 1 unless all of them hold."""
    from ..sandbox import Sandbox
    from .verify import verify

    started = time.monotonic()
    with Sandbox() as sandbox:
        rows, failures = verify(file, sandbox, lambda done: _tell(f"{done} rows"))
    for reason, ids in failures.items():
        print(f"{len(ids)} rows: {reason} (the first: {ids[0]})")
    lost = sum(map(len, failures.values()))
    print(f"{rows - lost} of {rows} rows verified in {time.monotonic() - started:.0f} s")
    if lost or not rows:
        raise typer.Exit(1)


@app.command("train")
def train_adapter(
    config: Annotated[Path, typer.Argument(help="A TOML file; docs of its fields: askback.finetune.config.")],
) -> None:
    """Tune an adapter on verified rows; a run that was stopped goes on from its last checkpoint."""
    from .config import read_config
    from .train import train

    train(read_config(config), tell=print)


@app.command("export")
def export_adapter(
    adapter: Annotated[Path, typer.Argument(help="The folder of a PEFT adapter.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Default: beside the folder, .gguf.")
    ] = None,
    base: Annotated[str | None, typer.Option(help="The base, where the adapter does not say it.")] = None,
    exact: Annotated[bool, typer.Option("--f32", help="32-bit numbers, twice as large.")] = False,
    merged: Annotated[
        bool,
        typer.Option("--merged", help="The base with the adapter added to it, as a Hugging Face folder."),
    ] = False,
) -> None:
    """Write an adapter for the CPU runtime (GGUF) and its model card."""
    from .export import export, merge

    if merged:
        print(merge(adapter, out or adapter.with_name(adapter.name + "-merged"), base=base))
        return
    target = out or adapter.with_suffix(".gguf")
    export(adapter, target, base=base, numbers="f32" if exact else "f16")
    print(f"{target} ({target.stat().st_size:,} bytes), card in {target.with_suffix('.md')}")


def _build(maker: "Maker", n: int, out: Path, exclude: list[Path] | None) -> None:
    from filelock import FileLock, Timeout

    from .card import card
    from .rows import Excluded, build

    started = time.monotonic()

    def tell(at: "Progress") -> None:
        _tell(f"{at.kept} of {n} rows, {sum(at.dropped.values())} dropped")

    excluded = Excluded(exclude) if exclude else None
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(out.with_name(out.name + ".lock"), timeout=0):
            at = build(maker, n, out, excluded, tell)
    except Timeout:
        raise InputError(f"another command is writing {out}") from None
    page = out.with_suffix(".md")
    if page == out:
        raise InputError("the rows need a file name other than .md")
    page.write_text(card(out, at), encoding="utf-8")
    seconds = time.monotonic() - started
    print(f"{at.kept} rows in {out}, card in {page} ({seconds:.0f} s)")
    for reason, count in sorted(at.dropped.items(), key=lambda item: -item[1]):
        print(f"  dropped {count}: {reason}")


def _tell(line: str) -> None:
    """Progress: one line that writes over itself at a terminal, nothing in a pipe."""
    if sys.stderr.isatty():
        print(f"\r{line:60}", end="", file=sys.stderr, flush=True)
