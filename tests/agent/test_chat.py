"""The chat loop: interruption keeps the lesson."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from rich.console import Console

from askback.agent import ScriptedModel, Tutor
from askback.agent.chat import Chat


def chat(tutor: Tutor, monkeypatch: pytest.MonkeyPatch, typed: str) -> tuple[str, str]:
    """Run a chat over typed lines; what went to stdout and to stderr."""
    out, notes = io.StringIO(), io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    Chat(tutor, None, Console(file=out, width=200), Console(file=notes, width=200), None).run(
        "What is 1/3 + 1/4?", None
    )
    return out.getvalue(), notes.getvalue()


def test_ctrl_c_in_mid_reply_keeps_the_lesson(
    open_tutor: Callable[..., Tutor], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted_once(messages: Any) -> str:
        if len(model.history) == 1:
            raise KeyboardInterrupt
        return "What is the problem asking you to find?"

    model = ScriptedModel(interrupted_once)
    tutor = open_tutor(model)
    out, notes = chat(tutor, monkeypatch, "idk\nidk\n")
    assert "Stopped. Your lesson is kept" in notes
    assert out.count("tutor>") == 2
    assert tutor.lessons()[0].turns == 1


def test_end_of_input_ends_the_chat_and_says_how_to_go_on(
    open_tutor: Callable[..., Tutor], monkeypatch: pytest.MonkeyPatch
) -> None:
    tutor = open_tutor()
    _, notes = chat(tutor, monkeypatch, "")
    assert f"askback chat --id {tutor.lessons()[0].id}" in notes


SOLVED = "I got 2/7, I added the tops and the bottoms\n4/12 + 3/12 = 7/12\n"


@pytest.mark.parametrize("answer", ["yes", "ok please", "/next", "/next follow_up"])
def test_after_success_the_next_problem_is_one_word_away(
    open_tutor: Callable[..., Tutor], monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    tutor = open_tutor()
    _, notes = chat(tutor, monkeypatch, f"{SOLVED}{answer}\n")
    assert "Next, if you like: What is" in notes
    assert len(tutor.lessons()) == 2
    assert f"Next: {tutor.lessons()[0].problem}" in notes


def test_before_success_yes_is_an_answer_like_any_other(
    open_tutor: Callable[..., Tutor], monkeypatch: pytest.MonkeyPatch
) -> None:
    tutor = open_tutor()
    _, notes = chat(tutor, monkeypatch, "yes\n/next\n")
    assert "There is no next problem yet." in notes
    assert [row.turns for row in tutor.lessons()] == [1]
