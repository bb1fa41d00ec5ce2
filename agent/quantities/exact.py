"""Exact values: rational numbers, roots, multiples of π, polynomials, intervals; never a float.

`Algebraic` is a sum of terms, each a rational coefficient times powers of symbols. A symbol is a variable, "pi",
or a prime number with a fractional exponent (so √12 is 2·3^(1/2)); two equal values therefore have one form, and
equality is plain `==`. It does not factor, solve or simplify roots of sums. Everything is bounded: a result with
too many terms, digits or too high an exponent raises `TooBig` instead of taking long.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

MAX_TERMS = 60
MAX_EXPONENT = 400
MAX_DEGREE = 60
"""The largest power of a single term with a letter, root or π."""
MAX_BITS = 4000
MAX_RADICAND = 1_000_000
_PI = Fraction(314159265358979323846, 10**20)
SCHOOL_PI = (_PI, *map(Fraction, ("3.1416", "3.14", "22/7")))
"""π, and what schools take for it."""

Monomial = tuple[tuple[str, Fraction], ...]


class TooBig(ValueError):
    """The value exists but is larger than a tutor's conversation needs."""


@dataclass(frozen=True, slots=True)
class Algebraic:
    """A sum of terms that is not a rational number; build it with `plus`, `times`, `power`, `symbol`."""

    terms: tuple[tuple[Monomial, Fraction], ...]

    def __str__(self) -> str:
        ordered = sorted(self.terms, key=lambda term: _print_order(term[0]))
        text = " + ".join(_term_text(monomial, coefficient) for monomial, coefficient in ordered)
        return text.replace("+ -", "- ")

    def variables(self) -> frozenset[str]:
        """The variables in it ("pi" and roots are constants)."""
        names = {name for monomial, _ in self.terms for name, _ in monomial}
        return frozenset(name for name in names if name != "pi" and not name.isdigit())


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between two ends; None is an end at infinity."""

    low: "Fraction | Algebraic | None"
    high: "Fraction | Algebraic | None"
    low_closed: bool = False
    high_closed: bool = False

    def __str__(self) -> str:
        left = "[" if self.low_closed else "("
        right = "]" if self.high_closed else ")"
        low = "-oo" if self.low is None else str(self.low)
        high = "oo" if self.high is None else str(self.high)
        return f"{left}{low}, {high}{right}"


def symbol(name: str) -> Algebraic:
    """A variable, or "pi"."""
    return Algebraic(((((name, Fraction(1)),), Fraction(1)),))


def plus(a: "Fraction | Algebraic", b: "Fraction | Algebraic") -> "Fraction | Algebraic":
    """The sum. Raises TooBig."""
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return _bounded(a + b)
    terms = dict(_terms(a))
    for monomial, coefficient in _terms(b):
        terms[monomial] = terms.get(monomial, Fraction(0)) + coefficient
    return _from_terms(terms)


def negate(a: "Fraction | Algebraic") -> "Fraction | Algebraic":
    """Minus the value."""
    if isinstance(a, Fraction):
        return -a
    return Algebraic(tuple((monomial, -coefficient) for monomial, coefficient in a.terms))


def times(a: "Fraction | Algebraic", b: "Fraction | Algebraic") -> "Fraction | Algebraic":
    """The product. Raises TooBig."""
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return _bounded(a * b)
    left, right = _terms(a), _terms(b)
    if len(left) * len(right) > 4 * MAX_TERMS:
        raise TooBig("too many terms")
    terms: dict[Monomial, Fraction] = {}
    for first, x in left:
        for second, y in right:
            monomial, factor = _multiply(first, second)
            terms[monomial] = terms.get(monomial, Fraction(0)) + x * y * factor
    return _from_terms(terms)


def divide(a: "Fraction | Algebraic", b: "Fraction | Algebraic") -> "Fraction | Algebraic":
    """The quotient by a single term. Raises TooBig, ZeroDivisionError, or ValueError for a sum below the line."""
    return times(a, power(b, Fraction(-1)))


def power(base: "Fraction | Algebraic", exponent: Fraction) -> "Fraction | Algebraic":
    """The power; roots are taken of non-negative rationals only. Raises TooBig, ValueError, ZeroDivisionError."""
    if abs(exponent.numerator) > MAX_EXPONENT or exponent.denominator > 12:
        raise TooBig("exponent too large")
    if isinstance(base, Fraction):
        if exponent.denominator == 1:
            bits = max(base.numerator.bit_length(), base.denominator.bit_length())
            if bits * abs(exponent.numerator) > MAX_BITS:
                raise TooBig("too many digits")
            return base**exponent.numerator
        return _root(power(base, Fraction(exponent.numerator)), exponent.denominator)
    if exponent.denominator != 1:
        raise ValueError("a root of a sum or of a variable has no single form here")
    if exponent < 0:
        if len(base.terms) != 1:
            raise ValueError("cannot divide by a sum")
        ((monomial, coefficient),) = base.terms
        inverse: Monomial = tuple((name, -degree) for name, degree in monomial)
        tidy, factor = _multiply(inverse, ())
        return power(_from_terms({tidy: factor / coefficient}), -exponent)
    if exponent > (12 if len(base.terms) > 1 else MAX_DEGREE):
        raise TooBig("exponent too large")
    result: Fraction | Algebraic = Fraction(1)
    for _ in range(exponent.numerator):
        result = times(result, base)
    return result


def approximate(value: "Fraction | Algebraic", pi: Fraction = _PI) -> Fraction | None:
    """A rational number within about 10^-18 of the value (still no float); None where it has a variable in it.

    pi: what to take for π; one of `SCHOOL_PI` where people may have worked with that.
    """
    if isinstance(value, Fraction):
        return value
    total = Fraction(0)
    for monomial, coefficient in value.terms:
        for name, degree in monomial:
            if name == "pi" and degree.denominator == 1:
                coefficient *= pi**degree.numerator
            elif name.isdigit():
                coefficient *= Fraction(
                    _integer_root(
                        int(name) ** degree.numerator * 10 ** (20 * degree.denominator), degree.denominator
                    ),
                    10**20,
                )
            else:
                return None
        total += coefficient
    return total


def _integer_root(number: int, index: int) -> int:
    low, high = 0, 1 << (number.bit_length() // index + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**index <= number else (low, middle - 1)
    return low


def _root(value: "Fraction | Algebraic", index: int) -> "Fraction | Algebraic":
    if not isinstance(value, Fraction) or value < 0:
        raise ValueError("root of a negative number")
    if value == 0:
        return Fraction(0)
    monomial: dict[str, Fraction] = {}
    for number, sign in ((value.numerator, 1), (value.denominator, -1)):
        for prime, count in _factors(number):
            monomial[str(prime)] = monomial.get(str(prime), Fraction(0)) + Fraction(sign * count, index)
    tidy, factor = _multiply(tuple(monomial.items()), ())
    return _from_terms({tidy: factor})


@lru_cache(maxsize=1024)
def _factors(number: int) -> tuple[tuple[int, int], ...]:
    if number > MAX_RADICAND:
        raise TooBig("radicand too large")
    found: list[tuple[int, int]] = []
    prime = 2
    while prime * prime <= number:
        count = 0
        while number % prime == 0:
            number //= prime
            count += 1
        if count:
            found.append((prime, count))
        prime += 1
    if number > 1:
        found.append((number, 1))
    return tuple(found)


def _multiply(first: Monomial, second: Monomial) -> tuple[Monomial, Fraction]:
    """The product of two monomials; whole powers of primes move into the rational factor."""
    exponents = dict(first)
    for name, degree in second:
        exponents[name] = exponents.get(name, Fraction(0)) + degree
    factor = Fraction(1)
    kept: list[tuple[str, Fraction]] = []
    for name, degree in sorted(exponents.items()):
        rest = degree
        if name.isdigit():
            whole = degree.numerator // degree.denominator
            factor *= Fraction(int(name)) ** whole
            rest = degree - whole
        if abs(rest) > MAX_EXPONENT:
            raise TooBig("exponent too large")
        if rest:
            kept.append((name, rest))
    return tuple(kept), factor


def _terms(value: "Fraction | Algebraic") -> tuple[tuple[Monomial, Fraction], ...]:
    return (((), value),) if isinstance(value, Fraction) else value.terms


def _from_terms(terms: Mapping[Monomial, Fraction]) -> "Fraction | Algebraic":
    kept = {monomial: _bounded(coefficient) for monomial, coefficient in terms.items() if coefficient}
    if not kept:
        return Fraction(0)
    if set(kept) == {()}:
        return kept[()]
    if len(kept) > MAX_TERMS:
        raise TooBig("too many terms")
    return Algebraic(tuple(sorted(kept.items())))


def _bounded(value: Fraction) -> Fraction:
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > MAX_BITS:
        raise TooBig("too many digits")
    return value


def _print_order(monomial: Monomial) -> tuple[object, ...]:
    degree = sum((d for name, d in monomial if not name.isdigit() and name != "pi"), Fraction(0))
    return (-degree, not monomial, monomial)


def _term_text(monomial: Monomial, coefficient: Fraction) -> str:
    radicands: dict[int, int] = {}
    parts: list[str] = []
    for name, degree in monomial:
        if name.isdigit():
            index = degree.denominator
            radicands[index] = radicands.get(index, 1) * int(name) ** degree.numerator
        else:
            parts.append(name if degree == 1 else f"{name}^{degree}")
    roots = [f"sqrt({n})" if index == 2 else f"{n}^(1/{index})" for index, n in sorted(radicands.items())]
    factors = roots + parts
    if coefficient == -1 and factors:
        return "-" + "*".join(factors)
    if coefficient == 1 and factors:
        return "*".join(factors)
    return "*".join([str(coefficient), *factors])
