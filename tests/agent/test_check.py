"""The gate, one property at a time: a good line passes, and each fault is caught by its own check."""

from dataclasses import replace

import pytest

from askback.agent.check import Scene, close_enough, judge
from askback.agent.state import Diagnosis, GroundTruth, Move, NamedValue

SCENE = Scene(
    problem="Maya buys 4 pens at 3 dollars each and a notebook for 5 dollars. How much does she pay?",
    said=("I got 12 dollars",),
    replies=(),
    line='Look again at "I got 12 dollars". Which part of the problem is not in it yet?',
    move=Move(principle="questioning", rung="point", goal="help"),
    diagnosis=Diagnosis(verdict="partial", intent="attempt"),
    grade=4,
    truth=GroundTruth(status="verified", answer="17", steps=(NamedValue(name="pens", value="12"),)),
)
START = 'Have another look at "I got 12 dollars". '

PASS = [
    'Look again at "I got 12 dollars". Which part of the problem is not in it yet?',
    'Let\'s look again at "I got 12 dollars". Which part of the problem is not in it yet, do you think?',
    START + "Is there a part of the problem that is not in it yet?",
]
FAIL = [
    ("leak", START + "Which part of the problem makes it 17?"),
    ("leak", "Is the answer seventeen? " + START + "Which part of the problem is missing?"),
    ("claims", START + "Since 3 + 4 = 12, which part of the problem is not in it yet?"),
    ("one_question", START + "Which part of the problem is not in it yet? What about the notebook?"),
    ("one_question", START + "A part of the problem is not in it yet."),
    ("one_question", "Which part of the problem is not in it yet? " + START),
    ("length", START + "Well, " * 80 + "which part of the problem is not in it yet?"),
    ("tone", START + "It is obvious. Which part of the problem is not in it yet?"),
    ("form", START + "Which **part of the problem is not in it yet?"),
    ("form", START + r"Which part of \[the problem is not in it yet?"),
    ("form", START + "Line: Which part of the problem is not in it yet?"),
    ("form", "As an AI I must ask. " + START + "Which part of the problem is not in it yet?"),
    ("level", START + "Which component of the mathematisation is unincorporated in the problem yet?"),
    ("numbers", START + "Which part of the problem, say 9 of it, is not in it yet?"),
    ("operations", START + "If you subtract, which part of the problem is not in it yet?"),
    ("quote", "Have another look. Which part of the problem is not in it yet?"),
    ("judgement", START + "Great job! Which part of the problem is not in it yet?"),
    ("judgement", START + "That is wrong. Which part of the problem is not in it yet?"),
    ("actions", START + "I checked your work. Which part of the problem is not in it yet?"),
    ("content", START + "What is your favourite colour?"),
    (
        "nothing_more",
        "I'm sorry, I need more details. " + START + "Which part of the problem is not in it yet?",
    ),
    (
        "nothing_more",
        START + "Rulers measure lengths. Which part of the problem, like bananas, is not in it yet?",
    ),
]


@pytest.mark.parametrize("text", PASS)
def test_a_good_wording_passes(text: str) -> None:
    assert [check for check in judge(text, SCENE) if not check.passed] == []


@pytest.mark.parametrize(("name", "text"), FAIL)
def test_a_fault_is_caught(name: str, text: str) -> None:
    assert name in [check.name for check in judge(text, SCENE) if not check.passed]


@pytest.mark.parametrize("text", [text for _, text in FAIL])
def test_reasons_never_hold_the_answer(text: str) -> None:
    reasons = " ".join(check.reason for check in judge(text, SCENE))
    assert "17" not in reasons
    assert "seventeen" not in reasons


@pytest.mark.parametrize(
    ("said", "intent", "beginning", "close"),
    [
        ("I got 12 dollars", "attempt", "Thanks for sharing that.", True),
        ("I got 12 dollars", "attempt", "Thanks for showing your steps.", False),
        ("4 * 3 = 12", "attempt", "Thanks for showing your steps.", True),
        ("is it 12 dollars?", "attempt", "Thanks for asking.", False),
        ("what do I do first?", "question", "Thanks for asking.", True),
        ("I got 12 dollars", "attempt", "No worries.", False),
        ("idk", "confusion", "No worries.", True),
    ],
)
def test_thanks_and_comfort_fit_how_the_student_came(
    said: str, intent: str, beginning: str, close: bool
) -> None:
    diagnosis = Diagnosis.model_validate({"verdict": "unknown", "intent": intent})
    scene = replace(SCENE, said=(said,), diagnosis=diagnosis)
    assert close_enough(f"{beginning} {SCENE.line}", scene) is close
