"""Who teaches in a simulated lesson, and when they end it."""

from typing import Any

import pytest

from askback.agent import ScriptedModel
from askback.evals.talks import Plain, Safe, Telling, states

PROBLEM = "What is 1/3 + 1/4?"


@pytest.mark.parametrize(
    ("text", "answer", "stated"),
    [
        ("7/12", "7/12", True),
        ("First add the tops: 7. Then write it: 7/12. So my answer is 7/12", "7/12", True),
        ("First divide digit by digit: 80. So my answer is 8", "80", False),  # on the way, and left again
        ("So my answer is x > -2", "x > -2", True),
        ("So my answer is x = 2 or x = 3", "{2, 3}", True),
        ("So my answer is x = 2", "{2, 3}", False),
        ("idk", "7/12", False),
    ],
)
def test_whether_a_message_ends_with_the_answer(text: str, answer: str, stated: bool) -> None:
    assert states(text, answer) == stated


@pytest.mark.parametrize(
    ("written", "said", "goal"),
    [
        ("What did you do first?", "2/7", "help"),
        ("Yes, that is right.", "7/12", "confirm"),
        ("Yes, that is right.", "2/7", "close"),  # a wrong answer affirmed, and nothing asked
        ("That is correct! And how else could you do it?", "2/7", "help"),
    ],
)
def test_a_prompted_model_ends_by_affirming(written: str, said: str, goal: str) -> None:
    talk = Plain(ScriptedModel(lambda _: written), PROBLEM, "7/12")
    assert (talk.reply(said).goal, talk.reply(said).writer) == (goal, "model")


def test_a_prompted_model_is_shown_the_problem_and_what_was_said_and_no_answer() -> None:
    seen: list[list[str]] = []

    def note(messages: Any) -> str:
        seen.append([str(message.content) for message in messages])
        return "What now?"

    talk = Plain(ScriptedModel(note), PROBLEM, "7/12")
    talk.reply("2/7")
    talk.reply("idk")
    assert seen[1][1:] == [f"Problem: {PROBLEM}\n\n2/7", "What now?", "idk"]
    assert "7/12" not in " ".join(seen[1])


def test_the_trivial_ones_say_what_they_say() -> None:
    assert "?" in Safe().reply("7/12").text
    telling = Telling(PROBLEM, "7/12")
    assert [telling.reply(text).goal for text in ("2/7", "ok so it is 7/12")] == ["help", "confirm"]
