"""The problem in its own words, for questions that are about it: what it asks, and what it gives. Pure.

Everything returned stands in the problem as it is, so quoting it can bring in nothing new. Nothing is computed.
"""

import re
from dataclasses import dataclass
from typing import Literal

from .quantities import find_quantities

Shape = Literal["story", "calculation", "equation", "other"]
_MAX_WORDS = 18

_SENTENCE = re.compile(r"(?:[^.?!]|\.(?=\d)|(?<=\b[DM]r)\.|(?<=\bMrs)\.|(?<=\bMs)\.|(?<=\bSt)\.)+[.?!]*")
_COMMAND = re.compile(
    r"(?:what is|what's|calculate|compute|work out|find|evaluate|"
    r"solve(?: for \w)?(?: the (?:equation|inequality|proportion))?)"
    r"(?: the value of)?:?\s+(?=\S*[\d(√$\\x])",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?|^\W*(?:what|which|how|find|solve|simplify|work out|calculate|compute|write|round|expand|factor|evaluate|"
    r"convert|divide|increase|decrease|is|are|does|do)\b",
    re.IGNORECASE,
)
_CALCULATION = re.compile(
    r"[\d\s.,/+*×·÷^()√%$−-]*\d[\d\s.,/+*×·÷^()√%$−-]*(?: of [$\d.,]+)?|.*\\(?:frac|times|div|cdot)\b.*"
)
_NOUN = re.compile(r"\s+(?:([a-z]+) )?([a-z]{2,}s)\b(?! (?:of|is|are|than)\b)")
_NO_NOUNS = frozenset(
    "and the each every with for how much many more less from than then she they there are was were has have off per "
    "when what which that into use plus minus times divided percent nearest power equals equal over his hers its this "
    "less as has does gives costs pays sells buys takes".split()
)


@dataclass(frozen=True)
class ProblemWords:
    """What a problem asks and gives, in its own words.

    focus: the calculation or equation itself, or the sentence that asks; empty when that is too long to repeat.
    givens: its numbers, each with the noun behind it where there is one, in order and without repeats.
    """

    shape: Shape
    focus: str
    givens: tuple[str, ...]


def problem_words(problem: str) -> ProblemWords:
    """Read what the problem asks and gives."""
    text = " ".join(problem.replace('"', "'").split())
    sentences = [match.group().strip() for match in _SENTENCE.finditer(text)]
    asking = next(
        (part for part in reversed(sentences) if _ASKS.search(part)), sentences[-1] if sentences else ""
    )
    bare = _COMMAND.sub("", asking, count=1) if _COMMAND.match(asking) else asking
    bare = bare.rstrip(".?! ").strip("$ ") if bare.count("$") == 2 else bare.rstrip(".?! ")
    shape: Shape
    if "=" in bare and len(bare.split()) <= 9 and not re.search(r",|\b(?:when|if|where|for)\b", bare):
        shape, focus = "equation", bare
    elif _CALCULATION.fullmatch(bare):
        shape, focus = "calculation", bare
    else:
        shape = "story" if len(sentences) > 1 else "other"
        focus = asking.rstrip(".")
    if len(focus.split()) > _MAX_WORDS:
        focus = _clause(focus)
    return ProblemWords(shape, focus, _givens(text) if shape != "equation" else ())


def _clause(sentence: str) -> str:
    """The asking part behind the last comma of a long sentence, if it can stand alone."""
    last = sentence.rpartition(", ")[2]
    return last[:1].upper() + last[1:] if _ASKS.match(last) and len(last.split()) <= _MAX_WORDS else ""


def _givens(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for quantity in find_quantities(text):
        start, end = quantity.span
        noun = _NOUN.match(text, end)
        if noun and not _NO_NOUNS.intersection(noun.groups()) and quantity.unit is None:
            end = noun.end()
        bare_word = quantity.form == "words" and " " not in text[start:end]
        if quantity.form not in ("polynomial", "verdict", "comparison", "choice") and not bare_word:
            found.append(text[start:end])
    return tuple(dict.fromkeys(found))
