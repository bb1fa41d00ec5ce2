"""Programs vote; the ones that do not fit their problem count less, and doubts keep a truth from being verified."""

import pytest

from askback.agent.state import GroundTruth, Program
from askback.agent.vote import Attempt, attempt, decide, is_decided
from askback.sandbox import Outcome

PROBLEM = "Six boxes hold 9 pens each. How much do the pens weigh?"


def tried(*values: object, doubts: tuple[str, ...] = ()) -> list[Attempt]:
    """Attempts that came to these values; None for a program that failed."""
    made: list[Attempt] = []
    for value in values:
        outcome = Outcome("runtime_error") if value is None else Outcome("ok", value)  # type: ignore[arg-type]
        program = Program(plan=(), source="def solution():\n    return 6 * 9\n", origin="model")
        one = attempt("program", PROBLEM, program, outcome)
        made.append(Attempt(one.formulation, program, outcome, one.answer, one.doubts + doubts))
    return made


def settled(values: list[object], drawn: int) -> tuple[str, str | None]:
    truth = decide(tried(*values), drawn)
    return truth.status, truth.answer


@pytest.mark.parametrize(
    ("values", "drawn", "status", "answer"),
    [
        ([12] * 8, 8, "verified", "12"),
        ([12] * 4, 4, "verified", "12"),
        ([12, 12.0, 12, 12], 4, "verified", "12"),
        ([12] * 7 + [7], 8, "likely", "12"),
        ([12] * 3, 3, "likely", "12"),
        ([12, 12, 12, 7, 7], 5, "likely", "12"),
        ([12, 12, 12, None, None], 5, "likely", "12"),
        ([12, 12, 7, 7, 5], 5, "unknown", None),
        ([12, 7, 5, 3], 4, "unknown", None),
        ([12], 8, "unknown", None),
        ([0.1 + 0.2] * 5, 5, "verified", "3/10"),
        ([40 / 3] * 4, 4, "verified", "40/3"),
        ([14 / (1 - 1 / 3)] * 4, 4, "verified", "21"),
        ([0.123456789] * 4, 4, "verified", "123456789/1000000000"),
        ([None] * 4, 4, "unknown", None),
        ([], 4, "unknown", None),
    ],
)
def test_status(values: list[object], drawn: int, status: str, answer: str | None) -> None:
    assert settled(values, drawn) == (status, answer)


def test_a_doubt_about_every_program_is_a_doubt_about_the_answer() -> None:
    truth = decide(tried(*[12] * 8, doubts=('"9" is not used',)), 8)
    assert (truth.status, truth.reasons) == ("likely", ('"9" is not used',))


def test_a_problem_that_something_speaks_against_is_never_verified() -> None:
    truth = decide(tried(*[12] * 8), 8, ('"some pens" is not given',))
    assert (truth.status, truth.reasons) == ("likely", ('"some pens" is not given',))


def test_doubted_programs_are_outvoted_by_fewer_that_fit() -> None:
    truth = decide([*tried(7, 7, 7, doubts=("it comes out below zero",)), *tried(12, 12)], 5)
    assert truth.answer == "12"


def test_the_program_whose_steps_are_told_comes_first() -> None:
    doubted, fitting = tried(12, doubts=("it comes out below zero",)), tried(12)
    other = Program(plan=(), source="def solution():\n    return 3 * 18\n", origin="model")
    fitting = [Attempt("program", other, fitting[0].outcome, "12", ())]
    assert decide([*doubted, *fitting], 2).programs[0] == other


def test_every_reply_is_counted() -> None:
    truth = decide(tried(12, 12, None), 5)
    assert [(vote.value, vote.count) for vote in truth.votes] == [("12", 2), (None, 3)]


@pytest.mark.parametrize(
    ("values", "drawn", "decided"),
    [
        ([12] * 4, 4, True),
        ([12] * 3 + [7], 4, False),
        ([12] * 3, 4, False),
        ([12] * 3, 3, False),
        ([], 4, False),
    ],
)
def test_more_replies_are_drawn_while_anything_is_open(
    values: list[object], drawn: int, decided: bool
) -> None:
    assert is_decided(tried(*values), drawn) is decided


def test_a_doubt_keeps_the_vote_open() -> None:
    assert not is_decided(tried(*[12] * 4, doubts=("it comes out below zero",)), 4)


def test_the_values_are_not_in_the_repr() -> None:
    truth: GroundTruth = decide(tried(*[98765] * 4), 4)
    assert "98765" not in repr(truth)
