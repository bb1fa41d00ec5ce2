"""The process that forks one jailed child per program, and what the child does.

Started by `pool` as a fresh single-threaded interpreter: load and warm everything a program may import, leave the
host's world (`jail.isolate`), then fork a child for every byte that arrives on the control socket. For each child the
host gets three descriptors: a socket to it, a pipe on which the zygote reports how it ended, and a pidfd. The zygote
never reads what a child writes. When the control socket or the host is gone, everything here ends.
"""

import contextlib
import errno
import gc
import json
import math
import os
import random
import select
import signal
import socket
import sys
import tomllib
import traceback
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, NoReturn

from . import jail, policy, values

_DATA_FD: Final = 3
_WARM_UP_RUNS: Final = 30  # enough for the interpreter to specialise what every run executes
_reserve: list[bytearray] = [bytearray(1 << 20)]  # given back when memory runs out, to be able to say so


def main(kind: str, control_fd: int, host_pid: int) -> NoReturn:
    """Run a zygote of `kind` ("slim" or "sympy") for the host process, until the host or its socket is gone."""
    control = socket.socket(fileno=control_fd)
    host = os.pidfd_open(host_pid)
    if os.getppid() != host_pid:
        os._exit(1)
    if missing := jail.unsupported():
        _refuse(control, missing)
    sample = warm(kind)
    space = jail.address_space()
    with contextlib.suppress(OSError):  # if memory runs out, let the kernel end this process, not the host
        Path("/proc/self/oom_score_adj").write_text("1000")
    layers = jail.isolate()
    launcher = os.getpid()
    gc.disable()
    gc.collect()
    gc.freeze()
    if zygote := os.fork():
        control.close()
        _watch(host, zygote)
    os.close(host)
    try:
        layers += [*jail.seal(launcher), "seccomp", "rlimits"]
        nursery = _Nursery(control, sample, space)
        nursery.prove()
        control.send(json.dumps({"layers": layers, "missing": ""}).encode())
        nursery.serve()
    except OSError as error:
        _refuse(control, str(error))
    os._exit(0)


def warm(kind: str) -> dict[str, Any]:
    """Load all that programs of this kind may use, run the sample of it until it is fast, and return that request."""
    policy.preload(kind)
    programs = tomllib.loads(Path(__file__).with_name("allowed.toml").read_text("utf-8"))["warm_up"]
    source = programs["slim"] + (programs["sympy"] if kind == "sympy" else "")
    sample = {"source": source, "nonce": "", "stdout_bytes": 1000, "value_bytes": 1000, "language": True}
    for _ in range(_WARM_UP_RUNS):
        perform(sample, policy.Run())
    return sample


def _refuse(control: socket.socket, missing: str) -> NoReturn:
    control.send(json.dumps({"layers": [], "missing": missing}).encode())
    os._exit(1)


def _watch(host: int, zygote: int) -> NoReturn:
    """Outside the zygote's namespaces: end it when the host ends, and end with it."""
    ended = os.pidfd_open(zygote)
    select.select([host, ended], [], [])
    with contextlib.suppress(ProcessLookupError):
        signal.pidfd_send_signal(ended, signal.SIGKILL)
    os.waitpid(zygote, 0)
    os._exit(0)


class _Nursery:
    """Makes the children, and tells the host how each ended."""

    def __init__(self, control: socket.socket, sample: dict[str, Any], space: int) -> None:
        self._control, self._sample, self._space = control, sample, space
        self._filter, self._run, self._pid = jail.Filter(), policy.Run(), os.getpid()
        self._resting = jail.usage()[1]

    def prove(self) -> None:
        """Raise OSError unless a child that enters the filter is really held."""
        if (pid := os.fork()) == 0:
            try:
                jail.confine(self._filter)
                Path("/").stat()
            except PermissionError as error:
                os._exit(0 if error.errno == errno.EACCES else 1)
            finally:
                os._exit(1)
        if os.waitpid(pid, 0)[1] != 0:
            raise OSError(errno.ENOSYS, "seccomp filters do not work here")

    def serve(self) -> None:
        """Fork on request ("+" for use at once, "w" to be warmed and kept), report each end; until the host closes."""
        children: dict[int, tuple[int, int]] = {}  # pidfd -> (pid, write end of the report pipe)
        poller = select.poll()
        poller.register(self._control, select.POLLIN)
        while True:
            for descriptor, _ in poller.poll():
                if descriptor in children:
                    poller.unregister(descriptor)
                    self._bury(descriptor, *children.pop(descriptor))
                    continue
                try:
                    orders = self._control.recv(65536)
                except ConnectionResetError:  # the host closed with children still in the socket
                    orders = b""
                if not orders:
                    return
                for order in orders:
                    pidfd, pid, report = self._bear(warm=order == ord("w"))
                    children[pidfd] = (pid, report)
                    poller.register(pidfd, select.POLLIN)

    def _bear(self, *, warm: bool) -> tuple[int, int, int]:
        """Fork one child and give the host its three descriptors; ours: pidfd, pid, write end of the report pipe."""
        hosts, childs = socket.socketpair()
        report_read, report_write = os.pipe()
        pid = os.fork()
        if pid == 0:
            self._live(childs.fileno(), warm=warm)
        pidfd = os.pidfd_open(pid)
        socket.send_fds(self._control, [b"+"], [hosts.fileno(), report_read, pidfd])
        hosts.close()
        childs.close()
        os.close(report_read)
        return pidfd, pid, report_write

    def _bury(self, pidfd: int, pid: int, report: int) -> None:
        _, status, usage = os.wait4(pid, 0)
        cpu, peak = (
            int((usage.ru_utime + usage.ru_stime) * 1e6),
            max(0, usage.ru_maxrss * 1024 - self._resting),
        )
        with contextlib.suppress(BrokenPipeError):  # the host had all it wanted and has closed the pipe
            os.write(report, values.REPORT.pack(status, cpu, peak))
        os.close(report)
        os.close(pidfd)

    def _live(self, data_fd: int, *, warm: bool) -> NoReturn:
        """The child: enter the jail, run one program, answer, end. What fails before the program runs ends it too."""
        try:
            os.dup2(data_fd, _DATA_FD)
            os.closerange(_DATA_FD + 1, 4096)
            jail.die_with(self._pid)
            jail.confine(self._filter)
            if warm:  # bring in the pages that nearly every program writes to, before anyone waits
                perform(self._sample, policy.Run())
            random.seed(0)  # the same program gives the same result
            request = json.loads(_read(*values.HEADER.unpack(_read(values.HEADER.size))))
            cpu_s = jail.usage()[0] + (request["cpu_s"] or request["wall_s"])
            jail.limit(math.ceil(cpu_s), self._space + request["memory_bytes"])
            answer = perform(request, self._run)
            data = memoryview(values.HEADER.pack(len(answer)) + answer)
            while data:
                data = data[os.write(_DATA_FD, data) :]
            os._exit(0)
        finally:
            os._exit(70)


def _read(size: int) -> bytes:
    data = b""
    while len(data) < size:
        part = os.read(_DATA_FD, size - len(data))
        if not part:
            os._exit(0)  # the host does not want this child any more
        data += part
    return data


def once(kind: str) -> None:
    """Run one program in this process with no jail: the degraded mode of `pool`."""
    policy.preload(kind)
    sys.stdout.buffer.write(b"+")
    sys.stdout.buffer.flush()
    request = json.loads(sys.stdin.buffer.read())
    with contextlib.suppress(AttributeError, OSError, ValueError):
        jail.limit(math.ceil(request["cpu_s"] or request["wall_s"]) + 1, (1 << 32) + request["memory_bytes"])
    wire = sys.stdout.buffer  # a program's own prints go elsewhere
    wire.write(perform(request, policy.Run()))
    wire.flush()


def perform(request: Mapping[str, Any], run: policy.Run) -> bytes:
    """Run one program and describe the result in JSON: the frame that `pool` reads."""
    cpu_s, idle_bytes = jail.usage()
    status, error, value, steps = "ok", "", '["none"]', ""
    names: dict[str, Any] = {}
    try:
        answer = run.execute(request["source"], names, request["stdout_bytes"], language=request["language"])
        value = values.encode(answer, request["value_bytes"])
        steps = _steps(run, request["value_bytes"])
    except BaseException as raised:
        _reserve.clear()
        names.clear()
        status, error = _describe(raised, request["source"])
    if run.violation:
        status, error, value = run.violation.status, run.violation.text, '["none"]'
    cpu_end, peak_bytes = jail.usage()
    rest = {
        "nonce": request["nonce"],
        "status": status,
        "error": error,
        "stdout": run.stdout(),
        "cpu_us": int((cpu_end - cpu_s) * 1e6),
        "peak_bytes": max(0, peak_bytes - idle_bytes),
    }
    return f'{json.dumps(rest)[:-1]}, "value": {value}, "steps": [{steps}]}}'.encode()


def _steps(run: policy.Run, budget: int) -> str:
    """The numeric names in order of last assignment; the earliest are dropped if all together are too long."""
    steps: list[str] = []
    for name, (line, value) in reversed(run.assigned.items()):
        if type(value) not in (int, float, Fraction, Decimal) and not values.is_symbolic(value):
            continue
        with contextlib.suppress(values.ValueRejected):
            text = values.encode(value)
            if text.startswith(('["int"', '["float"', '["fraction"', '["decimal"')):
                steps.append(f"[{json.dumps(name)},{line},{text}]")
                budget -= len(steps[-1])
                if budget < 0:
                    return ",".join(steps[-2::-1])
    return ",".join(reversed(steps))


def _describe(raised: BaseException, source: str) -> tuple[str, str]:
    """The status, and one line to repair the program from: kind, line, message, the line itself."""
    if isinstance(raised, policy.Refused):
        return raised.status, raised.text
    if isinstance(raised, MemoryError):
        return "memory", "MemoryError: the program needs more memory than it may use"
    if isinstance(raised, values.ValueRejected):
        return "result_error", str(raised)
    line = 0
    for frame, number in traceback.walk_tb(raised.__traceback__):
        line = number if frame.f_code.co_filename == policy.FILENAME else line
    try:
        text = str(raised)
    except BaseException as second:
        text = type(second).__name__
    return "runtime_error", policy.one_line(type(raised).__name__, line, text, source)
