"""Lengths, areas, volumes and angles of the school shapes, and right triangles.

All lengths of a problem are in one unit, kept in `unit` ("" if none is named); the answer is the number alone.
"""

from collections.abc import Callable
from fractions import Fraction
from random import Random

from ..expressions import exact_root
from .problem import Given, Kind, Problem, formula, like, like_number, positive, said


def _shape(
    name: str,
    wanted: str,
    given: str,
    steps: str,
    phrase: str,
    *,
    sane: Callable[[Problem], bool] = positive,
    features: Callable[[Problem], object] = lambda problem: None,
) -> Kind:
    """A kind whose numbers are lengths above zero; the phrase gives the unit with `{unit}`."""
    return formula(name, wanted, f"{given} unit", steps, phrase, sane=sane, features=features)


def _measured(problem: Problem, name: str) -> str:
    return f"{said(problem[name])} {problem['unit']}".strip()


def _squared(problem: Problem) -> str:
    return f" square {problem['unit']}" if problem["unit"] else ""


def _even(*names: str) -> Callable[[Problem], object]:
    def features(problem: Problem) -> object:
        product = Fraction(1)
        for name in names:
            product *= Fraction(problem[name])
        return product % 2 == 0

    return features


RECTANGLE_AREA = _shape(
    "rectangle_area",
    "area",
    "length width",
    "answer = length * width  # Multiply the length by the width.",
    "What is the area of a rectangle with length {length} {unit} and width {width} {unit}?",
)
RECTANGLE_PERIMETER = _shape(
    "rectangle_perimeter",
    "perimeter",
    "length width",
    "half_perimeter = length + width  # Add the length and the width.\n"
    "answer = 2 * half_perimeter  # There are two of each: double it.",
    "What is the perimeter of a rectangle with length {length} {unit} and width {width} {unit}?",
)
RECTANGLE_SIDE = Kind(
    "rectangle_side",
    "side",
    ("area", "side", "unit"),
    lambda problem: "answer = Fraction(area, side)  # Divide the area by the side that is known.",
    lambda problem: (
        f"A rectangle has an area of {said(problem['area'])}{_squared(problem)} "
        f"and a length of {_measured(problem, 'side')}. What is its width?"
    ),
    positive,
    lambda problem: Fraction(problem["area"]) % Fraction(problem["side"]) == 0,
)
SQUARE_AREA = _shape(
    "square_area",
    "area",
    "side",
    "answer = side * side  # Multiply the side by itself.",
    "What is the area of a square with side {side} {unit}?",
)
SQUARE_PERIMETER = _shape(
    "square_perimeter",
    "perimeter",
    "side",
    "answer = 4 * side  # All four sides are as long.",
    "What is the perimeter of a square with side {side} {unit}?",
)
SQUARE_SIDE = _shape(
    "square_side",
    "side",
    "perimeter",
    "answer = Fraction(perimeter, 4)  # All four sides are as long: divide by four.",
    "A square has a perimeter of {perimeter} {unit}. How long is each side?",
    features=lambda problem: Fraction(problem["perimeter"]) % 4 == 0,
)
TRIANGLE_AREA = _shape(
    "triangle_area",
    "area",
    "base height",
    "rectangle = base * height  # Multiply the base by the height.\nanswer = Fraction(rectangle, 2)  # A triangle is half of that.",
    "What is the area of a triangle with base {base} {unit} and height {height} {unit}?",
    features=_even("base", "height"),
)
TRIANGLE_PERIMETER = _shape(
    "triangle_perimeter",
    "perimeter",
    "first second third",
    "answer = first + second + third  # Add the three sides.",
    "What is the perimeter of a triangle with sides {first} {unit}, {second} {unit} and {third} {unit}?",
    sane=lambda problem: positive(problem) and _closes(problem),
)
PARALLELOGRAM_AREA = _shape(
    "parallelogram_area",
    "area",
    "base height",
    "answer = base * height  # Multiply the base by the height.",
    "What is the area of a parallelogram with base {base} {unit} and height {height} {unit}?",
)
TRAPEZOID_AREA = _shape(
    "trapezoid_area",
    "area",
    "first_base second_base height",
    "sum_of_bases = first_base + second_base  # Add the parallel sides.\n"
    "product = sum_of_bases * height  # Multiply by the height.\n"
    "answer = Fraction(product, 2)  # Halve it.",
    "What is the area of a trapezoid with bases {first_base} {unit} and {second_base} {unit} and height {height} {unit}?",
    features=lambda problem: (
        Fraction(problem["first_base"] + problem["second_base"]) * Fraction(problem["height"]) % 2 == 0
    ),
)


def _closes(problem: Problem) -> bool:
    sides = sorted(Fraction(problem[name]) for name in ("first", "second", "third"))
    return sides[0] + sides[1] > sides[2]


def _circle(name: str, wanted: str, given: str, steps: str) -> list[Kind]:
    """With exact pi, and with the value the problem says to use for it."""
    words = f"What is the {wanted} of a circle with {given} {{{given}}} {{unit}}?"
    return [_shape(name, wanted, given, steps, words), _with_pi(name, wanted, given, steps, words)]


def _with_pi(name: str, wanted: str, given: str, steps: str, words: str) -> Kind:
    plain = _shape(
        f"{name}_with_given_pi", wanted, f"{given} pi_value", steps.replace("pi *", "pi_value *"), words
    )
    return Kind(
        plain.name,
        wanted,
        plain.given,
        plain.steps,
        lambda problem: f"{plain.phrase(problem)} Use {problem['pi_value']} for pi.",
        positive,
        vary=lambda problem, random: {**dict(problem.given), given: like_number(random, problem[given])},
    )


CIRCLES = [
    *_circle(
        "circle_area",
        "area",
        "radius",
        "radius_squared = radius * radius  # Square the radius.\nanswer = pi * radius_squared  # Multiply by pi.",
    ),
    *_circle(
        "circle_circumference",
        "circumference",
        "radius",
        "diameter = 2 * radius  # The diameter is twice the radius.\nanswer = pi * diameter  # Multiply by pi.",
    ),
    *_circle(
        "circle_area_from_diameter",
        "area",
        "diameter",
        "radius = Fraction(diameter, 2)  # The radius is half the diameter.\n"
        "radius_squared = radius * radius  # Square the radius.\n"
        "answer = pi * radius_squared  # Multiply by pi.",
    ),
    *_circle(
        "circle_circumference_from_diameter",
        "circumference",
        "diameter",
        "answer = pi * diameter  # Multiply the diameter by pi.",
    ),
]
CUBOID_VOLUME = _shape(
    "cuboid_volume",
    "volume",
    "length width height",
    "base_area = length * width  # Find the area of the base.\nanswer = base_area * height  # Multiply by the height.",
    "What is the volume of a rectangular prism with length {length} {unit}, width {width} {unit} and height {height} {unit}?",
)
CUBOID_SURFACE = _shape(
    "cuboid_surface_area",
    "surface area",
    "length width height",
    "bottom = length * width  # Find the area of the bottom.\n"
    "front = length * height  # Find the area of the front.\n"
    "side = width * height  # Find the area of a side.\n"
    "one_of_each = bottom + front + side  # Add one of each.\n"
    "answer = 2 * one_of_each  # There are two of each.",
    "What is the surface area of a rectangular prism with length {length} {unit}, width {width} {unit} and height {height} {unit}?",
)
CUBE_VOLUME = _shape(
    "cube_volume",
    "volume",
    "side",
    "base_area = side * side  # Find the area of the base.\nanswer = base_area * side  # Multiply by the height.",
    "What is the volume of a cube with side {side} {unit}?",
)
CUBE_SURFACE = _shape(
    "cube_surface_area",
    "surface area",
    "side",
    "one_face = side * side  # Find the area of one face.\nanswer = 6 * one_face  # A cube has six faces.",
    "What is the surface area of a cube with side {side} {unit}?",
)
CYLINDER = _shape(
    "cylinder_volume",
    "volume",
    "radius height",
    "base_area = pi * radius * radius  # Find the area of the base.\nanswer = base_area * height  # Multiply by the height.",
    "What is the volume of a cylinder with radius {radius} {unit} and height {height} {unit}?",
)
CONE = _shape(
    "cone_volume",
    "volume",
    "radius height",
    "cylinder = pi * radius * radius * height  # Find the volume of the cylinder around it.\n"
    "answer = cylinder / 3  # A cone is a third of that.",
    "What is the volume of a cone with radius {radius} {unit} and height {height} {unit}?",
)
SPHERE = _shape(
    "sphere_volume",
    "volume",
    "radius",
    "radius_cubed = radius * radius * radius  # Cube the radius.\nanswer = 4 * pi * radius_cubed / 3  # Multiply by pi and four thirds.",
    "What is the volume of a sphere with radius {radius} {unit}?",
)


# --- angles and right triangles -------------------------------------------------------------------------------------


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
        f"A right triangle has legs {_measured(problem, 'first_leg')} and {_measured(problem, 'second_leg')}. What is the hypotenuse?"
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
        f"A right triangle has a hypotenuse of {_measured(problem, 'hypotenuse')} and one leg of {_measured(problem, 'leg')}. Find the other leg."
    ),
    lambda problem: positive(problem) and problem["leg"] < problem["hypotenuse"],
    _right_features,
    _vary_right,
)
KINDS = [
    *[
        RECTANGLE_AREA,
        RECTANGLE_PERIMETER,
        RECTANGLE_SIDE,
        SQUARE_AREA,
        SQUARE_PERIMETER,
        SQUARE_SIDE,
        TRIANGLE_AREA,
    ],
    *[
        TRIANGLE_PERIMETER,
        PARALLELOGRAM_AREA,
        TRAPEZOID_AREA,
        *CIRCLES,
        CUBOID_VOLUME,
        CUBOID_SURFACE,
        CUBE_VOLUME,
    ],
    *[
        CUBE_SURFACE,
        CYLINDER,
        CONE,
        SPHERE,
        THIRD_ANGLE,
        COMPLEMENT,
        SUPPLEMENT,
        INTERIOR_ANGLES,
        HYPOTENUSE,
        LEG,
    ],
]
