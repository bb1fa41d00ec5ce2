"""What a student has shown, and what follows from it: mastery, recurring misconceptions, what is due. Pure.

Each lesson on a problem of a known kind gives at most two pieces of evidence (`shown_in`), and the store keeps those
alone, as data that a teacher can correct or strike out; everything else is computed from them when it is asked for. A
skill is the kind of problem (`symbolic.KINDS`); problems that only a solver model could read share the broad skill
"word_problem". Nothing personal is kept but the id the app chose: no text, no answer, no name.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Literal, NamedTuple

from .misconceptions import catalogue
from .state import Frozen, Rung, Turn
from .summary import solved_at
from .symbolic import read_problem

Outcome = Literal["right", "wrong", "struck"]
Help = Literal["none", "questions"]
WORD_PROBLEM = "word_problem"
_HELP_SOUGHT = frozenset({"answer_request", "confusion"})
_SHOWN: frozenset[Rung] = frozenset({"example", "tell"})


class Tracing(Frozen):
    """Bayesian knowledge tracing (Corbett & Anderson 1995, User Modeling and User-Adapted Interaction 4, 253-278).

    Chances between 0 and 1: `known` before the first opportunity, `learns` at each one, `guesses` right without
    knowing, `slips` in spite of knowing. `mastered` is their threshold of 0.95. Guess and slip stay at or below 0.3
    and 0.1, the bounds that keep "known" meaning known (Baker, Corbett & Aleven 2008, ITS, 406-415); answers here are
    written, not picked, so a guess is rarer than that. The values are set by hand within the published range and not
    fitted to data of this tutor.
    """

    known: float = 0.3
    learns: float = 0.15
    guesses: float = 0.1
    slips: float = 0.1
    mastered: float = 0.95

    def updated(self, mastery: float, right: bool) -> float:
        """Mastery after one more opportunity."""
        yes, no = (1 - self.slips, self.guesses) if right else (self.slips, 1 - self.guesses)
        seen = mastery * yes / (mastery * yes + (1 - mastery) * no)
        return seen + (1 - seen) * self.learns

    def trail(self, outcomes: Iterable[bool]) -> tuple[float, ...]:
        """Mastery before the first opportunity and after each."""
        found = [self.known]
        for right in outcomes:
            found.append(self.updated(found[-1], right))
        return tuple(found)


class Shown(NamedTuple):
    """What one lesson showed: a first try (`part` 0), or a success after it (`part` 1)."""

    part: int
    outcome: Outcome
    help: Help
    misconception: str | None


class Entry(NamedTuple):
    """A piece of evidence as it is kept. `id` is for corrections, `at` ISO 8601 in UTC, `edited` by hand."""

    id: int
    student: str
    lesson: str
    part: int
    skill: str
    outcome: Outcome
    help: Help
    misconception: str | None
    at: str
    edited: bool


class Skill(Frozen):
    """How far a student is with one kind of problem; `trail` is mastery before and after each opportunity."""

    skill: str
    mastery: float
    mastered: bool
    right: int
    tries: int
    trail: tuple[float, ...]
    last: str
    due: str


class Recurring(Frozen):
    """A misconception by the number of lessons in which it showed."""

    id: str
    name: str
    lessons: int
    last: str


class StudentProgress(Frozen):
    """All that is known of a student; skills by what is due first, misconceptions by how often they showed."""

    student: str
    skills: tuple[Skill, ...]
    misconceptions: tuple[Recurring, ...]
    entries: tuple[Entry, ...]


def skill_of(problem: str) -> str:
    """The skill a problem asks for."""
    read = read_problem(problem)
    return WORD_PROBLEM if read is None else read.kind


def shown_in(turns: Sequence[Turn]) -> tuple[Shown, ...]:
    """What a lesson so far shows; only settled diagnoses count. `turns` are the finished ones, oldest first.

    The first try counts as in Corbett & Anderson: right or wrong, and asking for help first is no success. A student
    who then gets there by questions alone has worked it out, and that counts as a second opportunity. A success after
    a worked example or a told step does not count: following a plan that stands above one's own paper says little about
    knowing it without; the next problem will show. A right answer counts once it is confirmed, so a guess does not.
    """
    first = next((index for index, turn in enumerate(turns) if _settled(turn) is not None), None)
    if first is None:
        return ()
    solved, begun = solved_at(turns), _settled(turns[first])
    if begun is None or begun.outcome == "right":
        alone = solved is not None and all(_settled(turn) in (None, begun) for turn in turns[: solved + 1])
        return (Shown(0, "right", "none", None),) if alone else ()
    found = [begun]
    if solved is not None and not any(turn.reply.move.rung in _SHOWN for turn in turns[:solved]):
        found.append(Shown(1, "right", "questions", None))
    return tuple(found)


def student_progress(
    student: str, entries: Sequence[Entry], tracing: Tracing | None = None
) -> StudentProgress:
    """What follows from the entries of one student."""
    tracing = tracing or Tracing()
    counted = sorted(
        (entry for entry in entries if entry.outcome != "struck"), key=lambda entry: (entry.skill, entry.at)
    )
    skills = [
        _skill(name, list(group), tracing) for name, group in groupby(counted, key=lambda entry: entry.skill)
    ]
    return StudentProgress(
        student=student,
        skills=tuple(sorted(skills, key=lambda skill: (skill.due, skill.skill))),
        misconceptions=_recurring(counted),
        entries=tuple(entries),
    )


def due_date(entries: Sequence[Entry]) -> datetime:
    """When a skill is due again by FSRS-6 with its published weights, for 90 % recall; entries oldest first.

    A wrong first try is rated "again", a success by questions "hard", one without help "good".
    """
    from fsrs import Card, Rating, Scheduler

    scheduler = Scheduler(desired_retention=0.9, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card(card_id=0, due=datetime.fromisoformat(entries[0].at))
    for entry in entries:
        good = Rating.Hard if entry.help == "questions" else Rating.Good
        rating = good if entry.outcome == "right" else Rating.Again
        card, _ = scheduler.review_card(card, rating, datetime.fromisoformat(entry.at))
    return card.due


def _settled(turn: Turn) -> Shown | None:
    """What one turn shows; None for talk, for work that is not finished, and where the truth is not known."""
    seen = turn.reply.diagnosis
    if seen.intent in _HELP_SOUGHT:
        return Shown(0, "wrong", "none", None)
    if seen.intent != "attempt" or seen.truth_status == "unknown":
        return None
    if seen.verdict == "correct":
        return Shown(0, "right", "none", None)
    wrong = seen.verdict in ("misconception", "slip") or (
        seen.verdict == "unknown" and seen.first_error_step is not None
    )
    return Shown(0, "wrong", "none", seen.misconception) if wrong else None


def _skill(name: str, entries: Sequence[Entry], tracing: Tracing) -> Skill:
    trail = tracing.trail(entry.outcome == "right" for entry in entries)
    return Skill(
        skill=name,
        mastery=trail[-1],
        mastered=trail[-1] >= tracing.mastered,
        right=sum(entry.outcome == "right" for entry in entries),
        tries=len(entries),
        trail=trail,
        last=entries[-1].at[:10],
        due=due_date(entries).date().isoformat(),
    )


def _recurring(entries: Sequence[Entry]) -> tuple[Recurring, ...]:
    showed: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.misconception is not None:
            showed.setdefault(entry.misconception, []).append(entry)
    found = [
        Recurring(
            id=id,
            name=catalogue()[id].name if id in catalogue() else id,
            lessons=len({entry.lesson for entry in group}),
            last=max(entry.at for entry in group)[:10],
        )
        for id, group in showed.items()
    ]
    return tuple(sorted(found, key=lambda item: (-item.lessons, item.id)))
