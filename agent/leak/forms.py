"""Answers whose written form counts: a row of numbers in order, a product of primes, a point, the name of a place.

Each of their numbers may be on the table; together, in the form of the answer, they give it away.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..points import point_stated
from ..quantities import same_reading
from ..quantities.context import Reading
from ..quantities.normalise import Plain
from ..written_answers import is_row, place_named_in, written_out
from .assertions import Place, asserted
from .table import Secret, Table, reveals

Span = tuple[int, int]


def in_form(
    plain: Plain, readings: Sequence[Reading], secret: Secret, messages: Sequence[Table]
) -> Iterator[Span]:
    """Where a reply states such an answer; what the problem or the student wrote out may be repeated, not announced."""
    yield from place_named_in(plain.text, secret.form)
    tables = (secret.given, *messages)
    for find in (_written, _in_a_row):
        on_table = any(True for table in tables for _ in find(table.plain.text, table.readings, secret))
        for start, end in find(plain.text, readings, secret):
            place = Place.of(plain.text, Reading(start, end, Fraction(0), "expression"))
            if not on_table or asserted(place, secret.question):
                yield start, end


def _written(text: str, readings: Sequence[Reading], secret: Secret) -> Iterator[Span]:
    yield from written_out(text, secret.form)
    yield from point_stated(text, secret.form)


def _in_a_row(text: str, readings: Sequence[Reading], secret: Secret) -> Iterator[Span]:
    """All numbers of an ordered list in this order or from its end, in one sentence, whatever stands between them."""
    if not is_row(secret.form):
        return
    wanted = secret.answer
    orders = [_without_repeats(order) for order in (wanted, wanted[::-1])]
    given = _row_of(secret.given.readings, wanted)
    for sentence in _sentences(text, readings):
        row = _without_repeats(sentence)
        at = 0
        while at < len(row):
            if given and _starts_with(row[at:], given):  # the problem's list, as it is given there
                at += len(given)
                continue
            found = next((order for order in orders if _starts_with(row[at:], order)), None)
            if found:
                yield row[at].start, row[at + len(found) - 1].end
            at += len(found or " ")


def _row_of(readings: Sequence[Reading], wanted: Sequence[Reading]) -> Sequence[Reading]:
    """The numbers of the answer as the problem lists them; empty where it lists them in the right order, or not."""
    for at in range(len(readings) - len(wanted) + 1):
        row = readings[at : at + len(wanted)]
        left = list(wanted)
        for reading in row:
            left = [known for known in left if not same_reading(known, reading)]
        if not left and not _starts_with(row, wanted):
            return _without_repeats(row)
    return ()


def _starts_with(row: Sequence[Reading], wanted: Sequence[Reading]) -> bool:
    return len(row) >= len(wanted) and all(
        reveals(one, known) for one, known in zip(row, wanted, strict=False)
    )


def _without_repeats(row: Sequence[Reading]) -> list[Reading]:
    return [one for at, one in enumerate(row) if at == 0 or not same_reading(one, row[at - 1])]


def _sentences(text: str, readings: Sequence[Reading]) -> Iterator[list[Reading]]:
    ends = [match.end() for match in re.finditer(r"[.!?](?=\s|$)", text)]
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        yield [reading for reading in readings if start <= reading.start < end]
