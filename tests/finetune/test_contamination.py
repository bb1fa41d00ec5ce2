"""Nothing is learnt from problems that the public tests are made of, checked on their own files."""

import json
from pathlib import Path
from typing import Any

import pytest

from askback.finetune.gsm8k import read_gsm8k
from askback.finetune.rows import Excluded, words

DATA = Path(__file__).parents[2].parent / "shared" / "data"
TESTS = ("stepverify/stepverify.jsonl", "mathdial/test.jsonl", "bridge/train.jsonl", "bridge/validation.jsonl",
         "mrbench/v2.jsonl", "mrbench/v3_dev.jsonl", "gsm8k/test.jsonl")  # fmt: skip

pytestmark = [
    pytest.mark.shared_data,
    pytest.mark.skipif(not DATA.is_dir(), reason="the public data sets are not beside the checkout"),
]


@pytest.fixture(scope="module")
def excluded() -> Excluded:
    return Excluded([DATA / name for name in TESTS])


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("stepverify/stepverify.jsonl", "problem"),
        ("mathdial/test.jsonl", "question"),
        ("gsm8k/test.jsonl", "question"),
    ],
)
def test_every_problem_of_a_test_is_refused(name: str, field: str, excluded: Excluded) -> None:
    assert [row[field] for row in _rows(name) if not excluded.holds(row[field])] == []


def test_gsm8k_train_problems_in_those_tests_are_refused_and_most_others_are_not(excluded: Excluded) -> None:
    """An independent look: all runs of eight words of the problem stand in the texts of the tests."""
    runs = {
        run for name in TESTS[:6] for row in _rows(name) for run in _runs(json.dumps(row, ensure_ascii=False))
    }
    problems = [question for question, _ in read_gsm8k(DATA / "gsm8k" / "train.jsonl")]
    inside = [problem for problem in problems if (own := _runs(problem)) and own <= runs]
    assert len(inside) > 100
    assert all(excluded.holds(problem) for problem in inside)
    refused = sum(map(excluded.holds, problems))
    assert len(inside) <= refused < 0.2 * len(problems), (len(inside), refused, len(problems))


def _runs(text: str) -> set[tuple[str, ...]]:
    spoken = words(text)
    return {tuple(spoken[place : place + 8]) for place in range(len(spoken) - 7)}
