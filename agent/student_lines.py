"""The student's own lines: which of them to speak about, and how they are quoted. Pure.

Quotations are the student's words as they stand, short, and without what only leads up to them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .diagnose import read_student
from .locate import first_built_on
from .standing import explains, standing
from .state import Brief, Diagnosis, Move, Reading, StatedStep, Turn
from .student_words import CALCULATION, MATHS_WORDS, WORD

_LONGEST_QUOTE = 90
_FEW_WORDS = 6
"""Words of a line that may be quoted whole where it lists several numbers."""
# What stands around a number without being part of it: "so 19", "is it 5?", "I think it's 12".
_AROUND = re.compile(
    r"(?:\W*\b(?:so|and|or|then|therefore|hence|thus|finally|ok(?:ay)?|um+|oh|well|maybe|is it|it'?s|it is|that'?s|"
    r"(?:i (?:still )?)?got|i (?:still )?(?:think|get|guess|believe)|my answer is|i worked it out|"
    r"which (?:is|gives|means|makes)|"
    r"it (?:costs?|makes|gives|came to|comes to)|the answer is|because|since|just)\b)*[\s,:]*(.*?)[\s,:;?!]*",
    re.IGNORECASE | re.DOTALL,
)
# What is said after a calculation without being part of it: "60 / 10 = 6 whats wrong with that".
_BEHIND = re.compile(
    r"(?<=\d)[\s,]+(?:what'?s?|why|oh|ah|no|hm+|but|(?:and|or)(?!\s*-?\d)|so|then|right|is|i|not|because|maybe|ok|"
    r"its|it's|that)\b[^=]*$",
    re.IGNORECASE,
)
# A doubt or a request behind what they say: "6 and 7 but I am not sure", "26 and 30. can you check?".
_DOUBT = re.compile(
    r"[\s,;.]+(?:(?:but|though|and) )?(?:i(?:'?m| am) (?:not|un) ?sure\b.*|(?:can|could) you (?:please )?check\b.*|"
    r"is (?:it|that|this) (?:right|correct|ok)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
# Words that say something of a number they stand around: "common denominator is 12", not "honestly, 12".
_TELLING = MATHS_WORDS - frozenset("answer work wrong mistake maths math step".split()) | frozenset(
    "going goes took taking put moved wrote find found double halve".split()
)


@dataclass(frozen=True)
class Setting:
    """What there is to speak about.

    text: what the student just said. turns: the finished ones, oldest first. ahead: what is left to do, in words
    without values. twins: worked examples with other numbers. question: of several, the one that is open or next.
    """

    problem: str
    text: str
    turns: tuple[Turn, ...] = ()
    ahead: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()
    brief: Brief = field(default_factory=Brief)
    question: str = ""


def stands_by(reading: Reading, diagnosis: Diagnosis, turns: Sequence[Turn]) -> Diagnosis:
    """What the student still stands by: this turn's attempt, or, when they ask or explain, their last one."""
    if diagnosis.intent == "attempt" and not explains(reading, diagnosis, turns):
        return diagnosis
    last = standing(turns)
    return diagnosis if last is None or last.verdict in ("correct", "partial") else last


def line_to_quote(move: Move, reading: Reading, about: Diagnosis, setting: Setting) -> tuple[str, str]:
    """The line of the student's to speak about, and the number it comes to; empty where there is none."""
    worked = _last_work(reading, setting)
    if move.goal == "confirm":
        shown = [step for step in worked if step.holds]
        return _named(shown[-1]) if shown else ("", "")
    if about.intent != "attempt" or not worked:
        return "", ""
    earlier = next((turn for turn in setting.turns if turn.reply.diagnosis == about), None)
    if move.rung == "idea" and about.misconception and earlier and reading.steps:
        # The mistake is in the answer, not in what was said of it since.
        return _objected(earlier, setting.problem)
    followed = [step for step in worked if step.holds] if move.goal == "holds" else []
    if followed:
        return _named(followed[-1])
    if move.goal == "go_on":
        return _named(worked[-1])
    if move.goal == "justify":
        listed = len(worked[-1].values) > 1 and len(worked[-1].text.split()) <= _FEW_WORDS  # "x = -4 or 2"
        return tidy_quote(worked[-1].text if listed else reading.final or ""), ""
    if about.verdict == "unknown" and not setting.ahead:
        # Nobody knows which line is astray, so they are gone through one after the other, a doubtful one first, and
        # before the others the first that builds on an earlier result: there meanings get mixed up.
        said = [turn.skeleton for turn in setting.turns]
        shown = [step for step in worked if is_calculation(step.text) or step.text == about.quote]
        built = first_built_on(worked)
        return _named(
            min(
                shown or worked[-1:],
                key=lambda step: (
                    sum(_named(step)[0] in line for line in said),
                    step.text != about.quote,
                    built is None or step is not worked[built],
                ),
            )
        )
    step = next((step for step in worked if step.text == about.quote), worked[-1])
    if not is_calculation(step.text):  # "it costs $25 because 60 - 35 = 25": the calculation says more
        step = next(
            (other for other in worked if _digits(other) == _digits(step) and is_calculation(other.text)),
            step,
        )
    return _named(step)


def own_answer(reading: Reading, about: Diagnosis, setting: Setting) -> str:
    """The answer that came of the work a diagnosis is about; empty where they stand by none."""
    turns = (turn for turn in setting.turns if turn.reply.diagnosis == about)
    final = next((read_student(turn.student, setting.problem).final for turn in turns), reading.final)
    return tidy_quote(final or "")


def _digits(step: StatedStep) -> str:
    return re.sub(r"[^\d./-]", "", step.result or "")


def is_calculation(text: str) -> bool:
    """Whether a line shows what was done, not only what came of it."""
    return bool(CALCULATION.search(text))


def _last_work(reading: Reading, setting: Setting) -> tuple[StatedStep, ...]:
    if reading.steps:
        return reading.steps
    last = next((turn for turn in reversed(setting.turns) if turn.reply.diagnosis.intent == "attempt"), None)
    return read_student(last.student, setting.problem).steps if last else ()


def _named(step: StatedStep) -> tuple[str, str]:
    """A line to be quoted and its number; of talk around one number ("I'm sure it's 26!") the number alone."""
    alone = step.result is not None and step.values == (step.result,) and step.start == 0
    talk = alone and "=" not in step.text and not _TELLING & set(WORD.findall(step.text.lower()))
    return tidy_quote(step.result or "" if talk else step.text), step.result or ""


def tidy_quote(text: str) -> str:
    """A student's words to be quoted: without what only leads up to them, short, and without quotation marks inside."""
    text = _DOUBT.sub("", plain_quotes(text))
    text = _without_lead(text)
    text = _BEHIND.sub("", text) if "=" in text else text
    if len(text) <= _LONGEST_QUOTE:
        return text
    clauses = [
        part.strip() for part in re.split(r"[,;] |(?<=\d) and |(?<=\w) (?:so|because|since|then) ", text)
    ]
    calculations = [part for part in clauses if "=" in part and len(part) <= _LONGEST_QUOTE]
    return (
        _without_lead(calculations[-1])
        if calculations
        else text[: _LONGEST_QUOTE - 3].rsplit(" ", 1)[0] + " …"
    )


def _without_lead(text: str) -> str:
    bare = _AROUND.fullmatch(text)
    return bare[1] if bare and re.search(r"\w", bare[1]) else text


def plain_quotes(text: str) -> str:
    """On one line, with no quotation mark that could end a quotation."""
    return " ".join(text.replace('"', "'").replace("\u2019", "'").split())


def earlier_mistake(turns: Sequence[Turn], problem: str) -> str:
    """The answer that came of the student's first line that did not hold, or that line."""
    wrong = (
        turn
        for turn in turns
        if turn.reply.diagnosis.verdict in ("misconception", "slip") and turn.reply.diagnosis.quote
    )
    first = next(wrong, None)
    if first is None:
        return ""
    return tidy_quote(read_student(first.student, problem).final or "") or _objected(first, problem)[0]


def _objected(turn: Turn, problem: str) -> tuple[str, str]:
    """The line of a turn that its diagnosis points at, and its number."""
    quote = turn.reply.diagnosis.quote or ""
    step = next((one for one in read_student(turn.student, problem).steps if one.text == quote), None)
    return (tidy_quote(quote), "") if step is None else _named(step)


def found_out(setting: Setting) -> str:
    """The student's latest line from before that holds; empty when there is none."""
    for turn in reversed(setting.turns):
        steps = read_student(turn.student, setting.problem).steps
        fits = turn.reply.diagnosis.verdict == "partial" and turn.reply.diagnosis.first_error_step is None
        held = steps if fits else [step for step in steps if step.holds and turn.reply.move.goal == "holds"]
        if held:
            return tidy_quote(held[-1].text)
    return ""
