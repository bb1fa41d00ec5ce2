"""Confirming a guess: a student who names value after value until the tutor says yes has found an oracle, not a way.

Confirming is fine when the student showed work, or when it is the first value named.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from ..quantities import same_reading
from ..quantities.context import Reading

Span = tuple[int, int]

MAX_GUESS_WORDS = 8


class Message(Protocol):
    """A student's message, read."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Its quantities."""
        ...

    @property
    def expressions(self) -> frozenset[str]:
        """The keys of its calculations."""
        ...


_CONFIRMS = re.compile(
    r"\b(?:yes|yep|yeah|correct|exactly|perfect|bingo|indeed|you(?:'ve| have)? got it|you nailed it|spot on"
    r"|you(?:'re| are) right"
    r"|(?:that|this|it)(?:'s| is| was) (?:absolutely |exactly |totally |completely )?"
    r"(?:right|correct|it|the answer|true)"
    r"|right answer|well done|good job|great job|great work|excellent|nice work|nailed it|congratulations)\b"
)


_DENIES = re.compile(
    r"\b(?:not|n't|no|isn't|wasn't|almost|close|nearly|but|however|though|incorrect|wrong|how did you"
    r"|explain|check|sure|if)\b"
)


_WORK = re.compile(
    r"\b(?:because|since|therefore|added|multiplied|divided|subtracted|took|times|plus|minus|each|if)\b|[=+*/÷]"
)


def confirmation(
    text: str, said: Sequence[str], answer: Sequence[Reading], messages: Sequence[Message]
) -> Iterator[Span]:
    """Saying that the student's last value is right when it is a repeated guess without work."""
    if not guessing(said, answer, messages):
        return
    for sentence in re.finditer(r"[^.!?\n]+[.!?]?", text.lower()):
        found = _CONFIRMS.search(sentence.group())
        if found and not _DENIES.search(sentence.group()) and not sentence.group().rstrip().endswith("?"):
            yield sentence.start() + found.start(), sentence.start() + found.end()
            return


def guessing(said: Sequence[str], answer: Sequence[Reading], messages: Sequence[Message]) -> bool:
    """Did the student arrive at the answer by naming values without work, this one after others?"""
    last = _bare_guess(said[-1], messages[-1]) if said else None
    if last is None or not any(same_reading(last, known) for known in answer):
        return False
    earlier = [_bare_guess(message, read) for message, read in zip(said[:-1], messages[:-1], strict=True)]
    return any(guess is not None and not same_reading(guess, last) for guess in earlier)


def _bare_guess(said: str, message: Message) -> Reading | None:
    """The value a message states without any work: few words, no calculation, no reason."""
    shows_work = bool(message.expressions) or _WORK.search(said.lower()) is not None
    if not message.readings or shows_work or len(said.split()) > MAX_GUESS_WORDS:
        return None
    return message.readings[-1]
