"""The process that forks one jailed child per program, and what the child does.

Started by `pool` as a fresh single-threaded interpreter: load and warm everything a program may import, leave the
host's world (`jail.isolate`), then fork a child for every byte that arrives on the control socket. For each child the
host gets three descriptors: a socket to it, a pipe on which the zygote reports how it ended, and a pidfd. The zygote
never reads what a child writes. When the control socket or the host is gone, everything here ends.
"""

import contextlib
import gc
import json
import math
import os
import random
import resource
import select
import signal
import socket
import struct
import sys
import traceback
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NoReturn

from . import jail, policy, values

HEADER: Final = struct.Struct("!I")
REPORT: Final = struct.Struct("!iqq")  # wait status, CPU microseconds, peak bytes above the idle image
_DATA_FD: Final = 3
_NUMERIC: Final = ('["int"', '["float"', '["fraction"', '["decimal"')


def main(kind: str, control_fd: int, host_pid: int) -> NoReturn:
    """Run a zygote of `kind` ("slim" or "sympy") for the host process, until the host or its socket is gone."""
    control = socket.socket(fileno=control_fd)
    host = os.pidfd_open(host_pid)
    if os.getppid() != host_pid:
        os._exit(1)
    policy.preload(kind)
    baseline = jail.address_space()
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:  # noqa: PTH123
        file.write("1000")
    layers = jail.isolate()
    launcher = os.getpid()
    pid = os.fork()
    if pid == 0:
        os.close(host)
        try:
            layers += jail.seal(launcher)
            program = jail.seccomp_program()
            resting = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        except OSError as error:
            control.send(json.dumps({"layers": layers, "missing": str(error)}).encode())
            os._exit(1)
        gc.disable()
        gc.collect()
        gc.freeze()
        control.send(json.dumps({"layers": [*layers, "seccomp", "rlimits"], "missing": ""}).encode())
        _serve(control, baseline, resting, program)
    control.close()
    zygote = os.pidfd_open(pid)
    poller = select.poll()
    poller.register(host, select.POLLIN)
    poller.register(zygote, select.POLLIN)
    poller.poll()
    with contextlib.suppress(OSError):
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os._exit(0)


def _serve(control: socket.socket, baseline: int, resting: int, program: bytes) -> NoReturn:
    """Fork on request, report each end, until the control socket closes."""
    zygote = os.getpid()
    children: dict[int, tuple[int, int]] = {}  # pidfd -> (pid, write end of the report pipe)
    poller = select.poll()
    poller.register(control, select.POLLIN)
    while True:
        for descriptor, _ in poller.poll():
            if descriptor in children:
                pid, report = children.pop(descriptor)
                _, status, usage = os.wait4(pid, 0)
                cpu = int((usage.ru_utime + usage.ru_stime) * 1e6)
                with contextlib.suppress(
                    BrokenPipeError
                ):  # the host had all it wanted and has closed the pipe
                    os.write(report, REPORT.pack(status, cpu, max(0, usage.ru_maxrss * 1024 - resting)))
                poller.unregister(descriptor)
                os.close(report)
                os.close(descriptor)
                continue
            try:
                wanted = control.recv(64)
            except ConnectionResetError:  # the host closed with children still in the socket
                wanted = b""
            if not wanted:
                os._exit(0)
            for _ in wanted:
                ours, theirs = socket.socketpair()
                report_read, report_write = os.pipe()
                pid = os.fork()
                if pid == 0:
                    _child(theirs.fileno(), zygote, baseline, program)
                pidfd = os.pidfd_open(pid)
                theirs.close()
                socket.send_fds(control, [b"+"], [ours.fileno(), report_read, pidfd])
                ours.close()
                os.close(report_read)
                children[pidfd] = (pid, report_write)
                poller.register(pidfd, select.POLLIN)


def _child(data_fd: int, parent: int, baseline: int, program: bytes) -> NoReturn:
    """Enter the jail, read one request, run it, answer, end. Whatever fails before the program runs ends the child."""
    try:
        os.dup2(data_fd, _DATA_FD)
        os.closerange(_DATA_FD + 1, 4096)
        jail.die_with(parent)
        jail.confine(program)
        random.seed(0)  # the same program gives the same result
        request = json.loads(_read_exactly(HEADER.unpack(_read_exactly(HEADER.size))[0]))
        used = resource.getrusage(resource.RUSAGE_SELF)
        cpu_limit = math.ceil(used.ru_utime + used.ru_stime + request["cpu_s"])
        jail.limit(cpu_limit, baseline + request["memory_bytes"])
        answer = json.dumps(perform(request)).encode()
        _write_all(HEADER.pack(len(answer)) + answer)
    finally:
        os._exit(70)


def _read_exactly(size: int) -> bytes:
    parts: list[bytes] = []
    while size > 0:
        part = os.read(_DATA_FD, size)
        if not part:
            os._exit(0)  # the host does not want this child any more
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _write_all(data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(_DATA_FD, view) :]


def perform(request: Mapping[str, Any]) -> dict[str, Any]:
    """Run one program and describe the result in the plain terms of the wire."""
    started = resource.getrusage(resource.RUSAGE_SELF)
    run = policy.Run(request["stdout_bytes"])
    status, error, value, steps = "ok", "", "", []
    reserve = bytearray(1 << 20)  # given back when memory runs out, so that saying so is possible
    namespace: dict[str, Any] = {}
    try:
        answer = run.execute(request["source"], namespace, language=request["language"])
        steps = _steps(run, request["value_bytes"])
        value = values.encode(answer, request["value_bytes"])
    except BaseException as raised:
        del reserve
        status, error = _describe(raised, request["source"])
        namespace.clear()
    if run.violation:
        status, error = run.violation.status, run.violation.text
    ended = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "nonce": request["nonce"],
        "status": status,
        "error": error,
        "value": value if status == "ok" else "",
        "steps": steps,
        "stdout": run.stdout(),
        "cpu_us": int((ended.ru_utime + ended.ru_stime - started.ru_utime - started.ru_stime) * 1e6),
        "peak_bytes": max(0, ended.ru_maxrss - started.ru_maxrss) * 1024,
    }


def _steps(run: policy.Run, budget: int) -> list[tuple[str, int, str]]:
    """The numeric names in order of last assignment; the earliest are dropped if all together are too long."""
    steps: list[tuple[str, int, str]] = []
    for name, (line, value) in reversed(run.assigned.items()):
        with contextlib.suppress(values.ValueRejected):
            if type(value) in (int, float, Fraction, Decimal) or type(value).__module__.startswith("sympy."):
                text = values.encode(value)
                if not text.startswith(_NUMERIC):
                    continue
                budget -= len(text) + len(name)
                if budget < 0:
                    break
                steps.append((name, line, text))
    return steps[::-1]


def _describe(raised: BaseException, source: str) -> tuple[str, str]:
    """The status, and one line to repair the program from: kind, line, message, the line itself."""
    if isinstance(raised, MemoryError):
        return "memory", "MemoryError: the program needs more memory than it may use"
    if isinstance(raised, values.ValueRejected):
        return "result_error", str(raised)
    line = 0
    if isinstance(raised, policy.Refused):
        return raised.status, raised.text
    for frame, number in traceback.walk_tb(raised.__traceback__):
        line = number if frame.f_code.co_filename == policy.FILENAME else line
    try:
        text = str(raised)
    except BaseException as second:
        text = type(second).__name__
    lines = source.splitlines()
    quoted = f" | {lines[line - 1].strip()[:200]}" if 0 < line <= len(lines) else ""
    where = f" at line {line}" if line else ""
    message = " ".join(f"{type(raised).__name__}{where}: {text[:300]}{quoted}".split())
    return "runtime_error", message


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
