"""Dialogues: the flow is kept, every turn is judged anew, and a spoilt one does not verify."""

import pytest

from askback.agent.models import ScriptedModel
from askback.finetune.dialogues import Dialogues, check
from askback.finetune.problems import Problems
from askback.finetune.rows import Row
from askback.sandbox import Sandbox


@pytest.fixture(scope="module")
def kept(sandbox: Sandbox) -> list[Row]:
    made = Dialogues(Problems(2), sandbox).make(range(3))
    return [item for items in made for item in items if isinstance(item, Row)]


def test_dialogues_are_made_and_every_turn_holds(kept: list[Row], sandbox: Sandbox) -> None:
    assert kept
    assert check(kept, sandbox) == [""] * len(kept)


def test_a_dialogue_has_all_four_parts(kept: list[Row]) -> None:
    for row in kept:
        parts = {part for part, _, _ in row.provenance["flow"]}
        assert {"error analysis", "follow-up question", "similar practice"} <= parts
        assert parts & {"what", "how", "why"}
        assert len(row.provenance["levels"]) >= 2


def test_student_and_tutor_take_turns(kept: list[Row]) -> None:
    for row in kept:
        roles = [message.role for message in row.messages]
        assert roles == ["system", *["user", "assistant"] * (len(roles) // 2)]


def test_the_tutor_never_says_the_answer_before_the_student(kept: list[Row]) -> None:
    for row in kept:
        for turn in row.proof["turns"]:
            if turn["act"] == "wrong":
                assert turn["principle"] != "feedback"


@pytest.mark.parametrize(
    "words", ["The answer is 12. Do you see it?", "Yes, that is right! How did you do it?"]
)
def test_a_tutor_who_says_something_else_does_not_verify(
    words: str, kept: list[Row], sandbox: Sandbox
) -> None:
    row = kept[0]
    turns = [dict(turn) for turn in row.proof["turns"]]
    before, turns[0]["tutor"], turns[0]["by"] = turns[0]["tutor"], words, "words"
    messages = tuple(
        message.model_copy(update={"content": words}) if message.content == before else message
        for message in row.messages
    )
    spoilt = row.model_copy(update={"messages": messages, "proof": {**row.proof, "turns": turns}})
    assert check([spoilt], sandbox)[0].startswith("the wording fails the gate")
    assert check([row.model_copy(update={"messages": messages})], sandbox) == [
        "the turns told are not the ones that were judged"
    ]


def test_a_teacher_model_is_asked_and_its_words_are_judged(sandbox: Sandbox) -> None:
    model = ScriptedModel(lambda messages: "The answer is 5.")
    made = [
        item for items in Dialogues(Problems(2), sandbox, model, "scripted").make(range(2)) for item in items
    ]
    assert model.history
    assert "The answer is 5." not in str([item.messages for item in made if isinstance(item, Row)])
