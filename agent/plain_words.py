"""How hard a text is to read, and which words carry its content. Pure, English, by counting alone.

A word counts as hard by its syllables, which needs no list of words; words of the problem and of the student are known
whatever their length. This orders and bounds short texts; it is no published readability index.
"""

import re

from .gate_words import FILLERS, QUOTED, WORD

_SENTENCE_END = re.compile(r"[.!?:;]+(?:\s|$)")


def unquoted(text: str) -> str:
    """The text with what stands in quotation marks taken out."""
    return QUOTED.sub('""', text)


def sentences(text: str) -> list[str]:
    """The sentences, and what stands before a colon, with quotations taken out."""
    return re.split(r"(?<=[.!?:])\s+", unquoted(text).strip())


def content_words(text: str) -> set[str]:
    """The beginnings of the words that say what a text is about: longer words, without those that fill."""
    return {word[:5] for word in WORD.findall(text.lower()) if len(word) > 3 and word not in FILLERS}


def longest_sentence(text: str) -> int:
    """The words of the longest sentence outside quotation marks."""
    return max((len(part.split()) for part in _SENTENCE_END.split(unquoted(text))), default=0)


def hard_words(text: str, grade: int, known: str = "") -> list[str]:
    """The words with more syllables than a pupil of this grade reads at sight: three in grade 1, five from grade 7 on.

    `known` is text whose words the pupil has met.
    """
    met = set(WORD.findall(known.lower()))
    most = min(5, 3 + grade // 4 + (grade > 6))
    return [word for word in WORD.findall(text.lower()) if syllables(word) > most and word not in met]


def syllables(word: str) -> int:
    """Syllables of an English word, by its groups of vowels; close enough to tell long words from short ones.

    >>> [syllables(word) for word in ("step", "number", "denominator", "multiplied")]
    [1, 2, 5, 3]
    """
    word = (
        re.sub(r"(?<=[^aeiouy])e$|(?<=[^aeiouycsxzgh])es$|(?<=[^dt])ed$", "", word) if len(word) > 3 else word
    )
    word = re.sub(r"l$", "le", word) if re.search(r"[^aeiouy]l$", word) else word
    return max(1, len(re.findall(r"[aeiouy]+", word)))
