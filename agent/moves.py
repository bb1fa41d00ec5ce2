"""Which teaching move comes next. Pure: diagnosis, history and policy in, one move out.

The principles are those of KMP-Bench (challenge, explanation, modelling, practice, questioning, feedback). The help
ladder climbs one rung when the student has not moved and steps back one when they have: ask for the thinking, point
at the step, name the idea, show a worked twin example, and, only if the policy allows it, tell the step.

A lesson always ends. Standing still is counted against the best the student has done so far, which can only get better
so often, and after enough of it the problem is set aside and then handed to the teacher.
"""

from collections.abc import Sequence

from .standing import explains, mended
from .state import RUNGS, Diagnosis, Frozen, Move, Reading, Rung, StatedStep, Turn, Verdict

ENDS = frozenset({"confirm", "close", "set_aside", "hand_over"})
"""Goals of replies after which nothing more is asked of the student."""

_HOPELESS_AFTER = 3
"""Turns on the highest rung without movement before the problem is set aside."""
_IDLE_AFTER = 10
"""Turns of any sort without a new best before the problem is set aside."""
_ASIDE_AFTER = 4
"""Turns beside the problem, one after another, before it is set aside."""
_ORDER: dict[Verdict, int] = {"unknown": 0, "misconception": 1, "slip": 2, "partial": 3, "correct": 4}


class Policy(Frozen):
    """What the teacher allows.

    tell: may the last rung tell the step the student is at (never the answer).
    retries: how often a draft that failed the gate is written anew before the tutor's own words are sent.
    drafts: how many drafts the writer makes at once.
    """

    tell: bool = False
    retries: int = 1
    drafts: int = 4


def choose_move(reading: Reading, diagnosis: Diagnosis, turns: Sequence[Turn], policy: Policy) -> Move:
    """Return the next move for a student who has just been diagnosed; `turns` are the finished ones, oldest first."""
    goals = [turn.reply.move.goal for turn in turns]
    if reading.distress:
        return _move("comfort", principle="feedback")
    if "confirm" in goals:
        return _move("close", principle="feedback")
    gives_reason = reading.intent != "attempt" or (reading.explained and diagnosis.verdict == "unknown")
    if diagnosis.verdict == "correct" or (goals[-1:] == ["justify"] and gives_reason):
        if may_confirm(reading, turns):
            return _move("confirm", principle="feedback")
        return _move("justify")
    moved = _moved(diagnosis, turns)
    if "set_aside" in goals and not moved:
        return _move("hand_over", principle="feedback")
    if reading.intent == "done":
        tried = any(turn.reply.diagnosis.intent == "attempt" for turn in turns)
        return _move("set_aside" if tried else "close", principle="feedback")
    if not moved and _idle(turns) >= _IDLE_AFTER:
        return _move("set_aside", _last_rung(turns), "feedback")
    if reading.intent in ("off_topic", "new_problem"):
        aside = [goal in ("return", "one_at_a_time") for goal in goals]
        if (all(aside[-_ASIDE_AFTER:]) and len(aside) >= _ASIDE_AFTER) or goals[-1:] == ["one_at_a_time"]:
            return _move("set_aside", _last_rung(turns), "feedback")
        return _move("return" if reading.intent == "off_topic" else "one_at_a_time", _last_rung(turns))
    if (
        diagnosis.verdict == "partial"
        and diagnosis.first_error_step is None
        and (moved or (reading.steps and _is_new(reading.steps[-1], turns)))
    ):
        return _move("go_on", _eased(turns), "feedback")
    # What shows the mistake, or stands before a line that is astray, is no ground for going on from it.
    looks_on = explains(reading, diagnosis, turns) or (moved and _has_begun(diagnosis))
    new_line = _new_true_line(reading, turns) and not looks_on
    if diagnosis.verdict == "unknown" and (new_line or mended(reading, turns)):
        return _move("holds", _eased(turns))
    rung = _next_rung(reading, diagnosis, turns, policy)
    if not moved and rung == _top(policy) and _turns_on(rung, turns) >= _HOPELESS_AFTER:
        return _move("set_aside", rung, "feedback")
    principle = {
        "thinking": "questioning",
        "point": "questioning",
        "idea": "challenge" if diagnosis.misconception else "explanation",
        "example": "modelling",
        "tell": "explanation",
    }[rung]
    return _move("help", rung, principle)


def _move(goal: str, rung: Rung = "thinking", principle: str = "questioning") -> Move:
    return Move.model_validate({"principle": principle, "rung": rung, "goal": goal})


def may_confirm(reading: Reading, turns: Sequence[Turn]) -> bool:
    """Whether a right answer may be confirmed.

    A confirmation answers a guess: guess until right is a way to take the answer out of a tutor. So it takes shown
    work, now or before, or a first answer; and whoever was asked once how they came to it is not asked again.
    """
    # "3 4 7 8 9, its 7": one line, and yet the work is in it.
    showed_work = len(reading.steps) > 1 or any(
        step.holds is not None or len(step.values) > 2 for step in reading.steps
    )
    guesses = sum(turn.reply.diagnosis.intent == "attempt" for turn in turns)
    showed_before = any(
        turn.reply.diagnosis.verdict in ("partial", "slip") or turn.reply.move.goal == "holds"
        for turn in turns
    )
    asked = any(turn.reply.move.goal == "justify" for turn in turns)
    return showed_work or guesses == 0 or showed_before or asked


def _next_rung(reading: Reading, diagnosis: Diagnosis, turns: Sequence[Turn], policy: Policy) -> Rung:
    helped = [turn for turn in turns if turn.reply.move.goal in ("help", "go_on", "holds")]
    if not helped or _moved(diagnosis, turns):
        worked = any(step.holds is not None for step in reading.steps)
        shown = worked or len(reading.steps) > 1 or diagnosis.verdict == "slip" or reading.explained
        eased = _eased(turns)
        # Whoever has begun well needs no idea any more, only a look at the line where it goes wrong.
        astray = shown if eased == "thinking" else bool(helped) and _has_begun(diagnosis)
        return "point" if diagnosis.quote and astray else eased
    top = RUNGS.index(_top(policy))
    return RUNGS[min(RUNGS.index(helped[-1].reply.move.rung) + 1, top)]


def _is_new(step: StatedStep, turns: Sequence[Turn]) -> bool:
    """Whether a line is one that they had not written before."""
    return not any(step.text in turn.student for turn in turns)


def _new_true_line(reading: Reading, turns: Sequence[Turn]) -> bool:
    """Whether the student worked something out that comes out and that they had not said before."""
    decided = [step for step in reading.steps if step.holds is not None]
    if not turns or not decided or not all(step.holds for step in decided):
        return False
    return _is_new(decided[-1], turns)


def _moved(now: Diagnosis, turns: Sequence[Turn]) -> bool:
    """A student has moved when what they say now is better than their best so far, not merely different."""
    return _standing(now) > _best(turns)


def _standing(diagnosis: Diagnosis) -> tuple[int, int]:
    if diagnosis.intent != "attempt":
        return (-1, 0)
    order = _ORDER["misconception"] if _has_begun(diagnosis) else _ORDER[diagnosis.verdict]
    return order, diagnosis.first_error_step or 0


def _has_begun(diagnosis: Diagnosis) -> bool:
    """Whether an answer that nothing explains has lines before it in which nothing is wrong."""
    return diagnosis.verdict == "unknown" and bool(diagnosis.first_error_step)


def _best(turns: Sequence[Turn]) -> tuple[int, int]:
    return max((_standing(turn.reply.diagnosis) for turn in turns), default=(-1, 0))


def _idle(turns: Sequence[Turn]) -> int:
    """Turns since the student's best one."""
    places = [
        place for place, turn in enumerate(turns, 1) if _moved(turn.reply.diagnosis, turns[: place - 1])
    ]
    return len(turns) - max(places, default=0)


def _turns_on(rung: Rung, turns: Sequence[Turn]) -> int:
    count = 0
    for turn in reversed(turns):
        if turn.reply.move.rung != rung:
            break
        count += 1
    return count


def _top(policy: Policy) -> Rung:
    return "tell" if policy.tell else "example"


def _last_rung(turns: Sequence[Turn]) -> Rung:
    return turns[-1].reply.move.rung if turns else "thinking"


def _eased(turns: Sequence[Turn]) -> Rung:
    return RUNGS[max(RUNGS.index(_last_rung(turns)) - 1, 0)]
