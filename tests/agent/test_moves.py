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


def lesson_of(replies: list[tuple[Diagnosis, Reading]], policy: Policy | None = None) -> list[str]:
    """The goals of a lesson in which the student is diagnosed like this, turn by turn."""
    turns: list[Turn] = []
    for now, read in replies:
        move = choose_move(read, now, turns, policy or Policy())
        reply = Reply(text="?", move=move, diagnosis=now, checks=(), writer="code", drafts=0)
        turns.append(Turn(student=f"{len(turns)}", skeleton="?", reply=reply))
    return [turn.reply.move.goal for turn in turns]


@pytest.mark.parametrize("intent", ["confusion", "answer_request", "question", "off_topic", "attempt"])
def test_a_student_who_stands_still_is_set_aside_and_then_handed_over(intent: Intent) -> None:
    goals = lesson_of([(diagnosis(intent=intent), reading(intent))] * 14)
    ended = goals.index("set_aside")
    assert ended < 12
    assert set(goals[ended + 1 :]) == {"hand_over"}


def test_swinging_between_two_mistakes_is_no_movement() -> None:
    swing = [(diagnosis("unknown"), reading()), (diagnosis("misconception"), reading())] * 8
    assert "set_aside" in lesson_of(swing)


def test_whoever_comes_back_with_something_better_is_helped_again() -> None:
    stuck = [(diagnosis(intent="confusion"), reading("confusion"))] * 8
    assert lesson_of([*stuck, (diagnosis("slip", step=1), reading())])[-1] == "help"


def test_a_right_guess_is_asked_about_once() -> None:
    guesses = [(diagnosis("misconception"), reading()), (diagnosis("correct"), reading())]
    after = [(diagnosis("correct"), reading()), (diagnosis(intent="off_topic"), reading("off_topic"))]
    for then in after:
        assert lesson_of([*guesses, then])[1:] == ["justify", "confirm"]


def test_after_a_confirmation_nothing_more_is_asked() -> None:
    right = (diagnosis("correct"), reading())
    assert lesson_of([right, (diagnosis(intent="question"), reading("question"))]) == ["confirm", "close"]


def test_a_new_true_line_is_taken_up() -> None:
    before = [turn("idea")]
    step = StatedStep(text="6 x 24 = 144", start=0, end=12, result="144", holds=True)
    said = Reading(intent="attempt", steps=(step,), final="144")
    assert choose_move(said, diagnosis(step=0), before, Policy()).goal == "holds"


def test_leaving_work_behind_ends_with_a_summary() -> None:
    tried = (diagnosis("misconception"), reading())
    assert lesson_of([tried, (diagnosis(intent="done"), reading("done"))])[-1] == "set_aside"
