r"""The symbolic route: a problem's text to a structured problem to a program, without a model.

`read_problem` understands a text in full or declines: a word it cannot place means "not mine", and so do several
questions, units that do not fit, and what has no answer. It reads plain English, symbols and LaTeX. It does not read
stories, tables, pictures or anything over 400 characters, and it never computes the answer: `solution` gives the
program that does, for the sandbox.

What is given, by kind. Numbers are as written: 8 an int, 2.50 a `Decimal`, 3/4 or 1 3/4 a `Fraction`; numerators and
denominators are ints and not reduced; texts are school notation that `parse_expression` and `parse_equation` read.
The kinds are in five rooms, each with a table of its own: `number`, `proportion`, `algebra`, `data`, `geometry`.
"""

from functools import lru_cache
from random import Random

from ..expressions import Number, parse_expression
from ..state import Program
from . import algebra, data, geometry, number, proportion
from .problem import AnyRoundness, Given, Kind, Problem, program
from .readings import has_two_readings
from .wording import MAX_CHARACTERS, Rule, read_by, sentence, spelled_out

__all__ = ["KINDS", "Given", "Kind", "Problem", "phrase", "read_problem", "solution", "twin"]

# Percents before plain arithmetic: "25% of 40" is a problem of its own kind.
_ROOMS = (proportion, number, algebra, data, geometry)
_RULES: list[Rule] = [rule for room in _ROOMS for family in room.WORDINGS for rule in family.RULES]
KINDS: dict[str, Kind] = {
    kind.name: kind for room in _ROOMS for family in room.FAMILIES for kind in family.KINDS
}
"""Every kind of problem by its name."""


@lru_cache(maxsize=256)  # a turn asks for the same problem several times, and hundreds of patterns look at it
def read_problem(text: str) -> Problem | None:
    """The problem this text poses, or None: one word without a place in a known wording is enough to decline."""
    if len(text) > MAX_CHARACTERS or isinstance(parse_expression(text), Number):  # "7/2" alone is an answer
        return None
    words = sentence(text)
    if has_two_readings(words) or has_two_readings(spelled_out(words)):
        return None
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

    Should 3,000 draws as round as the problem's numbers and 3,000 others find none (all of its numbers are fixed), it
    is the problem.
    """
    kind = KINDS[problem.kind]
    features = kind.features(problem)
    for random in (Random(f"{seed} {problem}"), AnyRoundness(f"{seed} {problem}")):
        for _ in range(3000):
            made = kind.problem(kind.vary(problem, random), problem.wanted)
            if made is not None and made.given != problem.given and kind.features(made) == features:
                return made
    return problem
