"""The data card: one Markdown page beside every set, saying what is in it, how it was made and what was dropped."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..agent.misconceptions import catalogue
from .pupils import MISTAKES
from .rows import MAX_PROMPT, MAX_REPLY, Progress, Row, read_rows
from .variety import ALIKE, alike_share, distinct_share

_ABOUT = {
    "programs": "Problems with a plan and a program in the form the solver is asked for. Kept only if the program, run "
    "in the sandbox, gives the value of a second one (for GSM8K, the gold answer).",
    "errors": "Wrong paths and their corrections (LEMMA, arXiv 2503.17439). The wrong path was run and ends wrong; the "
    "corrected program was run and ends right. Connecting phrases are our own.",
    "turns": "One line of the tutor, worded. The context is what the tutor's own code showed its writer in a simulated "
    "lesson; each reply passed every check of the gate, and each rejected one failed the check named in its proof.",
}
_ABOUT["dialogues"] = (
    "Whole dialogues (after the data of KMP-Bench, arXiv 2603.02775): an error is looked at, confusion about What, How "
    "or Why is met, a follow-up question and similar problems at up to three levels are set. Every problem was solved "
    "by two programs; every turn of the tutor passed the gate and answers by a principle the flow owes."
)
_LIMITS = {
    "dialogues": "Problems of known kinds only, student words put together from parts, no more than two questions of "
    "confusion in a row. English only.",
    "programs": "Our own problems are of known kinds or one-paragraph stories. The names of GSM8K's steps are taken "
    "from its sentences by rule and some read badly.",
    "errors": "Kinds of mistakes come as often as teachers counted them in word problems; within a kind, entries of "
    "the catalogue and edits are drawn evenly.",
    "turns": "Student words and replies are put together from parts, so their style is narrower than that of people. "
    "English only.",
}


def _mistakes(rows: Sequence[Row]) -> list[str]:
    """For rows with mistakes: how often each kind came, beside how often pupils make it."""
    made = Counter(str(row.provenance["mistake_kind"]) for row in rows if "mistake_kind" in row.provenance)
    if not made:
        return []
    seen = sum(MISTAKES.values())
    return [
        "## Mistakes",
        "",
        f"| kind | rows | pupils (StepVerify, n = {seen}) |",
        "| --- | --- | --- |",
        *(
            f"| {kind} | {made[kind] / made.total():.1%} | {count / seen:.1%} |"
            for kind, count in MISTAKES.items()
        ),
        "",
    ]


def _variety(rows: Sequence[Row]) -> list[str]:
    """For rows with replies in words: how different they are."""
    texts = [row.reply for row in rows if row.kind == "turns"]
    if not texts:
        return []
    moves = Counter(str(row.provenance["move"]) for row in rows)
    faults = Counter(str(row.provenance["fault"]) for row in rows if row.rejected is not None)
    return [
        "## Variety",
        "",
        f"- Different runs of three words among all: {distinct_share(texts):.1%}; replies like an earlier one "
        f"(at least {ALIKE:.0%} of their runs shared): {alike_share(texts):.1%}; quotes and numbers left out",
        f"- Different lines of the tutor: {len({row.proof['line'] for row in rows})}; misconceptions named: "
        f"{len({row.provenance['named'] for row in rows} - {None})}, made: "
        f"{len({row.provenance['mistake'] for row in rows} & catalogue().keys())}; grades: "
        f"{len({row.provenance['grade'] for row in rows})}",
        f"- Moves: {', '.join(f'{move} {count}' for move, count in moves.most_common())}",
        f"- Faults of rejected replies: {', '.join(f'{fault} {count}' for fault, count in faults.most_common())}",
        "",
    ]


def card(out: Path, at: Progress) -> str:
    """The page for a finished set."""
    rows = list(read_rows(out))
    kind = str(at.settings["kind"])
    made = Counter(
        str(row.provenance.get("made_of", row.provenance.get("source", "")).split(",")[0]) for row in rows
    )
    tried = at.kept + sum(at.dropped.values())
    example = rows[0]
    return "\n".join(
        [
            f"# Training set: {kind}",
            "",
            _ABOUT[kind],
            "",
            f"- Rows: {at.kept} of {tried} candidates; words in targets: "
            f"{sum(len(row.reply.split()) for row in rows)}; with a rejected reply: "
            f"{sum(row.rejected is not None for row in rows)}",
            f"- Made with: {', '.join(f'{key} {value}' for key, value in at.settings.items())}",
            f"- File: {out.name}, sha256 {hashlib.sha256(out.read_bytes()).hexdigest()}",
            f"- Different targets: {len({row.reply for row in rows})}; different problems: "
            f"{len({row.provenance['problem'] for row in rows})}",
            f"- Check again: `askback finetune verify {out.name}`",
            "",
            "## Dropped",
            "",
            "| reason | candidates |",
            "| --- | --- |",
            *(
                f"| {reason} | {count} |"
                for reason, count in sorted(at.dropped.items(), key=lambda item: -item[1])
            ),
            "",
            f"Longest kept: {MAX_PROMPT} characters in all, {MAX_REPLY} in the reply. A problem is contaminated when "
            "half of its runs of five words are in one line of an excluded file"
            + (f" ({', '.join(at.settings['exclude'])})." if at.settings["exclude"] else "; none was given."),
            "",
            "## Made of",
            "",
            "| source or kind | rows |",
            "| --- | --- |",
            *(f"| {source} | {count} |" for source, count in made.most_common()),
            "",
            *_mistakes(rows),
            *_variety(rows),
            "## One row",
            "",
            "Problem: " + str(example.provenance["problem"]),
            "",
            "````text",
            example.reply,
            "````",
            "",
            "## Limits",
            "",
            _LIMITS[kind],
            "",
        ]
    )
