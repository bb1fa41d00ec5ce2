"""A recorded turn is walked, run again on a copy, and compared node by node."""

from collections.abc import Callable
from pathlib import Path

import pytest

from askback.agent import InputError, ScriptedModel, Tutor

PROBLEM = "What is 1/3 + 1/4?"
NODES = ["diagnose", "execute", "respond", "check"]
OpenTutor = Callable[..., Tutor]


def recorded(open_tutor: OpenTutor) -> Tutor:
    tutor = open_tutor()
    lesson = tutor.lesson(PROBLEM, id="ana-1")
    lesson.say("I got 2/7")
    lesson.say("idk")
    return tutor


def test_every_node_is_recorded_with_its_input_output_and_time(open_tutor: OpenTutor) -> None:
    records = recorded(open_tutor).recorded("ana-1", 2)
    assert [record.node for record in records] == NODES
    assert all(record.input["text"] == "idk" and record.output for record in records)
    assert all(record.timing["seconds"] > 0 for record in records)


def test_the_same_model_gives_the_same_turn(open_tutor: OpenTutor) -> None:
    tutor = recorded(open_tutor)
    for turn in (1, 2):
        records, differences = tutor.replay("ana-1", turn)
        assert ([record.node for record in records], differences) == (NODES, [])


def test_a_recording_of_another_day_replays_in_another_process(open_tutor: OpenTutor) -> None:
    recorded(open_tutor).close()
    assert open_tutor().replay("ana-1", 1)[1] == []


def test_another_model_differs_exactly_where_words_are_made(open_tutor: OpenTutor) -> None:
    recorded(open_tutor)
    line = 'You wrote "I got 2/7" there. How did you get there?'
    _, differences = open_tutor(ScriptedModel(lambda _: line)).replay("ana-1", 1)
    assert {difference.node for difference in differences} == {"respond", "check"}


def test_a_replay_can_begin_at_a_node(open_tutor: OpenTutor) -> None:
    records, differences = recorded(open_tutor).replay("ana-1", 2, from_node="respond")
    assert ([record.node for record in records], differences) == (["respond", "check"], [])


def test_a_replay_leaves_the_recording_as_it_was(open_tutor: OpenTutor) -> None:
    tutor = recorded(open_tutor)
    before = (tutor.resume("ana-1").history, tutor.recorded("ana-1", 1), tutor.recorded("ana-1", 2))
    open_tutor(ScriptedModel(lambda _: "Hm, what now?")).replay("ana-1", 1)
    assert (tutor.resume("ana-1").history, tutor.recorded("ana-1", 1), tutor.recorded("ana-1", 2)) == before


def test_a_turn_that_was_given_up_is_not_the_one_replayed(open_tutor: OpenTutor) -> None:
    def interrupted(_: object) -> str:
        raise KeyboardInterrupt

    lesson = open_tutor(ScriptedModel(interrupted)).lesson(PROBLEM, id="ana-1")
    with pytest.raises(KeyboardInterrupt):
        lesson.say("I got 2/7")
    tutor = open_tutor()
    tutor.resume("ana-1").say("idk")
    for records in (tutor.recorded("ana-1", 1), tutor.replay("ana-1", 1)[0]):
        assert [(record.node, record.input["text"]) for record in records] == [
            (node, "idk") for node in NODES
        ]


def test_secrets_are_found_beside_the_record(open_tutor: OpenTutor) -> None:
    execute = recorded(open_tutor).recorded("ana-1", 1)[1]
    assert execute.secrets["truth"]["answer"] == "7/12"
    assert "7/12" not in repr(execute.output)


@pytest.mark.parametrize(
    ("turn", "node", "says"),
    [(9, "diagnose", "has no turn 9"), (1, "nowhere", "no node"), (1, "", "no node")],
)
def test_what_cannot_be_replayed_is_said(open_tutor: OpenTutor, turn: int, node: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        recorded(open_tutor).replay("ana-1", turn, node)


def test_a_damaged_recording_is_said_to_be_damaged(open_tutor: OpenTutor, store: Path) -> None:
    import sqlite3

    from askback.agent import StoreError

    recorded(open_tutor).close()
    with sqlite3.connect(store) as connection:
        connection.execute("UPDATE checkpoints SET checkpoint = x'00ff00'")
    connection.close()
    with pytest.raises(StoreError, match="ana-1"):
        open_tutor().recorded("ana-1", 1)
