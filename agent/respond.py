"""Node 3: choose the move, write the question's content, and let the model word it. Blind to the answer.

The writer's prompt holds the bank's line, what the teacher gave, and why an earlier draft was refused. Nothing here
reads the ground truth; `ahead` is what is left to do, without the values that come of it. Of the bank's lines the gate
takes the first that may be said, before the writer sees it.
"""

import json
import logging
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage

from ..sandbox import render as exact_text
from .check import first_sayable, scene_of
from .errors import ModelError
from .misconceptions import catalogue
from .moves import choose_move
from .openers import pressure
from .parts import NEXT, later, of_question, question_now, said_now
from .prompts import render
from .quantities import find_quantities, is_among
from .questions import lines_for
from .services import Services
from .solve import planned_steps
from .state import Brief, Diagnosis, Move, Reading, Turn, TurnState
from .student_lines import Setting
from .student_words import FORMS
from .symbolic import Problem, phrase, read_problem, solution, twin

_log = logging.getLogger(__name__)
_MAX_TOKENS = 90
_TEMPERATURE = 0.3
"""Enough for drafts that differ; at 0.7 the tuned writer's stray (15 of 100 fail the gate, here none of 32)."""
_MAX_SAID = 160
"""Characters of the student's latest words that a tuned writer is shown, the last ones."""
CODE_ONLY = frozenset({"comfort", "close", "one_at_a_time", "set_aside", "hand_over", "in_turn", NEXT})
"""Goals whose words are never left to a model."""
_DRAWN, _TWINS = 24, 3
"""Problems of the same kind that are drawn, and how many of them are worked through."""


def respond(state: TurnState, services: Services) -> dict[str, Any]:
    """Choose the move on the first try, then draft. Sets `move`, `skeleton`, `spares`, `draft_key` and `tries`."""
    brief = Brief.model_validate(state.get("brief", {}))
    chosen = state["move"]
    if chosen is None:
        move, lines = _content(state, brief, services)
        line = first_sayable(lines, scene_of(state, services, move, lines[0]))
        spares = [other for other in lines if other != line]
    else:
        move, line, spares = Move.model_validate(chosen), state["skeleton"], state.get("spares", [])
    tries = state["tries"] + 1
    key = None
    if services.writer is not None and worded_by_model(move):
        draw = 1000 * state["number"] + tries
        said = state["text"] if services.writer_is_tuned else None
        shown = writer_messages(line, state["reasons"], brief, said)
        drafts = draft(services, services.writer, shown, draw)
        key = f"drafts-{state['number']}-{tries}"
        services.store.put_secret(state["lesson"], key, json.dumps(drafts, ensure_ascii=False))
    return {
        "move": move.model_dump(mode="json"),
        "skeleton": line,
        "spares": spares,
        "draft_key": key,
        "tries": tries,
    }


def worded_by_model(move: Move) -> bool:
    """Whether a writer is asked to word such a move; of a worked example every figure has to stay."""
    return move.goal not in CODE_ONLY and move.rung != "example"


def _content(state: TurnState, brief: Brief, services: Services) -> tuple[Move, list[str]]:
    """The move, and the lines that say it, the best first."""
    turns = tuple(Turn.model_validate(turn) for turn in of_question(state["turns"]))
    reading = Reading.model_validate(state["reading"])
    if reading.intent == "off_topic" and pressure(state["text"]):
        # Whoever pleads or despairs speaks of the problem, whatever words they use.
        reading = reading.model_copy(update={"intent": "answer_request"})
    diagnosis = Diagnosis.model_validate(state["diagnosis"])
    move, question = choose_move(reading, diagnosis, turns, services.policy), question_now(state)
    if move.goal == "confirm" and later(state):
        move, question = move.model_copy(update={"goal": NEXT}), later(state)[0].words
    elif move.goal == "help" and not said_now(state):
        move = move.model_copy(update={"goal": "in_turn"})
    told: list[str] = []
    if move.rung == "example":
        mistake = diagnosis.misconception or next(
            (
                turn.reply.diagnosis.misconception
                for turn in reversed(turns)
                if turn.reply.diagnosis.misconception
            ),
            None,
        )
        stated = [turn.student for turn in turns] + [state["text"]]
        told = _worked_twins(state["problem"], len(turns), mistake, stated, services)
    setting = Setting(
        state["problem"], state["text"], turns, tuple(state["ahead"]), tuple(told), brief, question
    )
    return move, lines_for(move, reading, diagnosis, setting)


def draft(services: Services, writer: BaseChatModel, messages: list[BaseMessage], draw: int) -> list[str]:
    """As many drafts as the policy says; none when the model fails, since a lesson can go on without its wording."""
    try:
        written = services.ask(
            writer,
            messages,
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


def writer_messages(
    line: str, reasons: Sequence[str] = (), brief: Brief | None = None, said: str | None = None
) -> list[BaseMessage]:
    """The whole of what the writer is shown; training rows are rendered by this same function.

    said: the student's latest words, for a writer that was tuned on such prompts. An untuned small model is shown
    examples instead: given the problem or the student's words, it answers them where it should word the line.
    """
    shown = {
        "line": line,
        "reasons": f"(Not like before: {'; '.join(reasons)}.)" if reasons else "",
        "brief": _said_of(brief or Brief()),
    }
    if said is None:
        return render("writer", **shown)
    return render("writer_tuned", student=" ".join(said.split())[-_MAX_SAID:], **shown)


def _said_of(brief: Brief) -> str:
    given = {
        "The story the class is in": brief.context.rstrip("."),
        "Use these words where they fit": ", ".join(brief.vocabulary.use),
        "Never use these words": ", ".join(brief.vocabulary.avoid),
    }
    notes = " ".join(f"{name}: {value}." for name, value in given.items() if value)
    return f"({notes})" if notes else ""


def tidy(text: str) -> str:
    """Strip what chat models wrap around a line: labels, surrounding quotation marks, spare white space."""
    text = " ".join(text.split()).removeprefix("Tutor:").strip()
    if len(text) > 1 and text[0] == text[-1] == '"' and text.count('"') == 2:
        text = text[1:-1].strip()
    return text


def _worked_twins(
    problem: str, number: int, mistake: str | None, stated: Sequence[str], services: Services
) -> list[str]:
    """Problems of the same kind with other numbers, worked through by running their programs; the clearest first.

    mistake: the id of the misconception they are to contradict, if one is known and any does. One that comes to a
    number the student `stated` is left out: it would seem to prove them right.
    """
    structured = read_problem(problem)
    if structured is None:
        return []
    entry = catalogue().get(mistake or "")
    drawn = [twin(structured, services.seed + _DRAWN * number + place) for place in range(_DRAWN)]
    contradicting = [other for other in drawn if entry is not None and entry.wrong(other) is not None]
    others = sorted(contradicting or drawn, key=lambda other: _muddles(other, structured))[:_TWINS]
    programs = [solution(other) for other in others]
    outcomes = services.run([program.source for program in programs])
    claimed = [quantity for text in stated for quantity in find_quantities(text)]
    worked: list[tuple[int, str]] = []
    for other, program, outcome in zip(others, programs, outcomes, strict=True):
        if outcome.status != "ok" or any(
            is_among(one, claimed) for one in find_quantities(exact_text(outcome.value))
        ):
            continue
        steps = list(zip(program.plan, planned_steps(program, outcome), strict=True))
        text = phrase(other).rstrip("?., ")
        told = " ".join(
            f"{said.rstrip('.')}{f': {as_in(text, value)}' if value else ''}." for said, (_, value) in steps
        )
        # A step that comes to nothing, or to what another comes to, shows little.
        clear = len({value for _, (_, value) in steps} - {"0"})
        # Its question mark goes: the reply asks one question, and that one comes last.
        worked.append((clear, f'"{text}". {told}'))
    return [text for _, text in sorted(worked, key=lambda made: -made[0])]


def _muddles(other: Problem, problem: Problem) -> int:
    """How many numbers of a worked example might be taken for one another, or for those of the problem."""
    numbers, own = (re.findall(r"\d+(?:\.\d+)?", phrase(one)) for one in (other, problem))
    return len(numbers) - len(set(numbers)) + len(set(numbers) & set(own))


def as_in(problem: str, value: str) -> str:
    """A value as the problem writes or asks for numbers: 62.8, not 314/5, where it has decimals; 3 2/5 where mixed."""
    value = re.sub(r"\*?sqrt\((\d+)\)", r"√\1", value)
    top, bar, bottom = value.partition("/")
    if not bar or not bottom.isdigit() or not top.removeprefix("-").isdigit():
        return value
    whole, rest = divmod(abs(int(top)), int(bottom))
    if FORMS["mixed"].search(problem) and whole and rest:
        return f"{'-' if top.startswith('-') else ''}{whole} {rest}/{bottom}"
    if 10**6 % int(bottom):
        return value
    asked = re.search(r"\bas an? (?:\w+ )?(decimal|fraction|number)\b", problem)
    if asked[1] != "decimal" if asked else "/" in problem or "." not in problem:
        return value
    return str(Decimal(top) / Decimal(bottom))
