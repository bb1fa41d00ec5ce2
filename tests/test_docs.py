"""The documents say what is so."""

import re
from pathlib import Path
from typing import Any, cast

import pytest
from typer.main import get_command

from askback.agent import Tutor, cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = sorted(path for path in ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md"))


def test_the_readme_names_every_command() -> None:
    cli.mount(["--help"])
    commands = set(cast(Any, get_command(cli.app)).commands)
    assert commands == set(re.findall(r"^\| `askback (\w+)`", README, re.MULTILINE))


def test_the_python_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    [code] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    names: dict[str, object] = {}
    exec(code.replace("Tutor()", "Tutor(model=None)"), names)
    cast(Tutor, names["tutor"]).close()
    assert "?" in capsys.readouterr().out


def test_the_readme_opens_with_the_two_commands() -> None:
    first = README[README.index("```sh") :].splitlines()[1:3]
    assert [line.split("#")[0].strip() for line in first] == ["make chat", "make test"]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
