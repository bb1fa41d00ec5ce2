"""Expressions with letters: simplify, expand, factor, evaluate; functions, and lines read from their equations."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import gcd
from random import Random
from typing import Any

from ..expressions import (
    Binary,
    Letter,
    Node,
    Number,
    Unary,
    evaluate,
    exact_root,
    letters,
    number_source,
    parse_equation,
    parse_expression,
    source,
    written,
)
from .order import steps_of
from .polynomials import Monomial, coefficient, degree, polynomial, terms
from .problem import Given, Kind, Problem, formula, given_number, like_expression, like_number, said
from .wording import Rule, rule


def _expression(problem: Problem) -> Node:
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
    node = _expression(problem)
    code = f"expand({source(node)})" if polynomial(node) is not None else f"cancel({source(node)})"
    return f"{_symbols(node)}{_collected(node)}answer = {code}  # Multiply out and put like terms together."


def _expand_steps(problem: Problem) -> str:
    node = _expression(problem)
    lines = f"answer = expand({source(node)})  # Multiply each term by each and put like terms together."
    return _symbols(node) + lines


def _factor_steps(problem: Problem) -> str:
    node = _expression(problem)
    lines = f"answer = factor({source(node)})  # Take out common factors and write it as a product."
    return _symbols(node) + lines


def _same_shape(problem: Problem) -> object:
    poly = polynomial(_expression(problem))
    if poly is None:
        return written(_expression(problem))
    if len(poly) == 1:
        return [(sorted(set(monomial)), value > 0) for monomial, value in poly.items()]
    return sorted((monomial, value > 0, abs(value) < 1000) for monomial, value in poly.items())


def _factor_features(problem: Problem) -> object:
    """Same shape, and a quadratic in one letter must keep a rational factorisation."""
    node = _expression(problem)
    poly, names = polynomial(node), sorted(letters(node))
    if poly is None or len(names) != 1 or degree(poly) != 2:
        return _same_shape(problem), None if poly is None else _content(list(poly.values())) > 1
    a, b, c = (coefficient(poly, (names[0],) * power) for power in (2, 1, 0))
    discriminant = Fraction(b * b - 4 * a * c)
    return _same_shape(problem), exact_root(discriminant, 2) is not None if discriminant >= 0 else None


def _content(values: list[Fraction]) -> int:
    return gcd(*(value.numerator for value in values))


def _vary(problem: Problem, random: Random) -> dict[str, Given]:
    one_term = len(polynomial(_expression(problem)) or ()) == 1
    text = like_expression(random, problem["expression"], exponents=one_term)
    return {**dict(problem.given), "expression": text}


def _about(
    name: str, wanted: str, verb: str, steps: Callable[[Problem], str], features: Callable[[Problem], object]
) -> Kind:
    return Kind(
        name,
        wanted,
        ("expression",),
        steps,
        lambda problem: f"{verb} {problem['expression']}.",
        lambda problem: polynomial(_expression(problem)) is not None or "/" in problem["expression"],
        features,
        _vary,
    )


SIMPLIFY = _about("simplify_expression", "simplest expression", "Simplify", _simplify_steps, _same_shape)
EXPAND = _about("expand_expression", "expanded expression", "Expand", _expand_steps, _same_shape)
FACTOR = _about("factor_expression", "factored expression", "Factor", _factor_steps, _factor_features)


# --- values ---------------------------------------------------------------------------------------------------------


def _put_in(node: Node, values: dict[str, int | Fraction | Decimal]) -> Node:
    match node:
        case Letter(name):
            return Number(Fraction(values[name]), "integer", number_source(Fraction(values[name])))
        case Unary(operator, operand):
            return Unary(operator, _put_in(operand, values))
        case Binary(operator, left, right):
            return Binary(operator, _put_in(left, values), _put_in(right, values))
        case _:
            return node


def _values(problem: Problem) -> dict[str, int | Fraction | Decimal]:
    return dict(zip(problem["letters"], problem["values"], strict=True))


def _substituted(problem: Problem) -> Node:
    return _put_in(_expression(problem), _values(problem))


def _with_values(problem: Problem) -> bool:
    return (
        sorted(letters(_expression(problem))) == sorted(problem["letters"])
        and evaluate(_substituted(problem)) is not None
    )


def _value_features(problem: Problem) -> object:
    value = evaluate(_substituted(problem))
    return None if value is None else (value.denominator == 1, value > 0)


def _vary_values(problem: Problem, random: Random) -> dict[str, Given]:
    return {
        **_vary(problem, random),
        "values": tuple(like_number(random, value) for value in problem["values"]),
    }


def _evaluate_phrase(problem: Problem) -> str:
    values = " and ".join(f"{name} = {said(value)}" for name, value in _values(problem).items())
    return f"Evaluate {problem['expression']} when {values}."


EVALUATE = Kind(
    "evaluate_expression",
    "value",
    ("expression", "letters", "values"),
    lambda problem: steps_of(_substituted(problem)),
    _evaluate_phrase,
    _with_values,
    _value_features,
    _vary_values,
)
FUNCTION = Kind(
    "function_value",
    "value",
    ("expression", "letters", "values", "name"),
    lambda problem: steps_of(_substituted(problem)),
    lambda problem: (
        f"If {problem['name']}({problem['letters']}) = {problem['expression']}, "
        f"find {problem['name']}({said(problem['values'][0])})."
    ),
    _with_values,
    _value_features,
    _vary_values,
)


def _line(name: str, wanted: str, words: str) -> Kind:
    return Kind(
        name,
        wanted,
        ("expression", "slope", "intercept"),
        lambda problem: f"answer = {wanted.split('-')[-1]}  # Read it from y = (slope) x + (intercept).",
        lambda problem: f"What is the {words} of the line y = {problem['expression']}?",
        vary=_vary_line,
    )


def _vary_line(problem: Problem, random: Random) -> dict[str, Given]:
    return _line_given(like_expression(random, problem["expression"])) or dict(problem.given)


def _line_given(text: str) -> dict[str, Given] | None:
    node = parse_expression(text)
    poly = None if node is None else polynomial(node)
    if node is None or poly is None or not letters(node) <= {"x"} or degree(poly) > 1:
        return None
    return {
        "expression": written(node),
        "slope": coefficient(poly, ("x",)),
        "intercept": coefficient(poly, ()),
    }


SLOPE = _line("line_slope", "slope", "slope")
INTERCEPT = _line("line_intercept", "y-intercept", "y-intercept")
TWO_POINTS = formula(
    "slope_through_points",
    "slope",
    "x1 y1 x2 y2",
    "rise = y2 - y1  # Find how much y changes.\n"
    "run = x2 - x1  # Find how much x changes.\n"
    "answer = Fraction(rise, run)  # Divide the rise by the run.",
    "Find the slope of the line through ({x1}, {y1}) and ({x2}, {y2}).",
    sane=lambda problem: problem["x1"] != problem["x2"],
    features=lambda problem: (
        (Fraction(problem["y2"] - problem["y1"]) / (problem["x2"] - problem["x1"])).denominator == 1,
        (problem["y2"] > problem["y1"]) == (problem["x2"] > problem["x1"]),
    ),
)
KINDS = [SIMPLIFY, EXPAND, FACTOR, EVALUATE, FUNCTION, SLOPE, INTERCEPT, TWO_POINTS]


# --- reading --------------------------------------------------------------------------------------------------------


def _evaluated(found: dict[str, Any]) -> Problem | None:
    values: dict[str, Given] = {}
    for part in found["settings"].replace(" and ", ",").split(","):
        equation = parse_equation(part.strip()) if part.strip() else None
        if equation is None or equation.relation != "=" or not isinstance(equation.left, Letter):
            return None
        value = given_number(equation.right)
        if value is None or equation.left.name in values:
            return None
        values[equation.left.name] = value
    names = "".join(sorted(values))
    ordered: Any = tuple(values[name] for name in names)
    node = parse_expression(found["expression"])
    if node is None or sorted(letters(node)) != sorted(names):
        return None
    return EVALUATE.problem({"expression": found["expression"], "letters": names, "values": ordered})


def _function(found: dict[str, Any]) -> Problem | None:
    if found["name"] != found["again"] or found["letter"] not in found["expression"]:
        return None
    node = parse_expression(found["expression"])
    if node is None or sorted(letters(node)) != [found["letter"]]:
        return None
    given: dict[str, Given] = {"letters": found["letter"], "values": (found["value"],), "name": found["name"]}
    return FUNCTION.problem({**given, "expression": found["expression"]})


def _line_of(kind: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        given = _line_given(found["expression"])
        return None if given is None else kind.problem(given)

    return build


_OBJECT = r"(?:the )?(?:following )?(?:algebraic )?(?:expression)?:? ?"
_SETTINGS = r"(?P<settings>[a-zA-Z] ?= ?.+)"
RULES: list[Rule] = [
    rule(
        rf"(?:simplify|combine like terms(?: in)?):? ?{_OBJECT}{{expression:algebra}}(?: by "
        rf"combining like terms)?",
        SIMPLIFY.problem,
    ),
    rule(
        rf"(?:use the distributive property to )?(?:expand|multiply out)(?: and simplify)?:? "
        rf"?{_OBJECT}{{expression:algebra}}",
        EXPAND.problem,
    ),
    rule(
        rf"(?:factori[sz]e|factor)(?: completely| fully| out the (?:greatest )?common factor(?: "
        rf"of| from)?)?:? ?{_OBJECT}{{expression:algebra}}(?: completely| fully)?",
        FACTOR.problem,
    ),
    rule(
        rf"{_OBJECT}{{expression:algebra}},? (?:when|if|for|where|given(?: that)?|at) {_SETTINGS}", _evaluated
    ),
    rule(
        rf"(?:if|given(?: that)?|when) {_SETTINGS}, ?(?:what is|find|evaluate|calculate|work "
        rf"out)(?: the value of)? {{expression:algebra}}",
        _evaluated,
    ),
    rule(
        r"(?:(?:if|let|given(?: that)?|suppose|the function) )?{name:letter} ?\({letter:letter}\) "
        r"?= ?{expression:algebra}[.,;] ?(?:what is|find|evaluate|calculate)(?: the value of)? "
        r"{again:letter} ?\( ?{value:number} ?\)",
        _function,
    ),
    rule(r"(?:find )?the (?:slope|gradient) of (?:the line )?y ?= ?{expression:algebra}", _line_of(SLOPE)),
    rule(r"(?:find )?the y-intercept of (?:the line )?y ?= ?{expression:algebra}", _line_of(INTERCEPT)),
    rule(
        r"the (?:slope|gradient) of the line (?:that )?(?:passes |passing |going )?through (?:the "
        r"points )?\({x1:number}, ?{y1:number}\) and \({x2:number}, ?{y2:number}\)",
        TWO_POINTS.problem,
    ),
]
