"""`askback finetune` as a user types it: what it prints, and how it fails."""

import sys
from pathlib import Path

import pytest
from filelock import FileLock
from typer.testing import CliRunner

from askback.agent.errors import InputError, ModelError
from askback.finetune.cli import app


def test_rows_are_made_and_verified(tmp_path: Path) -> None:
    out = tmp_path / "rows.jsonl"
    made = CliRunner().invoke(app, ["data", "programs", "-n", "5", "--seed", "1", "--out", str(out)])
    assert made.exit_code == 0, made.output
    assert made.stdout.startswith("5 rows in ")
    verified = CliRunner().invoke(app, ["verify", str(out)])
    assert verified.stdout.startswith("5 of 5 rows verified")


def test_a_set_with_a_failing_row_ends_with_1(tmp_path: Path) -> None:
    out = tmp_path / "rows.jsonl"
    CliRunner().invoke(app, ["data", "programs", "-n", "1", "--out", str(out)])
    out.write_text(out.read_text(encoding="utf-8").replace("You solve", "You guess"), encoding="utf-8")
    verified = CliRunner().invoke(app, ["verify", str(out)])
    assert verified.exit_code == 1
    assert "1 rows: the prompt is not the solver's" in verified.stdout


def test_the_card_counts_what_was_dropped(tmp_path: Path) -> None:
    out, kept = tmp_path / "rows.jsonl", tmp_path / "tests.jsonl"
    CliRunner().invoke(app, ["data", "programs", "-n", "3", "--out", str(out)])
    kept.write_text(out.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    again = tmp_path / "again.jsonl"
    CliRunner().invoke(app, ["data", "programs", "-n", "3", "--out", str(again), "--exclude", str(kept)])
    card = again.with_suffix(".md").read_text(encoding="utf-8")
    assert "| contaminated |" in card
    assert "tests.jsonl" in card


@pytest.mark.parametrize("text", ["not json\n", '{"kind": "programs"}\n'])
def test_a_file_of_another_kind_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(app, ["verify", str(path)])
    assert isinstance(result.exception, InputError)
    assert "line 1 is not a training row" in str(result.exception)


def test_two_commands_do_not_write_one_set(tmp_path: Path) -> None:
    out = tmp_path / "rows.jsonl"
    with FileLock(tmp_path / "rows.jsonl.lock"):
        result = CliRunner().invoke(app, ["data", "programs", "-n", "1", "--out", str(out)])
    assert isinstance(result.exception, InputError)
    assert "another command is writing" in str(result.exception)


def test_a_missing_extra_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "run.toml"
    config.write_text('base = "x"\ndata = ["rows.jsonl"]\nout = "run"\n', encoding="utf-8")
    monkeypatch.setitem(sys.modules, "torch", None)
    result = CliRunner().invoke(app, ["train", str(config)])
    assert isinstance(result.exception, ModelError)
    assert 'pip install "askback[finetune]" -c constraints-cpu.txt' in str(result.exception)
    assert "\n" not in str(result.exception)
