"""Model weights on this machine, addressed by content: find, fetch, verify, list and remove.

The manifest `weights.json` names each file's size and sha256, and where the bytes may come from. The sha256 decides,
whoever sent the bytes: what has not been verified is never handed out. Once a file is verified its size, time
and inode are remembered, and it is read again only when one of them has changed.

A name of the manifest is looked up in the cache, `$ASKBACK_CACHE` or the user's cache folder. Anything else is a
path, and a path is the user's own choice: it is used as it is, unless its size is that of a manifest entry, which
it must then be. `fetch` may use the network (see `download.py`); nothing else here does.
"""

import errno
import hashlib
import json
import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, NamedTuple

import platformdirs

from .errors import WeightsError

Progress = Callable[[int, int], None]
"""Told of a download: bytes done, bytes in all."""


@dataclass(frozen=True)
class Packages:
    """Python packages that hold the file in parts; `{n}` is the part's number, from 1."""

    name: str
    version: str
    member: str


@dataclass(frozen=True)
class Weights:
    """One entry of the manifest: what the file is, what its parts hash to, where it comes from."""

    name: str
    file: str
    bytes: int
    sha256: str
    licence: str
    part_bytes: int
    part_sha256: tuple[str, ...]
    hub: str | None
    packages: Packages | None

    @property
    def path(self) -> Path:
        """Where the cache keeps the file."""
        return cache_folder() / "weights" / f"{self.sha256}.gguf"

    @property
    def partial(self) -> Path:
        """Where a download grows."""
        return self.path.with_suffix(".partial")


class Row(NamedTuple):
    """A line of `askback models list`. `unverified` is there, and will be read whole before it is used."""

    name: str
    bytes: int
    licence: str
    sha256: str
    state: Literal["here", "unverified", "partial", "absent"]
    path: Path


def known() -> dict[str, Weights]:
    """The manifest, by name; the default comes first."""
    rows: list[dict[str, Any]] = json.loads((files(__package__ or "") / "weights.json").read_text("utf-8"))
    return {str(row["name"]): _entry(row) for row in rows}


def _entry(row: dict[str, Any]) -> Weights:
    packages = row.get("packages")
    return Weights(
        **{key: row[key] for key in ("name", "file", "bytes", "sha256", "licence", "part_bytes")},
        part_sha256=tuple(row["part_sha256"]),
        hub=row.get("hub"),
        packages=Packages(**packages) if packages else None,
    )


def default_name() -> str:
    """The name of the default model."""
    return next(iter(known()))


def cache_folder() -> Path:
    """`$ASKBACK_CACHE`, or the user's cache folder for askback."""
    return Path(os.environ.get("ASKBACK_CACHE") or platformdirs.user_cache_dir("askback"))


def is_offline() -> bool:
    """Whether `$ASKBACK_OFFLINE` forbids the network."""
    return os.environ.get("ASKBACK_OFFLINE", "") not in ("", "0")


def shipped_adapter(name: str) -> Path | None:
    """The adapter for these weights that comes with this package, tuned to word the tutor's lines; None without one."""
    path = Path(__file__).parent / "adapters" / f"{name}.gguf"
    return path if path.is_file() else None


def locate(name_or_path: str) -> Path:
    """The verified file of a known name, or the user's own file; never uses the network.

    Raises `WeightsError` where it is absent or is not what the manifest names.
    """
    entry = known().get(name_or_path)
    if entry is None:
        return _own_file(name_or_path)
    if not entry.path.is_file():
        raise WeightsError(f"the weights of {entry.name} are not here: askback models get {entry.name}")
    if not _is_verified(entry.path, entry):
        raise WeightsError(
            f"{entry.path} is not what the manifest names (wrong sha256): askback models remove {entry.name}"
        )
    return entry.path


def fetch(name: str, progress: Progress | None = None, offline: bool = False) -> Path:
    """As `locate`, and download what is absent, going on where an earlier download was cut off.

    Of several processes that ask at once one downloads, and the others wait and follow its progress. Raises
    `WeightsError` for no network, a full disk, wrong bytes or a cache that cannot be written.
    """
    entry = known().get(name)
    if entry is None or entry.path.is_file():
        return locate(name)
    if offline or is_offline():
        raise WeightsError(
            f"the weights of {name} are not here and downloads are off: askback models get {name}"
        )
    from .download import download

    with writing_cache():
        download(entry, progress or (lambda done, total: None))
        _remember(entry.path)
    return entry.path


def verify(name_or_path: str) -> Path:
    """Read the whole file again and compare; raises `WeightsError` where it differs from the manifest."""
    entry = known().get(name_or_path)
    _note(entry.path if entry else Path(name_or_path)).unlink(missing_ok=True)
    return locate(name_or_path)


def list_weights() -> list[Row]:
    """What the manifest knows and what of it is here. Reads no weights."""
    return [
        Row(entry.name, entry.bytes, entry.licence, entry.sha256, _state(entry), entry.path)
        for entry in known().values()
    ]


def remove(name: str) -> int:
    """Delete the weights and what is left of a download of them; returns the bytes freed."""
    entry = known().get(name)
    if entry is None:
        raise WeightsError(_unknown(name))
    freed = 0
    with writing_cache():
        for path in (entry.path, entry.partial):
            if path.is_file():
                freed += path.stat().st_size
                path.unlink()
        _note(entry.path).unlink(missing_ok=True)
    return freed


def sha256_of(path: Path) -> str:
    """The sha256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def writing_cache() -> Generator[None]:
    """Turns what the file system may answer into `WeightsError`s a user can act on."""
    try:
        yield
    except OSError as error:
        folder = cache_folder()
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise WeightsError(f"the disk is full: {folder} needs more room; what came is kept") from error
        reason = error.strerror or error
        raise WeightsError(
            f"cannot write to the cache folder {folder} ({reason}): set ASKBACK_CACHE"
        ) from error


def _own_file(name: str) -> Path:
    path = Path(name).expanduser()
    try:
        size = path.stat().st_size
    except (OSError, ValueError):
        raise WeightsError(_unknown(name)) from None
    if not path.is_file():
        raise WeightsError(f"{name} is not a file")
    with path.open("rb") as file:
        if file.read(4) != b"GGUF":
            raise WeightsError(f"{name} is not a GGUF file")
    for entry in known().values():
        if entry.bytes == size and not _is_verified(path, entry):
            raise WeightsError(
                f"{name} has the size of {entry.name} but not its sha256: it is damaged or changed"
            )
    return path


def _unknown(name: str) -> str:
    return f"no weights called {name[:80]!r}, and no such file; known: {', '.join(known())}"


def _is_verified(path: Path, entry: Weights) -> bool:
    if path.stat().st_size != entry.bytes:
        return False
    if _noted(path) == _identity(path):
        return True
    if sha256_of(path) != entry.sha256:
        return False
    _remember(path)
    return True


def _state(entry: Weights) -> Literal["here", "unverified", "partial", "absent"]:
    if entry.path.is_file():
        return "here" if _noted(entry.path) == _identity(entry.path) else "unverified"
    return "partial" if entry.partial.is_file() else "absent"


def _identity(path: Path) -> str:
    stat = path.stat()
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ino}"


def _note(path: Path) -> Path:
    """The small file that remembers what was verified at a path."""
    place = hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:32]
    return cache_folder() / "verified" / place


def _noted(path: Path) -> str:
    try:
        return _note(path).read_text("utf-8")
    except (OSError, ValueError):
        return ""


def _remember(path: Path) -> None:
    note = _note(path)
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(_identity(path), "utf-8")
    except OSError:
        return  # a cache that cannot be written costs a few seconds at the next start, and no more
