"""The state machine of one student turn: wiring and routes only.

    text ─▶ diagnose ─▶ execute ─▶ respond ─▶ check ─▶ reply
                │                     ▲ ▲        │
                └─ nothing to run ────┘ └─ why ──┘   at most `policy.retries` times, then the bank's own line
"""

from typing import Literal

from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph

from .check import check
from .diagnose import diagnose
from .execute import execute
from .respond import respond
from .services import Services, timed_node
from .state import Reading, TurnState

Graph = CompiledStateGraph[TurnState, None, TurnState, TurnState]
RECURSION_LIMIT = 25
NODES = ("diagnose", "execute", "respond", "check")


def build_graph(services: Services) -> Graph:
    """Wire the nodes over their services; checkpoints go to the services' store."""
    graph = StateGraph(TurnState)
    graph.add_node("diagnose", timed_node("diagnose", diagnose, services))
    graph.add_node("execute", timed_node("execute", execute, services))
    graph.add_node("respond", timed_node("respond", respond, services))
    graph.add_node("check", timed_node("check", check, services))
    graph.add_edge(START, "diagnose")
    graph.add_conditional_edges("diagnose", after_diagnose)
    graph.add_edge("execute", "respond")
    graph.add_edge("respond", "check")
    graph.add_conditional_edges("check", after_check)
    return graph.compile(checkpointer=services.store.saver)


def after_diagnose(state: TurnState) -> Literal["execute", "respond"]:
    """Talk that is not about the problem needs no program."""
    reading = Reading.model_validate(state["reading"])
    aside = reading.distress or reading.intent in ("done", "off_topic", "new_problem")
    return "respond" if aside else "execute"


def after_check(state: TurnState) -> Literal["respond", "__end__"]:
    """Send, or write again with the reasons; `check` bounds the tries."""
    return END if state.get("reply") else "respond"
