"""Node 3: choose the move, write the question's content, and let the model word it. Blind to the answer.

The writer's prompt holds the bank's line and why an earlier draft was refused. Nothing here reads the ground truth;
`ahead` is what is left to do, without the values that come of it.
"""

import json
import logging
from collections.abc import Sequence
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage

from .errors import ModelError
from .moves import choose_move
from .prompts import render
from .questions import skeleton
from .services import Services
from .solve import planned_steps
from .state import Diagnosis, Move, Reading, Turn, TurnState
from .symbolic import phrase, read_problem, solution, twin

_log = logging.getLogger(__name__)
_MAX_TOKENS = 90
_TEMPERATURE = 0.7
_CODE_ONLY = frozenset({"comfort", "close", "one_at_a_time", "set_aside"})
"""Goals whose words are never left to a model; nor is a worked example, where every figure has to stay."""


def respond(state: TurnState, services: Services) -> dict[str, Any]:
    """Choose the move on the first try, then draft. Sets `move`, `skeleton`, `draft_key` and `tries`."""
    turns = [Turn.model_validate(turn) for turn in state["turns"]]
    reading = Reading.model_validate(state["reading"])
    diagnosis = Diagnosis.model_validate(state["diagnosis"])
    chosen = state["move"]
    if chosen is None:
        move = choose_move(reading, diagnosis, turns, services.policy)
        worked = _worked_twin(state["problem"], len(turns), services) if move.rung == "example" else None
        line = skeleton(move, reading, diagnosis, turns, state["ahead"], worked)
    else:
        move, line = Move.model_validate(chosen), state["skeleton"]
    tries = state["tries"] + 1
    key = None
    if services.writer is not None and move.goal not in _CODE_ONLY and move.rung != "example":
        drafts = _draft(services, services.writer, line, state["reasons"], 1000 * state["number"] + tries)
        key = f"drafts-{state['number']}-{tries}"
        services.store.put_secret(state["lesson"], key, json.dumps(drafts, ensure_ascii=False))
    return {"move": move.model_dump(mode="json"), "skeleton": line, "draft_key": key, "tries": tries}


def _draft(
    services: Services, writer: BaseChatModel, line: str, reasons: Sequence[str], draw: int
) -> list[str]:
    """Drafts of one line; none when the model fails, since a lesson can go on without its wording."""
    try:
        written = services.ask(
            writer,
            writer_messages(line, reasons),
            services.policy.drafts,
            seed=services.seed + draw,
            max_tokens=_MAX_TOKENS,
            temperature=_TEMPERATURE,
            stop=["\n\n"],
        )
    except ModelError as error:
        _log.warning("the writer failed, the tutor uses its own words: %s", error)
        return []
    return [tidy(candidate.text) for candidate in written]


def writer_messages(line: str, reasons: Sequence[str] = ()) -> list[BaseMessage]:
    """The whole of what the writer is shown; training rows are rendered by this same function.

    Shown the problem, an untuned small model solves it instead of asking, so it is shown the line alone.
    """
    refused = f"(Not like before: {'; '.join(reasons)}.)" if reasons else ""
    return render("writer", line=line, reasons=refused)


def tidy(text: str) -> str:
    """Strip what chat models wrap around a line: labels, surrounding quotation marks, spare white space."""
    text = " ".join(text.split()).removeprefix("Tutor:").strip()
    if len(text) > 1 and text[0] == text[-1] == '"' and text.count('"') == 2:
        text = text[1:-1].strip()
    return text


def _worked_twin(problem: str, number: int, services: Services) -> str | None:
    """A problem of the same kind with other numbers, worked through by running its program."""
    structured = read_problem(problem)
    if structured is None:
        return None
    other = twin(structured, services.seed + number)
    program = solution(other)
    [outcome] = services.run([program.source])
    if outcome.status != "ok":
        return None
    steps = zip(program.plan, planned_steps(program, outcome), strict=True)
    worked = " ".join(f"{said.rstrip('.')}{f': {value}' if value else ''}." for said, (_, value) in steps)
    # Its question mark goes: the reply asks one question, and that one comes last.
    return f'"{phrase(other).rstrip("?")}" {worked}'
