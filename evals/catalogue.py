"""How well the catalogue names a mistake from a problem and a wrong answer; `python -m askback.evals.catalogue`.

Each entry makes its mistake on problems of its own; the wrong answer alone must lead back to it. As a control, random
wrong numbers of like size must lead nowhere. Needs no model. It measures the catalogue against itself: how many real
mistakes it covers is another question, which `--rows` asks of a file of pupils' answers.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter
from typing import Any

from askback.agent.answers import same_answer
from askback.agent.misconceptions import Misconception, catalogue, hypotheses
from askback.agent.quantities import find_quantities
from askback.agent.symbolic import Problem, phrase, read_problem, solution
from askback.sandbox import Sandbox, render

from .stats import binomial_interval

_BATCH = 500


@dataclass(frozen=True)
class Trial:
    """One problem on which an entry made its mistake.

    wrong, right: the answers of the mistake and of the right rule. named: every entry whose program gives the wrong
    answer, in the order in which a diagnosis sees them. others: all answers of the problem's suspects.
    """

    entry: str
    kind: str
    text: str
    wrong: Any
    right: Any
    named: tuple[str, ...]
    others: tuple[Any, ...]

    @property
    def rank(self) -> int | None:
        """The place of the entry among those named, from 1; None when it is not among them."""
        return self.named.index(self.entry) + 1 if self.entry in self.named else None


def trials(
    sandbox: Sandbox, seeds: Iterable[int], entries: Sequence[Misconception] | None = None
) -> list[Trial]:
    """Each entry on a problem of its own for each seed. All programs run in the sandbox, equal ones once."""
    problems = [
        (entry, entry.diagnostic(seed)) for seed in seeds for entry in entries or catalogue().values()
    ]
    texts = {problem: phrase(problem) for _, problem in problems}
    suspects = {text: hypotheses(text) for text in set(texts.values())}
    sources = {solution(problem).source for _, problem in problems}
    sources |= {program.source for found in suspects.values() for _, program in found}
    values = run(sandbox, sorted(sources))
    return [
        _trial(entry, problem, texts[problem], suspects[texts[problem]], values)
        for entry, problem in problems
    ]


def run(sandbox: Sandbox, sources: Sequence[str]) -> dict[str, Any]:
    """The answer of each program that ends well."""
    values: dict[str, Any] = {}
    for start in range(0, len(sources), _BATCH):
        batch = sources[start : start + _BATCH]
        for text, outcome in zip(batch, sandbox.run_many(batch), strict=True):
            if outcome.status == "ok" and outcome.value is not None:
                values[text] = outcome.value
    return values


def _trial(
    entry: Misconception,
    problem: Problem,
    text: str,
    suspects: list[tuple[Misconception, Any]],
    values: dict[str, Any],
) -> Trial:
    program = entry.wrong(problem)
    wrong = None if program is None else values.get(program.source)
    answers = [(suspect.id, values.get(made.source)) for suspect, made in suspects]
    return Trial(
        entry=entry.id,
        kind=problem.kind,
        text=text,
        wrong=wrong,
        right=values.get(solution(problem).source),
        named=tuple(id for id, value in answers if value is not None and same(value, wrong)),
        others=tuple(value for _, value in answers if value is not None),
    )


def same(one: Any, other: Any) -> bool:
    """Whether two programs gave the same answer."""
    return one == other or render(one) == render(other)


# --- the control ----------------------------------------------------------------------------------------------------


def random_answer(random: Random, right: Any) -> Fraction | None:
    """Another number of like size, written alike: between half and twice the right one, whole if that is whole, with
    as many decimals, or with a denominator up to twice as large. None when the right answer is no number."""
    if isinstance(right, bool) or not isinstance(right, int | Fraction | Decimal | float):
        return None
    value = Fraction(str(right)) if isinstance(right, float) else Fraction(right)
    for _ in range(100):
        drawn = _draw(random, value)
        if drawn != value:
            return drawn
    return None


def like(random: Random, value: Fraction) -> Fraction:
    """Another number written alike and of like size."""
    for _ in range(100):
        drawn = _draw(random, value)
        if drawn != value:
            return drawn
    return value + 1


def _draw(random: Random, value: Fraction) -> Fraction:
    places = next((places for places in range(4) if (value * 10**places).denominator == 1), None)
    if places is not None:
        size = int(abs(value) * 10**places)
        drawn = Fraction(random.randint(max(1, size // 2), max(20, 2 * size)), 10**places)
    else:
        bottom = random.randint(2, 2 * value.denominator)
        low, high = abs(value) * bottom / 2, abs(value) * bottom * 2
        drawn = Fraction(random.randint(max(1, int(low)), max(2, int(high))), bottom)
    return drawn if value >= 0 else -drawn


def unexplained(found: Sequence[Trial], seed: int = 0) -> list[tuple[str, bool]]:
    """For each trial with a numeric answer: its kind, and whether no suspect gives a random wrong number."""
    random = Random(seed)
    rows: list[tuple[str, bool]] = []
    for trial in found:
        number = random_answer(random, trial.right)
        if number is not None:
            rows.append((trial.kind, not any(same(value, number) for value in trial.others)))
    return rows


def near_misses(found: Sequence[Trial]) -> list[bool]:
    """For whole answers with two digits or more, one or ten off as after a slip: does no suspect give that number?"""
    return [
        not any(same(value, trial.right + slip) for value in trial.others)
        for trial in found
        if type(trial.right) is int and abs(trial.right) > 9
        for slip in (-10, -1, 1, 10)
    ]


# --- pupils' answers ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Row:
    """One pupil's answer: whether the problem was read and what was named for it."""

    question: str
    answer: str
    read: bool
    suspects: int
    named: tuple[str, ...]


def pupils(sandbox: Sandbox, file: Path) -> list[Row]:
    """The rows without images of a JSON Lines file with "Question" and "Incorrect Answer"."""
    rows: list[Row] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record.get("Question image") or record.get("Learner Answer image"):
            continue
        question, answer = str(record["Question"]), str(record["Incorrect Answer"])
        suspects = hypotheses(question)
        values = run(sandbox, [program.source for _, program in suspects])
        said = list(stated(answer))
        named = tuple(
            entry.id
            for entry, program in suspects
            if program.source in values
            and any(same_answer(text, render(values[program.source])) for text in said)
        )
        rows.append(Row(question, answer, read_problem(question) is not None, len(suspects), named))
    return rows


def stated(answer: str) -> Iterator[str]:
    """What the pupil arrived at: the text behind the last "=", and the last number."""
    yield answer.rpartition("=")[2].strip()
    found = find_quantities(answer)
    if found:
        yield answer[slice(*found[-1].span)]


# --- the report -----------------------------------------------------------------------------------------------------


def report(found: Sequence[Trial], seconds: Sequence[float], rows: Sequence[Row] | None) -> dict[str, Any]:
    """All figures, ready for JSON: shares with their counts and exact 95 % intervals."""
    by_entry: dict[str, list[Trial]] = defaultdict(list)
    for trial in found:
        by_entry[trial.entry].append(trial)
    control = unexplained(found)
    by_kind: dict[str, list[bool]] = defaultdict(list)
    for kind, unknown in control:
        by_kind[kind].append(unknown)
    figures: dict[str, Any] = {
        "entries": len(by_entry),
        "problems": len(found),
        "distinct problems": len({(trial.entry, trial.text) for trial in found}),
        "top 3": _share([(trial.rank or 99) <= 3 for trial in found]),
        "top 1 up to equal numbers": _share([trial.rank is not None for trial in found]),
        "top 1 strictly": _share([trial.rank == 1 for trial in found]),
        "named alone": _share([trial.named == (trial.entry,) for trial in found]),
        "entries under 99 % in the top 3": sorted(
            entry
            for entry, made in by_entry.items()
            if sum((t.rank or 99) <= 3 for t in made) < 0.99 * len(made)
        ),
        "entries under 90 % strictly first": {
            entry: round(sum(t.rank == 1 for t in made) / len(made), 2)
            for entry, made in sorted(by_entry.items())
            if sum(t.rank == 1 for t in made) < 0.9 * len(made)
        },
        "random numbers called unknown": _share([unknown for _, unknown in control]),
        "kinds under 95 % there": {
            kind: [round(sum(unknown) / len(unknown), 3), len(unknown)]
            for kind, unknown in sorted(by_kind.items())
            if sum(unknown) < 0.95 * len(unknown)
        },
        "slips by one or ten called unknown": _share(near_misses(found)),
        "milliseconds to find suspects": _milliseconds(seconds),
    }
    if rows is not None:
        names = Counter(name for row in rows for name in row.named)
        figures["pupils"] = {
            "rows without images": len(rows),
            "problem read": _share([row.read for row in rows]),
            "an entry applies": _share([row.suspects > 0 for row in rows]),
            "diagnosed": _share([bool(row.named) for row in rows]),
            "diagnosed of those read": _share([bool(row.named) for row in rows if row.read]),
            "entries named": dict(names.most_common()),
        }
    return figures


def _share(trials: Sequence[bool]) -> dict[str, Any]:
    yes, count = sum(trials), len(trials)
    low, high = binomial_interval(yes, count) if count else (0.0, 1.0)
    return {
        "share": round(yes / count, 4) if count else None,
        "n": count,
        "95 %": [round(low, 4), round(high, 4)],
    }


def _milliseconds(seconds: Sequence[float]) -> dict[str, float]:
    percentiles = quantiles(seconds, n=100)
    return {"p50": round(1000 * percentiles[49], 2), "p95": round(1000 * percentiles[94], 2)}


def _timed(texts: Iterable[str]) -> list[float]:
    seconds: list[float] = []
    for text in texts:
        start = perf_counter()
        hypotheses(text)
        seconds.append(perf_counter() - start)
    return seconds


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m askback.evals.catalogue", description=__doc__)
    parser.add_argument("--seeds", type=int, default=50, help="problems for each entry (default 50)")
    parser.add_argument("--rows", type=Path, help="pupils' answers, JSON Lines")
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    options = parser.parse_args(arguments)
    with Sandbox(zygotes=2) as sandbox:
        found = trials(sandbox, range(options.seeds))
        rows = pupils(sandbox, options.rows) if options.rows else None
    figures = report(found, _timed(sorted({trial.text for trial in found})[:2000]), rows)
    if options.json:
        print(json.dumps(figures, ensure_ascii=False))
        return
    for name, value in figures.items():
        print(f"{name}: {json.dumps(value, ensure_ascii=False)}")


if __name__ == "__main__":
    main()
