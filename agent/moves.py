"""Which teaching move comes next. Pure: diagnosis, history and policy in, one move out.

The principles are those of KMP-Bench (challenge, explanation, modelling, practice, questioning, feedback). The help
ladder climbs one rung when the student has not moved and steps back one when they have, so that nobody is
questioned forever: ask for the thinking, point at the step, name the idea, show a worked twin example, and, only
if the policy allows it, tell the step.
"""

from collections.abc import Sequence

from .state import RUNGS, Diagnosis, Frozen, Move, Reading, Rung, Turn, Verdict

_HOPELESS_AFTER = 3
"""Turns on the highest rung without movement before the tutor offers to set the problem aside."""


class Policy(Frozen):
    """What the teacher allows.

    tell: may the last rung tell the step the student is at (never the answer).
    retries: how often a draft that failed the gate is written anew before the tutor's own words are sent.
    drafts: how many drafts the writer makes at once.
    """

    tell: bool = False
    retries: int = 1
    drafts: int = 3


def choose_move(reading: Reading, diagnosis: Diagnosis, turns: Sequence[Turn], policy: Policy) -> Move:
    """Return the next move for a student who has just been diagnosed; `turns` are the finished ones, oldest first."""
    if reading.distress:
        return Move(principle="feedback", rung="thinking", goal="comfort")
    match reading.intent:
        case "done":
            return Move(principle="feedback", rung="thinking", goal="close")
        case "off_topic":
            return Move(principle="questioning", rung=_last_rung(turns), goal="return")
        case "new_problem":
            return Move(principle="questioning", rung=_last_rung(turns), goal="one_at_a_time")
        case _:
            pass
    if diagnosis.verdict == "correct":
        if may_confirm(reading, turns):
            return Move(principle="feedback", rung="thinking", goal="confirm")
        return Move(principle="questioning", rung="thinking", goal="justify")
    if diagnosis.verdict == "partial" and diagnosis.first_error_step is None:
        return Move(principle="feedback", rung=_eased(turns), goal="go_on")
    rung = _next_rung(reading, diagnosis, turns, policy)
    if rung == _top(policy) and _stuck_turns(turns, rung) >= _HOPELESS_AFTER:
        return Move(principle="feedback", rung=rung, goal="set_aside")
    principle = {
        "thinking": "questioning",
        "point": "questioning",
        "idea": "challenge" if diagnosis.misconception else "explanation",
        "example": "modelling",
        "tell": "explanation",
    }[rung]
    return Move.model_validate({"principle": principle, "rung": rung, "goal": "help"})


def may_confirm(reading: Reading, turns: Sequence[Turn]) -> bool:
    """Whether a right answer may be confirmed.

    A confirmation answers a guess: guess until right is a way to take the answer out of a tutor. So it takes
    shown work, now or before, or a first answer.
    """
    showed_work = len(reading.steps) > 1 or any(step.holds is not None for step in reading.steps)
    guesses = sum(turn.reply.diagnosis.intent == "attempt" for turn in turns)
    showed_before = any(turn.reply.diagnosis.verdict in ("partial", "slip") for turn in turns)
    return showed_work or guesses == 0 or showed_before


def _next_rung(reading: Reading, diagnosis: Diagnosis, turns: Sequence[Turn], policy: Policy) -> Rung:
    helped = [turn for turn in turns if turn.reply.move.goal in ("help", "set_aside")]
    if not helped:
        shown = len(reading.steps) > 1 or diagnosis.verdict == "slip" or reading.explained
        return "point" if diagnosis.quote and shown else "thinking"
    last = helped[-1]
    if _moved(diagnosis, last.reply.diagnosis):
        return _eased(turns)
    top = RUNGS.index(_top(policy))
    return RUNGS[min(RUNGS.index(last.reply.move.rung) + 1, top)]


def _moved(now: Diagnosis, before: Diagnosis) -> bool:
    """A student has moved when what they say now is better than before, not merely different."""
    order: dict[Verdict, int] = {"unknown": 0, "misconception": 1, "slip": 2, "partial": 3, "correct": 4}
    if now.intent != "attempt" or before.intent != "attempt":
        return now.intent == "attempt" and now.verdict in ("partial", "slip")
    later = (now.first_error_step or 0) > (before.first_error_step or 0)
    return order[now.verdict] > order[before.verdict] or later


def _stuck_turns(turns: Sequence[Turn], rung: Rung) -> int:
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
