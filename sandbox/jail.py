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
from pathlib import Path
from typing import Any, ClassVar, Final

NAMESPACES: Final = {"user": 0x10000000, "mount": 0x20000, "pid": 0x20000000, "net": 0x40000000} | {
    "ipc": 0x8000000,
    "uts": 0x4000000,
}
NOBODY: Final = 65534

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_SECCOMP = 1, 4, 22
_PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS, _PR_CAP_AMBIENT = 24, 38, 47

# System call numbers. ALLOW: what a computing, printing interpreter needs. DENY (EACCES): what the import system
# and error reports probe for, so that they fail politely. Everything else kills the process.
_X86_64: Final = {
    "arch": 0xC000003E,
    "allow": "read 0 write 1 close 3 lseek 8 munmap 11 brk 12 rt_sigaction 13 rt_sigprocmask 14 rt_sigreturn 15 "
    "sched_yield 24 mremap 25 madvise 28 getpid 39 exit 60 gettimeofday 96 getrusage 98 "
    "sigaltstack 131 gettid 186 futex 202 restart_syscall 219 clock_gettime 228 clock_getres 229 exit_group 231 "
    "getrandom 318",
    "deny": "open 2 stat 4 fstat 5 lstat 6 ioctl 16 access 21 fcntl 72 getcwd 79 readlink 89 statfs 137 openat 257 "
    "newfstatat 262 readlinkat 267 faccessat 269 statx 332 openat2 437 faccessat2 439",
    "mmap": 9,
    "mprotect": 10,
    "prlimit64": 302,
    "capset": 126,
    "pivot_root": 155,
}
_AARCH64: Final = {
    "arch": 0xC00000B7,
    "allow": "close 57 lseek 62 read 63 write 64 exit 93 exit_group 94 futex 98 clock_gettime 113 clock_getres 114 "
    "sched_yield 124 restart_syscall 128 sigaltstack 132 rt_sigaction 134 rt_sigprocmask 135 rt_sigreturn 139 "
    "getrusage 165 gettimeofday 169 getpid 172 gettid 178 brk 214 munmap 215 mremap 216 "
    "madvise 233 getrandom 278",
    "deny": "getcwd 17 fcntl 25 ioctl 29 statfs 43 faccessat 48 openat 56 readlinkat 78 newfstatat 79 fstat 80 "
    "statx 291 openat2 437 faccessat2 439",
    "mmap": 222,
    "mprotect": 226,
    "prlimit64": 261,
    "capset": 91,
    "pivot_root": 41,
}
_TABLES: Final = {"x86_64": _X86_64, "aarch64": _AARCH64}

resource: Any = importlib.import_module("resource") if os.name == "posix" else None
_libc: Any = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
if _libc:
    _libc.prctl.argtypes = (
        ctypes.c_int,
        *[ctypes.c_ulong] * 4,
    )  # said once: telling it per call costs a child 0.1 ms


def unsupported() -> str:
    """Why this machine cannot have the kernel layer at all, or "" if it may."""
    return "" if platform.machine() in _TABLES else f"no system call table for {platform.machine()}"


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
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)
    _prctl(_PR_SET_DUMPABLE, 1)  # changing user cleared it, and /proc/self/uid_map needs it
    user, group = os.getuid(), os.getgid()
    flags = 0
    for flag in NAMESPACES.values():
        flags |= flag
    try:
        _call("unshare", ctypes.c_int(flags))
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
        _empty_root()
    except OSError:
        return []
    return [f"{name} namespace" for name in NAMESPACES]


def _empty_root() -> None:
    private_recursive, read_only = 0x40000 | 0x4000, 0x1 | 0x2 | 0x4 | 0x8
    _call("mount", None, b"/", None, ctypes.c_ulong(private_recursive), None)
    _call("mount", b"tmpfs", b"/proc", b"tmpfs", ctypes.c_ulong(0), b"size=4k,mode=555")
    os.chdir("/proc")
    _syscall(_TABLES[platform.machine()]["pivot_root"], b".", b".")
    _call("umount2", b".", ctypes.c_int(2))
    os.chdir("/")
    _call("mount", None, b"/", None, ctypes.c_ulong(0x20 | read_only), None)


def seal(parent: int) -> list[str]:
    """Give up every capability and all files for good; die with `parent`. Returns the layers gained."""
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    _prctl(_PR_CAP_AMBIENT, 4)
    for capability in range(64):
        with contextlib.suppress(OSError):  # EPERM without CAP_SETPCAP, EINVAL past the last one
            _prctl(_PR_CAPBSET_DROP, capability)
    header, nothing = struct.pack("=Ii", 0x20080522, 0), bytes(24)
    _syscall(_TABLES[platform.machine()]["capset"], header, nothing)
    abi = _landlock()
    _prctl(_PR_SET_DUMPABLE, 0)
    die_with(parent)
    return ["no capabilities", f"landlock abi {abi}"]


def _landlock() -> int:
    abi = _syscall(444, None, ctypes.c_size_t(0), ctypes.c_uint(1))
    files = (
        (1 << 13) - 1
        | (1 << 13 if abi >= 2 else 0)
        | (1 << 14 if abi >= 3 else 0)
        | (1 << 15 if abi >= 5 else 0)
    )
    attributes = struct.pack("=QQQ", files, 3 if abi >= 4 else 0, 3 if abi >= 6 else 0)
    length = 8 if abi < 4 else 16 if abi < 6 else 24
    ruleset = _syscall(444, attributes, ctypes.c_size_t(length), ctypes.c_uint(0))
    _syscall(446, ctypes.c_int(ruleset), ctypes.c_uint(0))
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
        table = _TABLES[platform.machine()]
        allow, deny = ([int(n) for n in str(table[key]).split()[1::2]] for key in ("allow", "deny"))
        kill, permit, refuse = 0x80000000, 0x7FFF0000, 0x00050000 | errno.EACCES
        load, jump_equal, jump_at_least, jump_any, done = 0x20, 0x15, 0x35, 0x45, 0x06
        code: list[tuple[int, int, int, int]] = [
            (load, 0, 0, 4),
            (jump_equal, 1, 0, int(table["arch"])),
            (done, 0, 0, kill),
            (load, 0, 0, 0),
            (jump_at_least, 0, 1, 0x40000000),
            (done, 0, 0, kill),
        ]
        for number in allow:
            code += [(jump_equal, 0, 1, number), (done, 0, 0, permit)]
        for name in ("mmap", "mprotect"):  # the third argument, protection, must not hold PROT_EXEC
            code += [(jump_equal, 0, 4, int(table[name])), (load, 0, 0, 32), (jump_any, 1, 0, 4)]
            code += [(done, 0, 0, permit), (done, 0, 0, refuse)]
        code += [(jump_equal, 0, 6, int(table["prlimit64"])), (load, 0, 0, 16), (jump_equal, 0, 3, 0)]
        code += [
            (load, 0, 0, 20),
            (jump_equal, 0, 1, 0),
            (done, 0, 0, permit),
            (done, 0, 0, refuse),
        ]  # own limits
        for number in deny:
            code += [(jump_equal, 0, 1, number), (done, 0, 0, refuse)]
        code.append((done, 0, 0, kill))
        self._program = _Program(len(code), b"".join(struct.pack("=HBBI", *line) for line in code))
        self.address = ctypes.addressof(self._program)


def _prctl(option: int, first: int, second: int = 0) -> None:
    if _libc.prctl(option, first, second, 0, 0) < 0:
        raise OSError(ctypes.get_errno(), f"prctl {option}: {os.strerror(ctypes.get_errno())}")


def _call(name: str, *arguments: object) -> int:
    result: int = getattr(_libc, name)(*arguments)
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{name}: {os.strerror(error)}")
    return result


def _syscall(number: object, *arguments: object) -> int:
    return _call("syscall", ctypes.c_long(int(str(number))), *arguments)
