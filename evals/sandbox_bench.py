"""What the sandbox costs and whether it keeps its limits: `python -m askback.evals.sandbox_bench`.

Times are ratios to a bare fork of the same warmed image, taken turn by turn in one run, so that a busy machine weighs
on all alike; medians, with the 99th percentile where a bound names it. Beside them: bare `exec`, RestrictedPython in
this process, a fresh interpreter, and smolagents' interpreter if it is installed. `--soak 20000` runs that many good
and hostile programs, watches memory and descriptors, and draws them (`--plot soak.svg`). Does not judge answers or
attacks: that is what tests/sandbox does.
"""

import argparse
import importlib
import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from ..sandbox import Limits, Sandbox

PLAIN: Final = """from fractions import Fraction
apples = 12
price = Fraction(3, 4)
cost = apples * price
discount = cost / 10
total = cost - discount
rounds = 0
for i in range(10):
    rounds += i
answer = total + rounds
"""
PROGRAMS: Final = {
    "slim": PLAIN,
    "sympy": PLAIN.replace("from fractions import Fraction", "from sympy import Rational as Fraction"),
}
HOSTILE: Final = (
    "import os",
    "().__class__.__mro__",
    "x = [0] * 10**10",
    "def f(): return f()\nf()",
    "answer = 'x' * 10**7",
    "while True: print('x' * 1000)",
    "answer = 10**5000",
    "1/0",
)
CORES: Final = len(os.sched_getaffinity(0))
BOUNDS: Final[dict[str, tuple[str, float]]] = {
    "on demand, p50": ("<=", 2.2),
    "with spares, p50": ("<=", 1.2),
    "with spares, p99": ("<=", 8),
    "jail set-up, ms": ("<=", 0.5),
    "wall overshoot, ms": ("<=", 50),
    "16 in one batch / one on demand": ("<=", 6),
    "16 in one batch / one from a spare": ("<=", 6),
    "batch of 100 / one by one, speed-up": (">=", 1.5),
    "two zygotes / one, speed-up": (">=", 1.5),
}

# The same image as a zygote's, without any jail: forks, runs the program with exec, waits; says how long it took.
BARE: Final = """
import gc, json, os, sys, time
sys.path[:] = {path!r}
from askback.sandbox import jail, zygote
zygote.warm({kind!r})
seccomp, space = jail.Filter(), jail.address_space()
jail._prctl(38, 1)
gc.disable(); gc.collect(); gc.freeze()
print("ready", flush=True)
for line in sys.stdin:
    job = json.loads(line)
    start = time.perf_counter()
    read, write = os.pipe()
    if (pid := os.fork()) == 0:
        if job["jail"]:
            start = time.perf_counter()
            os.dup2(write, 3)
            os.closerange(4, 4096)
            jail.die_with(os.getppid())
            jail.confine(seccomp)
            jail.limit(10, space + (1 << 28))
            os.write(3, str(time.perf_counter() - start).encode())
        else:
            names = {{}}
            exec(compile(job["source"], "<program>", "exec"), names)
            os.write(write, str(names["answer"]).encode())
        os._exit(0)
    os.close(write)
    said = os.read(read, 100).decode()
    os.close(read)
    os.waitpid(pid, 0)
    print(said if job["jail"] else time.perf_counter() - start, flush=True)
"""


@contextmanager
def bare_forks(kind: str) -> Generator[Callable[[bool], float]]:
    """A function that does one bare fork run (or, given True, one jail set-up) and returns its seconds."""
    boot = BARE.format(path=[entry for entry in sys.path if entry], kind=kind)
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-s", "-P", "-B", "-c", boot], stdin=pipe, stdout=pipe, text=True
    ) as image:
        stdin, stdout = image.stdin, image.stdout
        assert stdin
        assert stdout
        stdout.readline()

        def once(jail: bool) -> float:
            stdin.write(json.dumps({"source": PROGRAMS[kind], "jail": jail}) + "\n")
            stdin.flush()
            return float(stdout.readline())

        yield once


def timed(action: Callable[[], object]) -> float:
    """Seconds the action takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def neighbours(source: str) -> dict[str, Callable[[], object]]:
    """Other ways to run a program, weaker or slower; only those that are installed."""
    code = importlib.import_module("RestrictedPython")
    guards: Any = importlib.import_module("RestrictedPython.Guards")
    iteration: Any = importlib.import_module("RestrictedPython.Eval")

    def plus(_: str, left: Any, right: Any) -> Any:
        return left + right

    def restricted() -> object:
        names = {
            "__builtins__": {**guards.safe_builtins, "__import__": __import__},
            "_getiter_": iteration.default_guarded_getiter,
            "_inplacevar_": plus,
            "__name__": "__main__",
        }
        exec(code.compile_restricted(source, "<program>", "exec"), names)
        return names["answer"]

    def fresh() -> object:
        return subprocess.run([sys.executable, "-I", "-c", source], check=True, capture_output=True)

    ways: dict[str, Callable[[], object]] = {
        "bare exec": lambda: exec(compile(source, "<program>", "exec"), {}),
        "RestrictedPython in process": restricted,
        "fresh interpreter": fresh,
    }
    try:
        smolagents: Any = importlib.import_module("smolagents.local_python_executor")
    except ImportError:
        return ways
    executor: Any = smolagents.LocalPythonExecutor(["fractions", "sympy"])
    executor.send_tools({})
    return ways | {"smolagents' interpreter": lambda: executor(source)}


def measure_calls(kind: str, rounds: int) -> dict[str, list[float]]:
    """Seconds per call of each way to run one program, taken in turn; with them the seconds of a jail set-up."""
    source = PROGRAMS[kind]
    times: defaultdict[str, list[float]] = defaultdict(list)
    with bare_forks(kind) as bare, Sandbox(spares=0) as on_demand, Sandbox() as spared:
        ways = {
            "on demand": lambda: on_demand.run(source),
            "with spares": lambda: spared.run(source),
            **neighbours(source),
        }
        for action in ways.values():
            action()
        for _ in range(rounds):
            times["bare fork"].append(bare(False))
            times["jail set-up"].append(bare(True))
            for name, action in ways.items():
                times[name].append(timed(action))
        times["spares, back to back"] = [timed(lambda: spared.run(source)) for _ in range(rounds)]
    return times


def measure_batches(rounds: int) -> dict[str, list[float]]:
    """Seconds of one program and of 16 in a batch, and of 100 by one zygote and by two, all without sympy.

    "16, floor": what the 16 programs' own processor time and this process's alone take on all cores, with no process
    born or ended. "cores busy": how many cores one zygote keeps busy with the 100 (not seconds).
    """
    times: defaultdict[str, list[float]] = defaultdict(list)
    with Sandbox() as sandbox, Sandbox(spares=0) as one, Sandbox(spares=0, zygotes=2) as two:
        for each in (sandbox, one, two):
            each.run_many([PLAIN] * 4)
        for _ in range(rounds):
            time.sleep(0.3)  # as between a student's turns: the spares are back
            times["one spare"].append(timed(lambda: sandbox.run(PLAIN)))
            time.sleep(0.3)
            own, start = time.process_time(), time.perf_counter()
            outcomes = sandbox.run_many([PLAIN] * 16)
            times["16"].append(time.perf_counter() - start)
            used = time.process_time() - own + sum(outcome.cpu_s for outcome in outcomes)
            times["16, floor"].append(used / CORES)
            times["one"].append(timed(lambda: one.run_many([PLAIN])))
            times["one by one"].append(timed(lambda: [one.run(PLAIN) for _ in range(100)]))
            used = family_seconds()
            times["one zygote"].append(timed(lambda: one.run_many([PLAIN] * 100)))
            times["cores busy"].append((family_seconds() - used) / times["one zygote"][-1])
            times["two zygotes"].append(timed(lambda: two.run_many([PLAIN] * 100)))
    return times


def measure_overshoot(rounds: int) -> list[float]:
    """Seconds past the wall limit, for a loop in Python and two calls in C that nothing interrupts."""
    limits = Limits(wall_s=0.2)
    with Sandbox() as sandbox:
        programs = ["while True: pass", "sum(range(10**12))", "x = 7 ** 10**8"] * rounds
        sandbox.run(PLAIN)
        return [
            timed(lambda program=program: sandbox.run(program, limits)) - limits.wall_s
            for program in programs
        ]


def soak(runs: int, console: Console) -> list[tuple[int, float, int]]:
    """Run good and hostile programs in turn; (runs, MiB of this process and all its children, descriptors)."""
    programs = [PLAIN, *HOSTILE[:4], PROGRAMS["sympy"], *HOSTILE[4:]]
    samples: list[tuple[int, float, int]] = []
    done, step = 0, max(100, runs // 100)
    with Sandbox() as sandbox:
        while done < runs:
            batch = [programs[(done + i) % len(programs)] for i in range(min(step, runs - done))]
            outcomes = sandbox.run_many(batch, Limits(wall_s=5.0, memory_bytes=64 * 2**20))
            lost = [
                outcome for outcome in outcomes if outcome.status in ("sandbox_lost", "crash", "protocol")
            ]
            if lost:
                console.print(f"after {done}: {lost[0].status}: {lost[0].error}")
            done += len(batch)
            samples.append((done, family_mebibytes(), len(list(Path("/proc/self/fd").iterdir()))))
    return samples


def family() -> set[int]:
    """This process and everything below it."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    found, frontier = {os.getpid()}, {os.getpid()}
    while frontier:
        frontier = {pid for pid, parent in parents.items() if parent in frontier}
        found |= frontier
    return found


def family_seconds() -> float:
    """Processor time of the family, with that of its ended and awaited members."""
    ticks = 0
    for pid in family():
        try:
            ticks += sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:15]))
        except OSError:
            continue
    return ticks / os.sysconf("SC_CLK_TCK")


def family_mebibytes() -> float:
    """Proportional memory of the family; what is shared is counted once."""
    kibibytes = 0
    for pid in family():
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        kibibytes += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kibibytes / 1024


def draw(samples: list[tuple[int, float, int]], path: Path) -> None:
    """Memory and descriptors over the runs, as an SVG of two lines, each against its own maximum."""
    width, height, last = 720, 240, samples[-1][0]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -30 {width + 20} {height + 60}" font-size="12">'
    ]
    parts.append(f'<rect width="{width}" height="{height}" fill="none" stroke="#999"/>')
    for column, colour, name in ((1, "#1f6feb", "memory, MiB"), (2, "#d1622b", "descriptors of the host")):
        most = max(sample[column] for sample in samples) * 1.2
        points = " ".join(f"{width * s[0] / last:.1f},{height * (1 - s[column] / most):.1f}" for s in samples)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}"/>')
        text = f"{name}: {samples[0][column]:.0f} at first, {samples[-1][column]:.0f} at last, top {most:.0f}"
        parts.append(f'<text x="{360 * (column - 1)}" y="-10" fill="{colour}">{text}</text>')
    parts.append(f'<text x="0" y="{height + 20}">{last} runs, good and hostile in turn</text></svg>')
    path.write_text("\n".join(parts))


def report(console: Console, rounds: int) -> dict[str, float]:
    """Measure everything but the soak, print it, and return the bounded figures."""
    figures: dict[str, float] = {}
    for kind in PROGRAMS:
        times = measure_calls(kind, rounds)
        base = median(times["bare fork"])
        table = Table(
            "way",
            "p50 ms",
            "p99 ms",
            "p50 / bare fork",
            "p99 / bare fork",
            title=f"one {kind} program, n = {rounds}",
        )
        for name, values in times.items():
            middle, high = median(values), quantiles(values, n=100)[98]
            table.add_row(
                name, f"{middle * 1e3:.2f}", f"{high * 1e3:.2f}", f"{middle / base:.2f}", f"{high / base:.2f}"
            )
        console.print(table)
        figures[f"{kind}: on demand, p50"] = median(times["on demand"]) / base
        figures[f"{kind}: with spares, p50"] = median(times["with spares"]) / base
        figures[f"{kind}: with spares, p99"] = quantiles(times["with spares"], n=100)[98] / base
        figures[f"{kind}: jail set-up, ms"] = median(times["jail set-up"]) * 1e3
    figures["wall overshoot, ms"] = max(measure_overshoot(max(2, rounds // 20))) * 1e3
    batches = measure_batches(max(5, rounds // 10))
    figures["16 in one batch / one on demand"] = median(batches["16"]) / median(batches["one"])
    figures["16 in one batch / one from a spare"] = median(batches["16"]) / median(batches["one spare"])
    figures["batch of 100 / one by one, speed-up"] = median(batches["one by one"]) / median(
        batches["one zygote"]
    )
    figures["two zygotes / one, speed-up"] = median(batches["one zygote"]) / median(batches["two zygotes"])
    best = {  # what this machine allows at all
        "16 in one batch / one on demand": median(batches["16, floor"]) / median(batches["one"]),
        "16 in one batch / one from a spare": median(batches["16, floor"]) / median(batches["one spare"]),
        "two zygotes / one, speed-up": CORES / median(batches["cores busy"]),
    }
    table = Table("figure", "measured", "bound", "kept", "best possible here", title="bounds")
    for name, figure in figures.items():
        sign, bound = BOUNDS[name.rpartition(": ")[2]]
        kept = figure <= bound if sign == "<=" else figure >= bound
        possible = f"{best[name]:.2f}" if name in best else ""
        table.add_row(name, f"{figure:.2f}", f"{sign} {bound:g}", "yes" if kept else "NO", possible)
    console.print(table)
    return figures | {f"{name}, best possible here": figure for name, figure in best.items()}


def main() -> None:
    """Parse the command line and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=200, help="calls of each way (default 200)")
    parser.add_argument("--soak", type=int, default=0, metavar="RUNS", help="only soak, with so many runs")
    parser.add_argument("--plot", type=Path, default=None, metavar="FILE.svg", help="draw the soak there")
    parser.add_argument("--json", action="store_true", help="figures as JSON on stdout; tables go to stderr")
    options = parser.parse_args()
    console = Console(stderr=options.json)
    console.print(f"load before the run: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    if not options.soak:
        figures = report(console, options.rounds)
        if options.json:
            print(json.dumps(figures, indent=1))
        return
    samples = soak(options.soak, console)
    _, memory, descriptors = zip(*samples, strict=True)
    console.print(
        f"{samples[-1][0]} runs; memory {memory[0]:.0f} MiB at first, {memory[-1]:.0f} at last, most "
        f"{max(memory):.0f}; descriptors {descriptors[0]} at first, {descriptors[-1]} at last"
    )
    if options.plot:
        draw(samples, options.plot)
    if options.json:
        print(json.dumps([dict(zip(("runs", "mebibytes", "descriptors"), s, strict=True)) for s in samples]))


if __name__ == "__main__":
    main()
