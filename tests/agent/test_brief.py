"""What the teacher gives reaches every line, and what cannot be used is said to be so."""

from collections.abc import Callable

import pytest

from askback.agent import InputError, ScriptedModel, Tutor
from askback.agent.brief import avoided, checked_brief
from askback.agent.respond import writer_messages
from askback.agent.state import Brief, Vocabulary

SUM = "What is 1/3 + 1/4?"
OpenTutor = Callable[..., Tutor]


@pytest.mark.parametrize(
    ("word", "line", "found"),
    [
        ("denominator", "What are the Denominators?", "Denominators"),
        ("add", "What did you add?", "add"),
        ("add", "What is the address?", None),
        ("take away", "What do you take away?", "take away"),
    ],
)
def test_a_word_is_avoided_in_its_forms(word: str, line: str, found: str | None) -> None:
    assert avoided(line, Brief(vocabulary=Vocabulary(avoid=(word,)))) == found


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"target": "fraction_add_acros"}, "is it 'fraction_add_across'"),
        ({"target": "nothing like it"}, "no misconception 'nothing like it'"),
        ({"context": "x" * 201}, "too long"),
        ({"vocabulary": Vocabulary(use=(" ",))}, "empty"),
        ({"vocabulary": Vocabulary(avoid=("you", "what", "which", "this", "step"))}, "nothing to say"),
    ],
)
def test_what_cannot_be_used_is_one_clear_error(given: dict[str, object], says: str) -> None:
    with pytest.raises(InputError, match=says):
        checked_brief(**{"context": None, "vocabulary": None, "target": None, **given})  # type: ignore[arg-type]


def test_an_avoided_word_is_in_no_reply_whoever_wrote_it(open_tutor: OpenTutor) -> None:
    words = Vocabulary(avoid=("fraction", "bottom", "denominator"))
    model = ScriptedModel(lambda _: "Shall we look at the denominator?")
    for tutor in (open_tutor(), open_tutor(model)):
        lesson = tutor.lesson(SUM, vocabulary=words)
        replies = [
            lesson.say(text).text for text in ("idk", "I got 2/7", "idk", "the denominator is 7", "idk")
        ]
        assert [text for text in replies if avoided(text, Brief(vocabulary=words))] == []


def test_the_story_is_named_at_the_start(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson(SUM, context="repairing the space station")
    assert "Our story: repairing the space station." in lesson.say("idk").text
    assert "space station" not in lesson.say("idk").text


def test_the_target_is_asked_about_first(open_tutor: OpenTutor) -> None:
    plain, aimed = (
        open_tutor().lesson(SUM, target=target).say("idk").text for target in (None, "fraction_add_across")
    )
    assert "pieces" in aimed
    assert "pieces" not in plain


def test_the_target_goes_before_its_rivals(open_tutor: OpenTutor) -> None:
    problem, text = "What is 6 × 9?", "15"
    found = open_tutor().lesson(problem, target="operation_adds_for_times").say(text).diagnosis.misconception
    assert found == "operation_adds_for_times"


def test_the_brief_is_kept_with_the_lesson(open_tutor: OpenTutor) -> None:
    open_tutor().lesson(SUM, id="ana-1", context="a pizza party")
    assert "a pizza party" in open_tutor().resume("ana-1").say("idk").text


def test_the_writer_is_told_what_the_teacher_gave() -> None:
    brief = Brief(context="a pizza party", vocabulary=Vocabulary(use=("pieces",), avoid=("bottom",)))
    told = str(writer_messages("What now?", brief=brief)[-1].content)
    assert "a pizza party" in told
    assert "pieces" in told
    assert "Never use these words: bottom" in told


def test_without_a_brief_the_writer_sees_the_line_alone() -> None:
    assert str(writer_messages("What now?")[-1].content) == "Line: What now?"
