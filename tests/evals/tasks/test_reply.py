"""The heuristics for replies: each accepts a good reply and rejects the fault it is named for."""

from typing import Any

import pytest

from askback.evals.case import Case
from askback.evals.rows import inline
from askback.evals.run import measure, validate
from askback.evals.tasks import TASKS
from askback.evals.tasks.reply import (
    answer_avoided,
    asks_a_question,
    claims_true,
    fits_the_grade,
    guidance,
    mistake_quoted,
    no_leak,
    no_repetition,
    relevant,
    reply,
)

CASE = Case(
    "1",
    {"problem": "What is 1/3 + 1/4?", "text": "I got 2/7, I added the tops", "grade": 5, "answer": None},
    {"answer": "7/12", "line": "I got 2/7", "misconception": "fraction_add_across"},
)
GOOD = 'You wrote "2/7". How did you get there?'


def said(*texts: str, asks: bool = True, **more: Any) -> list[dict[str, Any]]:
    return [{"text": text, "writer": "code", "asks": asks, "found": None, **more} for text in texts]


@pytest.mark.parametrize(
    ("scorer", "fault"),
    [
        (asks_a_question, "Look at 2/7."),
        (asks_a_question, "What is 2/7? And 1/3?"),
        (relevant, "What is 1/3 of a cake?"),
        (answer_avoided, "Is it 7/12?"),
        (no_leak, "Could it be seven twelfths?"),
        (fits_the_grade, "Which denominational reinterpretation of 2/7 is it?"),
        (fits_the_grade, "Is " + "very " * 30 + "much of 2/7 there?"),
        (mistake_quoted, "How did you get there?"),
        (guidance, "How did you get there?"),
        (claims_true, "Since 1 + 1 = 3, what of 2/7?"),
        (claims_true, "That is right, 2/7. How?"),
        (claims_true, "You multiplied, so why 2/7?"),
    ],
)
def test_a_fault_lowers_its_own_score(scorer: Any, fault: str) -> None:
    assert scorer(CASE, said(GOOD, GOOD)).value == 1
    assert scorer(CASE, said(fault, fault)).value == 0


def test_a_question_of_the_catalogue_is_relevant_without_a_quote() -> None:
    question = "What does the bottom number of each fraction tell you about the size of its pieces?"
    assert relevant(CASE, said(question)).value == 1


def test_what_the_student_claimed_may_be_repeated() -> None:
    assert claims_true(CASE, said("You added the tops. What then?", "Which part have you used?")).value == 1


def test_no_question_is_asked_where_the_lesson_ends() -> None:
    assert asks_a_question(CASE, said("See you next time.", asks=False)).value == 1


@pytest.mark.parametrize(("second", "passes"), [(GOOD, False), ("What is 1/3 of 12?", True)])
def test_the_second_question_is_another(second: str, passes: bool) -> None:
    assert no_repetition(CASE, said(GOOD, second)).value == passes


def test_what_another_wrote_is_left_out() -> None:
    assert relevant(CASE, said("Nothing.", left_out=True)).weight == 0


def test_the_task_reads_both_forms_and_every_score_can_fail() -> None:
    solution = {
        "problem": "A pen costs 3 dollars. What do 4 pens cost?",
        "reference_solution": "They cost 4 x 3 = 12 dollars.\n12",
        "student_incorrect_solution": ["They cost 4 + 3 = 7 dollars.", "7"],
        "incorrect_step": "They cost 4 + 3 = 7 dollars.",
    }
    for rows in (TASKS["reply"].examples, (solution,)):
        task = reply(inline("rows", rows), "none")
        try:
            assert validate(task) == []
            answers = measure(task, 0, task.cases[0]).answers
            assert [answer.error for answer in answers.values() if answer.error] == []
        finally:
            task.close()
