"""What the nodes of the graph may reach: the models, the sandbox, the store and the teacher's policy.

Every call of a model or of the sandbox goes through here, so that a turn can say how long each took, and so that
no call is seen by the tracer of a surrounding application: a solver's words hold the answer.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Literal

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage

from ..sandbox import Limits, Outcome, Sandbox
from .models import Candidate, candidates
from .moves import Policy
from .state import Timing, TurnState
from .store import Store

Node = Callable[[TurnState, "Services"], dict[str, Any]]
_clock: ContextVar[Timing | None] = ContextVar("clock", default=None)


@dataclass(frozen=True)
class Services:
    """Shared by all lessons of a tutor; safe to use from several threads."""

    store: Store
    sandbox: Sandbox
    writer: BaseChatModel | None
    writer_name: str
    solver: BaseChatModel | None
    solver_name: str
    policy: Policy
    seed: int
    limits: Limits = field(default_factory=lambda: Limits(wall_s=2.0))

    @property
    def writer_is_tuned(self) -> bool:
        """Whether the writer's adapter knows its task, so that it needs no examples."""
        return getattr(self.writer, "adapter", None) is not None

    def run(self, sources: Sequence[str]) -> list[Outcome]:
        """Run untrusted programs in one batch."""
        with _timed("sandbox"):
            return self.sandbox.run_many(list(sources), self.limits)

    def ask(
        self, model: BaseChatModel, messages: list[BaseMessage], n: int, *, seed: int, **options: Any
    ) -> list[Candidate]:
        """Take `n` candidates from a model in one batch, unseen by tracers and streams; raises `ModelError`."""
        with _timed("model"):
            return candidates(model, messages, n, seed=seed, **options)


def timed_node(name: str, node: Node, services: Services) -> Callable[[TurnState], dict[str, Any]]:
    """Bind a node to its services and let it note how long it took."""

    def run(state: TurnState) -> dict[str, Any]:
        timing: Timing = {"node": name, "seconds": 0.0, "model": 0.0, "sandbox": 0.0}
        token = _clock.set(timing)
        start = perf_counter()
        try:
            update = node(state, services)
        finally:
            _clock.reset(token)
        timing["seconds"] = perf_counter() - start
        return {**update, "timings": [timing]}

    run.__name__ = name
    return run


@contextmanager
def _timed(what: Literal["model", "sandbox"]) -> Generator[None]:
    start = perf_counter()
    try:
        yield
    finally:
        timing = _clock.get()
        if timing is not None:
            timing[what] += perf_counter() - start
