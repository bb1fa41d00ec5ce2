"""The symbolic route: a problem's text to a structured problem to a program, without a model."""

from random import Random

from ..state import Program
from . import (
    algebra,
    angles,
    arithmetic,
    equation_wordings,
    equations,
    fractions,
    geometry,
    numbers,
    order,
    percents,
    probability,
    ratios,
    sequences,
    shapes,
    statistics,
    systems,
    units,
)
from .problem import Given, Kind, Problem, program
from .wording import MAX_CHARACTERS, Rule, read_by, sentence, spelled_out

__all__ = ["KINDS", "Given", "Kind", "Problem", "phrase", "read_problem", "solution", "twin"]

_WORDINGS = (
    *(fractions, percents, ratios, numbers, arithmetic, algebra, equation_wordings),
    *(statistics, sequences, probability, shapes, units),
)
_FAMILIES = (
    *(order, arithmetic, fractions, numbers, percents, ratios, equations, systems, algebra),
    *(statistics, sequences, probability, geometry, angles, units),
)
_RULES: list[Rule] = [rule for family in _WORDINGS for rule in family.RULES]
KINDS: dict[str, Kind] = {kind.name: kind for family in _FAMILIES for kind in family.KINDS}
"""Every kind of problem by its name."""


def read_problem(text: str) -> Problem | None:
    """The problem this text poses, or None: one word without a place in a known wording is enough to decline."""
    if len(text) > MAX_CHARACTERS:
        return None
    words = sentence(text)
    problem = read_by(_RULES, words)
    if problem is None and (digits := spelled_out(words)) != words:
        problem = read_by(_RULES, digits)
    return problem


def solution(problem: Problem) -> Program:
    """The program that works it out: named steps in the order a teacher would take, then `answer`."""
    return program(problem, KINDS[problem.kind].steps(problem))


def phrase(problem: Problem) -> str:
    """A clean English wording of the problem; `read_problem` reads it back."""
    return KINDS[problem.kind].phrase(problem)


def twin(problem: Problem, seed: int) -> Problem:
    """A problem of the same kind and difficulty with other numbers; the same for the same seed.

    Should no other numbers be found in 3,000 draws (a problem all of whose numbers are fixed), it is the problem.
    """
    kind = KINDS[problem.kind]
    random = Random(f"{seed} {problem}")
    features = kind.features(problem)
    for _ in range(3000):
        made = kind.problem(kind.vary(problem, random), problem.wanted)
        if made is not None and made.given != problem.given and kind.features(made) == features:
            return made
    return problem
