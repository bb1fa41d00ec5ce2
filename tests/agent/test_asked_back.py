"""What a student asks, plans or says in anger is what the reply takes up. Whole turns, over the real graph."""

from collections.abc import Callable

import pytest

from askback.agent import Tutor
from askback.agent.bank import BANK
from askback.agent.opener_words import OPENERS

OpenTutor = Callable[..., Tutor]
MUFFINS = "A baker packs 144 muffins in boxes of 6. Each box sells for $9. How much money does she get for all boxes?"
TRIANGLE = "What is the area of a triangle with base 10 cm and height 6 cm?"
MIXED = "What is 1 1/2 + 2 2/3?"


@pytest.mark.parametrize(
    ("problem", "text", "key"),
    [
        (MUFFINS, "is it bigger than 200?", "asked/size"),
        (MUFFINS, "do i have to divide?", "asked/may"),
        (TRIANGLE, "its 60 or 30 not sure which", "asked/either"),
        (TRIANGLE, "multiply by 6", "asked/plan"),
        ("What is 3/4 + 1/6?", "i need 12ths", "asked/plan"),
        ("Solve 2(x - 3) = 10.", "2 times x and 2 times 3?", "asked/may"),
        (MIXED, "why cant i just add the bottoms", "asked/why"),
        ("What is the mean of 3, 4 and 8?", "i dont know what a mean is", "asked/meaning"),
    ],
)
def test_a_question_is_taken_up(open_tutor: OpenTutor, problem: str, text: str, key: str) -> None:
    reply = open_tutor().lesson(problem).say(text)
    assert any(reply.text.endswith(line) for line in BANK[key])


def test_one_of_two_answers_is_not_confirmed(open_tutor: OpenTutor) -> None:
    assert open_tutor().lesson(TRIANGLE).say("60 or 30").move.goal == "help"


def test_why_is_it_wrong_is_no_chatter(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson("Find the median of 7, 3, 9, 4, 8.")
    lesson.say("9")
    reply = lesson.say("i looked for the one in the middle of the list and thats 9. why is it wrong?")
    assert reply.text.startswith(OPENERS["why"])


@pytest.mark.parametrize("text", ["this is stupid, 24", "you already asked that. just say if its right"])
def test_anger_is_met_with_understanding(open_tutor: OpenTutor, text: str) -> None:
    assert open_tutor().lesson("What is 7 + 5 × 2?").say(text).text.startswith(OPENERS["threat"])


@pytest.mark.parametrize(
    ("problem", "text", "answer"),
    [
        ("A rectangle is 8 cm long and 5 cm wide. What is its area?", "40 cm", None),
        ("What is the perimeter of a square with side 5 cm?", "20 cm^2", None),
        ("What is the perimeter of a square with side 5 cm?", "20 kg", None),
        (
            "Sara saves $15 a week for a bike of $180. How many weeks does she save?",
            "180 : 15 = 12\n12 dollars",
            "12",
        ),
    ],
)
def test_a_right_number_with_a_wrong_unit(
    open_tutor: OpenTutor, problem: str, text: str, answer: str | None
) -> None:
    reply = open_tutor().lesson(problem, answer=answer).say(text)
    assert reply.move.goal == "confirm"
    assert reply.text.startswith("Yes, the number is right.")
    assert "unit" in reply.text


@pytest.mark.parametrize(
    "text", ["40", "40 cm²", "40 square cm", "40 sq cm", "40 cm^2", "8 cm * 5 cm = 40 cm2"]
)
def test_a_right_unit_is_not_asked_about(open_tutor: OpenTutor, text: str) -> None:
    reply = open_tutor().lesson("A rectangle is 8 cm long and 5 cm wide. What is its area?").say(text)
    assert reply.move.goal == "confirm"
    assert "unit" not in reply.text


def test_what_is_said_after_the_confirmation_is_not_ignored(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson("What is 3/5 of 45?")
    lesson.say("45/5=9\n9*3=27")
    assert lesson.say("27 / 3 * 5 = 45").text in BANK["close/checked"]


def test_no_question_of_the_catalogue_is_asked_twice(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson("Solve the equation x^2 = 4x.")
    asked = [
        lesson.say(text).text.rpartition(". ")[2]
        for text in ("x^2/x = 4x/x so my answer is 4", "4", "x = 4", "4!")
    ]
    assert len(set(asked)) == len(asked)


def test_shown_work_is_not_asked_how_it_was_done(open_tutor: OpenTutor) -> None:
    reply = open_tutor().lesson(MUFFINS, answer="216").say("144/9 = 16")
    assert reply.text not in [line.replace("$quote", "144/9 = 16") for line in BANK["thinking/attempt"]]
    assert reply.move.rung == "point"


def test_work_shown_before_is_shown_work(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson("What is 15% of 60?")
    lesson.say("10% of 60 is 6 because 60 / 10 = 6")
    lesson.say("60 / 20 = 3")
    assert lesson.say("9").move.goal == "confirm"


def test_a_step_that_leans_on_the_one_before_is_not_named(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson(MIXED)
    for text in ("3 3/5", "1+2 = 3 and 1+2=3 and 2+3=5", "idk", "idk"):
        assert ": and " not in lesson.say(text).text


def test_a_quoted_mistake_leaves_the_temper_out(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson("What is 7 + 5 × 2?")
    lesson.say("this is stupid, 24. next")
    assert "stupid" not in lesson.say("5 × 2 = 10 so 7 + 10 = 17").text


@pytest.mark.parametrize("text", ["fuck this", "this sucks"])
def test_a_curse_is_frustration_and_no_chatter(open_tutor: OpenTutor, text: str) -> None:
    reply = open_tutor().lesson("What is 20% of 45?").say(text)
    assert reply.text.startswith(OPENERS["threat"])
    assert "20% of 45" in reply.text


def test_a_word_proposed_with_a_question_mark_is_tried_out(open_tutor: OpenTutor) -> None:
    assert open_tutor().lesson("What is 1/2 of 3/4?").say("times?").text.endswith(BANK["asked/may"])


def test_nobody_is_asked_about_work_they_have_not_shown(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson(TRIANGLE)
    said = [lesson.say(text).text for text in ("idk", "idk", "idk", "idk", "idk")]
    assert not any("you worked out" in text or "you found" in text for text in said)
