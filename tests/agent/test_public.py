"""The public door: what it shows, and what it costs to open."""

import subprocess
import sys

import askback.agent

PUBLIC = [
    *(
        "AskbackError",
        "Check",
        "Diagnosis",
        "Event",
        "Exercise",
        "GroundTruth",
        "InputError",
        "Lesson",
        "LessonBusyError",
    ),
    *(
        "LessonNotFoundError",
        "ModelError",
        "Move",
        "Policy",
        "Progress",
        "Reply",
        "ScriptedModel",
        "StoreError",
    ),
    *("Summary", "TextDelta", "Turn", "Tutor", "Vocabulary", "WeightsError"),
]


def test_all_is_pinned() -> None:
    assert askback.agent.__all__ == PUBLIC


def test_every_public_name_is_there() -> None:
    assert all(getattr(askback.agent, name) is not None for name in PUBLIC)


def test_importing_loads_no_heavy_package() -> None:
    heavy = "('langgraph', 'langchain_core', 'torch', 'transformers', 'sympy', 'xllamacpp')"
    code = f"import sys, askback.agent; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
