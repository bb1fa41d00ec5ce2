"""Node 2: run the solution and the hypotheses, and settle the diagnosis.

Calling right work wrong is the worst error there is, so a student is called wrong only against a verified truth or
by an equation of their own that does not hold; a misconception is named only if running it gives their number.
"""

import json
from collections.abc import Sequence
from typing import Any

from ..sandbox import render as exact_text
from .diagnose import read_student
from .misconceptions import Misconception, hypotheses
from .quantities import find_quantities
from .services import Services
from .answers import same_answer
from .solve import ground_truth
from .state import Diagnosis, Evidence, GroundTruth, Reading, StatedStep, TurnState

TRUTH_KEY = "truth"
TEACHER_KEY = "teacher"


def execute(state: TurnState, services: Services) -> dict[str, Any]:
    """Compute the ground truth once a lesson, run this turn's hypotheses, settle the diagnosis.

    Sets `truth_key`, `diagnosis` and `ahead` (what is left to do, never the values that come of it); the truth and the
    evidence go into the vault.
    """
    lesson, problem = state["lesson"], state["problem"]
    truth = _recalled_truth(lesson, services)
    if truth is None:
        truth = ground_truth(problem, services, services.store.secret(lesson, TEACHER_KEY))
        services.store.put_secret(lesson, TRUTH_KEY, truth.model_dump_json())
    reading = Reading.model_validate(state["reading"])
    target = state.get("brief", {}).get("target")
    # Of mistakes that fit alike, the one the teacher is on the look-out for comes first.
    suspects = sorted(
        run_hypotheses(problem, state["hypotheses"], services), key=lambda suspect: suspect[0].id != target
    )
    diagnosis, evidence = settle(reading, truth, problem, suspects)
    services.store.put_secret(
        lesson, f"evidence-{state['number']}", json.dumps([item.model_dump() for item in evidence])
    )
    return {
        "truth_key": TRUTH_KEY,
        "diagnosis": diagnosis.model_dump(mode="json"),
        "ahead": _steps_ahead([*_earlier_steps(state), *reading.steps], truth, problem),
    }


def settle(
    reading: Reading,
    truth: GroundTruth,
    problem: str,
    suspects: Sequence[tuple[Misconception, str | None]] = (),
) -> tuple[Diagnosis, list[Evidence]]:
    """Compare what the student wrote with what the programs gave. Pure.

    `suspects` are the catalogue's entries that fit the problem, each with the answer its program gave.
    """
    evidence = [Evidence(program="solution", value=truth.answer, note=truth.note)]
    if reading.intent != "attempt":
        return Diagnosis(verdict="unknown", intent=reading.intent, truth_status=truth.status), evidence

    def found(
        verdict: str, index: int | None, explanation: str, confidence: float, id: str | None = None
    ) -> Diagnosis:
        return Diagnosis.model_validate(
            {
                "verdict": verdict,
                "intent": reading.intent,
                "first_error_step": index,
                "quote": reading.steps[index].text if index is not None else None,
                "misconception": id,
                "explanation": explanation,
                "confidence": confidence,
                "truth_status": truth.status,
            }
        )

    false_line = next((index for index, step in enumerate(reading.steps) if step.holds is False), None)
    if false_line is not None:
        evidence.append(
            Evidence(program="equation", value=reading.steps[false_line].text, note="does not hold")
        )
    right = (
        truth.answer is not None and reading.final is not None and same_answer(reading.final, truth.answer)
    )
    if right and false_line is None:
        return found("correct", None, "The answer and every line of the work hold.", _trust(truth)), evidence
    if right:
        return found(
            "partial", false_line, "The answer stands, but one line of the work does not.", 1.0
        ), evidence

    astray = false_line
    if truth.status == "verified":
        astray = _first_misaligned(reading, truth, problem) if false_line is None else false_line
        matches = [entry for entry, value in suspects if _states(reading, value)]
        evidence += [Evidence(program=entry.id, value=value, note="run") for entry, value in suspects]
        if matches:
            last = len(reading.steps) - 1 if reading.steps else None
            where = astray if astray is not None else last
            # One matching number is weak evidence: with rivals it is weaker still, and the wording stays hedged.
            trust = 0.8 / len(matches)
            said = " Or: ".join(entry.explanation for entry in matches[:2])
            return found("misconception", where, said, trust, matches[0].id), evidence
    if false_line is not None:
        return found(
            "slip", false_line, "The two sides of this line do not come out the same.", 1.0
        ), evidence
    if truth.status != "verified":
        return found("unknown", None, "", 0.0), evidence
    if astray is None:
        # Every number fits the solution, and the end is not reached.
        return found("partial", None, "The work so far holds; it is not finished.", 0.7), evidence
    return found("unknown", astray, "This is the first number that does not fit the problem.", 0.6), evidence


def _first_misaligned(reading: Reading, truth: GroundTruth, problem: str) -> int | None:
    """Strict alignment: the first step whose result is none of the verified program's values or the given ones.

    None when every result fits and the student has merely not reached the end.
    """
    if not reading.steps:
        return None
    last = len(reading.steps) - 1
    if not truth.steps:
        return last
    known = [step.value for step in truth.steps]
    known += [problem[slice(*quantity.span)] for quantity in find_quantities(problem)]
    if truth.answer is not None:
        known.append(truth.answer)
    for index, step in enumerate(reading.steps):
        if step.result is not None and not any(same_answer(step.result, value) for value in known):
            return index
    if reading.final is None or any(same_answer(reading.final, step.value) for step in truth.steps):
        return None
    # A given number is no result, unless a true equation leads there: 1/4 = 3/12 is on the way.
    return None if reading.steps[-1].holds else last


def _earlier_steps(state: TurnState) -> list[StatedStep]:
    return [step for turn in state["turns"] for step in read_student(turn["student"], state["problem"]).steps]


def _steps_ahead(stated: Sequence[StatedStep], truth: GroundTruth, problem: str) -> list[str]:
    """The steps whose values are neither given nor stated, as things to do, without their values.

    Only a verified solution may guide. An exact route has a plan in plain words; of a model's program the names of
    its steps have to do.
    """
    if truth.status != "verified":
        return []
    known = [step.result for step in stated if step.result is not None and step.holds is not False]
    known += [problem[slice(*quantity.span)] for quantity in find_quantities(problem)]
    planned = (
        truth.programs and truth.programs[0].origin == "symbolic" and len(truth.plan) == len(truth.steps)
    )
    ahead: list[str] = []
    for index, step in enumerate(truth.steps):
        if any(same_answer(value, step.value) for value in known):
            continue
        if planned:
            words = truth.plan[index].rstrip(".")
            ahead.append(words[:1].lower() + words[1:])
        elif step.name != "answer":
            ahead.append(f"find the {step.name.replace('_', ' ')}")
    return ahead


def _states(reading: Reading, value: str | None) -> bool:
    return value is not None and reading.final is not None and same_answer(reading.final, value)


def _trust(truth: GroundTruth) -> float:
    return {"verified": 0.99, "likely": 0.8, "unknown": 0.0}[truth.status]


def run_hypotheses(
    problem: str, ids: Sequence[str], services: Services
) -> list[tuple[Misconception, str | None]]:
    """Run the catalogue's programs of these ids; each entry with the answer its mistake gives, or None."""
    fitting = [(entry, program) for entry, program in hypotheses(problem) if entry.id in ids]
    if not fitting:
        return []
    outcomes = services.run([program.source for _, program in fitting])
    return [
        (entry, exact_text(outcome.value) if outcome.status == "ok" and outcome.value is not None else None)
        for (entry, _), outcome in zip(fitting, outcomes, strict=True)
    ]


def _recalled_truth(lesson: str, services: Services) -> GroundTruth | None:
    kept = services.store.secret(lesson, TRUTH_KEY)
    return None if kept is None else GroundTruth.model_validate_json(kept)
