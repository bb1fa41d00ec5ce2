"""Is the mistake behind a wrong answer named from the problem and the answer alone?

Reads pupils' answers as the MaE set publishes them ("Question", "Incorrect Answer"; rows with an image are left out).
What is asked of a row is only whether any entry of the catalogue explains it: the set's own labels have other names.
Beside the rows stand two controls on the same problems: another number of like size, and the right answer one off.
How well the catalogue finds its own mistakes again is `python -m askback.evals.catalogue`.

    askback evals run misconception --data misconceptions.jsonl
"""

import random
from collections.abc import Callable

from pydantic import Field

from askback.agent.answers import same_answer
from askback.agent.misconceptions import hypotheses
from askback.agent.symbolic import read_problem, solution
from askback.sandbox import Sandbox, render

from ..case import NOT_ASKED, Case, Json, Score, Task, yes_or_no
from ..catalogue import random_answer, stated
from ..rows import Data, Form


class _Mae(Form):
    question: str = Field(alias="Question")
    answer: str = Field(alias="Incorrect Answer")
    image: str = Field("", alias="Question image")
    answer_image: str = Field("", alias="Learner Answer image")


def misconception(data: Data, model: str | None = None) -> Task:
    """The task over one file; needs no model. Intervals resample problems."""
    cases = tuple(
        Case(
            id=str(line),
            input={"problem": row.question, "answer": row.answer},
            target=True,
            metadata={"cluster": row.question},
        )
        for line, row in data.read(_Mae)
        if not row.image and not row.answer_image
    )
    sandbox = Sandbox()
    return Task(
        name="misconception",
        cases=cases,
        systems={"catalogue": lambda case: named(case, sandbox)},
        baselines={
            "always none": lambda case: {"read": True, "real": False, "random": False, "near": False},
            "always one": lambda case: {"read": False, "real": True, "random": True, "near": True},
        },
        scorers={
            "problem read": score("read"),
            "explained": score("real"),
            "explained, of those read": explained_of_read,
            "control: other numbers not explained": score("random", wanted=False),
            "control: one off not explained": score("near", wanted=False),
        },
        gold=lambda case: {"read": True, "real": True, "random": False, "near": False},
        close=sandbox.close,
    )


def named(case: Case, sandbox: Sandbox) -> Json:
    """Whether the problem is read, and whether an entry gives the pupil's answer and each control."""
    problem = case.input["problem"]
    structured = read_problem(problem)
    if structured is None:
        return {"read": False, "real": False, "random": None, "near": None}
    programs = [program for _, program in hypotheses(problem)]
    right, *outcomes = sandbox.run_many(
        [solution(structured).source, *(program.source for program in programs)]
    )
    values = [render(one.value) for one in outcomes if one.status == "ok" and one.value is not None]

    def explained(*answers: str) -> bool:
        return any(same_answer(answer, value) for answer in answers for value in values)

    other = random_answer(random.Random(case.id), right.value) if right.status == "ok" else None
    near = right.value + 1 if isinstance(right.value, int) and not isinstance(right.value, bool) else None
    return {
        "read": True,
        "real": explained(*stated(case.input["answer"])),
        "random": None if other is None else explained(render(other)),
        "near": None if near is None else explained(render(near)),
    }


def score(key: str, *, wanted: bool = True) -> Callable[[Case, Json], Score]:
    """The share of rows where that is as wanted; rows it cannot be asked of are left out."""

    def scored(case: Case, output: Json) -> Score:
        return NOT_ASKED if output[key] is None else yes_or_no(output[key] == wanted)

    return scored


def explained_of_read(case: Case, output: Json) -> Score:
    """Of the rows whose problem is read, the share that an entry explains."""
    return yes_or_no(output["real"]) if output["read"] else NOT_ASKED
