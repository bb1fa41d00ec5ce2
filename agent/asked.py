"""What a problem asks: its parts, its choices, and what is missing for it to be asked at all. Pure.

Reads plain text. It does not judge whether what is given is enough: running programs shows that (see `vote.py`).
"""

import re
from dataclasses import dataclass

from .quantities import find_quantities

_SENTENCE = re.compile(r"[^.?!]+(?:\.\d[^.?!]*)*[.?!]*")
_LETTERED = re.compile(r"(?:^|(?<=[\s;,.?!]))(?:\(([a-h]|i{1,3}|iv|v)\)|([a-h])\))\s+", re.IGNORECASE)
_CHOICE = re.compile(r"(?:^|(?<=[\s;,.?!]))(?:\(([A-H])\)|([A-H])[).:])\s*(?=\S)")
_ASKS = re.compile(
    r"\?|\b(?:find|calculate|compute|determine|solve|evaluate|simplify|work out|how (?:many|much|long|far|old)|what|"
    r"which|estimate|expand|factor\w*|round|convert|write|express|give|add|subtract|multiply|divide|compare|show|"
    r"prove|draw|complete|fill in|order|arrange|list|state|identify|name|count|graph|plot|reduce|rationali[sz]e)\b"
    r"|=\s*(?:_+|\?|$)|[-+*/×÷^]",
    re.IGNORECASE,
)
# "Show your work" and "Give it in cents" say how to answer; these ask for another thing.
_TASK = re.compile(r"(?:(?:then|now|also|next),? )?(?:find|calculate|work out|determine)\b", re.IGNORECASE)
# These ask for reasons, which nothing here can check.
_REASON = re.compile(r"(?:how (?:do|can) you (?:know|tell)|why(?: or why not)?)\b[^?]{0,30}\?", re.IGNORECASE)
_THEN = re.compile(r"^(?:then|now|also|next),? (?=\w)", re.IGNORECASE)
_MEASURE = (
    r"(?:the )?(?:perimeter|area|circumference|surface area|volume|diameter|mean|median|mode|range|average|"
    r"sum|product|difference)"
)
# "Find the perimeter and area of a rectangle 5 cm by 3 cm."
_OF_ONE = re.compile(
    rf"(?P<verb>find|calculate|work out|determine|what (?:is|are)) "
    rf"(?P<measures>{_MEASURE}(?:, {_MEASURE})*,? and {_MEASURE})(?P<rest> (?:of|for|between)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_AND_ASKS = re.compile(
    r",?\s+and\s+(?=(?:how (?:many|much|long|far|old)|what|which|when|where|who)\b)", re.IGNORECASE
)


@dataclass(frozen=True)
class Asked:
    """What a problem asks.

    questions: in order, in the problem's words; the whole problem where there is one question. choices: letter to
    text, empty where none are offered; `questions` then leave them out. flaw: why it cannot be worked out, None where
    nothing is seen to be missing. context: what all of several questions are about.
    """

    questions: tuple[str, ...]
    choices: tuple[tuple[str, str], ...] = ()
    flaw: str | None = None
    context: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Each question as a problem that can stand alone."""
        return tuple(f"{self.context} {question}".strip() for question in self.questions)


def read_asked(problem: str) -> Asked:
    """Read what a problem asks.

    >>> read_asked("Ana has 3 pens and buys 4. How many has she? How many more than Ben, who has 5?").parts[0]
    'Ana has 3 pens and buys 4. How many has she?'
    """
    text = problem.strip()
    stem, choices = _choices(text)
    if not _ASKS.search(stem):
        return Asked((stem,), choices, "nothing is asked in it")
    if not re.search(r"\d", text) and not find_quantities(text):
        return Asked((stem,), choices, "there is no number in it")
    questions, context = _questions(stem)
    return Asked(questions, choices, context=context)


def _choices(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text before the choices, and the choices; letters must run A, B, C, ... and there must be three or more."""
    marks = list(_CHOICE.finditer(text))
    letters = [mark.group(1) or mark.group(2) for mark in marks]
    first = next(
        (at for at in range(len(letters)) if letters[at:] == list("ABCDEFGH"[: len(letters) - at])), None
    )
    if first is None or len(marks) - first < 3:
        return text, ()
    marks = marks[first:]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    found = tuple(
        (mark.group(1) or mark.group(2), text[mark.end() : end].strip(" \n\t;,"))
        for mark, end in zip(marks, ends, strict=True)
    )
    return text[: marks[0].start()].strip(), found


def _questions(text: str) -> tuple[tuple[str, ...], str]:
    """The questions, and what all of them are about."""
    marks = list(_LETTERED.finditer(text))
    if len(marks) >= 2 and (marks[0].group(1) or marks[0].group(2)).lower() in ("a", "i"):
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        pieces = (text[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True))
        return tuple(pieces), text[: marks[0].start()].strip()
    sentences = [match.group().strip() for match in _SENTENCE.finditer(text) if match.group().strip()]
    sentences = [sentence for sentence in sentences if not _REASON.fullmatch(sentence)]
    asking = [sentence for sentence in sentences if sentence.endswith("?") or _TASK.match(sentence)]
    questions = tuple(part for sentence in asking for part in _split(sentence))
    if len(questions) < 2:
        return (text,), ""
    return questions, " ".join(sentence for sentence in sentences if sentence not in asking)


def _split(sentence: str) -> list[str]:
    """ "How many pens and how many books are there?" is two questions."""
    several = _OF_ONE.fullmatch(sentence)
    if several:
        verb = re.sub(r"(?i)are$", "is", several["verb"])
        measures = [one.removeprefix("the ") for one in re.split(r",? and |, ", several["measures"])]
        return [f"{verb} the {measure}{several['rest']}" for measure in measures]
    sentence = _THEN.sub("", sentence)
    sentence = sentence[:1].upper() + sentence[1:]
    pieces = _AND_ASKS.split(sentence)
    if len(pieces) < 2 or not re.search(r"\b(?:how|what|which|when|where|who)\b", pieces[0], re.IGNORECASE):
        return [sentence]
    return [piece.rstrip(" ?,") + "?" for piece in (pieces[0], *(p[0].upper() + p[1:] for p in pieces[1:]))]
