"""How good are a model's first drafts of the tutor's lines, with its adapter and without?

Reads our own error cases (`error_cases.py`). The tutor's own nodes find the line for the student's words; the model
then words it four times, as in a lesson. The scores are of the first draft as it comes, of how often one of four passes
the gate, and of how often one is near enough to the line to be said. The heuristics are those of the task `reply`.

    python -m askback.evals.error_cases --n 60 --seed 7 > errors.jsonl
    askback evals run writer --data errors.jsonl --model default
    askback evals run writer --data errors.jsonl --model gguf:qwen2.5-coder-1.5b-instruct-q4_k_m+adapter.gguf

Rows: the model with its adapter, shown what that was tuned on; the plain weights, shown worked examples; the plain
weights, shown what the adapter is shown. Cases whose line is never left to a model are not among them.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zlib import crc32

from askback.agent.check import Scene, close_enough, judge, scene_of
from askback.agent.diagnose import diagnose
from askback.agent.execute import execute
from askback.agent.moves import ENDS, Policy
from askback.agent.openers import begins_kindly
from askback.agent.respond import draft, respond, worded_by_model, writer_messages
from askback.agent.state import Move, new_turn

if TYPE_CHECKING:
    from askback.agent.services import Services

from ..case import NOT_ASKED, Case, Json, Score, Scorer, System, Task, yes_or_no
from ..rows import Data
from .reply import answer_avoided, asks_a_question, fits_the_grade, no_leak, own_cases, relevant


def writer(data: Data, model: str | None = None) -> Task:
    """The task over one file of error cases.

    Args:
        data: our own error cases.
        model: a model string, with an adapter or without; None for the default model, which brings its own.

    Raises:
        InputError: a row does not fit its form.
        ModelError: the model cannot be opened.
    """
    from askback.agent.models import open_model, with_adapter
    from askback.agent.services import Services
    from askback.agent.store import Store
    from askback.sandbox import Sandbox

    plain = Services(
        store=Store(), sandbox=Sandbox(), writer=None, writer_name="none", solver=None, solver_name="none",
        policy=Policy(), seed=0,
    )  # fmt: skip
    met = [(case, _scene(case, plain)) for case in own_cases(data)]
    scenes = {case.id: scene for case, scene in met if scene is not None}

    def thanked(case: Case) -> Json:
        line = scenes[case.id].line  # one kind beginning is enough
        warmer = f"{line[:-1]}, please?" if begins_kindly(line) else f"Thanks for sharing. {line}"
        return _judged([warmer], scenes[case.id])

    systems: dict[str, System] = {"the line with thanks": thanked}
    if model != "none":
        opened = open_model(model or "default", offline=True)
        bare = replace(plain, writer=with_adapter(opened, 0.0))
        systems = {
            "plain weights, examples": lambda case: _drafts(case, scenes[case.id], bare, tuned=False),
            "plain weights": lambda case: _drafts(case, scenes[case.id], bare, tuned=True),
        }
        adapted = replace(plain, writer=with_adapter(opened, 1.0))
        if adapted.writer_is_tuned:
            systems = {
                "with the adapter": lambda case: _drafts(case, scenes[case.id], adapted, tuned=True),
                **systems,
            }

    def close() -> None:
        plain.sandbox.close()
        plain.store.close()

    return Task(
        name="writer",
        cases=tuple(case for case, scene in met if scene is not None),
        systems=systems,
        baselines={
            "the line itself": lambda case: _judged([scenes[case.id].line], scenes[case.id]),
            "tells the answer": lambda case: _judged(
                [f"Unquestionably, the answer is {case.target['answer']}."], scenes[case.id]
            ),
        },
        scorers={
            "first draft passes the gate": lambda _, output: yes_or_no(
                output["passed"][0], output["drafts"][0]
            ),
            "one of four passes": lambda _, output: yes_or_no(any(output["passed"])),
            "one of four is said": lambda _, output: yes_or_no(any(output["said"])),
            "not the line itself": _reworded,
            "asks a question": _of_the_first(asks_a_question),
            "relevant to the error": _of_the_first(relevant),
            "answer avoided": _of_the_first(answer_avoided),
            "no leak": _of_the_first(no_leak),
            "fits the grade": _of_the_first(fits_the_grade),
        },
        gold=thanked,
        model=None if model == "none" else model or "default",
        close=close,
    )


def _scene(case: Case, services: "Services") -> Scene | None:
    """What the gate would see beside the drafts; None where code words the reply."""
    given = case.input
    state = new_turn(case.id, given["problem"], given["text"], grade=given["grade"])
    for node in (diagnose, execute, respond):
        state.update(node(state, services))  # type: ignore[typeddict-item]
    move = Move.model_validate(state["move"])
    if not worded_by_model(move):
        return None
    return scene_of(state, services, move, state["skeleton"])


def _drafts(case: Case, scene: Scene, services: "Services", *, tuned: bool) -> Json:
    assert services.writer is not None
    messages = writer_messages(scene.line, said=scene.said[-1] if tuned else None)
    # Cases that shared a draw would be more alike than chance.
    return _judged(draft(services, services.writer, messages, draw=crc32(case.id.encode())), scene)


def _judged(drafts: list[str], scene: Scene) -> Json:
    failed = [[check.name for check in judge(text, scene) if not check.passed] for text in drafts]
    passed = [not names for names in failed]
    return {
        "line": scene.line,
        "asks": scene.move.goal not in ENDS - {"confirm"},
        "drafts": drafts,
        "passed": passed,
        "said": [passes and close_enough(text, scene) for text, passes in zip(drafts, passed, strict=True)],
        "failed": failed,
    }


def _reworded(_: Case, output: Json) -> Score:
    """Of the first drafts that pass, those that are not the line letter for letter."""
    return yes_or_no(output["drafts"][0] != output["line"]) if output["passed"][0] else NOT_ASKED


def _of_the_first(score: Scorer) -> Scorer:
    """A score of the task `reply` for the first draft alone."""

    def scored(case: Case, output: Json) -> Score:
        said: dict[str, Any] = {"text": output["drafts"][0], "asks": output["asks"], "found": None}
        return score(case, [said])

    return scored
