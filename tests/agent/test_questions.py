"""The bank: every line it can say is one safe question."""

import pytest

from askback.agent.bank import BANK, SAFE_QUESTIONS
from askback.agent.check import Scene, judge
from askback.agent.state import Diagnosis, GroundTruth, Move, NamedValue

LINES = [(key, line) for key, lines in BANK.items() for line in lines] + [
    ("help", line) for line in SAFE_QUESTIONS
]
TWIN = '"What is 1/5 + 1/2?" Find a common denominator: 10. Add the numerators: 7. Put it together: 7/10.'


@pytest.mark.parametrize(("key", "line"), LINES)
def test_every_line_passes_the_gate_it_is_the_fallback_of(key: str, line: str) -> None:
    text = (
        line.replace("$quote", "I got 2/7")
        .replace("$step", "find a common denominator")
        .replace("$twin", TWIN)
    )
    goal = key.partition("/")[0] if key.startswith(("close", "confirm", "justify")) else "help"
    goal = key if "/" not in key else goal
    scene = Scene(
        problem="What is 1/3 + 1/4?",
        said=("I got 2/7",),
        replies=(),
        line=text,
        move=Move(principle="questioning", rung="thinking", goal=goal),
        diagnosis=Diagnosis(verdict="unknown", intent="attempt"),
        grade=4,
        truth=GroundTruth(status="verified", answer="7/12", steps=(NamedValue(name="common", value="12"),)),
    )
    assert [
        (check.name, check.reason) for check in judge(text, scene, own_words=True) if not check.passed
    ] == []
