import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from askback.agent.errors import InputError
from askback.evals.cli import app

PHRASES: list[dict[str, Any]] = [
    {"text": "I ate 3/4 of it", "quantities": [["3/4", None]]},
    {"text": "five minus two", "quantities": [["5", None], ["2", None]]},
    {"text": "no number here", "quantities": []},
]


def evals(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def refused(*arguments: str | Path) -> str:
    """The one line an unusable command ends in."""
    result = evals(*arguments)
    assert isinstance(result.exception, InputError), result.output
    assert result.stdout == ""
    assert "\n" not in str(result.exception)
    return str(result.exception)


NAMES = "attack attacked chain leak lesson locate misconception quantities reply solve verdict writer".split()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "phrases.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in PHRASES))
    return path


def test_list_names_every_task_and_its_form() -> None:
    assert re.findall(r"^(\w+) +reads", evals("list").stdout, re.MULTILINE) == NAMES


def test_list_as_json() -> None:
    rows = json.loads(evals("list", "--json").stdout)
    assert [row["task"] for row in rows if not row["uses_model"]] == [
        "leak",
        "misconception",
        "quantities",
        "verdict",
    ]


def test_run_prints_the_table_on_stdout_and_the_report_path_on_stderr(data: Path, tmp_path: Path) -> None:
    result = evals("run", "quantities", "--data", data, "--out", tmp_path / "run")
    assert result.exit_code == 0
    assert "find_quantities" in result.stdout
    assert "report.html" not in result.stdout
    assert "report.html" in result.stderr


def test_run_as_json_prints_the_summary_and_nothing_else(data: Path, tmp_path: Path) -> None:
    result = evals("run", "quantities", "--data", data, "--out", tmp_path / "run", "--json", "--seed", "5")
    summary = json.loads(result.stdout)
    assert (summary["seed"], summary["finished"]) == (5, 3)
    assert summary == json.loads((tmp_path / "run" / "summary.json").read_text())


def test_run_leaves_samples_summary_and_page(data: Path, tmp_path: Path) -> None:
    evals("run", "quantities", "--data", data, "--out", tmp_path / "run")
    names = {path.name for path in (tmp_path / "run").iterdir()} - {".lock"}
    assert names == {"run.json", "samples.jsonl", "summary.json", "report.html"}


def test_run_with_a_limit_takes_so_many_cases(data: Path, tmp_path: Path) -> None:
    result = evals("run", "quantities", "--data", data, "--out", tmp_path / "run", "--json", "--limit", "2")
    assert json.loads(result.stdout)["finished"] == 2


def test_report_makes_the_same_rows_again(data: Path, tmp_path: Path) -> None:
    first = evals("run", "quantities", "--data", data, "--out", tmp_path / "run", "--json")
    again = evals("report", tmp_path / "run", "--json")
    assert json.loads(again.stdout) == json.loads(first.stdout)


def test_a_finished_run_can_be_resumed_and_asks_nothing(data: Path, tmp_path: Path) -> None:
    evals("run", "quantities", "--data", data, "--out", tmp_path / "run")
    before = (tmp_path / "run" / "samples.jsonl").read_text()
    assert evals("run", "quantities", "--data", data, "--out", tmp_path / "run", "--resume").exit_code == 0
    assert (tmp_path / "run" / "samples.jsonl").read_text() == before


def test_a_run_on_other_data_is_not_resumed(data: Path, tmp_path: Path) -> None:
    evals("run", "quantities", "--data", data, "--out", tmp_path / "run")
    data.write_text(json.dumps(PHRASES[0]))
    assert "cannot resume" in refused(
        "run", "quantities", "--data", data, "--out", tmp_path / "run", "--resume"
    )


def test_an_unknown_task_names_the_known_ones(data: Path) -> None:
    assert refused("run", "nothing", "--data", data) == f"no task 'nothing': there are {', '.join(NAMES)}"


def test_a_missing_data_file_is_named(tmp_path: Path) -> None:
    assert "cannot read" in refused("run", "leak", "--data", tmp_path / "none.jsonl")


def test_a_wrong_form_names_line_and_field(data: Path) -> None:
    data.write_text(data.read_text() + '\n{"text": "5"}')
    assert refused("run", "quantities", "--data", data).startswith(
        "phrases.jsonl: line 4: field 'quantities'"
    )


def test_dialogues_of_no_known_form_are_refused(data: Path) -> None:
    assert refused("run", "leak", "--data", data).startswith("phrases.jsonl: line 1: none of the fields")


def test_a_model_for_a_task_that_asks_none_is_refused(data: Path) -> None:
    assert "asks no model" in refused("run", "quantities", "--data", data, "--model", "none")


def test_resume_without_a_folder_is_refused(data: Path) -> None:
    assert "--resume needs --out" in refused("run", "quantities", "--data", data, "--resume")


def test_a_usage_error_exits_with_2() -> None:
    assert evals("run", "quantities").exit_code == 2


def test_every_task_accepts_its_own_gold_answers() -> None:
    result = evals("validate")
    assert (result.exit_code, result.stdout.count(" 0 complaints")) == (0, len(NAMES)), result.stdout


def test_validate_exits_with_1_when_a_scorer_accepts_everything(data: Path) -> None:
    data.write_text(json.dumps({"text": "one number: 1", "quantities": [["1", None]]}))
    result = evals("validate", "quantities", "--data", data)
    assert result.exit_code == 1
    assert "'precision' accepts every baseline" in result.stdout


def test_validate_of_data_needs_a_task(data: Path) -> None:
    assert "--data needs the name" in refused("validate", "--data", data)


def on_a_terminal(data: Path, folder: Path, environment: dict[str, str]) -> str:
    """What a run writes to stderr when that is a terminal."""
    program = "import sys; from askback.evals.cli import app; app()"
    command = [sys.executable, "-c", program, "run", "quantities", "--data", str(data), "--out", str(folder)]
    theirs, ours = pty.openpty()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=ours,
        env={k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm"} | environment,
    )
    os.close(ours)
    written = b""
    while True:
        try:
            piece = os.read(theirs, 4096)
        except OSError:  # Linux says so when the other side of a terminal is closed
            break
        if not piece:
            break
        written += piece
    os.close(theirs)
    assert process.wait(timeout=60) == 0
    return written.decode()


def test_progress_is_shown_on_a_terminal(data: Path, tmp_path: Path) -> None:
    assert "3/3" in on_a_terminal(data, tmp_path / "run", {})


def test_no_color_keeps_the_terminal_quiet(data: Path, tmp_path: Path) -> None:
    written = on_a_terminal(data, tmp_path / "run", {"NO_COLOR": "1"})
    assert written.split() == ["report:", str(tmp_path / "run" / "report.html")]
