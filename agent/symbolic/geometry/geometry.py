"""Lengths, areas and volumes of the school shapes.

All lengths of a problem are in one unit, kept in `unit` ("" if none is named); the answer is the number alone.
"""

from collections.abc import Callable
from fractions import Fraction

from ..problem import Kind, Problem, formula, like_number, measured, positive, said


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
        f"and a length of {measured(problem, 'side')}. What is its width?"
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
    "rectangle = base * height  # Multiply the base by the height.\nanswer = Fraction(rectangle, "
    "2)  # A triangle is half of that.",
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
    "What is the area of a trapezoid with bases {first_base} {unit} and {second_base} {unit} and "
    "height {height} {unit}?",
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
        "radius_squared = radius * radius  # Square the radius.\nanswer = pi * radius_squared  # "
        "Multiply by pi.",
    ),
    *_circle(
        "circle_circumference",
        "circumference",
        "radius",
        "diameter = 2 * radius  # The diameter is twice the radius.\nanswer = pi * diameter  # "
        "Multiply by pi.",
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
    "base_area = length * width  # Find the area of the base.\nanswer = base_area * height  # "
    "Multiply by the height.",
    "What is the volume of a rectangular prism with length {length} {unit}, width {width} {unit} "
    "and height {height} {unit}?",
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
    "What is the surface area of a rectangular prism with length {length} {unit}, width {width} "
    "{unit} and height {height} {unit}?",
)
CUBE_VOLUME = _shape(
    "cube_volume",
    "volume",
    "side",
    "base_area = side * side  # Find the area of the base.\nanswer = base_area * side  # Multiply "
    "by the height.",
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
    "base_area = pi * radius * radius  # Find the area of the base.\nanswer = base_area * height  "
    "# Multiply by the height.",
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
    "radius_cubed = radius * radius * radius  # Cube the radius.\nanswer = 4 * pi * radius_cubed "
    "/ 3  # Multiply by pi and four thirds.",
    "What is the volume of a sphere with radius {radius} {unit}?",
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
    *[CUBE_SURFACE, CYLINDER, CONE, SPHERE],
]
