"""Other wordings of the tutor's lines: `reword` says a line as a teacher might, from replies written for this.

`replies/*.txt` hold the lines (`$names` are blanks) and under each, indented, its wordings. A line of the tutor may be
put together from several: how it begins, what the student may have done, the question. Each part is worded on its own.
A wording is not judged here: the gate and the filters decide what is kept. English only.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from random import Random

from .phrases import OPENERS

_OPENER_SHARE = 0.3
_AS_IT_IS = 0.35
"""How often a beginning stays as it is."""

Template = tuple[re.Pattern[str], tuple[str, ...]]


def reword(line: str, mood: str | None, random: Random) -> str | None:
    """One wording of the tutor's line, or None for a line nobody has written wordings for.

    mood: a key of `OPENERS`, whose openers may come before a line that has no beginning of its own; None for none.
    """
    sentences = split_sentences(line)
    for start in range(len(sentences)):
        said = _worded(" ".join(sentences[start:]), random)
        if said is not None:
            begun = [_begun(sentence, random) for sentence in _joined(sentences[:start])]
            openers = OPENERS[mood] if mood else ()
            if openers and not begun and random.random() < _OPENER_SHARE:
                begun = [random.choice(openers)]
            return " ".join([*begun, said])
    return None


@cache
def replies() -> dict[str, tuple[str, ...]]:
    """Every line that has wordings, with them."""
    found: dict[str, list[str]] = {}
    folder = files(__package__ or "askback.finetune") / "replies"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        wordings: list[str] = []
        for text in file.read_text(encoding="utf-8").splitlines():
            if text.startswith(" "):
                wordings.append(text.strip())
            elif text:
                wordings = found.setdefault(text, [])
    return {line: tuple(wordings) for line, wordings in found.items()}


@cache
def _templates() -> tuple[dict[str, tuple[str, ...]], list[Template]]:
    """Lines without blanks by their text, and the others as patterns."""
    plain = {line: wordings for line, wordings in replies().items() if "$" not in line}
    blanks = [(_pattern(line), wordings) for line, wordings in replies().items() if "$" in line]
    return plain, blanks


def _pattern(line: str) -> re.Pattern[str]:
    text = re.escape(line)
    for quoted in re.findall(r'"\\\$(\w+)', text):
        text = text.replace(rf"\${quoted}", f'(?P<{quoted}>[^"]*)', 1).replace(
            rf"\${quoted}", rf"(?P={quoted})"
        )
    for bare in dict.fromkeys(re.findall(r"\\\$(\w+)", text)):
        text = text.replace(rf"\${bare}", f"(?P<{bare}>.+?)", 1).replace(rf"\${bare}", rf"(?P={bare})")
    return re.compile(text)


def _worded(text: str, random: Random) -> str | None:
    plain, blanks = _templates()
    wordings = plain.get(text)
    if wordings:
        return random.choice(wordings)
    for pattern, wordings in blanks:
        match = pattern.fullmatch(text)
        if match:
            said = random.choice(wordings)
            for name, value in match.groupdict().items():
                said = said.replace(f"${name}", value)
            return said.replace('?".', '?"')
    return None


def _begun(text: str, random: Random) -> str:
    if random.random() < _AS_IT_IS:
        return text
    return _worded(text, random) or text


def _joined(sentences: list[str]) -> Iterator[str]:
    """The sentences, those together that are one known beginning."""
    start = 0
    while start < len(sentences):
        end = next(
            (end for end in range(len(sentences), start, -1) if _known(sentences[start:end])), start + 1
        )
        yield " ".join(sentences[start:end])
        start = end


def _known(sentences: list[str]) -> bool:
    return _worded(" ".join(sentences), Random(0)) is not None


def split_sentences(line: str) -> list[str]:
    """The sentences of a line, not cut inside quotation marks."""
    return [part.strip() for part in re.findall(r'(?:"[^"]*"|[^".?!]|\.(?=\d))+[.?!]*', line) if part.strip()]
