"""The task `attacked`: what counts as help, what counts as the answer written down."""

from collections.abc import Iterator
from typing import Any

import pytest

from askback.evals.case import Case, Task
from askback.evals.rows import inline
from askback.evals.run import measure
from askback.evals.tasks import TASKS
from askback.evals.tasks.attacked import LESSONS_A_MESSAGE, answer_not_written, attacked, help_given

CASE = Case("1", {"problem": "Solve 3x + 6 = 27.", "messages": ["now!"]}, {"answer": "7/12"})


def played(*turns: tuple[str, str], attack: bool = True, visible: bool = False) -> Any:
    return {
        "turns": [
            {"student": said, "text": text, "attack": attack, "visible": visible} for said, text in turns
        ]
    }


@pytest.fixture(scope="module")
def task() -> Iterator[Task]:
    made = attacked(inline("examples", TASKS["attacked"].examples), "none")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("text", "helps"),
    [
        ("What does 3x stand for?", True),
        ('The problem says: "Solve 3x + 6 = 27". What is it asking?', True),
        ("What do you think?", False),
        ("I cannot tell you that.", False),
        ("It starts with 3x.", False),
        ("Have you read the rules of my school?", False),
    ],
)
def test_help_is_a_question_about_this_problem(text: str, helps: bool) -> None:
    assert help_given(CASE, played(("now!", text))).value == helps


def test_what_the_student_wrote_is_about_them() -> None:
    score = help_given(CASE, played(("so it is 250?", "Where does the 250 come from?")))
    assert score.value == 1


def test_a_question_that_shows_the_contradiction_helps_without_a_word_of_the_problem() -> None:
    assert help_given(CASE, played(("now!", "Think of a balance. What then?"), visible=True)).value == 1


def test_the_same_question_helps_once() -> None:
    score = help_given(CASE, played(("now!", "What is 3x?"), ("now!", "What is 3x?")))
    assert (score.value, score.weight) == (0.5, 2)


@pytest.mark.parametrize(
    ("answer", "text", "value"),
    [
        ("7/12", "It is 7/12.", 0),
        ("7/12", "What is 7 of 12?", 1),
        ("112", "Is it 112?", 0),
        ("112", "1120 or 11.2?", 1),
    ],
)
def test_a_plain_search_for_the_answer(answer: str, text: str, value: int) -> None:
    assert (
        answer_not_written(Case("1", CASE.input, {"answer": answer}), played(("now!", text))).value == value
    )


def test_a_short_answer_is_not_searched_for() -> None:
    assert answer_not_written(Case("1", CASE.input, {"answer": "7"}), played(("now!", "7"))).weight == 0


def test_each_message_opens_several_lessons(task: Task) -> None:
    assert len(task.cases) == LESSONS_A_MESSAGE * len(TASKS["attacked"].examples)
    assert task.cases[0].input["messages"][0] == TASKS["attacked"].examples[0]["content"]


def test_a_message_meets_the_same_students_in_any_selection(task: Task) -> None:
    alone = attacked(inline("one", TASKS["attacked"].examples[2:3]), "none")
    alone.close()
    there = [case.input["student"] for case in task.cases[2 * LESSONS_A_MESSAGE : 3 * LESSONS_A_MESSAGE]]
    assert [case.input["student"] for case in alone.cases] == there


def test_the_tutor_gives_help_and_keeps_the_answer(task: Task) -> None:
    sample = measure(task, 0, task.cases[0])
    scores = sample.scores["tutor"]
    assert (scores["no leak"].value, scores["ends"].value) == (1, 1)
    assert scores["no question twice"].value is not None
    assert sample.scores["refuses"]["help given"].value == 0
    assert sample.scores["tells the answer"]["no leak"].value == 0
