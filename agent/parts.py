"""A problem that asks several questions is worked on one question after the other. Pure.

Which one is open follows from the lesson's turns: each move "next_question" goes on by one. Of what a student says in
one breath about several, only what is about the open one is read.
"""

import re
from collections.abc import Sequence
from typing import Any

from .asked import read_asked
from .state import Frozen, TurnState
from .symbolic import read_problem

TRUTH_KEY = "truth"
"""In the vault: the ground truth of a lesson's first question, most often its only one."""
NEXT = "next_question"
"""The goal of the move that confirms an answer and goes on to the next question."""
_CLAUSE = re.compile(r"\s*(?:\n|[;,](?!\d)|\.(?!\d)|\b(?:and|then)\b)\s*", re.IGNORECASE)
# "a) 16", "part a is 16", "for a I got 16", "b is 15", "the first is 16".
_MARKED = re.compile(
    r"(?:^|(?<=[\s,;.]))\(?(?P<bracket>[a-h])[).:](?=\s|\d|-|\$)|\b(?:part|question) (?P<named>[a-h])\b"
    r"|\bfor (?P<told>[a-h])(?=,|:| (?:i|we|it)\b| -?\d)|\b(?P<bare>[b-h])(?: is)? (?=[$£€]?-?\d)"
    r"|\b(?P<ordinal>first|second|third|fourth)(?: (?:one|question|answer)(?: is\b)?| is\b|:)",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth")
_NUMBERS = re.compile(r"[$£€]?-?\d+(?:[.,/]\d+)*\s?%?(?: ?[a-z]+\d?)?", re.IGNORECASE)
_COMMON = frozenset(
    "how many much what which who when where find calculate work out determine the its their his her and are does did "
    "for with from that this these those there will would can could has have had was were now then is it to of in on "
    "at each all altogether total number answer".split()
)


class Question(Frozen):
    """One question of a problem: in the problem's words, and as a problem that can stand alone."""

    words: str
    problem: str


def questions_in(problem: str) -> tuple[Question, ...]:
    """The questions of a problem in order; one that is the whole problem where code reads it whole or asks one."""
    asked = read_asked(problem)
    if len(asked.questions) < 2 or read_problem(problem) is not None:
        return (Question(words=problem, problem=problem),)
    return tuple(
        Question(words=words, problem=part) for words, part in zip(asked.questions, asked.parts, strict=True)
    )


def answered(turns: Sequence[dict[str, Any]]) -> int:
    """How many questions of a lesson are answered, so which one is open (from 0)."""
    return sum(turn["reply"]["move"]["goal"] == NEXT for turn in turns)


def of_question(turns: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """Those turns that are about the question that is open."""
    ends = [at for at, turn in enumerate(turns) if turn["reply"]["move"]["goal"] == NEXT]
    return turns[ends[-1] + 1 :] if ends else turns


def truth_key(place: int) -> str:
    """Where the vault keeps the ground truth of the question at this place, from 0."""
    return f"{TRUTH_KEY}-{place + 1}" if place else TRUTH_KEY


def later(state: TurnState) -> list[Question]:
    """The questions after the one that is open."""
    return _questions(state)[answered(state["turns"]) + 1 :]


def question_now(state: TurnState) -> str:
    """The words of the open one of several questions; empty where the problem asks only one."""
    questions = _questions(state)
    return questions[answered(state["turns"])].words if questions else ""


def said_now(state: TurnState) -> str:
    """What the student just said of the open question; empty where it is all about later ones."""
    words = [question.words for question in _questions(state)]
    return said_of(state["text"], words, answered(state["turns"]))


def _questions(state: TurnState) -> list[Question]:
    return [Question.model_validate(question) for question in state.get("questions", [])]


def said_of(text: str, questions: Sequence[str], place: int) -> str:
    """What a student's words say of the question at this place; empty where they are all about later ones.

    questions: all of them, in the problem's words. The answers may be lettered ("a) 16 b) 15"), named ("the area is
    15") or one behind the other ("16 and 15").
    """
    if len(questions) < 2:
        return text
    marks = list(_MARKED.finditer(text))
    if marks:
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        pieces = {
            _place(mark): re.sub(r"[\s,;]*(?:\b(?:and|the)\b[\s,;]*)*$", "", text[mark.end() : end]).strip()
            for mark, end in zip(marks, ends, strict=True)
        }
        return pieces.get(place, "" if min(pieces) > place else text)
    clauses = [clause for clause in _CLAUSE.split(text) if clause]
    if len(clauses) == len(questions) - place and all(map(_NUMBERS.fullmatch, clauses)):
        return clauses[0]
    later = [
        clause for clause in clauses
        if not _cues(questions, place) & _words(clause)
        and any(_cues(questions, other) & _words(clause) for other in range(place + 1, len(questions)))
    ]  # fmt: skip
    return ", ".join(clause for clause in clauses if clause not in later) if later else text


def _place(mark: re.Match[str]) -> int:
    """Which question a mark names, from 0."""
    ordinal = mark["ordinal"]
    letter = mark["bracket"] or mark["named"] or mark["told"] or mark["bare"]
    return _ORDINALS.index(ordinal.lower()) if ordinal else "abcdefgh".index(letter.lower())


def _cues(questions: Sequence[str], place: int) -> set[str]:
    """The words that only this one of the questions has."""
    others = {word for at, words in enumerate(questions) if at != place for word in _words(words)}
    return _words(questions[place]) - others


def _words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in re.findall(r"[a-z]{3,}", text.lower())} - _COMMON
