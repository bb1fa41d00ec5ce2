"""Angles of triangles and polygons, and the sides of right triangles."""

from fractions import Fraction
from random import Random

from ..expressions import exact_root
from .problem import Given, Kind, Problem, formula, like, measured, positive


def _angle(name: str, wanted: str, total: int, given: str, phrase: str) -> Kind:
    names = given.split()
    lines = f"known = {' + '.join(names)}  # Add the angles that are known.\n" if len(names) > 1 else ""
    steps = (
        f"{lines}answer = {total} - {'known' if lines else names[0]}  # Together they make {total} degrees."
    )
    return formula(
        name,
        wanted,
        given,
        steps,
        phrase,
        sane=lambda problem: positive(problem) and sum(Fraction(problem[name]) for name in names) < total,
    )


THIRD_ANGLE = _angle(
    "triangle_angle",
    "third angle",
    180,
    "first second",
    "Two angles of a triangle are {first}° and {second}°. What is the third angle?",
)
COMPLEMENT = _angle("complement", "complement", 90, "angle", "What is the complement of a {angle}° angle?")
SUPPLEMENT = _angle("supplement", "supplement", 180, "angle", "What is the supplement of a {angle}° angle?")
POLYGONS = {
    "triangle": 3,
    "quadrilateral": 4,
    "pentagon": 5,
    "hexagon": 6,
    "heptagon": 7,
    "octagon": 8,
    "nonagon": 9,
    "decagon": 10,
}
INTERIOR_ANGLES = Kind(
    "interior_angle_sum",
    "sum of the angles",
    ("sides",),
    lambda problem: (
        "triangles = sides - 2  # Cut the polygon into triangles from one corner.\n"
        "answer = 180 * triangles  # Each triangle has 180 degrees."
    ),
    lambda problem: f"What is the sum of the interior angles of a polygon with {problem['sides']} sides?",
    lambda problem: problem["sides"] >= 3,
    vary=lambda problem, random: {"sides": random.randrange(3, 13)},
)


def _rooted(code: str, square: Fraction, name: str) -> str:
    """The last step: an exact root where there is one."""
    if exact_root(square, 2) is None:
        return f"answer = sqrt({code})  # Take the square root."
    if square.denominator == 1:
        return f"answer = isqrt(int({code}))  # Take the square root."
    return f"answer = Fraction(isqrt({code}.numerator), isqrt({code}.denominator))  # Take the square root."


def _hypotenuse_steps(problem: Problem) -> str:
    first, second = Fraction(problem["first_leg"]), Fraction(problem["second_leg"])
    return (
        "first_square = first_leg * first_leg  # Square the first leg.\n"
        "second_square = second_leg * second_leg  # Square the second leg.\n"
        "sum_of_squares = first_square + second_square  # Add the squares.\n"
        + _rooted("sum_of_squares", first * first + second * second, "hypotenuse")
    )


def _leg_steps(problem: Problem) -> str:
    hypotenuse, leg = Fraction(problem["hypotenuse"]), Fraction(problem["leg"])
    return (
        "hypotenuse_square = hypotenuse * hypotenuse  # Square the hypotenuse.\n"
        "leg_square = leg * leg  # Square the leg that is known.\n"
        "difference_of_squares = hypotenuse_square - leg_square  # Take one from the other.\n"
        + _rooted("difference_of_squares", hypotenuse * hypotenuse - leg * leg, "leg")
    )


_TRIPLES = (
    (3, 4, 5),
    (5, 12, 13),
    (8, 15, 17),
    (7, 24, 25),
    (6, 8, 10),
    (9, 12, 15),
    (12, 16, 20),
    (20, 21, 29),
)


def _vary_right(problem: Problem, random: Random) -> dict[str, Given]:
    """A Pythagorean triple for one, else legs like those given."""
    one, other, longest = random.choice(_TRIPLES)
    names = [name for name, _ in problem.given]
    if _right_features(problem):
        values = {"first_leg": one, "second_leg": other, "hypotenuse": longest, "leg": other}
    else:
        values = {name: like(random, int(problem[name])) for name in names if name != "unit"}
    return {name: values[name] if name in values else str(problem["unit"]) for name in names}


def _right_features(problem: Problem) -> object:
    if problem.kind == "hypotenuse":
        square = Fraction(problem["first_leg"]) ** 2 + Fraction(problem["second_leg"]) ** 2
    else:
        square = Fraction(problem["hypotenuse"]) ** 2 - Fraction(problem["leg"]) ** 2
    return exact_root(square, 2) is not None if square > 0 else None


HYPOTENUSE = Kind(
    "hypotenuse",
    "hypotenuse",
    ("first_leg", "second_leg", "unit"),
    _hypotenuse_steps,
    lambda problem: (
        f"A right triangle has legs {measured(problem, 'first_leg')} and "
        f"{measured(problem, 'second_leg')}. What is the hypotenuse?"
    ),
    positive,
    _right_features,
    _vary_right,
)
LEG = Kind(
    "right_triangle_leg",
    "leg",
    ("hypotenuse", "leg", "unit"),
    _leg_steps,
    lambda problem: (
        f"A right triangle has a hypotenuse of {measured(problem, 'hypotenuse')} and one leg of "
        f"{measured(problem, 'leg')}. Find the other leg."
    ),
    lambda problem: positive(problem) and problem["leg"] < problem["hypotenuse"],
    _right_features,
    _vary_right,
)
KINDS = [THIRD_ANGLE, COMPLEMENT, SUPPLEMENT, INTERIOR_ANGLES, HYPOTENUSE, LEG]
