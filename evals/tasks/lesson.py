"""Does a whole lesson get a student who holds a misconception to drop it, without telling, and does it end?

Reads JSON Lines of simulated students: {"id", "misconception", "problem", "style", "needs", "seed"}, as
`python -m askback.evals.students --count 500 > students.jsonl` writes them; `students.py` and `insight.py` say how they
behave and what moves them. Then `askback evals run lesson --data students.jsonl --model none --out RUN` and
`python -m askback.evals.lesson_table RUN` for turns, rungs, styles and seconds.

"No leak" is judged by the gate's own reader against the true answer, reply by reply. A lesson is solved when the
tutor confirms an answer that the student worked out and the tutor never gave away; the next twin problem is what the
lesson itself offers, answered by the student's rule of that moment, without help.
"""

import re
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any

from askback.agent.errors import InputError
from askback.agent.leak import find_leaks
from askback.agent.misconceptions import catalogue
from askback.agent.moves import ENDS
from askback.agent.symbolic import read_problem, solution
from askback.sandbox import Sandbox
from askback.sandbox import render as exact_text

from ..case import Case, Json, Score, System, Task, yes_or_no
from ..rows import Data, Form
from ..students import Profile, Student, Style, answer_to, open_student
from ..talks import Plain, Safe, Said, Talk, Taught, Telling, states

MOST_TURNS = 24
"""A lesson that has not ended by then is endless."""
_SHORT = 8


class _Row(Form):
    id: str
    misconception: str
    problem: str
    style: Style
    needs: int
    seed: int


def lesson(data: Data, model: str | None = None) -> Task:
    """The task over one file of students.

    Args:
        data: the students.
        model: a model string for the tutor; "none" measures the tutor without a model, None the default one.

    Raises:
        InputError: a row does not fit the form, or its misconception does not show on its problem.
        ModelError: the model cannot be opened.
    """
    from askback.agent import Tutor  # late: the tasks that need no tutor should not wait for it
    from askback.agent.models import open_model
    from askback.agent.weights import default_name

    sandbox = Sandbox()
    writer = None if model == "none" else open_model(model or "default", offline=True)
    tutor, floor = Tutor(model=writer), Tutor(model=None)

    def close() -> None:
        tutor.close()
        floor.close()
        sandbox.close()

    def system(talk: Callable[[Case], Talk]) -> System:
        def played(case: Case) -> Json:
            student = open_student(Profile(**case.input), sandbox)
            return play(student, talk(case), case.input["problem"], case.target["answer"], sandbox)

        return played

    systems = {"tutor": system(lambda case: Taught(tutor, tutor.lesson(case.input["problem"], id=case.id)))}
    if writer is not None:
        systems["tutor without a model"] = system(
            lambda case: Taught(floor, floor.lesson(case.input["problem"], id=case.id))
        )
        systems["plain"] = system(lambda case: Plain(writer, case.input["problem"], case.target["answer"]))

    return Task(
        name="lesson",
        cases=_cases(data, sandbox),
        systems=systems,
        baselines={
            "asks safe questions": system(lambda case: Safe()),
            "tells the answer": system(lambda case: Telling(case.input["problem"], case.target["answer"])),
        },
        scorers={
            "no leak": no_leak,
            "solved without telling": solved_without_telling,
            "ends": ends,
            "no question twice": no_question_twice,
            "next twin solved unaided": twin_solved,
            f"solved within {_SHORT} turns": solved_soon,
            "no worked example needed": no_example_needed,
        },
        gold=_gold,
        notes=(
            f"simulated students; a lesson of {MOST_TURNS} turns has no end",
            "the next twin is asked about where the lesson was solved; a lesson that offers none stays unscored",
        ),
        model=None if model == "none" else default_name() if model in (None, "default") else model,
        close=close,
    )


def play(student: Student, talk: Talk, problem: str, answer: str, sandbox: Sandbox) -> Json:
    """A whole lesson and the next problem after it, as JSON values."""
    turns: list[dict[str, Any]] = []
    while len(turns) < MOST_TURNS and not (turns and turns[-1]["goal"] in ENDS):
        text, start = student.say(), perf_counter()
        said = talk.reply(text)
        seconds, before = perf_counter() - start, len(student.seen)
        heard = [*(turn["student"] for turn in turns), text]
        told = [turn["text"] for turn in turns]
        leak = _leak(said, answer, problem, heard, told)
        student.hear(said.text, gives_away=leak is not None)
        insight = student.seen[-1] if len(student.seen) > before else None
        turns.append(
            {"student": text, **said.__dict__, "leak": leak, "insight": insight, "seconds": round(seconds, 4)}
        )
    solved = bool(turns) and turns[-1]["goal"] == "confirm"
    return {
        "turns": turns,
        "solved": solved,
        "dropped": student.believes_right,
        "twin": _next(student, talk, sandbox) if solved else None,
    }


def _leak(said: Said, answer: str, problem: str, heard: Sequence[str], told: Sequence[str]) -> str | None:
    """Why a reply gives the answer away; a confirmation does, unless the student has just said the answer."""
    if said.goal == "confirm" and states(heard[-1], answer):
        return None
    leaks = find_leaks(said.text, answer, problem=problem, said=heard, replies=told)
    return leaks[0].why if leaks else None


def _next(student: Student, talk: Talk, sandbox: Sandbox) -> Json:
    offered = talk.next()
    if offered is None:
        return None
    problem, other = offered
    entry = None if student.believes_right else catalogue()[student.profile.misconception]
    right, given = (answer_to(problem, by, sandbox) for by in (None, entry))
    said = other.reply(given or "idk")
    return {
        "problem": problem,
        "student": given,
        "right": given is not None and given == right,
        **said.__dict__,
    }


# --- scores -----------------------------------------------------------------------------------------------------


def no_leak(case: Case, output: Json) -> Score:
    """No reply of the lesson gives the answer away."""
    leaks = [
        f"reply {number}: {turn['leak']}" for number, turn in enumerate(output["turns"], 1) if turn["leak"]
    ]
    return yes_or_no(not leaks, leaks[0] if leaks else "")


def solved_without_telling(case: Case, output: Json) -> Score:
    """The student's own answer was confirmed, and the tutor neither leaked it nor told a step."""
    told = any(turn["leak"] or turn["rung"] == "tell" for turn in output["turns"])
    last = output["turns"][-1]
    return yes_or_no(
        output["solved"] and not told, "told" if told else f"ended with {last['goal']}: {last['text']}"
    )


def ends(case: Case, output: Json) -> Score:
    """The tutor ended the lesson."""
    return yes_or_no(output["turns"][-1]["goal"] in ENDS, f"no end in {len(output['turns'])} turns")


def no_question_twice(case: Case, output: Json) -> Score:
    """No reply asks what an earlier one asked, about the same thing."""
    asked: set[object] = set()
    said = [case.input["problem"]]
    for number, turn in enumerate(output["turns"], 1):
        said.append(turn["student"])
        question = question_of(turn["text"], said)
        if question in asked:
            return yes_or_no(False, f"reply {number}: {turn['text']}")
        asked.add(question)
    return yes_or_no(True)


def twin_solved(case: Case, output: Json) -> Score:
    """Of the solved lessons, those whose next problem the student then got right alone, and was told so at once."""
    found = output["twin"]
    if not output["solved"]:
        return Score(0.0, "not solved", weight=0.0)
    if found is None:
        return Score(None, "no twin was offered")
    return yes_or_no(found["right"] and found["goal"] == "confirm", f"{found['problem']} {found['student']}")


def solved_soon(case: Case, output: Json) -> Score:
    """Solved without telling in few turns."""
    solved = solved_without_telling(case, output).value == 1
    return yes_or_no(solved and len(output["turns"]) <= _SHORT, f"{len(output['turns'])} turns")


def no_example_needed(case: Case, output: Json) -> Score:
    """Solved without telling, below the rung of the worked example."""
    rungs = {turn["rung"] for turn in output["turns"]}
    return yes_or_no(solved_without_telling(case, output).value == 1 and not rungs & {"example", "tell"})


def question_of(text: str, said: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """What a reply asks: its last sentence, and what it quotes that is new, such as a worked example.

    The same sentence about another worked example is another question; about other words of the student's it is not,
    unless they stand in the sentence itself.
    """
    known = " ".join(" ".join(said).replace('"', "'").split())
    marked = re.sub(r'"[^"]*"', lambda quote: quote.group().translate(_NO_STOPS), text.strip())
    last = re.split(r"(?<=[.!?])\s+", marked)[-1].translate(_STOPS).casefold()
    quotes = (" ".join(quote.split()) for quote in re.findall(r'"([^"]*)"', text))
    return last, tuple(quote for quote in quotes if quote.rstrip("?.") not in known)


_NO_STOPS = str.maketrans(
    ".!?", "\ue000\ue001\ue002"
)  # so that a quoted sentence does not end the one around it
_STOPS = str.maketrans("\ue000\ue001\ue002", ".!?")


def _gold(case: Case) -> Json:
    wrong, right = f"my answer is {case.target['wrong']}", f"oh, then it is {case.target['answer']}"
    turns = [
        {"student": wrong, "text": "What does each part stand for?", "goal": "help", "rung": "thinking"},
        {"student": right, "text": "Yes, that is right.", "goal": "confirm", "rung": "thinking"},
    ]
    common = {"writer": "code", "leak": None, "insight": None, "seconds": 0.0}
    return {
        "turns": [{**turn, **common} for turn in turns],
        "solved": True,
        "dropped": True,
        "twin": {"problem": "", "student": "", "right": True, "goal": "confirm"},
    }


def _cases(data: Data, sandbox: Sandbox) -> tuple[Case, ...]:
    rows: list[_Row] = []
    sources: list[str] = []
    for line, row in data.read(_Row):
        read, entry = read_problem(row.problem), catalogue().get(row.misconception)
        wrong = entry.wrong(read) if entry and read else None
        if read is None or wrong is None:
            raise InputError(
                f"{data.name}, line {line}: {row.misconception!r} does not show on {row.problem!r}"
            )
        rows.append(row)
        sources += [solution(read).source, wrong.source]
    values = [exact_text(outcome.value) for outcome in sandbox.run_many(sources)]
    return tuple(
        Case(
            id=row.id,
            input=row.model_dump(),
            target={"answer": right, "wrong": wrong},
            metadata={"cluster": row.misconception, "style": row.style},
        )
        for row, right, wrong in zip(rows, values[::2], values[1::2], strict=True)
    )
