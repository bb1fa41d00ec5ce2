"""Does what a student says now go on from their last answer? Whole turns, over the real graph."""

from collections.abc import Callable

import pytest

from askback.agent import Reply, Tutor

OpenTutor = Callable[..., Tutor]
TAKE_AWAY = "What is 402 - 178?"
TICKETS = "A family buys 2 tickets at $12 and 3 tickets at $7 and pays with a $50 bill. How much change do they get?"


def replies(open_tutor: OpenTutor, problem: str, *said: str, answer: str | None = None) -> list[Reply]:
    lesson = open_tutor().lesson(problem, answer=answer)
    return [lesson.say(text) for text in said]


def test_an_explained_answer_keeps_its_mistake(open_tutor: OpenTutor) -> None:
    first, second = replies(open_tutor, TAKE_AWAY, "376", "8-2 is 6 and 7-0 is 7 and 4-1 is 3")
    assert first.diagnosis.misconception == "subtract_smaller_from_larger"
    assert second.move.goal == "help"
    assert "which do you take away" in second.text


def test_what_explains_it_is_not_called_the_mistake(open_tutor: OpenTutor) -> None:
    said = ("0.6", "3 times 2 is 6 and then the point like in the others", "0 * 0 = 0")
    third = replies(open_tutor, "What is 0.3 × 0.2?", *said)[-1]
    assert third.text.startswith('You wrote "0.6". You may have')


def test_a_new_answer_is_no_explanation(open_tutor: OpenTutor) -> None:
    second = replies(open_tutor, TAKE_AWAY, "376", "I get 402 - 178 = 324 now")[-1]
    assert '"376"' not in second.text


def test_a_slip_put_right_is_seen(open_tutor: OpenTutor) -> None:
    second = replies(open_tutor, TICKETS, "2*12=24\n3*7=21\n24+21=44\n50-44=6", "oh its 45", answer="5")[-1]
    assert second.move.goal == "holds"
    assert '"24+21=44"' in second.text
    assert '"45"' in second.text


def test_a_slip_changed_to_another_slip_is_not_put_right(open_tutor: OpenTutor) -> None:
    second = replies(open_tutor, TICKETS, "2*12=24\n3*7=21\n24+21=44\n50-44=6", "oh its 46", answer="5")[-1]
    assert "comes out" not in second.text


@pytest.mark.parametrize(
    "text", ["First raise 4 to the power of 2: 16. Then 7 x 16 = 112. So my answer is 117"]
)
def test_who_begins_well_after_a_mistake_is_shown_the_line_and_no_new_example(
    open_tutor: OpenTutor, text: str
) -> None:
    said = ("First multiply 7 by 4: 28. Then raise it: 784. So my answer is 792", "792", "792", text)
    last = replies(open_tutor, "What is 8 + 7 × 4^2?", *said)[-1]
    assert last.move.rung == "point"
    assert "117" in last.text
