"""The command line. Answers go to stdout, notes to stderr; exit codes 0, 1 (one clear line says why), 2, 130."""

import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from .errors import AskbackError, InputError, LessonNotFoundError, WeightsError

if TYPE_CHECKING:
    from .tutor import Tutor

app = typer.Typer(
    name="askback",
    help="A Socratic maths tutor: it works the truth out in code, asks one good question, and keeps the answer.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog='Examples: askback chat "What is 1/3 + 1/4?" · askback solve "25% of 80" · askback replay ana-1 --turn 2',
)

ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model", "-m", help='"gguf:NAME_OR_PATH[+ADAPTER]", "hf:REPO", a LangChain name, or "none".'
    ),
]
StoreOption = Annotated[
    Path | None, typer.Option("--store", help="The lessons' SQLite file.", show_default=False)
]
GradeOption = Annotated[
    int | None, typer.Option("--grade", "-g", min=1, max=12, help="School year, for the words.")
]
StudentOption = Annotated[
    str | None,
    typer.Option("--student", help="The app's id for the student: keeps progress.", show_default=False),
]
SeedOption = Annotated[int, typer.Option("--seed", help="All choices follow from it.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AnswerOption = Annotated[
    str | None,
    typer.Option("--answer", help="The right answer, if the teacher knows it.", show_default=False),
]
ContextOption = Annotated[
    str | None,
    typer.Option("--context", help="The story the class is in, in a few words.", show_default=False),
]
AvoidOption = Annotated[
    list[str] | None,
    typer.Option("--avoid", help="A word no reply may hold; may be repeated.", show_default=False),
]
TargetOption = Annotated[
    str | None,
    typer.Option("--target", help="The misconception to look out for, by its id.", show_default=False),
]
ProblemOption = Annotated[str, typer.Option("--problem", "-p", help="The maths problem.")]


@app.command(epilog='Example: askback chat "Solve 3x + 6 = 18" --grade 7')
def chat(
    problem: Annotated[str | None, typer.Argument(help="The problem; asked for when left out.")] = None,
    go_on: Annotated[
        bool, typer.Option("--continue", "-c", help="Go on with the latest lesson, or with --id.")
    ] = False,
    id: Annotated[
        str | None, typer.Option("--id", help="The lesson to go on with.", show_default=False)
    ] = None,
    model: ModelOption = None,
    store: StoreOption = None,
    grade: GradeOption = None,
    student: StudentOption = None,
    context: ContextOption = None,
    avoid: AvoidOption = None,
    target: TargetOption = None,
    seed: SeedOption = 0,
) -> None:
    """Chat with the tutor. /help inside lists the commands; Ctrl-C keeps the lesson."""
    from .brief import checked_brief
    from .chat import Chat, Interrupted
    from .state import Vocabulary

    if problem is not None and (go_on or id is not None):
        raise InputError(
            "a lesson that goes on has its problem already; leave the problem out, or -c and --id"
        )
    brief = checked_brief(context, Vocabulary(avoid=tuple(avoid or ())), target)
    with open_tutor(model, store or default_store(), seed) as tutor:
        lesson = None
        if go_on or id is not None:
            lessons = tutor.lessons()
            if id is None and not lessons:
                raise LessonNotFoundError(
                    "there is no lesson to go on with yet; begin one with `askback chat`"
                )
            lesson = tutor.resume(id or lessons[0].id)
        try:
            chat = Chat(tutor, grade, out(), _notes(), _data_folder() / "typed-lines", student, brief)
            chat.run(problem, lesson)
        except Interrupted:
            raise typer.Exit(130) from None


@app.command(epilog='Example: askback ask -p "What is 1/3 + 1/4?" "I got 2/7" --json')
def ask(
    text: Annotated[str, typer.Argument(help='What the student says; "-" reads it from stdin.')],
    problem: ProblemOption,
    id: Annotated[
        str | None, typer.Option("--id", help="Keep the lesson under this name.", show_default=False)
    ] = None,
    answer: AnswerOption = None,
    model: ModelOption = None,
    store: StoreOption = None,
    grade: GradeOption = None,
    student: StudentOption = None,
    context: ContextOption = None,
    avoid: AvoidOption = None,
    target: TargetOption = None,
    seed: SeedOption = 0,
    as_json: JsonOption = False,
) -> None:
    """One student turn in, one checked reply out."""
    from .state import Vocabulary

    kept = (store or default_store()) if id or store or student else None
    with open_tutor(model, kept, seed) as tutor, working("thinking"):
        lesson = tutor.lesson(
            problem,
            id=id,
            student=student,
            grade=grade,
            answer=answer,
            context=context,
            vocabulary=Vocabulary(avoid=tuple(avoid or ())),
            target=target,
        )
        reply = lesson.say(given(text))
    if as_json:
        print_json(
            {
                "text": reply.text,
                "move": reply.move.principle,
                "rung": reply.move.rung,
                "diagnosis": reply.diagnosis.model_dump(mode="json"),
                "checks": [item.model_dump(mode="json") for item in reply.checks],
                "writer": reply.writer,
            }
        )
    else:
        print(reply.text)


@app.command()
def sandbox(
    check: Annotated[bool, typer.Option("--check", help="Say which layers are active here.")] = False,
) -> None:
    """Say what holds untrusted programs in on this machine; exit code 1 when the full promise cannot be kept."""
    from ..sandbox import Sandbox

    del check  # The only thing there is to do; the option is there to be spelled out.
    with Sandbox() as box:
        outcome = box.run("answer = 1 + 1")
    if outcome.status != "ok":
        raise AskbackError(outcome.error)
    print("\n".join(outcome.layers))
    if not any(layer.endswith("namespace") for layer in outcome.layers):
        print(
            "no namespaces: this machine refuses them to programs; seccomp and Landlock hold alone",
            file=sys.stderr,
        )


def main() -> None:
    """Run the command line; every foreseen failure is one line on stderr."""
    # A negative number is an answer and no option; a space before it says so.
    words = [f" {word}" if re.match(r"-[\d.(]", word) else word for word in sys.argv[1:]]
    mount(words)
    try:
        app(words, standalone_mode=True)
    except AskbackError as error:
        _fail(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has gone; Python would complain once more while closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        _fail(f"{error.strerror or error}: {error.filename or 'no file named'}")


def mount(words: list[str]) -> None:
    """Add the groups of commands; those of the heavier packages only when they or the help are asked for."""
    from .cli_models import models_app
    from .cli_progress import progress
    from .cli_records import export, replay, sessions
    from .cli_solve import diagnose, solve

    app.add_typer(models_app, name="models")
    app.command(epilog='Example: askback solve "What is 25% off $40?" --json')(solve)
    app.command(epilog='Example: askback diagnose -p "What is 1/3 + 1/4?" "I got 2/7"')(diagnose)
    app.command()(sessions)
    app.command(epilog="Example: askback export ana-1 > ana.md")(export)
    app.command(epilog="Example: askback replay ana-1 --turn 2 --from respond --model none")(replay)
    app.command(epilog="Example: askback progress ana --entry 3 --as struck")(progress)
    asked = next((word for word in words if not word.startswith("-")), "")
    # Imports go one way; only the command line reaches up.
    if asked in ("evals", ""):
        from ..evals.cli import app as evals_app

        app.add_typer(evals_app, name="evals")
    if asked in ("finetune", ""):
        from ..finetune.cli import app as finetune_app

        app.add_typer(finetune_app, name="finetune")


def open_tutor(model: str | None, store: Path | None, seed: int) -> "Tutor":
    """Open a tutor for a command: the default model is fetched when it may be, and said to be missing when not."""
    from .tutor import Tutor

    if model == "":
        raise InputError("--model is empty; give a model, or none")
    if model == "none":
        return Tutor(model=None, store=store, seed=seed)
    if model is None:
        from .cli_models import fetch_with_progress
        from .tutor import runtime_is_installed
        from .weights import default_name

        if not runtime_is_installed():
            note(
                'No model runtime is installed; the tutor uses its own words. `pip install "askback[local]"` adds one.'
            )
            return Tutor(model=None, store=store, seed=seed)
        try:
            fetch_with_progress(default_name(), _notes())
        except WeightsError as error:
            raise WeightsError(f"{error}; `--model none` does without a model") from error
    return Tutor(model=model or "default", store=store, seed=seed)


def reader(store: Path | None) -> "Tutor":
    """Open a tutor that only reads an existing store."""
    from .tutor import Tutor

    return Tutor(model=None, store=existing(store))


def existing(store: Path | None) -> Path:
    """The lessons' file; one that was named has to be there."""
    path = store or default_store()
    if store is not None and not path.exists():
        raise InputError(f"there is no lesson database at {path}")
    return path


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return Path(os.environ.get("ASKBACK_DATA") or user_data_path("askback"))


def default_store() -> Path:
    """Where the lessons are kept when no file is named."""
    return _data_folder() / "lessons.sqlite"


def given(text: str) -> str:
    """The text itself, or all of stdin for "-"."""
    if text != "-":
        return text
    try:
        return sys.stdin.read()
    except UnicodeDecodeError:
        raise InputError("the input holds bytes that are not text; give plain UTF-8 text") from None


def out() -> Console:
    """Standard output; long lines are wrapped at a terminal only. Raises InputError where it was closed."""
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison]
        raise InputError("there is nowhere to write to: the standard output is closed")
    return Console(soft_wrap=not sys.stdout.isatty())


def _notes() -> Console:
    return Console(stderr=True)


def note(text: str) -> None:
    """A line beside the answer, on stderr."""
    _notes().print(text, style="dim", highlight=False, markup=False, soft_wrap=True)


def working(what: str) -> Any:
    """A progress line at a terminal, nothing in a pipe."""
    from contextlib import nullcontext

    return _notes().status(what) if sys.stderr.isatty() else nullcontext()


def print_json(value: Any) -> None:
    """Print JSON on stdout."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _fail(text: str) -> None:
    print(f"askback: {' '.join(text.split())}", file=sys.stderr)
    sys.exit(1)
