"""Which of several drafts is said: all have passed the gate, this chooses the best of them. Pure and readable.

A draft has to be close to the line to be chosen at all: it keeps the question nearly word for word, and around it adds
nothing but a few known words. Of the drafts of an adapter that was tuned on free paraphrases, two blind readers
(n = 44) would have sent 8 and 9; those that went further than this were nearly all worse than the line itself.

What makes a draft better, in the order of weight: it mentions the student's own step; it keeps what the line says of
the mistake; its question is short and plain; it uses a word the teacher asked for; it does not thank or comfort as an
earlier reply did, its beginning says nothing that the line says anyway, and it brings no idle "now"; the whole is
short.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from .gate_words import AROUND, QUOTED
from .plain_words import content_words, longest_sentence, sentences, syllables, unquoted

_WANTED_WORDS = 24
"""A reply of about this many words reads well; longer ones lose by degrees."""
_KEPT_QUESTION, _KEPT_LINE = 0.8, 0.7
"""How alike, by difflib's ratio of words, the question and the whole have to be to those of the line."""
_WORD = re.compile(r"[a-z']+|\d[\d.,/]*|[^\sa-z\d]")


def is_close(draft: str, line: str, welcome: str = "") -> bool:
    """Whether a draft is the line in light other words; `welcome` are words that may come new, beside `AROUND`."""
    known = {*AROUND, *_words(welcome), *_words(unquoted(line))}
    new = [word for word in _words(unquoted(draft)) if word[0].isalpha() and word not in known]
    return (
        not new
        and set(QUOTED.findall(draft)) == set(QUOTED.findall(line))
        and _alike(_question(draft), _question(line)) >= _KEPT_QUESTION
        and _alike(draft, line) >= _KEPT_LINE
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, _words(one), _words(other), autojunk=False).ratio()


def _question(text: str) -> str:
    """The last sentence."""
    return re.split(r'(?<=[.!?:])"?\s+(?=[A-Z"])', text.strip())[-1]


def best(
    drafts: Sequence[str],
    line: str,
    quote: str | None = None,
    use: Sequence[str] = (),
    before: Sequence[str] = (),
) -> str:
    """The best wording of the line; the first of equals. Raises ValueError when there are none.

    quote: the student's own line, as diagnosed. use: words the teacher would like to hear. before: earlier replies.
    """
    return max(drafts, key=lambda draft: _score(draft, line, quote, use, before))


def _score(draft: str, line: str, quote: str | None, use: Sequence[str], before: Sequence[str]) -> float:
    """How good a wording is; only differences between drafts of one line mean anything."""
    return (
        3.0 * _mentions(draft, [*QUOTED.findall(line), *([quote] if quote else [])])
        + 2.0 * _kept(draft, line)
        + 1.0 * _plain_question(draft)
        + 0.5 * any(word.lower() in draft.lower() for word in use)
        - 0.5 * _begins_as_before(draft, line, before)
        - 0.5 * _says_twice(draft, line)
        - 1.0 * _says_now(draft, line)
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


def _begins_as_before(draft: str, line: str, before: Sequence[str]) -> bool:
    """Whether its first sentence is that of an earlier reply, and not the line's own: thanks each turn are a tic."""
    first = _first_sentence(draft)
    return first != _first_sentence(line) and first in map(_first_sentence, before)


def _says_twice(draft: str, line: str) -> bool:
    """Whether a new beginning does what comes after it does: "Let's look at that together. Look again at …"."""
    first, *rest = sentences(draft)
    own = first.casefold() == _first_sentence(line)
    return not own and bool(content_words(first) & content_words(" ".join(rest)))


def _says_now(draft: str, line: str) -> bool:
    """Whether it brings a "now" that says nothing: "Now what did you do with those?"."""
    return "now" in _words(unquoted(draft)) and "now" not in _words(unquoted(line))


def _first_sentence(text: str) -> str:
    return sentences(text)[0].casefold()


def _plain_question(draft: str) -> float:
    """1 for a question of a few everyday words, less the longer it and its words are."""
    question = sentences(draft)[-1]
    words = re.findall(r"[a-z]+", question.lower())
    long = sum(syllables(word) > 3 for word in words)
    return 1.0 / (1 + 0.05 * max(0, longest_sentence(question) - 12) + 0.5 * long)
