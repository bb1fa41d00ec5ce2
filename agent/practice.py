"""The next problems: one aimed at the mistake the student made, an easier one, a harder one, and one that builds on it.

For a problem the symbolic route reads, every exercise has been solved by running its program, and so has the mistake:
an exercise aimed at a mistake is offered only where the two come to different answers. "Easier" and "harder" are
measured too: the digits a pupil handles, in the problem and in the value of every step. For any other problem see
`story_twin.py`. The answers go into the vault; an `Exercise` never holds one.
"""

import json
import re
from collections.abc import Collection, Iterator, Sequence
from random import Random
from typing import Literal, NamedTuple

from ..sandbox import Outcome
from ..sandbox import render as exact_text
from .answers import same_answer
from .follow_ups import follow_up_text
from .misconceptions import Misconception, catalogue
from .parts import TRUTH_KEY
from .services import Services
from .solve import remember
from .state import Frozen, GroundTruth, Program
from .story_twin import still_sensible, story_twin
from .symbolic import KINDS, Problem, phrase, read_problem, solution, twin
from .vote import answer_of, attempt, decide

Level = Literal["easier", "same", "harder", "follow_up"]
LEVELS: tuple[Level, ...] = ("same", "easier", "harder", "follow_up")
PRACTICE_KEY = "practice"
_DRAWS = 40
_VARIED = 20
_TRIED = 3
"""How many candidates of a level are run before the level is given up."""
_HARDER = 1.2, 2.2
_EASIER = 0.85
"""Harder means so many times the digits to handle, easier at most this many."""


class Exercise(Frozen):
    """A problem to go on with. `misconception` is the mistake it makes visible, None where it aims at none."""

    problem: str
    level: Level
    misconception: str | None = None


class Candidate(NamedTuple):
    """A problem that may become an exercise, with the program of the mistake it is aimed at."""

    level: Level
    problem: Problem
    mistake: Program | None


def offer(
    lesson: str,
    problem: str,
    misconception: str | None,
    services: Services,
    seen: Collection[str] = (),
    levels: Sequence[Level] = LEVELS,
    truth_key: str = TRUTH_KEY,
) -> tuple[Exercise, ...]:
    """The exercises after a lesson; their answers go into its vault. Works each out anew: about a quarter of a second.

    misconception: the id of the mistake to aim at. seen: problem texts that are not offered again. truth_key: where
    the vault keeps the truth of the problem.
    """
    made = exercises(problem, misconception, services, services.seed, seen, levels)
    kept = services.store.secret(lesson, truth_key)
    if not made and kept is not None and "same" in levels:
        truth = GroundTruth.model_validate_json(kept)
        story = story_exercise(problem, truth, services, services.seed, seen)
        if story is not None:
            exercise, known = story
            remember(exercise.problem, known, services)  # so that its lesson need not work it out again
            made = [(exercise, known.answer or "")]
    answers = {exercise.problem: answer for exercise, answer in made}
    services.store.put_secret(lesson, PRACTICE_KEY, json.dumps(answers, ensure_ascii=False))
    return tuple(exercise for exercise, _ in made)


def exercises(
    problem: str,
    misconception: str | None,
    services: Services,
    seed: int,
    seen: Collection[str] = (),
    levels: Sequence[Level] = LEVELS,
) -> list[tuple[Exercise, str]]:
    """Exercises with their answers, at most one a level, in the order of `levels`; none for what code cannot read.

    misconception: the id of the mistake to aim at. seen: problem texts that are not offered again.
    """
    structured = read_problem(problem)
    if structured is None:
        return []
    entry = catalogue().get(misconception) if misconception else None
    found: list[Candidate] = []
    for level in levels:
        found += candidates(structured, entry, level, seed, {*seen, problem})
    programs = [solution(structured), *(solution(candidate.problem) for candidate in found)]
    mistakes = [candidate.mistake for candidate in found if candidate.mistake]
    outcomes = services.run([program.source for program in (*programs, *mistakes)])
    right, wrong = outcomes[: len(programs)], iter(outcomes[len(programs) :])
    was = effort(structured, right[0])
    chosen: dict[Level, tuple[Exercise, str]] = {}
    for candidate, outcome in zip(found, right[1:], strict=True):
        mistaken = answer_of(next(wrong)) if candidate.mistake else None
        answer = answer_of(outcome)
        before = chosen.get(candidate.level)
        if answer is None or (before and (before[1] != answer_of(right[0]) or answer == before[1])):
            continue  # the answer just found is offered again only where there is no other
        if candidate.mistake and (mistaken is None or same_answer(answer, mistaken)):
            continue
        if _fits(candidate.level, effort(candidate.problem, outcome) / was):
            aimed = misconception if candidate.mistake else None
            made = Exercise(problem=phrase(candidate.problem), level=candidate.level, misconception=aimed)
            chosen[candidate.level] = made, answer
    return [chosen[level] for level in levels if level in chosen]


def story_exercise(
    problem: str, truth: GroundTruth, services: Services, seed: int, seen: Collection[str] = ()
) -> tuple[Exercise, GroundTruth] | None:
    """The same story with other numbers and what is true of it, or None where that cannot be shown to be safe."""
    if truth.status != "verified" or truth.answer is None:
        return None
    outcomes = services.run([program.source for program in truth.programs])
    kept = [
        (program, outcome)
        for program, outcome in zip(truth.programs, outcomes, strict=True)
        if (answer := answer_of(outcome)) is not None and same_answer(answer, truth.answer)
    ]
    for draw in range(_TRIED):
        made = story_twin(problem, [program for program, _ in kept], 1000 * seed + draw)
        if made is None or made.text in seen:
            continue
        originals = [outcome for program, outcome in kept if program in made.of]
        after = services.run([program.source for program in made.programs])
        known = decide(
            [
                attempt("program", made.text, program, outcome)
                for program, outcome in zip(made.programs, after, strict=True)
            ],
            len(made.programs),
        )
        sensible = all(
            still_sensible(_values(one), _values(other)) for one, other in zip(originals, after, strict=True)
        )
        if known.status == "verified" and sensible:
            return Exercise(problem=made.text, level="same"), known
    return None


def candidates(
    problem: Problem, entry: Misconception | None, level: Level, seed: int, seen: Collection[str] = ()
) -> list[Candidate]:
    """A few problems for a level, the most fitting first, unsolved. Pure.

    Those on which the mistake shows come first; where it shows on none, only the levels that may do without it
    ("harder" and "follow_up") have any.
    """
    random = Random(f"{seed} {level} {problem}")
    found: dict[str, Candidate] = {}
    for other in _drawn(problem, entry, level, random):
        text = phrase(other)
        if text in seen or text in found or read_problem(text) != other:
            continue
        mistake = entry.wrong(other) if entry else None
        if entry is None or mistake is not None or level in ("harder", "follow_up"):
            found[text] = Candidate(level, other, mistake)
    weight = _digits(phrase(problem))
    wanted = {"easier": 0.5, "harder": 1.6}.get(level, 1.0)

    def distance(candidate: Candidate) -> tuple[bool, float]:
        off = abs(_digits(phrase(candidate.problem)) / weight - wanted) if level != "follow_up" else 0.0
        return (entry is not None and candidate.mistake is None, off)

    return sorted(found.values(), key=distance)[:_TRIED]


def effort(problem: Problem, outcome: Outcome) -> int:
    """How many digits a pupil handles: in the problem, in the value of every step and in the answer."""
    return sum(_digits(text) for text in (phrase(problem), *_values(outcome)))


def aimed_at(found: Collection[str | None]) -> str | None:
    """Of the misconceptions a lesson's diagnoses named, oldest first, the one to practise: the most frequent, last."""
    named = [id for id in found if id]
    return max(reversed(named), key=named.count, default=None)


def _drawn(problem: Problem, entry: Misconception | None, level: Level, random: Random) -> Iterator[Problem]:
    if level == "same":
        yield from (twin(problem, random.getrandbits(32)) for _ in range(_TRIED * 4))
        if entry is not None:  # its own generator, for a mistake that shows on few problems
            yield from (other for other in map(entry.diagnostic, range(_TRIED)) if other.kind == problem.kind)
        return
    if level == "follow_up":
        text = follow_up_text(problem.kind)
        following = read_problem(text) if text else None
        if following is not None:
            yield from (twin(following, random.getrandbits(32)) for _ in range(_TRIED * 4))
        return
    kind = KINDS[problem.kind]
    features = kind.features(problem)  # the same for all, else easier numbers make a harder problem
    for _ in range(_DRAWS):
        other = read_problem(resized(phrase(problem), random, larger=level == "harder"))
        if other is None or other.kind != problem.kind:
            continue
        for _ in range(_VARIED):
            if kind.features(other) == features:
                yield other
                break
            other = kind.problem(kind.vary(other, random), problem.wanted) or other


def resized(text: str, random: Random, *, larger: bool) -> str:
    """A problem text with longer or shorter numbers; whether it still makes sense is for its reader to say.

    Exponents and a value for pi stay. Numbers of one digit become other ones, or, where larger ones are wanted, some
    get a second digit.
    """

    def other(match: re.Match[str]) -> str:
        number = match.group()
        if larger and len(number) < 4 and random.random() < 0.5:
            return number + str(random.randint(1, 9))
        if not larger and len(number) > 1:
            return str(random.randint(2, 9)) if len(number) < 4 else str(random.randint(11, 99))
        return str(random.randint(2, 9)) if number in "23456789" else number

    return re.sub(r"(?<![\^\d.])\d+(?!\d*\.?\d+ for pi| for pi)", other, text)


def _fits(level: Level, ratio: float) -> bool:
    if level == "easier":
        return ratio <= _EASIER
    return _HARDER[0] <= ratio <= _HARDER[1] if level == "harder" else True


def _digits(text: str) -> int:
    return sum(char.isdigit() for char in text) or 1


def _values(outcome: Outcome) -> list[str]:
    return [*(exact_text(step.value) for step in outcome.steps), answer_of(outcome) or ""]
