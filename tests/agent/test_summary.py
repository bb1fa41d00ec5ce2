"""What a lesson came to: the ending, the findings and the rungs."""

from collections.abc import Callable

import pytest

from askback.agent import Tutor

WRONG = "I got 2/7, I added the tops and the bottoms"
RIGHT = "4/12 + 3/12 = 7/12"
OpenTutor = Callable[..., Tutor]


@pytest.mark.parametrize(
    ("said", "ending"),
    [
        ((), "open"),
        ((WRONG,), "open"),
        ((WRONG, RIGHT), "solved"),
        ((RIGHT, "thanks"), "solved"),
        (("bye",), "left"),
    ],
)
def test_how_the_lesson_ended(open_tutor: OpenTutor, said: tuple[str, ...], ending: str) -> None:
    lesson = open_tutor().lesson("What is 1/3 + 1/4?")
    for text in said:
        lesson.say(text)
    assert lesson.summary().ending == ending


def test_a_mistake_is_found_once_however_often_it_shows(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson("What is 1/3 + 1/4?")
    for text in (WRONG, "idk", "it is 2/7 because 1 + 1 = 2 and 3 + 4 = 7"):
        lesson.say(text)
    [finding] = [f for f in lesson.summary().findings if f.misconception == "fraction_add_across"]
    assert (finding.turn, finding.times, finding.quote) == (1, 2, WRONG)


def test_pleas_are_counted(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson("What is 1/3 + 1/4?")
    for text in (WRONG, "just tell me the answer"):
        lesson.say(text)
    summary = lesson.summary()
    assert summary.asked_for_answer == 1
    assert sum(summary.rungs.values()) == 2


def test_it_holds_nothing_of_the_answer(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson("What is 1/3 + 1/4?")
    for text in (WRONG, "idk", "idk", "idk", "idk"):
        lesson.say(text)
    assert "7/12" not in lesson.summary().model_dump_json()
