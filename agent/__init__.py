"""askback: a Socratic maths tutor that works the truth out in code and never gives the answer away.

    from askback.agent import Tutor

    tutor = Tutor()
    lesson = tutor.lesson("What is 1/3 + 1/4?", grade=6)
    print(lesson.say("I got 2/7, I added the tops and the bottoms").text)

Everything public is in `__all__`; names load when they are first used, so that importing this costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .errors import (
        AskbackError,
        InputError,
        LessonBusyError,
        LessonNotFoundError,
        ModelError,
        StoreError,
        WeightsError,
    )
    from .models import ScriptedModel
    from .moves import Policy
    from .practice import Exercise
    from .state import Check, Diagnosis, GroundTruth, Move, Reply, Turn, Vocabulary
    from .summary import Summary
    from .tutor import Event, Lesson, Progress, TextDelta, Tutor

_HOMES = {
    "errors": (
        "AskbackError",
        "InputError",
        "LessonBusyError",
        "LessonNotFoundError",
        "ModelError",
        "StoreError",
        "WeightsError",
    ),
    "models": ("ScriptedModel",),
    "moves": ("Policy",),
    "practice": ("Exercise",),
    "state": ("Check", "Diagnosis", "GroundTruth", "Move", "Reply", "Turn", "Vocabulary"),
    "summary": ("Summary",),
    "tutor": ("Event", "Lesson", "Progress", "TextDelta", "Tutor"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "AskbackError",
    "Check",
    "Diagnosis",
    "Event",
    "Exercise",
    "GroundTruth",
    "InputError",
    "Lesson",
    "LessonBusyError",
    "LessonNotFoundError",
    "ModelError",
    "Move",
    "Policy",
    "Progress",
    "Reply",
    "ScriptedModel",
    "StoreError",
    "Summary",
    "TextDelta",
    "Turn",
    "Tutor",
    "Vocabulary",
    "WeightsError",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value
