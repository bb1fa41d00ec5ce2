"""The host's side: outcomes, limits, threads, loss of a zygote or of the host, and what is left behind."""

import asyncio
import contextlib
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from askback.sandbox import Limits, Outcome, Sandbox, pool


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as made:
        yield made


def descendants(root: int) -> dict[int, str]:
    """The processes below `root` and their states."""
    parents: dict[int, tuple[int, str]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                state, parent = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
                parents[int(entry.name)] = int(parent), state
    found: dict[int, str] = {}
    frontier = {root}
    while frontier:
        frontier = {pid for pid, (parent, _) in parents.items() if parent in frontier}
        found |= {pid: parents[pid][1] for pid in frontier}
    return found


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def wait_until_gone(pids: set[int], seconds: float = 10.0) -> set[int]:
    deadline = time.monotonic() + seconds
    while pids and time.monotonic() < deadline:
        pids = {pid for pid in pids if Path(f"/proc/{pid}").exists()}
        time.sleep(0.02)
    return pids


# --- what comes back --------------------------------------------------------------------------------------------------


def test_answer_steps_and_output_come_back(sandbox: Sandbox) -> None:
    outcome = sandbox.run(
        "from fractions import Fraction\nprice = Fraction(3, 4)\ncount = 2\nname = 'pens'\n"
        "count += 1\nprint(name, count)\nanswer = price * count\n"
    )
    assert (outcome.status, outcome.value, outcome.stdout, outcome.error) == (
        "ok",
        Fraction(9, 4),
        "pens 3\n",
        "",
    )
    assert [(s.name, s.value, s.line) for s in outcome.steps] == [
        ("price", Fraction(3, 4), 2),
        ("count", 3, 5),
        ("answer", Fraction(9, 4), 7),
    ]
    assert outcome.layers[0] == "language"
    assert outcome.wall_s > 0


STEPS = {
    "solution()": ("def solution():\n    a = 2\n    b = a * 3\n    return b", [("a", 2, 2), ("b", 6, 3)]),
    "last assignment decides": (
        "a = 1\nb = 2\nfor n in range(2):\n    a += n\nanswer = a",
        [("b", 2, 2), ("n", 1, 3), ("a", 2, 4), ("answer", 2, 5)],
    ),
    "branches": ("a = 1\nif a > 5:\n    b = 1\nelse:\n    b = 2", [("a", 1, 1), ("b", 2, 5)]),
    "unpacking": ("a, (b, c) = 1, (2, 3)\nanswer = a", [("a", 1, 1), ("b", 2, 1), ("c", 3, 1), ("answer", 1, 2)]),
    "annotated": ("a: int = 4\nanswer: float = a / 8", [("a", 4, 1), ("answer", 0.5, 2)]),
    "helpers' names do not count": ("def f(x):\n    y = x + 1\n    return y\nanswer = f(1)", [("answer", 2, 4)]),
    "only numbers": ("a = 'x'\nb = [1]\nc = True\nd = None\nanswer = 1", [("answer", 1, 5)]),
    "sympy numbers": ("import sympy\na = sympy.Rational(1, 3)\nb = sympy.Symbol('x')", [("a", Fraction(1, 3), 2)]),
}  # fmt: skip


@pytest.mark.parametrize("name", STEPS)
def test_steps_are_the_numeric_names_in_order_of_last_assignment(name: str, sandbox: Sandbox) -> None:
    program, expected = STEPS[name]
    end = "" if "answer" in program or "solution" in program else "\nanswer = None"
    assert [(step.name, step.value, step.line) for step in sandbox.run(program + end).steps] == expected


ERRORS = {
    "x = 1\ny = x / 0\n": ("runtime_error", "ZeroDivisionError at line 2: division by zero | y = x / 0"),
    "def f(\n": ("syntax_error", "SyntaxError at line 1: '(' was never closed | def f("),
    "a = 1\nreturn a": ("syntax_error", "SyntaxError at line 2: 'return' outside function | return a"),
    "import os": ("policy_violation", "line 1: import of 'os' is not allowed; there are "),
    "x = 1\nx.__class__": ("policy_violation", "line 2: the attribute '__class__' is not allowed"),
    "total = 1\nanswer = totl": ("runtime_error", "NameError at line 2: name 'totl' is not defined | answer = totl"),
    "x = 1": ("result_error", "the program neither assigns `answer` nor defines `solution()`"),
    "x = [0] * 10**10": ("memory", "MemoryError: "),
    "class E(Exception):\n    def __str__(self): return 1\nraise E()": ("runtime_error", "E at line 3: TypeError"),
    "answer = 1\x00": ("syntax_error", "SyntaxError"),
    "answer = '\ud800'": ("syntax_error", "UnicodeEncodeError"),
}  # fmt: skip


@pytest.mark.parametrize("program", ERRORS, ids=repr)
def test_an_error_is_one_line_to_repair_from(program: str, sandbox: Sandbox) -> None:
    outcome = sandbox.run(program)
    status, start = ERRORS[program]
    assert outcome.status == status
    assert outcome.error.startswith(start)
    assert "\n" not in outcome.error


def test_half_a_surrogate_pair_never_reaches_the_host(sandbox: Sandbox) -> None:
    outcome = sandbox.run(r"print('\ud800')" + "\n" + r"raise ValueError('\ud800')")
    assert repr(outcome).encode()
    assert (outcome.stdout, outcome.status) == ("?\n", "runtime_error")


def test_the_same_program_gives_the_same_result(sandbox: Sandbox) -> None:
    program = "import random\nanswer = [random.random(), str({'a', 'b', 'c'}), random.randint(1, 10**9)]"
    assert len({str(outcome.value) for outcome in sandbox.run_many([program] * 6)}) == 1


def test_a_batch_keeps_its_order_and_its_failures_apart(sandbox: Sandbox) -> None:
    programs = [f"answer = {n}" if n % 3 else "1/0" for n in range(20)]
    assert [outcome.value for outcome in sandbox.run_many(programs)] == [
        n if n % 3 else None for n in range(20)
    ]


def test_an_empty_batch_is_empty(sandbox: Sandbox) -> None:
    assert sandbox.run_many([]) == []


# --- limits -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "limits", [{"wall_s": 0.0}, {"cpu_s": -1.0}, {"memory_bytes": 0}, {"wall_s": float("inf")}]
)
def test_limits_must_be_above_zero(limits: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="above zero"):
        Limits(**limits)  # type: ignore[arg-type]


def test_a_deadline_is_kept_by_killing(sandbox: Sandbox) -> None:
    outcome = sandbox.run("while True: pass", Limits(wall_s=0.3))
    assert (outcome.status, outcome.error) == ("timeout", "stopped after 0.3 s")
    assert 0.3 <= outcome.wall_s < 1.5  # on a busy machine; the benchmark measures the overshoot


def test_one_slow_program_does_not_hold_up_the_others(sandbox: Sandbox) -> None:
    outcomes = sandbox.run_many(["while True: pass", *["answer = 1"] * 10], Limits(wall_s=1.0))
    assert [outcome.status for outcome in outcomes] == ["timeout", *["ok"] * 10]


def test_processor_time_has_a_limit_of_its_own(sandbox: Sandbox) -> None:
    outcome = sandbox.run("while True: pass", Limits(wall_s=30.0, cpu_s=1.0))
    assert outcome.status == "timeout"
    assert outcome.wall_s < 25


def test_memory_is_counted_beyond_the_idle_interpreter(sandbox: Sandbox) -> None:
    small, large = Limits(memory_bytes=32 * 2**20), Limits(memory_bytes=128 * 2**20)
    program = "x = [0] * (8 * 2**20)\nanswer = len(x)"  # 64 MiB
    assert sandbox.run(program, small).status == "memory"
    assert sandbox.run(program, large).status == "ok"
    assert 60 * 2**20 < sandbox.run(program, large).peak_bytes < 80 * 2**20


# --- threads, asyncio, forks of the host ------------------------------------------------------------------------------


def test_many_threads_share_one_sandbox(sandbox: Sandbox) -> None:
    with ThreadPoolExecutor(16) as threads:
        outcomes = list(threads.map(sandbox.run, [f"answer = {n}" for n in range(100)]))
    assert [outcome.value for outcome in outcomes] == list(range(100))


def test_a_zygote_outlives_the_thread_that_started_it() -> None:
    with Sandbox() as sandbox:
        outcomes: list[Outcome] = []
        thread = threading.Thread(target=lambda: outcomes.append(sandbox.run("answer = 1")))
        thread.start()
        thread.join()
        time.sleep(0.2)
        outcomes.append(sandbox.run("answer = 2"))
    assert [outcome.value for outcome in outcomes] == [1, 2]


def test_asyncio_runs_side_by_side(sandbox: Sandbox) -> None:
    async def both() -> list[Outcome]:
        return await asyncio.gather(*(sandbox.arun(f"answer = {n}") for n in range(10)))

    assert [outcome.value for outcome in asyncio.run(both())] == list(range(10))


@pytest.mark.filterwarnings("ignore:This process.*is multi-threaded:DeprecationWarning")
def test_a_fork_of_the_host_gets_zygotes_of_its_own(sandbox: Sandbox) -> None:
    sandbox.run("answer = 0")
    context = multiprocessing.get_context("fork")
    answers = context.SimpleQueue()

    def child() -> None:
        answers.put(sandbox.run("answer = 1").value)
        sandbox.close()

    process = context.Process(target=child)
    process.start()
    process.join(60)
    assert (process.exitcode, answers.get()) == (0, 1)
    assert sandbox.run("answer = 2").value == 2


# --- loss -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("depth", ["launcher", "zygote"])
def test_a_lost_zygote_is_reported_once_and_replaced(depth: str) -> None:
    before = set(descendants(os.getpid()))
    with Sandbox() as sandbox:
        assert sandbox.run("answer = 1").status == "ok"
        launcher = next(
            pid for pid in set(descendants(os.getpid())) - before if parent_of(pid) == os.getpid()
        )
        zygote = next(pid for pid in descendants(launcher) if parent_of(pid) == launcher)
        os.kill(launcher if depth == "launcher" else zygote, signal.SIGKILL)
        start = time.monotonic()
        wait_until_gone({zygote})
        outcomes = [sandbox.run("answer = 2") for _ in range(3)]
        assert outcomes[0].status in ("ok", "sandbox_lost")
        assert [outcome.value for outcome in outcomes[1:]] == [2, 2]
        assert time.monotonic() - start < 30


def test_a_zygote_lost_under_a_running_program_is_reported() -> None:
    before = set(descendants(os.getpid()))
    with Sandbox() as sandbox:
        sandbox.run("answer = 1")
        ours = set(descendants(os.getpid())) - before
        timer = threading.Timer(
            0.5, lambda: [os.kill(pid, signal.SIGKILL) for pid in ours if descendants(pid)]
        )
        timer.start()
        outcome = sandbox.run("while True: pass", Limits(wall_s=20.0))
        timer.join()
        assert outcome.status == "sandbox_lost"
        assert outcome.wall_s < 15
        assert sandbox.run("answer = 1").status == "ok"


HOST = """
import sys, threading
from askback.sandbox import Limits, Sandbox
sandbox = Sandbox()
sandbox.run("answer = 1")
threading.Thread(target=sandbox.run, args=("while True: pass", Limits(wall_s=600.0))).start()
print("running", flush=True)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM], ids=["killed", "terminated"])
def test_a_host_that_dies_leaves_no_process_behind(how: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", HOST], stdout=subprocess.PIPE) as host:
        assert host.stdout is not None
        host.stdout.readline()
        time.sleep(0.5)
        left = set(descendants(host.pid))
        assert len(left) >= 3  # launcher, zygote, child
        host.send_signal(how)
        host.wait()
        assert wait_until_gone(left) == set()


def test_a_forgotten_sandbox_ends_with_its_last_reference() -> None:
    before = set(descendants(os.getpid()))
    forgotten = Sandbox()
    forgotten.run("answer = 1")
    started = set(descendants(os.getpid())) - before
    assert started
    del forgotten
    assert wait_until_gone(started) == set()


def test_closing_ends_everything_and_twice_does_no_harm() -> None:
    before = set(descendants(os.getpid()))
    sandbox = Sandbox()
    sandbox.run("answer = 1")
    started = set(descendants(os.getpid())) - before
    sandbox.close()
    sandbox.close()
    assert wait_until_gone(started) == set()
    assert sandbox.run("answer = 2").value == 2
    sandbox.close()


def test_a_thousand_runs_leak_nothing() -> None:
    with Sandbox(spares=2) as sandbox:
        good, bad = "answer = 1", "import os"
        sandbox.run_many([good, bad] * 20)
        time.sleep(0.5)
        descriptors, processes = len(list(Path("/proc/self/fd").iterdir())), len(descendants(os.getpid()))
        sandbox.run_many([good, bad] * 500)
        time.sleep(1.0)
        states = descendants(os.getpid())
        assert len(list(Path("/proc/self/fd").iterdir())) <= descriptors
        assert len(states) <= processes + 1
        assert "Z" not in states.values()


# --- places where the full promise cannot be kept ---------------------------------------------------------------------


def test_without_the_kernel_layer_nothing_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_UNSUPPORTED", "the kernel layer needs Linux, this is elsewhere")
    with Sandbox() as sandbox:
        outcome = sandbox.run("answer = 1")
    assert (outcome.status, outcome.value, outcome.layers) == ("unavailable", None, ())
    assert outcome.error.endswith("the kernel layer needs Linux, this is elsewhere")


DEGRADED = {
    "answer = 1": "ok",
    "while True: pass": "timeout",
    "import os": "policy_violation",
    "x = [0] * 10**11": "memory",
    "import sympy\nanswer = sympy.Rational(1, 2)": "ok",
}


@pytest.mark.parametrize("program", DEGRADED, ids=repr)
def test_degraded_runs_say_so(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_UNSUPPORTED", "the kernel layer needs Linux, this is elsewhere")
    with Sandbox(allow_degraded=True) as sandbox:
        outcome = sandbox.run(program, Limits(wall_s=1.0))
    assert outcome.status == DEGRADED[program]
    assert outcome.layers == ("degraded", "own process", "language")


PLACE = """
from askback.sandbox import Sandbox
with Sandbox() as sandbox:
    print(sandbox.run("import sympy\\nanswer = sympy.Rational(1, 2)").layers)
with Sandbox(language_layer=False) as sandbox:
    print([sandbox.run(p).status for p in ("open('/etc/passwd')", "import os; os.kill(1, 9)", "answer = 1")])
"""
PLACES = {
    "an ordinary user": (["unshare", "-U", "--map-user=1000", "--map-group=1000"], True),
    "a container without user namespaces": (
        ["unshare", "-Ur", "sh", "-c", 'echo 0 > /proc/sys/user/max_user_namespaces; exec "$@"', "sh"],
        False,
    ),
}


@pytest.mark.parametrize("name", PLACES)
def test_the_kernel_holds_for(name: str) -> None:
    prefix, namespaces = PLACES[name]
    if shutil.which("unshare") is None or subprocess.run([*prefix, "true"], capture_output=True).returncode:
        pytest.skip("this machine cannot play that place")
    done = subprocess.run([*prefix, sys.executable, "-c", PLACE], capture_output=True, text=True, check=True)
    layers, statuses = done.stdout.splitlines()
    assert ("pid namespace" in layers) is namespaces
    assert all(layer in layers for layer in ("no capabilities", "landlock", "seccomp", "rlimits"))
    assert statuses == "['runtime_error', 'killed', 'ok']"


# --- whatever a child writes -----------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.booleans())
def test_arbitrary_bytes_from_a_child_never_fool_the_host(alone: Sandbox, data: bytes, header: bool) -> None:
    written = len(data).to_bytes(4, "big") + data if header else data
    outcome = alone.run(f"import os\nos.write(3, {written!r})\nos._exit(0)", Limits(wall_s=5.0))
    assert outcome.status in ("protocol", "crash")
    assert outcome.value is None


@pytest.fixture(scope="module")
def alone() -> Iterator[Sandbox]:
    with Sandbox(language_layer=False) as made:
        yield made
