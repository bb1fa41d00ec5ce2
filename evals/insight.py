"""When does a reply make the contradiction in a mistaken rule visible? Decided from the reply's text, by stated rules.

    idea      it asks one of the questions the catalogue has for this very mistake: most of its longer words are there,
              the student's own quoted words left out
    check     it asks to put the student's own answer back into an equation, which then does not hold
    example   it shows another problem worked out, and the student's own rule, run on that problem, gives another result
    step      it names a step of the right way that the student's way does not have

A general question ("what is the problem asking for?") is none of these, nor is a question about another mistake. This
says what a reply offers, not what a child would make of it: how many of these a student needs is the student's own.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from askback.agent.answers import same_answer
from askback.agent.misconceptions import Misconception
from askback.agent.state import Program
from askback.agent.symbolic import Problem, read_problem, solution

Run = Callable[[Program], str | None]
"""Runs a program and gives its answer as exact text, None when it has none."""

_QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”')
_WORD = re.compile(r"[a-z]+")
_NUMBER = re.compile(r"-?\d+(?:[./]\d+)*")
_TEST = re.compile(r"\b(?:put|plug|substitut\w+|insert|test|check|try)\b", re.IGNORECASE)
_EMPTY = frozenset(
    "what which when where with that this your have does would could them then there from number numbers problem "
    "answer step first next think about".split()
)
_SUBSTITUTED = frozenset(
    "linear_equation linear_inequality quadratic_equation proportion linear_system".split()
)
_IDEA_SHARE, _STEP_SHARE = 0.6, 0.75
_MIN_WORDS = 2


@dataclass(frozen=True)
class Held:
    """A mistake held on a problem, the answer it gives as the student writes it, and what only the right way does."""

    entry: Misconception
    problem: Problem
    answer: str
    missing_steps: tuple[str, ...]


def contradiction(reply: str, held: Held, run: Run) -> str | None:
    """Which contradiction the reply makes visible, as a name that tells two of them apart; None when it makes none."""
    quoted = [first or second for first, second in _QUOTED.findall(reply)]
    examples = [other for text in quoted if (other := _other_problem(text, held.problem))]
    if examples:
        return next(
            (f"example {other.given}" for other in examples if _differs(other, reply, held, run)), None
        )
    words = content_words(_QUOTED.sub("", reply))
    for number, question in enumerate(held.entry.questions):
        if _says(words, question, _IDEA_SHARE):
            return f"idea {number}"
    if held.problem.kind in _SUBSTITUTED and _TEST.search(reply) and _mentions(reply, held.answer):
        return "check"
    for number, step in enumerate(held.missing_steps):
        if _says(words, step, _STEP_SHARE):
            return f"step {number}"
    return None


def content_words(text: str) -> set[str]:
    """The first five letters of the longer words that say something."""
    return {word[:5] for word in _WORD.findall(text.lower()) if len(word) > 3 and word not in _EMPTY}


def _says(words: set[str], sentence: str, share: float) -> bool:
    wanted = content_words(_QUOTED.sub("", sentence.replace("$quote", "")))
    return len(wanted) >= _MIN_WORDS and len(wanted & words) >= share * len(wanted)


def _other_problem(text: str, problem: Problem) -> Problem | None:
    """A quoted problem of the same kind with other numbers."""
    other = read_problem(text) or read_problem(f"{text}?")
    return (
        other if other is not None and other.kind == problem.kind and other.given != problem.given else None
    )


def _differs(other: Problem, reply: str, held: Held, run: Run) -> bool:
    """Whether the reply shows the right result of the other problem and the student's own rule gives another."""
    program = held.entry.wrong(other)
    mistaken, right = run(program) if program else None, run(solution(other))
    if mistaken is None or right is None or same_answer(mistaken, right):
        return False
    return _mentions(_QUOTED.sub("", reply), right)


def _mentions(reply: str, answer: str) -> bool:
    return any(same_answer(answer, number) for number in _NUMBER.findall(reply)) or answer in reply


def missing_steps(right: Sequence[str], wrong: Sequence[str]) -> tuple[str, ...]:
    """The plan lines of the right way whose words the mistaken way does not say."""
    said = [content_words(step) for step in wrong]
    return tuple(step for step in right if not any(content_words(step) <= words for words in said))
