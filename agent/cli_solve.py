"""`askback solve` and `askback diagnose`: for teachers, they print the answer."""

from typing import Annotated, Any

import typer

from .cli import (
    AnswerOption,
    JsonOption,
    ModelOption,
    ProblemOption,
    SeedOption,
    StoreOption,
    default_store,
    given,
    open_tutor,
    print_json,
    working,
)
from .solve import SAMPLES
from .state import GroundTruth


def solve(
    problem: Annotated[str, typer.Argument(help='The maths problem; "-" reads it from stdin.')],
    samples: Annotated[
        int, typer.Option("--samples", min=1, max=32, help="Replies of the solver at most.")
    ] = SAMPLES,
    answer: AnswerOption = None,
    model: ModelOption = None,
    store: StoreOption = None,
    seed: SeedOption = 0,
    as_json: JsonOption = False,
) -> None:
    """Work a problem out in code. For teachers: this prints the answer."""
    with open_tutor(model, store or default_store(), seed) as tutor, working("working it out"):
        truth = tutor.solve(given(problem), samples, answer)
    if as_json:
        print_json(truth_json(truth))
        return
    for step in truth.steps:
        print(f"{step.name.replace('_', ' ')} = {step.value}")
    for number, part in enumerate(truth.parts, 1):
        print(f"part {number}: {part.answer or 'unknown'} ({part.status}): {part.question}")
    said = truth.answer or "unknown"
    choice = f", choice {truth.choice}" if truth.choice else ""
    print(f"answer: {said}{choice} ({'; '.join([f'{truth.status}: {truth.note}', *_new_reasons(truth)])})")


def _new_reasons(truth: GroundTruth) -> list[str]:
    return [reason for reason in truth.reasons if reason != truth.note]


def diagnose(
    text: Annotated[str, typer.Argument(help='What the student wrote; "-" reads it from stdin.')],
    problem: ProblemOption,
    answer: AnswerOption = None,
    model: ModelOption = None,
    seed: SeedOption = 0,
    as_json: JsonOption = False,
) -> None:
    """Find the first wrong step and say why. For teachers: with --json this prints the answer."""
    with open_tutor(model, None, seed) as tutor, working("looking at the work"):
        diagnosis, evidence, truth = tutor.diagnose(problem, given(text), answer)
    if as_json:
        found = diagnosis.model_dump(mode="json")
        del found["truth_status"]
        print_json(
            {
                **found,
                "evidence": [item.model_dump(mode="json") for item in evidence],
                "truth": truth_json(truth),
            }
        )
        return
    print(f"{diagnosis.verdict} (the truth is {truth.status})")
    if diagnosis.quote is not None and diagnosis.first_error_step is not None:
        print(f'first error: step {diagnosis.first_error_step + 1}, "{diagnosis.quote}"')
    if diagnosis.explanation:
        print(f"{diagnosis.explanation}{f' [{diagnosis.misconception}]' if diagnosis.misconception else ''}")


def truth_json(truth: GroundTruth) -> dict[str, Any]:
    """The names `solve` and `diagnose` promise."""
    return truth.model_dump(mode="json")
