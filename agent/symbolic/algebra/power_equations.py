"""Equations with the letter in the exponent (2^x = 32) or cubed (x^3 = -8), where the answer is a whole number."""

from fractions import Fraction
from random import Random
from typing import Any

from ...expressions import Binary, Letter, Node, Number, exact_root, parse_equation
from ..problem import Given, Kind, Problem, given_number
from ..wording import IMAGINARY, Rule, rule


def _exponent(base: int, value: int) -> int | None:
    """The exponent above one with which the base makes the value."""
    return next((exponent for exponent in range(2, 64) if base**exponent == value), None)


def _vary_exponent(problem: Problem, random: Random) -> dict[str, Given]:
    base = random.randrange(2, 11)
    largest = 10 if base == 2 else 5 if base < 6 else 3
    return {**dict(problem.given), "base": base, "value": base ** random.randrange(2, largest + 1)}


EXPONENT = Kind(
    "exponent_equation",
    "solution",
    ("letter", "base", "value"),
    lambda problem: (
        "powers = [base ** exponent for exponent in range(64)]  # List the powers of the base, from the zeroth on.\n"
        "answer = powers.index(value)  # See which of them is the number on the other side."
    ),
    lambda problem: f"Solve {problem['base']}^{problem['letter']} = {problem['value']}.",
    lambda problem: problem["base"] > 1 and _exponent(problem["base"], problem["value"]) is not None,
    lambda problem: (problem["base"] < 6, problem["value"] > 100),
    _vary_exponent,
)


def _root(value: int) -> int | None:
    root = exact_root(Fraction(abs(value)), 3)
    return None if root is None or not value else (1 if value > 0 else -1) * root.numerator


def _vary_cube(problem: Problem, random: Random) -> dict[str, Given]:
    sign = 1 if problem["value"] > 0 else -1
    return {**dict(problem.given), "value": sign * random.randrange(2, 11) ** 3}


def _cube_steps(problem: Problem) -> str:
    if problem["value"] > 0:
        return "answer = integer_nthroot(value, 3)[0]  # Find the number whose cube is the number on the other side."
    return (
        "without_sign = integer_nthroot(-value, 3)[0]  # Find the number whose cube is the other side "
        "without its sign.\n"
        "answer = -without_sign  # The cube of a negative number is negative."
    )


CUBE = Kind(
    "cube_equation",
    "solution",
    ("letter", "value"),
    _cube_steps,
    lambda problem: f"Solve {problem['letter']}^3 = {problem['value']}.",
    lambda problem: abs(problem["value"]) > 1 and _root(problem["value"]) is not None,
    lambda problem: problem["value"] > 0,
    _vary_cube,
)
KINDS = [EXPONENT, CUBE]


# --- reading --------------------------------------------------------------------------------------------------------


def _whole(node: Node) -> int | None:
    value = given_number(node)
    return value if isinstance(value, int) else None


def _power(found: dict[str, Any]) -> Problem | None:
    equation = parse_equation(found["equation"])
    if equation is None or equation.relation != "=" or (value := _whole(equation.right)) is None:
        return None
    match equation.left:
        case Binary("^", Number() as base, Letter(letter)) if (known := _whole(base)) is not None:
            problem = EXPONENT.problem({"letter": letter, "base": known, "value": value})
        case Binary("^", Letter(letter), Number(Fraction(numerator=3, denominator=1), "integer")):
            problem = CUBE.problem({"letter": letter, "value": value})
        case _:
            return None
    asked = {found[name] for name in ("asked", "asked_after") if name in found}
    return problem if letter not in IMAGINARY and asked <= {letter} else None


_EQ = r"(?P<equation>[^,;=]{1,30}=[^,;=]{1,30}?)"
RULES: list[Rule] = [
    rule(
        rf"(?:solve |find the solution (?:of|to) )?(?:the equation )?(?:for {{asked:letter}}:? )?{_EQ}",
        _power,
    ),
    rule(rf"solve {_EQ} for {{asked:letter}}", _power),
    rule(
        rf"(?:if |given that )?{_EQ}(?:[.;,?] ?| )(?:then )?(?:what is|find|solve for|work out)(?: the value of)? "
        r"{asked:letter}",
        _power,
    ),
    rule(rf"(?:solve for |the value of )?{{asked:letter}} (?:if|when|given that) {_EQ}", _power),
]
