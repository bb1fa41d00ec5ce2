"""From programs that were run to a verdict on the problem: who agrees, what speaks against it, how sure. Pure.

Every program that gave an answer votes for it; one that does not fit the problem (see `sanity.py`) counts less. Voting
over sampled solutions is self-consistency (Wang et al. 2023, section 2); drawing two formulations, and discounting
programs by what their text shows, is ours. What each status is worth was measured (README, "Ground truth"): six of
eight that agree after a first dissent were right less often than four of four.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from ..sandbox import Outcome
from ..sandbox import render as exact_text
from .answers import same_answer
from .sanity import doubts
from .state import GroundTruth, NamedValue, Program, TruthStatus, Vote

Formulation = Literal["program", "lines"]
_DOUBTED = 0.2
"""What a program counts that does not fit its problem."""
_DENOMINATOR = 10_000
"""The largest denominator that a float of a school problem is taken to stand for."""
_FEWEST = 4
"""Programs that must agree, all that were drawn and without a doubt about one, before anything is called verified."""


@dataclass(frozen=True)
class Attempt:
    """One program a solver wrote, what running it gave, and what speaks against it.

    `answer` is exact text; None where it failed or gave none.
    """

    formulation: Formulation
    program: Program
    outcome: Outcome
    answer: str | None
    doubts: tuple[str, ...]


def attempt(formulation: Formulation, problem: str, program: Program, outcome: Outcome) -> Attempt:
    """Judge one program that was run."""
    answer = answer_of(outcome)
    return Attempt(formulation, program, outcome, answer, doubts(problem, program.source, _number(answer)))


@dataclass(frozen=True)
class Group:
    """The attempts that came to one answer. `weight` counts them, doubted ones less."""

    answer: str
    members: tuple[Attempt, ...]

    @property
    def weight(self) -> float:
        return sum(_DOUBTED if member.doubts else 1.0 for member in self.members)

    @property
    def rank(self) -> tuple[float, int]:
        """By weight, and of two as heavy by number."""
        return self.weight, len(self.members)


def grouped(attempts: Sequence[Attempt]) -> list[Group]:
    """The attempts by answer, the heaviest group first."""
    groups: list[tuple[str, list[Attempt]]] = []
    for one in attempts:
        if one.answer is None:
            continue
        for answer, members in groups:
            if same_answer(answer, one.answer):
                members.append(one)
                break
        else:
            groups.append((one.answer, [one]))
    found = [Group(answer, tuple(members)) for answer, members in groups]
    return sorted(found, key=lambda group: group.rank, reverse=True)


def is_decided(attempts: Sequence[Attempt], drawn: int) -> bool:
    """Whether more programs would change nothing: all drawn agree, and nothing speaks against one of them."""
    groups = grouped(attempts)
    return drawn >= _FEWEST and len(groups) == 1 and groups[0].weight == drawn


def decide(attempts: Sequence[Attempt], drawn: int, against: Sequence[str] = ()) -> GroundTruth:
    """The ground truth of a problem: the heaviest answer, and how sure that is.

    drawn: replies of the solver, those without a program included. against: what speaks against the problem itself;
    nothing is `verified` then.
    """
    groups = grouped(attempts)
    votes = [Vote(value=group.answer, count=len(group.members)) for group in groups]
    lost = drawn - sum(vote.count for vote in votes)
    if lost:
        votes.append(Vote(value=None, count=lost))
    everything = GroundTruth(
        status="unknown",
        programs=tuple(one.program for one in attempts),
        votes=tuple(votes),
        note="no program gave an answer",
        reasons=tuple(against),
    )
    if not groups:
        return everything
    first = groups[0]
    best = min(first.members, key=lambda one: (len(one.doubts), one.formulation != "program"))
    reasons = (*against, *best.doubts)
    undecided = len(first.members) < 2 or (len(groups) > 1 and groups[1].rank == first.rank)
    if undecided:
        return everything.model_copy(update={"note": "the programs do not agree", "reasons": reasons})
    sure = not reasons and is_decided(attempts, drawn)
    status: TruthStatus = "verified" if sure else "likely"
    return everything.model_copy(
        update={
            "status": status,
            "answer": first.answer,
            "steps": steps_of(best.outcome),
            "plan": best.program.plan,
            # The program whose steps these are comes first.
            "programs": (best.program, *(one.program for one in attempts if one is not best)),
            "note": f"{len(first.members)} of {drawn} programs agree",
            "reasons": reasons,
        }
    )


def answer_of(outcome: Outcome) -> str | None:
    """What a program answered, as exact text; None where it failed."""
    return None if outcome.status != "ok" or outcome.value is None else text_of(outcome.value)


def steps_of(outcome: Outcome) -> tuple[NamedValue, ...]:
    """The named values of a run, in order."""
    return tuple(NamedValue(name=step.name, value=text_of(step.value)) for step in outcome.steps)


def text_of(value: Any) -> str:
    """A value as exact text. A model's program may count in floats: 13.333333333333334 is meant as 40/3."""
    if not isinstance(value, float):
        return exact_text(value)
    near = Fraction(value).limit_denominator(_DENOMINATOR)
    close = abs(near - Fraction(value)) <= Fraction(1, 10**9)
    return exact_text(near if close else Fraction(str(round(value, 9))))


def _number(answer: str | None) -> Fraction | None:
    try:
        return None if answer is None else Fraction(answer)
    except ValueError:
        return None
