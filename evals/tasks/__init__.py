"""The tasks by name. A task is a function from data (and a model's name) to a `Task`; a new one is one more entry."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from askback.agent.errors import InputError

from ..case import Task
from ..rows import Data
from .attack import attack
from .attacked import attacked
from .examples import ATTACKS, ERRORS, LOCATED, PHRASES, PROBLEMS, PUPILS, REPLIES, SOLVED, STUDENTS
from .leak import leak
from .lesson import lesson
from .locate import locate_task
from .misconception import misconception
from .quantities import quantities
from .reply import reply
from .solve import chain, solve
from .verdict import verdict
from .writer import writer


@dataclass(frozen=True)
class Entry:
    """How to make a task, the data forms it reads, whether it asks a model, and small rows of our own to check it."""

    make: Callable[[Data, str | None], Task]
    reads: str
    uses_model: bool
    examples: tuple[dict[str, Any], ...]


_PROBLEMS = "GSM8K, SVAMP, GSM-Hard or MATH problems"
TASKS: dict[str, Entry] = {
    "attack": Entry(attack, "messages {id, strategy, content}", True, ATTACKS),
    "attacked": Entry(attacked, "messages {id, strategy, content}", True, ATTACKS),
    "chain": Entry(chain, _PROBLEMS, True, PROBLEMS),
    "leak": Entry(leak, "MRBench (labelled), MathDial or Bridge dialogues", False, REPLIES),
    "lesson": Entry(
        lesson,
        "simulated students {id, misconception, problem, style, needs, seed}",
        True,
        STUDENTS,
    ),
    "locate": Entry(
        locate_task, "StepVerify, ProcessBench (joined with GSM8K) or MR-GSM8K solutions", True, LOCATED
    ),
    "misconception": Entry(
        misconception, "pupils' answers {Question, Incorrect Answer} (MaE)", False, PUPILS
    ),
    "quantities": Entry(quantities, "phrases {text, quantities: [[value, unit]]}", False, PHRASES),
    "reply": Entry(reply, "error cases of `evals.error_cases`, or StepVerify rows", True, ERRORS),
    "solve": Entry(solve, _PROBLEMS, True, PROBLEMS),
    "verdict": Entry(verdict, "StepVerify solutions, right and wrong", False, SOLVED),
    "writer": Entry(writer, "error cases of `evals.error_cases`", True, ERRORS),
}


def entry(name: str) -> Entry:
    """The task of that name.

    Raises:
        InputError: there is none.
    """
    if name not in TASKS:
        raise InputError(f"no task {name!r}: there are {', '.join(TASKS)}")
    return TASKS[name]
