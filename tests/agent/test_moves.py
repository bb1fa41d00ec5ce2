"""The help ladder: it climbs when the student is stuck, steps back when they move, and ends."""

import pytest

from askback.agent.moves import Policy, choose_move
from askback.agent.state import Diagnosis, Intent, Move, Reading, Reply, Rung, StatedStep, Turn, Verdict


def diagnosis(verdict: Verdict = "unknown", intent: Intent = "attempt", step: int | None = None) -> Diagnosis:
    return Diagnosis(
        verdict=verdict, intent=intent, first_error_step=step, quote="4 + 4 = 9" if step is not None else None
    )


def reading(intent: Intent = "attempt", work: bool = False, distress: bool = False) -> Reading:
    step = StatedStep(text="4 + 4 = 9", start=0, end=9, result="9", holds=False if work else None)
    return Reading(intent=intent, steps=(step,), final="9", distress=distress)


def turn(rung: Rung, verdict: Verdict = "unknown", intent: Intent = "attempt", goal: str = "help") -> Turn:
    move = Move(principle="questioning", rung=rung, goal=goal)
    reply = Reply(
        text="?", move=move, diagnosis=diagnosis(verdict, intent), checks=(), writer="code", drafts=0
    )
    return Turn(student="9", skeleton="?", reply=reply)


def rung(turns: list[Turn], now: Diagnosis, policy: Policy | None = None) -> Rung:
    return choose_move(reading(now.intent), now, turns, policy or Policy()).rung


def test_first_question_asks_for_the_thinking() -> None:
    assert rung([], diagnosis()) == "thinking"


def test_a_stuck_student_gets_more_help_each_turn() -> None:
    turns: list[Turn] = []
    seen: list[Rung] = []
    for _ in range(5):
        seen.append(rung(turns, diagnosis(intent="confusion")))
        turns.append(turn(seen[-1], intent="confusion"))
    assert seen == ["thinking", "point", "idea", "example", "example"]


def test_a_student_who_moves_gets_less_help() -> None:
    assert rung([turn("idea", "misconception")], diagnosis("slip")) == "point"


def test_telling_needs_the_policy() -> None:
    turns = [turn("example", intent="confusion")]
    assert rung(turns, diagnosis(intent="confusion")) == "example"
    assert rung(turns, diagnosis(intent="confusion"), Policy(tell=True)) == "tell"


def test_nobody_is_questioned_forever() -> None:
    turns = [turn("example", intent="confusion")] * 3
    assert (
        choose_move(reading("confusion"), diagnosis(intent="confusion"), turns, Policy()).goal == "set_aside"
    )


def test_a_first_right_answer_is_confirmed() -> None:
    assert choose_move(reading(), diagnosis("correct"), [], Policy()).goal == "confirm"


def test_a_right_answer_with_work_is_confirmed_after_wrong_ones() -> None:
    assert choose_move(reading(work=True), diagnosis("correct"), [turn("point")], Policy()).goal == "confirm"


def test_a_guess_after_wrong_guesses_is_not_confirmed() -> None:
    assert choose_move(reading(), diagnosis("correct"), [turn("point")], Policy()).goal == "justify"


@pytest.mark.parametrize(
    ("intent", "goal"), [("done", "close"), ("off_topic", "return"), ("new_problem", "one_at_a_time")]
)
def test_talk_beside_the_problem(intent: Intent, goal: str) -> None:
    assert choose_move(reading(intent), diagnosis(intent=intent), [], Policy()).goal == goal


def test_distress_comes_before_everything() -> None:
    assert choose_move(reading(distress=True), diagnosis("correct"), [], Policy()).goal == "comfort"
