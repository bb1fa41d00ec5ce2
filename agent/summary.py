"""What a lesson came to, for the teacher: how it ended, what was found, how much help it took. Pure and safe.

Made of the recorded turns alone, which hold nothing of the answer.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from .misconceptions import catalogue
from .state import RUNGS, Frozen, Rung, Turn, Verdict

Ending = Literal["open", "solved", "set_aside", "handed_over", "left"]
"""How a lesson stands: going on, confirmed as right, set aside, handed to the teacher, or left by the student."""
_ENDINGS: dict[str, Ending] = {"set_aside": "set_aside", "hand_over": "handed_over", "close": "left"}


class Finding(Frozen):
    """One thing the student's work showed: first in which turn (from 1), in which words, and in how many turns."""

    verdict: Verdict
    misconception: str | None
    name: str
    explanation: str
    quote: str | None
    turn: int
    times: int


class Summary(Frozen):
    """A lesson in a few lines. `rungs` counts the replies on each rung of the help ladder that was used."""

    problem: str
    ending: Ending
    turns: int
    findings: tuple[Finding, ...]
    rungs: dict[Rung, int]
    highest_rung: Rung | None
    asked_for_answer: int


def summarise(problem: str, turns: Sequence[Turn]) -> Summary:
    """Sum a lesson up; `turns` are the finished ones, oldest first."""
    helped = Counter(turn.reply.move.rung for turn in turns if turn.reply.move.goal == "help")
    used: dict[Rung, int] = {rung: helped[rung] for rung in RUNGS if helped[rung]}
    return Summary(
        problem=problem,
        ending=ending(turns),
        turns=len(turns),
        findings=_findings(turns),
        rungs=used,
        highest_rung=max(used, key=RUNGS.index, default=None),
        asked_for_answer=sum(turn.reply.diagnosis.intent == "answer_request" for turn in turns),
    )


def ending(turns: Sequence[Turn]) -> Ending:
    """How the lesson stands; a confirmed answer stays confirmed whatever is said after it."""
    if solved_at(turns) is not None:
        return "solved"
    return _ENDINGS.get(turns[-1].reply.move.goal, "open") if turns else "open"


def solved_at(turns: Sequence[Turn]) -> int | None:
    """The index of the turn in which a right answer was confirmed, or None."""
    return next((index for index, turn in enumerate(turns) if turn.reply.move.goal == "confirm"), None)


def _findings(turns: Sequence[Turn]) -> tuple[Finding, ...]:
    """Mistakes of a kind once each, in the order in which they showed."""
    found: dict[tuple[str, str | None], list[int]] = {}
    for index, turn in enumerate(turns):
        seen = turn.reply.diagnosis
        if seen.verdict in ("misconception", "slip") or (
            seen.verdict == "unknown" and seen.first_error_step is not None
        ):
            found.setdefault((seen.verdict, seen.misconception), []).append(index)
    return tuple(_finding(turns, places) for places in found.values())


def _finding(turns: Sequence[Turn], places: Sequence[int]) -> Finding:
    first = turns[places[0]].reply.diagnosis
    entry = catalogue().get(first.misconception) if first.misconception else None
    plain = {"slip": "A line that does not hold", "unknown": "A step that does not fit the problem"}
    return Finding(
        verdict=first.verdict,
        misconception=first.misconception,
        name=entry.name if entry else plain.get(first.verdict, ""),
        explanation=first.explanation,
        quote=first.quote,
        turn=places[0] + 1,
        times=len(places),
    )
