"""Does what a student says now go on from their last answer: tell how it came about, or put it right? Pure."""

import re
from collections.abc import Sequence

from .calculations import line_holds
from .state import Diagnosis, Reading, Turn
from .student_words import CALCULATION


def standing(turns: Sequence[Turn]) -> Diagnosis | None:
    """Of the last answer: attempts that only show how it came about are passed over. None when there is no attempt."""
    attempts = [turn.reply.diagnosis for turn in turns if turn.reply.diagnosis.intent == "attempt"]
    told = (
        found
        for found in reversed(attempts)
        if found.verdict != "unknown" or not CALCULATION.search(found.quote or "")
    )
    last = next(told, None)
    return last if last is not None and last.verdict == "misconception" else (attempts or [None])[-1]


def explains(reading: Reading, diagnosis: Diagnosis, turns: Sequence[Turn]) -> bool:
    """Whether this says how the last answer, a known mistake, came about, and no new answer: "8-2 is 6 and 7-0 is 7".

    So it is when work is shown whose results are all part of that answer.
    """
    last = standing(turns)
    if last is None or last.verdict != "misconception" or diagnosis.verdict != "unknown":
        return False
    worked = [step for step in reading.steps if CALCULATION.search(step.text) or step.holds is not None]
    stood_by = re.sub(r"\D", "", last.quote or "")
    results = [re.sub(r"\D", "", step.result or "") for step in worked if step.holds is not None]
    return bool(worked) and all(result in stood_by for result in results)


def mended(reading: Reading, turns: Sequence[Turn]) -> str:
    """The student's last line that did not come out and does with the number they say now; empty when there is none."""
    attempts = (turn.reply.diagnosis for turn in reversed(turns) if turn.reply.diagnosis.intent == "attempt")
    last = next(attempts, None)
    if last is None or last.verdict != "slip" or not last.quote or not reading.final:
        return ""
    left, sign, _ = last.quote.rpartition("=")
    return last.quote if sign and line_holds(f"{left}= {reading.final}") else ""
