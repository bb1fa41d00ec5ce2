"""187 hostile programs from the shared data, each run under both layers and under the kernel layer alone."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from askback.sandbox import Limits, Outcome, Sandbox

CORPUS = Path(__file__).parents[2].parent / "shared" / "data" / "sandbox_corpus" / "corpus.jsonl"
ROWS = [json.loads(line) for line in CORPUS.read_text().splitlines()] if CORPUS.exists() else []
pytestmark = [
    pytest.mark.shared_data,
    pytest.mark.skipif(not ROWS, reason="the shared data are not beside the checkout"),
]

CANARY_FILE = "canary-5d1c7e-file"
CANARY_ENVIRONMENT = "canary-5d1c7e-environment"
FORGED = 987654321
PROBE = """
import math, decimal, statistics
from fractions import Fraction
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)
answer = [math.sqrt(16), math.floor(2.5), sum([1, 2, 3]), str(decimal.Decimal(1) / decimal.Decimal(3)),
          Fraction(1, 3) + Fraction(1, 6), deep(200), statistics.mean([1, 2, 3])]
"""


@dataclass
class World:
    """What a hostile program could touch: a secret file, a writable folder, a listener and a victim."""

    secret: Path
    out: Path
    port: int
    victim: int
    marker: Path
    connections: list[object]

    def fill(self, row: dict[str, str]) -> str:
        code = row["code"]
        for name, value in {
            "@SECRET@": self.secret,
            "@OUT@": self.out,
            "@ID@": row["id"],
            "@PORT@": self.port,
            "@PID@": self.victim,
        }.items():
            code = code.replace(name, str(value))
        return code


VICTIM = """
import pathlib, signal, sys, time
signal.signal(signal.SIGUSR1, lambda *_: pathlib.Path(sys.argv[1]).write_text("hit"))
print("ready", flush=True)
time.sleep(600)
"""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("world")
    secret, out, marker = folder / "secret", folder / "out", folder / "signalled"
    secret.write_text(CANARY_FILE)
    out.mkdir()
    out.chmod(0o777)
    connections: list[object] = []
    os.environ["SBX_ENV_SECRET"] = CANARY_ENVIRONMENT
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        subprocess.Popen([sys.executable, "-c", VICTIM, str(marker)], stdout=subprocess.PIPE) as victim,
    ):
        assert victim.stdout is not None
        victim.stdout.readline()

        def listen() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                connections.append(connection)
                connection.close()

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        yield World(secret, out, server.getsockname()[1], victim.pid, marker, connections)
        server.shutdown(socket.SHUT_RDWR)
        thread.join()
        victim.kill()
    del os.environ["SBX_ENV_SECRET"]


@pytest.fixture(scope="module", params=[True, False], ids=["both layers", "kernel layer alone"])
def outcomes(request: pytest.FixtureRequest, world: World) -> Iterator[dict[str, tuple[Outcome, Outcome]]]:
    """Each row's outcome, with that of the probe program run right after it (state rows) or after all (others)."""
    hit: list[int] = []

    def record(number: int, _: object) -> None:
        hit.append(number)

    before = signal.signal(signal.SIGUSR1, record)
    with Sandbox(language_layer=request.param) as sandbox:
        limits = Limits(wall_s=1.0)
        state = [row for row in ROWS if row["check"] == "state"]
        rest = [row for row in ROWS if row["check"] != "state"]
        results = sandbox.run_many([world.fill(row) for row in rest], limits)
        probe = sandbox.run(PROBE, limits)
        found = {row["id"]: (outcome, probe) for row, outcome in zip(rest, results, strict=True)}
        for row in state:
            found[row["id"]] = (sandbox.run(world.fill(row), limits), sandbox.run(PROBE, limits))
        yield found
    signal.signal(signal.SIGUSR1, before)
    assert not hit, "the host was signalled"


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_a_hostile_program_achieves_nothing(
    row: dict[str, str], outcomes: dict[str, tuple[Outcome, Outcome]], world: World
) -> None:
    outcome, probe = outcomes[row["id"]]
    everything = repr(outcome)
    assert CANARY_FILE not in everything
    assert CANARY_ENVIRONMENT not in everything
    assert not (world.out / row["id"]).exists()
    assert not world.marker.exists()
    assert not world.connections
    assert outcome.wall_s < 1.0 + 2.2
    assert outcome.peak_bytes < 600 * 2**20
    assert len(everything) < 1_000_000
    assert outcome.status not in ("sandbox_lost", "unavailable")
    assert not (row["check"] == "forge" and outcome.status == "ok")
    assert not (row["check"] == "forge_eq" and outcome.status == "ok" and outcome.value == FORGED)
    assert probe.status == "ok"
    assert [str(part) for part in probe.value] == ["4.0", "2", "6", "0." + "3" * 28, "1/2", "200", "2"]


def test_nothing_forbidden_is_reached_through_the_language_layer_alone(
    outcomes: dict[str, tuple[Outcome, Outcome]],
) -> None:
    reached = [
        row["id"]
        for row in ROWS
        if row["check"] == "reach"
        and (outcome := outcomes[row["id"]][0]).status == "ok"
        and "REACHED:" in str(outcome.value)
        and "language" in outcome.layers
    ]
    assert reached == []
