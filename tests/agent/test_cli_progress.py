"""`askback progress`: table, JSON, plot, corrections, forgetting."""

import json
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from askback.agent import Tutor

SUM = "What is 1/3 + 1/4?"


@pytest.fixture
def taught(store: Path) -> Path:
    """A store with one lesson of ana's: a wrong first try, then a success."""
    with Tutor(model=None, store=store) as tutor:
        lesson = tutor.lesson(SUM, id="one", student="ana")
        lesson.say("I got 2/7, I added the tops and the bottoms")
        lesson.say("4/12 + 3/12 = 7/12")
    return store


def askback(store: Path, *words: str) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "askback.agent", "progress", *words, "--store", str(store)]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def test_the_table_names_skill_mistake_and_entries(taught: Path) -> None:
    code, out, _ = askback(taught, "ana")
    assert code == 0
    assert "fraction addition" in out
    assert "Adding tops and bottoms separately" in out
    assert "1 of 2" in out


def test_json_has_stable_names(taught: Path) -> None:
    found = json.loads(askback(taught, "ana", "--json")[1])
    assert list(found) == ["student", "skills", "misconceptions", "entries"]
    assert list(found["skills"][0]) == [
        "skill",
        "mastery",
        "mastered",
        "right",
        "tries",
        "trail",
        "last",
        "due",
    ]
    assert [row["outcome"] for row in found["entries"]] == ["wrong", "right"]


def test_the_plot_is_an_svg_with_a_line_for_each_skill(taught: Path, tmp_path: Path) -> None:
    askback(taught, "ana", "--svg", str(tmp_path / "plot.svg"))
    root = ElementTree.parse(tmp_path / "plot.svg").getroot()
    [line] = root.findall("{http://www.w3.org/2000/svg}polyline")
    assert len(line.attrib["points"].split()) == 3


def test_an_entry_is_corrected(taught: Path) -> None:
    number = json.loads(askback(taught, "ana", "--json")[1])["entries"][0]["id"]
    out = json.loads(askback(taught, "ana", "--entry", str(number), "--as", "struck", "--json")[1])
    assert out["skills"][0]["tries"] == 1


def test_forget(taught: Path) -> None:
    assert "2 entries deleted" in askback(taught, "ana", "--forget")[1]
    code, out, notes = askback(taught, "ana")
    assert (code, out) == (0, "")
    assert "Nothing is known of 'ana'" in notes
    assert "nothing was kept" in askback(taught, "ana", "--forget")[1]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--entry", "1"), "go together"),
        (("--entry", "1", "--as", "green"), "right, wrong or struck"),
        (("--entry", "99", "--as", "right"), "has no entry 99"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(taught: Path, words: tuple[str, ...], why: str) -> None:
    code, _, notes = askback(taught, "ana", *words)
    assert code == 1
    assert why in notes
    assert notes.count("\n") == 1


def test_a_damaged_store_is_one_clear_line(tmp_path: Path) -> None:
    store = tmp_path / "lessons.sqlite"
    store.write_bytes(b"no database " * 100)
    code, _, notes = askback(store, "ana")
    assert code == 1
    assert "cannot be used" in notes
    assert notes.count("\n") == 1
