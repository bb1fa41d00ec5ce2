"""Does this text give the answer away? Pure: text in, the leaks in it out, most serious first.

A number that is nowhere on the table (problem, student's words) and equals the answer leaks wherever it stands. A
number that is on the table leaks only where it is asserted as the result. Beyond single numbers: expressions whose
value is the answer, choices and verdicts, the answer in pieces or between bounds over the last turns, and confirming
a guess. It does not judge whether a text is true, kind or good teaching. It reads English, and number words of the
other languages that have a table.

The `why` of a leak is written for a writer that must stay blind: it never holds the answer.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ..no_value import none_stated
from ..quantities import read_plain, same_reading
from ..quantities.context import Reading
from ..quantities.exact import Algebraic
from ..quantities.normalise import Plain, normalise
from .assertions import Place, asserted, claimed, quotes, restated, structural
from .choices import answered, larger, verdicts
from .distance import relative
from .expressions import Stated, at_sight_division, division_key, stated_expressions
from .forms import in_form
from .guesses import confirmation, guessing
from .languages import in_other_languages
from .table import DIGITS, Secret, Table, as_time, form_key, parts, read_table, reveals
from .turns import bracketing, pieces

__all__ = ["Kind", "Leak", "Secret", "find_leaks"]

Kind = Literal[
    "answer",
    "equivalent",
    "choice",
    "confirmation",
    "expression",
    "piecewise",
    "bracketing",
    "last_step",
    "step",
]

MAX_ANSWER_WORDS = 6

_SEVERITY: dict[Kind, int] = {
    "answer": 0,
    "equivalent": 1,
    "choice": 2,
    "expression": 3,
    "confirmation": 4,
    "piecewise": 5,
    "bracketing": 6,
    "last_step": 7,
    "step": 8,
}

_WHY: dict[Kind, str] = {
    "answer": "it states the final value; ask about the student's own step instead",
    "equivalent": "it states the final value in another form; ask about the student's own step instead",
    "choice": "it says which choice or verdict is right; ask for a reason for or against one of them instead",
    "expression": "it writes out the calculation that ends in the final value; ask which operation fits and why",
    "confirmation": "it confirms a guess the student did not justify; ask how the student got it first",
    "piecewise": "it gives a part of the final value; ask how the student would find that part",
    "bracketing": "it narrows the final value down to almost nothing; ask for an estimate instead",
    "last_step": "it states the result just before the final one; ask the student to work that result out",
    "step": "it states a result on the way that the student has not found; ask the student to work it out",
}


@dataclass(frozen=True, slots=True)
class Leak:
    """Words that give something away: `text[span[0]:span[1]]` of the text checked; `why` is safe to show a writer."""

    kind: Kind
    span: tuple[int, int]
    why: str


def find_leaks(
    text: str,
    answer: "str | Secret",
    problem: str = "",
    said: Sequence[str] = (),
    *,
    replies: Sequence[str] = (),
    steps: Sequence[str] = (),
) -> list[Leak]:
    """The leaks in a reply, most serious first; empty means it may be sent.

    `answer` is exact text or a `Secret` made from it (then `problem` and `steps` are the secret's). `said` are the
    student's messages and `replies` the tutor's earlier ones, oldest first.

    >>> find_leaks("So it comes to 7/12, right?", "7/12", "What is 1/3 + 1/4?")[0].kind
    'answer'
    >>> find_leaks("Which number do 3 and 4 both divide?", "7/12", "What is 1/3 + 1/4?")
    []
    """
    secret = answer if isinstance(answer, Secret) else Secret.of(answer, problem, steps)
    plain = normalise(text)
    readings = list(parts(read_plain(plain)))
    if any(known.unit == "clock" for known in secret.answer):
        readings = [as_time(plain.text, reading) for reading in readings]
    tables = [secret.given, *(read_table(message) for message in said)]
    messages = tables[1:]
    guessed = guessing(said, secret.answer, messages)
    found = [
        *_values(plain, [*readings, *in_other_languages(plain)], secret, messages, guessed=guessed),
        *_named("answer", _words(plain.text, secret, tables)),
        *_named("answer", in_form(plain, readings, secret, messages)),
        *_named("choice", verdicts(plain.text, secret.answer)),
        *_named("choice", answered(plain.text, secret.given.plain.text, secret.answer)),
        *_named("choice", larger(plain.text, readings, secret.answer, secret.form)),
        *_named("confirmation", confirmation(plain.text, said, secret.answer, messages)),
        *_steps(plain, readings, secret, tables),
    ]
    has_it = any(claimed(messages, known) for known in secret.answer)
    if guessed or not has_it:  # a student who worked the answer out may hear how it adds up
        found += _expressions(plain, readings, secret, tables)
        found += _named("expression", relative(plain.text, readings, messages, secret.answer))
        found += _named("piecewise", pieces(plain.text, replies, secret.answer))
        found += _named("bracketing", bracketing(plain.text, readings, replies, secret.answer))
    leaks = {
        span: Leak(kind, plain.span(*span), _WHY[kind])
        for kind, span in sorted(found, key=lambda item: -_SEVERITY[item[0]])
    }
    return sorted(leaks.values(), key=lambda leak: (_SEVERITY[leak.kind], leak.span))


# --- the value itself -----------------------------------------------------------------------------------------------


def _named(kind: Kind, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[Kind, tuple[int, int]]]:
    return ((kind, span) for span in spans)


def _values(
    plain: Plain, readings: Sequence[Reading], secret: Secret, messages: Sequence[Table], *, guessed: bool
) -> Iterator[tuple[Kind, tuple[int, int]]]:
    tables = (secret.given, *messages)
    for reading in readings:
        known = next((known for known in secret.answer if reveals(reading, known)), None)
        if known is None or structural(plain.text, reading):
            continue
        written = form_key(reading, plain.text)
        kind: Kind = "answer" if written == form_key(known, secret.form) else "equivalent"
        place = Place.of(plain.text, reading)
        if _is_division(reading, written):
            kind = "expression"
            leaks = _gives_division_away(place, written, secret, tables)
        elif secret.given.states(known, written):
            leaks = asserted(place, secret.question) and not quotes(place, [secret.given.squeezed])
        elif any(message.states(known, written) for message in messages):
            stands = (claimed(messages, reading) and not guessed) or quotes(
                place, [message.squeezed for message in messages]
            )
            leaks = not stands and (asserted(place, secret.question) or restated(place, secret.question))
        else:
            same_number = any(same_reading(given, reading) for table in tables for given in table.readings)
            leaks = not (same_number and place.counts_other(secret.question))
        if leaks:
            yield kind, (reading.start, reading.end)


def _gives_division_away(place: Place, written: str, secret: Secret, tables: Sequence[Table]) -> bool:
    """New operands, an announced result, or a division done at sight; one that is on the table gives nothing away."""
    if any(division_key(written) in table.expressions for table in tables):
        return False
    if any(form_key(said, table.plain.text) == written for table in tables for said in table.readings):
        return asserted(place, secret.question)  # "180/3", as the student wrote it
    known = all(any(digits in table.digits for table in tables) for digits in DIGITS.findall(written))
    return not known or asserted(place, secret.question) or at_sight_division(written)


def _words(text: str, secret: Secret, tables: Sequence[Table]) -> Iterator[tuple[int, int]]:
    """An answer in words ("a rhombus", "on Tuesday") that nobody has said yet."""
    if nothing := [*none_stated(text, secret.form)]:
        if not any([*none_stated(table.plain.text, secret.form)] for table in tables):
            yield from nothing
        return
    phrase = re.sub(r"^(?:an?|the|on|in|it is)\s+", "", " ".join(secret.form.lower().split())).strip(" .!")
    if secret.answer or not phrase or len(phrase.split()) > MAX_ANSWER_WORDS:
        return
    if any(phrase in table.squeezed for table in tables):
        return
    for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text.lower()):
        yield match.span()


def _is_division(reading: Reading, written: str) -> bool:
    """`24/2` is a calculation, not a way to write 12."""
    whole = isinstance(reading.value, Fraction) and reading.value.denominator == 1
    return whole and reading.form == "fraction" and "/" in written


# --- expressions and steps ------------------------------------------------------------------------------------------


def _expressions(
    plain: Plain, readings: Sequence[Reading], secret: Secret, tables: Sequence[Table]
) -> Iterator[tuple[Kind, tuple[int, int]]]:
    targets = [known.value for known in secret.answer if isinstance(known.value, Fraction | Algebraic)]
    if not targets:
        return
    for stated in stated_expressions(plain.text, readings):
        place = Place.of(plain.text, Reading(stated.start, stated.end, Fraction(0), "expression"))
        if stated.value in targets and stated.trivial and not _known(stated, tables) and not place.quoted():
            yield "expression", (stated.start, stated.end)


def _known(stated: Stated, tables: Sequence[Table]) -> bool:
    return any(stated.key in table.expressions for table in tables)


def _steps(
    plain: Plain, readings: Sequence[Reading], secret: Secret, tables: Sequence[Table]
) -> Iterator[tuple[Kind, tuple[int, int]]]:
    """Intermediate results that are not on the table yet."""
    steps = [step for step in secret.steps if not any(same_reading(step, known) for known in secret.answer)]
    for reading in readings:
        last = bool(steps) and same_reading(reading, steps[-1])
        if not last and not any(same_reading(reading, step) for step in steps):
            continue
        if structural(plain.text, reading):
            continue
        if not any(table.states(reading, form_key(reading, plain.text)) for table in tables):
            yield "last_step" if last else "step", (reading.start, reading.end)
