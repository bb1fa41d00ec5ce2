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
    assert f"askback chat -c {tutor.lessons()[0].id}" in notes
