"""The ground truth of a problem: programs are found, run in the sandbox, and their answers compared.

A problem the symbolic route reads in full needs no model. For any other the solver writes several programs and
their results vote. A teacher's answer wins, and a disagreement is noted, not hidden.
"""

import hashlib
import json
import logging
import re
from collections.abc import Sequence
from fractions import Fraction
from time import perf_counter
from typing import Any

from ..sandbox import Outcome
from ..sandbox import render as exact_text
from .errors import ModelError
from .prompts import render
from .quantities import Quantity, find_quantities, same_quantity
from .services import Services
from .state import GroundTruth, NamedValue, Program, TruthStatus, Vote
from .symbolic import read_problem, solution

_log = logging.getLogger(__name__)
_DOZEN = re.compile(r"(\d)\s*dozens?\b", re.IGNORECASE)
SAMPLES = 5
"""Programs drawn for a vote, unless the caller asks for more or fewer."""
_MAX_TOKENS = 400
_TEMPERATURE = 0.7
_PROGRAM = re.compile(r"```(?:python)?\s*\n(.*?)(?:```|\Z)", re.DOTALL)


def ground_truth(
    problem: str, services: Services, teacher: str | None = None, samples: int = SAMPLES
) -> GroundTruth:
    """Work the problem out, or recall it: solved once per problem text, solver, samples and seed.

    A problem nothing can read, and a solver that fails, give status `unknown`; the failure is logged.
    """
    key = _key(problem, services, samples)
    remembered = services.store.solution(key)
    if remembered is not None:
        truth = GroundTruth.model_validate_json(remembered)
    else:
        start = perf_counter()
        truth = _symbolic(problem, services) or _voted(problem, services, samples)
        truth = truth.model_copy(update={"seconds": round(perf_counter() - start, 3)})
        if truth.votes:
            # What no program was run for is not settled: another time a solver may be there.
            services.store.put_solution(key, truth.model_dump_json())
    return truth if teacher is None else _with_teacher(truth, teacher)


def remember(problem: str, truth: GroundTruth, services: Services) -> None:
    """Keep what is known of a problem for every lesson of this store, as if `ground_truth` had worked it out."""
    services.store.put_solution(_key(problem, services, SAMPLES), truth.model_dump_json())


def same_answer(first: str, second: str) -> bool:
    """Whether two answers in exact text state the same value; text that holds no quantity is compared as text."""
    # "5 dozen" is an answer of 5 where dozens are asked for, and of 60 elsewhere: both are accepted.
    dozens = [_DOZEN.sub(r"\1", text) for text in (first, second)]
    if dozens != [first, second] and same_answer(*dozens):
        return True
    left, right = find_quantities(first), find_quantities(second)
    if len(left) == 1 and len(right) == 1:
        one, other = left[0], right[0]
        return (
            same_quantity(one, other) or _same_number(one, first, other) or _same_number(other, second, one)
        )
    return " ".join(first.casefold().split()) == " ".join(second.casefold().split())


def _same_number(one: Quantity, text: str, other: Quantity) -> bool:
    """Two ways of writing that a teacher accepts: a rounded decimal (33.33 for 100/3), and 25 for 25 %."""
    if not isinstance(one.value, Fraction) or not isinstance(other.value, Fraction):
        return False
    if one.unit == "%" and other.unit is None:
        return one.value * 100 == other.value
    places = len(text[slice(*one.span)].rpartition(".")[2]) if one.form == "decimal" else 0
    endless = (other.value * 10**places).denominator > 1
    return places >= 2 and endless and abs(one.value - other.value) * 10**places <= Fraction(1, 2)


def read_program(text: str) -> Program | None:
    """Take the plan and the program out of a model's reply; None when there is no program in it."""
    match = _PROGRAM.search(text)
    source = match.group(1) if match else text
    if "def solution" not in source and not re.search(r"^answer\s*=", source, re.MULTILINE):
        return None
    before = text[: match.start()] if match else ""
    lines = [re.sub(r"^\s*(?:\d+[.)]|[-*])\s*", "", line).strip() for line in before.splitlines()]
    plan = tuple(line for line in lines if line and not line.lower().rstrip(":").endswith("plan"))
    return Program(plan=plan, source=source.strip() + "\n", origin="model")


def planned_steps(program: Program, outcome: Outcome) -> list[tuple[str, str | None]]:
    """Name and exact value for each line of a symbolic program's plan.

    Such a program first names what is given; then it has one line for each line of the plan. The sandbox reports
    numbers only, so a step that is a list or an expression has no value here.
    """
    values = {step.name: _text(step.value) for step in outcome.steps}
    values["answer"] = _text(outcome.value)
    lines = program.source.strip().splitlines()[-len(program.plan) :]
    names = [line.partition("=")[0].strip() for line in lines]
    return [(name, values.get(name)) for name in names]


def _symbolic(problem: str, services: Services) -> GroundTruth | None:
    structured = read_problem(problem)
    if structured is None:
        return None
    program = solution(structured)
    [outcome] = services.run([program.source])
    answer = _answer(outcome)
    if answer is None:
        return None
    return GroundTruth(
        status="verified",
        answer=answer,
        steps=tuple(
            NamedValue(name=name, value=value) for name, value in planned_steps(program, outcome) if value
        ),
        plan=program.plan,
        programs=(program,),
        votes=(Vote(value=answer, count=1),),
        note="worked out exactly",
    )


def _voted(problem: str, services: Services, samples: int) -> GroundTruth:
    if services.solver is None:
        return GroundTruth(
            status="unknown", note="no exact route fits this problem and no solver model is set"
        )
    try:
        written = services.ask(
            services.solver,
            render("solver", problem=problem),
            samples,
            seed=services.seed,
            max_tokens=_MAX_TOKENS,
            temperature=_TEMPERATURE,
        )
    except ModelError as error:
        _log.warning("the solver failed, the truth stays unknown: %s", error)
        return GroundTruth(status="unknown", note="the solver failed")
    tokens = sum(candidate.tokens_out for candidate in written)
    programs = [program for candidate in written if (program := read_program(candidate.text))]
    outcomes = services.run([program.source for program in programs])
    return vote(programs, outcomes, samples).model_copy(update={"tokens": tokens})


def vote(programs: Sequence[Program], outcomes: Sequence[Outcome], samples: int) -> GroundTruth:
    """Let the programs' results vote: all alike is `verified`, a majority of the samples is `likely`."""
    groups: list[tuple[str, list[int]]] = []
    for index, outcome in enumerate(outcomes):
        answer = _answer(outcome)
        if answer is None:
            continue
        for value, members in groups:
            if same_answer(value, answer):
                members.append(index)
                break
        else:
            groups.append((answer, [index]))
    groups.sort(key=lambda group: -len(group[1]))
    lost = samples - sum(len(members) for _, members in groups)
    votes = [Vote(value=value, count=len(members)) for value, members in groups]
    if lost:
        votes.append(Vote(value=None, count=lost))
    if not groups or len(groups[0][1]) * 2 <= samples:
        return GroundTruth(
            status="unknown", programs=tuple(programs), votes=tuple(votes), note="the programs do not agree"
        )
    answer, members = groups[0]
    agreed = len(members) == samples and samples > 2
    status: TruthStatus = "verified" if agreed else "likely"
    best = members[0]
    return GroundTruth(
        status=status,
        answer=answer,
        steps=_steps(outcomes[best]),
        plan=programs[best].plan,
        programs=tuple(programs),
        votes=tuple(votes),
        note=f"{len(members)} of {samples} programs agree",
    )


def _with_teacher(truth: GroundTruth, teacher: str) -> GroundTruth:
    if truth.answer is not None and same_answer(truth.answer, teacher):
        return truth.model_copy(update={"status": "verified", "note": f"the teacher's answer; {truth.note}"})
    # Steps of a program that ends elsewhere would point at the wrong places.
    note = (
        "the teacher's answer" if truth.answer is None else "the teacher's answer; our own programs disagree"
    )
    return truth.model_copy(
        update={"status": "verified", "answer": teacher, "steps": (), "plan": (), "note": note}
    )


def _answer(outcome: Outcome) -> str | None:
    if outcome.status != "ok" or outcome.value is None:
        return None
    return _text(outcome.value)


def _steps(outcome: Outcome) -> tuple[NamedValue, ...]:
    return tuple(NamedValue(name=step.name, value=_text(step.value)) for step in outcome.steps)


def _text(value: Any) -> str:
    # A model's program may count in floats; what binary arithmetic adds behind the ninth place is not meant.
    return exact_text(Fraction(str(round(value, 9))) if isinstance(value, float) else value)


def _key(problem: str, services: Services, samples: int) -> str:
    prompt = [message.text for message in render("solver", problem=problem)]
    asked = json.dumps([prompt, services.solver_name, samples, services.seed])
    return hashlib.sha256(asked.encode()).hexdigest()
