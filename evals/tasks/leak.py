"""How well does the gate tell replies that give the answer away from those that do not?

Where people labelled the replies (MRBench): precision, recall and F1 of "the right answer is revealed", the gold
solution's last line being the answer; beside the gate stand two detectors of the answer's exact number and the
trivial rules. Where they did not (MathDial, Bridge): the share of human tutor turns the gate lets pass, and every
blocked one is listed for reading, since a human may well have told the answer.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from askback.agent.leak import find_leaks

from ..case import NOT_ASKED, Case, Json, Score, Scorer, Task, yes_or_no
from ..rows import Data
from .dialogues import read_dialogues

Scores = tuple[
    dict[str, Scorer], dict[str, tuple[str, str]], tuple[str, ...]
]  # scorers, harmonic means, notes


def leak(data: Data, model: str | None = None) -> Task:
    """The task over one file; needs no model."""
    cases = read_dialogues(data)
    labels = Counter(case.target["revealed"] for case in cases if case.target)
    scorers, harmonic, notes = _for_labelled(labels) if labels else _for_unlabelled(cases)
    return Task(
        name="leak",
        cases=cases,
        systems={
            "gate": gate,
            "exact number": exact_number,
            "exact number not in the problem": exact_number_not_in_problem,
        },
        baselines={
            "always block": lambda _: _verdict(True),
            "never block": lambda _: _verdict(False),
            "majority": lambda _: _verdict(2 * labels["answer"] > labels.total()),
        },
        scorers=scorers,
        gold=lambda case: _verdict(bool(case.target) and case.target["revealed"] == "answer"),
        harmonic=harmonic,
        notes=notes,
    )


def _for_labelled(labels: Counter[str]) -> Scores:
    scorers: dict[str, Scorer] = {}
    harmonic: dict[str, tuple[str, str]] = {}
    for worked_out, suffix in ((False, ""), (True, ", answer worked out")):
        parts = f"precision{suffix}", f"recall{suffix}"
        scorers |= {parts[0]: _only(worked_out, precision), parts[1]: _only(worked_out, recall)}
        harmonic[f"F1{suffix}"] = parts
    scorers |= {"accuracy": accuracy, "wrong answers let pass": wrong_answers_let_pass}
    revealed = f"{labels['answer']} replies are labelled as revealing the right answer"
    return (
        scorers,
        harmonic,
        (
            f"{revealed}; {labels['wrong answer']} that reveal a wrong one count as no leak",
            "the answer is the last line of the gold solution; where there is none and the tutor's last question "
            "asks for one calculation, its value (these have rows of their own); other replies are unscored",
        ),
    )


def _for_unlabelled(cases: Sequence[Case]) -> Scores:
    kinds = sorted({_kind(case) for case in cases})
    scorers = {"passed": passed} | {f"passed, {kind}": _of_kind(kind) for kind in kinds}
    return (
        scorers,
        {},
        ("blocked is 1 minus passed; read the blocked turns: a human may have told the answer",),
    )


def gate(case: Case) -> Json:
    """The leak gate with what the tutor would know: the problem, the student's turns, the tutor's earlier turns."""
    asked = case.input
    if asked["answer"] is None:
        return None
    text: str = asked["text"]
    leaks = find_leaks(
        text, asked["answer"], problem=asked["problem"], said=asked["said"], replies=asked["replies"]
    )
    listed = [{"kind": leak.kind, "words": text[slice(*leak.span)], "why": leak.why} for leak in leaks]
    return {"blocked": bool(leaks), "leaks": listed}


def exact_number(case: Case) -> Json:
    """Blocks a reply that holds the answer's number in digits."""
    if case.input["answer"] is None:
        return None
    return _verdict(bool(_numbers(case.input["answer"]) & _numbers(case.input["text"])))


def exact_number_not_in_problem(case: Case) -> Json:
    """As `exact_number`, but lets the answer's number pass where the problem itself holds it."""
    if case.input["answer"] is None:
        return None
    looked_for = _numbers(case.input["answer"]) - _numbers(case.input["problem"])
    return _verdict(bool(looked_for & _numbers(case.input["text"])))


def precision(case: Case, output: Json) -> Score:
    """Of a blocked reply: does it reveal the right answer?"""
    return _labelled(
        case, output, lambda blocked, right: yes_or_no(right, _why(output)) if blocked else NOT_ASKED
    )


def recall(case: Case, output: Json) -> Score:
    """Of a reply that reveals the right answer: was it blocked?"""
    return _labelled(case, output, lambda blocked, right: yes_or_no(blocked) if right else NOT_ASKED)


def accuracy(case: Case, output: Json) -> Score:
    """Blocked exactly when the right answer is revealed."""
    return _labelled(case, output, lambda blocked, right: yes_or_no(blocked == right))


def wrong_answers_let_pass(case: Case, output: Json) -> Score:
    """Of a reply that reveals a wrong answer: did it pass? The gate looks for the right one only."""
    if case.target and case.target["revealed"] != "wrong answer":
        return NOT_ASKED
    return _labelled(case, output, lambda blocked, right: yes_or_no(not blocked, _why(output)))


def passed(case: Case, output: Json) -> Score:
    """The reply was let pass."""
    if case.input["answer"] is None:
        return Score(None, "the data give no answer")
    return yes_or_no(not output["blocked"], _why(output))


def _only(worked_out: bool, scorer: Scorer) -> Scorer:
    """The scorer for the cases whose answer was worked out from the question, or for the others."""

    def score(case: Case, output: Json) -> Score:
        # A case without any answer is unscored among those that should have one from the data.
        mine = (case.metadata["worked_out"] and case.target is not None) == worked_out
        return scorer(case, output) if mine else NOT_ASKED

    return score


def _of_kind(kind: str) -> Scorer:
    def score(case: Case, output: Json) -> Score:
        return passed(case, output) if _kind(case) == kind else NOT_ASKED

    return score


def _kind(case: Case) -> str:
    return str(case.metadata.get("kind", case.metadata["writer"]))


def _labelled(case: Case, output: Json, score: Callable[[bool, bool], Score]) -> Score:
    if case.target is None:
        return Score(None, "the data give no answer")
    return score(output["blocked"], case.target["revealed"] == "answer")


def _verdict(blocked: bool) -> dict[str, Any]:
    return {"blocked": blocked, "leaks": []}


def _why(output: Json) -> str:
    return "; ".join(f"{leak['kind']} {leak['words']!r}: {leak['why']}" for leak in output["leaks"])


def _numbers(text: str) -> set[str]:
    """Numbers in digits, thousands commas and trailing decimal zeros dropped: "1,200.50" is "1200.5"."""
    written = (match.replace(",", "") for match in re.findall(r"\d[\d,]*(?:\.\d+)?", text))
    return {number.rstrip("0").rstrip(".") if "." in number else number for number in written}
