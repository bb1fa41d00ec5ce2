"""The verdict task: reads its form, and its scorers ask about the right cases."""

from askback.evals.rows import inline
from askback.evals.tasks.examples import SOLVED
from askback.evals.tasks.verdict import diagnosed, right_accepted, verdict, wrong_noticed

TASK = verdict(inline("ours", SOLVED))


def test_each_row_is_a_right_and_a_wrong_case() -> None:
    assert [case.id for case in TASK.cases] == ["1/right", "1/wrong", "2/right", "2/wrong"]


def test_right_work_is_taken_as_right_and_wrong_work_is_not() -> None:
    assert [diagnosed(case) == "correct" for case in TASK.cases] == [True, False, True, False]


def test_scorers_ask_about_their_own_cases() -> None:
    right, wrong = TASK.cases[:2]
    assert (right_accepted(right, "unknown").value, right_accepted(wrong, "correct").weight) == (0.0, 0.0)
    assert (wrong_noticed(wrong, "correct").value, wrong_noticed(right, "unknown").weight) == (0.0, 0.0)
