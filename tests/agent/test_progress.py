"""Progress: what counts as evidence, knowledge tracing, due dates, correcting and forgetting."""

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from askback.agent import InputError, StoreError, Tutor
from askback.agent.progress import Entry, Outcome, Tracing, due_date, skill_of, student_progress

SUM = "What is 1/3 + 1/4?"
WRONG = "I got 2/7, I added the tops and the bottoms"
RIGHT = "4/12 + 3/12 = 7/12"
OpenTutor = Callable[..., Tutor]


def entry(
    number: int, outcome: Outcome, *, day: int = 1, skill: str = "percent_of", mistake: str | None = None
) -> Entry:
    at = f"2026-01-{day:02d}T10:00:00.000+00:00"
    return Entry(number, "ana", f"lesson-{number}", 0, skill, outcome, "none", mistake, at, edited=False)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ((RIGHT,), [("right", "none")]),
        ((WRONG,), [("wrong", "none")]),
        ((WRONG, RIGHT), [("wrong", "none"), ("right", "questions")]),
        (("idk", RIGHT), [("wrong", "none"), ("right", "questions")]),
        (("just tell me the answer",), [("wrong", "none")]),
        ((WRONG, "idk", "idk", "idk", "idk", RIGHT), [("wrong", "none")]),  # after a worked example
        (("4/12 + 3/12",), []),  # unfinished
        (("do you like football?",), []),
    ],
)
def test_what_a_lesson_shows(
    open_tutor: OpenTutor, said: tuple[str, ...], shown: list[tuple[str, str]]
) -> None:
    tutor = open_tutor()
    lesson = tutor.lesson(SUM, student="ana")
    for text in said:
        lesson.say(text)
    entries = tutor.progress("ana").entries
    assert [(one.outcome, one.help) for one in entries] == shown
    assert {one.skill for one in entries} <= {"fraction_addition"}


def test_a_lesson_without_a_student_writes_nothing(open_tutor: OpenTutor, store: Path) -> None:
    lesson = open_tutor().lesson(SUM)
    for text in (WRONG, RIGHT):
        lesson.say(text)
    assert sqlite3.connect(store).execute("SELECT count(*) FROM progress").fetchone() == (0,)


def test_nothing_that_was_said_is_kept(open_tutor: OpenTutor, store: Path) -> None:
    lesson = open_tutor().lesson(SUM, id="one", student="ana")
    for text in (WRONG, RIGHT):
        lesson.say(text)
    rows = sqlite3.connect(store).execute("SELECT * FROM progress").fetchall()
    assert [row[1:8] for row in rows] == [
        ("ana", "one", 0, "fraction_addition", "wrong", "none", "fraction_add_across"),
        ("ana", "one", 1, "fraction_addition", "right", "questions", None),
    ]


def test_a_problem_no_kind_fits_is_a_word_problem() -> None:
    assert (
        skill_of("Ana has 3 cats and 2 dogs and walks them twice a day. How many legs is that?")
        == "word_problem"
    )


def test_tracing_by_hand() -> None:
    tracing = Tracing(known=0.5, learns=0.2, guesses=0.25, slips=0.1)
    # right: 0.45 / (0.45 + 0.125), then a fifth of the rest is learnt; wrong: 0.05 / (0.05 + 0.375)
    assert tracing.updated(0.5, right=True) == pytest.approx(0.782609 + 0.217391 * 0.2, abs=1e-6)
    assert tracing.updated(0.5, right=False) == pytest.approx(0.117647 + 0.882353 * 0.2, abs=1e-6)


def test_mastery_rises_with_successes_and_falls_with_a_failure() -> None:
    trail = Tracing().trail([True, True, True, False])
    assert trail[0] < trail[1] < trail[2] < trail[3] > trail[4]


def test_three_successes_alone_are_mastery_and_one_is_not() -> None:
    def mastered(count: int) -> bool:
        [skill] = student_progress("ana", [entry(n, "right", day=n + 1) for n in range(count)]).skills
        return skill.mastered

    assert (mastered(1), mastered(3)) == (False, True)


def test_the_gap_grows_with_success_and_shrinks_with_failure() -> None:
    def gap(*outcomes: Outcome) -> timedelta:
        entries = [entry(n, outcome, day=1 + 3 * n) for n, outcome in enumerate(outcomes)]
        return due_date(entries) - datetime.fromisoformat(entries[-1].at)

    assert gap("right", "right") > gap("right") > gap("right", "wrong")
    assert gap("wrong") >= timedelta(days=1)


def test_struck_entries_do_not_count() -> None:
    found = student_progress(
        "ana", [entry(1, "struck", mistake="percent_as_bottom"), entry(2, "right", day=2)]
    )
    assert (found.skills[0].tries, found.misconceptions, len(found.entries)) == (1, (), 2)


def test_what_recurs_most_comes_first() -> None:
    mistakes = ["percent_as_bottom", "fraction_add_across", "fraction_add_across"]
    found = student_progress("ana", [entry(n, "wrong", mistake=id) for n, id in enumerate(mistakes)])
    assert [(item.id, item.lessons) for item in found.misconceptions] == [
        ("fraction_add_across", 2),
        ("percent_as_bottom", 1),
    ]


def test_a_correction_stays_when_the_lesson_goes_on(open_tutor: OpenTutor) -> None:
    tutor = open_tutor()
    lesson = tutor.lesson(SUM, student="ana")
    lesson.say(WRONG)
    [first] = tutor.progress("ana").entries
    tutor.correct_progress("ana", first.id, "struck")
    lesson.say(RIGHT)
    entries = tutor.progress("ana").entries
    assert [(one.outcome, one.edited) for one in entries] == [("struck", True), ("right", False)]


def test_nobody_corrects_another_student_s_entry(open_tutor: OpenTutor) -> None:
    tutor = open_tutor()
    tutor.lesson(SUM, student="ana").say(WRONG)
    [first] = tutor.progress("ana").entries
    with pytest.raises(InputError, match="has no entry"):
        tutor.correct_progress("ben", first.id, "right")


def test_forgetting_leaves_nothing_of_the_student_and_does_not_come_back(
    open_tutor: OpenTutor, store: Path
) -> None:
    tutor = open_tutor()
    tutor.lesson(SUM, id="one", student="ana").say(WRONG)
    tutor.lesson(SUM, id="two", student="ben").say(WRONG)
    assert tutor.forget("ana") == 1
    tutor.resume("one").say(RIGHT)
    rows = sqlite3.connect(store)
    assert rows.execute("SELECT count(*) FROM progress WHERE student = 'ana'").fetchone() == (0,)
    assert rows.execute("SELECT student FROM lessons ORDER BY id").fetchall() == [(None,), ("ben",)]


def test_forgetting_holds_for_a_lesson_that_is_open(open_tutor: OpenTutor, store: Path) -> None:
    tutor = open_tutor()
    lesson = tutor.lesson(SUM, id="one", student="ana")
    lesson.say(WRONG)
    tutor.forget("ana")
    lesson.say(RIGHT)
    rows = sqlite3.connect(store)
    assert rows.execute("SELECT count(*) FROM progress WHERE student = 'ana'").fetchone() == (0,)


def test_a_full_disk_is_one_clear_error(open_tutor: OpenTutor) -> None:
    tutor = open_tutor()
    tutor.lesson(SUM, student="ana").say(WRONG)
    connection = tutor._services.store.saver.conn  # pyright: ignore[reportPrivateUsage]
    connection.execute("PRAGMA query_only = 1")
    with pytest.raises(StoreError, match="cannot be used"):
        tutor.forget("ana")
