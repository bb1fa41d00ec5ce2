"""Systems of two linear equations in two letters."""

from fractions import Fraction
from random import Random
from typing import Any

from ...expressions import Binary, parse_equation, written
from ..problem import Given, Kind, Problem, like_expression
from .polynomials import Polynomial, coefficient, degree, letters_of, polynomial

_SYSTEM = ("first_x", "first_y", "first_constant", "second_x", "second_y", "second_constant")


def _system_steps(problem: Problem) -> str:
    one, other = problem["letters"]
    which = "first" if problem["first_y"] else "second"
    lines = (
        "eliminated_coefficient = first_x * second_y - second_x * first_y"
        f"  # Multiply the equations so that {other} has the same coefficient, and subtract: the "
        f"terms with {one}.\n"
        "eliminated_constant = first_constant * second_y - second_constant * first_y  # And the numbers.\n"
    )
    if problem.wanted == one:
        return (
            f"{lines}answer = Fraction(eliminated_constant, eliminated_coefficient)  # Divide: this is {one}."
        )
    lines += (
        f"x_value = Fraction(eliminated_constant, eliminated_coefficient)  # Divide: this is {one}.\n"
        f"constant_left = {which}_constant - {which}_x * x_value  # Put it into the {which} equation.\n"
    )
    if problem.wanted == other:
        return f"{lines}answer = Fraction(constant_left, {which}_y)  # Divide: this is {other}."
    return (
        f"{lines}y_value = Fraction(constant_left, {which}_y)  # Divide: this is {other}.\n"
        f'answer = "{one} = " + str(x_value) + ", {other} = " + str(y_value)  # Write both.'
    )


def _determinant(problem: Problem) -> int | Fraction:
    return problem["first_x"] * problem["second_y"] - problem["second_x"] * problem["first_y"]


def _system_features(problem: Problem) -> object:
    net = Fraction(_determinant(problem))
    one = (
        problem["first_constant"] * problem["second_y"] - problem["second_constant"] * problem["first_y"]
    ) / net
    other = (
        problem["first_x"] * problem["second_constant"] - problem["second_x"] * problem["first_constant"]
    ) / net
    return one.denominator, other.denominator, one > 0, other > 0


def _system_given(first: str, second: str) -> dict[str, Given] | None:
    equations = [parse_equation(first), parse_equation(second)]
    values: list[Given] = []
    names: set[str] = set()
    polynomials: list[Polynomial] = []
    for equation in equations:
        difference = None if equation is None else polynomial(Binary("-", equation.left, equation.right))
        if equation is None or equation.relation != "=" or difference is None or degree(difference) != 1:
            return None
        polynomials.append(difference)
        names |= letters_of(difference)
    if len(names) != 2:
        return None
    one, other = sorted(names)
    for difference in polynomials:
        values += [
            coefficient(difference, (one,)),
            coefficient(difference, (other,)),
            -coefficient(difference, ()),
        ]
    return {
        "letters": one + other,
        "first": first,
        "second": second,
        **dict(zip(_SYSTEM, values, strict=True)),
    }


def _vary_system(problem: Problem, random: Random) -> dict[str, Given]:
    sides = (problem[name].partition("=") for name in ("first", "second"))
    texts = [
        f"{like_expression(random, left)} = {like_expression(random, right)}" for left, _, right in sides
    ]
    return _system_given(*texts) or dict(problem.given)


def _system_phrase(problem: Problem) -> str:
    if problem.wanted != "solution":
        return f"If {problem['first']} and {problem['second']}, what is {problem.wanted}?"
    return f"Solve the system of equations {problem['first']} and {problem['second']}."


SYSTEM = Kind(
    "linear_system",
    "solution",
    ("letters", "first", "second", *_SYSTEM),
    _system_steps,
    _system_phrase,
    lambda problem: _determinant(problem) != 0,
    _system_features,
    _vary_system,
)
KINDS = [SYSTEM]


# --- reading --------------------------------------------------------------------------------------------------------


def two_equations(found: dict[str, Any]) -> Problem | None:
    """The system of the two equations caught as `first` and `second`, in the letters `one` and `other` if asked."""
    if "one" in found and found["one"] == found["other"]:
        return None
    texts: list[str] = []
    for name in ("first", "second"):
        equation = parse_equation(found[name])
        if equation is None:
            return None
        texts.append(f"{written(equation.left)} = {written(equation.right)}")
        if equation.relation != "=":
            return None
    given = _system_given(texts[0], texts[1])
    if given is None or ("one" in found and {found["one"], found["other"]} != set(str(given["letters"]))):
        return None
    asked = found.get("asked", "")
    if asked and asked not in str(given["letters"]):
        return None
    return SYSTEM.problem(given, asked)


def lines_meet(found: dict[str, Any]) -> Problem | None:
    """Where two lines in x and y meet."""
    problem = two_equations(found)
    return problem if problem is not None and problem["letters"] == "xy" else None
