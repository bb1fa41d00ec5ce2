"""Straight lines: the equation through a point or two, and slope and intercepts of ax + by = c."""

from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

from ...expressions import Binary, Equation, parse_equation, written
from ..problem import Given, Kind, Problem, formula, like_expression, said
from ..wording import Rule, rule
from .equation_wordings import read_equation
from .polynomials import coefficient, degree, letters_of, polynomial

_WRITE = (
    'answer = "y = " + str(slope * symbols("x") + intercept).replace("*", "")  # Put both into y = mx + b.'
)
_FROM_POINT = (
    "slope_times_x = slope * x1  # Multiply the slope by the point's x.\n"
    "intercept = y1 - slope_times_x  # Take that from the point's y: this is where the line crosses the y-axis.\n"
    f"{_WRITE}"
)
THROUGH_POINT = formula(
    "line_through_point",
    "equation",
    "slope x1 y1",
    _FROM_POINT,
    "Write the equation of the line with slope {slope} through ({x1}, {y1}).",
    sane=lambda problem: problem["slope"] != 0 and problem["x1"] != 0,
    features=lambda problem: (
        problem["slope"] > 0,
        abs(problem["slope"]) == 1,
        Fraction(problem["slope"]).denominator == 1,
        (Fraction(problem["y1"]) - Fraction(problem["slope"]) * Fraction(problem["x1"])) > 0,
    ),
)
THROUGH_POINTS = formula(
    "line_through_points",
    "equation",
    "x1 y1 x2 y2",
    "rise = y2 - y1  # Find how much y changes.\n"
    "run = x2 - x1  # Find how much x changes.\n"
    f"slope = Fraction(rise, run)  # Divide the rise by the run.\n{_FROM_POINT}",
    "Write the equation of the line through ({x1}, {y1}) and ({x2}, {y2}).",
    sane=lambda problem: (
        problem["x1"] != problem["x2"] and problem["y1"] != problem["y2"] and problem["x1"] != 0
    ),
    features=lambda problem: (
        Fraction(problem["y2"] - problem["y1"], problem["x2"] - problem["x1"]).denominator == 1
    ),
)


# --- ax + by = c ----------------------------------------------------------------------------------------------------


def _standard(text: str) -> dict[str, Given] | None:
    """a, b and c of a line in x and y that is not solved for y."""
    equation = parse_equation(text)
    return None if equation is None or equation.relation != "=" else _standard_of(equation)


def _standard_of(equation: Equation) -> dict[str, Given] | None:
    difference = polynomial(Binary("-", equation.left, equation.right))
    if difference is None or degree(difference) != 1 or letters_of(difference) != {"x", "y"}:
        return None
    a, b, c = (coefficient(difference, name) for name in (("x",), ("y",), ()))
    sides: dict[str, Given] = {"left": written(equation.left), "right": written(equation.right)}
    return None if sides["left"] == "y" else {**sides, "a": a, "b": b, "c": -c}


def _vary(problem: Problem, random: Random) -> dict[str, Given]:
    sides = " = ".join(like_expression(random, problem[side]) for side in ("left", "right"))
    return _standard(sides) or dict(problem.given)


def _line(name: str, wanted: str, steps: str, top: str, bottom: str) -> Kind:
    return Kind(
        name,
        wanted,
        ("left", "right", "a", "b", "c"),
        lambda problem: steps,
        lambda problem: f"What is the {wanted} of the line {problem['left']} = {problem['right']}?",
        lambda problem: problem["a"] != 0 and problem["b"] != 0,
        lambda problem: (Fraction(problem[top]) / Fraction(problem[bottom])).denominator == 1,
        _vary,
    )


SLOPE = _line(
    "standard_line_slope",
    "slope",
    "x_on_the_right = -a  # Bring the line to ax + by = c and take the term with x to the right.\n"
    "answer = Fraction(x_on_the_right, b)  # Divide by the number before y: the slope stands before x.",
    "a",
    "b",
)
Y_INTERCEPT = _line(
    "standard_line_y_intercept",
    "y-intercept",
    "x_term = a * 0  # Bring the line to ax + by = c; on the y-axis x is zero.\n"
    "y_term = c - x_term  # So the term with y is all there is on the left.\n"
    "answer = Fraction(y_term, b)  # Divide by the number before y.",
    "c",
    "b",
)
X_INTERCEPT = _line(
    "standard_line_x_intercept",
    "x-intercept",
    "y_term = b * 0  # Bring the line to ax + by = c; on the x-axis y is zero.\n"
    "x_term = c - y_term  # So the term with x is all there is on the left.\n"
    "answer = Fraction(x_term, a)  # Divide by the number before x.",
    "c",
    "a",
)
KINDS = [THROUGH_POINT, THROUGH_POINTS, SLOPE, Y_INTERCEPT, X_INTERCEPT]


# --- reading --------------------------------------------------------------------------------------------------------


def _of(kind: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        given = _standard(found["line"])
        return None if given is None else kind.problem(given)

    return build


def _value_asked(found: dict[str, Any]) -> Problem | None:
    """For which x f(x) has a value: an equation."""
    if found["name"] != found["again"] or {found["letter"], found["letter_again"]} != {found["asked"]}:
        return None
    return read_equation(f"{found['expression']} = {said(found['value'])}", found["letter"])


_LINE = r"(?P<line>[^,;]{1,40}=[^,;]{1,40})"
_OF_LINE = rf"(?:of|for) (?:the )?(?:straight )?(?:line )?(?:with (?:the )?equation )?{_LINE}"
_EQUATION = r"(?:(?:write|find|give|state|determine) )?(?:the |an )?equation (?:of|for) (?:the |a )?(?:straight )?line"
_AT = r"(?:the point )?\( ?{x1:number} ?, ?{y1:number} ?\)"
_THROUGH = r"(?:(?:that )?(?:passes|passing|goes|going|which passes) )?through"
_FORM = r"(?:,? in (?:the form y ?= ?mx ?\+ ?[bc]|slope[- ]intercept form))?"
_STEEP = r"(?:with |has |having |whose )?(?:a )?(?:slope|gradient)(?: of| is| =)? ?{slope:number}"
_WHICH = (
    r"(?:for (?:which|what) (?:value of )?{asked:letter} (?:is|does)|(?:what|which) (?:value of )?{asked:letter} "
    r"(?:gives|makes)|(?:the )?(?:value of )?{asked:letter} (?:if|when|such that|for which|so that|where)|"
    r"solve(?: for {asked:letter})?)"
)
RULES: list[Rule] = [
    rule(rf"{_EQUATION} {_STEEP},? (?:and |that |which )*{_THROUGH} {_AT}{_FORM}", THROUGH_POINT.problem),
    rule(rf"{_EQUATION},? {_THROUGH} {_AT},? (?:and )?{_STEEP}{_FORM}", THROUGH_POINT.problem),
    rule(
        rf"a line has (?:a )?(?:slope|gradient) (?:of )?{{slope:number}} and passes through {_AT}[.;] "
        rf"{_EQUATION.replace('the |a ', 'the |this |a ')}{_FORM}",
        THROUGH_POINT.problem,
    ),
    rule(
        rf"{_EQUATION},? {_THROUGH} (?:the points )?{_AT} and \( ?{{x2:number}} ?, ?{{y2:number}} ?\){_FORM}",
        THROUGH_POINTS.problem,
    ),
    rule(rf"(?:find )?(?:the )?(?:slope|gradient) {_OF_LINE}", _of(SLOPE)),
    rule(rf"(?:find )?(?:the )?y[- ]intercept {_OF_LINE}", _of(Y_INTERCEPT)),
    rule(rf"(?:find )?(?:the )?x[- ]intercept {_OF_LINE}", _of(X_INTERCEPT)),
    rule(
        rf"(?:(?:if|let|given(?: that)?|suppose|the function) )?{{name:letter}} ?\({{letter:letter}}\) ?= ?"
        rf"{{expression:algebra}}[.,;] ?(?:find )?{_WHICH} {{again:letter}} ?\({{letter_again:letter}}\) "
        r"?(?:=|equal to|"
        r"equal|equals) ?{value:number}",
        _value_asked,
    ),
]
