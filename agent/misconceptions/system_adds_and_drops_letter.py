"""Two equations are added, and a letter that does not cancel is left out."""

from fractions import Fraction

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    a, b, c, d, e, f = (
        Fraction(problem[f"{equation}_{part}"])
        for equation in ("first", "second")
        for part in ("x", "y", "constant")
    )
    if a + d == 0 or b * e * (b + e) == 0:
        return None
    found = (c + f) / (a + d)
    if found == (c * e - f * b) / (a * e - d * b):
        return None
    one, other = problem["letters"]
    lines = f"""
    {one}_terms = first_x + second_x  # Add the terms with {one}.
    numbers = first_constant + second_constant  # Add the numbers.
    """
    if problem.wanted == one:
        return f"{lines}answer = Fraction(numbers, {one}_terms)  # Divide."
    lines += f"{one}_value = Fraction(numbers, {one}_terms)  # Divide.\n"
    left = f"first_constant - first_x * {one}_value"
    if problem.wanted == other:
        return f"{lines}left = {left}  # Put it in.\nanswer = Fraction(left, first_y)  # Divide."
    return (
        f"{lines}left = {left}  # Put it into the first equation.\n"
        f"{other}_value = Fraction(left, first_y)  # Divide.\n"
        f'answer = "{one} = " + str({one}_value) + ", {other} = " + str({other}_value)  # Write both.'
    )


wrong = mistake("linear_system", _steps)

ENTRY = Misconception(
    id="system_adds_and_drops_letter",
    name="Dropping a letter when two equations are added",
    grades=(8, 9),
    source="Booth, Barbieri, Eyer & Paré-Blagoev 2014, Persistent and pernicious errors in algebraic problem "
    "solving, Journal of Problem Solving 7(1)",
    explanation="You may have added the equations and left out a letter that does not cancel.",
    wrong=wrong,
    questions=(
        "Put your values into the first equation and then into the second. Do both come out?",
        "What became of the other letter on your way?",
        "Add the equations once more and write every term down. Which letters are still there?",
        "What would the terms with a letter have to be like so that nothing of them is left over?",
    ),
    examples=(
        ("Solve the system of equations 2x + y = 10 and x + y = 6.", "x = 16/3, y = -2/3"),
        ("Solve the system of equations x + y = 7 and x - 2y = 1.", "x = 4, y = 3"),
    ),
    diagnostic=twins(
        wrong,
        "Solve the system of equations 2x + y = 10 and x + y = 6.",
        "Solve the system of equations 3x + 2y = 12 and x + 4y = 14.",
        "Solve the system of equations x + 2y = 8 and 2x + y = 7.",
    ),
)
