"""Walk a recorded turn node by node, run it again on a copy, and say what differs.

The recording is never touched: a re-run happens on a copy of the store in memory. Secrets (the truth, the evidence,
the drafts) are compared in full but shown only when asked for.
"""

import json
from dataclasses import dataclass, replace
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.types import StateSnapshot

from .errors import InputError
from .graph import NODES, RECURSION_LIMIT, build_graph
from .services import Services
from .state import Timing
from .store import Store, mapped_reading_errors

_NODES = tuple(name for name, _ in NODES)
_PER_TURN = ("text", "reading", "hypotheses", "diagnosis", "ahead", "move", "skeleton", "tries", "reasons")


@dataclass(frozen=True)
class NodeRecord:
    """One run of one node: what it read, what it wrote, the secrets it left in the vault, and how long it took."""

    node: str
    input: dict[str, Any]
    output: dict[str, Any]
    secrets: dict[str, Any]
    timing: Timing


@dataclass(frozen=True)
class Difference:
    """Where a re-run left the recording. `recorded` and `now` are None where the node did not run at all."""

    index: int
    node: str
    key: str
    recorded: Any
    now: Any


def recorded_turn(services: Services, lesson: str, turn: int) -> list[NodeRecord]:
    """Return the nodes of a recorded turn (counted from 1) in the order they ran.

    Raises `InputError` when there is no such turn and `StoreError` when the recording cannot be read.
    """
    store = services.store
    found = [
        _record(snapshot, store, lesson) for snapshot in _turn(services, lesson, turn) if _has_run(snapshot)
    ]
    if not found:
        count = store.lesson(lesson).turns
        raise InputError(f"lesson {lesson!r} has no turn {turn}; it has {count}")
    return found


def rerun_turn(
    services: Services, lesson: str, turn: int, from_node: str = "diagnose"
) -> tuple[list[NodeRecord], list[Difference]]:
    """Run a recorded turn again from a node on a copy, with the models of `services`.

    Returns the nodes of the re-run and how they differ from the recording. What was solved before the turn is kept;
    what was solved in it is solved anew if `execute` runs again.
    """
    if from_node not in _NODES:
        raise InputError(f"no node is called {from_node!r}; the nodes are {', '.join(_NODES)}")
    recorded = recorded_turn(services, lesson, turn)
    names = [record.node for record in recorded]
    if from_node not in names:
        raise InputError(
            f"node {from_node!r} did not run in turn {turn}; those that did are {', '.join(names)}"
        )
    first = names.index(from_node)
    copy = services.store.copy()
    on_copy = replace(services, store=copy)
    try:
        start = next(s for s in _turn(on_copy, lesson, turn) if s.next == (from_node,))
        solved_before = any(copy.secret(lesson, f"evidence-{number}") for number in range(1, turn))
        if "execute" in names[first:] and not solved_before:
            copy.forget_solutions(lesson)
        graph = build_graph(on_copy)
        config: RunnableConfig = {**start.config, "recursion_limit": RECURSION_LIMIT}
        records: list[NodeRecord] = []
        state = dict(start.values)
        for update in graph.stream(None, config, stream_mode="updates", durability="sync"):
            for node, output in update.items():
                records.append(_node_record(node, state, output, copy, lesson))
                state |= output
    finally:
        copy.close()
    return records, _differences(recorded[first:], records, first)


def _differences(recorded: list[NodeRecord], now: list[NodeRecord], offset: int) -> list[Difference]:
    found: list[Difference] = []
    for index in range(max(len(recorded), len(now))):
        old = recorded[index] if index < len(recorded) else None
        new = now[index] if index < len(now) else None
        place = offset + index
        if old is None or new is None or old.node != new.node:
            node = (old or new).node if (old or new) else ""  # pyright: ignore[reportOptionalMemberAccess]
            found.append(Difference(place, node, "node", old and old.node, new and new.node))
            break
        before, after = {**old.output, **old.secrets}, {**new.output, **new.secrets}
        found += [
            Difference(place, old.node, key, before.get(key), after.get(key))
            for key in sorted(before.keys() | after.keys())
            if _timeless(before.get(key)) != _timeless(after.get(key))
        ]
    return found


def _timeless(value: Any) -> Any:
    """A value without the seconds it took: time differs on every run and means nothing here."""
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if key != "seconds"}  # pyright: ignore[reportUnknownVariableType]
    return value


def _turn(services: Services, lesson: str, turn: int) -> list[StateSnapshot]:
    """The checkpoints of one turn, oldest first; of a turn that was given up and said anew, those of the last try."""
    services.store.lesson(lesson)
    with mapped_reading_errors(services.store.path, lesson):
        snapshots = list(build_graph(services).get_state_history({"configurable": {"thread_id": lesson}}))
    found = [snapshot for snapshot in reversed(snapshots) if snapshot.values.get("number") == turn]
    starts = [place for place, snapshot in enumerate(found) if snapshot.next == (_NODES[0],)]
    return found[starts[-1] :] if starts else found


def _has_run(snapshot: StateSnapshot) -> bool:
    return bool(snapshot.tasks) and snapshot.tasks[0].name in _NODES and snapshot.tasks[0].result is not None


def _record(snapshot: StateSnapshot, store: Store, lesson: str) -> NodeRecord:
    task = snapshot.tasks[0]
    return _node_record(task.name, snapshot.values, dict(task.result or {}), store, lesson)


def _node_record(
    node: str, state: dict[str, Any], written: dict[str, Any], store: Store, lesson: str
) -> NodeRecord:
    output = {key: value for key, value in written.items() if key != "timings"}
    keys = [output["draft_key"]] if output.get("draft_key") else []
    if node == "execute":
        keys += [output["truth_key"], f"evidence-{state['number']}"]
    kept = {key: store.secret(lesson, key) for key in keys}
    timings = written.get("timings") or [Timing(node=node, seconds=0.0, model=0.0, sandbox=0.0)]
    return NodeRecord(
        node=node,
        input={key: state[key] for key in _PER_TURN if state.get(key) not in (None, [], {}, "", 0)},
        output=output,
        secrets={key: json.loads(value) for key, value in kept.items() if value is not None},
        timing=timings[0],
    )
