"""Sets of rows: repeatable, taken up again, filtered, verified; a proof that does not hold is found."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from askback.agent.errors import InputError
from askback.agent.prompts import render
from askback.agent.respond import writer_messages
from askback.agent.state import Brief
from askback.finetune.errors import Errors
from askback.finetune.problems import Problems
from askback.finetune.programs import Programs
from askback.finetune.rows import Excluded, Filter, Maker, Row, build, chat, read_rows, state_of
from askback.finetune.turns import Turns
from askback.finetune.verify import verify
from askback.sandbox import Sandbox

Make = Callable[[int, Sandbox], Maker]


def _programs(seed: int, sandbox: Sandbox) -> Maker:
    return Programs(Problems(seed), sandbox)


def _errors(seed: int, sandbox: Sandbox) -> Maker:
    return Errors(Problems(seed), sandbox)


def _turns(seed: int, sandbox: Sandbox) -> Maker:
    return Turns(Problems(seed), sandbox)


MAKERS: list[Make] = [_programs, _errors, _turns]


@pytest.fixture(params=MAKERS, ids=["programs", "errors", "turns"], scope="module")
def built(
    request: pytest.FixtureRequest, sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Make, Path]:
    out = tmp_path_factory.mktemp("rows") / "rows.jsonl"
    build(request.param(3, sandbox), 40, out)
    return request.param, out


def test_every_proof_holds(built: tuple[Make, Path], sandbox: Sandbox) -> None:
    assert verify(built[1], sandbox) == (40, {})


def test_a_build_in_two_parts_ends_with_the_same_bytes(
    built: tuple[Make, Path], sandbox: Sandbox, tmp_path: Path
) -> None:
    make, whole = built
    parts = tmp_path / "parts.jsonl"
    build(make(3, sandbox), 13, parts)
    with parts.open("ab") as file:
        file.write(b'{"kind": "cut o')  # what a stopped batch may leave
    build(make(3, sandbox), 40, parts)
    assert parts.read_bytes() == whole.read_bytes()


def test_a_set_is_not_taken_up_with_other_settings(built: tuple[Make, Path], sandbox: Sandbox) -> None:
    make, out = built
    with pytest.raises(InputError, match="other settings"):
        build(make(4, sandbox), 50, out)


SPOILT: list[tuple[str, Callable[[dict[str, Any]], Any]]] = [
    ("another reply", lambda row: row["messages"][-1].update(content="It is 3. What do you think?")),
    ("another prompt", lambda row: row["messages"][0].update(content="You are a pirate.")),
]


@pytest.mark.parametrize(("what", "spoil"), SPOILT, ids=[what for what, _ in SPOILT])
def test_a_spoilt_row_does_not_verify(
    what: str,
    spoil: Callable[[dict[str, Any]], Any],
    built: tuple[Make, Path],
    sandbox: Sandbox,
    tmp_path: Path,
) -> None:
    row: dict[str, Any] = json.loads(built[1].read_text(encoding="utf-8").splitlines()[0])
    spoil(row)
    spoilt = tmp_path / "spoilt.jsonl"
    spoilt.write_text(json.dumps(row) + "\n", encoding="utf-8")
    count, failures = verify(spoilt, sandbox)
    assert count == 1
    assert sum(map(len, failures.values())) == 1, what


def test_a_wrong_path_that_ends_right_does_not_verify(sandbox: Sandbox, tmp_path: Path) -> None:
    out = tmp_path / "rows.jsonl"
    build(_errors(3, sandbox), 1, out)
    row: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    row["proof"]["wrong"] = row["proof"]["second"]
    out.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert list(verify(out, sandbox)[1]) == ["the wrong path ends right"]


def test_a_repeated_row_does_not_verify(built: tuple[Make, Path], sandbox: Sandbox, tmp_path: Path) -> None:
    line = built[1].read_text(encoding="utf-8").splitlines()[0]
    twice = tmp_path / "twice.jsonl"
    twice.write_text(f"{line}\n{line}\n", encoding="utf-8")
    assert list(verify(twice, sandbox)[1]) == ["exact duplicate"]


def test_contexts_are_rendered_by_the_tutors_own_code(sandbox: Sandbox, tmp_path: Path) -> None:
    out = tmp_path / "rows.jsonl"
    build(_turns(1, sandbox), 10, out)
    for row in read_rows(out):
        line, said = row.proof["line"], row.proof["said"][-1]
        shown = writer_messages(line, row.proof["reasons"], Brief.model_validate(row.proof["brief"]), said)
        assert row.messages == chat(shown, row.reply)
        beside = "".join(message.content for message in row.messages[:-1]).replace(line, "").replace(said, "")
        assert row.provenance["problem"] not in beside


def _row(problem: str, reply: str) -> Row:
    messages = chat(render("solver", problem=problem), reply)
    return Row(kind="programs", id="x", messages=messages, provenance={"problem": problem}, proof={})


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("Plan: add them.", "exact duplicate"),
        ("plan: ADD them", "near duplicate"),
        ("them add: Plan.", "near duplicate"),
        ("Plan: subtract them.", ""),
        ("x " * 1500, "too long or empty"),
        (" ", "too long or empty"),
    ],
)
def test_duplicates_and_long_rows_are_dropped(reply: str, reason: str) -> None:
    keep = Filter()
    assert keep.refuse(_row("What is 1 + 1?", "Plan: add them.")) == ""
    assert keep.refuse(_row("What is 1 + 1?", reply)) == reason


# A made-up problem kept for tests, in two forms of files.
KEPT = "Ola keeps 14 hens and each hen lays 5 eggs a week. How many eggs does she sell in 3 weeks?"
FORMS = [
    {"question": KEPT},
    {"turns": [{"text": f"Tutor: please solve this. {KEPT} Student: 210"}]},
    {"Body": KEPT.split(". ")[0] + ".", "Question": KEPT.split(". ")[1]},
]


@pytest.mark.parametrize("form", FORMS, ids=["field", "dialogue", "two fields"])
@pytest.mark.parametrize(
    ("problem", "held"),
    [
        (KEPT, True),
        (KEPT.upper().replace("?", ""), True),
        (KEPT.replace("in 3 weeks", "in one whole month"), True),
        ("Ola keeps a diary. How many pages does it have after 3 weeks of 5 pages?", False),
        ("What is 14 + 5?", False),
    ],
)
def test_a_problem_kept_for_tests_is_found(form: Any, problem: str, held: bool, tmp_path: Path) -> None:
    path = tmp_path / "tests.jsonl"
    path.write_text(json.dumps(form) + "\n", encoding="utf-8")
    assert Excluded([path]).holds(problem) is held


def test_the_rejected_reply_fails_the_gate_and_the_kept_one_does_not_say_it(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    out = tmp_path / "rows.jsonl"
    build(_turns(2, sandbox), 30, out)
    pairs = [row for row in read_rows(out) if row.rejected is not None]
    assert len(pairs) > 15
    assert all(row.rejected != row.reply for row in pairs)


def test_a_set_that_cannot_grow_says_so(sandbox: Sandbox, tmp_path: Path) -> None:
    class Same(Programs):
        def make(self, numbers: Sequence[int]) -> list[list[Row | str]]:
            return [[_row("What is 1 + 1?", "same")] for _ in numbers]

    with pytest.raises(InputError, match="no more different rows of this kind than 1"):
        build(Same(Problems(0), sandbox), 2, tmp_path / "rows.jsonl")


def test_progress_is_written_beside_the_rows(built: tuple[Make, Path]) -> None:
    state = json.loads(state_of(built[1]).read_text(encoding="utf-8"))
    assert state["kept"] == 40
    assert state["bytes"] == built[1].stat().st_size
