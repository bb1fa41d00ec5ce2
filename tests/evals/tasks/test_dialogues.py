from pathlib import Path
from typing import Any

import pytest

from askback.agent.errors import InputError
from askback.evals.case import Case
from askback.evals.rows import inline, load
from askback.evals.tasks.dialogues import read_dialogues, worked_out

SHARED = Path(__file__).parents[3].parent / "shared" / "data"

LABELLED: dict[str, Any] = {
    "conversation_id": "ours",
    "conversation_history": (
        "Tutor: Please solve this. The question is: Ida has 3 nets of 4 balls. How many?\u00a0\n\u00a0"
        "Student: 3 + 4 = 7\nStudent: is what I wrote\u00a0\n\u00a0Tutor: Hm, Tutor: no\u00a0\n\u00a0Student: 8"
    ),
    "Ground_Truth_Solution": "Each net has 4.\nShe has 3 * 4 = 12 balls.\n 12",
    "anno_llm_responses": {
        "A": {
            "response": "It is 12.",
            "annotation": {"Revealing_of_the_Answer": "Yes (and the answer is correct)"},
        },
        "B": {"response": "How many in a net?", "annotation": {"Revealing_of_the_Answer": "No"}},
        "C": {
            "response": "It is 9.",
            "annotation": {"Revealing_of_the_Answer": "Yes (but the answer is incorrect)"},
        },
    },
}
UNLABELLED: dict[str, Any] = {
    "question": "Ida has 3 nets of 4 balls. How many?",
    "ground_truth": "3 * 4 = 12\n 12",
    "student_incorrect_solution": "7",
    "conversation": (
        "Teacher: (probing)Why 7?|EOM|Ida: I added: 3 and 4|EOM|Teacher: (telling)Multiply (3 by 4)|EOM|Ida: ok|EOM|"
        "Teacher: Good"
    ),
}
CHAT: dict[str, Any] = {
    "c_h": [{"user": "tutor", "text": "What is 3 times 4?"}, {"user": "student", "text": "7"}],
    "c_r": [{"user": "tutor", "text": "No."}, {"user": "tutor", "text": "It is 12."}],
    "c_r_": [{"user": "tutor", "text": "What does times mean?"}],
}


def cases(*rows: dict[str, Any]) -> tuple[Case, ...]:
    return read_dialogues(inline("ours", rows))


def test_a_labelled_conversation_gives_one_case_a_reply() -> None:
    assert [(case.id, case.input["text"], case.target) for case in cases(LABELLED)] == [
        ("1/A", "It is 12.", {"revealed": "answer"}),
        ("1/B", "How many in a net?", {"revealed": "nothing"}),
        ("1/C", "It is 9.", {"revealed": "wrong answer"}),
    ]


def test_the_problem_and_the_answer_of_a_labelled_conversation() -> None:
    found = cases(LABELLED)[0].input
    assert (found["problem"], found["answer"]) == ("Ida has 3 nets of 4 balls. How many?", "12")


def test_a_speaker_opens_a_turn_only_at_the_start_of_a_line() -> None:
    found = cases(LABELLED)[0].input
    assert found["said"] == ["3 + 4 = 7", "is what I wrote", "8"]
    assert found["replies"][1:] == ["Hm, Tutor: no"]


def test_without_a_solution_the_answer_is_worked_out_from_the_last_question() -> None:
    row = LABELLED | {
        "conversation_history": "Tutor: Go on. What is 9 times 8?\n Student: 17",
        "Ground_Truth_Solution": "Not Available",
    }
    found = cases(row)[0]
    assert (found.input["answer"], found.metadata["worked_out"]) == ("72", True)


def test_without_any_answer_there_is_no_target() -> None:
    row = LABELLED | {
        "conversation_history": "Tutor: Is it a square?\n Student: no",
        "Ground_Truth_Solution": "Not Available",
    }
    assert {(case.target, case.input["answer"]) for case in cases(row)} == {(None, None)}


def test_an_unknown_label_names_line_field_and_the_known_ones() -> None:
    reply = {"response": "hm", "annotation": {"Revealing_of_the_Answer": "Maybe"}}
    with pytest.raises(
        InputError, match=r"ours: line 1: field 'anno_llm_responses.A.annotation.Revealing.*'Maybe'"
    ):
        cases(LABELLED | {"anno_llm_responses": {"A": reply}})


def test_every_teacher_turn_of_a_dialogue_is_a_case_with_what_came_before() -> None:
    found = cases(UNLABELLED)
    assert [(case.metadata["kind"], case.input["text"]) for case in found] == [
        ("probing", "Why 7?"),
        ("telling", "Multiply (3 by 4)"),
        ("unmarked", "Good"),
    ]
    assert found[0].input["said"] == ["7"]
    assert found[2].input["said"] == ["7", "I added: 3 and 4", "ok"]
    assert found[2].input["replies"] == ["Why 7?", "Multiply (3 by 4)"]


def test_a_chat_gives_the_tutor_s_and_the_expert_s_reply() -> None:
    found = cases(CHAT)
    assert [(case.metadata["writer"], case.input["text"]) for case in found] == [
        ("tutor", "No.\nIt is 12."),
        ("expert", "What does times mean?"),
    ]
    assert {case.input["answer"] for case in found} == {"12"}


def test_rows_of_no_known_form_are_refused() -> None:
    with pytest.raises(InputError, match="ours: line 1: none of the fields"):
        cases({"text": "hello"})


def test_a_row_unlike_the_first_names_its_line() -> None:
    with pytest.raises(InputError, match="ours: line 2: field 'c_h'"):
        cases(CHAT, UNLABELLED)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What is 25 minus 18?", "7"),
        ("What is the product of 6 and 2?", "12"),
        ("What is the difference between 31 and 25?", "6"),
        ("7*60=?.", "420"),
        ("What is 3 divided by 4?", "3/4"),
        ("Is that your final answer?", None),
        ("What is 5?", None),
        ("What is 2 + 3, and what is 4 + 4?", None),
    ],
)
def test_worked_out(question: str, answer: str | None) -> None:
    assert worked_out(question) == answer


@pytest.mark.shared_data
@pytest.mark.skipif(not SHARED.exists(), reason="the public data sets are not beside this checkout")
@pytest.mark.parametrize("name", ["mrbench/v2", "mathdial/test", "bridge/train", "bridge/validation"])
def test_the_published_files_are_read_whole(name: str) -> None:
    data = load(SHARED / f"{name}.jsonl")
    found = read_dialogues(data)
    assert {case.id.partition("/")[0] for case in found} == {str(line) for line, _ in data.rows}
    assert len({case.id for case in found}) == len(found)
