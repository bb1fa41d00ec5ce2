"""What flows through the graph: `TurnState` and the frozen values it carries.

Checkpoints, recordings and training rows hold these names, so a name here is persisted data: choose it once.
Exact numbers travel as text ("7/12"). Nothing in `TurnState` holds the ground truth or an unsent draft: those
live in the vault (see `store.py`) and the state carries only their keys, so that no stream, checkpoint, log or
trace of the graph can give an answer away.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Intent = Literal["attempt", "question", "confusion", "answer_request", "new_problem", "off_topic", "done"]
Verdict = Literal["correct", "partial", "slip", "misconception", "unknown"]
TruthStatus = Literal["verified", "likely", "unknown"]
Origin = Literal["symbolic", "model", "teacher"]


class Frozen(BaseModel):
    """An immutable value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Program(Frozen):
    """A small Python program that works a problem out: it assigns named steps and then `answer`.

    `plan` says in words what each step does, one line a step. `source` is untrusted: only the sandbox runs it.
    """

    plan: tuple[str, ...]
    source: str
    origin: Origin
