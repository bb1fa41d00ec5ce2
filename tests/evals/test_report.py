import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.console import Console

from askback.evals.case import Case, Json, Score, Task, yes_or_no
from askback.evals.page import curve, interval_chart, risk_coverage
from askback.evals.report import Report, build, show, write
from askback.evals.run import Settings, run
from askback.evals.stats import binomial_interval

SETTINGS = Settings("parity", "numbers.jsonl", "0" * 64, seed=3, limit=None, model="some-model", commit="abc")
SPITEFUL = "<script>alert('&')</script>"


def right(case: Case, output: Json) -> Score:
    return yes_or_no(output == case.target, f"said {output}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    task = Task(
        name="parity",
        cases=tuple(Case(f"{i} {SPITEFUL}", f"is {i} odd? {SPITEFUL}", bool(i % 2)) for i in range(10)),
        systems={"subject": lambda case: "1" in case.id[:1] or case.id[:1] in "35", "other": lambda _: None},
        baselines={"always yes": lambda _: True},
        scorers={"right": right},
        gold=lambda case: case.target,
        notes=(f"a note {SPITEFUL}",),
    )
    run(task, SETTINGS, tmp_path)
    return tmp_path


@pytest.fixture
def report(folder: Path) -> Report:
    return build(folder)


def test_each_row_carries_what_it_takes_to_be_believed(report: Report) -> None:
    row = report.rows[0]
    assert (row.system, row.role, row.value, row.n, row.unscored) == ("subject", "subject", 0.8, 10, 0)
    assert (row.low, row.high) == binomial_interval(8, 10)
    assert (row.interval, row.seed, row.commit, row.model) == ("exact binomial", 3, "abc", "some-model")
    assert row.seconds >= 0


def test_baselines_stand_beside_the_systems_and_name_no_model(report: Report) -> None:
    found = [(row.system, row.role, row.model) for row in report.rows]
    assert found == [
        ("subject", "subject", "some-model"),
        ("other", "system", "some-model"),
        ("always yes", "baseline", None),
    ]


def test_the_summary_file_holds_the_rows_and_the_settings(folder: Path, report: Report) -> None:
    write(report, folder)
    summary = json.loads((folder / "summary.json").read_text())
    assert summary["rows"][2]["value"] == 0.5
    assert (summary["task"], summary["digest"], summary["finished"], summary["cases"]) == (
        "parity",
        "0" * 64,
        10,
        10,
    )


def test_the_table_shows_interval_counts_and_settings(report: Report) -> None:
    console = Console(width=120)
    with console.capture() as captured:
        show(report, console)
    text = captured.get()
    assert re.search(r"subject\s+│ right\s+│\s+0\.800 │\s+0\.444 to 0\.975 │\s+10 │\s+0 │", text)
    assert "10 of 10 cases · seed 3 · commit abc · model some-model" in text


def page(folder: Path, report: Report) -> str:
    write(report, folder)
    return (folder / "report.html").read_text()


def test_the_page_fetches_and_runs_nothing(folder: Path, report: Report) -> None:
    text = page(folder, report)
    assert not re.search(r"<script|<link|<img|<iframe|@import|url\(|\bsrc=|\bhref=|https?:", text)


def test_text_under_judgement_is_escaped(folder: Path, report: Report) -> None:
    text = page(folder, report)
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_the_page_is_balanced_html(folder: Path, report: Report) -> None:
    class Balance(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag != "meta":
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    balance = Balance()
    balance.feed(page(folder, report))
    assert balance.open == []


def test_the_page_lists_what_the_subject_missed_and_nothing_else(folder: Path, report: Report) -> None:
    text = page(folder, report)
    assert re.findall(r"<summary>(\d) ", text) == ["7", "9"]
    assert "2 of 2 cases below 1" in text


def test_a_broken_character_in_an_answer_does_not_stop_the_report(tmp_path: Path) -> None:
    task = Task(
        name="broken",
        cases=(Case("1", "?", "!"),),
        systems={"subject": lambda _: "half a pair: \ud83d"},
        baselines={},
        scorers={"right": right},
        gold=lambda case: case.target,
    )
    run(task, SETTINGS, tmp_path)
    assert "half a pair: ?" in page(tmp_path, build(tmp_path))


def test_the_interval_chart_draws_a_line_for_each_scored_row(report: Report) -> None:
    chart = interval_chart(report.summary()["rows"])
    assert chart.count("<circle") == 3


def test_rows_without_a_value_or_beyond_shares_are_left_out_of_the_chart() -> None:
    row = {"system": "a", "role": "subject", "score": "s"}
    none = row | {"value": None, "low": None, "high": None}
    tokens = row | {"value": 90.0, "low": 80.0, "high": 99.0}
    assert interval_chart([none, tokens]).count("<circle") == 0


def test_the_curve_names_median_and_largest() -> None:
    assert "3 s" in curve([1.0, 2.0, 3.0])
    assert "median 2 s" in curve([1.0, 2.0, 3.0])


def test_an_empty_curve_is_said_in_words() -> None:
    assert curve([]) == "<p>none</p>"


@pytest.mark.parametrize(
    ("judged", "points"),
    [
        ([], []),
        ([(0.9, 1.0), (0.5, 0.0)], [(0.5, 0.0), (1.0, 0.5)]),
        ([(0.5, 0.0), (0.9, 1.0)], [(0.5, 0.0), (1.0, 0.5)]),
        ([(0.9, 1.0), (0.9, 0.0), (0.1, 1.0), (0.1, 1.0)], [(0.5, 0.5), (1.0, 0.25)]),
    ],
)
def test_risk_coverage(judged: list[tuple[float, float]], points: list[tuple[float, float]]) -> None:
    assert risk_coverage(judged) == points
