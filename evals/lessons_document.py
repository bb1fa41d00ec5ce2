"""Writes `docs/lessons.md`: twelve lessons as they really happened, every reply with its checks.

    python -m askback.evals.lessons_document [--model M] [--out FILE]

The problems and the student's turns are ours and fixed; the replies are whatever the tutor said, unedited. The tutor
is not told the answers written here: they serve only to judge afterwards, with `find_leaks`, what it gave away.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from askback.agent import AskbackError, Reply, Tutor
from askback.agent.leak import find_leaks

from .lesson_scripts import SCRIPTS, Script
from .provenance import commit, model_of


@dataclass(frozen=True)
class Exchange:
    """What the student said, what the tutor replied, the seconds it took, and the leaks found afterwards."""

    said: str
    reply: Reply
    seconds: float
    leaks: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Every check of the gate passed."""
        return all(check.passed for check in self.reply.checks)

    @property
    def asks(self) -> bool:
        """The reply holds exactly one question and ends with it."""
        return self.reply.text.count("?") == 1 and self.reply.text.rstrip().endswith("?")


def record(tutor: Tutor, script: Script) -> list[Exchange]:
    """Runs one lesson from its first turn to its last."""
    lesson = tutor.lesson(script.problem, grade=script.grade)
    exchanges: list[Exchange] = []
    for number, text in enumerate(script.said, 1):
        start = time.perf_counter()
        reply = lesson.say(text)
        seconds = time.perf_counter() - start
        leaks = find_leaks(
            reply.text,
            script.answer,
            problem=script.problem,
            said=script.said[:number],
            replies=[before.reply.text for before in exchanges],
        )
        exchanges.append(Exchange(text, reply, seconds, tuple(f"{leak.kind}: {leak.why}" for leak in leaks)))
    return exchanges


def document(lessons: Sequence[tuple[Script, Sequence[Exchange]]], model: str, command: str) -> str:
    """The Markdown document of recorded lessons."""
    exchanges = [exchange for _, recorded in lessons for exchange in recorded]
    count = len(exchanges)
    facts = {
        "replies": count,
        "worded by the model": sum(exchange.reply.writer == "model" for exchange in exchanges),
        "worded by code": sum(exchange.reply.writer == "code" for exchange in exchanges),
        "every check passed": sum(exchange.passed for exchange in exchanges),
        "exactly one question, at the end": sum(exchange.asks for exchange in exchanges),
        "giving something away": sum(bool(exchange.leaks) for exchange in exchanges),
        "seconds a reply, median": f"{sorted(exchange.seconds for exchange in exchanges)[count // 2]:.1f}",
        "seconds in all": f"{sum(exchange.seconds for exchange in exchanges):.0f}",
    }
    lines = [
        f"# {len(lessons)} lessons, as they happened",
        "",
        f"Recorded {datetime.now(UTC):%Y-%m-%d} with the model `{model}` at commit `{commit()}` by `{command}`.",
        "The student's turns are fixed, so a student here does not answer what the tutor asked. Nothing is edited.",
        "",
        "| | |",
        "| --- | ---: |",
        *(f"| {name} | {value} |" for name, value in facts.items()),
    ]
    for number, (script, recorded) in enumerate(lessons, 1):
        lines += [
            "",
            f"## {number}. {script.title}",
            "",
            f"**Problem** (grade {script.grade}): {_text(script.problem)}",
        ]
        for exchange in recorded:
            lines += [
                "",
                f"**Student:** {_text(exchange.said)}",
                "",
                f"**Tutor:** {_text(exchange.reply.text)}",
                "",
            ]
            lines += [f"<sub>{_text(_verdict(exchange))}</sub>"]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m askback.evals.lessons_document", description="Record the lessons."
    )
    parser.add_argument("--model", default="default", help='a model string, or "none"')
    parser.add_argument("--out", type=Path, default=Path("docs/lessons.md"))
    options = parser.parse_args(arguments)
    command = f"{parser.prog} --model {options.model}"
    try:
        with Tutor(model=None if options.model == "none" else options.model) as tutor:
            lessons = [(script, record(tutor, script)) for script in _counted(SCRIPTS)]
            text = document(lessons, model_of(tutor) or "none", command)
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(text, "utf-8")
    except (AskbackError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(f"wrote {options.out}", file=sys.stderr)
    return 0


def _counted(scripts: Sequence[Script]) -> Iterable[Script]:
    for number, script in enumerate(scripts, 1):
        print(f"lesson {number} of {len(scripts)}: {script.title}", file=sys.stderr)
        yield script


def _verdict(exchange: Exchange) -> str:
    reply = exchange.reply
    failed = [f"{check.name} failed ({check.reason})" for check in reply.checks if not check.passed]
    checks = "; ".join(failed) or f"{len(reply.checks)} checks passed"
    question = "one question" if exchange.asks else "not one question at the end"
    leaks = "gives nothing away" if not exchange.leaks else f"GIVES AWAY: {'; '.join(exchange.leaks)}"
    parts = (
        f"{reply.diagnosis.verdict}, truth {reply.diagnosis.truth_status}",
        f"{reply.move.principle}, rung {reply.move.rung}",
        f"worded by {reply.writer} in draft {reply.drafts}" if reply.writer == "model" else "worded by code",
        checks,
        question,
        leaks,
        f"{exchange.seconds:.1f} s",
    )
    return " · ".join(parts)


def _text(text: str) -> str:
    """Text as one paragraph that Markdown shows as it is."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|$~" else char for char in " ".join(text.split()))


if __name__ == "__main__":
    sys.exit(main())
