"""The ground truth of a problem: programs are found, run in the sandbox, and their answers compared.

A problem the symbolic route reads in full needs no model. For any other the solver writes programs in two formulations
(see `programs.py`), and what running them gives is voted on (see `vote.py`); it stops as soon as nothing is open.
Several questions at once are worked out one by one. A teacher's answer wins, and a disagreement is noted, not hidden.
"""

import hashlib
import json
import logging
from collections.abc import Iterator, Sequence
from time import perf_counter

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage

from ..sandbox import Outcome
from .answers import same_answer
from .asked import Asked, read_asked
from .errors import ModelError
from .programs import read_lines, read_program
from .prompts import render
from .sanity import against, doubts
from .services import Services
from .state import GroundTruth, NamedValue, PartTruth, Program, Vote
from .symbolic import read_problem, solution
from .vote import Attempt, Formulation, answer_of, attempt, decide, is_decided, steps_of, text_of

_log = logging.getLogger(__name__)
SAMPLES = 8
"""Replies of the solver at most, unless the caller asks for more or fewer."""
ROUND = 4
"""Replies drawn in one batch: on a CPU four cost about what two would one by one."""
_MAX_TOKENS = 400
_TEMPERATURE = 0.7
_PROMPTS: dict[Formulation, str] = {"program": "solver", "lines": "solver_lines"}
_REPAIRED = frozenset({"syntax_error", "policy_violation", "runtime_error"})


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
        truth = _worked_out(problem, services, samples)
        truth = truth.model_copy(update={"seconds": round(perf_counter() - start, 3), "seed": services.seed})
        if is_settled(truth):
            services.store.put_solution(key, truth.model_dump_json())
    return truth if teacher is None else _with_teacher(problem, truth, teacher, services)


def is_settled(truth: GroundTruth) -> bool:
    """Whether trying again would change nothing; without a solver, or with one that failed, it may."""
    if truth.parts:
        return any(part.answer is not None for part in truth.parts)
    return truth.status == "verified" or bool(truth.votes or truth.reasons)


def remember(problem: str, truth: GroundTruth, services: Services) -> None:
    """Keep what is known of a problem for every lesson of this store, as if `ground_truth` had worked it out."""
    services.store.put_solution(_key(problem, services, SAMPLES), truth.model_dump_json())


def _worked_out(problem: str, services: Services, samples: int) -> GroundTruth:
    exact = exact_truth(problem, services)
    if exact is not None:
        return exact
    asked = read_asked(problem)
    if asked.flaw is not None:
        return GroundTruth(status="unknown", note=asked.flaw, reasons=(asked.flaw,))
    if len(asked.parts) > 1:
        return _in_parts(asked.parts, services, samples)
    if asked.choices:
        return _chosen(asked, services, samples)
    return _voted(problem, services, samples)


def _in_parts(parts: Sequence[str], services: Services, samples: int) -> GroundTruth:
    """Each part's own truth; the whole has no single answer, so it is `unknown`."""
    truths = [ground_truth(part, services, samples=samples) for part in parts]
    said = f"{len(parts)} questions at once"
    return GroundTruth(
        status="unknown",
        note=said,
        reasons=(said,),
        parts=tuple(
            PartTruth(question=part, status=truth.status, answer=truth.answer)
            for part, truth in zip(parts, truths, strict=True)
        ),
        tokens=sum(truth.tokens for truth in truths),
    )


def _chosen(asked: Asked, services: Services, samples: int) -> GroundTruth:
    """The truth of the question without its choices, and the letter of the one choice that states it."""
    [question] = asked.parts
    truth = ground_truth(question, services, samples=samples)
    if truth.answer is None:
        return truth
    fitting = [letter for letter, text in asked.choices if same_answer(text, truth.answer)]
    if len(fitting) != 1:
        said = "none of the choices fits" if not fitting else "more than one choice fits"
        return truth.model_copy(
            update={"status": "unknown", "answer": None, "note": said, "reasons": (said,)}
        )
    return truth.model_copy(update={"choice": fitting[0]})


def planned_steps(program: Program, outcome: Outcome) -> list[tuple[str, str | None]]:
    """Name and exact value for each line of a symbolic program's plan.

    Such a program first names what is given; then it has one line for each line of the plan. The sandbox reports
    numbers only, so a step that is a list or an expression has no value here.
    """
    values = {step.name: text_of(step.value) for step in outcome.steps}
    values["answer"] = text_of(outcome.value)
    lines = program.source.strip().splitlines()[-len(program.plan) :]
    names = [line.partition("=")[0].strip() for line in lines]
    return [(name, values.get(name)) for name in names]


def exact_truth(problem: str, services: Services) -> GroundTruth | None:
    """The truth by the route that needs no model; None for a problem it does not read in full."""
    structured = read_problem(problem)
    if structured is None:
        return None
    program = solution(structured)
    [outcome] = services.run([program.source])
    answer = answer_of(outcome)
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
    attempts: list[Attempt] = []
    drawn = tokens = 0
    try:
        for number, (formulation, count) in enumerate(rounds(samples)):
            found, spent = draw(problem, formulation, count, services, number)
            attempts += found
            drawn, tokens = drawn + count, tokens + spent
            if is_decided(attempts, drawn):
                break
    except ModelError as error:
        _log.warning("the solver failed, the truth stays unknown: %s", error)
        return GroundTruth(status="unknown", note="the solver failed")
    return decide(attempts, drawn, against(problem)).model_copy(update={"tokens": tokens})


def rounds(samples: int) -> Iterator[tuple[Formulation, int]]:
    """The batches in which so many replies are drawn, the two formulations in turn."""
    formulations: tuple[Formulation, ...] = ("program", "lines")
    for number, first in enumerate(range(0, samples, ROUND)):
        yield formulations[number % 2], min(ROUND, samples - first)


def draw(
    problem: str, formulation: Formulation, count: int, services: Services, number: int
) -> tuple[list[Attempt], int]:
    """One batch of replies, run: the attempts among them that hold a program, and the tokens written.

    A program that fails goes back once with its error. number: of the round, for the seed. Raises `ModelError`.
    """
    assert services.solver is not None
    messages = render(_PROMPTS[formulation], problem=problem)
    options = {"max_tokens": _MAX_TOKENS, "temperature": _TEMPERATURE}
    seed = services.seed + 1000 * number
    written = services.ask(services.solver, messages, count, seed=seed, **options)
    tokens = sum(candidate.tokens_out for candidate in written)
    read = read_program if formulation == "program" else read_lines
    programs = [program for candidate in written if (program := read(candidate.text))]
    outcomes = services.run([program.source for program in programs])
    if formulation == "program":
        for place, outcome in enumerate(outcomes):
            if outcome.status not in _REPAIRED:
                continue
            again = _repair_request(messages, programs[place], outcome)
            [candidate] = services.ask(services.solver, again, 1, seed=seed + 100 + place, **options)
            tokens += candidate.tokens_out
            mended = read_program(candidate.text)
            if mended is not None:
                programs[place] = mended
                [outcomes[place]] = services.run([mended.source])
    found = [
        attempt(formulation, problem, program, outcome)
        for program, outcome in zip(programs, outcomes, strict=True)
    ]
    return found, tokens


def _repair_request(messages: Sequence[BaseMessage], program: Program, outcome: Outcome) -> list[BaseMessage]:
    return [
        *messages,
        AIMessage(f"```python\n{program.source}```"),
        HumanMessage(f"This fails: {outcome.error}\nWrite the whole function again, corrected."),
    ]


def _with_teacher(problem: str, truth: GroundTruth, teacher: str, services: Services) -> GroundTruth:
    """The truth with the teacher's answer, which may be the letter of a choice."""
    choices = dict(read_asked(problem).choices)
    letter = teacher.strip(" ().").upper()
    teacher = choices.get(letter, teacher)
    fitting = [name for name, text in choices.items() if same_answer(text, teacher)]
    choice = letter if letter in choices else fitting[0] if len(fitting) == 1 else None
    truth = truth.model_copy(update={"status": "verified", "choice": choice})
    if truth.answer is not None and same_answer(truth.answer, teacher):
        return truth.model_copy(update={"note": f"the teacher's answer; {truth.note}"})
    truth = truth.model_copy(update={"answer": teacher, "steps": (), "plan": ()})
    if not truth.programs:
        return truth.model_copy(update={"note": "the teacher's answer"})
    # The steps of a program that ends elsewhere would point at the wrong places; one outvoted may still end here.
    outcomes = services.run([program.source for program in truth.programs])
    arriving = [
        (len(doubts(problem, program.source, None)), place)
        for place, (program, outcome) in enumerate(zip(truth.programs, outcomes, strict=True))
        if (answer := answer_of(outcome)) is not None and same_answer(answer, teacher)
    ]
    if not arriving:
        return truth.model_copy(update={"note": "the teacher's answer; our own programs disagree"})
    _, best = min(arriving)
    program = truth.programs[best]
    return truth.model_copy(
        update={
            "steps": steps_of(outcomes[best]),
            "plan": program.plan,
            "programs": (program, *(other for other in truth.programs if other is not program)),
            "note": f"the teacher's answer; {len(arriving)} of {len(truth.programs)} programs come to it",
        }
    )


def _key(problem: str, services: Services, samples: int) -> str:
    prompts = [message.text for name in _PROMPTS.values() for message in render(name, problem=problem)]
    asked = json.dumps([prompts, services.solver_name, samples, services.seed])
    return hashlib.sha256(asked.encode()).hexdigest()
