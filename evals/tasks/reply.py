"""How good are the tutor's first two replies to a wrong answer? Heuristics that need no judge but code.

Reads our own error cases (`error_cases.py`) or StepVerify rows (a wrong solution, line by line, with the wrong line
marked by teachers; the answer is given to the tutor as a teacher would). The student then says that they do not know.

The first five follow the heuristics by which QLM's tutor is judged: asks a question where the move asks for one, is
relevant to the very error, avoids the answer, gives nothing away, fits the grade. Then: the mistake is quoted, there is
something to look at, what is said is true, and the second question is not the first. They are necessary signs of a good
reply, not proof of one: whether a question is wise takes a reader.

    python -m askback.evals.error_cases --n 200 > errors.jsonl
    askback evals run reply --data errors.jsonl --model none          # about 10 s
    askback evals run reply --data stepverify.jsonl --limit 100 --model none

With a model there are rows for what the model wrote, for what code wrote, for the tutor without a model, and for the
same model told to be a Socratic tutor, with no code around it ("plain").
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

from askback.agent.expressions import find_equations
from askback.agent.gate_words import QUOTED
from askback.agent.leak import find_leaks
from askback.agent.misconceptions import catalogue
from askback.agent.moves import ENDS
from askback.agent.plain_words import hard_words, longest_sentence, unquoted
from askback.agent.questions import same_question

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from askback.agent import Tutor

from ..case import NOT_ASKED, Case, Json, Score, System, Task, yes_or_no
from ..rows import Data, Form
from ..talks import PLAIN
from .attack import answer_not_written

_THEN = "I don't know."
_MAX_WORDS = 60
_PRAISE = re.compile(
    r"\b(?:that(?:'s| is)|you(?:'re| are)|answer is) (?:\w+ )?(?:right|correct|true|perfect)\b|\bwell done\b"
    r"|\b(?:good|great|nice|excellent|fantastic) (?:job|work|answer)\b|^(?:yes|correct|exactly)\b",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    r"(?<!if )(?<!have )\byou(?:'ve| have)? (added|subtracted|multiplied|divided|forgot|used|took|doubled)\b"
)


class _Own(Form):
    id: str
    problem: str
    text: str
    answer: str
    grade: int
    misconception: str
    line: str


class _StepVerify(Form):
    problem: str
    reference_solution: str
    student_incorrect_solution: list[str]
    incorrect_step: str


def reply(data: Data, model: str | None = None) -> Task:
    """The task over one file.

    Args:
        data: our own error cases, or StepVerify rows.
        model: a model string for the tutor; "none" measures the tutor without a model, None the default one.

    Raises:
        InputError: a row does not fit its form.
        ModelError: the model cannot be opened.
    """
    from askback.agent import Tutor  # late: the tasks that need no tutor should not wait for it
    from askback.agent.models import open_model
    from askback.agent.weights import default_name

    cases = _stepverify(data) if "incorrect_step" in data.fields else own_cases(data)
    floor = Tutor(model=None)
    systems: dict[str, System] = {"tutor": lambda case: _teach(floor, case)}
    tutor = floor
    if model != "none":
        writer = open_model(model or "default", offline=True)
        tutor = Tutor(model=writer)
        said = _once(lambda case: _teach(tutor, case))
        systems = {
            "tutor": said,
            "written by the model": lambda case: _of(said(case), "model"),
            "written by code": lambda case: _of(said(case), "code"),
            "tutor without a model": lambda case: _teach(floor, case),
            "plain": lambda case: _prompt_plainly(writer, case),
        }

    def close() -> None:
        floor.close()
        tutor.close()

    return Task(
        name="reply",
        cases=tuple(cases),
        systems=systems,
        baselines={
            "tells the answer": lambda case: _replies(f"The answer is {case.target['answer']}."),
            "asks anything": lambda _: _replies("What do you think?"),
            "agrees": lambda _: _replies("That is right, well done! Unquestionably, how did you do it?"),
        },
        scorers={
            "asks a question": asks_a_question,
            "relevant to the error": relevant,
            "answer avoided": answer_avoided,
            "no leak": no_leak,
            "fits the grade": fits_the_grade,
            "mistake quoted": mistake_quoted,
            "guidance": guidance,
            "claims true": claims_true,
            "no repetition": no_repetition,
        },
        gold=_gold,
        notes=("two replies a case; relevance and the quoted mistake are judged on the first",),
        model=None if model == "none" else default_name() if model in (None, "default") else model,
        close=close,
    )


def own_cases(data: Data) -> list[Case]:
    """One case for each of our own error cases."""
    return [
        Case(
            id=row.id,
            input={"problem": row.problem, "text": row.text, "grade": row.grade, "answer": None},
            target={"answer": row.answer, "line": row.line, "misconception": row.misconception},
            metadata={"cluster": row.misconception},
        )
        for _, row in data.read(_Own)
    ]


def _stepverify(data: Data) -> list[Case]:
    cases: list[Case] = []
    for line, row in data.read(_StepVerify):
        answer = row.reference_solution.strip().splitlines()[-1].strip()
        text = "\n".join(part.strip() for part in row.student_incorrect_solution)
        cases.append(
            Case(
                id=str(line),
                input={"problem": row.problem, "text": text, "grade": None, "answer": answer},
                target={"answer": answer, "line": row.incorrect_step.strip(), "misconception": None},
                metadata={"cluster": row.problem},
            )
        )
    return cases


# --- the systems ------------------------------------------------------------------------------------------------------


def _teach(tutor: "Tutor", case: Case) -> Json:
    given = case.input
    lesson = tutor.lesson(given["problem"], grade=given["grade"], answer=given["answer"])
    said = [lesson.say(text) for text in (given["text"], _THEN)]
    return [
        {
            "text": answer.text,
            "writer": answer.writer,
            "asks": answer.move.goal not in ENDS - {"confirm"},
            "found": answer.diagnosis.misconception,
        }
        for answer in said
    ]


def _prompt_plainly(writer: "BaseChatModel", case: Case) -> Json:
    from askback.agent.models import candidates

    messages: list[BaseMessage] = [SystemMessage(PLAIN)]
    replies: list[str] = []
    for text in (f"Problem: {case.input['problem']}\n\n{case.input['text']}", _THEN):
        messages.append(HumanMessage(text))
        [said] = candidates(writer, messages, 1, seed=0, max_tokens=120, temperature=0.7)
        replies.append(said.text.strip())
        messages.append(AIMessage(replies[-1]))
    return _replies(*replies)


def _replies(*texts: str) -> Json:
    return [{"text": text, "writer": None, "asks": True, "found": None} for text in (texts * 2)[:2]]


def _gold(case: Case) -> Json:
    line = case.target["line"].replace('"', "'")
    return _replies(
        f'You wrote "{line}". How did you get there?',
        f'Look again at "{line}". What does each number in it stand for?',
    )


def _once(system: System) -> System:
    """The same answer for the same case without asking twice; only the latest is kept."""
    kept: dict[str, Any] = {}

    def ask(case: Case) -> Json:
        if case.id not in kept:
            kept.clear()
            kept[case.id] = system(case)
        return kept[case.id]

    return ask


def _of(replies: Json, writer: str) -> Json:
    """The replies of one writer; what the other wrote is left out of every score."""
    return [{**said, "left_out": said["writer"] != writer} for said in replies]


# --- the scores -------------------------------------------------------------------------------------------------------


def asks_a_question(case: Case, output: Json) -> Score:
    """Of the replies whose move asks something, those that ask exactly one question, and end with it."""

    def fails(_: int, said: dict[str, Any]) -> bool:
        text = unquoted(said["text"])
        return said["asks"] and (text.count("?") != 1 or not said["text"].rstrip().endswith("?"))

    return _share(output, fails)


def relevant(case: Case, output: Json) -> Score:
    """Whether the first reply is about this very error.

    It names a number that only the wrong line holds, or quotes that line, or asks what the catalogue asks about the
    mistake that was made.
    """
    line, problem = case.target["line"], case.input["problem"]
    entry = catalogue().get(case.target["misconception"] or "")
    own = _numbers(line) - _numbers(problem)

    def fails(_: int, said: dict[str, Any]) -> bool:
        quoted = any(_plain(quote).rstrip(" …") in _plain(line) for quote in QUOTED.findall(said["text"]))
        asked = entry is not None and any(_unfilled(text) in said["text"] for text in entry.questions)
        return not (quoted or asked or own & _numbers(said["text"]))

    return _share(output[:1], fails)


def answer_avoided(case: Case, output: Json) -> Score:
    """The answer's own characters stand in no reply, unless the student had written them."""
    judged = Case(case.id, {**case.input, "said": [case.input["text"], _THEN]}, case.target)
    kept = [said["text"] for said in output if not said.get("left_out")]
    return answer_not_written(judged, kept) if kept else NOT_ASKED


def no_leak(case: Case, output: Json) -> Score:
    """Nothing in the replies gives the answer away, alone or together."""
    texts = [said["text"] for said in output]

    def fails(turn: int, said: dict[str, Any]) -> bool:
        heard = [case.input["text"], _THEN][: turn + 1]
        return bool(
            find_leaks(
                said["text"], case.target["answer"], case.input["problem"], heard, replies=texts[:turn]
            )
        )

    return _share(output, fails)


def fits_the_grade(case: Case, output: Json) -> Score:
    """Of the replies, those with short sentences and no word too long for the grade, beside those of the problem."""
    grade = case.input["grade"] or 6
    known = f"{case.input['problem']} {case.input['text']}"

    def fails(_: int, said: dict[str, Any]) -> bool:
        long = longest_sentence(said["text"]) > 16 + grade or len(unquoted(said["text"]).split()) > _MAX_WORDS
        return long or bool(hard_words(unquoted(said["text"]), grade, known))

    return _share(output, fails)


def mistake_quoted(case: Case, output: Json) -> Score:
    """Whether the first reply repeats words or a number of the student's own work."""
    own = _numbers(case.input["text"]) - _numbers(case.input["problem"])
    text = _plain(case.input["text"])

    def fails(_: int, said: dict[str, Any]) -> bool:
        quotes = [_plain(quote).rstrip(" …") for quote in QUOTED.findall(said["text"])]
        return not (any(quote and quote in text for quote in quotes) or own & _numbers(said["text"]))

    return _share(output[:1], fails)


def guidance(case: Case, output: Json) -> Score:
    """Of the replies, those that give something of the problem or of the work to look at, and ask."""
    known = _plain(f"{case.input['problem']} {case.input['text']}")
    numbers = _numbers(known)

    def fails(_: int, said: dict[str, Any]) -> bool:
        quotes = [_plain(quote).rstrip(" …") for quote in QUOTED.findall(said["text"])]
        shown = any(quote and quote in known for quote in quotes) or numbers & _numbers(said["text"])
        return not ("?" in said["text"] and shown)

    return _share(output, fails)


def claims_true(case: Case, output: Json) -> Score:
    """Of the replies, those without a false equation, praise of wrong work, or a claim of what the student did."""

    def fails(_: int, said: dict[str, Any]) -> bool:
        text = unquoted(said["text"])
        false = any(equation.holds is False for equation in find_equations(text))
        claimed = [
            claim[1] for claim in _CLAIM.finditer(text.lower()) if claim[1] not in case.input["text"].lower()
        ]
        return false or bool(claimed) or bool(_PRAISE.search(text))

    return _share(output, fails)


def no_repetition(case: Case, output: Json) -> Score:
    """Whether the second reply asks something else than the first."""
    first, second = output
    if second.get("left_out"):
        return NOT_ASKED
    return yes_or_no(not same_question(first["text"], second["text"]), second["text"])


def _share(output: list[dict[str, Any]], fails: Callable[[int, dict[str, Any]], bool]) -> Score:
    judged = [(turn, said) for turn, said in enumerate(output) if not said.get("left_out")]
    if not judged:
        return NOT_ASKED
    failed = [said["text"] for turn, said in judged if fails(turn, said)]
    return Score(1 - len(failed) / len(judged), " | ".join(failed), weight=len(judged))


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d[\d.,/]*\d|\d", text))


def _plain(text: str) -> str:
    return " ".join(text.replace('"', "'").replace("\u2019", "'").split()).casefold()


def _unfilled(question: str) -> str:
    """The longest part of a catalogue question that holds no quotation."""
    return max(question.split('"$quote"'), key=len)
