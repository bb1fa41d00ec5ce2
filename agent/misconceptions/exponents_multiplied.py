"""Exponents are multiplied when powers of the same base are."""

from decimal import Decimal
from fractions import Fraction
from random import Random

from ..expressions import Binary, Letter, Node, Number, parse_expression
from ..symbolic import Problem
from . import Misconception
from ._algebra import everywhere, rewritten
from ._tools import drawn, mistake


def _multiplied(node: Node) -> Node:
    match node:
        case Binary(
            "*",
            Binary("^", Letter(one), Number(first, "integer")),
            Binary("^", Letter(other), Number(second, "integer")),
        ) if one == other:
            return Binary("^", Letter(one), Number(first * second, "integer", str(first * second)))
        case _:
            return node


def _steps(problem: Problem) -> str | None:
    if problem.kind == "single_power":
        exponent = problem["first"] * problem["second"]
        if problem["operation"] != "*" or exponent in (0, 1, problem["first"] + problem["second"]):
            return None
        return (
            "exponent = first * second  # Multiply the exponents.\n"
            f'answer = f"{problem["base"]}^{{exponent}}"  # Write the base with it.'
        )
    if problem.kind == "scientific_calculation":
        return _scientific(problem)
    node = parse_expression(problem["expression"])
    return None if node is None else rewritten(problem, everywhere(node, _multiplied))


def _scientific(problem: Problem) -> str | None:
    first, second = problem["first_exponent"], problem["second_exponent"]
    number = Fraction(problem["first_mantissa"]) * Fraction(problem["second_mantissa"])
    if problem["operation"] != "*" or not 1 <= number < 10 or first * second in (0, first + second):
        return None
    mantissa = Decimal(number.numerator) / number.denominator
    return (
        "exponent = first_exponent * second_exponent  # Multiply the exponents.\n"
        f'answer = f"{mantissa.normalize():f} × 10^{{exponent}}"  # Write it with the numbers multiplied.'
    )


wrong = mistake("simplify_expression single_power scientific_calculation", _steps)


def _wording(random: Random) -> str:
    letter, first, second = random.choice("abnxy"), random.randrange(2, 8), random.randrange(3, 8)
    one, other = random.randrange(2, 5), random.randrange(11, 24)
    return random.choice(
        (
            f"Simplify {letter}^{first} × {letter}^{second}.",
            f"Write {one}^{first} × {one}^{second} as a single power.",
            f"Work out ({one} × 10^{first}) × ({other / 10} × 10^{second}) in scientific notation.",
        )
    )


ENTRY = Misconception(
    id="exponents_multiplied",
    name="Multiplying exponents of a product",
    grades=(7, 9),
    source="Ulusoy 2019, Serious obstacles hindering middle school students' understanding of integer "
    "exponents, International Journal of Research in Education and Science 5(1)",
    explanation="You may have multiplied the exponents where powers are multiplied.",
    wrong=wrong,
    questions=(
        "What does each power mean when you write it out in full?",
        "Write both powers out next to each other. How often does the base occur in all?",
        "In which situation would the exponents be multiplied instead?",
        "Try both with small numbers, the powers in the problem and your result. Do they come to the same?",
    ),
    examples=(
        ("Simplify x^2 × x^3.", "x**6"),
        ("Write 2^3 × 2^4 as a single power.", "2^12"),
        ("Simplify y^4 × y^3.", "y**12"),
    ),
    diagnostic=drawn(wrong, _wording),
)
