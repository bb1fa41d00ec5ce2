"""The HTML page of a run: one file, its plots as inline SVG, nothing fetched and nothing scripted.

All text under judgement is escaped. Cases where the subject scored below 1, or not at all, are listed for reading.
"""

import json
from collections.abc import Mapping, Sequence
from html import escape
from string import Template
from typing import Any, cast

from .case import Json
from .run import Sample

_LISTED = 300  # cases shown in full; the rest are in samples.jsonl
_PAGE = Template("""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>$title</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root { color-scheme: light dark; --ink: light-dark(#1a1a1a, #e8e8e8); --faint: light-dark(#888, #999);
        --line: light-dark(#ddd, #444); --mark: light-dark(#0b5fa5, #6cb6ff); --page: light-dark(#fff, #161616); }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page);
       max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
td, th { padding: .2rem .8rem; border-bottom: 1px solid var(--line); text-align: left; }
td.number { text-align: right; }
tr.subject { font-weight: 600; } tr.baseline { color: var(--faint); }
svg text { font: 13px system-ui, sans-serif; fill: var(--ink); }
svg .faint { fill: var(--faint); } svg .axis { stroke: var(--line); }
svg .subject { stroke: var(--mark); fill: var(--mark); } svg .system { stroke: var(--ink); fill: var(--ink); }
svg .baseline { stroke: var(--faint); fill: var(--faint); } svg .curve { stroke: var(--mark); fill: none; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; } .scroll { overflow-x: auto; }
</style></head><body>
<h1>$title</h1>
<p>$facts</p>
$notes
<div class="scroll">$table</div>
<h2>Values and 95 % intervals</h2>
<div class="scroll">$intervals</div>
<h2>Seconds a case, shortest to longest ($subject)</h2>
<div class="scroll">$seconds</div>
$risk
<h2>To read: $listed of $missed cases below 1 or unscored ($subject)</h2>
$misses
</body></html>
""")


def render(summary: Mapping[str, Any], samples: Sequence[Sample]) -> str:
    """The page, from a report's summary and its samples."""
    subject: str = summary["systems"][0]
    missed = [sample for sample in samples if _missed(sample, subject)]
    seconds = sorted(sample.answers[subject].seconds for sample in samples)
    facts = {
        "cases": f"{summary['finished']} of {summary['cases']}",
        "seed": summary["seed"],
        "commit": summary["commit"],
        "model": summary["model"] or "none",
        "started": summary["started"],
        "data, SHA-256": summary["digest"],
    }
    return _PAGE.substitute(
        title=escape(f"{summary['task']} on {summary['data']}"),
        facts=" · ".join(f"{name} {escape(str(value))}" for name, value in facts.items()),
        notes="".join(f"<p>{escape(note)}</p>" for note in summary["notes"]),
        table=_table(summary["rows"]),
        intervals=interval_chart(summary["rows"]),
        seconds=curve(seconds),
        risk=_risk(samples, subject),
        subject=escape(subject),
        listed=min(len(missed), _LISTED),
        missed=len(missed),
        misses="\n".join(_details(sample, subject) for sample in missed[:_LISTED]),
    )


def interval_chart(rows: Sequence[Mapping[str, Any]]) -> str:
    """One line a row: the point and its interval, grouped by score. Rows beyond 0 to 1 are left to the table."""
    drawn = [row for row in rows if row["value"] is not None and row["low"] >= 0 and row["high"] <= 1]
    left, width, step = 330, 480, 20
    parts: list[str] = []
    y = 14
    for score in dict.fromkeys(row["score"] for row in drawn):
        parts.append(f'<text x="0" y="{y + 4}" font-weight="600">{escape(score)}</text>')
        y += step
        for row in (row for row in drawn if row["score"] == score):
            low, value, high = (left + width * row[key] for key in ("low", "value", "high"))
            parts.append(
                f'<text x="12" y="{y + 4}">{escape(row["system"])}</text><g class="{row["role"]}">'
                f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{y}" y2="{y}" stroke-width="2"/>'
                f'<circle cx="{value:.1f}" cy="{y}" r="4"/></g>'
                f'<text x="{left + width + 12}" y="{y + 4}">{row["value"]:.3f}</text>'
            )
            y += step
    grid = "".join(
        f'<line class="axis" x1="{x}" x2="{x}" y1="0" y2="{y}"/><text class="faint" x="{x}" y="{y + 16}" '
        f'text-anchor="middle">{tick / 4:g}</text>'
        for tick in range(5)
        for x in [left + width * tick // 4]
    )
    return f'<svg role="img" width="{left + width + 70}" height="{y + 24}">{grid}{"".join(parts)}</svg>'


def curve(values: Sequence[float]) -> str:
    """The values in the order given, as one line over their places, with the median and the largest named."""
    if not values:
        return "<p>none</p>"
    width, height, left, top = 480, 140, 90, 10
    largest = max(values) or 1.0
    last = max(len(values) - 1, 1)
    points = " ".join(
        f"{left + width * place / last:.1f},{top + height * (1 - value / largest):.1f}"
        for place, value in enumerate(values)
    )
    return (
        f'<svg role="img" width="{left + width + 20}" height="{height + 50}">'
        f'<line class="axis" x1="{left}" x2="{left + width}" y1="{top + height}" y2="{top + height}"/>'
        f'<line class="axis" x1="{left}" x2="{left}" y1="{top}" y2="{top + height}"/>'
        f'<polyline class="curve" points="{points}"/>'
        f'<text x="{left - 6}" y="{top + 8}" text-anchor="end">{largest:.3g} s</text>'
        f'<text class="faint" x="{left}" y="{top + height + 20}">'
        f"median {values[len(values) // 2]:.3g} s · {len(values)} cases</text></svg>"
    )


def risk_coverage(judged: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Share of cases answered, and share of those that are wrong, as ever less sure answers are let in.

    judged: confidence and score of each case. Cases of one confidence enter together (El-Yaniv and Wiener 2010).
    """
    ranked = sorted(judged, key=lambda one: -one[0])
    points: list[tuple[float, float]] = []
    wrong = 0.0
    for place, (confidence, score) in enumerate(ranked, 1):
        wrong += 1 - score
        if place == len(ranked) or ranked[place][0] < confidence:
            points.append((place / len(ranked), wrong / place))
    return points


def _risk(samples: Sequence[Sample], subject: str) -> str:
    """The risk-coverage plot of a subject that says how sure it is and is judged right or wrong."""
    judged: list[tuple[float, float]] = []
    for sample in samples:
        output, score = sample.answers[subject].output, sample.scores[subject].get("right")
        if isinstance(output, dict) and score is not None and score.value is not None:
            confidence = cast(dict[str, Json], output).get("confidence")
            if isinstance(confidence, int | float):
                judged.append((float(confidence), score.value))
    if not judged:
        return ""
    width, height, left, top = 480, 200, 90, 10
    points = " ".join(
        f"{left + width * covered:.1f},{top + height * (1 - risk):.1f}"
        for covered, risk in risk_coverage(judged)
    )
    labels = "".join(
        f'<text class="faint" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{tick / 4:g}</text>'
        for tick in range(5)
        for x, y, anchor in (
            (left + width * tick / 4, top + height + 20, "middle"),
            (left - 8, top + height * (1 - tick / 4) + 4, "end"),
        )
    )
    return (
        f"<h2>Wrong among answered, against answered, the surest first ({escape(subject)})</h2>"
        f'<div class="scroll"><svg role="img" width="{left + width + 20}" height="{height + 50}">'
        f'<rect class="axis" x="{left}" y="{top}" width="{width}" height="{height}" fill="none"/>{labels}'
        f'<polyline class="curve" points="{points}"/></svg></div>'
    )


def _table(rows: Sequence[Mapping[str, Any]]) -> str:
    heads = ("system", "score", "value", "95 % interval", "method", "n", "unscored", "seconds")
    body: list[str] = []
    for row in rows:
        value = "-" if row["value"] is None else f"{row['value']:.3f}"
        interval = "" if row["low"] is None else f"{row['low']:.3f} to {row['high']:.3f}"
        words = [escape(row["system"]), escape(row["score"])]
        numbers = [value, interval, row["interval"] or "", row["n"], row["unscored"], f"{row['seconds']:.2f}"]
        cells = "".join(f"<td>{cell}</td>" for cell in words)
        cells += "".join(f'<td class="number">{cell}</td>' for cell in numbers)
        body.append(f'<tr class="{row["role"]}">{cells}</tr>')
    head = "".join(f"<th>{name}</th>" for name in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"


def _missed(sample: Sample, subject: str) -> bool:
    scores = sample.scores[subject].values()
    return any(score.weight > 0 and (score.value is None or score.value < 1) for score in scores)


def _details(sample: Sample, subject: str) -> str:
    answer = sample.answers[subject]
    scores = {
        name: f"{'unscored' if score.value is None else score.value} {score.reason}".strip()
        for name, score in sample.scores[subject].items()
        if score.weight > 0
    }
    parts = {"asked": sample.case.input, "gold": sample.case.target, "answer": answer.error or answer.output}
    body = "".join(
        f"<dt>{escape(name)}</dt><dd><pre>{_text(value)}</pre></dd>"
        for name, value in (parts | scores).items()
    )
    return f"<details><summary>{escape(sample.case.id)}</summary><dl>{body}</dl></details>"


def _text(value: Json) -> str:
    return escape(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1))
