"""Rows that teach the solver to catch itself: a wrong path, a connecting phrase, and the correction.

After LEMMA (Pan et al. 2025, arXiv 2503.17439): the error is either put right where it happened (Fix & Continue) or
the work begins anew (Fresh & Restart). The wrong path is a catalogue misconception or a slip, as often as pupils make
that kind of mistake; it is run and must end wrong. It is told in words and values, so the only program in a target is
the corrected one, which must end right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from ..agent.misconceptions import catalogue
from ..agent.answers import same_answer
from ..agent.programs import read_program
from ..agent.state import Program
from ..sandbox import Outcome, Sandbox
from ..sandbox import render as exact_text
from .mutations import slip, step_names
from .problems import Posed, Problems, exercise
from .programs import LIMITS, disagreement, solver_messages, written
from .pupils import MistakeKind, draw_mistake
from .rows import BATCH, Kind, Row, chat

_ATTEMPTS = 40
"""Problems tried until one is found on which a mistake of the kind drawn can be made."""

# A connecting phrase is one part of each; {step} is the place where the wrong path goes astray.
_NOTICE = (
    "Wait.", "Hold on.", "Let me look at that again.", "Before I go on, let me check.", "That does not feel right.",
    "Let me read the problem once more.", "Hmm.", "Let me go over this.", "One moment.", "This needs a second look.",
)  # fmt: skip
_LOCATE = (
    "Step {step} is not what the problem asks for.", "Step {step} does not follow from what is given.",
    "What I did in step {step} does not fit the problem.", "The trouble begins in step {step}.",
    "I cannot justify step {step}.",
)  # fmt: skip
_LOCATE_KIND: dict[MistakeKind, tuple[str, ...]] = {
    "misread": ("In step {step} I read the problem in another way than it is meant.",
                "Step {step} joins quantities that the problem relates otherwise."),
    "amount": ("In step {step} the right amounts are not all there, or one too many is.",
               "Step {step} does not count exactly what the problem tells."),
    "fact": ("The rule I used in step {step} does not hold.", "Step {step} rests on a rule that I should test first."),
    "calculation": ("The idea of step {step} is good, but I calculated it wrong.",
                    "When I calculate step {step} again, another number comes out."),
    "went on": ("The problem asks for less than that: step {step} is one too many.",
                "I had what was asked for before step {step}."),
    "unit": ("In step {step} the units do not fit together.", "Step {step} changes the unit in a way that cannot be."),
}  # fmt: skip
_CONTINUE = (
    "What comes before it stands, so I put that step right and go on.", "I keep the work up to there and correct it.",
    "I mend that step and carry on from it.", "Everything before it can stay; from there I go on like this.",
    "I change that step and follow it through to the end.",
)  # fmt: skip
_RESTART = (
    "I leave this and begin again from the problem.", "It is better to start over with a new plan.",
    "I set this aside and work it out from the beginning.", "I drop this way and plan it anew.",
    "So I start again, reading what is given first.",
)  # fmt: skip
_OPENING = ("First try:", "My first way:", "Here is a first attempt:", "I begin like this:", "A first path:")


@dataclass(frozen=True)
class Wrong:
    """A path that should end wrong: its program, what made it, and its astray step where that is known."""

    program: Program
    made_by: str
    step: int | None
    kind: MistakeKind


class Errors:
    """The maker of rows with a mistake and its correction."""

    kind: Kind = "errors"
    batch = BATCH

    def __init__(self, problems: Problems, sandbox: Sandbox) -> None:
        self._problems, self._sandbox = problems, sandbox
        self.settings: dict[str, Any] = {**problems.settings, "misconceptions": len(catalogue())}

    def make(self, numbers: Sequence[int]) -> Iterator[list[Row | str]]:
        """One candidate a number."""
        drawn = [draw_wrong(self._problems, number) for number in numbers]
        sources = [
            s for posed, wrong in drawn for s in (posed.program.source, posed.second, wrong.program.source)
        ]
        outcomes = iter(self._sandbox.run_many(sources, LIMITS))
        for number, (posed, wrong) in zip(numbers, drawn, strict=True):
            yield [self._row(number, posed, wrong, next(outcomes), next(outcomes), next(outcomes))]

    def _row(
        self, number: int, posed: Posed, wrong: Wrong, right: Outcome, second: Outcome, astray: Outcome
    ) -> Row | str:
        reason = disagreement(right, second) or ends_wrong(astray, right)
        if reason:
            return reason
        random = Random(f"{self._problems.seed} {number} words")
        plan = wrong.program.plan
        steps = step_values(astray, wrong.program)
        if len(steps) != len(plan):
            return "the steps of the wrong path have no values"
        step = (
            wrong.step if wrong.step is not None else _first_astray(steps, step_values(right, posed.program))
        )
        mended = step > 0 and random.random() < 0.75
        shown = told(plan, steps, step + 1 if mended else len(steps))
        phrase = [
            random.choice(_NOTICE),
            random.choice((*_LOCATE, *_LOCATE_KIND[wrong.kind])).format(step=step + 1),
        ]
        phrase.append(random.choice(_CONTINUE if mended else _RESTART))
        reply = f"{random.choice(_OPENING)}\n{shown}\n{' '.join(phrase)}\n{written(posed.program)}"
        return Row(
            kind="errors",
            id=f"errors-{self._problems.seed}-{number}",
            messages=chat(solver_messages(posed.text), reply),
            provenance={
                "problem": posed.text,
                "source": posed.source,
                "made_of": posed.kind,
                "mistake": wrong.made_by,
                "mistake_kind": wrong.kind,
                "correction": "fix and continue" if mended else "fresh and restart",
            },
            proof={
                "second": posed.second,
                "wrong": wrong.program.source,
                "wrong_plan": list(plan),
                "steps_shown": step + 1 if mended else len(steps),
            },
        )


def draw_wrong(problems: Problems, number: int) -> tuple[Posed, Wrong]:
    """A problem and a wrong path on it, the same for the same arguments."""
    random = Random(f"{problems.seed} {number} mistake")
    kind = draw_mistake(random)
    for attempt in range(_ATTEMPTS):
        if kind in ("fact", "unit"):
            made = misconceived(random, kind)
            if made is not None:
                return made
        else:
            posed = problems.any(number, attempt)
            slipped = slip(posed.program, kind, random) if posed else None
            if posed and slipped:
                return posed, Wrong(slipped.program, slipped.edit, slipped.step, kind)
    raise ValueError(f"a mistake of the kind {kind!r} can be made on none of {_ATTEMPTS} problems")


def misconceived(random: Random, kind: MistakeKind, id: str | None = None) -> tuple[Posed, Wrong] | None:
    """A problem and the path of a misconception from the catalogue: this one, or any; for `unit` one about units."""
    fitting = [entry for entry in catalogue() if kind != "unit" or entry.startswith("convert_")]
    entry = catalogue()[id or random.choice(fitting)]
    problem = entry.diagnostic(random.randrange(10**6))
    program = entry.wrong(problem)
    posed = exercise(problem)
    return (posed, Wrong(program, entry.id, None, kind)) if program and posed.second else None


def step_values(outcome: Outcome, program: Program) -> list[tuple[str, str]]:
    """Names and values, as exact text, of the plan's steps; shorter than the plan where a step's value is no number."""
    values = {step.name: exact_text(step.value) for step in outcome.steps}
    return [(name, values[name]) for name in step_names(program) if name in values]


def told(plan: Sequence[str], steps: Sequence[tuple[str, str]], count: int) -> str:
    """The first steps of a path in words, each with the value it came to."""
    pairs = list(zip(plan, steps, strict=True))[:count]
    return "\n".join(
        f"{place}. {said.rstrip('.')}: {value}." for place, (said, (_, value)) in enumerate(pairs, start=1)
    )


def ends_wrong(astray: Outcome, right: Outcome) -> str:
    """Why a path is not proved to end wrong, or nothing."""
    if astray.status != "ok" or astray.value is None:
        return f"the wrong path does not run: {astray.status}"
    if same_answer(exact_text(astray.value), exact_text(right.value)):
        return "the wrong path ends right"
    return ""


def check(rows: Sequence[Row], sandbox: Sandbox) -> list[str]:
    """For each row why its proof does not hold, or nothing: both paths are run anew."""
    programs = [read_program(row.reply) for row in rows]
    sources = [
        source
        for row, program in zip(rows, programs, strict=True)
        for source in (program.source if program else "", str(row.proof["second"]), str(row.proof["wrong"]))
    ]
    outcomes = iter(sandbox.run_many(sources, LIMITS))
    return [_holds(row, next(outcomes), next(outcomes), next(outcomes)) for row in rows]


def _holds(row: Row, right: Outcome, second: Outcome, astray: Outcome) -> str:
    reason = disagreement(right, second) or ends_wrong(astray, right)
    if reason:
        return reason
    wrong = Program(plan=row.proof["wrong_plan"], source=str(row.proof["wrong"]), origin="symbolic")
    if f"\n{told(wrong.plan, step_values(astray, wrong), int(row.proof['steps_shown']))}\n" not in row.reply:
        return "the wrong path told is not the one that was run"
    shown = chat(solver_messages(str(row.provenance["problem"])), row.reply)
    return "" if shown == row.messages else "the prompt is not the solver's"


def _first_astray(steps: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]]) -> int:
    """The first step that differs from the right step of its name or, where there is none, whose value is new."""
    named, values = dict(right), {value for _, value in right}
    for place, (name, value) in enumerate(steps):
        if value != named[name] if name in named else value not in values:
            return place
    return len(steps) - 1
