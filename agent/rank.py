"""Which of several drafts is said: all have passed the gate, this chooses the best of them. Pure and readable.

What makes a draft better, in the order of weight: it mentions the student's own step; it keeps what the line says of
the mistake; its question is short and plain; it uses a word the teacher asked for; the whole is short.
"""

import re
from collections.abc import Sequence

from .gate_words import QUOTED
from .plain_words import content_words, longest_sentence, syllables, unquoted

_WANTED_WORDS = 24
"""A reply of about this many words reads well; longer ones lose by degrees."""


def best(drafts: Sequence[str], line: str, quote: str | None = None, use: Sequence[str] = ()) -> str:
    """The best wording of the line; the first of equals. Raises ValueError when there are none.

    quote: the student's own line, as diagnosed. use: words the teacher would like to hear.
    """
    return max(drafts, key=lambda draft: score(draft, line, quote, use))


def score(draft: str, line: str, quote: str | None = None, use: Sequence[str] = ()) -> float:
    """How good a wording is; only differences between drafts of one line mean anything."""
    return (
        3.0 * _mentions(draft, [*QUOTED.findall(line), *([quote] if quote else [])])
        + 2.0 * _kept(draft, line)
        + 1.0 * _plain_question(draft)
        + 0.5 * any(word.lower() in draft.lower() for word in use)
        - 0.05 * max(0, len(draft.split()) - max(_WANTED_WORDS, len(line.split())))
    )


def _mentions(draft: str, own: Sequence[str]) -> bool:
    """Whether the student's own words stand in it, or a number of theirs."""
    low = draft.casefold()
    numbers = {number for text in own for number in re.findall(r"\d[\d.,/]*\d|\d", text)}
    return any(text.casefold() in low for text in own) or any(
        re.search(rf"(?<![\d.,/]){re.escape(number)}(?![\d/]|[.,]\d)", draft) for number in numbers
    )


def _kept(draft: str, line: str) -> float:
    """The share of the line's content that is still there."""
    wanted = content_words(unquoted(line))
    return len(wanted & content_words(unquoted(draft))) / len(wanted) if wanted else 1.0


def _plain_question(draft: str) -> float:
    """1 for a question of a few everyday words, less the longer it and its words are."""
    question = re.split(r"(?<=[.!?:])\s+", unquoted(draft).strip())[-1]
    words = re.findall(r"[a-z]+", question.lower())
    long = sum(syllables(word) > 3 for word in words)
    return 1.0 / (1 + 0.05 * max(0, longest_sentence(question) - 12) + 0.5 * long)
