"""How problems about shapes are worded; the kinds are in `geometry.py`."""

from collections.abc import Callable
from typing import Any

from ..problem import Kind, Problem
from ..wording import Rule, length_unit, rule
from . import geometry as g

_A = r"(?:an? |the )?"
_AND = r"(?:,? and (?:an? |its )?(?:the )?|, (?:an? )?)"
_IS = r" ?(?:of |is |are |= ?|: ?|measures |measuring )?"
_PI = r"(?:π|\\?pi)"
_EXACT = (
    rf"(?:[.;,?]? ?\(?(?:leave|give|express|write) (?:your |the )?answer (?:in terms of|as a multiple "
    rf"of) {_PI}\)?|,? in terms of {_PI})?"
)
_USE = (
    rf"[.;,?]? ?\(?(?:use|using|take|let)? ?(?:{{pi_value:number}} (?:for|as) {_PI}|{_PI} ?(?:=|as|to "
    rf"be|≈) ?{{pi_value:number}})\)?"
)


def _attribute(noun: str, name: str) -> str:
    return rf"{_A}(?:{noun}){_IS}{{{name}:length}}"


def _attributes(*pairs: tuple[str, str]) -> str:
    return _AND.join(_attribute(noun, name) for noun, name in pairs)


def _checked(kind: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    """Declines when the answer is wanted in another unit than the lengths have."""

    def build(found: dict[str, Any]) -> Problem | None:
        for name in ("asked_unit", "area_unit"):
            if name in found and length_unit(found[name]) != found["unit"]:
                return None
        return kind.problem(found)

    return build


def _worded(kind: Kind, shape: str, measure: str, descriptions: list[str], tail: str = "") -> list[Rule]:
    """ "The MEASURE of a SHAPE with ..." and "A SHAPE has .... What is its MEASURE?", for each way to give lengths."""
    asked = r"(?:,? ?\(?in (?:square |cubic )?(?P<asked_unit>[a-z]+)\)?,?)?"
    rules: list[Rule] = []
    for described in descriptions:
        rules += [
            rule(
                rf"{_A}{measure}{asked} of {_A}{shape}(?:,)? ?(?:with|of|that has|which "
                rf"has|having|whose|that is|which is|measuring|if(?: its| the)?)? "
                rf"?{described}{tail}",
                _checked(kind),
            ),
            rule(
                rf"{_A}{shape} (?:has|with|is|measures|of)? ?{described}[.;,] ?ASK (?:its|the) "
                rf"{measure}(?: of the {shape})?{asked}{tail}",
                _checked(kind),
            ),
        ]
    return rules


def _named_first(
    kind: Kind, shape: str, measure: str, first: tuple[str, str], second: tuple[str, str]
) -> list[Rule]:
    """ "The base of a triangle is ... and its height is .... Find the area." """
    given = (
        rf"the {first[0]} of an? {shape} is {{{first[1]}:length}} and (?:its|the) {second[0]} is "
        rf"{{{second[1]}:length}}"
    )
    return [rule(rf"{given}[.;] ASK (?:its|the) {measure}(?: of the {shape})?", _checked(kind))]


_RECTANGLE = r"(?:rectangle|rectangular (?!prism|box|solid|tank)\w+)"
_BOX = r"(?:box|cuboid|rectangular (?:prism|box|solid|tank))"
_BY = r" ?(?:by|x|×|\\times) ?"
_SIDES_2 = [
    _attributes(("length", "length"), ("width|breadth", "width")),
    _attributes(("width|breadth", "width"), ("length", "length")),
    rf"{{length:length}} long{_AND}{{width:length}} wide",
    rf"{{width:length}} wide{_AND}{{length:length}} long",
    rf"(?:sides |dimensions )?(?:of )?{{length:length}}{_BY}{{width:length}}",
    r"sides (?:of )?(?:length )?{length:length} and {width:length}",
]
_SIDES_3 = [
    _attributes(("length", "length"), ("width|breadth", "width"), ("height|depth", "height")),
    rf"{{length:length}} long{_AND}{{width:length}} wide{_AND}{{height:length}} (?:high|tall|deep)",
    rf"(?:dimensions )?(?:of )?{{length:length}}{_BY}{{width:length}}{_BY}{{height:length}}",
]
_SIDE = [rf"(?:each )?(?:{_A}sides?(?: lengths?)?|edges?(?: lengths?)?){_IS}{{side:length}}(?: long)?"]
_BASE_HEIGHT = [
    _attributes(("base", "base"), ("height", "height")),
    _attributes(("height", "height"), ("base", "base")),
]
_THREE = [
    rf"(?:side lengths|sides|sides of length){_IS}{{first:length}}, ?{{second:length}},? and {{third:length}}"
]
_RADIUS_HEIGHT = [
    _attributes(("radius", "radius"), ("height", "height")),
    _attributes(("height", "height"), ("radius", "radius")),
]
_BASES = [
    rf"(?:bases|parallel sides)(?: of length)?{_IS}{{first_base:length}} and "
    rf"{{second_base:length}}{_AND}(?:height|altitude){_IS}{{height:length}}"
]
_SQUARED = r"(?: ?(?:(?:square|sq\.?) ?)?(?P<area_unit>[a-z]+)(?:²|\^2|\^\{2\})?)?"
_CIRCUMFERENCE = "(?:circumference|perimeter)"


def _circle_rules() -> list[Rule]:
    kinds = {kind.name: kind for kind in g.CIRCLES}
    rules: list[Rule] = []
    for name, measure, given in (
        ("circle_area", "area", "radius"),
        ("circle_circumference", _CIRCUMFERENCE, "radius"),
        ("circle_area_from_diameter", "area", "diameter"),
        ("circle_circumference_from_diameter", _CIRCUMFERENCE, "diameter"),
    ):
        described = [_attribute(given, given)]
        rules += _worded(kinds[name], "circle", measure, described, _EXACT)
        rules += _worded(kinds[f"{name}_with_given_pi"], "circle", measure, described, _USE)
    return rules


RULES: list[Rule] = [
    *_worded(g.RECTANGLE_AREA, _RECTANGLE, "area", _SIDES_2),
    *_worded(g.RECTANGLE_PERIMETER, _RECTANGLE, "perimeter", _SIDES_2),
    *_worded(g.SQUARE_AREA, "square", "area", _SIDE),
    *_worded(g.SQUARE_PERIMETER, "square", "perimeter", _SIDE),
    *_worded(g.TRIANGLE_AREA, "triangle", "area", _BASE_HEIGHT),
    *_worded(g.TRIANGLE_PERIMETER, "triangle", "perimeter", _THREE),
    *_worded(g.PARALLELOGRAM_AREA, "parallelogram", "area", _BASE_HEIGHT),
    *_worded(g.TRAPEZOID_AREA, "trapez(?:oid|ium)", "area", _BASES),
    *_circle_rules(),
    *_worded(g.CUBOID_VOLUME, _BOX, "volume", _SIDES_3),
    *_worded(g.CUBOID_SURFACE, _BOX, "surface area", _SIDES_3),
    *_worded(g.CUBE_VOLUME, "cube", "volume", _SIDE),
    *_worded(g.CUBE_SURFACE, "cube", "surface area", _SIDE),
    *_worded(g.CYLINDER, "cylinder", "volume", _RADIUS_HEIGHT, _EXACT),
    *_worded(g.CONE, "cone", "volume", _RADIUS_HEIGHT, _EXACT),
    *_worded(g.SPHERE, "sphere", "volume", [_attribute("radius", "radius")], _EXACT),
    rule(
        r"(?:how long is )?(?:the|each|a) side of a square with (?:a )?perimeter (?:of )?{perimeter:length}",
        g.SQUARE_SIDE.problem,
    ),
    *_named_first(g.TRIANGLE_AREA, "triangle", "area", ("base", "base"), ("height", "height")),
    *_named_first(g.PARALLELOGRAM_AREA, "parallelogram", "area", ("base", "base"), ("height", "height")),
    *_named_first(g.RECTANGLE_AREA, _RECTANGLE, "area", ("length", "length"), ("width", "width")),
    *_named_first(g.RECTANGLE_PERIMETER, _RECTANGLE, "perimeter", ("length", "length"), ("width", "width")),
    rule(rf"the area of an? {{length:length}}{_BY}{{width:length}} rectangle", g.RECTANGLE_AREA.problem),
    rule(
        rf"the perimeter of an? {{length:length}}{_BY}{{width:length}} rectangle",
        g.RECTANGLE_PERIMETER.problem,
    ),
    rule(
        rf"a square has {_A}perimeter of {{perimeter:length}}[.;] (?:how long is (?:each|one|a) "
        rf"side|ASK (?:the|its) (?:length of (?:each|one|a) side|side length|side))",
        g.SQUARE_SIDE.problem,
    ),
    rule(
        rf"{_A}area of a rectangle is {{area:number}}{_SQUARED} and (?:its|the) (?:length|width) "
        rf"is {{side:length}}[.;] ASK (?:its|the) (?:width|length)",
        _checked(g.RECTANGLE_SIDE),
    ),
    rule(
        rf"a rectangle has {_A}area of {{area:number}}{_SQUARED} and {_A}(?:length|width) of "
        rf"{{side:length}}[.;] ASK (?:its|the) (?:width|length)",
        _checked(g.RECTANGLE_SIDE),
    ),
]
