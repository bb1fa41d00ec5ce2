"""The state machine of one student turn: wiring and routes only.

text ─▶ diagnose ─▶ execute ─▶ respond ─▶ check ─▶ reply
            │                     ▲ ▲        │
            └─ nothing to run ────┘ └─ why ──┘   at most `policy.retries` times, then the bank's own line
"""

from collections.abc import Iterator
from typing import Any, Literal, Protocol, cast

from langchain_core.runnables import RunnableConfig
from langgraph.graph import START, StateGraph  # pyright: ignore[reportMissingTypeStubs]
from langgraph.types import Durability, StateSnapshot

from .check import check
from .diagnose import diagnose
from .execute import execute
from .respond import respond
from .services import Node, Services, timed_node
from .state import Reading, TurnState

NODES: tuple[tuple[str, Node], ...] = (
    ("diagnose", diagnose),
    ("execute", execute),
    ("respond", respond),
    ("check", check),
)
RECURSION_LIMIT = 25


class Graph(Protocol):
    """What askback uses of LangGraph's compiled graph, whose own types are partly unknown."""

    def stream(
        self,
        input: TurnState | None,
        config: RunnableConfig | None = None,
        *,
        stream_mode: Any = None,
        durability: Durability | None = None,
    ) -> Iterator[Any]:
        """Run a turn, or go on with one that was cut off when `input` is None."""
        ...

    def invoke(self, input: TurnState | None, config: RunnableConfig | None = None) -> Any:
        """Run a turn to its end."""
        ...

    def get_state(self, config: RunnableConfig) -> StateSnapshot:
        """The latest checkpoint of a lesson."""
        ...

    def get_state_history(self, config: RunnableConfig) -> Iterator[StateSnapshot]:
        """All checkpoints of a lesson, the latest first."""
        ...


def build_graph(services: Services) -> Graph:
    """Wire the nodes over their services; checkpoints go to the services' store."""
    graph = StateGraph(TurnState)
    for name, node in NODES:
        graph.add_node(name, cast(Any, timed_node(name, node, services)))  # pyright: ignore[reportUnknownMemberType]
    graph.add_edge(START, "diagnose")
    graph.add_conditional_edges("diagnose", after_diagnose)
    graph.add_edge("execute", "respond")
    graph.add_edge("respond", "check")
    graph.add_conditional_edges("check", after_check)
    return cast(Graph, graph.compile(checkpointer=services.store.saver))  # pyright: ignore[reportUnknownMemberType]


def after_diagnose(state: TurnState) -> Literal["execute", "respond"]:
    """Talk that is not about the problem needs no program."""
    reading = Reading.model_validate(state["reading"])
    aside = reading.distress or reading.intent in ("done", "off_topic", "new_problem")
    return "respond" if aside else "execute"


def after_check(state: TurnState) -> Literal["respond", "__end__"]:
    """Send, or write again with the reasons; `check` bounds the tries."""
    return "__end__" if state["reply"] else "respond"
