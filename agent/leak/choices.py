"""Choices and verdicts that a reply gives away: "the answer is B", "yes, it is", "3/4 is larger"."""

import re
from collections.abc import Iterator, Sequence

from ..quantities import same_reading
from ..quantities.context import Reading

Span = tuple[int, int]


_YES_OR_NO = re.compile(
    r"(?:^|[.?!:]\s*)(?:is|are|does|do|can|true or false:?)\s+((?:[^?]|\.(?=\d))*)", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?:[^.?!]|\.(?=\d))+\.?(?![.?!])(?=\s|$)")
_STATES = re.compile(r"\b(?:is|are|isn't|aren't|does|doesn't|divides|goes|can|can't|cannot)\b", re.IGNORECASE)
_LEAVES_OPEN = re.compile(
    r"\b(?:whether|if|when|would|might|could|decide|check|test|suppose)\b", re.IGNORECASE
)
_COMPARES = re.compile(r"\b(?:great|larg|bigg|small|high|low|more|less)(?:er)?\b|[<>]")
_HELPING = frozenset("that this with your than number does what which there".split())


def verdicts(text: str, answer: Sequence[Reading]) -> Iterator[Span]:
    """A choice named as right, or a verdict given."""
    low = text.lower()
    for known in answer:
        if known.form == "choice":
            yield from _choices(text, str(known.value))
        elif isinstance(known.value, bool):
            yield from _verdict(low, known.value)
    if len(answer) == 1 and answer[0].form == "comparison":
        yield from _comparison(low, str(answer[0].value))


def answered(text: str, problem: str, answer: Sequence[Reading]) -> Iterator[Span]:
    """What a yes-or-no problem asks as a statement, true or not: "51 is not prime" for "Is 51 prime?"."""
    asked = _YES_OR_NO.search(problem) if any(isinstance(known.value, bool) for known in answer) else None
    numbers, words = _tokens(asked[1]) if asked else (set[str](), set[str]())
    if not words:
        return
    for sentence in _SENTENCE.finditer(re.sub(r'"[^"]*"', lambda quote: " " * len(quote[0]), text)):
        said, known_words = _tokens(sentence[0])
        states = _STATES.search(sentence[0]) and not _LEAVES_OPEN.search(sentence[0])
        if states and numbers <= said and words & known_words:
            yield sentence.span()


def _tokens(text: str) -> tuple[set[str], set[str]]:
    """The numbers of a text, and the words by which something is said of them; all that compare are one."""
    low = _COMPARES.sub("more", text.lower())
    return set(re.findall(r"\d+(?:[./]\d+)?", low)), set(re.findall(r"[a-z]{4,}", low)) - _HELPING


def _choices(text: str, letter: str) -> Iterator[Span]:
    says = r"(?:'s| is| must be| should be| would be|:)?"
    named = r"(?:choice |option |letter )?"
    pattern = (
        rf"(?i:\b(?:answer|choice|option|it|that){says}\s*{named})[(\"*]*{letter}\b(?!\s+[a-z])"
        rf"|(?i:\b(?:choose|pick|select|circle|go with)\s+{named})[(\"*]*{letter}\b"
        rf"|[(\"*]*\b{letter}\b[)\"*]*(?i:\s+(?:is|looks|seems)\s+(?:the )?(?:right|correct|answer|best|true))"
    )
    for match in re.finditer(pattern, text):
        yield match.span()
    others = [other for other in "ABCDE" if other != letter]
    ruled_out = re.search(r"(?i:\bnot\b|\bneither\b|\brule out\b|\bwrong\b|\bincorrect\b|\bcan't be\b)", text)
    named_itself = re.search(rf"\b{letter}\b(?!\s+[a-z]{{4,}})", text)
    named = [match for match in re.finditer(r"\b[A-E]\b(?!\s+[a-z]{4,})", text) if match.group() in others]
    if ruled_out and not named_itself and len({match.group() for match in named}) >= 3:
        yield named[0].start(), named[-1].end()


def _verdict(low: str, value: bool) -> Iterator[Span]:
    words = "yes|true" if value else "no|false"
    says = r"(?:'s| is| must be| should be)\s*(?:indeed |actually |simply )?"
    verbs = r"is|are|can|does|do|will|has|have|was|would|isn't|aren't|can't|cannot|doesn't|don't|won't"
    pattern = (
        rf"\b(?:answer|verdict|it|that|statement|this){says}[\"*]*(?:{words})\b"
        rf"|(?:^|[.!?:]\s+)[\"*]*(?:{words})\b[,:]?\s+(?:it|they|he|she|there|the \w+)\s+(?:{verbs})\b"
    )
    for match in re.finditer(pattern, low):
        yield match.span()


def _comparison(low: str, value: str) -> Iterator[Span]:
    words = {
        "greater": "greater|larger|bigger|more",
        "less": "less|smaller|fewer",
        "equal": "equal|the same",
    }[value]
    for match in re.finditer(rf"\b(?:is|are|'s) (?:{words})\b(?! or)(?![^.!]*\?)", low):
        yield match.span()


_ASKED_LARGER = re.compile(
    r"^\W*(larger|greater|bigger|largest|greatest|more|smaller|smallest|less|least|lesser)\b\W*[:=]", re.I
)
_LARGER, _SMALLER = (
    r"(?:larger|bigger|greater|more|largest|biggest|greatest)",
    r"(?:smaller|less|lower|fewer|smallest|least)",
)


def larger(text: str, readings: Sequence[Reading], answer: Sequence[Reading], form: str) -> Iterator[Span]:
    """Saying which of two is larger, where that is the question (an answer like "larger: 3/4")."""
    asked = _ASKED_LARGER.match(form)
    if asked is None:
        return
    same, other = (
        (_SMALLER, _LARGER)
        if asked[1].lower()[0] in "sl" and asked[1].lower()[:3] != "lar"
        else (_LARGER, _SMALLER)
    )
    low = text.lower()
    for reading in readings:
        is_answer = any(same_reading(reading, known) for known in answer)
        word = same if is_answer else other
        after = re.compile(rf"\s*(?:is|are|'s)\s+(?:the )?{word}\b(?! or)").match(low, reading.end)
        before = re.search(
            rf"\b{word}(?: \w+)? (?:is|:)\s*$", low[max(0, reading.start - 40) : reading.start]
        )
        if after or before:
            yield reading.start, after.end() if after else reading.end
