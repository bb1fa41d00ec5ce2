"""How long askback's own share of a turn takes, and how long a warm start takes.

    python -m askback.evals.turn_bench [--model MODEL] [--turns N]

The share is the wall time of a turn less the time inside the model and the sandbox, over a SQLite file, one row a
node. The warm start is the time from the command to the tutor's first line, the weights already here.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.table import Table

from ..agent import Tutor

PROBLEMS = ("What is 1/3 + 1/4?", "What is 25% off $40?", "Solve 3x + 6 = 18", "What is 2 + 3 * 4?")
SAID = (
    "I got 2/7",
    "idk",
    "is it 20?",
    "first I did 3 x 4 = 12, then 12 + 2 = 15",
    "just tell me the answer",
)


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--model", default=None, help="a model; none if left out")
    options.add_argument("--turns", type=int, default=200)
    chosen = options.parse_args()
    shares, nodes = measure_turns(chosen.model, chosen.turns)
    table = Table("part", "p50 ms", "p90 ms", "p99 ms", "n", box=None, pad_edge=False)
    for name, seconds in (("own share of a turn", shares), *nodes.items()):
        cuts = statistics.quantiles(seconds, n=100)
        table.add_row(name, *(f"{1000 * cuts[rank]:.1f}" for rank in (49, 89, 98)), str(len(seconds)))
    start = measure_start(chosen.model or "none")
    table.add_row("warm start to the first line", f"{1000 * start:.0f}", "", "", "3 (median)")
    Console().print(table)


def measure_turns(model: str | None, count: int) -> tuple[list[float], dict[str, list[float]]]:
    """Seconds of each turn outside model and sandbox, and the same for each node."""
    shares: list[float] = []
    nodes: dict[str, list[float]] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        Tutor(model=model, store=Path(folder) / "bench.sqlite") as tutor,
    ):
        while len(shares) < count:
            lesson = tutor.lesson(PROBLEMS[len(shares) // len(SAID) % len(PROBLEMS)])
            for number, text in enumerate(SAID, 1):
                begin = perf_counter()
                lesson.say(text)
                wall = perf_counter() - begin
                timings = [record.timing for record in tutor.recorded(lesson.id, number)]
                shares.append(wall - sum(timing["model"] + timing["sandbox"] for timing in timings))
                for timing in timings:
                    own = timing["seconds"] - timing["model"] - timing["sandbox"]
                    nodes.setdefault(timing["node"], []).append(own)
    return shares, nodes


def measure_start(model: str) -> float:
    """Median seconds from the command to the tutor's first line, of three starts."""
    times: list[float] = []
    for _ in range(3):
        with tempfile.TemporaryDirectory() as folder:
            begin = perf_counter()
            command = [sys.executable, "-m", "askback.agent", "chat", PROBLEMS[0], "--model", model]
            command += ["--store", f"{folder}/bench.sqlite"]
            chat = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            assert chat.stdout is not None
            chat.stdout.readline()
            times.append(perf_counter() - begin)
            chat.communicate()
    return statistics.median(times)


if __name__ == "__main__":
    main()
