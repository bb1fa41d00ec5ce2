"""Node 2: run the solution and the hypotheses, and settle the diagnosis.

Calling right work wrong is the worst error there is, so a student is called wrong only against a verified truth or
by an equation of their own that does not hold; a misconception is named only if running it gives their number, an
edit of the solution only if running it gives two or more of their numbers.
"""

import json
import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from .answers import same_answer
from .calculations import find_conditions
from .diagnose import read_student
from .final_answer import is_expanded, stood_by
from .form import is_in_another_form
from .locate import Known, Layer, first_built_on, locate, wrong_values
from .misconceptions import Misconception, hypotheses
from .neighbours import WORDS, Edit, explained, neighbours
from .parts import answered, later, truth_key
from .quantities import find_quantities
from .services import Services
from .solve import ground_truth, is_settled
from .state import Diagnosis, Evidence, GroundTruth, Reading, StatedStep, TurnState
from .step_names import name_in_words
from .under_way import counts_something, is_finished, is_on_the_way, leads_there, shows_a_step
from .vote import answer_of

LATER_KEY = "later"
"""In the vault: the answers of the questions still to come."""
TEACHER_KEY = "teacher"


def execute(state: TurnState, services: Services) -> dict[str, Any]:
    """Compute the ground truth, once a question unless it fails; run this turn's hypotheses, settle the diagnosis.

    Sets `truth_key`, `diagnosis` and `ahead` (what is left to do, never the values that come of it); the truth and the
    evidence go into the vault.
    """
    lesson, problem = state["lesson"], state["problem"]
    key = truth_key(answered(state["turns"]))
    truth = _recalled_truth(lesson, key, services)
    if truth is None or not is_settled(truth):
        truth = ground_truth(problem, services, services.store.secret(lesson, TEACHER_KEY))
        services.store.put_secret(lesson, key, truth.model_dump_json())
        if state.get("questions"):
            answers = [ground_truth(question.problem, services).answer for question in later(state)]
            services.store.put_secret(lesson, LATER_KEY, json.dumps([answer for answer in answers if answer]))
    reading = Reading.model_validate(state["reading"])
    if kept := services.store.secret(lesson, LATER_KEY):
        reading = _of_open_question(reading, Known(truth, problem), json.loads(kept))
    target = state.get("brief", {}).get("target")
    # Of mistakes that fit alike, the one the teacher is on the look-out for comes first.
    suspects = sorted(
        run_hypotheses(problem, state["hypotheses"], services), key=lambda suspect: suspect[0].id != target
    )
    edits = run_neighbours(reading, truth, problem, services)
    earlier = _earlier_steps(state)
    diagnosis, evidence = settle(reading, truth, problem, suspects, edits, earlier)
    services.store.put_secret(
        lesson, f"evidence-{state['number']}", json.dumps([item.model_dump() for item in evidence])
    )
    # What is right and not worked out, or in another form, needs none of the steps any more.
    known = Known(truth, problem)
    there = reading.final is not None and known.is_answer(reading.final)
    # Several solutions are found in more ways than one; none of them is told from the middle on.
    there = there or ((truth.answer or "").startswith("{") and bool(reading.steps))
    stated = [*earlier, *reading.steps]
    return {
        "truth_key": key,
        "diagnosis": diagnosis.model_dump(mode="json"),
        "ahead": [] if there else _steps_ahead(stated, truth, problem, diagnosis.verdict == "partial"),
    }


def settle(
    reading: Reading,
    truth: GroundTruth,
    problem: str,
    suspects: Sequence[tuple[Misconception, str | None]] = (),
    edits: Sequence[Edit] = (),
    before: Sequence[StatedStep] = (),
) -> tuple[Diagnosis, list[Evidence]]:
    """Compare what the student wrote with what the programs gave. Pure.

    `suspects` are the catalogue's entries that fit the problem, each with the answer its program gave; `edits` those
    edits of the solution that give all of the student's wrong values; `before` the lines of earlier turns.
    """
    evidence = [Evidence(program="solution", value=truth.answer, note=truth.note)]
    if reading.intent != "attempt":
        return Diagnosis(verdict="unknown", intent=reading.intent, truth_status=truth.status), evidence

    def found(
        verdict: str,
        index: int | None,
        explanation: str,
        confidence: float,
        id: str | None = None,
        ask_about: int | None = None,
    ) -> tuple[Diagnosis, list[Evidence]]:
        quoted = ask_about if index is None else index
        diagnosis = Diagnosis.model_validate(
            {
                "verdict": verdict,
                "intent": reading.intent,
                "first_error_step": index,
                "quote": None if quoted is None else reading.steps[quoted].text,
                "misconception": id,
                "explanation": explanation,
                "confidence": confidence,
                "truth_status": truth.status,
            }
        )
        return diagnosis, evidence

    slip = next((index for index, step in enumerate(reading.steps) if step.holds is False), None)
    if slip is not None:
        evidence.append(Evidence(program="equation", value=reading.steps[slip].text, note="does not hold"))
    known = Known(truth, problem)
    if reading.steps and known.leaves_open(reading.steps[-1].text):
        # "3x = 5" states no answer, whatever stands on its right.
        reading = reading.model_copy(update={"final": None})
    final = stood_by(reading, truth)
    if final is not None and known.is_answer(final):
        if slip is None and is_in_another_form(final, problem, truth.answer or ""):
            said = "The value stands, but it is not in the form that is asked for."
            return found("partial", None, said, _trust(truth))
        if slip is None:
            return found("correct", None, "The answer and every line of the work hold.", _trust(truth))
        return found("partial", slip, "The answer stands, but one line of the work does not.", 1.0)
    first = locate(reading.steps, reading.final, known, finished=is_finished(reading, truth, known, problem))
    where = None if first is None else first.step
    if truth.status != "verified":
        if slip is not None:
            return found("slip", slip, _SLIP, 1.0)
        # What most programs say calls nobody wrong; it says which line to ask about first.
        return found("unknown", None, "", 0.0, ask_about=where if truth.status == "likely" else None)

    if slip is None and (leads_there(before, reading.steps, known) or is_on_the_way(reading, truth, problem)):
        return found("partial", None, _UNDER_WAY, 0.7)
    evidence += [Evidence(program=entry.id, value=value, note="run") for entry, value in suspects]
    if first is None and shows_a_step(reading):
        return found("partial", None, _UNDER_WAY, 0.7)
    matches = (
        []
        if counts_something(reading, problem)
        else [entry for entry, value in suspects if value and final and known.is_same(final, value)]
    )
    if matches:
        # One matching number is weak evidence: with rivals it is weaker still, and the wording stays hedged.
        said = " Or: ".join(entry.explanation for entry in matches[:2])
        # Beside a solution of one step, or one in words, what is told on the way may well hold; the answer does not.
        unclear = known.texts or (first is not None and first.layer == "sentence" and len(truth.steps) == 1)
        if (first is None or unclear) and reading.steps:
            ends = [at for at, step in enumerate(reading.steps) if step.result == reading.final]
            where = ends[-1] if ends else len(reading.steps) - 1
        return found("misconception", where, said, 0.8 / len(matches), matches[0].id)
    if first is None:
        # Every number fits the solution, and the end is not reached.
        return found("partial", None, _UNDER_WAY, 0.7)
    evidence.append(Evidence(program="solution", value=reading.steps[first.step].text, note=first.layer))
    if first.layer == "slip":
        return found("slip", first.step, _SLIP, 1.0)
    said, trust = _OBJECTIONS[first.layer]
    built = first_built_on(reading.steps)
    if first.layer == "end" and not known.solved and built is not None:
        # Of the answer alone, given by a teacher, nobody can tell where the way to another one went astray.
        return found("unknown", None, "The answer is another one.", trust, ask_about=built)
    if 0 < len(edits) <= _MOST_NAMED:
        evidence += [Evidence(program=edit, value=None, note="gives all the wrong values") for edit in edits]
        return found("unknown", first.step, " Or: ".join(WORDS[edit] for edit in edits), trust + _TRUST_NAMED)
    return found("unknown", first.step, said, trust)


_UNDER_WAY = "The work so far holds; it is not finished."
_SLIP = "The two sides of this line do not come out the same."
# What to say of the first line a layer objects to, and how often that line was the one people named: the share of
# exact hits on wrong solutions with the right one given (`askback evals run locate`).
_OBJECTIONS: dict[Layer, tuple[str, float]] = {
    "value": ("This is the first number that does not fit the problem.", 0.55),
    "unknown": ("No value that fits the problem makes this equation true.", 0.35),
    "sentence": ("This is the first number that does not fit the problem.", 0.4),
    "end": ("Every line fits the problem, but this is not what is asked for.", 0.3),
}
_MOST_NAMED = 2
_TRUST_NAMED = 0.1


def _of_open_question(reading: Reading, known: Known, later: Sequence[str]) -> Reading:
    """Without the lines that go on to a later question, where this one's answer stands before them."""
    ends = [at for at, step in enumerate(reading.steps) if step.result and known.is_answer(step.result)]
    final = reading.final
    if (
        not ends
        or final is None
        or known.is_answer(final)
        or not any(same_answer(final, one) for one in later)
    ):
        return reading
    steps = reading.steps[: ends[-1] + 1]
    return reading.model_copy(update={"steps": steps, "final": steps[-1].result})


def _earlier_steps(state: TurnState) -> list[StatedStep]:
    return [step for turn in state["turns"] for step in read_student(turn["student"], state["problem"]).steps]


def _steps_ahead(
    stated: Sequence[StatedStep], truth: GroundTruth, problem: str, under_way: bool
) -> list[str]:
    """The steps whose values are neither given nor stated, as things to do, without their values.

    Only a verified solution may guide. An exact route has a plan in plain words; of a model's program the names of
    its steps have to do. Whoever is under way by another route than the plan's is told none of its steps.
    """
    if truth.status != "verified":
        return []
    lines = [step for step in stated if step.result is not None and step.holds is not False]
    results = [step.result or "" for step in lines]
    done = [*results, *(part for step in lines for part in _parts(step))]
    given = [problem[slice(*quantity.span)] for quantity in find_quantities(problem)]
    planned = (
        truth.programs and truth.programs[0].origin == "symbolic" and len(truth.plan) == len(truth.steps)
    )
    # Who is at a later step of a plan has no need of the earlier ones.
    reached = [
        at for at, step in enumerate(truth.steps) if any(same_answer(one, step.value) for one in results)
    ]
    if (
        planned
        and under_way
        and not any(same_answer(one, step.value) for one in done for step in truth.steps)
    ):
        return []
    first = reached[-1] + 1 if planned and reached else 0
    ahead: list[str] = []
    for index, step in enumerate(truth.steps[first:], first):
        if any(same_answer(value, step.value) for value in (*done, *given)):
            continue
        if planned:
            words = truth.plan[index].rstrip(".")
            ahead.append(words[:1].lower() + words[1:])
        elif step.name != "answer" and (said := name_in_words(step.name, problem)):
            ahead.append(f"find {said}")
    return ahead


def _parts(step: StatedStep) -> list[str]:
    """Numbers that a line shows without arriving at them: 4 and 12 in 4/12 for 1/3, and -6 in "2x - 6 = 10"."""
    expanded = [text for text in step.values for one in find_quantities(text) if is_expanded(text, one)]
    tops_and_bottoms = [part for text in expanded for part in re.findall(r"\d+", text)]
    without_unknown = [side for found in find_conditions(step.text) for side in found.sides(Fraction(0))]
    return [*tops_and_bottoms, *(str(side) for side in without_unknown if side is not None)]


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
    return [(entry, answer_of(outcome)) for (entry, _), outcome in zip(fitting, outcomes, strict=True)]


def run_neighbours(reading: Reading, truth: GroundTruth, problem: str, services: Services) -> list[Edit]:
    """The edits of the verified solution that give every wrong value of the student, all run in one program.

    None unless there are two wrong values or more: what a single number matches proves nothing.
    """
    if truth.status != "verified" or not truth.programs or reading.intent != "attempt":
        return []
    known = Known(truth, problem)
    if reading.final is not None and known.is_answer(reading.final):
        return []
    wrong = wrong_values(reading.steps, known)
    made = neighbours(truth.programs[0].source, known.given) if len(wrong) > 1 else None
    if made is None:
        return []
    [outcome] = services.run([made.bundle])
    return explained(made.edits, outcome.value if outcome.status == "ok" else None, wrong)


def _recalled_truth(lesson: str, key: str, services: Services) -> GroundTruth | None:
    kept = services.store.secret(lesson, key)
    return None if kept is None else GroundTruth.model_validate_json(kept)
