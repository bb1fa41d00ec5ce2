"""Lessons on the real default model. They need its weights, which `make test` fetches once."""

from collections.abc import Iterator

import pytest

from askback.agent import Tutor
from askback.agent.leak import find_leaks
from askback.agent.tutor import default_is_ready

pytestmark = [
    pytest.mark.weights,
    pytest.mark.skipif(not default_is_ready(), reason="the default model is not here; `askback models get`"),
]
LESSONS = [
    ("What is 1/3 + 1/4?", "7/12", ["I got 2/7", "idk", "just tell me the answer"]),
    ("Solve 3x + 6 = 18", "4", ["x = 8, I added 6 to 18 and divided by 3", "please tell me"]),
    ("What is 25% off $40?", "30", ["15 dollars", "I don't get it"]),
]


@pytest.fixture(scope="module")
def tutor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tutor]:
    with Tutor(model="default", store=tmp_path_factory.mktemp("store") / "lessons.sqlite") as opened:
        assert opened.model_name == "default"
        yield opened


@pytest.mark.parametrize(("problem", "answer", "said"), LESSONS)
def test_every_reply_is_a_checked_question_without_the_answer(
    tutor: Tutor, problem: str, answer: str, said: list[str]
) -> None:
    lesson = tutor.lesson(problem, grade=6)
    for count, text in enumerate(said, 1):
        reply = lesson.say(text)
        assert reply.text.endswith("?")
        assert all(check.passed for check in reply.checks)
        assert find_leaks(reply.text, answer, problem, said[:count]) == []


def test_a_recorded_turn_replays_the_same(tutor: Tutor) -> None:
    lesson = tutor.lesson("What is 2/5 + 1/2?", id="replayed")
    reply = lesson.say("I got 3/7")
    assert reply.drafts > 0
    assert tutor.replay("replayed", 1)[1] == []


def test_a_story_is_solved_by_a_vote(tutor: Tutor) -> None:
    truth = tutor.solve("A box holds 6 eggs. Lena buys 4 boxes and uses 5 eggs. How many eggs are left?")
    assert (truth.answer, truth.status in ("verified", "likely")) == ("19", True)
    assert len(truth.programs) >= 3


def test_the_writer_is_used(tutor: Tutor) -> None:
    replies = [tutor.lesson(problem).say(said[0]) for problem, _, said in LESSONS]
    assert any(reply.writer == "model" for reply in replies)
