"""From an area, a perimeter or a volume back to a side, and from one of them to another."""

from collections.abc import Callable
from fractions import Fraction
from math import prod
from random import Random

from ...expressions import exact_root
from ..problem import Given, Kind, Problem, formula, like, measured, positive, said
from ..wording import Rule, length_unit, rule


def _units(problem: Problem, power: str) -> str:
    return f" {power} {problem['unit']}" if problem["unit"] else ""


def _whole(problem: Problem, name: str, degree: int) -> bool:
    return exact_root(Fraction(problem[name]), degree) is not None


def _from_power(name: str, wanted: str, given: str, degree: int, steps: str, phrase: str) -> Kind:
    """From an area or a volume whose root is exact."""
    power = "square" if degree == 2 else "cubic"

    def vary(problem: Problem, random: Random) -> dict[str, Given]:
        return {given: random.randrange(2, 16) ** degree, "unit": problem["unit"]}

    return Kind(
        name,
        wanted,
        (given, "unit"),
        lambda problem: steps,
        lambda problem: phrase.format(value=f"{said(problem[given])}{_units(problem, power)}"),
        lambda problem: (
            isinstance(problem[given], int) and positive(problem) and _whole(problem, given, degree)
        ),
        vary=vary,
    )


SQUARE_SIDE_FROM_AREA = _from_power(
    "square_side_from_area",
    "side",
    "area",
    2,
    "answer = isqrt(area)  # The side times itself makes the area: take the square root.",
    "A square has an area of {value}. How long is each side?",
)
SQUARE_PERIMETER_FROM_AREA = _from_power(
    "square_perimeter_from_area",
    "perimeter",
    "area",
    2,
    "side = isqrt(area)  # The side times itself makes the area: take the square root.\n"
    "answer = 4 * side  # All four sides are as long.",
    "A square has an area of {value}. What is its perimeter?",
)
CUBE_SIDE = _from_power(
    "cube_side_from_volume",
    "side",
    "volume",
    3,
    "answer = root(volume, 3)  # The edge three times as a factor makes the volume: take the cube root.",
    "A cube has a volume of {value}. How long is each edge?",
)
SQUARE_AREA_FROM_PERIMETER = formula(
    "square_area_from_perimeter",
    "area",
    "perimeter unit",
    "side = Fraction(perimeter, 4)  # All four sides are as long: divide by four.\n"
    "answer = side * side  # Multiply the side by itself.",
    "A square has a perimeter of {perimeter} {unit}. What is its area?",
    sane=positive,
    features=lambda problem: Fraction(problem["perimeter"]) % 4 == 0,
)
RECTANGLE_SIDE_FROM_PERIMETER = formula(
    "rectangle_side_from_perimeter",
    "side",
    "perimeter side unit",
    "half = Fraction(perimeter, 2)  # The length and the width together are half of it.\n"
    "answer = half - side  # Take the side that is known.",
    "A rectangle has a perimeter of {perimeter} {unit} and a length of {side} {unit}. What is its width?",
    sane=lambda problem: positive(problem) and Fraction(problem["perimeter"]) > 2 * Fraction(problem["side"]),
    features=lambda problem: Fraction(problem["perimeter"]) % 2 == 0,
)


def _back(
    name: str, given: str, sides: str, steps: str, phrase: Callable[[Problem], str], times: int
) -> Kind:
    """A height from an area or a volume; twins of a whole one are whole."""
    names = sides.split()

    def height(problem: Problem) -> Fraction:
        return Fraction(problem[given] * times, prod(problem[side] for side in names))

    def vary(problem: Problem, random: Random) -> dict[str, Given]:
        values = {side: like(random, problem[side]) for side in names}
        amount = prod(values.values()) * random.randrange(2, 13)
        return {given: amount // times, **values, "unit": problem["unit"]}

    return Kind(
        name,
        "height",
        (given, *names, "unit"),
        lambda problem: steps,
        phrase,
        lambda problem: positive(problem) and all(isinstance(problem[side], int) for side in (given, *names)),
        lambda problem: height(problem).denominator == 1,
        vary,
    )


TRIANGLE_HEIGHT = _back(
    "triangle_height",
    "area",
    "base",
    "rectangle = 2 * area  # The rectangle around it is twice as large.\n"
    "answer = Fraction(rectangle, base)  # Divide it by the base.",
    lambda problem: (
        f"A triangle has an area of {said(problem['area'])}{_units(problem, 'square')} "
        f"and a base of {measured(problem, 'base')}. What is its height?"
    ),
    2,
)
PARALLELOGRAM_HEIGHT = _back(
    "parallelogram_height",
    "area",
    "base",
    "answer = Fraction(area, base)  # Divide the area by the base.",
    lambda problem: (
        f"A parallelogram has an area of {said(problem['area'])}{_units(problem, 'square')} "
        f"and a base of {measured(problem, 'base')}. What is its height?"
    ),
    1,
)
CUBOID_HEIGHT = _back(
    "cuboid_height",
    "volume",
    "length width",
    "base_area = length * width  # Find the area of the base.\n"
    "answer = Fraction(volume, base_area)  # Divide the volume by it.",
    lambda problem: (
        f"A cuboid has a volume of {said(problem['volume'])}{_units(problem, 'cubic')}, a length of "
        f"{measured(problem, 'length')} and a width of {measured(problem, 'width')}. What is its height?"
    ),
    1,
)
_NAMES = {
    3: "equilateral triangle",
    5: "regular pentagon",
    6: "regular hexagon",
    8: "regular octagon",
    7: "regular heptagon",
    9: "regular nonagon",
    10: "regular decagon",
    4: "rhombus",
}
REGULAR_PERIMETER = Kind(
    "regular_perimeter",
    "perimeter",
    ("sides", "side", "unit"),
    lambda problem: "answer = sides * side  # All the sides are as long: multiply.",
    lambda problem: (
        f"What is the perimeter of a {_NAMES[problem['sides']]} with side {measured(problem, 'side')}?".replace(
            "a equi", "an equi"
        )
    ),
    positive,
    vary=lambda problem, random: {
        "sides": random.choice([sides for sides in _NAMES if sides != 4]),
        "side": like(random, problem["side"]) if isinstance(problem["side"], int) else problem["side"],
        "unit": problem["unit"],
    },
)
KINDS = [
    *[SQUARE_SIDE_FROM_AREA, SQUARE_PERIMETER_FROM_AREA, CUBE_SIDE, SQUARE_AREA_FROM_PERIMETER],
    *[RECTANGLE_SIDE_FROM_PERIMETER, TRIANGLE_HEIGHT, PARALLELOGRAM_HEIGHT, CUBOID_HEIGHT, REGULAR_PERIMETER],
]


# --- reading --------------------------------------------------------------------------------------------------------


def _alone(kind: Kind) -> Callable[[dict[str, Given]], Problem | None]:
    """An area or a volume with its unit, where no length stands beside it."""

    def build(found: dict[str, Given]) -> Problem | None:
        unit = length_unit(str(found["area_unit"])) if "area_unit" in found else ""
        if unit is None or ("area_unit" in found and "unit" in found and unit != found["unit"]):
            return None
        return kind.problem({**found, "unit": found.get("unit", unit)})

    return build


def _regular(found: dict[str, Given]) -> Problem | None:
    shape = str(found["shape"]).lower()
    sides = next((sides for sides, name in _NAMES.items() if name == shape), None)
    return None if sides is None else REGULAR_PERIMETER.problem({**found, "sides": sides})


_SQUARED = (
    r"(?: ?(?:(?:square|sq\.?) ?)(?P<area_unit>[a-z]+)| ?(?P<area_unit>[a-z]{1,3}) ?(?:²|\^2|\^\{2\}))?"
)
_CUBED = r"(?: ?(?:cubic|cu\.?) ?(?P<area_unit>[a-z]+)| ?(?P<area_unit>[a-z]{1,3}) ?(?:³|\^3|\^\{3\}))?"
_SIDE = (
    r"(?:how long is (?:each|one|1|a|its|the) side|ASK (?:the |its )?(?:length of (?:each|one|1|a|"
    r"its|the) side|side length|side)(?: of the square)?)"
)
_EDGE = (
    r"(?:how long is (?:each|one|1|an|its|the) (?:edge|side)|ASK (?:the |its )?(?:length of "
    r"(?:each|one|1|an|its|the) (?:edge|side)|side length|edge length|edge|side)(?: of the cube)?)"
)


def _given(shape: str, measure: str, slot: str) -> str:
    """ "The area of a square is 49 cm²" and "a square has an area of 49 cm²"."""
    return (
        rf"(?:(?:if )?(?:the )?{measure} of an? {shape} is {slot}"
        rf"|(?:if )?an? {shape} (?:has|with) (?:an? |the )?{measure} (?:of |is )?{slot})"
    )


_BY_AREA = _given("square", "area", rf"{{area:number}}{_SQUARED}")
_BY_PERIMETER = _given("square", "perimeter", "{perimeter:length}")
_AREA_IS, _VOLUME_IS, _PERIMETER_IS = (
    rf"{{area:number}}{_SQUARED}",
    rf"{{volume:number}}{_CUBED}",
    "{perimeter:length}",
)
_RECTANGLE = _given("rectangle", "perimeter", _PERIMETER_IS)
_TRIANGLE = _given("triangle", "area", _AREA_IS)
_PARALLELOGRAM = _given("parallelogram", "area", _AREA_IS)
_CUBOID = _given("(?:cuboid|box|rectangular prism)", "volume", _VOLUME_IS)
_LENGTH, _WIDTH, _BASE = (
    rf"(?:an? |its |the )?(?:{names}) ?(?:is |of |= ?)?"
    for names in ("length|1 side|one side", "width|breadth", "base")
)
_ITS = r"(?:,? and |, |[.;] )"
RULES: list[Rule] = [
    rule(rf"{_BY_AREA}[.;,] ?{_SIDE}", _alone(SQUARE_SIDE_FROM_AREA)),
    rule(
        rf"(?:how long is )?(?:the )?(?:length of (?:the|each|a|one) )?(?:the |each |a )?side(?: "
        rf"length)? of a square (?:with|that has|whose)(?: an?)? area (?:of |is )?{{area:number}}{_SQUARED}",
        _alone(SQUARE_SIDE_FROM_AREA),
    ),
    rule(
        rf"{_BY_AREA}[.;,] ?ASK (?:its|the) perimeter(?: of the square)?", _alone(SQUARE_PERIMETER_FROM_AREA)
    ),
    rule(
        rf"(?:the )?perimeter of a square (?:with|that has|whose)(?: an?)? area (?:of |is )?{{area:number}}{_SQUARED}",
        _alone(SQUARE_PERIMETER_FROM_AREA),
    ),
    rule(
        rf"{_BY_PERIMETER}[.;,] ?ASK (?:its|the) area(?: of the square)?", SQUARE_AREA_FROM_PERIMETER.problem
    ),
    rule(
        r"(?:the )?area of a square (?:with|that has|whose)(?: a)? perimeter (?:of |is )?{perimeter:length}",
        SQUARE_AREA_FROM_PERIMETER.problem,
    ),
    rule(rf"{_given('cube', 'volume', rf'{{volume:number}}{_CUBED}')}[.;,] ?{_EDGE}", _alone(CUBE_SIDE)),
    rule(
        rf"(?:the )?(?:length of (?:the|each|an) )?(?:side|edge)(?: length)? of a cube (?:with|"
        rf"that has|whose)(?: a)? volume (?:of |is )?{{volume:number}}{_CUBED}",
        _alone(CUBE_SIDE),
    ),
    rule(
        rf"{_RECTANGLE}{_ITS}{_LENGTH}{{side:length}}[.;,] ?"
        rf"ASK (?:its|the) (?:width|breadth|other side)",
        RECTANGLE_SIDE_FROM_PERIMETER.problem,
    ),
    rule(
        rf"{_RECTANGLE}{_ITS}{_WIDTH}{{side:length}}[.;,] ?ASK (?:its|the) length",
        RECTANGLE_SIDE_FROM_PERIMETER.problem,
    ),
    rule(
        rf"{_TRIANGLE}{_ITS}{_BASE}{{base:length}}[.;,] ?ASK (?:its|the) height(?: of the triangle)?",
        _alone(TRIANGLE_HEIGHT),
    ),
    rule(
        rf"{_PARALLELOGRAM}{_ITS}{_BASE}{{base:length}}[.;,] ?ASK (?:its|the) height",
        _alone(PARALLELOGRAM_HEIGHT),
    ),
    rule(
        rf"{_CUBOID}{_ITS}{_LENGTH}{{length:length}}{_ITS}{_WIDTH}{{width:length}}[.;,] ?"
        r"ASK (?:its|the) height",
        _alone(CUBOID_HEIGHT),
    ),
    rule(
        r"(?:the )?perimeter of an? (?P<shape>equilateral triangle|regular [a-z]+|rhombus) "
        r"(?:with|of|whose|that has)(?: an?| each)? ?(?:side|sides|side length|sides of length|"
        r"side lengths)(?: of| is| are)? {side:length}(?: long)?",
        _regular,
    ),
    rule(
        r"(?:each|one|1|a|the) side of an? (?P<shape>equilateral triangle|regular [a-z]+|rhombus) "
        r"is {side:length}(?: long)?[.;,] ASK (?:its|the) perimeter(?: of the [a-z ]+)?",
        _regular,
    ),
]
