"""Short stories clause by clause: an opening, a fact, a question, each read by a pattern of its own.

A story is cut where one clause can end (a full stop, a comma, "and", "if"). Every clause must be read in full, and all
that they catch is put together; so each wording of a fact goes with each wording of a question without a pattern for
every pair of them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from .nouns import nouns_of
from .problem import Given
from .wording import Build, Rule, pattern

_CUT = re.compile(r"[.;] |, | and | but | if ")
_MOST_CUTS = 10
Found = dict[str, Given]


def story(build: Build, *parts: Sequence[str], orders: Sequence[Sequence[int]] = ()) -> Rule:
    """Stories of one clause of each part, read by `build`, which may still decline.

    orders: the orders in which the parts may be told, each by their numbers; only as listed where none are given.
    """
    readers = [[pattern(text) for text in part] for part in parts]
    told = orders or [range(len(parts))]

    def one(words: str, part: int) -> Found | None:
        for read in readers[part]:
            caught = read(words)
            if caught is not None and (found := nouns_of(caught)) is not None:
                return found
        return None

    def read(words: str) -> Found | None:
        known: dict[tuple[str, int], Found | None] = {}
        for clauses in _cut(words, len(parts)):
            for order in told:
                together: Found = {}
                for clause, part in zip(clauses, order, strict=True):
                    if (clause, part) not in known:
                        known[clause, part] = one(clause, part)
                    found = known[clause, part]
                    if found is None or any(
                        together.get(name, value) != value for name, value in found.items()
                    ):
                        break
                    together |= found
                else:
                    return together
        return None

    return read, build


def clause(build: Build, *wordings: str) -> Rule:
    """Problems of a single clause in any of these wordings, with places for nouns."""
    return story(build, wordings)


def _cut(words: str, count: int) -> Iterator[list[str]]:
    """The ways to cut a text into so many clauses; none for a text with too many places to cut it."""
    places = list(_CUT.finditer(words))
    if len(places) > _MOST_CUTS:
        return
    for chosen in combinations(places, count - 1):
        starts = [0, *(place.end() for place in chosen)]
        ends = [*(place.start() for place in chosen), len(words)]
        yield [_bare(words[start:end]) for start, end in zip(starts, ends, strict=True)]


def _bare(clause: str) -> str:
    """A clause without the word that joins it to the one before."""
    return re.sub(r"^(?:(?:and|but|if|then|so|now) )+|[ ,]+$", "", clause.strip(), flags=re.IGNORECASE)
