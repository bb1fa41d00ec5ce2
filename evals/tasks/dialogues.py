"""Reads three published forms of tutoring dialogues as one thing: a tutor's reply, and all that was said before it.

MRBench (several replies a conversation, each labelled by people), MathDial (every teacher turn of a conversation,
with the teacher's own mark of what kind of turn it is) and Bridge (the tutor's reply and an expert's revision).
"""

import re
from collections.abc import Iterable
from typing import Any

from pydantic import Field

from askback.agent.errors import InputError
from askback.agent.expressions import find_expressions

from ..case import Case
from ..rows import Data, Form

# MRBench: what people said about a reply, and the name it has here.
_LABELS = {
    "no": "nothing",
    "yes (and the answer is correct)": "answer",
    "yes (but the answer is incorrect)": "wrong answer",
}
_NO_ANSWER = "Not Available"


class _Annotation(Form):
    revealing: str = Field(alias="Revealing_of_the_Answer")


class _Reply(Form):
    response: str
    annotation: _Annotation


class _MrBench(Form):
    conversation_id: str
    conversation_history: str
    solution: str = Field(alias="Ground_Truth_Solution")
    replies: dict[str, _Reply] = Field(alias="anno_llm_responses")


class _MathDial(Form):
    question: str
    ground_truth: str
    student_incorrect_solution: str
    conversation: str


class _Message(Form):
    user: str
    text: str


class _Bridge(Form):
    history: list[_Message] = Field(alias="c_h")
    reply: list[_Message] = Field(alias="c_r")
    revised: list[_Message] = Field(alias="c_r_")


def read_dialogues(data: Data) -> tuple[Case, ...]:
    """A case for each tutor reply: input {text, answer, problem, said, replies}, target {revealed} or None.

    The answer is that of the data's solution; where there is none it is worked out from the tutor's last question, if
    that asks for one calculation, and is None otherwise. `metadata` holds who wrote the reply and of what kind it is.

    Raises:
        InputError: the rows are of none of the three forms, or one of them does not fit.
    """
    if "anno_llm_responses" in data.fields:
        cases = [case for line, row in data.read(_MrBench) for case in _from_mrbench(data.name, line, row)]
    elif {"conversation", "ground_truth"} <= data.fields:
        cases = [case for line, row in data.read(_MathDial) for case in _from_mathdial(line, row)]
    elif "c_h" in data.fields:
        cases = [case for line, row in data.read(_Bridge) for case in _from_bridge(line, row)]
    else:
        raise InputError(
            f"{data.name}: line {data.rows[0][0]}: none of the fields 'anno_llm_responses' (MRBench), "
            "'ground_truth' with 'conversation' (MathDial) or 'c_h' (Bridge)"
        )
    return tuple(cases)


def _from_mrbench(name: str, line: int, row: _MrBench) -> Iterable[Case]:
    turns = _turns(row.conversation_history)
    asked = turns[0][1].partition("The question is:")[2].strip() if turns else ""
    problem = asked or _last_question(turns)
    solved = row.solution != _NO_ANSWER
    answer = _last_line(row.solution) if solved else worked_out(problem)
    for writer, reply in row.replies.items():
        label = _LABELS.get(reply.annotation.revealing.strip().lower())
        if label is None:
            field = f"anno_llm_responses.{writer}.annotation.Revealing_of_the_Answer"
            known = ", ".join(repr(text) for text in _LABELS)
            raise InputError(
                f"{name}: line {line}: field {field!r}: {reply.annotation.revealing!r} is none of {known}"
            )
        yield Case(
            id=f"{line}/{writer}",
            input=_input(reply.response, answer, problem, turns),
            target=None if answer is None else {"revealed": label},
            metadata={"cluster": problem, "writer": writer, "worked_out": not solved},
        )


def _from_mathdial(line: int, row: _MathDial) -> Iterable[Case]:
    # The pupil's written solution came before the first turn.
    turns: list[tuple[str, str]] = [("student", row.student_incorrect_solution)]
    for number, turn in enumerate(row.conversation.split("|EOM|")):
        who, _, text = turn.strip().partition(":")
        if who != "Teacher":
            turns.append(("student", text.strip()))
            continue
        kind = re.match(r"\s*\((\w+)\)", text)
        text = text[kind.end() :].strip() if kind else text.strip()
        yield Case(
            id=f"{line}/{number}",
            input=_input(text, _last_line(row.ground_truth), row.question, turns),
            metadata={"cluster": row.question, "writer": "teacher", "kind": kind[1] if kind else "unmarked"},
        )
        turns.append(("tutor", text))


def _from_bridge(line: int, row: _Bridge) -> Iterable[Case]:
    turns = [(message.user, message.text) for message in row.history]
    problem = _last_question(turns)
    for writer, messages in (("tutor", row.reply), ("expert", row.revised)):
        text = "\n".join(message.text for message in messages if message.user == "tutor")
        if text:
            yield Case(
                id=f"{line}/{writer}",
                input=_input(text, worked_out(problem), problem, turns),
                metadata={"writer": writer, "cluster": problem},
            )


def _input(text: str, answer: str | None, problem: str, turns: list[tuple[str, str]]) -> dict[str, Any]:
    said = [words for who, words in turns if who == "student"]
    replies = [words for who, words in turns if who != "student"]
    return {"text": text, "answer": answer, "problem": problem, "said": said, "replies": replies}


def _turns(history: str) -> list[tuple[str, str]]:
    """Who said what, from "Tutor: …" and "Student: …"; a speaker's name opens a turn only at the start of a line."""
    parts = re.split(r"(?:^|\n)\s*(Tutor|Student):", history)
    return [(who.lower(), text.strip()) for who, text in zip(parts[1::2], parts[2::2], strict=True)]


def _last_line(solution: str) -> str:
    return solution.strip().rpartition("\n")[2].strip()


def _last_question(turns: list[tuple[str, str]]) -> str:
    questions = [text for who, text in turns if who == "tutor" and "?" in text]
    return questions[-1] if questions else ""


_NAMED = re.compile(
    r"\b(sum|difference|product|quotient)(?: \w+)? (?:of|between) ([\d.,/]*\d) and ([\d.,/]*\d)"
)
_SIGNS = {"sum": "+", "difference": "-", "product": "*", "quotient": "/"}


def worked_out(question: str) -> str | None:
    """The value of the one calculation a question asks for ("What is 25 minus 18?"); None when it asks for no one."""
    question = _NAMED.sub(lambda found: f"({found[2]}) {_SIGNS[found[1]]} ({found[3]})", question)
    values = {expression.value for expression in find_expressions(question)}
    return str(values.pop()) if len(values) == 1 and None not in values else None
