"""Shares told without their whole."""

import time
from fractions import Fraction

import pytest

from askback.agent.shares import fit, told_shares


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("10% is 8", [("1/10", 8)]),
        ("so 20% = 16", [("1/5", 16)]),
        ("10% = 8 so 20% = 16", [("1/10", 8), ("1/5", 16)]),
        ("10 percent is $6 and 5 percent is $3", [("1/10", 6), ("1/20", 3)]),
        ("a quarter is 12", [("1/4", 12)]),
        ("half is 40 kg", [("1/2", 40)]),
        ("1/4 = 12", [("1/4", 12)]),
        ("half is 30 and i add 5", []),
        ("10% of 60 is 6", []),
        ("25% is 1/4", []),
        ("there are 12", []),
    ],
)
def test_shares_are_read_where_nothing_else_is_said(sentence: str, told: list[tuple[str, int]]) -> None:
    assert told_shares(sentence) == [(Fraction(share), part) for share, part in told]


def test_shares_fit_one_number_and_not_one_each() -> None:
    tenth, half = (Fraction(1, 10), Fraction(6)), (Fraction(1, 2), Fraction(40))
    assert fit([tenth], [Fraction(60), Fraction(80)])
    assert not fit([tenth, half], [Fraction(60), Fraction(80)])


@pytest.mark.parametrize("text", ["half is 8" + "," * 200 + "x", "10% is 8 " * 60 + "x", "a " * 200])
def test_long_rows_of_signs_are_read_at_once(text: str) -> None:
    start = time.perf_counter()
    told_shares(text)
    assert time.perf_counter() - start < 0.1
