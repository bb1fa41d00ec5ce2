"""Light rewordings of a line: a kind beginning, another way to point at the work, the question nearly as it stands.

A small model that was tuned on free paraphrases blends them into odd sentences; one that is tuned on these says the
line, a little warmer. The words are in `phrases.py`. Whether a rewording is light enough is for `rank.is_close`.
"""

import re
from random import Random

from ..agent.check import Scene
from ..agent.openers import begins_kindly
from .phrases import BEGINNINGS, CONTEXTS, DO, DO_LEADS, SWAPS
from .wordings import split_sentences

_BEGINNING_SHARE, _SWAP_SHARE = 0.5, 0.5
_DO = re.compile(DO)
_SWAPS = tuple((re.compile(pattern), ways) for pattern, ways in SWAPS)


def lightly(scene: Scene, random: Random) -> str:
    """One light rewording of the scene's line; it may be the line itself."""
    said = [_swapped(sentence, random) for sentence in split_sentences(scene.line)]
    # "Let's look. Let's go back …" would be one too many.
    beginnings = [
        words for words in BEGINNINGS.get(_came(scene), ()) if words.split()[0] != said[0].split()[0]
    ]
    if beginnings and not begins_kindly(scene.line) and random.random() < _BEGINNING_SHARE:
        said.insert(0, random.choice(beginnings))
    return " ".join(said)


def story(random: Random) -> str:
    """A story a class might be in."""
    return random.choice(CONTEXTS)


def _came(scene: Scene) -> str:
    """How the student came, as a key of `BEGINNINGS`: work, a bare number told or asked about, or what they wanted."""
    if scene.move.goal == "confirm":
        return "confirmed"
    if scene.diagnosis.intent == "question" and "?" not in scene.said[-1]:
        return "confusion"
    if scene.diagnosis.intent != "attempt":
        return scene.diagnosis.intent
    if scene.shows_work:
        return "work"
    return "asked" if "?" in scene.said[-1] else "number"


def _swapped(sentence: str, random: Random) -> str:
    if _DO.match(sentence) and random.random() < _SWAP_SHARE:
        return _led(random.choice(DO_LEADS), sentence)
    for pattern, ways in _SWAPS:
        if pattern.search(sentence) and random.random() < _SWAP_SHARE:
            sentence = pattern.sub(random.choice(ways), sentence, count=1)
    return sentence


def _led(words: str, sentence: str) -> str:
    """The sentence after other words, unless it begins with a quotation."""
    first, space, rest = sentence.partition(" ")
    return f"{words} {first[0].lower()}{first[1:]}{space}{rest}" if first[:1].isalpha() else sentence
