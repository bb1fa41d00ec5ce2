"""A problem with several questions is worked on one after the other, and no later answer gets out meanwhile."""

from collections.abc import Callable

import pytest

from askback.agent import ScriptedModel, Tutor
from askback.agent.parts import questions_in, said_of

OpenTutor = Callable[..., Tutor]
BOTH = "A rectangle is 5 cm long and 3 cm wide. a) Find its perimeter. b) Find its area."
QUESTIONS = ("Find its perimeter.", "Find its area.")


@pytest.mark.parametrize(
    ("problem", "questions"),
    [
        (BOTH, QUESTIONS),
        ("A rectangle is 5 cm long and 3 cm wide. Find its perimeter. Then find its area.", QUESTIONS),
        ("What are the mean and the range of 3, 5 and 7?",
         ("What is the mean of 3, 5 and 7?", "What is the range of 3, 5 and 7?")),
        ("Solve x + 3 = 8. Show your work.", ("Solve x + 3 = 8. Show your work.",)),
        ("Solve 2x + y = 7 and x - y = 2.", ("Solve 2x + y = 7 and x - y = 2.",)),
    ],
)  # fmt: skip
def test_questions(problem: str, questions: tuple[str, ...]) -> None:
    assert tuple(question.words for question in questions_in(problem)) == questions


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a) 16 b) 15", 0, "16"),
        ("a) 16 b) 15", 1, "15"),
        ("(a) 16, (b) 15", 0, "16"),
        ("for a i got 16 and for b i got 15", 0, "i got 16"),
        ("the first is 16 and the second is 15", 1, "15"),
        ("is b 15?", 0, ""),
        ("part b is 15", 0, ""),
        ("the area is 15", 0, ""),
        ("area is 15 and perimeter 16", 0, "perimeter 16"),
        ("16 and 15", 0, "16"),
        ("a) 16", 1, "a) 16"),
        ("16", 0, "16"),
        ("first, i added 5 and 3", 0, "first, i added 5 and 3"),
        ("i did it for a friend", 0, "i did it for a friend"),
        ("5 + 3 + 5 + 3 = 16", 0, "5 + 3 + 5 + 3 = 16"),
        ("5 cm, 3 cm", 1, "5 cm, 3 cm"),
    ],
)
def test_of_what_is_said_the_open_question_is_heard(text: str, place: int, said: str) -> None:
    assert said_of(text, QUESTIONS, place) == said


def test_an_answer_is_confirmed_and_the_next_question_asked(open_tutor: OpenTutor) -> None:
    reply = open_tutor().lesson(BOTH).say("5 + 3 + 5 + 3 = 16")
    assert (reply.move.goal, reply.diagnosis.verdict) == ("next_question", "correct")
    assert '"Find its area."' in reply.text


def test_the_lesson_is_solved_with_the_last_question(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson(BOTH)
    endings = [(lesson.say(text), lesson.summary().ending)[1] for text in ("16", "15")]
    assert endings == ["open", "solved"]


def test_help_begins_anew_with_each_question(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson(BOTH)
    for text in ("idk", "idk", "idk"):
        lesson.say(text)
    lesson.say("5 + 3 + 5 + 3 = 16")
    assert lesson.say("8").move.rung == "thinking"


def test_the_answer_to_a_later_question_waits(open_tutor: OpenTutor) -> None:
    reply = open_tutor().lesson(BOTH).say("the area is 15")
    assert (reply.move.goal, reply.diagnosis.verdict) == ("in_turn", "unknown")


def test_work_on_both_questions_at_once_is_no_mistake(open_tutor: OpenTutor) -> None:
    reply = open_tutor().lesson(BOTH).say("5 + 3 + 5 + 3 = 16\n5 * 3 = 15")
    assert reply.diagnosis.verdict == "correct"


def test_the_answer_to_a_later_question_is_not_given_away(open_tutor: OpenTutor) -> None:
    writer = ScriptedModel(replies=["The area is 15. How did you get there?"] * 8)
    reply = open_tutor(model=writer).lesson(BOTH).say("8")
    assert reply.writer == "code"
    assert "15" not in reply.text


def test_a_problem_with_letters_may_be_quoted_as_the_next(open_tutor: OpenTutor) -> None:
    assert '"4y-y"' in open_tutor().lesson("Simplify: a) 2x+3x b) 4y-y").say("5x").text


def test_a_teachers_answer_is_for_the_problem_as_it_stands(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson(BOTH, answer="16")
    assert lesson.questions == (BOTH,)
    assert lesson.say("5 + 3 + 5 + 3 = 16").move.goal == "confirm"


def test_practice_is_like_the_last_question(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson(BOTH)
    lesson.say("16")
    assert lesson.practice() == ()
    lesson.say("15")
    assert "area" in lesson.practice("same")[0].problem


def test_a_turn_on_the_second_question_replays_without_a_difference(open_tutor: OpenTutor) -> None:
    tutor = open_tutor()
    lesson = tutor.lesson(BOTH)
    lesson.say("16")
    lesson.say("8")
    assert tutor.replay(lesson.id, 2)[1] == []
