"""How long a diagnosis takes without a model, neighbours included, against the number of steps of the right program.

    python -m askback.evals.diagnose_bench [--runs N] [--plot FILE.svg]

Each program is a chain of steps, each student goes wrong at the second one and carries it on: reading the text,
aligning it, making the neighbours and running them in the sandbox are all timed. The program itself is given.
"""

import argparse
import statistics
from pathlib import Path
from time import perf_counter, process_time
from types import SimpleNamespace
from typing import cast

from rich.console import Console
from rich.table import Table

from askback.agent.diagnose import read_student
from askback.agent.execute import run_neighbours, settle
from askback.agent.paths import read_tree
from askback.agent.services import Services
from askback.agent.state import GroundTruth, NamedValue, Program
from askback.sandbox import Sandbox

STEPS = (2, 3, 4, 6, 8, 10)


def lesson(count: int) -> tuple[str, GroundTruth, str]:
    """A problem whose program has so many steps, its truth, and a student's wrong work."""
    numbers = [3 + 2 * place for place in range(count + 1)]
    names = [f"step_{place}" for place in range(1, count + 1)]
    signs = ["*" if place % 2 else "+" for place in range(1, count + 1)]
    given = [f"given_{place} = {number}" for place, number in enumerate(numbers)]
    lines = ["step_1 = given_0 * given_1"]
    lines += [
        f"{name} = {names[place]} {signs[place + 1]} given_{place + 2}"
        for place, name in enumerate(names[1:])
    ]
    source = "\n".join([*given, *lines]) + "\n"
    steps = read_tree(source, {})
    truth = GroundTruth(
        status="verified",
        answer=str(steps[-1].value),
        steps=tuple(NamedValue(name=step.name, value=str(step.value)) for step in steps),
        programs=(Program(plan=(), source=source, origin="teacher"),),
    )
    value = numbers[0] * numbers[1]
    said = [f"{numbers[0]} x {numbers[1]} = {value}"]
    for place in range(1, count):
        sign = "-" if place == 1 else "x" if signs[place] == "*" else "+"
        result = {
            "-": value - numbers[place + 1],
            "x": value * numbers[place + 1],
            "+": value + numbers[place + 1],
        }[sign]
        said.append(f"{value} {sign} {numbers[place + 1]} = {result}")
        value = result
    return f"The numbers are {', '.join(map(str, numbers))}.", truth, "\n".join(said)


def measure(count: int, runs: int, services: Services) -> tuple[list[float], list[float]]:
    """Wall and own CPU seconds of each diagnosis."""
    problem, truth, text = lesson(count)
    wall: list[float] = []
    own: list[float] = []
    for _ in range(runs):
        begin, spent = perf_counter(), process_time()
        reading = read_student(text, problem)
        settle(reading, truth, problem, (), run_neighbours(reading, truth, problem, services))
        wall.append(perf_counter() - begin)
        own.append(process_time() - spent)
    return wall, own


def plot(rows: list[tuple[int, float]]) -> str:
    """The median against the number of steps, as SVG."""
    top = max(max(value for _, value in rows) * 1.1, 0.15)
    points = [(60 + 520 * count / max(STEPS), 260 - 220 * value / top) for count, value in rows]
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
    marks = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4"/><text x="{x:.0f}" y="{y - 10:.0f}">{1000 * value:.0f}</text>'
        f'<text x="{x:.0f}" y="280">{count}</text>'
        for (x, y), (count, value) in zip(points, rows, strict=True)
    )
    goal = 260 - 220 * 0.15 / top
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 310" font-family="sans-serif" font-size="13" '
        'text-anchor="middle"><rect width="620" height="310" fill="white"/>'
        f'<line x1="60" x2="600" y1="{goal:.0f}" y2="{goal:.0f}" stroke="grey" stroke-dasharray="5 4"/>'
        f'<text x="560" y="{goal - 5:.0f}" fill="grey">150 ms</text>'
        '<line x1="60" x2="600" y1="260" y2="260" stroke="black"/>'
        f'<polyline points="{line}" fill="none" stroke="steelblue" stroke-width="2"/>{marks}'
        '<text x="320" y="302">steps of the right program; median milliseconds of a diagnosis, no model</text></svg>\n'
    )


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--runs", type=int, default=30)
    options.add_argument("--plot", type=Path, default=None, help="where to write the plot")
    chosen = options.parse_args()
    table = Table("steps", "p50 ms", "p90 ms", "own CPU p50 ms", "n", box=None, pad_edge=False)
    rows: list[tuple[int, float]] = []
    with Sandbox() as sandbox:
        services = cast(Services, SimpleNamespace(run=sandbox.run_many))
        for count in STEPS:
            measure(count, 2, services)  # warm
            wall, own = measure(count, chosen.runs, services)
            middle = statistics.median(wall)
            rows.append((count, middle))
            cells = (middle, statistics.quantiles(wall, n=10)[8], statistics.median(own))
            table.add_row(str(count), *(f"{1000 * value:.0f}" for value in cells), str(len(wall)))
    Console().print(table)
    if chosen.plot is not None:
        chosen.plot.write_text(plot(rows), "utf-8")


if __name__ == "__main__":
    main()
