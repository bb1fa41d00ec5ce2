"""Who may teach in a simulated lesson: the tutor, a model that is only prompted, and two trivial ones."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

from askback.agent.answers import same_answer
from askback.agent.gate_words import JUDGEMENTS
from askback.agent.quantities import find_quantities
from askback.agent.questions import SAFE_QUESTIONS
from askback.agent.symbolic import phrase, read_problem, twin

if TYPE_CHECKING:
    from askback.agent import Lesson, Tutor

PLAIN = (
    "You are a Socratic maths tutor for school students. Reply to the student with one short, kind question that helps "
    "them find their mistake. Never give the answer away."
)
"""All that a model is told which only a prompt makes a tutor."""


@dataclass(frozen=True)
class Said:
    """What a tutor said, and of it what an app may know: the goal of its move, the rung, and who worded it."""

    text: str
    goal: str = "help"
    rung: str = "thinking"
    writer: str = "code"


class Talk(Protocol):
    """One side of a lesson."""

    def reply(self, text: str) -> Said:
        """Answer the student."""
        ...

    def next(self) -> "tuple[str, Talk] | None":
        """The problem offered after this one, and the talk about it."""
        ...


def states(text: str, answer: str) -> bool:
    """Whether a student's message ends with this answer."""
    text = text.rpartition("answer is")[2]
    written = [text[slice(*quantity.span)] for quantity in find_quantities(text)]
    wanted = [answer[slice(*quantity.span)] for quantity in find_quantities(answer)]
    return (
        answer in text
        if not wanted
        else all(any(same_answer(one, other) for other in written) for one in wanted)
    )


class Taught:
    """The tutor."""

    def __init__(self, tutor: "Tutor", lesson: "Lesson") -> None:
        self._tutor, self._lesson = tutor, lesson

    def reply(self, text: str) -> Said:
        made = self._lesson.say(text)
        return Said(made.text, made.move.goal, made.move.rung, made.writer)

    def next(self) -> tuple[str, Talk] | None:
        same = self._lesson.practice("same")
        if not same:
            return None
        return same[0].problem, Taught(self._tutor, self._tutor.lesson(same[0].problem))


class Safe:
    """Asks the safe questions in turn and never ends; it cannot tell right from wrong."""

    def __init__(self) -> None:
        self._turns = 0

    def reply(self, text: str) -> Said:
        self._turns += 1
        return Said(SAFE_QUESTIONS[self._turns % len(SAFE_QUESTIONS)])

    def next(self) -> tuple[str, Talk] | None:
        return None


class Telling:
    """Tells the answer and confirms it when it is repeated; the next problem is a twin as it comes."""

    def __init__(self, problem: str, answer: str) -> None:
        self._problem, self._answer = problem, answer

    def reply(self, text: str) -> Said:
        if states(text, self._answer):
            return Said("That is right.", "confirm")
        return Said(f"The answer is {self._answer}.", rung="tell")

    def next(self) -> tuple[str, Talk] | None:
        read = read_problem(self._problem)
        return None if read is None else (text := phrase(twin(read, 1)), Telling(text, ""))


class Plain:
    """A model told to be a Socratic tutor, with no code around it.

    It ends the lesson by saying that the student is right: whether that is so is for us to judge, so affirming a wrong
    answer without a further question closes the lesson unsolved.
    """

    def __init__(self, model: BaseChatModel, problem: str, answer: str) -> None:
        self._model, self._problem, self._answer = model, problem, answer
        self._messages: list[BaseMessage] = [SystemMessage(f"{PLAIN} When their answer is right, say so.")]

    def reply(self, text: str) -> Said:
        """Write the next reply."""
        from askback.agent.models import candidates

        first = len(self._messages) == 1
        self._messages.append(HumanMessage(f"Problem: {self._problem}\n\n{text}" if first else text))
        [made] = candidates(self._model, self._messages, 1, seed=0, max_tokens=120, temperature=0.7)
        said = made.text.strip()
        self._messages.append(AIMessage(said))
        goal = "help"
        if JUDGEMENTS[0].search(said):
            goal = "confirm" if states(text, self._answer) else "help" if "?" in said else "close"
        return Said(said, goal, writer="model")

    def next(self) -> tuple[str, Talk] | None:
        """A twin as it comes; no answer is known for it, so it is only counted whether the student is right."""
        return None
