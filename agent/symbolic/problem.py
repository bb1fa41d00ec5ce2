"""A problem as data, the kinds of problem there are, and how a kind's steps become a program.

A `Kind` knows how to solve, word and vary its problems; the families (`arithmetic.py`, `geometry.py`, ...) list their
kinds and the wordings they read. Nothing here computes an answer: the program does, in the sandbox.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from ..expressions import Binary, Node, Number, Unary, parse_expression, written
from ..state import Program

Given = int | Fraction | Decimal | str | tuple[int | Fraction | Decimal, ...]


@dataclass(frozen=True)
class Problem:
    """A fully understood problem: its kind, what is given by name (in order), and what is wanted.

    Numbers keep how they were written: 8 is an int, 2.50 a Decimal, 3/4 and 1 3/4 a Fraction; `problem["length"]`.
    """

    kind: str
    given: tuple[tuple[str, Given], ...]
    wanted: str

    def __getitem__(self, name: str) -> Any:
        return dict(self.given)[name]

    def __contains__(self, name: str) -> bool:
        return name in dict(self.given)


@dataclass(frozen=True)
class Kind:
    """How problems of one kind are solved, worded and varied.

    given: the names of what is given, in order (as in the table of `symbolic/__init__.py`).
    steps: lines `name = code  # what the step does`, the last one for `answer`; numbers given are in scope by name.
    phrase: a clean wording. sane: whether a problem of this kind makes sense. features: what a twin must share.
    vary: other given values of the same sort; `twin` draws until they are sane and share the features.
    """

    name: str
    wanted: str
    given: tuple[str, ...]
    steps: Callable[[Problem], str]
    phrase: Callable[[Problem], str]
    sane: Callable[[Problem], bool] = lambda problem: True
    features: Callable[[Problem], object] = lambda problem: None
    vary: Callable[[Problem, Random], dict[str, Given]] = field(
        default=lambda problem, random: vary(problem, random)
    )

    def problem(self, given: dict[str, Given], wanted: str = "") -> Problem | None:
        """The problem with these values in this kind's order, or None when it makes no sense."""
        made = Problem(self.name, tuple((name, given[name]) for name in self.given), wanted or self.wanted)
        return made if self.sane(made) else None


def formula(
    name: str,
    wanted: str,
    given: str,
    steps: str | Callable[[Problem], str],
    phrase: str,
    *,
    sane: Callable[[Problem], bool] = lambda problem: True,
    features: Callable[[Problem], object] = lambda problem: None,
) -> Kind:
    """A kind whose wording is the same for all its problems, and mostly its steps; `{name}` in it is a given value."""

    def worded(problem: Problem) -> str:
        text = phrase.format(**{key: said(value) for key, value in problem.given})
        return re.sub(r"\s+(?=[ .,?]|$)", "", text)

    def made(problem: Problem) -> str:
        return steps if isinstance(steps, str) else steps(problem)

    return Kind(name, wanted, tuple(given.split()), made, worded, sane, features)


def positive(problem: Problem) -> bool:
    """Every number given is above zero."""
    return all(value > 0 for _, value in problem.given if not isinstance(value, str | tuple))


def said(value: Given) -> str:
    """How a person writes it: 3/4, 1 3/4, 2.50, -7, "2, 3 and 5"."""
    if isinstance(value, tuple):
        *most, last = [said(part) for part in value]
        return f"{', '.join(most)} and {last}"
    if isinstance(value, Fraction) and value.denominator > 1 and abs(value) > 1:
        whole, top = divmod(abs(value.numerator), value.denominator)
        return f"{'-' if value < 0 else ''}{whole} {top}/{value.denominator}"
    return str(value)


def measured(problem: Problem, name: str) -> str:
    """A length given, with the problem's unit."""
    return f"{said(problem[name])} {problem['unit']}".strip()


def exact(number: Decimal | Fraction | int) -> int | Fraction:
    """The value alone: whole numbers as int."""
    value = Fraction(number)
    return value.numerator if value.denominator == 1 else value


def given_number(node: Node) -> int | Fraction | Decimal | None:
    """A number, or one with a minus sign, as it was written; None for any other expression."""
    match node:
        case Unary("-", Number() as number):
            value = given_number(number)
            return None if value is None else -value
        case Number(value, form, text):
            if form == "percent":
                return None
            return Decimal(text) if form == "decimal" else value.numerator if form == "integer" else value
        case _:
            return None


# --- programs -------------------------------------------------------------------------------------------------------

_IMPORTS = {
    "fractions": ("Fraction",),
    "math": ("gcd", "lcm", "isqrt", "comb", "prod"),
    "statistics": ("multimode",),
    "sympy": ("symbols", "sqrt", "root", "expand", "factor", "cancel", "simplify", "pi", "integer_nthroot"),
}


def number_code(value: Given) -> str:
    """A given value as exact Python."""
    if isinstance(value, Fraction):
        return f"Fraction({value.numerator}, {value.denominator})"
    if isinstance(value, Decimal):
        return f'Fraction("{value}")'
    if isinstance(value, tuple):
        return f"[{', '.join(number_code(part) for part in value)}]"
    return repr(value)


def program(problem: Problem, steps: str) -> Program:
    """The steps as a program that first names the numbers given which the steps use."""
    lines = [line for line in steps.strip().splitlines() if line.strip()]
    code = [line.partition("  # ")[0].strip() for line in lines]
    plan = tuple(line.partition("  # ")[2].strip() for line in lines)
    words = set(re.findall(r"[A-Za-z_]\w*", " ".join(code)))
    given = [f"{name} = {number_code(value)}" for name, value in problem.given if name in words]
    words |= set(re.findall(r"[A-Za-z_]\w*", " ".join(given)))
    words -= {line.partition(" = ")[0] for line in [*given, *code]}  # a name of its own is not an import
    imports = [
        f"from {module} import {', '.join(name for name in names if name in words)}"
        for module, names in _IMPORTS.items()
        if words.intersection(names)
    ]
    return Program(plan=plan, source="\n".join([*imports, *given, *code]) + "\n", origin="symbolic")


# --- twins: other numbers of the same sort --------------------------------------------------------------------------


class AnyRoundness(Random):
    """Draws for a problem whose numbers have none like them as round: of x^2 = 25, and 100 as an angle."""


def like(random: Random, value: int) -> int:
    """Another whole number with as many digits, the same sign and, if it was round, as round; 0 and 1 stay."""
    size = abs(value)
    if size < 2:
        return value
    if isinstance(random, AnyRoundness):
        drawn = random.randrange(2, 10 ** max(2, len(str(size))))
        return drawn if value > 0 else -drawn
    step = next((10**zeros for zeros in range(len(str(size)) - 1, 0, -1) if size % 10**zeros == 0), 1)
    step = 5 * step if size % (5 * step) == 0 and size > 5 * step else step
    low, high = max(2, 10 ** (len(str(size)) - 1)), 10 ** len(str(size)) - 1
    drawn = random.randrange(-(-low // step), high // step + 1) * step
    return drawn if value > 0 else -drawn


def like_number(random: Random, value: int | Fraction | Decimal) -> int | Fraction | Decimal:
    """Another number written the same way."""
    if isinstance(value, int):
        return like(random, value)
    if isinstance(value, Decimal):
        places = -int(value.as_tuple().exponent)
        digits = int(value.scaleb(places))
        drawn = like(random, digits)
        if drawn % 10 == 0 and digits % 10:  # 7.5 is not like 5.0
            drawn += 5 if digits % 5 == 0 else random.randrange(1, 10)
        return Decimal(drawn).scaleb(-places)
    whole, rest = divmod(abs(value), 1)
    bottom = random.randrange(2, max(3, value.denominator + 3))
    part = Fraction(random.randrange(1, bottom), bottom) if rest else Fraction(0)
    return (-1 if value < 0 else 1) * (like(random, int(whole)) + part)


def like_expression(random: Random, text: str, *, exponents: bool = False) -> str:
    """The same expression with other numbers; roots keep theirs, and so do exponents unless they may change too."""
    node = parse_expression(text)
    return text if node is None else written(_like_node(random, node, exponents))


def _like_node(random: Random, node: Node, exponents: bool) -> Node:
    match node:
        case Number(value, "integer"):
            drawn = like(random, int(value))
            return Number(Fraction(drawn), "integer", str(drawn))
        case Number(value, form):
            number = given_number(node)
            if number is None:
                return node
            drawn = like_number(random, number)
            return Number(Fraction(drawn), form, said(drawn))
        case Binary("^", left, right):
            power = (
                Number(Fraction(drawn := random.randrange(2, 7)), "integer", str(drawn))
                if exponents
                else right
            )
            return Binary("^", _like_node(random, left, exponents), power)
        case Binary(operator, left, right):
            return Binary(operator, _like_node(random, left, exponents), _like_node(random, right, exponents))
        case Unary(operator, operand):
            return Unary(operator, operand if operator == "sqrt" else _like_node(random, operand, exponents))
        case _:
            return node


def vary(problem: Problem, random: Random) -> dict[str, Given]:
    """Every number given replaced by one like it; texts stay."""
    changed: dict[str, Given] = {}
    for name, value in problem.given:
        if isinstance(value, tuple):
            changed[name] = tuple(like_number(random, part) for part in value)
        else:
            changed[name] = value if isinstance(value, str) else like_number(random, value)
    return changed
