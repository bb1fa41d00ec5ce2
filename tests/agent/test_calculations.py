"""Reading calculations: units, LaTeX, chains, and what is not decided."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askback.agent.calculations import find_calculations, find_conditions, line_holds

STATED = [
    ("3 miles * 150 calories/mile = 450 calories", ["3", "150"], "450"),
    ("4 days x 14km/day = 56km", ["4", "14"], "56"),
    (r"\(2 \text{ books} \times 2 \text{ pounds/book} = 4 \text{ pounds}\)", ["2", "2"], "4"),
    ("each person brought 14/5 = 2.8 records", ["14", "5"], "14/5"),
    ("5% x 20 = 100%", ["1/20", "20"], "1"),
    ("20 divided by 4 gives 5", ["20", "4"], "5"),
    ("10 percent of 800 is 80 eggs", ["1/10", "800"], "80"),
    ("Total paid over 12 months = 165 x 12 = $1980", ["165", "12"], "1980"),
    ("3 x 4 = 12 + 5", ["3", "4"], "12"),
]


@pytest.mark.parametrize(("line", "operands", "stated"), STATED)
def test_first_calculation_of_a_line(line: str, operands: list[str], stated: str) -> None:
    made = find_calculations(line)[0]
    assert (list(made.operands), made.stated) == ([Fraction(text) for text in operands], Fraction(stated))


@pytest.mark.parametrize("line", ["8 liters = 8000 ml", "x + 3 = 7", "the 5 = 5", "no number here"])
def test_lines_without_a_calculation(line: str) -> None:
    assert find_calculations(line) == []


HOLDS = [
    ("12 + 5 = 18", False),
    ("60 / 150 x 100 = 40%", True),
    ("0.1667 x 60 = 10", True),
    ("3.25 x 4 = 13.05", False),
    ("100 stickers / 3 friends = 33 stickers", None),
    ("5 feet + 6 inches = 66 inches", None),
    ("the dogs - 2 = 9 - 2 = 7", True),
    (r"\[ 360 = 9 \times \text{Width} \]", None),
    ("40 pieces of $1 bills = 40 x $1.00 = $40.00", True),
    ("-2 + 5 = 4", False),
    # What stands in words before the numbers belongs to the equation.
    ("half of 20 = 10", None),
    ("3 groups of 4 = 12", None),
    ("10 take away 3 = 7", None),
    ("the sum of 4 and 5 = 9", None),
    ("minus 5 + 8 = 3", None),
    ("remainder of 17 / 5 = 2", None),
    ("5:00 - 3:30 = 1:30", None),
    ("12:18 = 2:3", None),
    ("30 + 30 = 1 hour", None),
    ("30 + 30 = 50 minutes", False),
    ("ok 1/3 = 4/12 and 1/4 = 3/12", True),
    ("1/3 = 4/12 and 1/4 = 3/13", False),
    ("so 3 x 4 = 13", False),
]


@pytest.mark.parametrize(("line", "holds"), HOLDS)
def test_what_a_teacher_would_let_stand(line: str, holds: bool | None) -> None:
    assert line_holds(line) is holds


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["cm", "apples", "dollars per day"]))
def test_units_do_not_change_a_sum(first: int, second: int, unit: str) -> None:
    [made] = find_calculations(f"{first} {unit} + {second} {unit} = {first + second} {unit}")
    assert (made.operands, made.stated, made.holds) == ((first, second), first + second, True)


CONDITIONS = [
    ("So 2x + 20 = 36", "8", False),
    ("125 - x = 2(45-x) + 10", "-25", False),
    ("(45-x+80) = (125-x) dollars", None, True),
    ("x = 4", "4", False),
]


@pytest.mark.parametrize(("line", "solution", "identity"), CONDITIONS)
def test_equations_with_an_unknown(line: str, solution: str | None, identity: bool) -> None:
    [found] = find_conditions(line)
    assert (found.solution(), found.identity()) == (solution and Fraction(solution), identity)


def test_two_unknowns_are_left_alone() -> None:
    assert find_conditions("4x + 4y = 24") == []
