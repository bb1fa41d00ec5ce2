"""Is the first wrong step of a solution found, and are right solutions left alone?

Reads StepVerify (which MathTutorBench's mistake location is made from), ProcessBench and MR-GSM8K. The truth is the
solution that comes with a row. ProcessBench has none: rows of GSM8K ({question, answer}) in the same file give it for
their problems, the rest is left out. With `--model` the truth comes from our own solver instead, and each one is
kept in `runs/truths.sqlite`, so that a run can be stopped and gone on with.

    askback evals run locate --data stepverify.jsonl
    cat processbench/gsm8k.jsonl gsm8k/train.jsonl gsm8k/test.jsonl > joined.jsonl
    askback evals run locate --data joined.jsonl
    askback evals run locate --data stepverify.jsonl --model default --out runs/locate-own      (again with --resume)

A last line that is nothing but the answer is not shown. The rows leave one layer after the other out; "explained" says
how often an edit of the right program gives all of two or more wrong values, beside its two controls: other numbers
of like size, and one wrong value put into the right program and carried on.
"""

import random
import re
from collections.abc import Callable, Collection, Sequence
from fractions import Fraction
from pathlib import Path

from askback.agent.diagnose import read_student
from askback.agent.locate import LAYERS, Known, Layer, locate, number_of, wrong_values
from askback.agent.neighbours import explained, neighbours
from askback.agent.state import GroundTruth, StatedStep
from askback.sandbox import Sandbox, render

from ..case import NOT_ASKED, Case, Json, Score, System, Task, yes_or_no
from ..catalogue import like
from ..reference import ANNOTATION, truth_from
from ..rows import Data, Form

_TRUTHS = Path("runs") / "truths.sqlite"
_BARE = re.compile(r"\W*(?:answer\W*)?[$€£]?\s*-?[\d.,/]+\s*%?\W*", re.IGNORECASE)
_ABLATION: dict[str, frozenset[Layer]] = {
    "strict values only": frozenset(("slip", "value", "end")),
    "and other paths": frozenset(("slip", "value", "end", "path")),
    "and unknowns": frozenset(("slip", "value", "end", "path", "unknown")),
    "all but other paths": LAYERS - {"path"},
    "all but the end": LAYERS - {"end"},
}


class _StepVerify(Form):
    problem: str
    reference_solution: str
    student_incorrect_solution: list[str]
    incorrect_index: int
    student_correct_response: str = ""


class _ProcessBench(Form):
    problem: str
    steps: list[str]
    label: int


class _MrGsm(Form):
    question: str
    ground_truth_solution: str
    model_output_steps: list[str]
    model_output_solution_first_error_step: int | str | None = None
    model_output_solution_correctness: str


def locate_task(data: Data, model: str | None = None) -> Task:
    """The task over one file; a model only if one is named. Intervals resample problems."""
    cases = tuple(_cases(data))
    sandbox = Sandbox()
    close: Callable[[], None] = sandbox.close
    truth_of: Callable[[Case], GroundTruth] = given_truth
    systems: dict[str, System] = {}
    if model not in (None, "none"):
        from askback.agent import Tutor

        _TRUTHS.parent.mkdir(exist_ok=True)
        tutor = Tutor(model=model, store=_TRUTHS)

        def truth_of_tutor(case: Case) -> GroundTruth:
            return tutor.solve(case.input["problem"])

        def closed() -> None:
            tutor.close()
            sandbox.close()

        truth_of, close = truth_of_tutor, closed
        systems["verified truths only"] = lambda case: found(
            case, _trusted(truth_of(case), "verified"), LAYERS
        )
    else:
        systems |= {
            name: lambda case, layers=layers: found(case, given_truth(case), layers)
            for name, layers in _ABLATION.items()
        }

    def subject(case: Case) -> Json:
        truth = truth_of(case)
        return {**found(case, _trusted(truth, "verified", "likely"), LAYERS), **named(case, truth, sandbox)}

    return Task(
        name="locate",
        cases=cases,
        systems={"all layers": subject, **systems},
        baselines={
            "always none": lambda case: {"step": None, "truth": "verified"} | _every_number(False),
            "always the last": lambda case: (
                {"step": len(case.input["lines"]) - 1, "truth": "verified"} | _every_number(True)
            ),
            "always index 2": lambda case: {"step": 2},
            "always index 3": lambda case: {"step": 3},
        },
        scorers={
            "exact, wrong solutions": exact,
            "within one, wrong solutions": within_one,
            "detected, wrong solutions": detected,
            "right solutions left alone": left_alone,
            "right left alone, truth verified": left_alone_when_verified,
            "micro-F1 of mistake location": micro,
            "explained by an edit": explained_score("real"),
            "control: other numbers not explained": explained_score("random", control=True),
            "control: carried slip not explained": explained_score("slip", control=True),
            "exact where explained": exact_where_explained,
        },
        harmonic={"F1 of ProcessBench": ("exact, wrong solutions", "right solutions left alone")},
        gold=lambda case: {
            "step": case.target,
            "truth": "verified",
            "real": True,
            "random": False,
            "slip": False,
        },
        model=None if model in (None, "none") else model,
        close=close,
    )


def _cases(data: Data) -> list[Case]:
    solutions = {
        _key(row["question"]): row["answer"] for _, row in data.rows if set(row) == {"question", "answer"}
    }
    rows = tuple((line, row) for line, row in data.rows if set(row) != {"question", "answer"})
    fields = frozenset(rows[0][1]) if rows else frozenset[str]()
    forms = Data(data.name, rows, data.digest)
    cases: list[Case] = []
    if "student_incorrect_solution" in fields:
        for line, row in forms.read(_StepVerify):
            wrong = _shown(row.student_incorrect_solution)
            # Where the line that is not shown is the wrong one, it cannot be found: an honest miss.
            index = row.incorrect_index
            cases.append(_case(f"{line}/wrong", row.problem, wrong, index, row.reference_solution))
            if row.student_correct_response.strip():
                right = [row.student_correct_response]
                cases.append(_case(f"{line}/right", row.problem, right, None, row.reference_solution))
    elif "steps" in fields:
        for line, row in forms.read(_ProcessBench):
            target = None if row.label < 0 else row.label
            cases.append(_case(str(line), row.problem, row.steps, target, solutions.get(_key(row.problem))))
    else:
        for line, row in forms.read(_MrGsm):
            right = row.model_output_solution_correctness == "correct"
            target = None if right else int(row.model_output_solution_first_error_step or 1) - 1
            steps = [ANNOTATION.sub("", step) for step in row.model_output_steps]
            cases.append(_case(str(line), row.question, steps, target, row.ground_truth_solution))
    return cases


def _case(id: str, problem: str, lines: Sequence[str], target: int | None, solution: str | None) -> Case:
    asked = {"problem": problem, "lines": list(lines), "solution": solution}
    return Case(id=id, input=asked, target=target, metadata={"cluster": _key(problem)})


def _key(problem: str) -> str:
    return " ".join(problem.split())


def _shown(lines: Sequence[str]) -> list[str]:
    """Without a last line that is the answer and nothing else."""
    return list(lines[:-1] if len(lines) > 1 and _BARE.fullmatch(lines[-1]) else lines)


def given_truth(case: Case) -> GroundTruth:
    """What the solution that comes with the problem says.

    Raises:
        LookupError: none comes with it; the case then goes unscored.
    """
    solution = case.input["solution"]
    if solution is None:
        raise LookupError("no solution comes with this problem")
    return truth_from(solution, case.input["problem"])


def _trusted(truth: GroundTruth, *statuses: str) -> GroundTruth:
    """The truth if it is as sure as that, and else none."""
    return truth if truth.status in statuses else GroundTruth(status="unknown")


def _read(case: Case) -> tuple[tuple[StatedStep, ...], str | None]:
    reading = read_student("\n".join(case.input["lines"]), case.input["problem"])
    return reading.steps, reading.final


def found(case: Case, truth: GroundTruth, layers: Collection[Layer]) -> dict[str, Json]:
    """The line of the first wrong step, by the product's own reading of the lines."""
    steps, final = _read(case)
    finding = locate(steps, final, Known(truth, case.input["problem"]), finished=True, layers=layers)
    if truth.status == "unknown" and finding is not None and finding.layer == "end":
        finding = None  # no answer to compare with
    step = None if finding is None else _line(case.input["lines"], steps[finding.step].start)
    return {"step": step, "layer": finding and finding.layer, "truth": truth.status}


def _line(lines: Sequence[str], start: int) -> int:
    """The line in which the joined text has this place."""
    end = 0
    for index, line in enumerate(lines):
        end += len(line) + 1
        if start < end:
            return index
    return len(lines) - 1


# --- what one edit explains -----------------------------------------------------------------------------------------


def named(case: Case, truth: GroundTruth, sandbox: Sandbox) -> dict[str, Json]:
    """Whether an edit of the right program gives all of two or more wrong values, and the same for the controls."""
    steps, _ = _read(case)
    known = Known(truth, case.input["problem"])
    wrong = wrong_values(steps, known) if truth.programs and case.target is not None else []
    made = neighbours(truth.programs[0].source, known.given) if len(wrong) > 1 else None
    if made is None:
        return {"real": None, "random": None, "slip": None}
    draw = random.Random(case.id)
    carried = _carried_slip(draw, truth, sandbox)
    [outcome] = sandbox.run_many([made.bundle])
    values = outcome.value if outcome.status == "ok" else None
    others = [like(draw, value) for value in wrong]
    return {
        "real": bool(explained(made.edits, values, wrong)),
        "random": bool(explained(made.edits, values, others)),
        "slip": None if len(carried) < 2 else bool(explained(made.edits, values, carried)),
    }


def _carried_slip(draw: random.Random, truth: GroundTruth, sandbox: Sandbox) -> list[Fraction]:
    """The wrong values of one who writes down another number for one step, not the last, and goes on rightly."""
    lines = truth.programs[0].source.splitlines()
    places = [place for place, line in enumerate(lines[:-1]) if line.startswith("step_")]
    values = {step.name: Fraction(step.value) for step in truth.steps}
    if not places:
        return []
    place = draw.choice(places)
    name = lines[place].partition(" = ")[0]
    if name not in values:
        return []
    slip = like(draw, values[name])
    lines[place] = f"{name} = Fraction({slip.numerator}, {slip.denominator})"
    [outcome] = sandbox.run_many(["\n".join([*lines, f"answer = {lines[-1].partition(' = ')[0]}"])])
    after = {step.name: number_of(render(step.value)) for step in outcome.steps}
    return [value for name, value in after.items() if value is not None and values.get(name) != value]


# --- scores ---------------------------------------------------------------------------------------------------------


def exact(case: Case, output: Json) -> Score:
    """Of the wrong solutions, the share whose first wrong step is the line named."""
    if case.target is None:
        return NOT_ASKED
    return yes_or_no(output["step"] == case.target, f"{output['step']} for {case.target}")


def within_one(case: Case, output: Json) -> Score:
    """The same, with a line before or after counted as well."""
    if case.target is None:
        return NOT_ASKED
    return yes_or_no(output["step"] is not None and abs(output["step"] - case.target) <= 1)


def detected(case: Case, output: Json) -> Score:
    """Of the wrong solutions, the share in which some line is named."""
    return NOT_ASKED if case.target is None else yes_or_no(output["step"] is not None)


def left_alone(case: Case, output: Json) -> Score:
    """Of the right solutions, the share in which no line is named."""
    return NOT_ASKED if case.target is not None else yes_or_no(output["step"] is None, f"{output['step']}")


def left_alone_when_verified(case: Case, output: Json) -> Score:
    """The same, where the truth compared with was a verified one."""
    return left_alone(case, output) if output.get("truth") == "verified" else NOT_ASKED


def micro(case: Case, output: Json) -> Score:
    """One label a solution, a line or none: micro-averaged F1 is then the share of right labels."""
    return yes_or_no(output["step"] == case.target)


def _every_number(explained: bool) -> dict[str, Json]:
    return {"real": explained, "random": explained, "slip": explained}


def explained_score(key: str, *, control: bool = False) -> Callable[[Case, Json], Score]:
    """Of the solutions with two wrong values or more, the share that an edit explains; of a control, that none does."""

    def score(case: Case, output: Json) -> Score:
        answer = output.get(key)
        return NOT_ASKED if case.target is None or answer is None else yes_or_no(answer != control)

    return score


def exact_where_explained(case: Case, output: Json) -> Score:
    """Exact hits where an edit explains the numbers."""
    return exact(case, output) if output.get("real") else NOT_ASKED
