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
import struct
import sys
import traceback
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, NoReturn

from . import jail, policy, values

HEADER: Final = struct.Struct("!I")
REPORT: Final = struct.Struct("!iqq")  # wait status, CPU microseconds, peak bytes above the idle image
_DATA_FD: Final = 3
WARM_UP_RUNS: Final = 30  # enough for the interpreter to specialise what every run executes
_NUMERIC: Final = ('["int"', '["float"', '["fraction"', '["decimal"')
_reserve: list[bytearray] = [bytearray(1 << 20)]  # given back when memory runs out, to be able to say so

_PLAIN: Final = """
from fractions import Fraction
import math
def total(prices, rate):
    return sum(price * rate for price in prices)
def solution():
    prices = [1.5, 2, Fraction(1, 2)]
    counts = {}
    for price in prices:
        counts[str(price)] = counts.get(str(price), 0) + 1
    cost = total(prices[:2], 3) / 2
    if cost > 3 and len(counts) == 3:
        cost -= round(math.sqrt(2), 2)
    print(f"cost {cost:.2f}")
    return cost
"""
_SYMBOLIC: Final = """
import sympy
x = sympy.symbols("x")
answer = sympy.solve(sympy.Eq(2 * x + 1, 4), x)[0] + sympy.Rational(1, 3) + 2
"""
SAMPLES: Final = {
    kind: {"nonce": "", "source": source, "stdout_bytes": 1000, "value_bytes": 1000, "language": True}
    for kind, source in (("slim", _PLAIN), ("sympy", _PLAIN + _SYMBOLIC))
}


def main(kind: str, control_fd: int, host_pid: int) -> NoReturn:
    """Run a zygote of `kind` ("slim" or "sympy") for the host process, until the host or its socket is gone."""
    control = socket.socket(fileno=control_fd)
    host = os.pidfd_open(host_pid)
    if os.getppid() != host_pid:
        os._exit(1)
    if missing := jail.unsupported():
        _refuse(control, missing)
    policy.preload(kind)
    for _ in range(WARM_UP_RUNS):
        perform(SAMPLES[kind], policy.Run())
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
        nursery = _Nursery(control, kind, space)
        _prove(nursery.filter)
        _serve(nursery, layers)
    except OSError as error:
        _refuse(control, str(error))
    os._exit(0)


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


def _prove(seccomp: jail.Filter) -> None:
    """Raise OSError unless a child that enters the filter is really held."""
    if (pid := os.fork()) == 0:
        try:
            jail.confine(seccomp)
            Path("/").stat()
        except PermissionError as error:
            os._exit(0 if error.errno == errno.EACCES else 1)
        finally:
            os._exit(1)
    if os.waitpid(pid, 0)[1] != 0:
        raise OSError(errno.ENOSYS, "seccomp filters do not work here")


class _Nursery:
    """What every child is made from."""

    def __init__(self, control: socket.socket, kind: str, space: int) -> None:
        self.control, self.kind, self.space = control, kind, space
        self.filter = jail.Filter()
        self.run = policy.Run()
        self.pid = os.getpid()
        _, self.resting = jail.usage()


def _serve(nursery: _Nursery, layers: list[str]) -> None:
    """Fork on request ("+" for use at once, "w" to be warmed and kept), report each end, until the socket closes."""
    control = nursery.control
    children: dict[int, tuple[int, int]] = {}  # pidfd -> (pid, write end of the report pipe)
    poller = select.poll()
    poller.register(control, select.POLLIN)
    control.send(json.dumps({"layers": layers, "missing": ""}).encode())
    while True:
        for descriptor, _ in poller.poll():
            if descriptor in children:
                poller.unregister(descriptor)
                _report(descriptor, *children.pop(descriptor), nursery.resting)
                continue
            try:
                orders = control.recv(65536)
            except ConnectionResetError:  # the host closed with children still in the socket
                orders = b""
            if not orders:
                return
            for order in orders:
                pidfd, pid, report = _bear(nursery, warm=order == ord("w"))
                children[pidfd] = (pid, report)
                poller.register(pidfd, select.POLLIN)


def _bear(nursery: _Nursery, *, warm: bool) -> tuple[int, int, int]:
    """Fork one child and give the host its three descriptors; our own: pidfd, pid, write end of the report pipe."""
    ours, theirs = socket.socketpair()
    report_read, report_write = os.pipe()
    pid = os.fork()
    if pid == 0:
        _child(nursery, theirs.fileno(), warm=warm)
    pidfd = os.pidfd_open(pid)
    socket.send_fds(nursery.control, [b"+"], [ours.fileno(), report_read, pidfd])
    ours.close()
    theirs.close()
    os.close(report_read)
    return pidfd, pid, report_write


def _report(pidfd: int, pid: int, report: int, resting: int) -> None:
    _, status, usage = os.wait4(pid, 0)
    cpu = int((usage.ru_utime + usage.ru_stime) * 1e6)
    with contextlib.suppress(BrokenPipeError):  # the host had all it wanted and has closed the pipe
        os.write(report, REPORT.pack(status, cpu, max(0, usage.ru_maxrss * 1024 - resting)))
    os.close(report)
    os.close(pidfd)


def _child(nursery: _Nursery, data_fd: int, *, warm: bool) -> NoReturn:
    """Enter the jail, read one request, run it, answer, end. Whatever fails before the program runs ends the child."""
    try:
        os.dup2(data_fd, _DATA_FD)
        os.closerange(_DATA_FD + 1, 4096)
        jail.die_with(nursery.pid)
        jail.confine(nursery.filter)
        if warm:  # bring in the pages that nearly every program writes to, before anyone waits
            perform(SAMPLES[nursery.kind], policy.Run())
        random.seed(0)  # the same program gives the same result
        request = json.loads(_read_exactly(*HEADER.unpack(_read_exactly(HEADER.size))))
        jail.limit(math.ceil(jail.usage()[0] + request["cpu_s"]), nursery.space + request["memory_bytes"])
        answer = perform(request, nursery.run)
        data = memoryview(HEADER.pack(len(answer)) + answer)
        while data:
            data = data[os.write(_DATA_FD, data) :]
        os._exit(0)
    finally:
        os._exit(70)


def _read_exactly(size: int) -> bytes:
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
        jail.limit(math.ceil(request["cpu_s"]) + 1, (1 << 32) + request["memory_bytes"])
    wire = sys.stdout.buffer  # a program's own prints go elsewhere
    wire.write(perform(request, policy.Run()))
    wire.flush()


def perform(request: Mapping[str, Any], run: policy.Run) -> bytes:
    """Run one program and describe the result in JSON: the frame that `pool` reads."""
    cpu_s, idle_bytes = jail.usage()
    status, error, value, steps = "ok", "", '["none"]', ""
    namespace: dict[str, Any] = {}
    try:
        answer = run.execute(
            request["source"], namespace, request["stdout_bytes"], language=request["language"]
        )
        value = values.encode(answer, request["value_bytes"])
        steps = _steps(run, request["value_bytes"])
    except BaseException as raised:
        _reserve.clear()
        status, error = _describe(raised, request["source"])
        namespace.clear()
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
            if text.startswith(_NUMERIC):
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
