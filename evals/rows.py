"""Reads JSON Lines in a stated form, and says which line and which field is wrong.

Covers UTF-8 files of one JSON object a line (blank lines are skipped). A form is a pydantic model that names the
fields it needs; fields beyond those are ignored, so that published data sets are read as they are.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ConfigDict, ValidationError

from askback.agent.errors import InputError


class Form(BaseModel):
    """A row of a data file: the fields that are needed; others are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


FormT = TypeVar("FormT", bound=Form)


@dataclass(frozen=True)
class Data:
    """Rows with the line each came from. `digest` is the SHA-256 of the bytes read, in hex."""

    name: str
    rows: tuple[tuple[int, dict[str, Any]], ...]
    digest: str

    @property
    def fields(self) -> frozenset[str]:
        """The field names of the first row: enough to tell one published form from another."""
        return frozenset(self.rows[0][1])

    def read(self, form: type[FormT]) -> list[tuple[int, FormT]]:
        """Every row in the given form, with its line number.

        Raises:
            InputError: a row does not fit; names the file, the line and the first wrong field.
        """
        out: list[tuple[int, FormT]] = []
        for line, row in self.rows:
            try:
                out.append((line, form.model_validate(row)))
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(str(part) for part in first["loc"]) or "the row"
                raise InputError(
                    f"{self.name}: line {line}: field {where!r}: {first['msg'].lower()}"
                ) from error
        return out


def load(path: Path) -> Data:
    """Reads a JSON Lines file.

    Raises:
        InputError: the file is missing, unreadable, empty, not UTF-8, or a line is not a JSON object.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {str(path)!r}: {error.strerror or error}") from error
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise InputError(f"{path.name}: line {line}: not UTF-8 text") from error
    # Not splitlines(): JSON texts may hold U+2028 and its like unescaped.
    rows = tuple(
        _parse(path.name, number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()
    )
    if not rows:
        raise InputError(f"{path.name}: no rows")
    return Data(path.name, rows, hashlib.sha256(raw).hexdigest())


def inline(name: str, rows: Iterable[dict[str, Any]]) -> Data:
    """Rows given in code, numbered from 1; a task's own examples are read by the same forms as files."""
    numbered = tuple(enumerate(rows, 1))
    digest = hashlib.sha256(json.dumps(numbered, sort_keys=True).encode()).hexdigest()
    return Data(name, numbered, digest)


def _parse(name: str, number: int, line: str) -> tuple[int, dict[str, Any]]:
    try:
        row: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        why = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply or not a number"
        raise InputError(f"{name}: line {number}: not JSON ({why})") from error
    if not isinstance(row, dict):
        raise InputError(f"{name}: line {number}: not a JSON object but {type(row).__name__}")
    return number, cast("dict[str, Any]", row)
