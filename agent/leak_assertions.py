"""Is a number that everybody has seen stated here as the result, or does it merely occur?

Works on the words around one number of a normalised text. It knows how results are announced in English ("so the total
is …", "… = …"), how a student is quoted ("you said …"), and which words the problem's question asks with.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Protocol

from .language import load
from .quantities import same_reading
from .quantity_reader import Reading

WINDOW = 160


class Message(Protocol):
    """A student's message, read."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Its quantities."""
        ...


_STRUCTURAL = re.compile(
    r"\s(?:\w+\s)?(?:numbers?|steps?|parts?|amounts?|values?|fractions?|quantities|terms?|things?|ways?|sides?"
    r"|equations?|expressions?|operations?|questions?|sentences?|sets?|groups?|kinds?|types?|ideas?|pieces|cases"
    r"|methods|facts|results|totals|sums|products|digits|places|shapes|angles|more time|at a time"
    r"|minutes? to think)\b"
)
_RESULT_NOUN = r"answer|result|total|sum|product|difference|quotient|value|solution|profit|cost|amount|number|it|this|that|there"
_HEDGE = (
    r"(?: actually| really| indeed| then| just| only| simply| exactly| equal to| about| a total of| now)?"
)
_BEFORE = re.compile(
    rf"(?:[=≈]|\b(?:{_RESULT_NOUN})(?:'s| is| was| will be| would be| should be| must be| are| were){_HEDGE}"
    rf"|\btotal (?:\w+ ){{1,6}}(?:is|was|would be|will be|should be){_HEDGE}"
    r"|\b(?:equals|makes|making|gives|giving|leaves|leaving|yields|totals?|get|gets|getting|becomes|comes? to"
    r"|comes? out (?:to|as|at)|equal to|answer:?|should be|must be|would be|will be|be|so|that's|therefore|thus|hence"
    rf"|means|turns out to be|have to be|has to be)(?: you| us| him| her| them)?{_HEDGE})\s*(?:the |a |an )?[$€£(\"*]*$"
)
_AFTER = re.compile(
    r"^[)\"*.]*\s*(?:\w+\s){0,3}?(?:is|was|would be|'s) (?:the )?(?:right|correct|answer|result|solution|final)\b"
)
_OPERAND = re.compile(r"^[)\"*]*\s*(?:\w+ )?(?:[+*/^÷-] ?[\d$(]|x \d|plus|minus|times|divided|multiplied)")
_QUOTED = re.compile(
    r"\b(?:you|you've|your)\b[^.?!;]*\b(?:said|say|got|wrote|found|had|used|answered|think|thought|mentioned|calculated"
    r"|came up with|chose|picked|gave|arrived at|did|added|divided|multiplied|subtracted|made|put|counted|stated|told)\b"
    r"|\byou(?:'re| are) (?:\w+ )?(?:right|correct)\b|\byour (?:\w+ )?(?:answer|result|total|number|value|guess|solution|calculation|work|figure)\b|\bif\b|\bwhen you\b"
)
_TURNS = re.compile(r"\b(?:but|so|then|therefore|actually|however)\b|;")
_NEGATED = re.compile(r"(?:\bnot|n't|\bnever)\b(?:(?!\bbut\b|\bso\b)[^,;])*$")
_REFERS = re.compile(r"\b(?:the|those|these|your|this|their|his|her|its)\s+[$€£\"*(]*$")


def asserted(text: str, reading: Reading, question: frozenset[str]) -> bool:
    """Is the number announced as a result, or does its clause answer the problem's question?"""
    before, after = _around(text, reading)
    if _OPERAND.match(after) or _NEGATED.search(before):
        return False
    if _AFTER.match(after):
        return True
    if _quoted(before):
        return False
    if _BEFORE.search(before):
        return True
    if _asks(after):
        return False
    clause = words(_TURNS.split(before)[-1] + " " + re.split(r"[,;]|\b(?:and|but|so)\b", after)[0])
    return len(clause & question) >= 3


def restated(text: str, reading: Reading) -> bool:
    """Does the reply state the number itself, neither quoting the student nor asking about it?"""
    before, after = _around(text, reading)
    refers = _REFERS.search(before) or _NEGATED.search(before) or _quoted(before)
    return not (refers or _OPERAND.match(after) or _asks(after))


def claimed(messages: Sequence[Message], reading: Reading) -> bool:
    """Is the number what the student stands by: the last one stated in the latest message that has any?"""
    for message in reversed(messages):
        if message.readings:
            return same_reading(message.readings[-1], reading)
    return False


def structural(text: str, reading: Reading) -> bool:
    """`the two numbers`, `these three steps`: small counts of what the reply itself talks about."""
    small = isinstance(reading.value, Fraction) and reading.value in (1, 2, 3, 4) and reading.unit is None
    return small and _STRUCTURAL.match(text, reading.end) is not None


def _around(text: str, reading: Reading) -> tuple[str, str]:
    """The rest of the sentence before and after a number, in lower case."""
    before = text[max(0, reading.start - WINDOW) : reading.start]
    after = text[reading.end : reading.end + WINDOW]
    before = re.split(r"[.!?](?=\s)|\n", before)[-1]
    return before.lower(), re.split(r"(?<=[.!?])\s|\n", after)[0].lower()


def _quoted(before: str) -> bool:
    """Do the words before report what the student said, up to here?"""
    last = None
    for last in _QUOTED.finditer(before):
        pass
    return last is not None and not _TURNS.search(before, last.end())


def _asks(after: str) -> bool:
    return after.rstrip().endswith("?")


# --- what the problem asks for --------------------------------------------------------------------------------------

_STOP = frozenset(
    "the a an of to in on at for and or is are was were be been do does did has have had how many much what which who when"
    " where why if it its he she they them his her their there this that these those with by from as than then will would"
    " can could should each all per any more most total number answer find after before into over we you i".split()
)


def words(text: str) -> frozenset[str]:
    """The content words of a text, cut to their stems."""
    return frozenset(
        word[:5].rstrip("s") for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in _STOP
    )


def question_words(problem: str) -> frozenset[str]:
    """The content words of the sentence that asks."""
    return words(_question(problem))


def asked_unit(problem: str) -> str | None:
    """The unit the question asks for, if it names one ("how many minutes", "how much money")."""
    asks = _question(problem).lower()
    named = re.search(r"\b(?:how many|in|number of)\s+(?:\w+\s)??([a-z]{3,})\b", asks)
    unit = load("en").units.get(named[1]) if named else None
    if unit is None and re.search(
        r"\bhow much (?:money|profit|change|does? it cost|will it cost)|\bin dollars\b", asks
    ):
        return "USD"
    return unit


def _question(problem: str) -> str:
    asking = re.findall(r"[^.?!\n]*\?", problem)
    return asking[-1] if asking else re.split(r"(?<=[.!])\s", problem.strip())[-1]
