"""Expressions with values put in for the letters, functions, and lines read from their equations or points."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from ...expressions import (
    Binary,
    Letter,
    Node,
    Number,
    Unary,
    evaluate,
    letters,
    number_source,
    parse_equation,
    parse_expression,
    written,
)
from ..number.order import steps_of
from ..problem import Given, Kind, Problem, formula, given_number, like_expression, like_number, said
from ..wording import Rule, rule
from .algebra import expression_of
from .polynomials import coefficient, degree, polynomial


def put_in(node: Node, values: Mapping[str, int | Fraction | Decimal]) -> Node:
    """The expression with values in place of its letters; a letter without one stays."""
    match node:
        case Letter(name) if name in values:
            value = Fraction(values[name])
            number = Number(abs(value), "integer", number_source(abs(value)))
            return number if value >= 0 else Unary("-", number)
        case Unary(operator, operand):
            return Unary(operator, put_in(operand, values))
        case Binary(operator, left, right):
            return Binary(operator, put_in(left, values), put_in(right, values))
        case _:
            return node


def _values(problem: Problem) -> dict[str, int | Fraction | Decimal]:
    return dict(zip(problem["letters"], problem["values"], strict=True))


def _substituted(problem: Problem) -> Node:
    return put_in(expression_of(problem), _values(problem))


def _with_values(problem: Problem) -> bool:
    return (
        sorted(letters(expression_of(problem))) == sorted(problem["letters"])
        and evaluate(_substituted(problem)) is not None
    )


def _value_features(problem: Problem) -> object:
    value = evaluate(_substituted(problem))
    return None if value is None else (value.denominator == 1, value > 0)


def _vary_values(problem: Problem, random: Random) -> dict[str, Given]:
    return {
        **dict(problem.given),
        "expression": like_expression(random, problem["expression"]),
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


CROSSING = Kind(
    "line_x_crossing",
    "point on the x-axis",
    ("expression", "slope", "intercept"),
    lambda problem: (
        "slope_times_x = -intercept  # Let y be zero and bring the number over.\n"
        "x_value = Fraction(slope_times_x, slope)  # Divide by the slope.\n"
        'answer = "(" + str(x_value) + ", 0)"  # Write the point.'
    ),
    lambda problem: f"Where does the line y = {problem['expression']} cross the x-axis?",
    lambda problem: problem["slope"] != 0 and problem["intercept"] != 0,
    lambda problem: (
        (Fraction(problem["intercept"]) / problem["slope"]).denominator == 1,
        problem["intercept"] > 0,
        problem["slope"] > 0,
    ),
    lambda problem, random: _vary_line(problem, random),
)
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
KINDS = [EVALUATE, FUNCTION, CROSSING, SLOPE, INTERCEPT, TWO_POINTS]


# --- reading --------------------------------------------------------------------------------------------------------


def read_settings(text: str) -> dict[str, int | Fraction | Decimal] | None:
    """The values that "a = 4 and b = -3" gives letters; None for anything else."""
    values: dict[str, int | Fraction | Decimal] = {}
    for part in text.replace(" and ", ",").split(","):
        equation = parse_equation(part.strip()) if part.strip() else None
        if not part.strip():
            continue
        if equation is None or equation.relation != "=" or not isinstance(equation.left, Letter):
            return None
        value = given_number(equation.right)
        if value is None or equation.left.name in values:
            return None
        values[equation.left.name] = value
    return values or None


def _evaluated(found: dict[str, Any]) -> Problem | None:
    values = read_settings(found["settings"])
    if values is None:
        return None
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


_OBJECT = r"(?:the )?(?:following )?(?:algebraic )?(?:expression)?[:.;]? ?"
_SETTINGS = r"(?P<settings>[a-zA-Z] ?= ?.+)"
RULES: list[Rule] = [
    rule(
        rf"(?:evaluate )?{_OBJECT}(?:when|if|for|where) (?P<settings>[^:;]+)[:;] ?{{expression:algebra}}",
        _evaluated,
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
        rf"(?:substitute|put|plug) {_SETTINGS} (?:into|in) {_OBJECT}{{expression:algebra}}(?: and "
        r"(?:evaluate|work it out))?",
        _evaluated,
    ),
    rule(
        rf"{_SETTINGS}[.;] ?(?:what is|find|evaluate|calculate|work out)(?: the value of)? {{expression:algebra}}",
        _evaluated,
    ),
    rule(
        r"(?:(?:if|let|given(?: that)?|suppose|consider(?: the function)?|the function) )?"
        r"{name:letter} ?\({letter:letter}\) "
        r"?= ?{expression:algebra}[.,;] ?(?:what is|find|evaluate|calculate)(?: the value of)? "
        r"{again:letter} ?\( ?{value:number} ?\)",
        _function,
    ),
    rule(
        r"(?:where|at (?:what|which) point) does the (?:straight )?(?:line|graph of) y ?= ?{expression:algebra} "
        r"(?:cross|cut|intersect|meet) the x[- ]axis",
        _line_of(CROSSING),
    ),
    rule(r"(?:find )?the (?:slope|gradient) of (?:the line )?y ?= ?{expression:algebra}", _line_of(SLOPE)),
    rule(r"(?:find )?the y-intercept of (?:the line )?y ?= ?{expression:algebra}", _line_of(INTERCEPT)),
    rule(
        r"the (?:slope|gradient) of the line (?:that )?(?:passes |passing |going )?through (?:the "
        r"points )?\({x1:number}, ?{y1:number}\) and \({x2:number}, ?{y2:number}\)",
        TWO_POINTS.problem,
    ),
]
