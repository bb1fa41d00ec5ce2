"""The kernel layer: what a jailed process may ask of Linux, in one place.

`isolate` and `seal` are entered once by the zygote (namespaces with an empty read-only root, no capabilities, Landlock
without a rule); `confine` by each child (resource limits, a seccomp allow-list). Every function raises OSError when
the kernel refuses, so a caller can fail closed. Only ctypes and system calls: nothing to install. Does not run
programs, and promises nothing against kernel bugs or side channels.
"""

import contextlib
import ctypes
import errno
import importlib
import os
import platform
import struct
import sys
import time
import tomllib
from pathlib import Path
from typing import Any, ClassVar, Final

_NAMESPACES: Final = {
    "user": 0x10000000, "mount": 0x20000, "pid": 0x20000000, "net": 0x40000000, "ipc": 0x8000000, "uts": 0x4000000
}  # fmt: skip
_NOBODY: Final = 65534
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_SECCOMP = 1, 4, 22
_PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS, _PR_CAP_AMBIENT = 24, 38, 47

_KERNELS: Final = tomllib.loads(Path(__file__).with_name("allowed.toml").read_text("utf-8"))["kernel"]
_CALLS: Final[dict[str, Any]] = _KERNELS.get(platform.machine(), {})

resource: Any = importlib.import_module("resource") if os.name == "posix" else None
_libc: Any = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
if _libc:  # said once: telling it per call costs a child 0.1 ms
    _libc.prctl.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)


def unsupported() -> str:
    """Why this machine cannot have the kernel layer at all, or "" if it may."""
    return "" if _CALLS else f"no system call table for {platform.machine()}"


def isolate() -> list[str]:
    """Leave the host's view of users, files, processes, network and messages; root becomes nobody first.

    Call in a single-threaded process that has loaded all it needs; its next child is the first of the new pid
    namespace. Returns the layers gained, which may be none: containers often refuse user namespaces.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    descriptors = resource.getrlimit(resource.RLIMIT_NOFILE)[1]  # what is on its way to a host counts too
    resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))
    if os.geteuid() == 0:
        with contextlib.suppress(OSError):
            os.setgroups([])
            os.setresgid(_NOBODY, _NOBODY, _NOBODY)
            os.setresuid(_NOBODY, _NOBODY, _NOBODY)
    _prctl(_PR_SET_DUMPABLE, 1)  # changing user cleared it, and /proc/self/uid_map needs it
    user, group = os.getuid(), os.getgid()
    try:
        _call("unshare", ctypes.c_int(sum(_NAMESPACES.values())))
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
        _empty_root()
    except OSError:
        return []
    return [f"{name} namespace" for name in _NAMESPACES]


def _empty_root() -> None:
    private_recursive, remount, read_only = 0x40000 | 0x4000, 0x20, 0x1 | 0x2 | 0x4 | 0x8
    _call("mount", None, b"/", None, ctypes.c_ulong(private_recursive), None)
    _call("mount", b"tmpfs", b"/proc", b"tmpfs", ctypes.c_ulong(0), b"size=4k,mode=555")
    os.chdir("/proc")
    _syscall(_CALLS["pivot_root"], b".", b".")
    _call("umount2", b".", ctypes.c_int(2))
    os.chdir("/")
    _call("mount", None, b"/", None, ctypes.c_ulong(remount | read_only), None)


def seal(parent: int) -> list[str]:
    """Give up every capability and all files for good; die with `parent`. Returns the layers gained."""
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    _prctl(_PR_CAP_AMBIENT, 4)
    for capability in range(64):
        with contextlib.suppress(OSError):  # EPERM without CAP_SETPCAP, EINVAL past the last one
            _prctl(_PR_CAPBSET_DROP, capability)
    _syscall(_CALLS["capset"], struct.pack("=Ii", 0x20080522, 0), bytes(24))
    abi = _landlock()
    _prctl(_PR_SET_DUMPABLE, 0)
    die_with(parent)
    return ["no capabilities", f"landlock abi {abi}"]


def _landlock() -> int:
    """Handle every right this kernel's Landlock knows and allow none; returns its version."""
    create_ruleset, restrict_self = 444, 446  # the same on every machine
    abi = _syscall(create_ruleset, None, ctypes.c_size_t(0), ctypes.c_uint(1))
    files = (1 << 13) - 1 | sum(1 << bit for bit, since in ((13, 2), (14, 3), (15, 5)) if abi >= since)
    attributes = struct.pack("=QQQ", files, 3 if abi >= 4 else 0, 3 if abi >= 6 else 0)
    length = 8 if abi < 4 else 16 if abi < 6 else 24
    ruleset = _syscall(create_ruleset, attributes, ctypes.c_size_t(length), ctypes.c_uint(0))
    _syscall(restrict_self, ctypes.c_int(ruleset), ctypes.c_uint(0))
    os.close(ruleset)
    return abi


def die_with(parent: int) -> None:
    """Be killed when the parent process goes; if it has gone already, end now."""
    _prctl(_PR_SET_PDEATHSIG, 9)
    if os.getppid() not in (parent, 0):  # 0: the parent is outside this pid namespace
        os._exit(1)


def confine(seccomp: "Filter") -> None:
    """Give up opening descriptors and enter the filter. Nothing can leave it again. Needs `seal` before."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (8, 8))
    _prctl(_PR_SET_SECCOMP, 2, seccomp.address)


def limit(cpu_s: int, address_space: int) -> None:
    """Lower the calling process's own limits: CPU seconds and bytes of address space, both in total."""
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s))
    resource.setrlimit(resource.RLIMIT_AS, (address_space, address_space))


def usage() -> tuple[float, int]:
    """Seconds of processor time and the most bytes of memory this process has used; bytes are 0 where unknown."""
    if resource is None:
        return time.process_time(), 0
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def address_space() -> int:
    """Bytes of address space this process has now."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


class _Program(ctypes.Structure):
    _fields_: ClassVar = [("length", ctypes.c_ushort), ("code", ctypes.c_char_p)]


class Filter:
    """The seccomp filter as classic BPF: foreign architectures and x32 die, then allow, deny politely, or kill."""

    def __init__(self) -> None:
        load, equal, at_least, any_bit, done = 0x20, 0x15, 0x35, 0x45, 0x06
        verdicts = (0x7FFF0000, 0x50000 | errno.EACCES, 0x80000000)
        permit, refuse, kill = ((done, 0, 0, verdict) for verdict in verdicts)
        number, machine, first, first_high, third = ((load, 0, 0, at) for at in (0, 4, 16, 20, 32))
        # A comparison skips so many of the lines after it: (which, if true, if false, with what).
        code = [machine, (equal, 1, 0, _CALLS["audit_arch"]), kill]
        code += [number, (at_least, 0, 1, 0x40000000), kill]
        for call in _CALLS["allow"].split()[1::2]:
            code += [(equal, 0, 1, int(call)), permit]
        for call in (_CALLS["mmap"], _CALLS["mprotect"]):  # no PROT_EXEC in the third argument
            code += [(equal, 0, 4, call), third, (any_bit, 1, 0, 4), permit, refuse]
        code += [(equal, 0, 6, _CALLS["prlimit64"]), first, (equal, 0, 3, 0)]  # the own limits only: pid 0
        code += [first_high, (equal, 0, 1, 0), permit, refuse]
        for call in _CALLS["deny"].split()[1::2]:
            code += [(equal, 0, 1, int(call)), refuse]
        code.append(kill)
        self._program = _Program(len(code), b"".join(struct.pack("=HBBI", *line) for line in code))
        self.address = ctypes.addressof(self._program)


def _prctl(option: int, first: int, second: int = 0) -> None:
    _call("prctl", option, first, second, 0, 0)


def _syscall(number: int, *arguments: object) -> int:
    return _call("syscall", ctypes.c_long(number), *arguments)


def _call(name: str, *arguments: object) -> int:
    result: int = getattr(_libc, name)(*arguments)
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{name}: {os.strerror(error)}")
    return result
