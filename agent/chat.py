"""The chat in the terminal: a loop of lines in and checked replies out.

At a terminal it has line editing, history and a progress line; in a pipe it reads plain lines and prints plain
replies. Replies go to stdout, everything else to stderr.
"""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console
from rich.status import Status

from .errors import InputError
from .practice import Exercise
from .state import Brief, Check, Reply
from .tutor import Lesson, Progress, TextDelta, Tutor

_HELP = """\
/hint            ask for a little more help
/why             what the tutor noticed, which move it made, what was checked
/next [LEVEL]    the next problem after this one is solved: same, easier, harder or follow_up
/new [PROBLEM]   set this problem aside and begin another
/history         what was said so far
/quit            leave; the lesson is kept (`askback chat -c` goes on with it)"""
_WORKING = {
    "diagnose": "reading your message",
    "execute": "working the problem out",
    "respond": "thinking of a question",
    "check": "checking the reply",
}
_STUCK = "I am stuck. Can you give me a hint?"
_YES = re.compile(r"(?:yes|yeah|yep|y|ok|okay|sure|next)\b[\s!.,]*(?:please|next)?[\s!.]*", re.IGNORECASE)
_OPENING = "What have you tried so far?"


class Interrupted(Exception):
    """Ctrl-C at the prompt."""


class Chat:
    """One chat: the current lesson and the two consoles."""

    def __init__(
        self,
        tutor: Tutor,
        grade: int | None,
        out: Console,
        notes: Console,
        history: Path | None,
        student: str | None = None,
        brief: Brief | None = None,
    ) -> None:
        """`history` is the file that keeps typed lines between chats; None keeps none. `brief` is for every lesson."""
        self._tutor, self._grade, self._out, self._notes, self._student = tutor, grade, out, notes, student
        self._brief = brief or Brief()
        self._read = _reader(history)
        self._lesson: Lesson | None = None
        self._offered: tuple[Exercise, ...] = ()

    def run(self, problem: str | None, lesson: Lesson | None) -> None:
        """Chat until the end of input or /quit. Raises `Interrupted` on Ctrl-C at the prompt."""
        if lesson is not None:
            self._go_on(lesson)
        else:
            self._begin(problem)
        for line in self._lines():
            try:
                if line in ("/quit", "/exit"):
                    break
                if line == "/new" or line.startswith("/new "):
                    self._begin(line.removeprefix("/new").strip() or None)
                elif line.split()[0] == "/next" or (self._offered and _YES.fullmatch(line)):
                    self._next(line)
                elif line.startswith("/"):
                    self._command(line)
                elif self._lesson is None:
                    self._begin(line)
                else:
                    self._turn(line)
            except InputError as error:
                if not sys.stdin.isatty():
                    raise  # A script wants to know; a person wants to try again.
                self._note(str(error))
        if self._lesson is not None:
            self._note(f"The lesson is kept: askback chat --id {self._lesson.id}")

    def _lines(self) -> Iterator[str]:
        while True:
            try:
                line = self._read("problem> " if self._lesson is None else "you> ")
            except EOFError:
                return
            except KeyboardInterrupt:
                raise Interrupted from None
            if line.strip():
                yield line.strip()

    def _begin(self, problem: str | None) -> None:
        if problem is None:
            self._lesson, self._offered = None, ()
            self._note("Which problem are you working on?")
            return
        self._lesson = self._tutor.lesson(
            problem,
            student=self._student,
            grade=self._grade,
            context=self._brief.context,
            vocabulary=self._brief.vocabulary,
            target=self._brief.target,
        )
        self._offered = ()
        self._note("Type /help for the commands.")
        self._say(f"tutor> {_opening(self._lesson.questions)}")

    def _go_on(self, lesson: Lesson) -> None:
        self._lesson = lesson
        self._note(f"Going on with: {lesson.problem}")
        for turn in lesson.history[-2:]:
            self._note(f"you> {turn.student}")
            self._note(f"tutor> {turn.reply.text}")
        if lesson.pending is not None:
            self._note(f"you> {lesson.pending}")
            reply = lesson.resume()
            if reply is not None:
                self._say(f"tutor> {reply.text}")

    def _turn(self, text: str) -> None:
        assert self._lesson is not None
        status = self._notes.status("") if self._notes.is_terminal else None
        printed = solved = False
        try:
            with status or _Quiet():
                for event in self._lesson.stream(text):
                    if isinstance(event, Progress) and isinstance(status, Status):
                        status.update(_WORKING.get(event.node, event.node))
                    elif isinstance(event, TextDelta):
                        if isinstance(status, Status):
                            status.stop()
                        self._say(event.text if printed else f"tutor> {event.text}", end="")
                        printed = True
                    elif isinstance(event, Reply):
                        solved = event.move.goal == "confirm"
        except KeyboardInterrupt:
            self._note("\nStopped. Your lesson is kept; say something else, or /quit.")
            return
        self._out.print()
        if solved:
            self._offer()

    def _offer(self) -> None:
        """One line with the next problem, when there is one."""
        assert self._lesson is not None
        self._offered = self._lesson.practice()
        if self._offered:
            levels = ", ".join(exercise.level for exercise in self._offered[1:])
            others = f"; or /next with {levels}" if levels else ""
            self._note(f"Next, if you like: {self._offered[0].problem} (yes or /next begins it{others})")

    def _next(self, line: str) -> None:
        wanted = line.removeprefix("/next").strip() if line.startswith("/") else ""
        found = [exercise for exercise in self._offered if wanted in ("", exercise.level)]
        if not found:
            names = ", ".join(exercise.level for exercise in self._offered)
            self._note(
                f"There is no such problem; there are: {names}." if names else "There is no next problem yet."
            )
            return
        self._note(f"Next: {found[0].problem}")
        self._begin(found[0].problem)

    def _command(self, line: str) -> None:
        turns = self._lesson.history if self._lesson is not None else []
        match line.split()[0]:
            case "/help":
                self._note(_HELP)
            case "/hint" if self._lesson is not None:
                self._turn(_STUCK)
            case "/why" if turns:
                self._note(why(turns[-1].reply))
            case "/history" if turns:
                for turn in turns:
                    self._note(f"you> {turn.student}\ntutor> {turn.reply.text}")
            case "/hint" | "/why" | "/history":
                self._note("Nothing has been said yet.")
            case other:
                self._note(f"There is no command {other}; /help lists them.")

    def _say(self, text: str, end: str = "\n") -> None:
        self._out.print(text, end=end, highlight=False, markup=False, soft_wrap=True)

    def _note(self, text: str) -> None:
        self._notes.print(text, style="dim", highlight=False, markup=False, soft_wrap=True)


def why(reply: Reply) -> str:
    """Say in plain words what led to a reply; holds nothing of the answer."""
    diagnosis = reply.diagnosis
    lines = [f"I read your message as: {diagnosis.intent.replace('_', ' ')}."]
    if diagnosis.quote and diagnosis.explanation:
        lines.append(f'About "{diagnosis.quote}": {diagnosis.explanation}')
    lines.append(f"My move: {reply.move.principle}, help level {reply.move.rung!r}.")
    words = "a model worded it" if reply.writer == "model" else "my own prepared words"
    passed = ", ".join(_plain(check) for check in reply.checks if check.passed)
    lines.append(f"Words: {words}. Checked: {passed}.")
    return "\n".join(lines)


def _opening(questions: tuple[str, ...]) -> str:
    if len(questions) < 2:
        return _OPENING
    return (
        f"There are {len(questions)} questions here. Let us begin with the first: {questions[0]} {_OPENING}"
    )


def _plain(check: Check) -> str:
    return check.name.replace("_", " ")


class _Quiet:
    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...


def _reader(history: Path | None) -> Callable[[str], str]:
    """Line editing at a terminal, plain lines in a pipe."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return _piped
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory, InMemoryHistory
    from prompt_toolkit.output import create_output

    if history is not None:
        history.parent.mkdir(parents=True, exist_ok=True)
    kept = InMemoryHistory() if history is None else FileHistory(str(history))
    session: PromptSession[str] = PromptSession(history=kept, output=create_output(stdout=sys.stderr))
    return session.prompt


def _piped(prompt: str) -> str:
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        raise InputError("the input holds bytes that are not text; type or pipe plain UTF-8 lines") from None
    if not line:
        raise EOFError
    return line
