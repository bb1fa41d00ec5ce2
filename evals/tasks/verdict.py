"""Is right work taken as right, and wrong work not, when the answer is known?

Reads the StepVerify form: a problem, a reference solution whose last line is the answer, a wrong solution line by line,
and a right one in the student's words. The answer is given as a teacher gives it; no model is asked. What is measured
is the reading of the student, and the first figure is the one that counts: calling right work wrong is the worst error.
"""

from askback.agent.diagnose import read_student
from askback.agent.execute import settle
from askback.agent.state import GroundTruth

from ..case import NOT_ASKED, Case, Json, Score, Task, yes_or_no
from ..rows import Data, Form


class _Solved(Form):
    problem: str
    reference_solution: str
    student_incorrect_solution: list[str]
    student_correct_response: str = ""


def verdict(data: Data, model: str | None = None) -> Task:
    """The task over one file; needs no model. Intervals resample problems, since many pupils solved the same one."""
    cases: list[Case] = []
    for line, row in data.read(_Solved):
        answer = row.reference_solution.strip().splitlines()[-1].strip()
        texts = (
            ("right", row.student_correct_response),
            ("wrong", "\n".join(row.student_incorrect_solution)),
        )
        cases += [
            Case(
                id=f"{line}/{kind}",
                input={"problem": row.problem, "text": text, "answer": answer},
                target="correct" if kind == "right" else "other",
                metadata={"cluster": row.problem},
            )
            for kind, text in texts
            if text.strip()
        ]
    return Task(
        name="verdict",
        cases=tuple(cases),
        systems={"diagnosis": diagnosed},
        baselines={"always right": lambda _: "correct", "always wrong": lambda _: "unknown"},
        scorers={"right work taken as right": right_accepted, "wrong work not taken as right": wrong_noticed},
        gold=lambda case: case.target,
    )


def diagnosed(case: Case) -> Json:
    """The verdict on a student's text, given the answer."""
    asked = case.input
    reading = read_student(asked["text"], asked["problem"])
    truth = GroundTruth(status="verified", answer=asked["answer"])
    return settle(reading, truth, asked["problem"])[0].verdict


def right_accepted(case: Case, output: Json) -> Score:
    """Of the right solutions, the share called correct."""
    return yes_or_no(output == "correct", f"called {output}") if case.target == "correct" else NOT_ASKED


def wrong_noticed(case: Case, output: Json) -> Score:
    """Of the wrong solutions, the share not called correct."""
    return NOT_ASKED if case.target == "correct" else yes_or_no(output != "correct", f"called {output}")
