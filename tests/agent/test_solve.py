"""Answers are compared as a teacher would, votes are counted, programs are taken out of replies."""

import pytest

from askback.agent.answers import same_answer
from askback.agent.programs import read_program
from askback.agent.state import Program
from askback.sandbox import Outcome

SAME = [
    ("12 dollars", "12"),
    ("$12", "12.00"),
    ("1/2", "0.5"),
    ("50%", "1/2"),
    ("25%", "25"),
    ("x = 4", "4"),
    ("x = 4 or x = -2", "{-2, 4}"),
    ("3 hours", "180 minutes"),
    ("33.33", "100/3"),
    ("0.667", "2/3"),
    ("1 3/4", "7/4"),
    ("5 dozen", "5"),
    ("5 dozen", "60"),
]
DIFFERENT = [
    ("12", "21"),
    ("1/2", "2"),
    ("33.3", "33.33"),
    ("33.34", "100/3"),
    ("0.66", "2/3"),
    ("25", "25.4"),
    ("-3", "3"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_same(first: str, second: str) -> None:
    assert same_answer(first, second)
    assert same_answer(second, first)


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_different(first: str, second: str) -> None:
    assert not same_answer(first, second)
    assert not same_answer(second, first)


def truth(values: list[object]) -> tuple[str, str | None]:
    programs = [Program(plan=(), source="", origin="model")] * len(values)
    outcomes = [Outcome("runtime_error") if value is None else Outcome("ok", value) for value in values]  # type: ignore[arg-type]
    found = vote(programs, outcomes, 5)
    return found.status, found.answer


@pytest.mark.parametrize(
    ("values", "status", "answer"),
    [
        ([12, 12, 12, 12, 12], "verified", "12"),
        ([12, 12.0, 12, 12, 12], "verified", "12"),
        ([12, 12, 12, 7, 7], "likely", "12"),
        ([12, 12, 12, None, None], "likely", "12"),
        ([12, 12, 7, 7, 5], "unknown", None),
        ([12, 12], "unknown", None),
        ([0.1 + 0.2] * 5, "verified", "3/10"),
        ([], "unknown", None),
    ],
)
def test_vote(values: list[object], status: str, answer: str | None) -> None:
    assert truth(values) == (status, answer)


def test_a_program_is_taken_out_of_a_reply() -> None:
    program = read_program(
        "Plan:\n1. Multiply.\n2. Add.\n```python\ndef solution():\n    return 3 * 4 + 5\n```\nDone."
    )
    assert program is not None
    assert (program.plan, program.source) == (
        ("Multiply.", "Add."),
        "def solution():\n    return 3 * 4 + 5\n",
    )


@pytest.mark.parametrize("text", ["", "The answer is 17.", "```python\nprint(17)\n```"])
def test_talk_is_no_program(text: str) -> None:
    assert read_program(text) is None
