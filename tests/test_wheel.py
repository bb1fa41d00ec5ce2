"""The built wheel carries everything, and lives beside an app's own package called `agent`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
LEFT_OUT = shutil.ignore_patterns(
    ".venv", ".git", "build", "dist", "*.egg-info", "__pycache__", ".*_cache", "typings"
)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the tree and unpacked where only this test looks."""
    source, built, target = (tmp_path_factory.mktemp(name) for name in ("source", "built", "installed"))
    shutil.copytree(ROOT, source, dirs_exist_ok=True, ignore=LEFT_OUT)
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(built), str(source)], check=True
    )
    with ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(target)
    return target


def run(installed: Path, *words: str, folder: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(installed), "ASKBACK_DATA": str(installed / "data")}
    done = subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_is_what_is_imported(installed: Path, tmp_path: Path) -> None:
    where = run(installed, "-c", "import askback.agent as a; print(a.__file__)", folder=tmp_path)
    assert where.startswith(str(installed))


def test_an_app_with_its_own_agent_package_embeds_askback(installed: Path) -> None:
    said = run(installed, "app.py", folder=ROOT / "examples" / "class_app").splitlines()
    assert [line.split(":")[0] for line in said] == ["ana", "ben", "eva"]
    assert all("Thanks for sharing." in line and line.endswith("?") for line in said)


def test_the_command_line_works_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    words = ("-m", "askback.agent", "solve", "What is 1/3 + 1/4?", "--model", "none")
    assert "answer: 7/12" in run(installed, *words, folder=tmp_path)


def test_every_file_of_the_packages_is_in_the_wheel(installed: Path) -> None:
    for package in ("agent", "sandbox", "finetune", "evals"):
        here = {path.relative_to(ROOT / package) for path in (ROOT / package).rglob("*") if path.is_file()}
        here = {path for path in here if "__pycache__" not in path.parts}
        there = {
            path.relative_to(installed / "askback" / package)
            for path in (installed / "askback" / package).rglob("*")
        }
        assert here - there == set()
