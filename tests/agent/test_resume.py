"""A process that dies in mid-turn loses nothing: the next one goes on where it was."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from askback.agent import Tutor

PROBLEM = "What is 1/3 + 1/4?"
DIES_WHILE_WRITING = f"""
import os, signal, sys
from askback.agent import ScriptedModel, Tutor

tutor = Tutor(model=ScriptedModel(lambda _: os.kill(os.getpid(), signal.SIGKILL)), store=sys.argv[1])
tutor.lesson({PROBLEM!r}, id="ana-1").say("I got 2/7")
"""
TALKS = f"""
import sys
from askback.agent import Tutor

with Tutor(model=None, store=sys.argv[1]) as tutor:
    for number in range(4):
        tutor.lesson({PROBLEM!r}, id="shared").say(f"I got {{number}}/9")
"""


def test_a_killed_turn_is_finished_where_it_was(open_tutor: Callable[..., Tutor], store: Path) -> None:
    died = subprocess.run([sys.executable, "-c", DIES_WHILE_WRITING, str(store)], check=False)
    assert died.returncode == -signal.SIGKILL

    tutor = open_tutor()
    lesson = tutor.resume("ana-1")
    assert (lesson.pending, lesson.history) == ("I got 2/7", [])
    reply = lesson.resume()

    assert reply is not None
    assert reply.text.endswith("?")
    assert lesson.pending is None
    assert [record.node for record in tutor.recorded("ana-1", 1)] == [
        "diagnose",
        "execute",
        "respond",
        "check",
    ]


def test_nothing_to_resume_is_nothing(open_tutor: Callable[..., Tutor]) -> None:
    lesson = open_tutor().lesson(PROBLEM)
    lesson.say("idk")
    assert lesson.resume() is None


def test_two_processes_on_one_lesson_lose_no_turn(open_tutor: Callable[..., Tutor], store: Path) -> None:
    both = [subprocess.Popen([sys.executable, "-c", TALKS, str(store)]) for _ in range(2)]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    assert len(open_tutor().resume("shared").history) == 8
