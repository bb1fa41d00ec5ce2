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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, Self

from . import values

Status = Literal[
    "ok",
    "syntax_error",
    "policy_violation",
    "runtime_error",
    "timeout",
    "memory",
    "output_limit",
    "result_error",
    "crash",
    "killed",
    "protocol",
    "sandbox_lost",
    "unavailable",
]
_FROM_CHILD: Final = (
    "ok",
    "syntax_error",
    "policy_violation",
    "runtime_error",
    "memory",
    "output_limit",
    "result_error",
)
_HEADER: Final = struct.Struct("!I")
_REPORT: Final = struct.Struct("!iqq")
_START_S: Final = 60.0  # for a zygote to load everything, on a busy machine
_BOOT: Final = "import sys; sys.path[:] = {path!r}; from askback.sandbox import zygote; zygote.main({kind!r}, {fd}, {pid})"


@dataclass(frozen=True)
class Limits:
    """What one program may use. Time in seconds (`cpu_s` None: as `wall_s`), the rest in bytes.

    `memory_bytes` is address space beyond what the idle interpreter has.
    """

    wall_s: float = 2.0
    cpu_s: float | None = None
    memory_bytes: int = 256 * 1024 * 1024
    stdout_bytes: int = 64 * 1024
    value_bytes: int = 64 * 1024


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

    def __init__(self, descriptors: Sequence[int]) -> None:
        data, self.report, self.pidfd = descriptors
        self.data = socket.socket(fileno=data)

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)

    def ending(self) -> tuple[int, int, int] | None:
        """(wait status, CPU microseconds, peak bytes) from the zygote; None if it is gone."""
        if not select.select([self.report], [], [], 5.0)[0]:
            return None
        data = os.read(self.report, _REPORT.size)
        return _REPORT.unpack(data) if len(data) == _REPORT.size else None

    def close(self) -> None:
        self.data.close()
        os.close(self.report)
        os.close(self.pidfd)


class _Zygote:
    """A running zygote: `take` hands out children, of which `spares` are always asked for ahead."""

    def __init__(self, kind: str, spares: int) -> None:
        self._spares, self._asked, self._lock = spares, 0, threading.Lock()
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        path = [entry for entry in sys.path if entry]
        boot = _BOOT.format(path=path, kind=kind, fd=theirs.fileno(), pid=os.getpid())
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-s", "-P", "-B", "-c", boot],
                pass_fds=[theirs.fileno()],
                env={"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._control.settimeout(_START_S)
        try:
            hello = self._control.recv(65536)
            if not hello:
                raise _Lost("the zygote ended before it was ready")
            report = json.loads(hello)
            self.layers = tuple(report["layers"])
            self.missing = str(report["missing"])
            self._control.settimeout(10.0)
            self._ask(b"w", self._spares)
        except (OSError, _Lost) as error:
            self.close()
            raise _Lost(str(error) or type(error).__name__) from None

    def _ask(self, order: bytes, count: int) -> None:
        if count > 0:
            self._control.send(order * count)
            self._asked += count

    def take(self) -> _Child:
        with self._lock:
            try:
                self._ask(b"+", 1 - self._asked)
                message, descriptors, _, _ = socket.recv_fds(self._control, 16, 3)
            except OSError as error:
                raise _Lost(f"the zygote does not answer: {error}") from None
            if not message or len(descriptors) != 3:
                raise _Lost("the zygote is gone")
            self._asked -= 1
            return _Child(descriptors)

    def refill(self) -> None:
        with self._lock, contextlib.suppress(OSError):
            self._ask(b"w", self._spares - self._asked)

    def close(self) -> None:
        """End the zygote and every child it has."""
        self._control.close()
        try:
            self.process.wait(2.0)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class _Run:
    """One program in one child, from request to outcome."""

    def __init__(self, child: _Child, source: str, limits: Limits, layers: tuple[str, ...]) -> None:
        self.child, self._limits, self._layers = child, limits, layers
        self._nonce = secrets.token_hex(8)
        self._received = bytearray()
        self._longest = 6 * limits.stdout_bytes + 4 * limits.value_bytes + 16384
        request = {
            "nonce": self._nonce,
            "source": source,
            "cpu_s": limits.cpu_s or limits.wall_s,
            "memory_bytes": limits.memory_bytes,
            "stdout_bytes": limits.stdout_bytes,
            "value_bytes": limits.value_bytes,
            "language": "language" in layers,
        }
        body = json.dumps(request).encode()
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
        self._received += data
        if not data:
            return self._ended()
        if len(self._received) < _HEADER.size:
            return None
        (size,) = _HEADER.unpack_from(self._received)
        if size > self._longest:
            return self._outcome("protocol", error="the answer is longer than the limits allow")
        if len(self._received) < _HEADER.size + size:
            return None
        return self._understand(bytes(self._received[_HEADER.size : _HEADER.size + size]))

    def expire(self) -> Outcome:
        self.child.kill()
        _, cpu, peak = self.child.ending() or (0, 0, 0)
        error = f"stopped after {self._limits.wall_s:g} s"
        return self._outcome("timeout", error=error, cpu_s=cpu / 1e6, peak_bytes=peak)

    def _understand(self, frame: bytes) -> Outcome:
        try:
            answer = json.loads(frame)
            status = answer["status"]
            if answer["nonce"] != self._nonce or status not in _FROM_CHILD:
                raise ValueError("not an answer to this call")
            return self._outcome(
                status,
                value=values.decode(answer["value"]) if status == "ok" else None,
                steps=tuple(
                    Step(_text(name), values.decode(value), int(line))
                    for name, line, value in answer["steps"]
                ),
                stdout=_text(answer["stdout"]),
                error=_text(answer["error"]),
                cpu_s=int(answer["cpu_us"]) / 1e6,
                peak_bytes=int(answer["peak_bytes"]),
            )
        except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
            return self._outcome("protocol", error="the program's process did not answer as it should")

    def _ended(self) -> Outcome:
        """The child closed its socket without an answer: ask the zygote why."""
        self.child.kill()
        ending = self.child.ending()
        if ending is None:
            return self._outcome(
                "sandbox_lost", error="the sandbox process was lost; it starts again with the next call"
            )
        status, cpu, peak = ending
        number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        cpu_limit = self._limits.cpu_s or self._limits.wall_s
        kind: Status = "crash"
        error = f"the program's process ended with status {os.waitstatus_to_exitcode(status)}"
        if number == signal.SIGSYS:
            kind, error = "killed", "the program asked the operating system for something that is not allowed"
        elif number == signal.SIGXCPU or (number == signal.SIGKILL and cpu >= 1e6 * cpu_limit):
            kind, error = "timeout", f"stopped after {cpu / 1e6:.1f} s of processor time"
        elif number == signal.SIGKILL:
            kind, error = "memory", "the operating system ended the program, most likely for its memory"
        return self._outcome(kind, error=error, cpu_s=cpu / 1e6, peak_bytes=peak)

    def _outcome(self, status: Status, **fields: Any) -> Outcome:
        return Outcome(status, wall_s=time.perf_counter() - self.started, layers=self._layers, **fields)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not text")
    return value


class Sandbox:
    """Runs untrusted little programs, each in a process of its own that the kernel holds in.

    Making one costs nothing; the first program of a kind (with or without sympy) starts that kind's zygote.

    Args:
        spares: jailed children kept forked ahead, per zygote.
        zygotes: zygotes per kind; two use two cores better when programs come in batches.
        language_layer: off only to test the kernel layer alone.
        allow_degraded: where the kernel layer is missing, run all the same, with what there is (see `layers`).
    """

    def __init__(
        self, *, spares: int = 2, zygotes: int = 1, language_layer: bool = True, allow_degraded: bool = False
    ) -> None:
        self._spares, self._count = spares, zygotes
        self._language, self._allow_degraded = language_layer, allow_degraded
        self._zygotes: dict[tuple[str, int], _Zygote] = {}
        self._turn, self._lock = 0, threading.Lock()
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2
        self._parallel = max(2, cores)
        self._slots = threading.Semaphore(self._parallel)
        self._finalizer = weakref.finalize(self, _close_all, self._zygotes, os.getpid())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes of this sandbox. A later call starts new ones."""
        with self._lock:
            _close_all(self._zygotes, os.getpid())

    def run(self, source: str, limits: Limits | None = None) -> Outcome:
        """Run one program and say how it ended; never raises for anything the program does."""
        return self.run_many([source], limits)[0]

    async def arun(self, source: str, limits: Limits | None = None) -> Outcome:
        """`run` without blocking the event loop."""
        import asyncio

        return await asyncio.to_thread(self.run, source, limits)

    def run_many(self, sources: Iterable[str], limits: Limits | None = None) -> list[Outcome]:
        """Run programs side by side, as many at once as there are cores; outcomes come in the order given."""
        limits = limits or Limits()
        waiting = deque(enumerate(sources))
        outcomes: dict[int, Outcome] = {}
        running: dict[int, tuple[int, _Run, _Zygote]] = {}
        poller = select.poll()
        try:
            while waiting or running:
                while waiting and self._slots.acquire(blocking=not running):
                    index, source = waiting.popleft()
                    started = self._start(source, limits)
                    if isinstance(started, Outcome):
                        self._slots.release()
                        outcomes[index] = started
                        continue
                    run, zygote = started
                    running[run.child.data.fileno()] = (index, run, zygote)
                    poller.register(run.child.data, select.POLLIN)
                left = (
                    min((run.deadline for _, run, _ in running.values()), default=0.0) - time.perf_counter()
                )
                ready = {descriptor for descriptor, _ in poller.poll(max(0, math.ceil(left * 1000)))}
                for descriptor, (index, run, zygote) in list(running.items()):
                    outcome = run.read() if descriptor in ready else None
                    if outcome is None and time.perf_counter() >= run.deadline:
                        outcome = run.expire()
                    if outcome is not None:
                        outcomes[index] = outcome
                        del running[descriptor]
                        poller.unregister(descriptor)
                        self._finish(run, zygote)
        finally:
            for _, run, zygote in running.values():
                self._finish(run, zygote)
        return [outcomes[index] for index in sorted(outcomes)]

    def _start(self, source: str, limits: Limits) -> tuple[_Run, _Zygote] | Outcome:
        kind = "sympy" if re.search(r"\b(sympy|mpmath)\b", source) else "slim"
        for attempt in (1, 2):
            key = None
            try:
                key, zygote = self._zygote(kind)
                if zygote.missing:
                    return Outcome("unavailable", error=zygote.missing)
                layers = (("language",) if self._language else ()) + zygote.layers
                return _Run(zygote.take(), source, limits, layers), zygote
            except _Lost as error:
                self._drop(key)
                if attempt == 2:
                    return Outcome("sandbox_lost", error=str(error))
        raise AssertionError("unreachable")

    def _finish(self, run: _Run, zygote: _Zygote) -> None:
        run.child.kill()
        run.child.close()
        self._slots.release()
        zygote.refill()

    def _zygote(self, kind: str) -> tuple[tuple[str, int], _Zygote]:
        with self._lock:
            self._turn += 1
            key = (kind, self._turn % self._count)
            if key not in self._zygotes:
                self._zygotes[key] = _Zygote(kind, self._spares)
            return key, self._zygotes[key]

    def _drop(self, key: tuple[str, int] | None) -> None:
        with self._lock:
            lost = self._zygotes.pop(key, None) if key else None
        if lost:
            lost.close()


def _close_all(zygotes: dict[tuple[str, int], _Zygote], owner: int) -> None:
    while zygotes:
        _, zygote = zygotes.popitem()
        if os.getpid() == owner:
            zygote.close()
