"""Two points in the plane: the distance between them, the point halfway, and how the slope between them is asked."""

from fractions import Fraction

from ...expressions import exact_root
from ..algebra.functions import TWO_POINTS
from ..problem import Kind, Problem, formula, said
from ..wording import Rule, rule
from .angles import rooted


def _square(problem: Problem) -> Fraction:
    return (Fraction(problem["x2"]) - Fraction(problem["x1"])) ** 2 + (
        Fraction(problem["y2"]) - Fraction(problem["y1"])
    ) ** 2


def _points(problem: Problem) -> str:
    x1, y1, x2, y2 = (said(problem[name]) for name in ("x1", "y1", "x2", "y2"))
    return f"({x1}, {y1}) and ({x2}, {y2})"


def _apart(problem: Problem) -> bool:
    return (problem["x1"], problem["y1"]) != (problem["x2"], problem["y2"])


DISTANCE = Kind(
    "distance_between_points",
    "distance",
    ("x1", "y1", "x2", "y2"),
    lambda problem: (
        "across = x2 - x1  # Find how far apart they are across.\n"
        "up = y2 - y1  # Find how far apart they are upwards.\n"
        "sum_of_squares = across * across + up * up  # They are the legs of a right triangle: add their squares.\n"
        + rooted("sum_of_squares", _square(problem))
    ),
    lambda problem: f"What is the distance between the points {_points(problem)}?",
    _apart,
    lambda problem: exact_root(_square(problem), 2) is not None,
)
MIDPOINT = formula(
    "midpoint",
    "midpoint",
    "x1 y1 x2 y2",
    "x_sum = x1 + x2  # Add the x-coordinates.\n"
    "y_sum = y1 + y2  # Add the y-coordinates.\n"
    "answer = (Fraction(x_sum, 2), Fraction(y_sum, 2))  # Halve both sums.",
    "What is the midpoint of ({x1}, {y1}) and ({x2}, {y2})?",
    sane=_apart,
    features=lambda problem: (
        Fraction(problem["x1"] + problem["x2"]) % 2 == 0,
        Fraction(problem["y1"] + problem["y2"]) % 2 == 0,
    ),
)
KINDS = [DISTANCE, MIDPOINT]

_ONE, _TWO = (rf"(?:[A-Z] ?=? ?)?\( ?{{x{n}:number}} ?, ?{{y{n}:number}} ?\)" for n in (1, 2))
_AND = r"(?: and |, | to )(?:the point )?"
_BOTH = rf"(?:(?:the )?(?:two )?(?:points|coordinates) )?(?:at )?{_ONE}{_AND}{_TWO}"
_SEGMENT = (
    r"(?:the )?(?:line segment|line|segment)(?: [A-Z]{2})?(?: (?:joining|that joins|connecting|"
    r"from|with end ?points(?: at)?|between|joins))?"
)
_SLOPE = r"(?:the )?(?:slope|gradient) of "
_THROUGH = (
    r"(?:(?:that |which )?(?:passes|passing|goes|going|runs|running) through|through|joining|"
    r"connecting|between|containing|that contains|that joins|from)"
)
RULES: list[Rule] = [
    rule(
        rf"(?:how far is it |how far apart are |(?:the )?(?:exact )?distance )(?:between |from )?{_BOTH}",
        DISTANCE.problem,
    ),
    rule(rf"(?:the )?length of {_SEGMENT} {_BOTH}", DISTANCE.problem),
    rule(
        rf"(?:the )?(?:coordinates of (?:the )?)?mid-?point (?:of|between) (?:{_SEGMENT} )?{_BOTH}",
        MIDPOINT.problem,
    ),
    rule(
        rf"(?:the )?(?:slope|gradient) (?:of|between) (?:the line |the line segment )?(?:{_THROUGH} )?{_BOTH}",
        TWO_POINTS.problem,
    ),
    rule(rf"{_SLOPE}the line (?:segment )?{_THROUGH} {_BOTH}", TWO_POINTS.problem),
    rule(
        rf"a (?:straight )?line (?:passes|goes|runs) through {_BOTH}[.;,] ASK (?:its|the) (?:slope|"
        rf"gradient)(?: of the line)?",
        TWO_POINTS.problem,
    ),
]
