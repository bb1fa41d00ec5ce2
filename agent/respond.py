"""Node 3: choose the move, write the question's content, and let the model word it. Blind to the answer.

What the writer's prompt holds: the problem, the student's words, the bank's line, the grade, and why an earlier draft
was refused. Nothing here reads the ground truth; `ahead` are names of steps without their values.
"""

import json
from collections.abc import Sequence
from typing import Any

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from ..sandbox.values import exact_text
from .moves import choose_move
from .prompts import render
from .questions import skeleton
from .services import Services
from .state import Diagnosis, Move, Reading, Turn, TurnState
from .symbolic import phrase, read_problem, solution, twin

_MAX_TOKENS = 90
_TEMPERATURE = 0.6
_CODE_ONLY = frozenset({"comfort", "close", "one_at_a_time", "set_aside"})
"""Goals whose words are never left to a model."""
_ANY_GRADE = "6"


def respond(state: TurnState, services: Services) -> dict[str, Any]:
    """Choose the move on the first try, then draft. Sets `move`, `skeleton`, `draft_key` and `tries`."""
    turns = [Turn.model_validate(turn) for turn in state.get("turns", [])]
    reading = Reading.model_validate(state["reading"])
    diagnosis = Diagnosis.model_validate(state["diagnosis"])
    chosen = state.get("move")
    if chosen is None:
        move = choose_move(reading, diagnosis, turns, services.policy)
        worked = _worked_twin(state["problem"], len(turns), services) if move.rung == "example" else None
        line = skeleton(move, reading, diagnosis, turns, state.get("ahead", []), worked)
    else:
        move, line = Move.model_validate(chosen), state["skeleton"]
    tries = state["tries"] + 1
    key = None
    if services.writer is not None and move.goal not in _CODE_ONLY:
        messages = writer_messages(state["problem"], state["text"], line, state.get("grade"), state["reasons"])
        written = services.ask(
            services.writer,
            messages,
            services.policy.drafts,
            seed=services.seed + 1000 * state["number"] + tries,
            max_tokens=_MAX_TOKENS,
            temperature=_TEMPERATURE,
            stop=["\n\n", "\nLine:"],
        )
        key = f"drafts-{state['number']}-{tries}"
        drafts = [tidy(candidate.text) for candidate in written]
        services.store.put_secret(state["lesson"], key, json.dumps(drafts, ensure_ascii=False))
    return {"move": move.model_dump(mode="json"), "skeleton": line, "draft_key": key, "tries": tries}


def writer_messages(
    problem: str, student: str, line: str, grade: int | None, reasons: Sequence[str] = ()
) -> list[BaseMessage]:
    """The whole of what the writer is shown; training rows are rendered by this same function."""
    refused = "An earlier wording was refused: " + "; ".join(reasons) + "." if reasons else ""
    turn = render(
        "writer_turn",
        grade=_ANY_GRADE if grade is None else str(grade),
        problem=problem,
        student=student,
        reasons=refused,
        line=line,
    )
    return [SystemMessage(render("writer")), HumanMessage(turn)]


def tidy(text: str) -> str:
    """Strip what chat models wrap around a line: labels, surrounding quotation marks, spare white space."""
    text = " ".join(text.split())
    text = text.removeprefix("Words:").strip()
    if len(text) > 1 and text[0] == text[-1] == '"' and text.count('"') == 2:
        text = text[1:-1].strip()
    return text


def _worked_twin(problem: str, number: int, services: Services) -> str | None:
    """A problem of the same kind with other numbers, worked through by running its program."""
    structured = read_problem(problem)
    if structured is None:
        return None
    other = twin(structured, services.seed + number)
    [outcome] = services.run([solution(other).source])
    if outcome.status != "ok":
        return None
    steps = [
        f"{step.name.replace('_', ' ')}: {exact_text(step.value)}" for step in outcome.steps if step.name != "answer"
    ]
    worked = "; ".join([*steps, f"so the result is {exact_text(outcome.value)}"])
    return f"{phrase(other)} — {worked}."
