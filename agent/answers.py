"""Whether two answers are the same, as a teacher would judge: written forms, rounding, dozens, percent. Pure."""

import re
from fractions import Fraction

from .quantities import Quantity, find_quantities, same_quantity

_DOZEN = re.compile(r"(\d)\s*dozens?\b", re.IGNORECASE)


def same_answer(first: str, second: str) -> bool:
    """Whether two answers in exact text state the same value; text that holds no quantity is compared as text."""
    # "5 dozen" is an answer of 5 where dozens are asked for, and of 60 elsewhere: both are accepted.
    dozens = [_DOZEN.sub(r"\1", text) for text in (first, second)]
    if dozens != [first, second] and same_answer(*dozens):
        return True
    left, right = find_quantities(first), find_quantities(second)
    if len(left) == 1 and len(right) == 1:
        one, other = left[0], right[0]
        return (
            same_quantity(one, other) or _same_number(one, first, other) or _same_number(other, second, one)
        )
    return " ".join(first.casefold().split()) == " ".join(second.casefold().split())


def _same_number(one: Quantity, text: str, other: Quantity) -> bool:
    """Two ways of writing that a teacher accepts: a rounded decimal (33.33 for 100/3), and 25 for 25 %."""
    if not isinstance(one.value, Fraction) or not isinstance(other.value, Fraction):
        return False
    if one.unit == "%" and other.unit is None:
        return one.value * 100 == other.value
    places = len(text[slice(*one.span)].rpartition(".")[2]) if one.form == "decimal" else 0
    endless = (other.value * 10**places).denominator > 1
    return places >= 2 and endless and abs(one.value - other.value) * 10**places <= Fraction(1, 2)
