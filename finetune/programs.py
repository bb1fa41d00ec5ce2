"""Rows that teach the solver: problem -> plan -> program with named steps, kept only if running it gives the answer.

Problems come from our own generators and, where the user has the file, from GSM8K's training split.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from langchain_core.messages import BaseMessage

from ..agent.prompts import render
from ..agent.answers import same_answer
from ..agent.programs import read_program
from ..agent.state import Program
from ..sandbox import Limits, Outcome, Sandbox
from ..sandbox import render as exact_text
from .problems import Posed, Problems
from .rows import BATCH, Kind, Row, chat

LIMITS = Limits(wall_s=5.0)


class Programs:
    """The maker of program rows: the lines of GSM8K first, where there are any, then our own problems without end."""

    kind: Kind = "programs"
    batch = BATCH

    def __init__(self, problems: Problems, sandbox: Sandbox) -> None:
        self._problems, self._sandbox = problems, sandbox
        self.settings: dict[str, Any] = problems.settings

    def make(self, numbers: Sequence[int]) -> Iterator[list[Row | str]]:
        """One candidate a number."""
        posed = [self._problems.listed(number) for number in numbers]
        sources = [source for item in posed if item for source in (item.program.source, item.second)]
        outcomes = iter(self._sandbox.run_many(sources, LIMITS))
        for number, item in zip(numbers, posed, strict=True):
            yield ["no program can be made of it" if item is None else self._row(number, item, outcomes)]

    def _row(self, number: int, posed: Posed, outcomes: Iterator[Outcome]) -> Row | str:
        reason = disagreement(next(outcomes), next(outcomes))
        return reason or Row(
            kind="programs",
            id=f"programs-{self._problems.seed}-{number}",
            messages=chat(solver_messages(posed.text), written(posed.program)),
            provenance={"problem": posed.text, "source": posed.source, "made_of": posed.kind},
            proof={"second": posed.second},
        )


def solver_messages(problem: str) -> list[BaseMessage]:
    """What the tutor shows its solver."""
    return render("solver", problem=problem)


def written(program: Program) -> str:
    """A plan and a program as the solver's prompt shows them."""
    plan = "\n".join(f"{place}. {line}" for place, line in enumerate(program.plan, start=1))
    return f"Plan:\n{plan}\n```python\n{program.source.rstrip()}\n```"


def disagreement(taught: Outcome, checked: Outcome) -> str:
    """Why two programs do not prove one another, or nothing."""
    if taught.status != "ok" or taught.value is None:
        return f"the program does not run: {taught.status}"
    if checked.status != "ok" or checked.value is None:
        return f"the second program does not run: {checked.status}"
    if not same_answer(exact_text(taught.value), exact_text(checked.value)):
        return "the program does not give the answer"
    return ""


def check(rows: Sequence[Row], sandbox: Sandbox) -> list[str]:
    """For each row why its proof does not hold, or nothing: the program of its target is run anew."""
    programs = [read_program(row.reply) for row in rows]
    sources = [source for row, program in zip(rows, programs, strict=True) if program
               for source in (program.source, str(row.proof["second"]))]  # fmt: skip
    outcomes = iter(sandbox.run_many(sources, LIMITS))
    found: list[str] = []
    for row, program in zip(rows, programs, strict=True):
        if program is None:
            found.append("there is no program in the target")
            continue
        reason = disagreement(next(outcomes), next(outcomes))
        shown = chat(solver_messages(str(row.provenance["problem"])), row.reply)
        found.append(reason or ("" if shown == row.messages else "the prompt is not the solver's"))
    return found
