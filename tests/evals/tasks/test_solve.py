"""The solve task: reads four published forms, and makes its rows out of the same replies."""

from collections.abc import Sequence
from typing import Any

import pytest
from langchain_core.messages import BaseMessage

from askback.agent import InputError, ScriptedModel
from askback.evals.rows import inline
from askback.evals.tasks.examples import PROBLEMS
from askback.evals.tasks.solve import right, solve

FORMS: list[tuple[dict[str, Any], str, str]] = [
    (dict(PROBLEMS[0]), PROBLEMS[0]["question"], "19"),
    ({"question": "How much?", "answer": "...\n#### 1,200"}, "How much?", "1200"),
    (
        {"Body": "Ana has 3 pens", "Question": "How many has she?", "Answer": 3.0},
        "Ana has 3 pens. How many has she?",
        "3",
    ),
    ({"Body": "Much", "Question": "How much?", "Answer": 1054997.0}, "Much. How much?", "1054997"),
    ({"input": "How many?", "target": 4933.5}, "How many?", "9867/2"),
    (
        {"problem": "What is $1/2$?", "solution": r"It is $\boxed{\frac{1}{2}}$."},
        "What is $1/2$?",
        r"\frac{1}{2}",
    ),
]


@pytest.mark.parametrize(("row", "problem", "gold"), FORMS)
def test_reads_the_published_forms(row: dict[str, Any], problem: str, gold: str) -> None:
    [case] = solve(inline("ours", [row])).cases
    assert (case.input["problem"], case.target) == (problem, gold)


def test_another_form_is_refused() -> None:
    with pytest.raises(InputError, match="neither GSM8K"):
        solve(inline("ours", [{"text": "?"}]))


@pytest.mark.parametrize(
    ("said", "gold", "value"),
    [
        ("19", "19", 1),
        ("19.0004", "19", 1),
        ("19.1", "19", 0),
        (None, "19", 0),
        (r"\frac{1}{2}", "1/2", 1),
        ("x", "19", 0),
    ],
)
def test_right(said: str | None, gold: str, value: float) -> None:
    [case] = solve(inline("ours", [{"question": "How many?", "answer": f"#### {gold}"}])).cases
    assert right(case, {"answer": said}).value == value


def test_every_row_is_made_of_the_same_replies() -> None:
    def reply(messages: Sequence[BaseMessage]) -> str:
        if "Python" in messages[0].text:
            return "```python\ndef solution():\n    return 4 * 6 - 5\n```"
        return "Marbles: 4 * 6 = 24\nLeft: 24 - 5 = 18\nAnswer: 18"

    model = ScriptedModel(reply)
    task = solve(inline("ours", PROBLEMS[:1]), model)
    outputs = {name: system(task.cases[0]) for name, system in task.systems.items()}
    assert len(model.history) == 8
    assert {output["answer"] for output in outputs.values()} == {"19"}
