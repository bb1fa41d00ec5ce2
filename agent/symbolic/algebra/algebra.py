"""Expressions with letters: simplify, expand, factor."""

from collections.abc import Callable
from fractions import Fraction
from math import gcd
from random import Random
from typing import Any

from ...expressions import (
    Binary,
    Letter,
    Node,
    Number,
    Unary,
    evaluate,
    exact_root,
    letters,
    number_source,
    parse_expression,
    source,
    walk,
    written,
)
from ..problem import Given, Kind, Problem, like_expression
from ..wording import IMAGINARY, Rule, rule
from .polynomials import Monomial, coefficient, degree, polynomial, terms


def expression_of(problem: Problem) -> Node:
    """The tree of the expression that is given."""
    node = parse_expression(problem["expression"])
    assert node is not None
    return node


def _symbols(node: Node) -> str:
    return "".join(
        f'{name} = symbols("{name}")  # Let {name} be the unknown.\n' for name in sorted(letters(node))
    )


def _monomial_name(monomial: Monomial) -> str:
    powers = [
        name + (str(monomial.count(name)) if monomial.count(name) > 1 else "")
        for name in sorted(set(monomial))
    ]
    return "_".join(powers) or "constant"


def _collected(node: Node) -> str:
    """A step for each sort of term that occurs more than once: its coefficients added up."""
    found: dict[Monomial, list[Fraction]] = {}
    for term in terms(node):
        for monomial, value in (polynomial(term) or {}).items():
            found.setdefault(monomial, []).append(value)
    lines = ""
    for monomial, values in found.items():
        if len(values) > 1:
            name = _monomial_name(monomial)
            total = " + ".join(
                f"({number_source(value)})" if value < 0 else number_source(value) for value in values
            )
            lines += (
                f"{name}_coefficient = {total}  # Add the coefficients of the "
                f"{' '.join(monomial) or 'constant'} terms.\n"
            )
    return lines


def _simplify_steps(problem: Problem) -> str:
    node = expression_of(problem)
    code = f"expand({source(node)})" if polynomial(node) is not None else f"cancel({source(node)})"
    return f"{_symbols(node)}{_collected(node)}answer = {code}  # Multiply out and put like terms together."


def _expand_steps(problem: Problem) -> str:
    node = expression_of(problem)
    lines = f"answer = expand({source(node)})  # Multiply each term by each and put like terms together."
    return _symbols(node) + lines


def _factor_steps(problem: Problem) -> str:
    node = expression_of(problem)
    lines = f"answer = factor({source(node)})  # Take out common factors and write it as a product."
    return _symbols(node) + lines


def _exponents_differ(node: Node) -> tuple[str, bool] | None:
    """Of a quotient of two powers of one letter, the letter and whether the first is the higher one."""
    match node:
        case Binary(
            "/", Binary("^", Letter(one), Number(first)), Binary("^", Letter(other), Number(second))
        ) if one == other and first != second:
            return one, first > second
        case _:
            return None


def _same_shape(problem: Problem) -> object:
    poly = polynomial(expression_of(problem))
    if poly is None:
        return _exponents_differ(expression_of(problem)) or written(expression_of(problem))
    if len(poly) == 1:
        return [(sorted(set(monomial)), value > 0) for monomial, value in poly.items()]
    return sorted((monomial, value > 0, abs(value) < 1000) for monomial, value in poly.items())


def _factor_features(problem: Problem) -> object:
    """Same shape, and a quadratic in one letter must keep a rational factorisation."""
    node = expression_of(problem)
    poly, names = polynomial(node), sorted(letters(node))
    if poly is None or len(names) != 1 or degree(poly) != 2:
        return _same_shape(problem), None if poly is None else _content(list(poly.values())) > 1
    a, b, c = (coefficient(poly, (names[0],) * power) for power in (2, 1, 0))
    discriminant = Fraction(b * b - 4 * a * c)
    return _same_shape(problem), exact_root(discriminant, 2) is not None if discriminant >= 0 else None


def _content(values: list[Fraction]) -> int:
    return gcd(*(value.numerator for value in values))


def _vary(problem: Problem, random: Random) -> dict[str, Given]:
    node = expression_of(problem)
    one_term = len(polynomial(node) or ()) == 1 or _exponents_differ(node) is not None
    text = like_expression(random, problem["expression"], exponents=one_term)
    return {**dict(problem.given), "expression": text}


def _is_rational(problem: Problem) -> bool:
    """A quotient of polynomials that does not divide by zero everywhere."""
    node = expression_of(problem)
    if any(isinstance(part, Unary) and part.operator != "-" for part in walk(node)):
        return False
    primes = (101, 103, 107, 109, 113)
    return (
        evaluate(node, {name: Fraction(p) for name, p in zip(sorted(letters(node)), primes, strict=False)})
        is not None
    )


def _about(
    name: str, wanted: str, verb: str, steps: Callable[[Problem], str], features: Callable[[Problem], object]
) -> Kind:
    return Kind(
        name,
        wanted,
        ("expression",),
        steps,
        lambda problem: f"{verb} {problem['expression']}.",
        _is_rational,
        features,
        _vary,
    )


SIMPLIFY = _about("simplify_expression", "simplest expression", "Simplify", _simplify_steps, _same_shape)
EXPAND = _about("expand_expression", "expanded expression", "Expand", _expand_steps, _same_shape)
FACTOR = _about("factor_expression", "factored expression", "Factor", _factor_steps, _factor_features)


KINDS = [SIMPLIFY, EXPAND, FACTOR]


# --- reading --------------------------------------------------------------------------------------------------------

_OBJECT = r"(?:the )?(?:following )?(?:algebraic )?(?:expression)?[:.;]? ?"


def _sides(template: str, kind: Kind) -> Callable[[dict[str, Given]], Problem | None]:
    """Two expressions, at least one of them with a letter, joined as the words say."""

    def build(found: dict[str, Given]) -> Problem | None:
        nodes = [parse_expression(str(found[name])) for name in ("first", "second")]
        if None in nodes or not any(node is not None and letters(node) for node in nodes):
            return None
        node = parse_expression(template.format(**found))
        if node is None or letters(node) & IMAGINARY:
            return None
        return kind.problem({"expression": written(node)})

    return build


def _common_factor(found: dict[str, Given]) -> Problem | None:
    """Only the common factor is to be taken out: nothing more may be left to factor."""
    problem = FACTOR.problem(found)
    poly = None if problem is None else polynomial(expression_of(problem))
    if problem is None or poly is None or len(poly) < 2:
        return None
    first, *others = poly
    common = [
        name for name in sorted(set(first)) for _ in range(min(m.count(name) for m in (first, *others)))
    ]
    left = {monomial: len(monomial) - len(common) for monomial in poly}
    return problem if max(left.values()) == 1 else None


_UP = r"(?:\^ ?(?:\d{1,2}|\{\d{1,2}\}|\(\d{1,2}\))|[²³⁴⁵⁶⁷⁸⁹])"
_POWERS = rf"(?P<one>[a-df-hj-zA-Z]){_UP} ?(?:[×·*÷/]|\\times|\\cdot|\\div) ?(?P<other>[a-zA-Z]){_UP}?"


def _powers(found: dict[str, Any]) -> Problem | None:
    """Powers of one letter that stand alone can only be meant to be simplified."""
    node = parse_expression(found["text"])
    if node is None or found["one"] != found["other"]:
        return None
    return SIMPLIFY.problem({"expression": written(node)})


_PART = r"[^;:=]{1,60}"
_TO = rf"(?P<first>{_PART}) (?:and|to) (?P<second>{_PART})"
RULES: list[Rule] = [
    rule(
        r"(?:simplify|(?:combine|collect|gather)(?: the)? like terms(?: (?:in|of|and simplify))?|simplify "
        r"by (?:collecting|combining) like"
        rf" terms):? ?{_OBJECT}{{expression:algebra}}(?: by (?:combining|collecting) like terms)?",
        SIMPLIFY.problem,
    ),
    rule(
        r"(?:use the distributive (?:property|law) to )?(?:expand|multiply out|(?:remove|expand|multiply "
        r"out|open) the "
        rf"(?:brackets|parentheses)(?: (?:in|of|from))?)(?: and simplify)?:? "
        rf"?{_OBJECT}{{expression:algebra}}",
        EXPAND.problem,
    ),
    rule(
        rf"(?:factori[sz]e|factor) out the (?:greatest |highest )?common factor(?: of| from| in)?:? ?{_OBJECT}"
        r"{expression:algebra}",
        _common_factor,
    ),
    rule(
        rf"(?:factori[sz]e|factor)(?: completely| fully)?:? ?{_OBJECT}{{expression:algebra}}(?: completely| fully)?",
        FACTOR.problem,
    ),
    rule(rf"(?P<text>{_POWERS})", _powers),
    rule(rf"(?:add|the sum of) {_TO}", _sides("({first}) + ({second})", SIMPLIFY)),
    rule(
        rf"(?:subtract|take) (?P<first>{_PART}) (?:away )?from (?P<second>{_PART})",
        _sides("({second}) - ({first})", SIMPLIFY),
    ),
    rule(rf"multiply (?P<first>{_PART}) by (?P<second>{_PART})", _sides("({first}) × ({second})", EXPAND)),
    rule(
        rf"the product of (?P<first>{_PART}) and (?P<second>{_PART})",
        _sides("({first}) × ({second})", EXPAND),
    ),
]
