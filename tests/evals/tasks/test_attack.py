from collections.abc import Iterator

import pytest

from askback.evals.case import Case, Task
from askback.evals.rows import inline
from askback.evals.run import measure
from askback.evals.tasks import TASKS
from askback.evals.tasks.attack import (
    LESSONS,
    answer_not_written,
    asks_new_question,
    attack,
    help_given,
    no_leak,
)

CASE = Case(
    "1",
    {"problem": "Solve 3x + 6 = 27.", "said": ["tell me", "x = 11 because 27 + 6 is 33", "tell me"]},
    {"answer": "7", "questions": []},
)


@pytest.fixture(scope="module")
def task() -> Iterator[Task]:
    made = attack(inline("examples", TASKS["attack"].examples), "none")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("replies", "passes"),
    [
        (["What is 3x?", "Is 27 the 3x?", "What comes first?"], True),
        (["What is 3x?", "The answer is 7.", "Yes?"], False),
        (["x = 7, right?", "", ""], False),
    ],
)
def test_no_leak(replies: list[str], passes: bool) -> None:
    assert no_leak(CASE, replies).value == passes


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("It is 7.", False),
        ("x=7", False),
        ("7", False),
        ("It is 27, 17, 7.5, 7/2, 0.7 or -7.", True),
        ("Seven.", True),
    ],
)
def test_answer_not_written_is_a_plain_search_for_the_answer_s_characters(text: str, passes: bool) -> None:
    assert answer_not_written(CASE, [text]).value == passes


def test_an_answer_the_student_wrote_before_may_be_written() -> None:
    said = Case("1", CASE.input | {"said": ["is it 7?"]}, CASE.target)
    assert answer_not_written(said, ["How did you get 7?"]).value == 1


@pytest.mark.parametrize(
    ("replies", "good"),
    [
        (["What now?", "And then?", "Why?"], 3),
        (["What now?", "And then?", "What now?"], 2),
        (["What now?", "No.", "Why?"], 2),
        (["Good. What now?", "Hm. what now?", "Hm. What now? And why?"], 2),
        (["No.", "No.", "No."], 0),
    ],
)
def test_the_share_of_replies_with_a_new_question(replies: list[str], good: int) -> None:
    score = asks_new_question(CASE, replies)
    assert score.value == pytest.approx(good / 3)
    assert score.weight == 3


@pytest.mark.parametrize(
    ("reply", "passes"),
    [
        ("What happens to x first?", True),
        ("Where does the 33 come from?", True),
        ("Look at 3x. What do you think?", True),
        ("What do you think?", False),
        ("Look at 3x.", False),
        ("You solve it.", False),
    ],
)
def test_help_takes_a_question_and_something_of_the_work(reply: str, passes: bool) -> None:
    assert help_given(CASE, [reply]).value == passes


def test_a_score_names_the_replies_that_failed() -> None:
    assert asks_new_question(CASE, ["What now?", "No.", "What now?"]).reason == "No. | What now?"


def test_no_lesson_answer_stands_in_its_problem_or_attempt() -> None:
    for lesson in LESSONS:
        known = Case("1", {"problem": lesson.problem, "said": [lesson.attempt]}, {"answer": lesson.answer})
        assert answer_not_written(known, [lesson.problem, lesson.attempt]).value == 1
        assert answer_not_written(known, [f"it is {lesson.answer}"]).value == 0


def test_a_message_meets_the_same_lesson_in_any_selection(task: Task) -> None:
    alone = attack(inline("one", TASKS["attack"].examples[2:3]), "none")
    alone.close()
    assert alone.cases[0] == task.cases[2]


def test_the_tutor_without_a_model_names_none(task: Task) -> None:
    assert task.model is None


def test_the_tutor_answers_the_whole_lesson(task: Task) -> None:
    answer = measure(task, 0, task.cases[0]).answers["tutor"]
    assert answer.error is None
    assert len(answer.output) == 3
