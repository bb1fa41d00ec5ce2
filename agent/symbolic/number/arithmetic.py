"""Sums, differences, products and quotients of whole numbers, negatives and decimals; powers, roots, remainders."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import isqrt
from random import Random
from typing import Any

from ...expressions import (
    Binary,
    Node,
    Number,
    Unary,
    exact_root,
    parse_expression,
    written,
)
from ..problem import Given, Kind, Problem, formula, given_number, like, said
from ..wording import Rule, arithmetic_value, rule
from . import fractions
from .order import ORDER, root_code

# --- the kinds ------------------------------------------------------------------------------------------------------

_OPERATIONS: dict[str, tuple[str, str, str, str]] = {  # sign: name, code, plan, wanted
    "+": ("addition", "first + second", "Add the two numbers.", "sum"),
    "-": ("subtraction", "first - second", "Take the second number from the first.", "difference"),
    "*": ("multiplication", "first * second", "Multiply the two numbers.", "product"),
    "/": ("division", "Fraction(first, second)", "Divide the first number by the second.", "quotient"),
}


def _bracketed(value: Given) -> str:
    return f"({said(value)})" if isinstance(value, int | Decimal) and value < 0 else said(value)


def _two_numbers(sort: str, sign: str) -> Kind:
    name, code, plan, wanted = _OPERATIONS[sign]

    def value(problem: Problem) -> Fraction:
        first, second = Fraction(problem["first"]), Fraction(problem["second"])
        return {"+": first + second, "-": first - second, "*": first * second, "/": first / (second or 1)}[
            sign
        ]

    def sane(problem: Problem) -> bool:
        below = problem["first"] < 0 or problem["second"] < 0 or (sign == "-" and value(problem) < 0)
        return not (sign == "/" and problem["second"] == 0) and (
            sort == "decimal" or below == (sort == "integer")
        )

    def features(problem: Problem) -> object:
        result = value(problem)
        return (
            (result.denominator == 1, len(str(result.denominator)), result > 0) if sign == "/" else result > 0
        )

    return Kind(
        f"{sort}_{name}",
        wanted,
        ("first", "second"),
        lambda problem: (
            (sort == "whole" and sign == "*" and _products(problem)) or f"answer = {code}  # {plan}"
        ),
        lambda problem: (
            f"What is {said(problem['first'])} {fractions.SIGNS[sign]} {_bracketed(problem['second'])}?"
        ),
        sane,
        features,
    )


_PLACE_NAMES = ("ones", "tens", "hundreds", "thousands")


def _products(problem: Problem) -> str:
    """Place by place, as on paper: 34 x 26 as 34 x 20 and 34 x 6; empty where neither number has two such places."""
    for split, other, words in (
        ("second", "first", "Multiply the first number by the {} of the second."),
        ("first", "second", "Multiply the {} of the first number by the second."),
    ):
        digits = [
            (place, int(digit)) for place, digit in enumerate(reversed(str(problem[split]))) if digit != "0"
        ]
        if len(digits) > 1 and digits[-1][0] < len(_PLACE_NAMES):
            names = [_PLACE_NAMES[place] for place, _ in reversed(digits)]
            lines = [
                f"{name}_product = {other} * {digit * 10**place}  # {words.format(name)}"
                for name, (place, digit) in zip(names, reversed(digits), strict=True)
            ]
            total = " + ".join(f"{name}_product" for name in names)
            return "\n".join([*lines, f"answer = {total}  # Add the products."])
    return ""


_NEGATIVE_CUBE_ROOT = "-integer_nthroot(-radicand, degree)[0]"


def _root_steps(problem: Problem) -> str:
    if problem["degree"] == 2:
        node = Unary("sqrt", Number(Fraction(problem["radicand"]), "integer", "radicand"))
        return (
            f"answer = {root_code(node, 'radicand')}  # Find the number whose square is the number "
            f"under the root."
        )
    code = "integer_nthroot(radicand, degree)[0]" if problem["radicand"] >= 0 else _NEGATIVE_CUBE_ROOT
    return f"answer = {code}  # Find the number whose cube is the number under the root."


def _vary_root(problem: Problem, random: Random) -> dict[str, Given]:
    degree = problem["degree"]
    root = (exact_root(Fraction(problem["radicand"]), degree) or Fraction(1)).numerator
    drawn = like(random, max(3, abs(root))) ** degree
    return {"radicand": -drawn if root < 0 else drawn, "degree": degree}


def _vary_radical(problem: Problem, random: Random) -> dict[str, Given]:
    return {"radicand": random.randrange(2, 8) ** 2 * random.choice((2, 3, 5, 6, 7, 10))}


def _fits(problem: Problem) -> bool:
    """Results over a thousand digits or so are no school problems."""
    base = Fraction(problem["base"])
    return abs(problem["exponent"]) * max(base.numerator.bit_length(), base.denominator.bit_length()) < 4000


def _size(problem: Problem) -> int:
    value = abs(Fraction(problem["base"]) ** problem["exponent"])
    return sum(max(value.numerator, value.denominator) > limit for limit in (100, 1000, 10**5))


def _power_phrase(problem: Problem) -> str:
    base, exponent = problem["base"], problem["exponent"]
    if base < 0 or isinstance(base, Fraction):
        return f"What is ({said(base)})^{exponent}?"
    return f"What is {said(base)} to the power of {exponent}?"


POWER = Kind(
    "power",
    "value",
    ("base", "exponent"),
    lambda problem: (
        "answer = Fraction(base) ** exponent  # Multiply the base by itself as often as the exponent says."
    ),
    _power_phrase,
    lambda problem: problem["base"] != 0 and _fits(problem),
    lambda problem: (problem["base"] > 0, problem["exponent"] > 0, _size(problem)),
)
ROOT = Kind(
    "root",
    "value",
    ("radicand", "degree"),
    _root_steps,
    lambda problem: (
        f"What is the {'square' if problem['degree'] == 2 else 'cube'} root of {said(problem['radicand'])}?"
    ),
    lambda problem: (
        problem["degree"] in (2, 3)
        and exact_root(Fraction(problem["radicand"]), problem["degree"]) is not None
    ),
    vary=_vary_root,
)


def _radical_steps(problem: Problem) -> str:
    radicand = problem["radicand"]
    root = next((root for root in range(isqrt(radicand), 1, -1) if radicand % root**2 == 0), 1)
    if root == 1:
        return "answer = sqrt(radicand)  # Take the largest square factor out of the root."
    return (
        f"square = {root} ** 2  # Find the largest square number that divides the number under the root.\n"
        f"outside = {root}  # Take the root of that square number.\n"
        "answer = sqrt(radicand)  # Write it in front of the root of what is left."
    )


RADICAL = Kind(
    "simplify_root",
    "expression",
    ("radicand",),
    _radical_steps,
    lambda problem: f"Simplify √{problem['radicand']}.",
    lambda problem: (
        isinstance(problem["radicand"], int)
        and 0 < problem["radicand"] < 10**6
        and isqrt(problem["radicand"]) ** 2 < problem["radicand"]
    ),
    vary=_vary_radical,
)
REMAINDER = formula(
    "remainder",
    "remainder",
    "dividend divisor",
    "quotient = dividend // divisor  # See how many whole times the divisor fits.\n"
    "product = quotient * divisor  # Multiply back.\n"
    "answer = dividend - product  # What is left is the remainder.",
    "What is the remainder when {dividend} is divided by {divisor}?",
    sane=lambda problem: problem["dividend"] >= 0 and problem["divisor"] > 0,
    features=lambda problem: problem["dividend"] % problem["divisor"] > 0,
)
TWO_NUMBERS = {
    (sort, sign): _two_numbers(sort, sign) for sort in ("whole", "integer", "decimal") for sign in _OPERATIONS
}
KINDS = [
    *TWO_NUMBERS.values(),
    *[POWER, ROOT, RADICAL, REMAINDER],
]


# --- reading --------------------------------------------------------------------------------------------------------


def read_expression(text: str) -> Problem | None:
    """Arithmetic without letters, as the simplest kind that it is."""
    node = parse_expression(text)
    return None if node is None else _read_node(node)


def _read_node(node: Node) -> Problem | None:
    match node:
        case Binary("+" | "-" | "*" | "/" as sign, left, right) if _is_number(left) and _is_number(right):
            return _read_two(sign, left, right) or ORDER.problem({"expression": written(node)})
        case Number(_, "fraction", text):  # 91/7 is a division, 3/4 is just a number
            top, bottom = text.split("/")
            if int(top) > int(bottom):
                return TWO_NUMBERS["whole", "/"].problem({"first": int(top), "second": int(bottom)})
            return None
        case Binary("^", left, right) if (base := given_number(left)) is not None and _is_whole(right):
            return POWER.problem({"base": base, "exponent": given_number(right) or 0})
        case Unary("sqrt", inner) if (radicand := given_number(inner)) is not None:
            return ROOT.problem({"radicand": radicand, "degree": 2}) or RADICAL.problem(
                {"radicand": radicand}
            )
        case Binary("^", inner, Number(Fraction(numerator=1, denominator=3))) if _is_whole(inner):
            radicand = given_number(inner) or 0
            return ROOT.problem({"radicand": radicand, "degree": 3}) or ORDER.problem(
                {"expression": written(node)}
            )
        case Number():
            return None
        case Unary("-", inner) if isinstance(inner, Number) or _is_number(inner):  # also -100%
            return None
        case _:
            return ORDER.problem({"expression": written(node)})


def _is_whole(node: Node) -> bool:
    return isinstance(given_number(node), int)


def _is_number(node: Node) -> bool:
    return given_number(node) is not None


def _read_two(sign: str, left: Node, right: Node) -> Problem | None:
    first, second = given_number(left), given_number(right)
    if first is None or second is None:
        return None
    if isinstance(first, Fraction) or isinstance(second, Fraction):
        both = isinstance(left, Number) and isinstance(right, Number)
        return fractions.read_two(sign, left, right) if both else None
    sort = "decimal" if isinstance(first, Decimal) or isinstance(second, Decimal) else "whole"
    if sort == "whole" and (first < 0 or second < 0 or (sign == "-" and first < second)):
        sort = "integer"
    return TWO_NUMBERS[sort, sign].problem({"first": first, "second": second})


def _operation(sign: str, *, swapped: bool = False) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        first, second = parse_expression(found["first"]), parse_expression(found["second"])
        if first is None or second is None:
            return None
        left, right = (second, first) if swapped else (first, second)
        return _read_node(Binary(sign, left, right))  # type: ignore[arg-type]  # one of the four signs

    return build


def _difference(found: dict[str, Any]) -> Problem | None:
    """The difference between two numbers is what the larger has more."""
    first, second = arithmetic_value(found["first"]), arithmetic_value(found["second"])
    ordered = first is not None and second is not None and first >= second
    return _operation("-", swapped=not ordered)(found)


def _sum_of_list(found: dict[str, Any]) -> Problem | None:
    return read_expression(" + ".join(_bracketed(value) for value in found["numbers"]))


def _times(number: str) -> Callable[[dict[str, Any]], Problem | None]:
    return lambda found: read_expression(f"{number} × ({found['first']})")


def _halved(found: dict[str, Any]) -> Problem | None:
    return read_expression(f"({found['first']}) ÷ 2")


def _powered(exponent: int | None = None) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        if found["base"] < 0:  # -3 squared: 9 or -9?
            return None
        return POWER.problem({"base": found["base"], "exponent": exponent or found["exponent"]})

    return build


RULES: list[Rule] = [
    rule(
        r"(?:add|(?:the )?sum of|the total of|the result of adding|adding) {first:term} "
        r"(?:and|to|with|plus) {second:term}",
        _operation("+"),
    ),
    rule(r"(?:add|the sum of|the total of|add up):? (?:the numbers )?{numbers:numbers}", _sum_of_list),
    rule(
        r"add the (?:fractions|numbers|decimals|mixed numbers) {first:term} and {second:term}",
        _operation("+"),
    ),
    rule(r"the absolute value of {number:term}", lambda found: read_expression(f"|{found['number']}|")),
    rule(r"the quotient (?:when|of|if) {first:term} (?:is )?divided by {second:term}", _operation("/")),
    rule(r"{first:term} added to {second:term}", _operation("+")),
    rule(r"{second:term} subtracted from {first:term}", _operation("-")),
    rule(
        r"(?:(?:what|which) number is )?{first:term} more than {second:term}", _operation("+", swapped=True)
    ),
    rule(r"(?:(?:what|which) number is )?{second:term} (?:less|fewer) than {first:term}", _operation("-")),
    rule(
        r"(?:subtract|take(?: away)?|subtracting) {second:term} (?:away )?from {first:term}", _operation("-")
    ),
    rule(r"the difference (?:between|of) {first:term} and {second:term}", _difference),
    rule(
        r"(?:multiply|the product of|multiplying) {first:term} (?:by|and|with) {second:term}", _operation("*")
    ),
    rule(r"(?:divide|the quotient of|dividing) {first:term} (?:by|and) {second:term}", _operation("/")),
    rule(r"(?:twice|double) {first:term}", _times("2")),
    rule(r"triple {first:term}", _times("3")),
    rule(r"(?:half(?: of)?|halve) {first:term}", _halved),
    rule(
        r"(?:the )?remainder (?:when|of|if) {dividend:integer} (?:is )?(?:divided by|÷|/) ?{divisor:integer}",
        REMAINDER.problem,
    ),
    rule(r"{dividend:integer} (?:mod|modulo) {divisor:integer}", REMAINDER.problem),
    rule(r"(?:the )?square of {base:number}", _powered(2)),
    rule(r"{base:number} squared", _powered(2)),
    rule(r"(?:the )?cube of {base:number}", _powered(3)),
    rule(r"{base:number} cubed", _powered(3)),
    rule(r"{base:number} (?:raised )?to the power (?:of )?{exponent:integer}", _powered()),
    rule(r"{base:number} (?:raised )?to the {exponent:integer}(?:st|nd|rd|th)(?: power)?", _powered()),
    rule(
        r"(?:(?:solve|simplify|reduce|evaluate|add|subtract|multiply|divide"
        r"|the (?:sum|product|quotient|difference|total|result|value)):? (?:the (?:following )?expression[:.]? )?)?"
        r"{expression:arithmetic}(?: in (?:its )?(?:simplest form|lowest terms))?",
        lambda found: read_expression(str(found["expression"])),
    ),
]
