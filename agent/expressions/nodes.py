"""Expressions as trees: their parts, their exact value and their Python source. Reading them is `expressions.py`.

Values are `Fraction`s, never floats; what has no rational value (an irrational root) has none here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt
from typing import Literal

from .products import is_product

MAX_BITS = 4096  # of a numerator or denominator

Form = Literal["integer", "decimal", "fraction", "mixed", "percent"]


@dataclass(frozen=True)
class Number:
    """A number as written: `text` is its plain form ("6/8" stays "6/8", "1 3/4", "0.50", "25%")."""

    value: Fraction
    form: Form
    text: str


@dataclass(frozen=True)
class Letter:
    """An unknown: one letter."""

    name: str


@dataclass(frozen=True)
class Unary:
    """`-a`, the square root of a, or the absolute value of a."""

    operator: Literal["-", "sqrt", "abs"]
    operand: "Node"


@dataclass(frozen=True)
class Binary:
    """`a + b`, `a - b`, `a * b` (also implicit and "of"), `a / b`, `a ^ b`."""

    operator: Literal["+", "-", "*", "/", "^"]
    left: "Node"
    right: "Node"


Node = Number | Letter | Unary | Binary


def evaluate(node: Node, values: Mapping[str, Fraction] | None = None) -> Fraction | None:
    """The exact value, or None: an unknown letter, division by zero, an irrational root, 0^0, or over 4,096 bits."""
    match node:
        case Number(value):
            return value
        case Letter(name):
            return (values or {}).get(name)
        case Unary(operator, operand):
            inner = evaluate(operand, values)
            if inner is None:
                return None
            return -inner if operator == "-" else abs(inner) if operator == "abs" else exact_root(inner, 2)
        case Binary(operator, left_node, right_node):
            left, right = evaluate(left_node, values), evaluate(right_node, values)
            if left is None or right is None:
                return None
            return _bounded(_operate(operator, left, right))


def _operate(operator: str, left: Fraction, right: Fraction) -> Fraction | None:
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right if right else None
        case _:
            return _power(left, right)


def _power(base: Fraction, exponent: Fraction) -> Fraction | None:
    if base == 0:
        return Fraction(0) if exponent > 0 else None
    size = max(base.numerator.bit_length(), base.denominator.bit_length())
    if exponent.denominator > 10 or abs(exponent.numerator) * size > MAX_BITS:
        return None
    root = exact_root(base, exponent.denominator)
    return None if root is None else root**exponent.numerator


def exact_root(value: Fraction, degree: int) -> Fraction | None:
    """The rational `degree`-th root (the one that is not negative if there are two), or None."""
    if degree == 1:
        return value
    if value < 0:
        root = exact_root(-value, degree) if degree % 2 else None
        return None if root is None else -root
    top, bottom = _integer_root(value.numerator, degree), _integer_root(value.denominator, degree)
    return None if top is None or bottom is None else Fraction(top, bottom)


def _integer_root(number: int, degree: int) -> int | None:
    if degree == 2:
        root = isqrt(number)
        return root if root * root == number else None
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if middle**degree < number else (low, middle)
    return low if low**degree == number else None


def _bounded(value: Fraction | None) -> Fraction | None:
    if value is None or max(value.numerator.bit_length(), value.denominator.bit_length()) > MAX_BITS:
        return None
    return value


def number_source(value: Fraction) -> str:
    """An exact number as Python: `7`, `-2` or `Fraction(1, 3)`."""
    return str(value) if value.denominator == 1 else f"Fraction({value.numerator}, {value.denominator})"


def source(node: Node) -> str:
    """Exact Python source; it needs `Fraction`, and sympy's `sqrt` and `root` where there are roots, in scope.

    Letters are Python names; they must hold `Fraction`s or sympy symbols (an int would make `x / 2` a float).
    """
    return _source(node, 0)


def _source(node: Node, loosest: int) -> str:
    """In brackets if it binds looser than `loosest`: sums 10, products 20, a minus sign 30, powers 40."""
    match node:
        case Number(value):
            return number_source(value)
        case Letter(name):
            return name
        case Unary("-", operand):
            return _wrapped(f"-{_source(operand, 30)}", 30, loosest)
        case Unary(operator, operand):
            return f"{operator}({_source(operand, 0)})"
        case Binary("/", left, right) if letters(node):
            return _wrapped(f"{_source(left, 20)} / {_source(right, 21)}", 20, loosest)
        case Binary("/", left, right):
            return f"Fraction({_source(left, 0)}, {_source(right, 0)})"
        case Binary("^", left, Number(value)) if value.denominator > 1:
            rooted = f"root({_source(left, 0)}, {value.denominator})"
            return rooted if value.numerator == 1 else _wrapped(f"{rooted} ** {value.numerator}", 40, loosest)
        case Binary("^", left, Number(value)) if value >= 0:
            return _wrapped(f"{_source(left, 41)} ** {value}", 40, loosest)
        case Binary("^", left, right) if letters(node):
            return _wrapped(f"{_source(left, 41)} ** ({_source(right, 0)})", 40, loosest)
        case Binary("^", left, right):  # Python's 2 ** -1 is a float, Fraction(2) ** -1 is not
            return _wrapped(f"Fraction({_source(left, 0)}) ** ({_source(right, 0)})", 40, loosest)
        case Binary(operator, left, right):
            precedence = 20 if operator == "*" else 10
            written = f"{_source(left, precedence)} {operator} {_source(right, precedence + 1)}"
            return _wrapped(written, precedence, loosest)


def _wrapped(written: str, precedence: int, loosest: int) -> str:
    return f"({written})" if precedence < loosest else written


# --- as a person writes it ------------------------------------------------------------------------------------------


def children(node: Node) -> tuple[Node, ...]:
    """The operands, none for a number or a letter."""
    match node:
        case Binary(_, left, right):
            return (left, right)
        case Unary(_, operand):
            return (operand,)
        case _:
            return ()


def is_percent(node: Node) -> bool:
    """Whether it is a number written as a percent."""
    return isinstance(node, Number) and node.form == "percent"


def walk(node: Node) -> Iterator[Node]:
    """The node and all that is in it."""
    yield node
    for child in children(node):
        yield from walk(child)


def letters(node: Node) -> frozenset[str]:
    """The unknowns in it."""
    return frozenset(part.name for part in walk(node) if isinstance(part, Letter))


def written(node: Node) -> str:
    """School notation that reads back as the same expression: `2(x + 3) - 1/2`, `12 ÷ (3 + 1)`."""
    match node:
        case Number(text=text):
            return text
        case Letter(name):
            return name
        case Unary("-", operand):
            bare = isinstance(operand, Number | Letter) or (
                isinstance(operand, Binary) and operand.operator == "^"
            )
            return f"-{written(operand)}" if bare else f"-({written(operand)})"
        case Unary("abs", operand):
            return f"|{written(operand)}|" if "|" not in written(operand) else f"|({written(operand)})|"
        case Unary(_, operand):
            return f"√({written(operand)})"
        case Binary("^", left, right):
            simple = isinstance(left, Letter) or (
                isinstance(left, Number) and left.form in ("integer", "decimal")
            )
            base = written(left) if simple else f"({written(left)})"
            plain = isinstance(right, Number) and right.form == "integer"
            return f"{base}^{written(right)}" if plain else f"{base}^({written(right)})"
        case Binary("/", left, right) if letters(node):
            return f"{_closed(left)}/{_closed(right)}"
        case Binary("*", left, right):
            first, second = _in_brackets(left, 20), _in_brackets(right, 21)
            tight = isinstance(left, Number) and left.form in ("integer", "decimal")
            tight = tight and (second[0] == "(" or (second[0].isalpha() and not isinstance(right, Unary)))
            if tight and second[0] == "(" and not letters(right):
                tight = False
            tight = tight or _side_by_side(left, right, first, second)
            if isinstance(left, Unary) and left.operator == "-":  # "-3x" rather than "(-3) × x"
                without_sign = written(Binary("*", left.operand, right))
                if isinstance(left.operand, Number | Letter) and "×" not in without_sign:
                    return f"-{without_sign}"
            return first + second if tight else f"{first} × {second}"
        case Binary(operator, left, right):
            sign = "÷" if operator == "/" else operator
            precedence = 20 if operator == "/" else 10
            second = _in_brackets(right, precedence + 1)
            return f"{_in_brackets(left, precedence)} {sign} {f'({second})' if second[0] == '-' else second}"


def _side_by_side(left: Node, right: Node, first: str, second: str) -> bool:
    """Whether a letter goes right behind a product that ends in a letter, a power or a numeral: "15mn", "5a × 3b"."""
    base = right.left if isinstance(right, Binary) and right.operator == "^" else right
    last = left.right if isinstance(left, Binary) and left.operator == "*" else left
    if isinstance(last, Binary) and last.operator == "^" and isinstance(last.left, Letter):
        last = last.right
    numeral = isinstance(last, Number) and last.form in ("integer", "decimal") and last is not left
    if not isinstance(base, Letter) or not (numeral or isinstance(last, Letter)) or not first[-1].isalnum():
        return False
    run = re.search(r"[A-Za-z]*$", first)
    start, end = run.start() if run else len(first), len(first) + 1
    return end - start == 1 or (
        end - start < 4 and is_product(first + second, start, end, prose=False, known=frozenset())
    )


def _closed(node: Node) -> str:
    simple = isinstance(node, Letter) or (isinstance(node, Number) and node.form in ("integer", "decimal"))
    return written(node) if simple else f"({written(node)})"


def _in_brackets(node: Node, loosest: int) -> str:
    precedence = (
        {"+": 10, "-": 10, "*": 20, "/": 20, "^": 40}[node.operator] if isinstance(node, Binary) else 50
    )
    if isinstance(node, Unary) and node.operator == "-":
        precedence = 10 if loosest != 10 else 50
    return f"({written(node)})" if precedence < loosest else written(node)
