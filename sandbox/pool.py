"""The host side: zygotes kept ready, one jailed child per program, deadlines enforced by killing.

The host process is never forked and never trusts a byte a child wrote: one bounded frame per call, checked against a
nonce and read with `values.decode`. Works from any number of threads and from asyncio (`arun`).
"""

import contextlib
import json
import math
import os
import re
import secrets
import select
import signal
import socket
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, Literal, Self

from . import values

Reported = Literal[
    "ok", "syntax_error", "policy_violation", "runtime_error", "memory", "output_limit", "result_error"
]  # what a child may say of itself; the rest is what the host saw
Status = Reported | Literal["timeout", "crash", "killed", "protocol", "sandbox_lost", "unavailable"]

_REPORTED: Final[tuple[Status, ...]] = Reported.__args__  # type: ignore[attr-defined]
_START_S: Final = 60.0  # for a zygote to load everything, on a busy machine
_ANSWER_S: Final = 10.0  # for a zygote to fork, or to report an end
_MAX_SOURCE: Final = 200_000  # characters
_BOOT: Final = "import sys; sys.path[:] = {path!r}; from askback.sandbox import zygote; zygote.{call}"
_ENVIRONMENT: Final = {"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
_UNSUPPORTED: Final = (
    "" if sys.platform == "linux" else f"the kernel layer needs Linux, this is {sys.platform}"
)


@dataclass(frozen=True)
class Limits:
    """What one program may use. Time in seconds (`cpu_s` None: as `wall_s`), the rest in bytes.

    `memory_bytes` is address space beyond what the idle interpreter has. Raises ValueError unless all are above zero.
    """

    wall_s: float = 2.0
    cpu_s: float | None = None
    memory_bytes: int = 256 * 1024 * 1024
    stdout_bytes: int = 64 * 1024
    value_bytes: int = 64 * 1024

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if value is not None and not 0 < value < math.inf:
                raise ValueError(f"Limits.{field.name} must be above zero, not {value!r}")


@dataclass(frozen=True)
class Step:
    """A number the program named: its name, its last value, and the line that gave it."""

    name: str
    value: values.Value
    line: int


@dataclass(frozen=True)
class Outcome:
    """How a program ended. `value` counts only when `status` is "ok"; `error` is "" then, else one line.

    `cpu_s` and `peak_bytes` (memory beyond the idle interpreter's) are the child's own figures, or the kernel's if the
    child was killed. `layers` names what held the program in.
    """

    status: Status
    value: values.Value = None
    steps: tuple[Step, ...] = ()
    stdout: str = ""
    error: str = ""
    wall_s: float = 0.0
    cpu_s: float = 0.0
    peak_bytes: int = 0
    layers: tuple[str, ...] = ()


class Sandbox:
    """Runs untrusted little programs, each in a process of its own that the kernel holds in.

    Making one costs nothing: the first program of a kind (with sympy, or without) starts that kind's zygote. May be
    used from any thread. Where the kernel layer is missing every outcome is "unavailable" and says what is missing.

    Args:
        spares: jailed children kept forked and warmed ahead, per zygote.
        zygotes: zygotes per kind.
        language_layer: off only to test the kernel layer alone.
        allow_degraded: where the kernel layer is missing, run in a plain process with limits all the same; the
            outcome's `layers` then begin with "degraded".
    """

    def __init__(
        self, *, spares: int = 16, zygotes: int = 1, language_layer: bool = True, allow_degraded: bool = False
    ) -> None:
        self._spares, self._count, self._allow_degraded = spares, zygotes, allow_degraded
        self._language = ("language",) if language_layer else ()
        self._zygotes: _Zygotes = {}
        self._turn, self._lock = 0, threading.Lock()
        cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 2
        self._side_by_side = cores + 1  # one may end while another starts; more would only wait
        self._slots = threading.Semaphore(self._side_by_side)
        weakref.finalize(self, _close_all, self._zygotes)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes of this sandbox. A later call starts new ones."""
        with self._lock:
            _close_all(self._zygotes)

    def run(self, source: str, limits: Limits | None = None) -> Outcome:
        """Run one program and say how it ended; raises nothing, whatever the program does."""
        return self.run_many([source], limits)[0]

    async def arun(self, source: str, limits: Limits | None = None) -> Outcome:
        """`run` without blocking the event loop."""
        import asyncio

        return await asyncio.to_thread(self.run, source, limits)

    def run_many(self, sources: Iterable[str], limits: Limits | None = None) -> list[Outcome]:
        """Run programs side by side, as many at once as there are cores; outcomes come in the order given."""
        sources, limits = list(sources), limits or Limits()
        try:
            if len(sources) == 1:
                return [self._run(sources[0], limits)]
            with ThreadPoolExecutor(self._side_by_side) as threads:
                return list(threads.map(self._run, sources, [limits] * len(sources)))
        finally:
            with self._lock:
                for key in _ours(self._zygotes):
                    self._zygotes[key].refill()

    def _run(self, source: str, limits: Limits) -> Outcome:
        if len(source) > _MAX_SOURCE:
            return Outcome("policy_violation", error=f"the source is longer than {_MAX_SOURCE} characters")
        if _UNSUPPORTED:
            return self._without_kernel(source, limits, _UNSUPPORTED)
        outcome = Outcome("sandbox_lost")
        for _ in range(2):  # a zygote may have been lost since the last call
            zygote = self._zygote(_kind(source))
            if zygote.missing:
                return self._without_kernel(source, limits, zygote.missing)
            try:
                with self._slots, contextlib.closing(zygote.take()) as child:
                    outcome = child.run(source, limits, self._language + zygote.layers)
            except _Lost as lost:
                self._drop(zygote)
                outcome = Outcome("sandbox_lost", error=str(lost))
                continue
            if outcome.status == "sandbox_lost":
                self._drop(zygote)
            break
        return outcome

    def _zygote(self, kind: str) -> "_Zygote":
        with self._lock:
            self._turn += 1
            key = (os.getpid(), kind, self._turn % self._count)  # a fork of the host gets zygotes of its own
            if key not in self._zygotes:
                self._zygotes[key] = _Zygote(kind, self._spares)
            return self._zygotes[key]

    def _drop(self, zygote: "_Zygote") -> None:
        with self._lock:
            for key in [key for key, known in self._zygotes.items() if known is zygote]:
                del self._zygotes[key]
        zygote.close()

    def _without_kernel(self, source: str, limits: Limits, missing: str) -> Outcome:
        if not self._allow_degraded:
            return Outcome("unavailable", error=f"the sandbox cannot keep its promise here: {missing}")
        return _run_degraded(source, limits, ("degraded", "own process", *self._language))


def _kind(source: str) -> str:
    return "sympy" if re.search(r"\b(sympy|mpmath)\b", source) else "slim"


def _ours(zygotes: "_Zygotes") -> list[tuple[int, str, int]]:
    return [key for key in zygotes if key[0] == os.getpid()]


def _close_all(zygotes: "_Zygotes") -> None:
    for key in _ours(zygotes):
        zygotes.pop(key).close()


class _Lost(Exception):
    """The zygote is gone or will not start; the text says why."""


class _Zygote:
    """A running zygote: `take` hands out children, `refill` has `spares` of them forked and warmed ahead."""

    def __init__(self, kind: str, spares: int) -> None:
        self._spares, self._asked, self._lock = spares, 0, threading.Lock()
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                _command(f"main({kind!r}, {theirs.fileno()}, {os.getpid()})"),
                **dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL),
                pass_fds=[theirs.fileno()],
                env=_ENVIRONMENT,
                start_new_session=True,
            )
        hello: dict[str, Any] = {}
        with contextlib.suppress(OSError):
            self._control.settimeout(_START_S)
            hello = json.loads(self._control.recv(65536) or b"{}")
        self._control.settimeout(_ANSWER_S)
        self.layers: tuple[str, ...] = tuple(hello.get("layers", ()))
        self.missing: str = hello.get("missing", "its process did not start")

    def take(self) -> "_Child":
        """A child that waits for a program: a spare if there is one. Raises _Lost."""
        with self._lock:
            try:
                if self._asked == 0:
                    self._order(b"+")
                message, descriptors, _, _ = socket.recv_fds(self._control, 16, 3)
            except OSError as error:
                raise _Lost(f"the sandbox does not answer: {error}") from None
            self._asked -= 1
        if message and len(descriptors) == 3:
            return _Child(*descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        raise _Lost("the sandbox is gone, or the host is out of file descriptors")

    def refill(self) -> None:
        """Order spares up to the number wanted; they arrive while the host does something else."""
        with self._lock, contextlib.suppress(OSError):
            self._order(b"w" * (self._spares - self._asked))

    def _order(self, orders: bytes) -> None:
        if orders:
            self._control.send(orders)
            self._asked += len(orders)

    def close(self) -> None:
        """End the zygote and every child it has."""
        with contextlib.suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)  # a fork of the host may hold it open
        self._control.close()
        try:
            self._process.wait(2.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


_Zygotes = dict[tuple[int, str, int], _Zygote]  # by process of the host, kind and number


class _Child:
    """One jailed child and the one program it runs: a socket to it, the zygote's report of its end, and a pidfd."""

    def __init__(self, data: int, report: int, pidfd: int) -> None:
        self._data, self._report, self._pidfd = socket.socket(fileno=data), report, pidfd

    def run(self, source: str, limits: Limits, layers: tuple[str, ...]) -> Outcome:
        """Run the program and say how it ended."""
        nonce, request = _request(source, limits, layers)
        started = time.perf_counter()
        try:
            self._data.settimeout(limits.wall_s)
            with contextlib.suppress(
                BrokenPipeError, ConnectionResetError
            ):  # a dead child shows when reading
                self._data.sendall(values.HEADER.pack(len(request)) + request)
            found = _understand(self._frame(_longest(limits), started + limits.wall_s), nonce)
        except OSError as error:
            found = self._ended(limits, expired=isinstance(error, TimeoutError))
        return Outcome(**found, wall_s=time.perf_counter() - started, layers=layers)

    def _frame(self, longest: int, deadline: float) -> bytes:
        """The one frame a child may send; b"" for one too long. Raises TimeoutError, ConnectionError if it closes."""
        received, wanted = bytearray(), values.HEADER.size
        while len(received) < wanted:
            if (left := deadline - time.perf_counter()) <= 0:  # a steady trickle never times out by itself
                raise TimeoutError
            self._data.settimeout(left)
            if not (part := self._data.recv(1 << 20)):
                raise ConnectionResetError
            received += part
            if wanted == values.HEADER.size <= len(received):
                wanted += values.HEADER.unpack_from(received)[0]
            if wanted > longest:
                return b""
        return bytes(received[values.HEADER.size : wanted])

    def _ended(self, limits: Limits, *, expired: bool) -> dict[str, Any]:
        """Why there is no answer, as fields of an Outcome; a child that lives on is killed first."""
        ending = None if expired else self._ending(0.1)
        living = ending is None
        if living:
            self._kill()
            ending = self._ending(_ANSWER_S)
        if ending is None:
            return {"status": "sandbox_lost", "error": "the sandbox was lost; the next call starts it again"}
        status, cpu, peak = ending
        number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        if expired:
            kind, error = "timeout", _stopped(limits)
        elif number == signal.SIGSYS:
            kind, error = "killed", "the program asked the operating system for what is not allowed"
        elif number in (signal.SIGXCPU, signal.SIGKILL) and cpu >= 1e6 * (limits.cpu_s or limits.wall_s):
            kind, error = "timeout", f"stopped after {cpu / 1e6:.1f} s of processor time"
        elif number == signal.SIGKILL and not living:
            kind, error = "memory", "the operating system ended the program, most likely for its memory"
        else:
            kind, error = (
                "crash",
                f"the program's process ended with status {os.waitstatus_to_exitcode(status)}",
            )
        return {"status": kind, "error": error, "cpu_s": cpu / 1e6, "peak_bytes": peak}

    def _ending(self, patience_s: float) -> tuple[int, int, int] | None:
        """(wait status, CPU microseconds, peak bytes) from the zygote; None if it says nothing in time."""
        ready = select.select([self._report], [], [], patience_s)[0]
        data = os.read(self._report, values.REPORT.size) if ready else b""
        return values.REPORT.unpack(data) if data else None

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)

    def close(self) -> None:
        self._kill()  # it may have answered and go on running
        self._data.close()
        os.close(self._report)
        os.close(self._pidfd)


def _run_degraded(source: str, limits: Limits, layers: tuple[str, ...]) -> Outcome:
    """Run in a fresh interpreter with a deadline, and resource limits where the system has them; nothing else."""
    nonce, request = _request(source, limits, layers)
    with subprocess.Popen(
        _command(f"once({_kind(source)!r})"),
        env={**os.environ, **_ENVIRONMENT} if os.name == "nt" else _ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdout.read(1)  # it has loaded everything
        started = time.perf_counter()
        timer = threading.Timer(limits.wall_s, process.kill)
        timer.start()
        with contextlib.suppress(OSError), process.stdin:
            process.stdin.write(request)
        frame = process.stdout.read(_longest(limits))
        timer.cancel()
        process.kill()
    wall_s = time.perf_counter() - started
    found: dict[str, Any] = {"status": "crash", "error": "the program's process ended without an answer"}
    if frame:
        found = _understand(frame, nonce)
    elif wall_s >= limits.wall_s:
        found = {"status": "timeout", "error": _stopped(limits)}
    return Outcome(**found, wall_s=wall_s, layers=layers)


def _command(call: str) -> list[str]:
    boot = _BOOT.format(path=[entry for entry in sys.path if entry], call=call)
    return [sys.executable, "-s", "-P", "-B", "-c", boot]


def _request(source: str, limits: Limits, layers: tuple[str, ...]) -> tuple[str, bytes]:
    nonce = secrets.token_hex(8)
    wanted = {"source": source, "nonce": nonce, "language": "language" in layers, **asdict(limits)}
    return nonce, json.dumps(wanted).encode()


def _longest(limits: Limits) -> int:
    return 6 * limits.stdout_bytes + 4 * limits.value_bytes + 16384  # six: the longest escape of a byte


def _stopped(limits: Limits) -> str:
    return f"stopped after {limits.wall_s:g} s"


def _understand(frame: bytes, nonce: str) -> dict[str, Any]:
    """A child's answer as fields of an Outcome; whatever is wrong with it, as a "protocol" one."""
    try:
        answer = values.read_json(frame)
        status = answer["status"]
        if answer["nonce"] != nonce or status not in _REPORTED:
            raise ValueError("not an answer to this call")
        error = "".join(c if c.isprintable() else " " for c in _text(answer["error"]))
        return {
            "status": status,
            "value": values.decode(answer["value"]) if status == "ok" else None,
            "steps": tuple(_step(*step) for step in answer["steps"]),
            "stdout": _text(answer["stdout"]),
            "error": "" if status == "ok" else " ".join(error.split())[:1000],
            "cpu_s": int(answer["cpu_us"]) / 1e6,
            "peak_bytes": int(answer["peak_bytes"]),
        }
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError, AttributeError):
        return {"status": "protocol", "error": "the program's process did not answer as it should"}


def _step(name: str, line: int, wire: Any) -> Step:
    value = values.decode(wire)
    if not name.isidentifier() or type(value) not in (int, float, Fraction, Decimal):
        raise ValueError("not a number with a name")
    return Step(_text(name), value, int(line))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not text")
    return value.encode(
        "utf-8", "replace"
    ).decode()  # half a surrogate pair must not surprise whoever prints it
