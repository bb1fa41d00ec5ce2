"""Is a number that everybody has seen stated here as the result, or does it merely occur?

Works on the words around one number of a normalised text. It knows how results are announced in English ("so the total
is …", "… = …"), how a student is quoted ("you said …"), and which words the problem's question asks with.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from ..quantities import read_plain, same_reading
from ..quantities.context import Reading
from ..quantities.language import load
from ..quantities.normalise import Plain, normalise

WINDOW = 160


class Message(Protocol):
    """A student's message, read."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Its quantities."""
        ...

    @property
    def plain(self) -> Plain:
        """Its text, normalised."""
        ...


_STRUCTURAL = re.compile(
    r"\s(?:\w+\s)?(?:numbers?|steps?|parts?|amounts?|values?|fractions?|quantities|terms?|things?|ways?|sides?"
    r"|equations?|expressions?|operations?|questions?|sentences?|sets?|groups?|kinds?|types?|ideas?|pieces|cases"
    r"|methods|facts|results|totals|sums|products|digits|places|shapes|angles|more time|at a time"
    r"|minutes? to think)\b"
)
_NOUN = r"(?:answer|result|total|sum|product|difference|quotient|value|solution|profit|cost|amount|number|it|this|that)"
_HEDGE = (
    r"(?: actually| really| indeed| then| just| only| simply| exactly| equal to| about| a total of| now)?"
)
_OPENING = r"\s*(?:a |an )?[$€£(\"*]*$"
_BEFORE = re.compile(
    rf"(?:[=≈]|, making"
    rf"|\b{_NOUN}(?:'s| is| was| will be| would be| should be| must be| are| were){_HEDGE}"
    rf"|\btotal (?:\w+ ){{1,6}}(?:is|was|would be|will be|should be){_HEDGE}"
    r"|\b(?:equals|makes|gives|giving|leaves|leaving|yields|totals?|get|gets|getting|becomes|comes? to|equal to"
    r"|comes? out (?:to|as|at)|answer:?|should be|must be|would be|will be|be|so|that's|therefore|thus|hence|means"
    r"|turns out to be|have to be|has to be|left with|ends? up with|a total of)"
    rf"(?: you| us| him| her| them)?{_HEDGE}){_OPENING}"
)
_STRONG = re.compile(
    rf"(?:=|\b(?:answer|result|solution|total|should be|must be|would be|be|equals?|get))\s*(?:is |be )?{_OPENING}"
)
_WONDERS = re.compile(
    r"\s*(?:and |so |but |then |now )?(?:what|which|how|why|where|when|who|can|could"
    r"|do|does|did|would|is|are|was|will|if)\b"
)
_AFTER = re.compile(
    r"^[)\"*.]*\s*(?:\w+\s){0,3}?(?:is|was|would be|'s) (?:the )?(?:right|correct|answer|result|solution|final)\b"
)
_RIGHT_BEFORE = re.compile(
    r"\b(?:right|correct) (?:earlier |before )?when you (?:said|wrote|had|got) [$€£\"*(]*$"
)
_OPERAND = re.compile(r"^[)\"*]*\s*(?:\w+ )?(?:[+*/^÷-] ?[\d$(]|x \d|plus|minus|times|divided|multiplied)")
_QUOTED = re.compile(
    r"\b(?:you|you've|your)\b[^.?!;]*\b(?:said|say|got|wrote|found|had|used|answered|think|thought|mentioned|told"
    r"|calculated|came up with|chose|picked|gave|arrived at|did|added|divided|multiplied|subtracted|made|put|counted"
    r"|stated)\b|\byou(?:'re| are) (?:\w+ )?(?:right|correct)\b"
    r"|\byour (?:\w+ )?(?:answer|result|total|number|value|guess|solution|calculation|work|figure)\b"
    r"|\bif\b|\bwhen you\b|\bare you saying\b"
)
_TURNS = re.compile(
    r"\band (?:since|they|she|he|it|we|there)\b|\bindeed\b|\b(?:but|so|then|therefore|actually|however)\b|;"
)
_NEGATED = re.compile(r"(?:\bnot|n't|\bnever)\b(?:(?!\bbut\b|\bso\b)[^,;])*$")
_REFERS = re.compile(r"\b(?:the|those|these|your|this|their|his|her|its)\s+[$€£\"*(]*$")


@dataclass(frozen=True, slots=True)
class Question:
    """What a problem asks: the content words of its question, and the unit and nouns asked for.

    `unit` is "count" where things are counted ("how many apples"), None where no unit is asked for.
    """

    words: frozenset[str]
    unit: str | None
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: the rest of its sentence before and after it, in lower case."""

    before: str
    number: str
    after: str
    measured: bool

    @classmethod
    def of(cls, text: str, reading: Reading) -> "Place":
        """The place of a reading in its text."""
        before = re.split(r"[.!?](?=\s)|\n", text[max(0, reading.start - WINDOW) : reading.start])[-1]
        after = re.split(r"(?<=[.!?])\s|\n", text[reading.end : reading.end + WINDOW])[0]
        return cls(
            before.lower(), text[reading.start : reading.end].lower(), after.lower(), reading.unit is not None
        )

    def quoted(self) -> bool:
        """Do the words before report what the student said, up to here?"""
        quotes = list(_QUOTED.finditer(self.before))
        return bool(quotes) and not _TURNS.search(self.before, quotes[-1].end())

    def operand(self) -> bool:
        """Is the number calculated with here, rather than the result?"""
        last = re.search(r"[\d)]\s?[-+*/^]\s?[$€£]?$", self.before) and re.match(r"[)\s]*=", self.after)
        return bool(last) or _OPERAND.match(self.after) is not None

    def asks(self) -> bool:
        """Is the sentence a question?"""
        return self.after.rstrip().endswith("?")

    def alone(self) -> bool:
        """Is the number all there is, with at most a unit or two words after it?"""
        return not self.before.strip(' $€£*"(') and not self.asks() and len(self.after.split()) <= 2

    def wonders(self) -> bool:
        """Is this a question that mentions the number in passing ("What is the 3 m piece …?")?"""
        return self.asks() and _WONDERS.match(self.before) is not None

    def counts_other(self, question: Question) -> bool:
        """Does the number count or measure something the problem does not ask for ("20 chickens", asked for cups)?"""
        if not question.nouns or self.measured:
            return False
        following = re.match(r"\s((?:[a-z'-]+\s?){1,3})", self.after)
        if following is None or following[1].split()[0] in _NO_NOUN:
            return False
        return not words(following[1]) & question.nouns


def asserted(place: Place, question: Question) -> bool:
    """Is the number announced as a result, or does its clause answer the problem's question?"""
    if place.operand() or _NEGATED.search(place.before):
        return False
    if _AFTER.match(place.after) or _RIGHT_BEFORE.search(place.before):
        return True
    if place.quoted() or place.counts_other(question):
        return False
    if place.alone():
        return True
    if place.wonders():
        return _STRONG.search(place.before) is not None
    if _BEFORE.search(place.before):
        return True
    if place.asks():
        return False
    rest = re.split(r"[,;]|\b(?:and|but|so)\b", place.after)[0]
    clause = words(f"{_TURNS.split(place.before)[-1]} {rest}")
    return len(clause & question.words) >= max(2, min(3, len(question.words)))


def restated(place: Place, question: Question) -> bool:
    """Does the reply state the number itself, neither quoting the student nor asking about it?"""
    refers = _REFERS.search(place.before) or _NEGATED.search(place.before) or place.quoted()
    return not (refers or place.operand() or place.asks() or place.counts_other(question))


def quotes(place: Place, messages: Sequence[str]) -> bool:
    """Are the words around the number copied from the student?"""
    around = " ".join((place.before[-30:] + place.number + place.after[:15]).split())
    return len(around) >= 15 and any(around in message for message in messages)


def claimed(messages: Sequence[Message], reading: Reading) -> bool:
    """Is the number what the student stands by: the last one stated, and not denied, in the latest message with any?"""
    for message in reversed(messages):
        if message.readings:
            last = message.readings[-1]
            return same_reading(last, reading) and not _denied(message.plain.text, last)
    return False


def _denied(text: str, last: Reading) -> bool:
    """`…, not 39 days`, `… 104, which is not the cost`."""
    clause = (
        text[max(0, last.start - WINDOW) : last.start].rpartition(",")[2] + text[last.end : last.end + WINDOW]
    )
    return re.search(r"\bnot\b|n't\b", clause.lower()) is not None


def structural(text: str, reading: Reading) -> bool:
    """`the two numbers`, `these three steps`: small counts of what the reply itself talks about."""
    small = isinstance(reading.value, Fraction) and reading.value in (1, 2, 3, 4) and reading.unit is None
    return small and _STRUCTURAL.match(text, reading.end) is not None


# --- what the problem asks for --------------------------------------------------------------------------------------

_STOP = frozenset(
    "the a an of to in on at for and or is are was were be been do does did has have had how many much what which"
    " who when where why if it its he she they them his her their there this that these those with by from as than"
    " then will would can could should each all per any more most total number answer find after before into over"
    " we you i".split()
)
_NO_NOUN = _STOP | frozenset(
    "not but so because right correct now altogether left remaining instead too also again only".split()
)


def words(text: str) -> frozenset[str]:
    """The content words of a text, cut to their stems."""
    return frozenset(
        word[:5].rstrip("s") for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in _STOP
    )


def read_question(problem: str) -> Question:
    """What the problem asks for, from its last question (or last sentence)."""
    sentences = [sentence for sentence in re.split(r"(?<=[.?!])\s|\n", problem.lower()) if sentence.strip()]
    asking = [sentence for sentence in sentences if sentence.rstrip().endswith("?")]
    sentence = (asking or sentences or [""])[-1]
    named = re.search(r"\b(?:how many|number of)\s+((?:[a-z-]+\s?){1,3})", sentence)
    nouns: frozenset[str] = frozenset()
    unit = None
    if named:
        phrase = named[1].split()
        units = (read_plain(normalise("1 " + " ".join(phrase[at:])))[:1] for at in range(len(phrase)))
        unit = next((reading[0].unit for reading in units if reading and reading[0].unit), "count")
        nouns = words(named[1])
    elif stated := re.search(r"\bin ([a-z]{3,})\b", sentence):
        unit = load("en").units.get(stated[1])
    if unit is None and re.search(
        r"\bhow much (?:money|profit|change|does? (?:it|she|he|they) (?:cost|pay|spend|owe))", sentence
    ):
        unit = "USD"
    if unit and "/" in unit:
        unit = None  # "how many dollars per hour": the answer may come as "$12"
    if unit is None and re.search(r"\bwhat per\s?cent", sentence):
        unit = "%"
    return Question(words(sentence), unit, nouns)
