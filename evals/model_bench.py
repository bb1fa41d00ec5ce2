"""How fast the local model is here: `python -m askback.evals.model_bench [SPEC]`.

Measures on this machine: loading, reading a prompt (tokens/s), and writing 1, 4, 5 and 8 answers in one batch. Each
row is the best of `ROUNDS` interleaved rounds, because other work on the machine only ever makes a round slower. The
`ratio` column is the time of the batch over the time of one answer of the same length.
"""

import sys
import time
from pathlib import Path

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from ..agent.llama import ChatLlama
from ..agent.models import open_model

BATCHES = (1, 4, 5, 8)
ROUNDS = 3
TOKENS = 32
COUNTING = 'root ::= "1" (", " [0-9]+)+ "."'  # keeps every answer going for the full length


def main(spec: str = "default") -> None:
    """Print one line per measurement."""
    started = time.perf_counter()
    model = open_model(spec, offline=True)
    if not isinstance(model, ChatLlama):
        sys.exit(f"{spec} is not a GGUF model")
    opened = time.perf_counter()
    model.load()
    print(
        f"open {opened - started:.2f} s, load {time.perf_counter() - opened:.2f} s, {_memory_mb():,.0f} MB resident"
    )

    read, rate = 0, 0.0
    best = dict.fromkeys(BATCHES, float("inf"))
    for number in range(ROUNDS):
        prompt: list[BaseMessage] = [
            SystemMessage(
                f"Prompt {number}. " + "You are a calm and careful maths tutor for school students. " * 25
            ),
            HumanMessage("Count upwards."),
        ]
        started = time.perf_counter()
        first = model.invoke(prompt, max_tokens=1)
        read = first.usage_metadata["input_tokens"] if first.usage_metadata else 0
        rate = max(rate, read / (time.perf_counter() - started))
        for n in BATCHES:
            started = time.perf_counter()
            model.generate_many(prompt, n=n, max_tokens=TOKENS, temperature=1.0, grammar=COUNTING)
            best[n] = min(best[n], time.perf_counter() - started)
    print(f"read {read} tokens: {rate:.0f} tokens/s")
    for n, seconds in best.items():
        print(
            f"write {n} x {TOKENS} tokens in {seconds:.2f} s: "
            f"{n * TOKENS / seconds:.1f} tokens/s, ratio {seconds / best[1]:.2f}"
        )


def _memory_mb() -> float:
    """What this process holds in memory, where the system tells."""
    try:
        lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    except OSError:
        return float("nan")
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1000


if __name__ == "__main__":
    main(*sys.argv[1:2])
