"""How varied a set of replies is: the share of different runs of three words, and of replies much like another. Pure.

Quoted words and numbers are left out, since they are the student's and the problem's.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

ALIKE = 0.8
"""Two replies are alike when they share so much of their runs of three words (Jaccard)."""
_QUOTED = re.compile(r'"[^"]*"')
_WORD = re.compile(r"[a-z']+")


def masked(text: str) -> tuple[str, ...]:
    """The words of a reply that are its own."""
    return tuple(_WORD.findall(_QUOTED.sub(" quote ", text.lower())))


def distinct_share(texts: Sequence[str]) -> float:
    """Different runs of three words among all such runs, 1 where none comes twice (Li et al. 2016, distinct-n)."""
    runs = [run for text in texts for run in _runs(masked(text))]
    return len(set(runs)) / len(runs) if runs else 1.0


def alike_share(texts: Sequence[str]) -> float:
    """The share of replies that are like an earlier one."""
    seen: list[frozenset[tuple[str, ...]]] = []
    holding: dict[tuple[str, ...], list[int]] = defaultdict(list)
    alike = 0
    for text in texts:
        runs = frozenset(_runs(masked(text)))
        near = {place for run in runs for place in holding[run]}
        if any(len(runs & seen[place]) >= ALIKE * len(runs | seen[place]) for place in near):
            alike += 1
            continue  # what is like it is like the earlier one, nearly always
        for run in runs:
            holding[run].append(len(seen))
        seen.append(runs)
    return alike / len(texts) if texts else 0.0


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[place : place + 3]) for place in range(max(1, len(words) - 2))]
