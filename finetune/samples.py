"""Rows from the model's own samples: what the tutor's solver writes is kept if the sandbox returns the gold answer.

Rejection sampling: a problem with a known answer is put to the solver in both forms it is asked for; what comes to
another answer is dropped and counted. The target is the program as the tutor read it, so it is served as it was learnt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from langchain_core.language_models import BaseChatModel

from ..agent.answers import same_answer
from ..agent.errors import ModelError
from ..agent.solve import draw
from ..agent.state import Program
from ..sandbox import Sandbox
from ..sandbox import render as exact_text
from .lessons import simulation
from .problems import Posed, Problems
from .programs import LIMITS, read_right, solution_row
from .rows import Kind, Row
from .written import as_code

_SAMPLES = 4
"""Programs asked for each problem, in one batch."""


class Samples:
    """The maker of program rows out of a model's own programs; a problem with gold answer for each number."""

    kind: Kind = "programs"
    batch = 1  # a model is slow: what is done is kept after every problem

    def __init__(self, problems: Problems, sandbox: Sandbox, model: BaseChatModel, name: str) -> None:
        self._problems, self._sandbox = problems, sandbox
        self._services = replace(simulation(sandbox, problems.seed), solver=model, solver_name=name)
        self.settings: dict[str, Any] = {**problems.settings, "sampled_from": name}

    def make(self, numbers: Sequence[int]) -> list[list[Row | str]]:
        """The programs of each problem that end right."""
        return read_right([list(self._sampled(number)) for number in numbers], self._sandbox)

    def _sampled(self, number: int) -> Iterator[Row | str]:
        posed = self._problems.listed(number)
        if posed is None:
            yield "no program can be made of it"
            return
        [gold] = self._sandbox.run_many([posed.second], LIMITS)
        if gold.status != "ok" or gold.value is None:
            yield f"the second program does not run: {gold.status}"
            return
        try:
            attempts, _ = draw(posed.text, "program", _SAMPLES, self._services, number)
        except ModelError:
            yield "the model failed"
            return
        for place, made in enumerate(attempts):
            if made.answer is None or not same_answer(made.answer, exact_text(gold.value)):
                yield "the sample does not give the answer"
            else:
                yield self._row(
                    f"programs-sampled-{self._problems.seed}-{number}-{place}", posed, made.program
                )

    def _row(self, id: str, posed: Posed, program: Program) -> Row:
        return solution_row(
            id, posed, "program", as_code(program), sampled_from=self.settings["sampled_from"]
        )
