"""How problems about angles and right triangles are worded; the kinds are in `angles.py`."""

import re
from collections.abc import Callable
from typing import Any

from ..problem import Kind, Problem
from ..wording import Rule, plain_number, rule
from . import angles as a
from . import geometry as g

_SIZE = r"(?:the )?(?:(?:size|measure|value) of )?"
_IS = r" ?(?:is|are|measures?|of|=|:)? ?"
_FIND = r"(?:ASK|how big is|how many degrees is) ?"
_OTHER = rf"{_SIZE}(?:the )?(?:other|third|remaining|missing|unknown|last|final)(?: interior)?(?: (?:angle|1|one))?"
_NUMBER = {"three": 3, "four": 4}
_TRI = r"(?:the |a )?(?:right(?:-| )?(?:angled?)?[- ]?triangle|right triangle)"
_LONG = r"(?: (?:long|in length))?"
_LENGTH_OF = r"(?:the )?(?:length of )?(?:the |its )?"
_HYP = rf"(?:(?:ASK|how long is|work out) ?{_LENGTH_OF}(?:hypotenuse|longest side)(?: of the triangle)?)"
_OF_LENGTH = r" ?(?:are|is|of|measuring|measure|with|:)? ?(?:lengths? )?(?:of )?"
_LEGS = r"(?:the (?:two )?|two |its (?:two )?)?(?:legs|shorter sides|perpendicular sides|short sides)(?: lengths)?"
_LEG = (
    r"(?:(?:the |its )?(?:1|one)(?: of (?:the|its))?(?: other)?|a|an|another|the|the other|its)? "
    r"?(?:leg|side|shorter side|of its legs|of the legs|of the shorter sides)"
)
_REST = r"(?:other|missing|third|remaining|unknown)(?: (?:leg|side|shorter side|1|one))?"
_OTHER_LEG = rf"(?:(?:ASK|how long is|work out) ?{_LENGTH_OF}{_REST}(?: of the triangle)?)"
_LEGS_ARE = rf"{{first_leg:length}} and {{second_leg:length}}{_LONG}"


def _several(kind: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    """As many angles as are said to be there, all but one known."""

    def build(found: dict[str, Any]) -> Problem | None:
        angles = found["numbers"] if "numbers" in found else (found["angle"],)
        for name, more in (("count", 1), ("known", 0)):
            word = found.get(name, "").lower()
            number = int(word) if word.isdigit() else {"two": 2, **_NUMBER, "one": 1, "five": 5}.get(word)
            if number is not None and number != len(angles) + more:
                return None
        return kind.problem({"angles": angles})

    return build


def _polygon(kind: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        sides = a.POLYGONS.get(found["polygon"].lower()) if "polygon" in found else found["sides"]
        return None if sides is None else kind.problem({"sides": sides})

    return build


def _right_angled(found: dict[str, Any]) -> Problem | None:
    """The third angle, where one is the right angle."""
    return a.THIRD_ANGLE.problem({"first": found["angle"], "second": 90})


def _alike(kind: Kind, sides: int) -> Callable[[dict[str, Any]], Problem | None]:
    return lambda found: kind.problem({"sides": sides})


# Degrees are dropped from a list: "50°, 60° and 70°" is read as numbers.
_D = r"(?:°|\^\\circ|\^\{\\circ\}| degrees?)?"
_ANGLES = rf"(?P<list>\d{{1,3}}(?:\.\d)?{_D}(?:(?:, (?:and )?| and )\d{{1,3}}(?:\.\d)?{_D}){{1,4}})"


def _listed(kind: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    several = _several(kind)

    def build(found: dict[str, Any]) -> Problem | None:
        parts = re.findall(r"\d{1,3}(?:\.\d)?", found["list"])
        values = [plain_number(part) for part in parts]
        return several({**found, "numbers": tuple(value for value in values if value is not None)})

    return build


_COUNT = r"(?P<count>two|three|four|five|\d)"
_LIE = r"(?:lie|are|sit|meet) "
_WHERE = (
    (
        a.LINE,
        r"(?:on a (?:straight )?line|form a straight line|make a straight line|that form a straight line)",
    ),
    (a.POINT, r"(?:around a point|at a point|round a point)"),
)
_PLACES = [
    read
    for _kind, _where in _WHERE
    for read in (
        rule(
            rf"{_COUNT} angles (?:{_LIE})?{_where}[.;,]? ?(?:(?:one|1)(?: of (?:them|the angles))? "
            rf"(?:is|measures)|one angle is|1 angle is) {{angle:angle}}[.;,] ?{_FIND}{_OTHER}",
            _several(_kind),
        ),
        rule(
            rf"{_COUNT} angles (?:{_LIE})?{_where}[.;,]? ?(?P<known>two|three|four|\d)(?: of "
            rf"(?:them|the angles))?(?: angles)? (?:are|measure) {_ANGLES}[.;,] ?{_FIND}{_OTHER}",
            _listed(_kind),
        ),
        rule(
            rf"(?:the )?angles {_where} (?:are|measure) {_ANGLES} and (?P<letter>x)(?:°| degrees)"
            rf"?[.;,] ?ASK (?:the value of )?x",
            _listed(_kind),
        ),
    )
]
RULES: list[Rule] = [
    rule(
        rf"(?:the|two|2) (?:interior )?angles (?:of|in) (?:a|the) triangle{_IS}{{first:angle}} and "
        rf"{{second:angle}}[.;,] {_FIND}{_OTHER}(?: of the triangle)?",
        a.THIRD_ANGLE.problem,
    ),
    rule(
        rf"(?:a|the) triangle (?:has|with) (?:(?:two|2) )?(?:interior )?angles (?:of |measuring |"
        rf"that measure )?{{first:angle}} and {{second:angle}}[.;,] {_FIND}{_OTHER}",
        a.THIRD_ANGLE.problem,
    ),
    rule(
        rf"{_SIZE}(?:the )?(?:third|missing|other) angle (?:of|in) a triangle (?:with|that has|"
        rf"whose other) (?:(?:two|2) )?angles (?:are |of |measuring )?{{first:angle}} and {{second:angle}}",
        a.THIRD_ANGLE.problem,
    ),
    rule(
        rf"(?:(?:one|1)(?: of the)?(?: acute)? angles? (?:of|in) {_TRI}{_IS}{{angle:angle}}|{_TRI} "
        rf"has an(?: acute)? angle of {{angle:angle}})[.;,] {_FIND}{_SIZE}(?:the )?(?:other|third|"
        rf"remaining) (?:acute )?angle",
        _right_angled,
    ),
    rule(
        rf"{_SIZE}the complement of (?:an? )?(?:angle of )?{{angle:angle}}(?: angle)?", a.COMPLEMENT.problem
    ),
    rule(
        rf"{_SIZE}the supplement of (?:an? )?(?:angle of )?{{angle:angle}}(?: angle)?", a.SUPPLEMENT.problem
    ),
    rule(
        rf"(?:two|2) angles are complementary[.;,] (?:one|1)(?: (?:of them|angle))? (?:is|measures)"
        rf" {{angle:angle}}[.;,] {_FIND}{_OTHER}",
        a.COMPLEMENT.problem,
    ),
    rule(
        rf"(?:two|2) angles are supplementary[.;,] (?:one|1)(?: (?:of them|angle))? (?:is|measures)"
        rf" {{angle:angle}}[.;,] {_FIND}{_OTHER}",
        a.SUPPLEMENT.problem,
    ),
    *_PLACES,
    rule(
        rf"(?:three|3|the other three) (?:interior )?angles (?:of|in) a "
        rf"quadrilateral{_IS}{_ANGLES}[.;,] {_FIND}{_SIZE}(?:the )?(?:fourth|other|missing|remaining|last) angle",
        _listed(a.QUADRILATERAL),
    ),
    rule(
        rf"a quadrilateral has (?:(?:three|3) )?angles (?:of |measuring )?{_ANGLES}[.;,] "
        rf"{_FIND}{_SIZE}(?:the )?(?:fourth|other|missing|remaining|last) angle",
        _listed(a.QUADRILATERAL),
    ),
    # isosceles
    rule(
        rf"(?:an|the) isosceles triangle has (?:a |two )?base angles? (?:of |measuring )"
        rf"?{{base_angle:angle}}(?: each)?[.;,] {_FIND}{_SIZE}(?:the )?(?:angle at the top|top "
        rf"angle|vertex angle|apex angle|third angle|angle at the (?:vertex|apex))",
        a.ISOSCELES_TOP.problem,
    ),
    rule(
        rf"(?:each|a|one|1|the|both) ?(?:of the )?base angles? (?:of|in) an isosceles triangle "
        rf"(?:is|are|measures?) {{base_angle:angle}}(?: each)?[.;,] {_FIND}{_SIZE}(?:the )"
        rf"?(?:angle at the top|top angle|vertex angle|apex angle|third angle|angle at the (?:vertex|apex))",
        a.ISOSCELES_TOP.problem,
    ),
    rule(
        rf"(?:the )?(?:angle at the top|top angle|vertex angle|apex angle|vertical angle) of an "
        rf"isosceles triangle (?:is|measures) {{top_angle:angle}}[.;,] {_FIND}{_SIZE}(?:each|one|1|"
        rf"a|the)(?: of the)? base angles?",
        a.ISOSCELES_BASE.problem,
    ),
    rule(
        rf"an isosceles triangle has a (?:vertex angle|top angle|apex angle) (?:of |measuring )"
        rf"?{{top_angle:angle}}[.;,] {_FIND}{_SIZE}(?:each|one|1|a|the)(?: of the)? base angles?",
        a.ISOSCELES_BASE.problem,
    ),
    rule(
        rf"(?:how many degrees (?:is|are in)|{_SIZE}) ?(?:each|every|one|1|an)(?: interior)? angle "
        rf"(?:of|in) an equilateral triangle",
        _alike(a.EACH_INTERIOR, 3),
    ),
    rule(
        rf"(?:two|2) (?:straight )?lines (?:cross|intersect)[.;,] (?:one|1)(?: of the)? angles? "
        rf"(?:is|formed is|measures) {{angle:angle}}[.;,] {_FIND}{_SIZE}(?:the )?(?:angle )"
        rf"?vertically opposite(?: angle)?(?: to it)?",
        a.OPPOSITE.problem,
    ),
    rule(
        rf"{_SIZE}(?:the )?angle (?:that is )?vertically opposite (?:to )?(?:an )?(?:angle of )"
        rf"?{{angle:angle}}(?: angle)?",
        a.OPPOSITE.problem,
    ),
    rule(
        rf"(?:two|2|the two opposite|the two remote|two remote|two opposite) interior angles (?:of|"
        rf"in) a triangle{_IS}{{first:angle}} and {{second:angle}}[.;,] {_FIND}{_SIZE}(?:the )"
        rf"?exterior angle(?: at the (?:third|other) (?:corner|vertex))?",
        a.EXTERIOR.problem,
    ),
    # polygons
    rule(
        r"(?:the )?(?:sum|total) of (?:all )?(?:the )?(?:interior )?angles (?:of|in) an? "
        r"(?:regular )?(?P<polygon>[a-z]+)",
        _polygon(a.INTERIOR_ANGLES),
    ),
    rule(
        r"(?:the )?(?:sum|total) of (?:all )?(?:the )?(?:interior )?angles (?:of|in) an? "
        r"{sides:integer}-(?:sided )?(?:polygon|gon)",
        _polygon(a.INTERIOR_ANGLES),
    ),
    rule(
        r"(?:the )?(?:sum|total) of (?:all )?the interior angles (?:of|in) a polygon with {sides:integer} sides",
        _polygon(a.INTERIOR_ANGLES),
    ),
    rule(
        r"a polygon has {sides:integer} sides[.;,] ASK the sum of (?:its|the) interior angles",
        _polygon(a.INTERIOR_ANGLES),
    ),
    *[
        rule(text, _polygon(kind))
        for kind, side in ((a.EACH_INTERIOR, "interior"), (a.EACH_EXTERIOR, "exterior"))
        for text in (
            rf"(?:how many degrees is |{_SIZE})(?:each|every|one|1|an|the) {side} angle (?:of|in) "
            rf"a regular (?P<polygon>[a-z]+)",
            rf"(?:how many degrees is |{_SIZE})(?:each|every|one|1|an|the) {side} angle (?:of|in) "
            rf"a regular polygon with {{sides:integer}} sides",
            rf"(?:how many degrees is |{_SIZE})(?:each|every|one|1|an|the) {side} angle (?:of|in) "
            rf"a regular {{sides:integer}}-(?:sided )?(?:polygon|gon)",
        )
    ],
    *[
        rule(text, kind.problem)
        for kind, side in ((a.SIDES_FROM_INTERIOR, "interior"), (a.SIDES_FROM_EXTERIOR, "exterior"))
        for text in (
            rf"(?:each|the|an|one|1) {side} angle of a regular polygon (?:is|measures) "
            rf"{{angle:angle}}[.;,] how many sides does (?:it|the polygon) have",
            rf"a regular polygon has (?:an |each )?{side} angles? (?:of |measuring )"
            rf"?{{angle:angle}}[.;,] (?:how many sides does (?:it|the polygon) have|ASK the number of sides)",
            rf"how many sides does a regular polygon have if (?:each|the|an|one) {side} angle "
            rf"(?:is|measures) {{angle:angle}}",
        )
    ],
    # right triangles
    rule(rf"{_TRI} (?:has|with) {_LEGS}{_OF_LENGTH}{_LEGS_ARE}[.;,] {_HYP}", a.HYPOTENUSE.problem),
    rule(rf"{_LEGS} of {_TRI}{_OF_LENGTH}{_LEGS_ARE}[.;,] {_HYP}", a.HYPOTENUSE.problem),
    rule(
        rf"(?:how long is )?{_LENGTH_OF}hypotenuse of {_TRI} (?:with|if|whose|having|that has) "
        rf"?{_LEGS}{_OF_LENGTH}{_LEGS_ARE}",
        a.HYPOTENUSE.problem,
    ),
    rule(
        rf"the hypotenuse of {_TRI}{_OF_LENGTH}{{hypotenuse:length}}{_LONG}(?:,? and|[.;,]) "
        rf"{_LEG}{_OF_LENGTH}{{leg:length}}{_LONG}[.;,] {_OTHER_LEG}",
        a.LEG.problem,
    ),
    rule(
        rf"{_TRI} (?:has|with) (?:a |the )?hypotenuse{_OF_LENGTH}{{hypotenuse:length}}{_LONG}(?:,? "
        rf"and|,) {_LEG}{_OF_LENGTH}{{leg:length}}{_LONG}[.;,] {_OTHER_LEG}",
        a.LEG.problem,
    ),
    rule(
        rf"{_TRI} (?:has|with) {_LEG}{_OF_LENGTH}{{leg:length}}{_LONG}(?:,? and|,) (?:a |the )"
        rf"?hypotenuse{_OF_LENGTH}{{hypotenuse:length}}{_LONG}[.;,] {_OTHER_LEG}",
        a.LEG.problem,
    ),
    rule(
        rf"(?:1|one) leg of {_TRI}{_OF_LENGTH}{{leg:length}}{_LONG}(?:,? and|[.;,]) (?:the |its )"
        rf"?hypotenuse{_OF_LENGTH}{{hypotenuse:length}}{_LONG}[.;,] {_OTHER_LEG}",
        a.LEG.problem,
    ),
    rule(
        rf"{_LENGTH_OF}{_REST} of {_TRI} with (?:a |the )"
        rf"?hypotenuse{_OF_LENGTH}{{hypotenuse:length}} and {_LEG}{_OF_LENGTH}{{leg:length}}",
        a.LEG.problem,
    ),
    rule(
        r"a (?:{hypotenuse:length}(?: long)? ladder|ladder (?:that is |of length |is )"
        r"?{hypotenuse:length}(?: long)?) (?:leans|is leaning|rests|is placed)(?: against| on) "
        r"(?:a|the)(?: vertical)? wall[.;,]?"
        r" ?(?:and )?(?:the|its) (?:foot|base|bottom)(?: of the ladder)? is {leg:length} (?:away )"
        r"?from (?:the(?: base| bottom| foot)?(?: of the)? )?wall[.;,] (?:how (?:high|far) up the "
        r"wall does (?:it|the ladder) reach)",
        a.LEG.problem,
    ),
    rule(
        rf"{_LENGTH_OF}diagonal of (?:a|the) rectangle (?:with (?:sides|length)|of|that is|"
        rf"measuring|that measures)?{_OF_LENGTH}{{first_leg:length}}(?: long)?(?: by | and "
        rf"(?:width )?(?:of )?| ?[x×] ?){{second_leg:length}}(?: wide)?",
        a.HYPOTENUSE.problem,
    ),
    rule(
        r"an? (?:rectangle|rectangular (?:garden|field|room|park|piece of paper|floor|pool|table)) "
        r"(?:is|measures|has sides(?: of)?) {first_leg:length}(?: long)?(?: and | by | ?[x×] "
        r"?){second_leg:length}(?: wide)?"
        rf"[.;,] (?:ASK|how long is) ?(?:its |{_LENGTH_OF})diagonal(?: of the "
        r"(?:rectangle|garden|field|room|park|floor))?",
        a.HYPOTENUSE.problem,
    ),
    rule(
        rf"the area of {_TRI} with {_LEGS}{_OF_LENGTH}{{base:length}} and {{height:length}}",
        g.TRIANGLE_AREA.problem,
    ),
    rule(
        rf"{_TRI} (?:has|with) {_LEGS}{_OF_LENGTH}{{base:length}} and {{height:length}}[.;,] ASK "
        rf"(?:its|the) area(?: of the triangle)?",
        g.TRIANGLE_AREA.problem,
    ),
]
