"""What people and models ordinarily write is accepted, and gives what plain Python gives."""

import contextlib
import importlib
import io
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from askback.sandbox import Limits, Outcome, Sandbox, values

LIMITS = Limits(wall_s=10.0)  # generous: the machine may be busy, and speed is not what is asked here

HERE = Path(__file__).parent
CONSTRUCTS: dict[str, str] = {
    part.partition("\n")[0]: part.partition("\n")[2]
    for part in (HERE / "ordinary_programs.txt").read_text().split("### ")[1:]
}
OFFERED: dict[str, str] = tomllib.loads(Path(values.__file__).with_name("allowed.toml").read_text())[
    "language"
]["modules"]
SINCE = {"itertools.batched", "math.fma", "math.sumprod"}  # of later Python versions
MODEL_WRITTEN: list[dict[str, Any]] = [
    json.loads(line) for line in (HERE / "model_programs.jsonl").read_text().splitlines()
]


def plain(program: str) -> tuple[str, str]:
    """The wire form of what plain Python gives, and what it prints."""
    names: dict[str, Any] = {"__name__": "__main__"}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(program, "<program>", "exec"), names)
        value = names["answer"] if "answer" in names else names["solution"]()
    return values.encode(value), printed.getvalue()


@pytest.fixture(scope="module")
def outcomes() -> Iterator[dict[str, Outcome]]:
    with Sandbox() as sandbox:
        yield dict(zip(CONSTRUCTS, sandbox.run_many(CONSTRUCTS.values(), LIMITS), strict=True))


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_an_ordinary_construct_gives_what_plain_python_gives(name: str, outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes[name]
    assert (outcome.status, outcome.error) == ("ok", "")
    assert (values.encode(outcome.value), outcome.stdout) == plain(CONSTRUCTS[name])


@pytest.mark.parametrize("module", OFFERED)
def test_every_name_that_is_offered_exists(module: str) -> None:
    real = importlib.import_module(module)
    assert {f"{module}.{name}" for name in OFFERED[module].split() if not hasattr(real, name)} <= SINCE


@pytest.fixture(scope="module")
def written() -> Iterator[dict[str, Outcome]]:
    with Sandbox() as sandbox:
        outcomes = sandbox.run_many([row["code"] for row in MODEL_WRITTEN], LIMITS)
        yield {row["id"]: outcome for row, outcome in zip(MODEL_WRITTEN, outcomes, strict=True)}


def test_model_written_programs_are_accepted_and_right(written: dict[str, Outcome]) -> None:
    """At least 97 % of 300: by the default model, on word problems, sympy, statistics, text and counting."""
    wrong = [
        (row["id"], outcome.status, outcome.error)
        for row in MODEL_WRITTEN
        if (outcome := written[row["id"]]).status != "ok"
        or json.loads(values.encode(outcome.value)) != row["value"]
        or outcome.stdout != row["stdout"]
    ]
    assert len(MODEL_WRITTEN) == 300
    assert len(wrong) <= 9, wrong
