"""Every proof of a set, run again. A row that fails here must not be learnt from."""

from collections import defaultdict
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from ..sandbox import Sandbox
from . import dialogues, errors, programs, turns
from .rows import BATCH, Filter, read_rows

_CHECKS = {
    "programs": programs.check,
    "errors": errors.check,
    "turns": turns.check,
    "dialogues": dialogues.check,
}


def verify(
    path: Path, sandbox: Sandbox, tell: Callable[[int], None] = lambda _: None
) -> tuple[int, dict[str, list[str]]]:
    """How many rows there are, and the ids of those that fail by reason.

    Beside the proofs, ids must be unique and no row may repeat another. Raises `InputError` for another kind of file.
    """
    failures: dict[str, list[str]] = defaultdict(list)
    keep, ids, done = Filter(), set[str](), 0
    stream = read_rows(path)
    while rows := list(islice(stream, BATCH)):
        for kind, check in _CHECKS.items():
            chosen = [row for row in rows if row.kind == kind]
            for row, reason in zip(chosen, check(chosen, sandbox), strict=True):
                reason = reason or keep.refuse(row) or ("its id is taken" if row.id in ids else "")
                ids.add(row.id)
                if reason:
                    failures[reason].append(row.id)
        done += len(rows)
        tell(done)
    return done, dict(failures)
