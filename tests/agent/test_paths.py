"""Other ways through the same work, from the program of one way."""

from fractions import Fraction

import pytest

from askback.agent.paths import Paths, read_tree

DRIVE = "hours = 4 + 9\nanswer = 60 * hours\n"
DESSERT = "cookies = 42 / 7\ncandy = 63 / 7\nanswer = cookies + candy\n"
GYM = "old = 15 * 5\nextra = old * Fraction(20, 100)\nanswer = old + extra\n"
ON_THE_WAY = [
    (DRIVE, 240, True),  # each part for itself
    (DRIVE, 540, True),
    (DRIVE, 64, False),
    (DESSERT, 105, True),  # first together, then shared
    (DESSERT, 49, False),
    (GYM, "6/5", True),  # the factor
    (GYM, 95, False),
]


def values(source: str) -> frozenset[Fraction]:
    return Paths(read_tree(source, {})).values


@pytest.mark.parametrize(("source", "value", "passed"), ON_THE_WAY)
def test_values_another_way_passes(source: str, value: str | int, passed: bool) -> None:
    assert (Fraction(value) in values(source)) is passed


def test_a_solution_function_is_read_like_a_script() -> None:
    inside = "def solution():\n    hours = 4 + 9\n    return 60 * hours\n"
    assert values(inside) == values(DRIVE)


def test_what_is_no_arithmetic_is_taken_from_its_run() -> None:
    steps = read_tree("rooms = len([1, 2, 3])\nanswer = rooms * 4\n", {"rooms": Fraction(3)})
    assert [(step.name, step.value) for step in steps] == [("answer", 12)]


@pytest.mark.parametrize("source", ["answer = (", "for i in range(3): pass", ""])
def test_unreadable_programs_have_no_steps(source: str) -> None:
    assert read_tree(source, {}) == []


def test_long_products_are_cut_short() -> None:
    source = "answer = " + " * ".join(f"(1{n} + 2{n})" for n in range(9))
    assert len(values(source)) < 100
