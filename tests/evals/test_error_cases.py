"""Error cases: fresh, proved wrong, and the same for the same seed."""

from typing import Any

import pytest

from askback.agent.answers import same_answer
from askback.agent.misconceptions import catalogue
from askback.agent.symbolic import read_problem
from askback.evals.error_cases import error_cases


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return error_cases(40, seed=3)


def test_no_problem_is_an_example_of_the_catalogue(rows: list[dict[str, Any]]) -> None:
    examples = {text for entry in catalogue().values() for text, _ in entry.examples}
    assert not examples & {row["problem"] for row in rows}


def test_every_problem_is_read_and_every_answer_is_wrong(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        assert read_problem(row["problem"]) is not None
        assert row["line"] in row["text"]
        assert not same_answer(row["line"], row["answer"])


def test_the_mistakes_take_turns_and_fit_the_grade(rows: list[dict[str, Any]]) -> None:
    assert len({row["misconception"] for row in rows}) == len(rows)
    for row in rows:
        low, high = catalogue()[row["misconception"]].grades
        assert max(low, 2) <= row["grade"] <= min(high, 9)


def test_the_same_seed_gives_the_same_rows(rows: list[dict[str, Any]]) -> None:
    assert error_cases(5, seed=3) == rows[:5]
