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
import struct
import subprocess
import sys
import threading
import time
import weakref
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Final, Literal, Self

from . import values

Reported = Literal[
    "ok", "syntax_error", "policy_violation", "runtime_error", "memory", "output_limit", "result_error"
]  # what a child may say of itself; the rest is what the host saw
Status = Reported | Literal["timeout", "crash", "killed", "protocol", "sandbox_lost", "unavailable"]

_REPORTED: Final[tuple[Status, ...]] = Reported.__args__  # type: ignore[attr-defined]
_HEADER: Final = struct.Struct("!I")
_REPORT: Final = struct.Struct("!iqq")
_START_S: Final = 60.0  # for a zygote to load everything, on a busy machine
_ANSWER_S: Final = 10.0  # for a zygote to fork, or to report an end
_MAX_SOURCE: Final = 200_000  # characters
_BOOT: Final = "import sys; sys.path[:] = {path!r}; from askback.sandbox import zygote; zygote.{call}"


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


class _Lost(Exception):
    """The zygote is gone or will not start; the text says why."""


class _Child:
    """The host's three handles on one jailed child."""

    def __init__(self, data: int, report: int, pidfd: int) -> None:
        self.data, self.report, self.pidfd = socket.socket(fileno=data), report, pidfd

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)

    def ending(self, patience_s: float = _ANSWER_S) -> tuple[int, int, int] | None:
        """(wait status, CPU microseconds, peak bytes) from the zygote; None if it says nothing in time."""
        if not select.select([self.report], [], [], patience_s)[0]:
            return None
        data = os.read(self.report, _REPORT.size)
        return _REPORT.unpack(data) if len(data) == _REPORT.size else None

    def close(self) -> None:
        self.kill()  # it may have answered and go on running
        self.data.close()
        os.close(self.report)
        os.close(self.pidfd)


class _Zygote:
    """A running zygote: `take` hands out children, `refill` has `spares` of them forked and warmed ahead."""

    def __init__(self, kind: str, spares: int) -> None:
        self._spares, self._asked, self._lock = spares, 0, threading.Lock()
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            command = _command(f"main({kind!r}, {theirs.fileno()}, {os.getpid()})")
            self._process = subprocess.Popen(
                command,
                pass_fds=[theirs.fileno()],
                env={"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._control.settimeout(_START_S)
        try:
            hello: dict[str, Any] = json.loads(self._control.recv(65536) or b"{}")
        except OSError:
            hello = {}
        self._control.settimeout(_ANSWER_S)
        self.layers: tuple[str, ...] = tuple(hello.get("layers", ()))
        self.missing: str = hello.get("missing", "its process did not start")

    def take(self) -> _Child:
        """A child that waits for a program: a spare if there is one. Raises _Lost."""
        with self._lock:
            try:
                if self._asked == 0:
                    self._order(b"+")
                message, descriptors, _, _ = socket.recv_fds(self._control, 16, 3)
            except OSError as error:
                raise _Lost(f"the sandbox does not answer: {error}") from None
            self._asked -= 1
        if not message or len(descriptors) != 3:
            for descriptor in descriptors:
                os.close(descriptor)
            raise _Lost("the sandbox is gone, or the host is out of file descriptors")
        return _Child(*descriptors)

    def refill(self) -> None:
        """Order spares up to the number wanted; they arrive while the host does something else."""
        with self._lock, contextlib.suppress(OSError):
            self._order(b"w" * (self._spares - self._asked))

    def _order(self, orders: bytes) -> None:
        if orders:
            self._control.send(orders)
            self._asked += len(orders)

    def close(self, *, ours: bool = True) -> None:
        """End the zygote and every child it has; `ours` is false in a fork of the host, which must not."""
        self._control.close()
        if not ours:
            self._process.returncode = 0
            return
        try:
            self._process.wait(2.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _command(call: str) -> list[str]:
    boot = _BOOT.format(path=[entry for entry in sys.path if entry], call=call)
    return [sys.executable, "-s", "-P", "-B", "-c", boot]


class _Run:
    """One program in one child, from request to outcome."""

    def __init__(
        self, child: _Child, zygote: _Zygote, source: str, limits: Limits, layers: tuple[str, ...]
    ) -> None:
        self.child, self.zygote, self._limits, self._layers = child, zygote, limits, layers
        self._nonce = secrets.token_hex(8)
        self._received = bytearray()
        body = _request(source, limits, self._nonce, language=layers[:1] == ("language",))
        self.started = time.perf_counter()
        self.deadline = self.started + limits.wall_s
        child.data.settimeout(limits.wall_s)
        with contextlib.suppress(OSError):  # a dead child shows when reading
            child.data.sendall(_HEADER.pack(len(body)) + body)

    def read(self) -> Outcome | None:
        """Take what has arrived; the outcome once it is decided."""
        try:
            data = self.child.data.recv(1 << 20, socket.MSG_DONTWAIT)
        except BlockingIOError:
            return None
        except OSError:
            data = b""
        if not data:
            return self._ended()
        self._received += data
        size = _HEADER.unpack_from(self._received)[0] if len(self._received) >= _HEADER.size else math.inf
        if size < math.inf and size > _longest(self._limits):
            return self._outcome("protocol", error="the answer is longer than the limits allow")
        if len(self._received) < _HEADER.size + size:
            return None
        frame = bytes(self._received[_HEADER.size : _HEADER.size + int(size)])
        return self._outcome(**_understand(frame, self._nonce))

    def expire(self) -> Outcome:
        """The deadline has passed: kill."""
        self.child.kill()
        _, cpu, peak = self.child.ending() or (0, 0, 0)
        return self._outcome("timeout", error=_stopped(self._limits), cpu_s=cpu / 1e6, peak_bytes=peak)

    def _ended(self) -> Outcome:
        """The child closed its socket without an answer: ask the zygote why."""
        ending = self.child.ending(0.1)
        killed = ending is None  # it has closed its socket and lives on
        if killed:
            self.child.kill()
            ending = self.child.ending()
        if ending is None:
            return self._outcome("sandbox_lost", error="the sandbox was lost; the next call starts it again")
        status, cpu, peak = ending
        number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        kind: Status = "crash"
        error = f"the program's process ended with status {os.waitstatus_to_exitcode(status)}"
        if number == signal.SIGSYS:
            kind, error = "killed", "the program asked the operating system for what is not allowed"
        elif number in (signal.SIGXCPU, signal.SIGKILL) and cpu >= 1e6 * _cpu_s(self._limits):
            kind, error = "timeout", f"stopped after {cpu / 1e6:.1f} s of processor time"
        elif number == signal.SIGKILL and not killed:
            kind, error = "memory", "the operating system ended the program, most likely for its memory"
        return self._outcome(kind, error=error, cpu_s=cpu / 1e6, peak_bytes=peak)

    def _outcome(self, status: Status, **fields: Any) -> Outcome:
        return Outcome(status, wall_s=time.perf_counter() - self.started, layers=self._layers, **fields)


def _request(source: str, limits: Limits, nonce: str, *, language: bool) -> bytes:
    wanted = {field.name: getattr(limits, field.name) for field in fields(limits)}
    wanted |= {"cpu_s": _cpu_s(limits), "source": source, "nonce": nonce, "language": language}
    return json.dumps(wanted).encode()


def _longest(limits: Limits) -> int:
    return 6 * limits.stdout_bytes + 4 * limits.value_bytes + 16384  # six: the longest escape of a byte


def _cpu_s(limits: Limits) -> float:
    return limits.cpu_s or limits.wall_s


def _stopped(limits: Limits) -> str:
    return f"stopped after {limits.wall_s:g} s"


def _understand(frame: bytes, nonce: str) -> dict[str, Any]:
    """A child's answer as fields of an Outcome; whatever is wrong with it, as a "protocol" one."""
    try:
        answer = values.read_json(frame)
        status = answer["status"]
        if answer["nonce"] != nonce or status not in _REPORTED:
            raise ValueError("not an answer to this call")
        steps = [Step(_text(name), values.decode(value), int(line)) for name, line, value in answer["steps"]]
        return {
            "status": status,
            "value": values.decode(answer["value"]) if status == "ok" else None,
            "steps": tuple(steps),
            "stdout": _text(answer["stdout"]),
            "error": " ".join(_text(answer["error"]).split())[:1000],
            "cpu_s": int(answer["cpu_us"]) / 1e6,
            "peak_bytes": int(answer["peak_bytes"]),
        }
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError, AttributeError):
        return {"status": "protocol", "error": "the program's process did not answer as it should"}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not text")
    return value.encode(
        "utf-8", "replace"
    ).decode()  # half a surrogate pair must not surprise whoever prints it


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
        self._spares, self._count = spares, zygotes
        self._language = ("language",) if language_layer else ()
        self._allow_degraded = allow_degraded
        self._zygotes: dict[tuple[str, int], _Zygote] = {}
        self._owner, self._turn, self._lock = os.getpid(), 0, threading.Lock()
        cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 2
        self._slots = threading.Semaphore(cores + 1)  # one may end while another starts; more would only wait
        self._finalizer = weakref.finalize(self, _close_all, self._zygotes, self._owner)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes of this sandbox. A later call starts new ones."""
        with self._lock:
            _close_all(self._zygotes, self._owner)

    def run(self, source: str, limits: Limits | None = None) -> Outcome:
        """Run one program and say how it ended; raises nothing, whatever the program does."""
        return self.run_many([source], limits)[0]

    async def arun(self, source: str, limits: Limits | None = None) -> Outcome:
        """`run` without blocking the event loop."""
        import asyncio

        return await asyncio.to_thread(self.run, source, limits)

    def run_many(self, sources: Iterable[str], limits: Limits | None = None) -> list[Outcome]:
        """Run programs side by side, as many at once as there are cores; outcomes come in the order given."""
        limits = limits or Limits()
        if _UNSUPPORTED:
            return [self._without_kernel(source, limits, _UNSUPPORTED) for source in sources]
        waiting = deque(enumerate(sources))
        for kind in {_kind(source) for _, source in waiting}:
            self._zygote(kind)  # started before any clock runs
        outcomes: dict[int, Outcome] = {}
        running: dict[int, tuple[int, _Run]] = {}
        used: set[_Zygote] = set()
        poller = select.poll()
        try:
            while waiting or running:
                while waiting and self._slots.acquire(blocking=not running):
                    index, source = waiting.popleft()
                    try:
                        started = self._start(source, limits)
                    except BaseException:
                        self._slots.release()
                        raise
                    if isinstance(started, Outcome):
                        self._slots.release()
                        outcomes[index] = started
                        continue
                    running[started.child.data.fileno()] = index, started
                    poller.register(started.child.data, select.POLLIN)
                    used.add(started.zygote)
                left = min((run.deadline for _, run in running.values()), default=0.0) - time.perf_counter()
                ready = {descriptor for descriptor, _ in poller.poll(max(0, math.ceil(left * 1000)))}
                for descriptor, (index, run) in list(running.items()):
                    outcome = run.read() if descriptor in ready else None
                    if outcome is None and time.perf_counter() >= run.deadline:
                        outcome = run.expire()
                    if outcome is not None:
                        outcomes[index] = outcome
                        poller.unregister(descriptor)
                        self._finish(running.pop(descriptor)[1], lost=outcome.status == "sandbox_lost")
        finally:
            for _, run in running.values():
                self._finish(run, lost=False)
            for zygote in used:
                zygote.refill()
        return [outcomes[index] for index in sorted(outcomes)]

    def _start(self, source: str, limits: Limits) -> _Run | Outcome:
        if len(source) > _MAX_SOURCE:
            return Outcome("policy_violation", error=f"the source is longer than {_MAX_SOURCE} characters")
        error = ""
        for _ in range(2):  # a zygote may have been lost since the last call
            zygote = self._zygote(_kind(source))
            if zygote.missing:
                return self._without_kernel(source, limits, zygote.missing)
            try:
                return _Run(zygote.take(), zygote, source, limits, self._language + zygote.layers)
            except _Lost as lost:
                error = str(lost)
                self._drop(zygote)
        return Outcome("sandbox_lost", error=error)

    def _finish(self, run: _Run, *, lost: bool) -> None:
        run.child.close()
        self._slots.release()
        if lost:
            self._drop(run.zygote)

    def _zygote(self, kind: str) -> _Zygote:
        with self._lock:
            if os.getpid() != self._owner:  # a fork of the host: the parent's zygotes are not ours
                _close_all(self._zygotes, self._owner)
                self._owner = os.getpid()
            self._turn += 1
            key = (kind, self._turn % self._count)
            if key not in self._zygotes:
                self._zygotes[key] = _Zygote(kind, self._spares)
            return self._zygotes[key]

    def _drop(self, zygote: _Zygote) -> None:
        with self._lock:
            for key in [key for key, known in self._zygotes.items() if known is zygote]:
                del self._zygotes[key]
        zygote.close()

    def _without_kernel(self, source: str, limits: Limits, missing: str) -> Outcome:
        if not self._allow_degraded:
            return Outcome("unavailable", error=f"the sandbox cannot keep its promise here: {missing}")
        return _run_degraded(source, limits, ("degraded", "own process", *self._language))


def _run_degraded(source: str, limits: Limits, layers: tuple[str, ...]) -> Outcome:
    """Run in a fresh interpreter with a deadline, and resource limits where the system has them; nothing else."""
    nonce = secrets.token_hex(8)
    with subprocess.Popen(
        _command(f"once({_kind(source)!r})"),
        env={**os.environ, "PYTHONHASHSEED": "0"}
        if os.name == "nt"
        else {"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"},
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
            process.stdin.write(_request(source, limits, nonce, language="language" in layers))
        frame = process.stdout.read(_longest(limits))
        timer.cancel()
        process.kill()
    wall_s = time.perf_counter() - started
    if not frame and wall_s >= limits.wall_s:
        return Outcome("timeout", error=_stopped(limits), wall_s=wall_s, layers=layers)
    if not frame:
        return Outcome(
            "crash", error="the program's process ended without an answer", wall_s=wall_s, layers=layers
        )
    return Outcome(**_understand(frame, nonce), wall_s=wall_s, layers=layers)


def _kind(source: str) -> str:
    return "sympy" if re.search(r"\b(sympy|mpmath)\b", source) else "slim"


def _close_all(zygotes: dict[tuple[str, int], _Zygote], owner: int) -> None:
    while zygotes:
        zygotes.popitem()[1].close(ours=os.getpid() == owner)


_UNSUPPORTED: Final = (
    "" if sys.platform == "linux" else f"the kernel layer needs Linux, this is {sys.platform}"
)
