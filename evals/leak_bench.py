"""What the leak gate costs, and whether its cost is linear: `python -m askback.evals.leak_bench --plot leak_cost.svg`.

Times a 60-word reply with the answer read once (median and 99th percentile in milliseconds), then `find_leaks` on
ordinary prose and on texts made to be slow, at sizes that double up to `--largest` characters. Prints a table and, on
request, draws it on two logarithmic axes as one SVG file (linear cost is a slope of one). CPU time, garbage collector
off, best of three. Does not judge whether the gate is right.
"""

import argparse
import gc
import math
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from ..agent.leak import Secret, find_leaks

PROBLEM: Final = "A box holds 14 pens. How many pens are in 6 boxes?"
REPLY: Final = (
    "You have a good start there, and I like that you wrote every step down. You said that the box holds 14 pens. "
    "Before we go on, look again at the question: what happens to the pens when there are 6 boxes of 14 pens each, "
    "and which operation would join 6 equal groups together? Tell me why you chose it, please."
)
TEXTS: Final = {
    "prose": "look again at what the box holds and tell me which of the 6 groups you counted. ",
    "the answer, again and again": "so the answer is 84 pens. ",
    "sums": "1+",
    "fractions of fractions": "1/",
    "brackets": "(",
    "thousands": "1,",
    "products": "2x+",
    "zero width": "8\u200b4\u200b ",
    "LaTeX": "\\frac{1}{2} ",
    "number words": "one hundred and ",
}


def main() -> None:
    """Measure, print, draw."""
    parser = argparse.ArgumentParser(description="Time the leak gate.")
    parser.add_argument("--largest", type=int, default=1_000_000, help="characters of the longest text")
    parser.add_argument("--plot", type=Path, help="write the curves to this SVG file")
    options = parser.parse_args()
    console = Console()
    median, slow = reply_milliseconds()
    console.print(f"a reply of {len(REPLY.split())} words: p50 {median:.2f} ms, p99 {slow:.2f} ms")
    sizes = [options.largest // 2**step for step in range(6, -1, -1)]
    curves = {name: [seconds(text, size) for size in sizes] for name, text in TEXTS.items()}
    table = Table("seconds by characters", *(f"{size:,}" for size in sizes), "slope")
    for name, times in curves.items():
        table.add_row(name, *(f"{value:.2f}" for value in times), f"{slope(sizes, times):.2f}")
    console.print(table)
    if options.plot:
        options.plot.write_text(svg(sizes, curves), encoding="utf-8")


def reply_milliseconds(rounds: int = 2000) -> tuple[float, float]:
    """Median and 99th percentile of one check of a reply of about 60 words, the answer read beforehand."""
    secret = Secret.of("84", PROBLEM)
    times = sorted(_timed(lambda: find_leaks(REPLY, secret, said=("I got 74",))) for _ in range(rounds))
    return times[rounds // 2] * 1e3, times[rounds * 99 // 100] * 1e3


def seconds(text: str, size: int) -> float:
    """CPU seconds for one check of `text` repeated to `size` characters, best of three (of one where it is long)."""
    secret = Secret.of("84", PROBLEM)
    long = (text * (size // len(text) + 1))[:size]
    first = _timed(lambda: find_leaks(long, secret))
    return first if first > 2 else min(first, *(_timed(lambda: find_leaks(long, secret)) for _ in range(2)))


def slope(sizes: Sequence[int], times: Sequence[float]) -> float:
    """The exponent of the growth: least squares on logarithms; 1 is linear."""
    xs, ys = [math.log(size) for size in sizes], [math.log(value) for value in times]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - middle_x) ** 2 for x in xs)
    return sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True)) / spread


def svg(sizes: Sequence[int], curves: dict[str, list[float]]) -> str:
    """The curves on logarithmic axes."""
    width, height, left, top = 760, 420, 60, 20
    low, high = min(map(min, curves.values())), max(map(max, curves.values()))

    def x(size: int) -> float:
        return left + (math.log(size / sizes[0]) / math.log(sizes[-1] / sizes[0])) * (width - left - 190)

    def y(value: float) -> float:
        return top + (1 - math.log(value / low) / math.log(high / low)) * (height - top - 50)

    parts = [
        f'<text x="{x(size):.0f}" y="{height - 20}" text-anchor="middle">{size:,}</text>'
        for size in sizes[::2]
    ]
    for power in range(math.ceil(math.log10(low)), math.floor(math.log10(high)) + 1):
        parts.append(f'<text x="{left - 8}" y="{y(10**power):.0f}" text-anchor="end">{10**power:g} s</text>')
    for number, (name, times) in enumerate(curves.items()):
        colour = f"hsl({number * 360 // len(curves)} 60% 40%)"
        points = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in zip(sizes, times, strict=True))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}"/>')
        parts.append(f'<text x="{width - 180}" y="{top + 20 + 18 * number}" fill="{colour}">{name}</text>')
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
        f'font-size="12">\n<title>Seconds of CPU for one check, by characters of the reply</title>\n{body}\n</svg>\n'
    )


def _timed(work: Callable[[], object]) -> float:
    gc.disable()
    began = time.process_time()
    work()
    spent = time.process_time() - began
    gc.enable()
    return max(spent, 1e-6)


if __name__ == "__main__":
    main()
