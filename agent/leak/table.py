"""What the leak gate compares a reply with: the answer, and what the problem and the student put on the table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from ..quantities import read_plain, same_reading
from ..quantities.context import Reading
from ..quantities.exact import SCHOOL_PI, Algebraic, approximate
from ..quantities.normalise import Plain, normalise
from .assertions import Question, read_question
from .expressions import known_expressions

DIGITS = re.compile(r"\d+")


_PLAIN_FORMS = frozenset({"integer", "decimal", "words", "money", "scientific", "mixed", "percent"})


@dataclass(frozen=True, slots=True)
class Table:
    """What a text puts on the table: its quantities, how they are written, and its expressions."""

    plain: Plain
    readings: tuple[Reading, ...]
    expressions: frozenset[str]
    digits: frozenset[str]
    squeezed: str

    def states(self, answer: Reading, written: str) -> bool:
        """Does the text hold the answer, written like this?"""
        return any(
            reveals(reading, answer) and form_key(reading, self.plain.text) == written
            for reading in self.readings
        )


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """An answer, its problem and its intermediate results, read once. Has no repr: it must not reach a log."""

    answer: tuple[Reading, ...]
    form: str
    steps: tuple[Reading, ...]
    given: Table
    question: Question

    @classmethod
    def of(cls, answer: str, problem: str = "", steps: Sequence[str] = ()) -> "Secret":
        """Read the answer ("7/12", "{-2, 3}", "x = 3", "B", "yes", "larger: 3/4"), the problem and the steps."""
        plain = normalise(answer)
        values = tuple(parts(read_plain(plain)))
        results = tuple(reading for step in steps for reading in read_plain(normalise(step)))
        given = read_table(problem)
        question = read_question(given.plain.text)
        asked = tuple(_in_asked_unit(value, question.unit) for value in values)
        return cls(asked, plain.text.strip(), results, given, question)


@lru_cache(maxsize=512)
def read_table(text: str) -> Table:
    """What a problem or a message puts on the table."""
    plain = normalise(text)
    readings = tuple(parts(read_plain(plain)))
    expressions = frozenset(known_expressions(plain.text, readings))
    squeezed = " ".join(plain.text.lower().split())
    return Table(plain, readings, expressions, frozenset(DIGITS.findall(plain.text)), squeezed)


def as_time(text: str, reading: Reading) -> Reading:
    """The time of day that "3:47" is where a time of day is asked for; elsewhere it reads as a ratio."""
    match = re.fullmatch(r"(\d{1,2}):(\d\d)", text[reading.start : reading.end])
    if reading.form != "ratio" or match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return reading
    form = "time" if int(match[1]) > 12 else "time12"
    return Reading(reading.start, reading.end, Fraction(60 * int(match[1]) + int(match[2])), form, "clock")


def parts(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Every number: the elements of a set count one by one."""
    for reading in readings:
        if isinstance(reading.value, frozenset):
            for value in reading.value:
                yield reading._replace(value=value, form="part")
        else:
            yield reading


def _in_asked_unit(value: Reading, unit: str | None) -> Reading:
    """The answer in the unit the question asks for, where the answer itself names none."""
    if unit is None or value.unit is not None or not isinstance(value.value, Fraction):
        return value
    return value._replace(value=value.value / 100 if unit == "%" else value.value, unit=unit)


def reveals(reading: Reading, known: Reading) -> bool:
    """Does the reading state the answer, with or without a percent sign?"""
    if isinstance(known.value, bool | str):
        return False
    rate = (
        known.unit is not None and "/" not in known.unit and reading.unit is not None and "/" in reading.unit
    )
    if same_reading(
        reading._replace(unit=reading.unit.partition("/")[0]) if rate and reading.unit else reading, known
    ):
        return True
    one, other = reading.value, known.value
    if rounds_to(reading, known):
        return True
    if not isinstance(one, Fraction) or not isinstance(other, Fraction):
        return False
    if reading.unit == "%" and known.unit is None:
        return one * 100 == other
    return known.unit == "%" and reading.unit is None and one == other * 100


def rounds_to(reading: Reading, known: Reading) -> bool:
    """Is the reading the answer rounded, to three digits or more ("about 3.33" for 10/3, "6.28" for 2π)?"""
    written, answer = reading.value, known.value
    if reading.form not in ("decimal", "money") or not isinstance(written, Fraction):
        return False
    if not isinstance(answer, Fraction | Algebraic):
        return False
    last_place = next((Fraction(1, 10**n) for n in range(20) if (written * 10**n).denominator == 1), None)
    if last_place is None or abs(written) < 100 * last_place:
        return False
    values = [approximate(answer, pi) for pi in SCHOOL_PI]
    return any(
        value is not None and value.denominator != 1 and abs(written - value) * 2 <= last_place
        for value in values
    )


def form_key(reading: Reading, text: str) -> str:
    """How a value is written, as far as it matters: 6/8 and 3/4 differ, "three quarters" and 3/4 do not."""
    written, canonical = text[reading.start : reading.end], str(reading.value)
    digits = DIGITS.findall(written)
    if reading.form == "part" or not digits or sorted(digits) == sorted(DIGITS.findall(canonical)):
        return canonical
    if (
        isinstance(reading.value, Fraction)
        and reading.value.denominator == 1
        and reading.form in _PLAIN_FORMS
    ):
        return canonical
    return "".join(written.lower().split())
