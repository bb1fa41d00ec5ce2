"""Rows that teach the solver: a problem and its solution with named steps, kept only if running it gives the answer.

In both forms the solver is asked for: a Python function, and worked lines. Problems come from our own generators and,
where the user has the file, from GSM8K's training split.
"""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from ..agent.answers import same_answer
from ..agent.vote import Formulation
from ..sandbox import Limits, Outcome, Sandbox
from ..sandbox import render as exact_text
from .problems import Posed, Problems
from .rows import BATCH, Kind, Row, chat
from .written import as_code, as_lines, ending, read_back, solver_messages

LIMITS = Limits(wall_s=5.0)


class Programs:
    """The maker of program rows: the lines of GSM8K first, where there are any, then our own problems without end."""

    kind: Kind = "programs"
    batch = BATCH

    def __init__(self, problems: Problems, sandbox: Sandbox) -> None:
        self._problems, self._sandbox = problems, sandbox
        self.settings: dict[str, Any] = problems.settings

    def make(self, numbers: Sequence[int]) -> list[list[Row | str]]:
        """The two forms of one solution a number."""
        return read_right(list(self._made(numbers)), self._sandbox)

    def _made(self, numbers: Sequence[int]) -> Iterator[list[Row | str]]:
        posed = [self._problems.listed(number) for number in numbers]
        sources = [source for item in posed if item for source in (item.program.source, item.second)]
        outcomes = iter(self._sandbox.run_many(sources, LIMITS))
        for number, item in zip(numbers, posed, strict=True):
            if item is None:
                yield ["no program can be made of it"]
                continue
            right, second = next(outcomes), next(outcomes)
            reason = disagreement(right, second)
            yield [reason] if reason else list(self._rows(number, item, right))

    def _rows(self, number: int, posed: Posed, right: Outcome) -> Iterator[Row | str]:
        place = f"{self._problems.seed}-{number}"
        yield solution_row(f"programs-{place}", posed, "program", as_code(posed.program))
        lines, last = as_lines(posed.program, right), ending(right)
        if lines is None or last is None:
            yield "a step cannot be told as a line"
        else:
            yield solution_row(f"programs-{place}-lines", posed, "lines", "\n".join([*lines, last]))


def solution_row(id: str, posed: Posed, formulation: Formulation, reply: str, **more: Any) -> Row:
    """A problem as the solver is shown it, and a solution."""
    provenance = {
        "problem": posed.text,
        "source": posed.source,
        "made_of": posed.kind,
        "formulation": formulation,
    }
    return Row(
        kind="programs",
        id=id,
        messages=chat(solver_messages(posed.text, formulation), reply),
        provenance={**provenance, **more},
        proof={"second": posed.second},
    )


def read_right(made: list[list[Row | str]], sandbox: Sandbox) -> list[list[Row | str]]:
    """The same, with those rows dropped whose target the tutor would read as another solution."""
    rows = [item for items in made for item in items if isinstance(item, Row)]
    reasons = dict(zip((row.id for row in rows), check(rows, sandbox), strict=True))
    return [
        [(f"read back, {reasons[item.id]}" if reasons[item.id] else item) if isinstance(item, Row) else item
         for item in items]
        for items in made
    ]  # fmt: skip


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
    """For each row why its proof does not hold, or nothing: what the tutor reads in the target is run anew."""
    programs = [taught(row) for row in rows]
    sources = [source for row, program in zip(rows, programs, strict=True)
               for source in (program, str(row.proof["second"]))]  # fmt: skip
    outcomes = iter(sandbox.run_many(sources, LIMITS))
    return [disagreement(next(outcomes), next(outcomes)) or shown_otherwise(row) for row in rows]


def taught(row: Row) -> str:
    """The source of the program that the tutor reads in the target; nothing where there is none."""
    program = read_back(row.reply, _formulation(row))
    return program.source if program else ""


def shown_otherwise(row: Row) -> str:
    """Whether the prompt of a row is another than the tutor's, said as a reason; or nothing."""
    shown = chat(solver_messages(str(row.provenance["problem"]), _formulation(row)), row.reply)
    return "" if shown == row.messages else "the prompt is not the solver's"


def _formulation(row: Row) -> Formulation:
    return cast(Formulation, row.provenance["formulation"])
