"""Polynomials with rational coefficients, read from an expression: enough to tell what kind an equation is of."""

from fractions import Fraction

from ...expressions import Binary, Letter, Node, Number, Unary, evaluate, letters

Monomial = tuple[str, ...]  # its letters in order: x squared times y is ("x", "x", "y")
Polynomial = dict[Monomial, Fraction]

MAX_DEGREE = 8
MAX_TERMS = 60


def polynomial(node: Node) -> Polynomial | None:
    """The expanded polynomial without zero terms, or None: a root, a letter in a denominator or an exponent."""
    if not letters(node):
        value = evaluate(node)
        return None if value is None else _clean({(): value})
    match node:
        case Letter(name):
            return {(name,): Fraction(1)}
        case Unary("-", operand):
            return _times(polynomial(operand), {(): Fraction(-1)})
        case Binary("+", left, right):
            return _plus(polynomial(left), polynomial(right))
        case Binary("-", left, right):
            return _plus(polynomial(left), _times(polynomial(right), {(): Fraction(-1)}))
        case Binary("*", left, right):
            return _times(polynomial(left), polynomial(right))
        case Binary("/", left, right):
            divisor = None if letters(right) else evaluate(right)
            return _times(polynomial(left), {(): 1 / divisor}) if divisor else None
        case Binary("^", left, Number(value, "integer")) if 0 < value <= MAX_DEGREE:
            base, result = polynomial(left), polynomial(left)
            for _ in range(int(value) - 1):
                result = _times(result, base)
            return result
        case _:
            return None


def degree(poly: Polynomial) -> int:
    """The highest number of letters in a term."""
    return max((len(monomial) for monomial in poly), default=0)


def letters_of(poly: Polynomial) -> set[str]:
    """The letters in its terms."""
    return {name for monomial in poly for name in monomial}


def coefficient(poly: Polynomial, monomial: Monomial) -> int | Fraction:
    """The number before a term, 0 where it is missing."""
    value = poly.get(monomial, Fraction(0))
    return value.numerator if value.denominator == 1 else value


def terms(node: Node) -> list[Node]:
    """The terms of a sum, each with its sign."""
    match node:
        case Binary("+", left, right):
            return [*terms(left), *terms(right)]
        case Binary("-", left, right):
            return [*terms(left), *(Unary("-", term) for term in terms(right))]
        case _:
            return [node]


def _clean(poly: Polynomial) -> Polynomial:
    return {monomial: value for monomial, value in poly.items() if value}


def _plus(left: Polynomial | None, right: Polynomial | None) -> Polynomial | None:
    if left is None or right is None:
        return None
    return _clean({m: left.get(m, Fraction(0)) + right.get(m, Fraction(0)) for m in {**left, **right}})


def _times(left: Polynomial | None, right: Polynomial | None) -> Polynomial | None:
    if left is None or right is None:
        return None
    result: Polynomial = {}
    for one, first in left.items():
        for other, second in right.items():
            monomial = tuple(sorted(one + other))
            result[monomial] = result.get(monomial, Fraction(0)) + first * second
    small = len(result) <= MAX_TERMS and degree(result) <= MAX_DEGREE
    return _clean(result) if small else None
