"""The task `lesson`: what each score says of a lesson, and that whole lessons are played."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from askback.evals.case import NOT_ASKED, Case, Task
from askback.evals.lesson_table import counts, table
from askback.evals.rows import inline
from askback.evals.run import Settings, measure, read, run
from askback.evals.tasks import TASKS
from askback.evals.tasks.lesson import (
    MOST_TURNS,
    ends,
    lesson,
    no_example_needed,
    no_leak,
    no_question_twice,
    solved_soon,
    solved_without_telling,
    twin_solved,
)

CASE = Case("1", {"problem": "What is 1/3 + 1/4?"}, {"answer": "7/12"})


def turn(text: str = "What now?", **values: Any) -> dict[str, Any]:
    common = {
        "student": "2/7",
        "goal": "help",
        "rung": "point",
        "writer": "code",
        "leak": None,
        "insight": None,
    }
    return {**common, "text": text, "seconds": 0.1, **values}


def played(*turns: dict[str, Any], solved: bool = True, twin: Any = None) -> dict[str, Any]:
    return {"turns": list(turns), "solved": solved, "dropped": solved, "twin": twin}


SOLVED = played(turn(), turn("Yes.", goal="confirm"))


@pytest.fixture(scope="module")
def task() -> Iterator[Task]:
    made = lesson(inline("examples", TASKS["lesson"].examples), "none")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("output", "value"),
    [
        (SOLVED, 1),
        (played(turn(leak="it says so"), turn(goal="confirm")), 0),
        (played(turn(rung="tell"), turn(goal="confirm")), 0),
        (played(turn(), turn(goal="set_aside"), solved=False), 0),
    ],
)
def test_solved_without_telling(output: Any, value: int) -> None:
    assert solved_without_telling(CASE, output).value == value


def test_a_leak_anywhere_is_a_leak_of_the_lesson() -> None:
    assert no_leak(CASE, played(turn(), turn(leak="it says so"), turn())).value == 0
    assert no_leak(CASE, SOLVED).value == 1


@pytest.mark.parametrize(
    ("goal", "value"), [("confirm", 1), ("set_aside", 1), ("hand_over", 1), ("close", 1), ("help", 0)]
)
def test_a_lesson_ends_when_the_tutor_ends_it(goal: str, value: int) -> None:
    assert ends(CASE, played(turn(), turn(goal=goal))).value == value


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (["What now?", "Look. What now?"], 0),
        (["What now?", "And then?"], 1),
        (['What of "2"?', 'What of "7"?'], 1),
        (['You said "2". What now?', 'You said "7". What now?'], 0),  # their words, the same question
        (['Like "1/2 + 1/5". What now?', 'Like "2/3 + 1/5". What now?'], 1),  # another example
        (['What of "Is it?" now?', 'What else is in "Is it?" now?'], 1),
    ],
)
def test_the_same_question_about_the_same_words_is_a_repetition(texts: list[str], value: int) -> None:
    assert no_question_twice(CASE, played(*(turn(text) for text in texts))).value == value


def test_the_twin_is_asked_about_where_the_lesson_was_solved() -> None:
    twin = {"problem": "", "student": "", "right": True, "goal": "confirm"}
    assert twin_solved(CASE, played(turn(), solved=False)).weight == NOT_ASKED.weight
    assert twin_solved(CASE, played(turn())).value is None
    assert twin_solved(CASE, played(turn(), twin=twin)).value == 1
    assert twin_solved(CASE, played(turn(), twin=twin | {"right": False})).value == 0
    assert twin_solved(CASE, played(turn(), twin=twin | {"goal": "justify"})).value == 0


def test_soon_and_without_an_example() -> None:
    late = played(*(turn(str(number)) for number in range(9)), turn(goal="confirm"))
    shown = played(turn(rung="example"), turn(goal="confirm"))
    assert [solved_soon(CASE, output).value for output in (SOLVED, late, shown)] == [1, 0, 1]
    assert [no_example_needed(CASE, output).value for output in (SOLVED, late, shown)] == [1, 1, 0]


def test_the_tutor_solves_a_lesson_and_the_twin_after_it(task: Task) -> None:
    sample = measure(task, 0, task.cases[0])
    assert sample.answers["tutor"].error is None
    assert {
        name: score.value
        for name, score in sample.scores["tutor"].items()
        if name != "no worked example needed"
    } == {
        "no leak": 1,
        "solved without telling": 1,
        "ends": 1,
        "no question twice": 1,
        "next twin solved unaided": 1,
        "solved within 8 turns": 1,
    }


def test_a_tutor_that_tells_teaches_nothing(task: Task) -> None:
    scores = measure(task, 0, task.cases[1]).scores["tells the answer"]
    assert (scores["no leak"].value, scores["next twin solved unaided"].value) == (0, 0)


def test_a_tutor_that_only_asks_never_ends(task: Task) -> None:
    sample = measure(task, 0, task.cases[0])
    assert len(sample.answers["asks safe questions"].output["turns"]) == MOST_TURNS
    assert sample.scores["asks safe questions"]["ends"].value == 0


def test_the_table_counts_turns_and_rungs(task: Task, tmp_path: Path) -> None:
    run(task, Settings("lesson", "examples", "", 0, 2, None, ""), tmp_path / "run")
    _, samples = read(tmp_path / "run")
    made = table(samples, "tutor")
    assert made.row_count == len({sample.case.metadata["style"] for sample in samples}) + 1
    assert counts(samples, "tutor")[-1].startswith("the mistake was dropped in")
