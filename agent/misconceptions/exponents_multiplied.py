"""Exponents are multiplied when powers of the same base are."""

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
    node = parse_expression(problem["expression"])
    return None if node is None else rewritten(problem, everywhere(node, _multiplied))


wrong = mistake("simplify_expression", _steps)


def _wording(random: Random) -> str:
    letter, first, second = random.choice("abnxy"), random.randrange(2, 8), random.randrange(3, 8)
    return f"Simplify {letter}^{first} × {letter}^{second}."


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
        "Write both powers out next to each other. How many of the letter are there in all?",
        "In which situation would the exponents be multiplied instead?",
        "Put a small number of your own in for the letter, before and after. Do both give the same?",
    ),
    examples=(("Simplify x^2 × x^3.", "x**6"), ("Simplify y^4 × y^3.", "y**12")),
    diagnostic=drawn(wrong, _wording),
)
