"""Number words of the other languages there are tables for: "cuarenta y tres" gives an answer away in English too."""

import re
from functools import lru_cache

from ..quantities import read_plain
from ..quantities.context import Reading
from ..quantities.language import load
from ..quantities.normalise import Plain

OTHER_LANGUAGES = ("de", "es")
_WORD_FORMS = frozenset({"words", "fraction", "mixed"})
_ENGLISH_TOO = frozenset({"once", "million"})


def in_other_languages(plain: Plain) -> list[Reading]:
    """What the text states in number words that are not English; costs one search where there are none."""
    if not _number_words().search(plain.text.lower()):
        return []
    found = [reading for code in OTHER_LANGUAGES for reading in read_plain(plain, code)]
    return [
        reading
        for reading in found
        if reading.form in _WORD_FORMS and not re.search(r"\d", plain.text[reading.start : reading.end])
    ]


@lru_cache(maxsize=1)
def _number_words() -> re.Pattern[str]:
    words: set[str] = set()
    for code in OTHER_LANGUAGES:
        table = load(code)
        words |= {word for word in (*table.numbers, *table.scales) if len(word) >= 4}
    words -= _ENGLISH_TOO | set(load("en").numbers)
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})")
