"""Training rows as JSON Lines: what a row is, what is dropped and why, how a set is built and taken up again.

A builder asks a maker for candidates by their number; a candidate follows from the seed and its number alone. So a
build that was stopped goes on where it was, and ends with the same bytes as one that was not.
"""

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol, cast

from langchain_core.messages import BaseMessage
from pydantic import Field

from ..agent.errors import InputError
from ..agent.models import as_dict
from ..agent.state import Frozen
from .variety import masked

Kind = Literal["programs", "errors", "turns", "dialogues"]
BATCH = 128
"""Candidates made at once, so that their programs run side by side."""
MAX_PROMPT, MAX_REPLY = 6_000, 2_000
"""The longest rows kept, in characters."""
REPEATS = 4
"""How often a tutor turn may say the same, quotes and numbers aside."""
_SHINGLE = 5
_OVERLAP = 0.5
_BARREN_BATCHES = 20


class Message(Frozen):
    """One message of a chat, as chat templates take it."""

    role: Literal["system", "user", "assistant"]
    content: str


class Row(Frozen):
    """One thing to learn: the last message is the target, everything before it is what the model is shown.

    rejected: for the preference step, a worse last message. provenance: how the row was made (`problem` is the text of
    the problem). proof: what `verify` runs again; it is never shown to a model.
    """

    kind: Kind
    id: str
    messages: tuple[Message, ...]
    rejected: str | None = None
    provenance: dict[str, Any]
    proof: dict[str, Any]

    @property
    def reply(self) -> str:
        """The target."""
        return self.messages[-1].content


class Maker(Protocol):
    """Makes the candidates of one kind of row.

    kind: of the rows. batch: how many candidates are made at once, between two notes of progress. settings: what the
    candidates follow from, seed and sources; a build is only taken up with the same. make: for each number the rows,
    or in place of a row the reason why there is none.
    """

    kind: Kind
    batch: int
    settings: dict[str, Any]

    def make(self, numbers: Sequence[int]) -> Iterable[Sequence[Row | str]]:
        """Candidates of these numbers, in order."""
        ...


def chat(shown: Sequence[BaseMessage], reply: str) -> tuple[Message, ...]:
    """The prompt as the tutor renders it, and the reply to learn."""
    return (
        *(Message.model_validate(as_dict(message)) for message in shown),
        Message(role="assistant", content=reply),
    )


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file; raises `InputError` for a missing file or a line that is not a row."""
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                try:
                    yield Row.model_validate_json(line)
                except ValueError:
                    raise InputError(f"{path}: line {number} is not a training row") from None
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from None


# --- what is dropped ------------------------------------------------------------------------------------------------


class Filter:
    """Drops rows that are too long, that say what an earlier row says, or that are about a problem kept for tests."""

    def __init__(self, excluded: "Excluded | None" = None) -> None:
        self._excluded = excluded
        self._texts: set[bytes] = set()
        self._bags: set[bytes] = set()
        self._said: Counter[tuple[str, ...]] = Counter()

    def refuse(self, row: Row) -> str:
        """Why the row is dropped, or nothing; a row that is kept is remembered."""
        if (
            not row.reply.strip()
            or len(row.reply) > MAX_REPLY
            or sum(len(m.content) for m in row.messages) > MAX_PROMPT
        ):
            return "too long or empty"
        if self._excluded is not None and self._excluded.holds(str(row.provenance["problem"])):
            return "contaminated"
        asked = row.messages[-2].content
        text = _digest(f"{asked}\n{row.reply}")
        # The same words in another order, case or punctuation teach nothing more.
        bag = _digest(" ".join(sorted(words(asked) + words(row.reply))))
        if text in self._texts:
            return "exact duplicate"
        if bag in self._bags:
            return "near duplicate"
        said = masked(row.reply)
        if row.kind == "turns":
            if self._said[said] == REPEATS:
                return "the wording is used up"
            self._said[said] += 1
        self._texts.add(text)
        self._bags.add(bag)
        return ""


class Excluded:
    """Texts nothing may be learnt from: any JSON Lines file; every text in it counts, in whatever field it stands.

    A problem is one of them when at least half of its runs of five words stand in one line of the file, so a reworded
    end or another question about the same story is found too; a problem of fewer words must be there word for word.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self.names = [f"{path.parent.name}/{path.name}" for path in paths]
        self._lines: dict[int, list[int]] = defaultdict(list)
        self._short: set[str] = set()
        number = 0
        for path in paths:
            try:
                lines = path.read_text(encoding="utf-8").split("\n")
            except OSError as error:
                raise InputError(f"cannot read {path}: {error.strerror}") from None
            for line in filter(str.strip, lines):
                number += 1
                texts = [words(text) for text in _texts_of(_json(line, path))]
                self._short.update(" ".join(text) for text in texts if 0 < len(text) <= 2 * _SHINGLE)
                for shingle in {shingle for text in texts for shingle in _shingles(text)}:
                    self._lines[shingle].append(number)

    def holds(self, problem: str) -> bool:
        """Whether the problem, or half of it, is in the files."""
        spoken = words(problem)
        if " ".join(spoken) in self._short:
            return True
        shingles = set(_shingles(spoken))
        seen = Counter(line for shingle in shingles for line in self._lines.get(shingle, ()))
        return bool(seen) and max(seen.values()) >= _OVERLAP * len(shingles)


def words(text: str) -> list[str]:
    """Words and numbers in lower case, and signs that change what is asked."""
    return re.findall(r"\d+(?:[.,/:]\d+)*|[^\W\d_]+|[-+×÷*/^=<>%]", text.lower())


def _shingles(spoken: Sequence[str]) -> Iterator[int]:
    return (hash(tuple(spoken[i : i + _SHINGLE])) for i in range(len(spoken) - _SHINGLE + 1))


def _texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        # A story may be kept in two fields, its question in the second.
        parts = [part for part in cast(dict[str, Any], value).values() if isinstance(part, str)]
        yield " ".join(parts)
        for part in cast(dict[str, Any], value).values():
            yield from _texts_of(part)
    elif isinstance(value, list):
        for part in cast(list[Any], value):
            yield from _texts_of(part)


def _json(line: str, path: Path) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        raise InputError(f"{path}: not JSON Lines") from None


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


# --- building -------------------------------------------------------------------------------------------------------


class Progress(Frozen):
    """Where a build is: the next candidate, how many rows of it are used up, bytes written, and the counts."""

    settings: dict[str, Any]
    number: int = 0
    used: int = 0
    bytes: int = 0
    kept: int = 0
    dropped: dict[str, int] = Field(default_factory=dict[str, int])


def state_of(out: Path) -> Path:
    """The file beside a set that says how far its build is."""
    return out.with_name(out.name + ".state")


def build(
    maker: Maker,
    n: int,
    out: Path,
    excluded: Excluded | None = None,
    tell: Callable[[Progress], None] = lambda _: None,
) -> Progress:
    """Write rows until there are `n`, going on where an earlier build stopped. Raises `InputError` when `out` was made
    otherwise, or when the maker has no more that is new."""
    settings = {**maker.settings, "kind": maker.kind, "exclude": excluded.names if excluded else []}
    at = _taken_up(out, settings)
    dropped, kept, keep = Counter(at.dropped), at.kept, Filter(excluded)
    for row in read_rows(out) if at.bytes else ():
        keep.refuse(row)
    barren = 0
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("ab") as file:
        while kept < n:
            before = kept
            numbers = range(at.number, at.number + maker.batch)
            number, used = at.number, at.used
            for number, items in zip(numbers, maker.make(numbers), strict=True):
                for item in items[at.used if number == at.number else 0 :]:
                    used += 1
                    reason = item if isinstance(item, str) else keep.refuse(item)
                    if reason:
                        dropped[reason] += 1
                    elif isinstance(item, Row):
                        file.write((item.model_dump_json(exclude_none=True) + "\n").encode())
                        kept += 1
                    if kept == n:
                        break
                if kept == n:
                    break
                used = 0
            file.flush()
            at = Progress(
                settings=settings,
                number=number if kept == n else numbers.stop,
                used=used if kept == n else 0,
                bytes=file.tell(),
                kept=kept,
                dropped=dict(sorted(dropped.items())),
            )
            _put(state_of(out), at.model_dump_json())
            tell(at)
            barren = 0 if kept > before else barren + 1
            if barren == _BARREN_BATCHES:
                raise InputError(f"there are no more different rows of this kind than {kept}; ask for fewer")
    return at


def _taken_up(out: Path, settings: dict[str, Any]) -> Progress:
    state = state_of(out)
    if not state.exists():
        if out.exists() and out.stat().st_size:
            raise InputError(f"{out} was not begun by this command; name another file")
        return Progress(settings=settings)
    at = Progress.model_validate_json(state.read_text(encoding="utf-8"))
    if at.settings != settings:
        raise InputError(
            f"{out} was begun with other settings ({json.dumps(at.settings)}); name another file"
        )
    if not out.exists() or out.stat().st_size < at.bytes:
        raise InputError(f"{out} is shorter than its build had written; delete it and {state.name}")
    with out.open("r+b") as file:
        file.truncate(at.bytes)  # what a cut off batch may have left
    return at


def _put(path: Path, text: str) -> None:
    new = path.with_name(path.name + ".new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)
