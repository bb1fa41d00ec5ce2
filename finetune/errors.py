"""Rows that teach the solver to catch itself: a wrong path, a connecting phrase, and the correction, in worked lines.

After LEMMA (Pan et al. 2025, arXiv 2503.17439): the error is either put right where it happened (Fix & Continue) or
the work begins anew (Fresh & Restart). The wrong path is a catalogue misconception or a slip, as often as pupils make
that kind of mistake; it is run and must end wrong. What the tutor reads in the whole target must end right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from ..agent.answers import same_answer
from ..agent.misconceptions import catalogue
from ..agent.state import Program
from ..sandbox import Outcome, Sandbox
from ..sandbox import render as exact_text
from .mutations import slip, step_names
from .problems import Posed, Problems, exercise
from .programs import LIMITS, disagreement, read_right, shown_otherwise, taught
from .pupils import MistakeKind, draw_mistake
from .rows import BATCH, Kind, Row, chat
from .written import as_lines, ending, solver_messages

Run = tuple[Program, Outcome]
"""A program and what came of it."""
_MENDED_SHARE = 0.6
_ATTEMPTS = 40
"""Problems tried until one is found on which a mistake of the kind drawn can be made."""

# A connecting phrase is one part of each; {step} is what the astray line is called. No part may look like a line.
_NOTICE = (
    "Wait.", "Hold on.", "Let me look at that again.", "Before I go on, let me check.", "That does not feel right.",
    "Let me read the problem once more.", "Hmm.", "Let me go over this.", "One moment.", "This needs a second look.",
)  # fmt: skip
_LOCATE = (
    '"{step}" is not what the problem asks for.', '"{step}" does not follow from what is given.',
    'What I did for "{step}" does not fit the problem.', 'The trouble begins with "{step}".',
    'I cannot justify "{step}".',
)  # fmt: skip
_LOCATE_KIND: dict[MistakeKind, tuple[str, ...]] = {
    "misread": ('For "{step}" I read the problem in another way than it is meant.',
                '"{step}" joins quantities that the problem relates otherwise.'),
    "amount": ('In "{step}" the right amounts are not all there, or there is too much in it.',
               '"{step}" does not count exactly what the problem tells.'),
    "fact": ('The rule I used for "{step}" does not hold.', '"{step}" rests on a rule that I should test first.'),
    "calculation": ('The idea of "{step}" is good, but I calculated it wrong.',
                    'When I calculate "{step}" again, another number comes out.'),
    "went on": ('The problem asks for less than that, and "{step}" is too much.',
                'I had what was asked for before "{step}".'),
    "unit": ('In "{step}" the units do not fit together.', '"{step}" changes the unit in a way that cannot be.'),
}  # fmt: skip
_CONTINUE = (
    "What comes before it stands, so I put it right and go on.", "I keep the work up to there and correct it.",
    "I mend that line and carry on from it.", "Everything before it can stay, and from there I go on like this.",
    "I change that line and follow it through to the end.",
)  # fmt: skip
_RESTART = (
    "I leave this and begin again from the problem.", "It is better to start over.",
    "I set this aside and work it out from the beginning.", "I drop this way and do it anew.",
    "So I start again, reading what is given first.",
)  # fmt: skip


@dataclass(frozen=True)
class Wrong:
    """A path that should end wrong: its program, what made it, and the kind of mistake."""

    program: Program
    made_by: str
    kind: MistakeKind


class Errors:
    """The maker of rows with a mistake and its correction."""

    kind: Kind = "errors"
    batch = BATCH

    def __init__(self, problems: Problems, sandbox: Sandbox) -> None:
        self._problems, self._sandbox = problems, sandbox
        self.settings: dict[str, Any] = {**problems.settings, "misconceptions": len(catalogue())}

    def make(self, numbers: Sequence[int]) -> list[list[Row | str]]:
        """One candidate a number."""
        return read_right(list(self._made(numbers)), self._sandbox)

    def _made(self, numbers: Sequence[int]) -> Iterator[list[Row | str]]:
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
        mended = random.random() < _MENDED_SHARE
        phrases = random.choice(_NOTICE), random.choice((*_LOCATE, *_LOCATE_KIND[wrong.kind])), \
            random.choice(_CONTINUE if mended else _RESTART)  # fmt: skip
        reply = corrected((posed.program, right), (wrong.program, astray), " ".join(phrases), mended)
        if reply is None:
            return "a step cannot be told as a line"
        return Row(
            kind="errors",
            id=f"errors-{self._problems.seed}-{number}",
            messages=chat(solver_messages(posed.text, "lines"), reply),
            provenance={
                "problem": posed.text,
                "source": posed.source,
                "made_of": posed.kind,
                "formulation": "lines",
                "mistake": wrong.made_by,
                "mistake_kind": wrong.kind,
                "correction": "fix and continue" if mended else "fresh and restart",
            },
            proof={
                "second": posed.second,
                "right": posed.program.source,
                "wrong": wrong.program.source,
                "phrase": " ".join(phrases),
                "mended": mended,
            },
        )


def corrected(right: Run, wrong: Run, phrase: str, mended: bool) -> str | None:
    """The wrong path up to its first astray line (or to its end), the phrase, and the rest (or all) of the right one.

    phrase: with a blank `{step}` for what the astray line is called. None where a step cannot be told as a line.
    """
    good, bad, last = as_lines(*right), as_lines(*wrong), ending(right[1])
    if good is None or bad is None or last is None or ending(wrong[1]) is None:
        return None
    place = next((place for place, line in enumerate(bad) if place >= len(good) or line != good[place]), None)
    if place is None:
        return None
    said = phrase.format(step=bad[place].partition(":")[0])
    if mended:
        return "\n".join([*bad[: place + 1], said, *good[place:], last])
    return "\n".join([*bad, said, *good, last])


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
                return posed, Wrong(slipped.program, slipped.edit, kind)
    raise ValueError(f"a mistake of the kind {kind!r} can be made on none of {_ATTEMPTS} problems")


def misconceived(random: Random, kind: MistakeKind, id: str | None = None) -> tuple[Posed, Wrong] | None:
    """A problem and the path of a misconception from the catalogue: this one, or any; for `unit` one about units."""
    fitting = [entry for entry in catalogue() if kind != "unit" or entry.startswith("convert_")]
    entry = catalogue()[id or random.choice(fitting)]
    problem = entry.diagnostic(random.randrange(10**6))
    program = entry.wrong(problem)
    posed = exercise(problem)
    return (posed, Wrong(program, entry.id, kind)) if program and posed.second else None


def step_values(outcome: Outcome, program: Program) -> list[tuple[str, str]]:
    """Names and values, as exact text, of the plan's steps; shorter than the plan where a step's value is no number."""
    values = {step.name: exact_text(step.value) for step in outcome.steps}
    return [(name, values[name]) for name in step_names(program) if name in values]


def ends_wrong(astray: Outcome, right: Outcome) -> str:
    """Why a path is not proved to end wrong, or nothing."""
    if astray.status != "ok" or astray.value is None:
        return f"the wrong path does not run: {astray.status}"
    if same_answer(exact_text(astray.value), exact_text(right.value)):
        return "the wrong path ends right"
    return ""


def check(rows: Sequence[Row], sandbox: Sandbox) -> list[str]:
    """For each row why its proof does not hold, or nothing: both paths, and what the tutor reads, are run anew."""
    names = ("second", "right", "wrong")
    sources = [source for row in rows for source in (taught(row), *(str(row.proof[name]) for name in names))]
    outcomes = iter(sandbox.run_many(sources, LIMITS))
    return [_holds(row, next(outcomes), next(outcomes), next(outcomes), next(outcomes)) for row in rows]


def _holds(row: Row, read: Outcome, second: Outcome, right: Outcome, astray: Outcome) -> str:
    reason = disagreement(read, second) or disagreement(right, second) or ends_wrong(astray, right)
    if reason:
        return reason
    runs = [(Program(plan=(), source=str(row.proof[name]), origin="symbolic"), outcome)
            for name, outcome in (("right", right), ("wrong", astray))]  # fmt: skip
    if row.reply != corrected(runs[0], runs[1], row.proof["phrase"], row.proof["mended"]):
        return "the paths told are not the ones that were run"
    return shown_otherwise(row)
