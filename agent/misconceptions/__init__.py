"""The catalogue of misconceptions: one file, one entry.

An entry is a program that makes the mistake on any problem of its kind, and how to ask about it. Every module in
this folder that defines `ENTRY` belongs to the catalogue; adding one is writing one file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ..state import Program
from ..symbolic import Problem, read_problem
from ._tools import Mistake


@dataclass(frozen=True)
class Misconception:
    """A documented mistake that gives wrong answers in a regular way.

    id: what diagnoses carry, in snake case; persisted, so never renamed.
    name: a short noun phrase for teachers.
    grades: the first and last school year where it is common.
    source: where it is documented, as author, year, title or identifier.
    explanation: one plain sentence, hedged, that tells what the student may have done; no right value in it.
    wrong: the program that makes the mistake on a problem of one of `wrong.kinds`; None where it does not apply or
        would give the right answer. Its steps are named as the student's own would be.
    questions: four or more in rising order of help; each makes the mistake visible without telling. `$quote` stands
        for the student's own line.
    examples: two or more pairs of a problem text and the wrong answer this mistake gives, checked in the tests.
    diagnostic: from a seed, a problem on which this mistake and the right rule give different answers.
    """

    id: str
    name: str
    grades: tuple[int, int]
    source: str
    explanation: str
    wrong: Mistake
    questions: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]
    diagnostic: Callable[[int], Problem]


@cache
def catalogue() -> dict[str, Misconception]:
    """Every entry by its id, in the order of the file names."""
    entries: dict[str, Misconception] = {}
    for module in sorted(iter_modules(__path__), key=lambda module: module.name):
        entry = getattr(import_module(f"{__name__}.{module.name}"), "ENTRY", None)
        if isinstance(entry, Misconception):
            if entry.id in entries:
                raise ValueError(f"two entries are called {entry.id!r}")
            entries[entry.id] = entry
    return entries


@cache
def by_kind() -> dict[str, tuple[Misconception, ...]]:
    """The entries that may apply to each kind of problem."""
    found: dict[str, list[Misconception]] = {}
    for entry in catalogue().values():
        for kind in entry.wrong.kinds:
            found.setdefault(kind, []).append(entry)
    return {kind: tuple(entries) for kind, entries in found.items()}


def hypotheses(problem: str) -> list[tuple[Misconception, Program]]:
    """The misconceptions that could be at work on this problem, each with the program that would show it.

    Entries for few kinds of problem come before those for many. Nothing is run here.
    """
    structured = read_problem(problem)
    return [] if structured is None else suspects(structured)


def suspects(problem: Problem) -> list[tuple[Misconception, Program]]:
    """`hypotheses` for a problem that has been read already."""
    entries = sorted(by_kind().get(problem.kind, ()), key=lambda entry: len(entry.wrong.kinds))
    made = [(entry, entry.wrong(problem)) for entry in entries]
    return [(entry, program) for entry, program in made if program is not None]
