"""Angles of triangles and polygons, and the sides of right triangles."""

from collections.abc import Callable
from fractions import Fraction
from random import Random

from ...expressions import exact_root
from ..problem import Given, Kind, Problem, formula, like, measured, positive, said


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


def rooted(code: str, square: Fraction) -> str:
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
        + rooted("sum_of_squares", first * first + second * second)
    )


def _leg_steps(problem: Problem) -> str:
    hypotenuse, leg = Fraction(problem["hypotenuse"]), Fraction(problem["leg"])
    return (
        "hypotenuse_square = hypotenuse * hypotenuse  # Square the hypotenuse.\n"
        "leg_square = leg * leg  # Square the leg that is known.\n"
        "difference_of_squares = hypotenuse_square - leg_square  # Take one from the other.\n"
        + rooted("difference_of_squares", hypotenuse * hypotenuse - leg * leg)
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


# --- angles that make up a whole ------------------------------------------------------------------------------------


def _rest(name: str, wanted: str, total: int, most: int, phrase: str) -> Kind:
    """One angle of several that make up a whole; `{angles}` in the phrase are those that are known."""

    def steps(problem: Problem) -> str:
        known = problem["angles"]
        if len(known) == 1:
            return f"answer = {total} - angles[0]  # Together they make {total} degrees."
        return (
            "known = sum(angles)  # Add the angles that are known.\n"
            f"answer = {total} - known  # Together they make {total} degrees."
        )

    def worded(problem: Problem) -> str:
        known = problem["angles"]
        *most_of, last = [f"{said(angle)}°" for angle in known]
        listed = f"{', '.join(most_of)} and {last}" if most_of else last
        some = f"{len(known)} of them are" if len(known) > 1 else "One of them is"
        return phrase.format(count=len(known) + 1, some=some, angles=listed)

    def sane(problem: Problem) -> bool:
        angles = [Fraction(angle) for angle in problem["angles"]]
        return 1 <= len(angles) <= most and all(angle > 0 for angle in angles) and sum(angles) < total

    return Kind(name, wanted, ("angles",), steps, worded, sane)


LINE = _rest(
    "angles_on_line",
    "angle",
    180,
    4,
    "{count} angles lie on a straight line. {some} {angles}. What is the other?",
)
POINT = _rest(
    "angles_around_point",
    "angle",
    360,
    5,
    "{count} angles meet around a point. {some} {angles}. What is the other?",
)
QUADRILATERAL = _rest(
    "quadrilateral_angle",
    "angle",
    360,
    3,
    "Three angles of a quadrilateral are {angles}. What is the fourth angle?",
)
ISOSCELES_TOP = formula(
    "isosceles_top_angle",
    "angle at the top",
    "base_angle",
    "both = 2 * base_angle  # The two base angles are equal.\n"
    "answer = 180 - both  # The angles of a triangle make 180 degrees.",
    "Each base angle of an isosceles triangle is {base_angle}°. Find the angle at the top.",
    sane=lambda problem: 0 < problem["base_angle"] < 90,
)
ISOSCELES_BASE = formula(
    "isosceles_base_angle",
    "base angle",
    "top_angle",
    "both = 180 - top_angle  # The two base angles make the rest of 180 degrees.\n"
    "answer = Fraction(both, 2)  # They are equal: halve it.",
    "The angle at the top of an isosceles triangle is {top_angle}°. Find the size of each base angle.",
    sane=lambda problem: 0 < problem["top_angle"] < 180,
    features=lambda problem: Fraction(problem["top_angle"]) % 2 == 0,
)
OPPOSITE = formula(
    "vertically_opposite_angle",
    "angle",
    "angle",
    "answer = angle  # Where two lines cross, opposite angles are equal.",
    "Two straight lines cross. One angle is {angle}°. What is the vertically opposite angle?",
    sane=lambda problem: 0 < problem["angle"] < 180,
)
EXTERIOR = formula(
    "triangle_exterior_angle",
    "exterior angle",
    "first second",
    "answer = first + second  # The exterior angle is the two angles away from it put together.",
    "Two interior angles of a triangle are {first}° and {second}°. Find the exterior angle at the third corner.",
    sane=lambda problem: positive(problem) and Fraction(problem["first"]) + Fraction(problem["second"]) < 180,
)
EACH_INTERIOR = Kind(
    "regular_interior_angle",
    "interior angle",
    ("sides",),
    lambda problem: (
        "triangles = sides - 2  # Cut the polygon into triangles from one corner.\n"
        "total = 180 * triangles  # Each triangle has 180 degrees.\n"
        "answer = Fraction(total, sides)  # All its angles are equal: share the total out."
    ),
    lambda problem: (
        f"What is the size of each interior angle of a regular polygon with {problem['sides']} sides?"
    ),
    lambda problem: 3 <= problem["sides"] <= 100,
    lambda problem: 360 % problem["sides"] == 0,
    lambda problem, random: {"sides": random.choice((3, 4, 5, 6, 8, 9, 10, 12, 15, 18, 20, 7, 11))},
)
EACH_EXTERIOR = Kind(
    "regular_exterior_angle",
    "exterior angle",
    ("sides",),
    lambda problem: "answer = Fraction(360, sides)  # Once around is 360 degrees: share it out equally.",
    lambda problem: (
        f"What is the size of each exterior angle of a regular polygon with {problem['sides']} sides?"
    ),
    lambda problem: 3 <= problem["sides"] <= 360,
    lambda problem: 360 % problem["sides"] == 0,
    lambda problem, random: {"sides": random.choice((3, 4, 5, 6, 8, 9, 10, 12, 15, 18, 20, 7, 11))},
)
_TURNS = (120, 90, 72, 60, 45, 40, 36, 30, 24, 20, 18, 15, 12, 10)


def _sides(name: str, steps: str, phrase: str, exterior: Callable[[Problem], Fraction]) -> Kind:
    """From an angle of a regular polygon to the number of its sides."""
    inside = name.endswith("interior")
    return Kind(
        name,
        "number of sides",
        ("angle",),
        lambda problem: steps,
        lambda problem: phrase.format(angle=said(problem["angle"])),
        lambda problem: 0 < exterior(problem) <= 120 and 360 % exterior(problem) == 0,
        vary=lambda problem, random: {
            "angle": 180 - random.choice(_TURNS) if inside else random.choice(_TURNS)
        },
    )


SIDES_FROM_EXTERIOR = _sides(
    "sides_from_exterior",
    "answer = Fraction(360, angle)  # Once around is 360 degrees: see how often the angle fits.",
    "Each exterior angle of a regular polygon is {angle}°. How many sides does it have?",
    lambda problem: Fraction(problem["angle"]),
)
SIDES_FROM_INTERIOR = _sides(
    "sides_from_interior",
    "exterior = 180 - angle  # Find the exterior angle beside it.\n"
    "answer = Fraction(360, exterior)  # Once around is 360 degrees: see how often it fits.",
    "Each interior angle of a regular polygon is {angle}°. How many sides does it have?",
    lambda problem: 180 - Fraction(problem["angle"]),
)
KINDS = [
    *[THIRD_ANGLE, COMPLEMENT, SUPPLEMENT, INTERIOR_ANGLES, HYPOTENUSE, LEG, LINE, POINT, QUADRILATERAL],
    *[ISOSCELES_TOP, ISOSCELES_BASE, OPPOSITE, EXTERIOR, EACH_INTERIOR, EACH_EXTERIOR],
    *[SIDES_FROM_EXTERIOR, SIDES_FROM_INTERIOR],
]
