"""A tutor over the real sandbox and a real store, with a model that says what a test wants."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from askback.agent import ScriptedModel, Tutor


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "lessons.sqlite"


@pytest.fixture
def open_tutor(store: Path) -> Iterator[Callable[..., Tutor]]:
    """Open tutors that are closed when the test ends."""
    opened: list[Tutor] = []

    def open_one(model: ScriptedModel | None = None, **options: object) -> Tutor:
        tutor = Tutor(model=model, **{"store": store, **options})  # type: ignore[arg-type]
        opened.append(tutor)
        return tutor

    yield open_one
    for tutor in opened:
        tutor.close()


@pytest.fixture
def least_seconds() -> Callable[[Callable[[], object]], float]:
    """The processor seconds of a call, the least of three: a pause of the machine is not a cost of the call."""

    def least(call: Callable[[], object]) -> float:
        times: list[float] = []
        for _ in range(3):
            began = time.process_time()
            call()
            times.append(time.process_time() - began)
        return min(times)

    return least
