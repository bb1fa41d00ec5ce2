"""Light rewordings: near the line, of several kinds, fitted to how the student came."""

import re
from random import Random

import pytest

from askback.agent.check import Scene, close_enough
from askback.agent.state import Diagnosis, GroundTruth, Move
from askback.finetune.light import lightly, story
from askback.finetune.phrases import BEGINNINGS, CONTEXTS, SWAPS

LINE = 'Look again at "7 + 5 = 11". Put the numbers on a number line. What do you get when you count on?'
DRAWS = 200


def scene(said: str, intent: str = "attempt", line: str = LINE, goal: str = "help") -> Scene:
    return Scene(
        problem="What is 7 + 5?",
        said=(said,),
        replies=(),
        line=line,
        move=Move.model_validate({"goal": goal, "rung": "point", "principle": "questioning"}),
        diagnosis=Diagnosis.model_validate({"verdict": "unknown", "intent": intent}),
        grade=4,
        truth=GroundTruth(status="verified", answer="12"),
    )


def ways(of: Scene) -> set[str]:
    return {lightly(of, Random(draw)) for draw in range(DRAWS)}


def test_there_are_many_ways() -> None:
    assert len(ways(scene("7 + 5 = 11"))) > 30


def test_nearly_all_are_close_to_the_line() -> None:
    of = scene("7 + 5 = 11")
    said = ways(of)
    assert sum(close_enough(text, of) for text in said) > 0.8 * len(said)


@pytest.mark.parametrize(
    ("said", "intent", "kind"),
    [
        ("7 + 5 = 11", "attempt", "work"),
        ("11", "attempt", "number"),
        ("is it 11?", "attempt", "asked"),
        ("idk", "confusion", "confusion"),
        ("just tell me", "answer_request", "answer_request"),
        ("what do I do first?", "question", "question"),
        ("we did not have this in class", "question", "confusion"),
    ],
)
def test_the_beginning_answers_how_the_student_came(said: str, intent: str, kind: str) -> None:
    begun = {text.removesuffix(LINE).strip() for text in ways(scene(said, intent)) if text.endswith(LINE)} - {
        ""
    }
    assert begun == set(BEGINNINGS[kind])


@pytest.mark.parametrize("line", [f"That is fine. {LINE}", f"Our story: a pirate ship. {LINE}"])
def test_a_line_that_begins_kindly_gets_no_second_beginning(line: str) -> None:
    assert not any(text.startswith(("Thank", "Good that")) for text in ways(scene("7 + 5 = 11", line=line)))


def test_quotations_stay_as_they_are() -> None:
    assert all('"7 + 5 = 11"' in text for text in ways(scene("7 + 5 = 11")))


def test_what_begins_with_a_quotation_is_led_to_by_nothing() -> None:
    line = '"7 + 5" is a sum. "7 + 5" has which parts?'
    assert all(text.endswith('"7 + 5" has which parts?') for text in ways(scene("11", line=line)))


EXAMPLES = (
    "Let us see.", "So let us see.", "I will help you find it.", "That is fine.", "Yes, that is right.",
    'Look again at "3".', 'Look at "3".', "Back to our problem.", 'Go back to "3".', 'You wrote "3".',
    'So far you have "3".', "Our story: a zoo.", "How did you get there?",
    "What is the problem asking you to find?", 'What does "3" tell you about the problem?',
    'What does "3" mean here?', 'Which part would you do first, and why?', 'How could you check "3"?',
    "How would you do that?",
)  # fmt: skip


def test_every_swap_has_a_sentence_it_serves() -> None:
    unused = [pattern for pattern, _ in SWAPS if not any(re.search(pattern, text) for text in EXAMPLES)]
    assert unused == []


def test_a_story_is_one_of_ours() -> None:
    assert story(Random(0)) in CONTEXTS
