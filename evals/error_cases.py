"""Wrong answers to problems, made by code: what a catalogue mistake gives on a fresh problem, in a student's words.

    python -m askback.evals.error_cases --n 200 > errors.jsonl
    askback evals run reply --data errors.jsonl --model none

Rows are {id, problem, text, answer, grade, misconception, line}: `text` is what the student says, `line` what is wrong
of it, from the first value that the right program does not have on. No problem is one of the catalogue's examples,
both programs have been run, and every misconception comes up equally often. Slips and misreadings are not in here.
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import Annotated, Any

import typer

from askback.agent.answers import same_answer
from askback.agent.misconceptions import Misconception, catalogue
from askback.agent.state import Program
from askback.agent.symbolic import Problem, phrase, solution
from askback.sandbox import Outcome, Sandbox
from askback.sandbox import render as exact_text

_GRADES = range(2, 10)
_SAYS = (
    "I got {wrong}",
    "is it {wrong}?",
    "{wrong}",
    "my answer is {wrong} but I am not sure",
    "I think it is {wrong}, because that is how we did it in class",
    "so I worked it out and it came to {wrong}. can you check?",
)
_SHOWS = ("{work}", "{work} Is that ok?", "this is what I did. {work}")


def error_cases(n: int, seed: int = 0) -> list[dict[str, Any]]:
    """`n` rows, the same for the same arguments. Runs programs; takes about 20 ms a row."""
    with Sandbox() as sandbox:
        rows: list[dict[str, Any]] = []
        for place, (entry, problem) in enumerate(_problems(seed)):
            row = _row(f"own-{seed}-{place}", entry, problem, Random(f"{seed} {place} words"), sandbox)
            if row is not None:
                rows.append(row)
            if len(rows) == n:
                return rows
    raise AssertionError("the problems do not end")


def _problems(seed: int) -> Iterator[tuple[Misconception, Problem]]:
    """Fresh problems for one entry of the catalogue after another, without end."""
    random = Random(f"{seed} errors")
    while True:
        entries = [
            entry
            for entry in catalogue().values()
            if set(_GRADES) & set(range(entry.grades[0], entry.grades[1] + 1))
        ]
        random.shuffle(entries)
        for entry in entries:
            problem = entry.diagnostic(random.randrange(10**6))
            if phrase(problem) not in [text for text, _ in entry.examples]:
                yield entry, problem


def _row(
    id: str, entry: Misconception, problem: Problem, random: Random, sandbox: Sandbox
) -> dict[str, Any] | None:
    mistake = entry.wrong(problem)
    if mistake is None:
        return None
    right, astray = sandbox.run_many([solution(problem).source, mistake.source])
    if right.status != "ok" or astray.status != "ok" or right.value is None or astray.value is None:
        return None
    text = phrase(problem)
    answer, wrong = exact_text(right.value), _written(exact_text(astray.value), text)
    if same_answer(answer, wrong):
        return None
    work = _work(mistake, astray)
    if work and random.random() < 0.5:
        told = [_told(place, said, _written(value, text)) for place, (said, value) in enumerate(work)]
        known = {exact_text(step.value) for step in right.steps}
        first = next(
            place for place, (_, value) in enumerate(work) if value not in known or place + 1 == len(work)
        )
        text, line = random.choice(_SHOWS).format(work=" ".join(told)), " ".join(told[first:])
    else:
        text, line = random.choice(_SAYS).format(wrong=wrong), wrong
    return {
        "id": id,
        "problem": phrase(problem),
        "text": text,
        "answer": answer,
        "grade": random.choice([grade for grade in _GRADES if entry.grades[0] <= grade <= entry.grades[1]]),
        "misconception": entry.id,
        "line": line,
    }


def _work(mistake: Program, outcome: Outcome) -> list[tuple[str, str]]:
    """The mistake's own steps in words, each with what it comes to; none where a step has no number."""
    values = {step.name: exact_text(step.value) for step in outcome.steps}
    values["answer"] = exact_text(outcome.value)
    lines = mistake.source.strip().splitlines()[-len(mistake.plan) :]
    names = [line.partition("=")[0].strip() for line in lines]
    if len(names) < 2 or not all(name in values for name in names):
        return []
    return [(said, values[name]) for said, name in zip(mistake.plan, names, strict=True)]


def _told(place: int, said: str, value: str) -> str:
    """A step of a plan as a pupil tells it: "Then I add the tops and get 5."."""
    does = said.rstrip(".").removeprefix("And ")
    who = "" if said.startswith("And ") else "I "
    return f"{'Then' if place else 'First'} {who}{does[:1].lower()}{does[1:]} and get {value}."


def _written(value: str, problem: str) -> str:
    """As a pupil writes it: 14x^2, "3 and 5", and 12.5 where the problem has no fractions."""
    value = value.replace("**", "^").replace("*", "")
    if value.startswith("{"):
        return " and ".join(value.strip("{}").split(", "))
    top, bar, bottom = value.partition("/")
    if bar and "/" not in problem and bottom.isdigit() and 10**6 % int(bottom) == 0:
        return str(Decimal(top) / Decimal(bottom))
    return value


def main(
    n: Annotated[int, typer.Option(min=1, help="Rows.")] = 200,
    seed: Annotated[int, typer.Option(help="Of the problems and the words.")] = 0,
) -> None:
    """Print rows for the task `reply` as JSON Lines."""
    for row in error_cases(n, seed):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    typer.run(main)
