"""Is the ground truth right, and does it know when it is?

Reads GSM8K (question, answer after "####"), SVAMP (Body, Question, Answer), GSM-Hard (input, target) and MATH (problem,
solution with its answer in a box). Every reply is drawn once; the rows are what could be made of the same replies, so
they differ by the method alone. `chain` asks the model for plain reasoning instead, the row that everybody has.

    askback evals run solve --data test.jsonl --model default --limit 150
    askback evals run chain --data test.jsonl --model default --limit 150
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from time import perf_counter
from typing import cast

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage

from askback.agent import solve as solver
from askback.agent.answers import same_answer
from askback.agent.errors import InputError
from askback.agent.models import open_model
from askback.agent.moves import Policy
from askback.agent.sanity import against
from askback.agent.services import Services
from askback.agent.state import GroundTruth
from askback.agent.store import Store
from askback.agent.vote import Attempt, decide, grouped, is_decided
from askback.sandbox import Sandbox

from ..case import NOT_ASKED, Case, Json, Score, System, Task, yes_or_no
from ..rows import Data, Form

_BOXED = re.compile(r"\\(?:boxed|fbox)\s*\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}")
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?(?:/\d+)?")
_NEAR = Fraction(1, 1000)
_CHAIN_TOKENS = 400


_Rounds = Sequence[tuple[list[Attempt], int, int, float]]


class _Gsm(Form):
    question: str
    answer: str


class _Svamp(Form):
    Body: str
    Question: str
    Answer: float


class _Hard(Form):
    input: str
    target: float


class _Math(Form):
    problem: str
    solution: str


@dataclass(frozen=True)
class _Drawn:
    """One problem's replies, a round an entry: the attempts among them, how many were drawn, tokens, seconds.

    A problem that code alone works out has no round.
    """

    rounds: _Rounds
    exact: GroundTruth | None = None


def solve(data: Data, model: str | BaseChatModel | None = None) -> Task:
    """The task over one file. The sandbox runs every program; `model` None or "none" leaves only the exact route."""
    services = _services(model)
    drawn: dict[str, _Drawn] = {}

    def replies(case: Case) -> _Drawn:
        if case.id not in drawn:
            drawn.clear()  # the systems answer one case after the other
            drawn[case.id] = _draw(case.input["problem"], services)
        return drawn[case.id]

    def system(made: Callable[[_Drawn, str], Json]) -> System:
        return lambda case: made(replies(case), case.input["problem"])

    return Task(
        name="solve",
        cases=tuple(_cases(data)),
        systems={
            "ours": system(_ours),
            "all eight": system(lambda found, problem: _voted(found.rounds, problem)),
            "eight, plain vote": system(lambda found, _: _plain(found.rounds)),
            "four programs, plain vote": system(lambda found, _: _plain(found.rounds[:1])),
            "four worked lines, plain vote": system(lambda found, _: _plain(found.rounds[1:])),
            "one program": system(lambda found, _: _one(found)),
        },
        baselines={
            "the largest number": lambda case: _answered(_largest(case.input["problem"])),
            "no answer": lambda _: _answered(None),
        },
        scorers={
            "right": right,
            "answered": lambda _, output: yes_or_no(output["answer"] is not None),
            "right where answered": lambda case, output: (
                right(case, output) if output["answer"] is not None else NOT_ASKED
            ),
            "verified": lambda _, output: yes_or_no(output["status"] == "verified"),
            "right where verified": lambda case, output: (
                right(case, output) if output["status"] == "verified" else NOT_ASKED
            ),
            "tokens": lambda _, output: _measured(output, "tokens"),
            "seconds": lambda _, output: _measured(output, "seconds"),
        },
        gold=lambda case: _answered(cast(str, case.target)),
        model=None if services.solver is None else services.solver_name,
        close=services.sandbox.close,
    )


def chain(data: Data, model: str | None = None) -> Task:
    """Plain chain of thought, greedy: the last number the model writes is its answer."""
    services = _services(model)

    def answer(case: Case) -> Json:
        if services.solver is None:
            return _answered(None)
        start = perf_counter()
        asked = f"{case.input['problem']}\n\nThink step by step, then write the answer on a last line: Answer: ..."
        [candidate] = services.ask(
            services.solver, [HumanMessage(asked)], 1, seed=0, max_tokens=_CHAIN_TOKENS, temperature=0.0
        )
        numbers = _NUMBER.findall(candidate.text.rpartition("Answer:")[2]) or _NUMBER.findall(candidate.text)
        said = numbers[-1].replace(",", "") if numbers else None
        return _answered(said, "likely", candidate.tokens_out, perf_counter() - start)

    return Task(
        name="chain",
        cases=tuple(_cases(data)),
        systems={"chain of thought, greedy": answer},
        baselines={"the largest number": lambda case: _answered(_largest(case.input["problem"]))},
        scorers={"right": right, "tokens": lambda _, output: _measured(output, "tokens")},
        gold=lambda case: _answered(cast(str, case.target)),
        model=None if services.solver is None else services.solver_name,
        close=services.sandbox.close,
    )


def right(case: Case, output: Json) -> Score:
    """Whether the answer is the gold one: the same value, or within a thousandth of it."""
    said, gold = output["answer"], cast(str, case.target)
    if said is None:
        return Score(0.0, "no answer")
    try:
        near = abs(Fraction(said) - Fraction(gold)) <= _NEAR
    except (ValueError, ZeroDivisionError):
        near = False
    return yes_or_no(near or same_answer(said, gold), f"said {said}")


def _measured(output: Json, what: str) -> Score:
    """A cost, as it is; nothing is asked of an answer that no model was asked for."""
    return Score(output[what]) if output["tokens"] else NOT_ASKED


def _services(model: str | BaseChatModel | None) -> Services:
    named = None if model in (None, "none") else model
    return Services(
        store=Store(None),
        sandbox=Sandbox(),
        writer=None,
        writer_name="none",
        solver=None if named is None else open_model(named),
        solver_name=named if isinstance(named, str) else "none" if named is None else type(named).__name__,
        policy=Policy(),
        seed=0,
    )


def _draw(problem: str, services: Services) -> _Drawn:
    exact = solver.exact_truth(problem, services)
    if exact is not None or services.solver is None:
        return _Drawn((), exact)
    rounds: list[tuple[list[Attempt], int, int, float]] = []
    for number, (formulation, count) in enumerate(solver.rounds(solver.SAMPLES)):
        start = perf_counter()
        attempts, tokens = solver.draw(problem, formulation, count, services, number)
        rounds.append((attempts, count, tokens, perf_counter() - start))
    return _Drawn(tuple(rounds))


def _ours(found: _Drawn, problem: str) -> Json:
    """What a lesson does: the exact route first, and no further round once nothing is open."""
    if found.exact is not None:
        return {**_answered(found.exact.answer), "confidence": 1.0, "drawn": 0}
    for used in range(1, len(found.rounds) + 1):
        rounds = found.rounds[:used]
        if is_decided([one for entry in rounds for one in entry[0]], sum(entry[1] for entry in rounds)):
            return _voted(rounds, problem)
    return _voted(found.rounds, problem)


def _voted(rounds: _Rounds, problem: str) -> Json:
    attempts = [one for entry in rounds for one in entry[0]]
    drawn = sum(entry[1] for entry in rounds)
    truth = decide(attempts, drawn, against(problem))
    groups = grouped(attempts)
    sure = groups[0].weight / drawn if groups else 0.0
    return {
        **_answered(truth.answer, truth.status, *_cost(rounds)),
        "confidence": round(sure * (0.5 if truth.reasons else 1.0), 3),
        "reasons": list(truth.reasons),
        "votes": [vote.model_dump() for vote in truth.votes],
        "attempts": [_told(one) for one in attempts],
        "drawn": drawn,
    }


def _told(one: Attempt) -> Json:
    return {
        "formulation": one.formulation,
        "answer": one.answer,
        "doubts": list(one.doubts),
        "source": one.program.source,
    }


def _plain(rounds: _Rounds) -> Json:
    """The usual vote: every program counts one; all alike is verified, the most frequent answer is the answer."""
    answers = [one.answer for entry in rounds for one in entry[0] if one.answer is not None]
    drawn = sum(entry[1] for entry in rounds)
    counts = [sum(same_answer(answer, other) for other in answers) for answer in answers]
    if not answers:
        return _answered(None, "unknown", *_cost(rounds))
    most = max(counts)
    status = "verified" if most == drawn else "likely"
    return _answered(answers[counts.index(most)], status, *_cost(rounds))


def _one(found: _Drawn) -> Json:
    if not found.rounds:
        return _answered(None)
    attempts, count, tokens, seconds = found.rounds[0]
    answer = attempts[0].answer if attempts else None
    return _answered(answer, "likely" if answer else "unknown", tokens // count, seconds / count)


def _cost(rounds: _Rounds) -> tuple[int, float]:
    return sum(entry[2] for entry in rounds), sum(entry[3] for entry in rounds)


def _answered(
    answer: str | None, status: str = "verified", tokens: int = 0, seconds: float = 0.0
) -> dict[str, Json]:
    known = status if answer is not None else "unknown"
    return {"answer": answer, "status": known, "tokens": tokens, "seconds": round(seconds, 2)}


def _largest(problem: str) -> str | None:
    numbers = [number.replace(",", "") for number in _NUMBER.findall(problem)]
    return max(numbers, key=lambda number: Fraction(number) if "/0" not in number else 0, default=None)


def _cases(data: Data) -> list[Case]:
    fields = data.fields
    rows: list[tuple[int, str, str]]
    if "question" in fields:
        rows = [(n, row.question, row.answer.rpartition("####")[2].strip()) for n, row in data.read(_Gsm)]
    elif "Body" in fields:
        rows = [
            (n, f"{row.Body.strip().rstrip('.')}. {row.Question}", str(Fraction(str(row.Answer))))
            for n, row in data.read(_Svamp)
        ]
    elif "input" in fields:
        rows = [(n, row.input, f"{Fraction(str(row.target))}") for n, row in data.read(_Hard)]
    elif "solution" in fields:
        rows = [(n, row.problem, _boxed(row.solution)) for n, row in data.read(_Math)]
    else:
        raise InputError(f"{data.name}: neither GSM8K, SVAMP, GSM-Hard nor MATH rows")
    return [
        Case(
            id=str(line),
            input={"problem": problem},
            target=gold.replace(",", "") if "question" in fields else gold,
        )
        for line, problem, gold in rows
    ]


def _boxed(text: str) -> str:
    found = _BOXED.findall(text)
    return found[-1] if found else ""
