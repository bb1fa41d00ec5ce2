"""Direct and inverse proportion: letters that vary together, work that is shared, distances on a map."""

from fractions import Fraction
from typing import Any

from ..clauses import story
from ..nouns import plain_noun, same_thing, thing, word
from ..problem import Kind, Problem, formula, positive, said
from ..wording import Build, Rule
from .rates import FIND, SAME_RATE, TIME, divides, plural_unit
from .units import unit_of

# --- direct and inverse proportion ----------------------------------------------------------------------------------


def _proportional(name: str, relation: str, steps: dict[str, str]) -> Kind:
    def worded(problem: Problem) -> str:
        y, x = problem["letter"], problem["other_letter"]
        given, asked = (x, y) if problem["sought"] == "letter" else (y, x)
        return (
            f"{y} is {relation} to {x}. When {x} = {said(problem['other'])}, {y} = {said(problem['value'])}. "
            f"Find {asked} when {given} = {said(problem['new'])}."
        )

    def features(problem: Problem) -> object:
        value, other, new = (Fraction(problem[key]) for key in ("value", "other", "new"))
        if name == "direct_proportion":
            answer = value * new / other if problem["sought"] == "letter" else new * other / value
        else:
            answer = value * other / new
        return answer.denominator == 1

    return Kind(
        name,
        "value",
        ("letter", "other_letter", "value", "other", "new", "sought"),
        lambda problem: steps[problem["sought"]],
        worded,
        lambda problem: positive(problem) and problem["letter"].lower() != problem["other_letter"].lower(),
        features,
    )


DIRECT = _proportional(
    "direct_proportion",
    "directly proportional",
    {
        "letter": "constant = Fraction(value, other)  # Find the constant: divide the one value by the other.\n"
        "answer = constant * new  # Multiply the new value by the constant.",
        "other_letter": "constant = Fraction(value, other)  # Find the constant: divide the one value by the other.\n"
        "answer = Fraction(new, constant)  # Divide the new value by the constant.",
    },
)
_INVERSE_STEPS = (
    "constant = value * other  # Find the constant: multiply the two values that belong together.\n"
    "answer = Fraction(constant, new)  # Divide the constant by the new value."
)
INVERSE = _proportional(
    "inverse_proportion",
    "inversely proportional",
    {"letter": _INVERSE_STEPS, "other_letter": _INVERSE_STEPS},
)
INVERSE_WORK = formula(
    "inverse_work",
    "time",
    "first_count who first_time unit job second_count",
    "work = first_count * first_time  # Find how long one alone would take for all of the work.\n"
    "answer = Fraction(work, second_count)  # Share that time out among those who work now.",
    "It takes {first_count} {who} {first_time} {unit} {job}. How many {unit} would it take {second_count} {who}?",
    sane=lambda problem: positive(problem) and problem["first_count"] != problem["second_count"],
    features=divides("first_time", "second_count", "first_count"),
)


# --- maps -----------------------------------------------------------------------------------------------------------


def _map_steps(problem: Problem) -> str:
    one = "real_per_unit = Fraction(real, on_map)  # Find what one unit on the map is.\n"
    one = "" if problem["on_map"] == 1 else one
    per = "real" if problem["on_map"] == 1 else "real_per_unit"
    if problem["sought"] == "real":
        return one + f"answer = distance * {per}  # Multiply the distance on the map by that."
    return one + f"answer = Fraction(distance, {per})  # Divide the real distance by that."


def _map_phrase(problem: Problem) -> str:
    scale = f"On a map, {said(problem['on_map'])} {problem['map_unit']} represents {said(problem['real'])} "
    scale += f"{problem['real_unit']}. Two towns are {said(problem['distance'])} "
    if problem["sought"] == "real":
        return scale + (
            f"{problem['map_unit']} apart on the map. What is the real distance in {problem['real_unit']}?"
        )
    return scale + f"{problem['real_unit']} apart. How many {problem['map_unit']} apart are they on the map?"


def _map_features(problem: Problem) -> object:
    per = Fraction(problem["real"]) / Fraction(problem["on_map"])
    distance = Fraction(problem["distance"])
    answer = distance * per if problem["sought"] == "real" else distance / per
    return problem["on_map"] == 1, (answer * 10).denominator == 1


MAP = Kind(
    "map_scale",
    "distance",
    ("on_map", "map_unit", "real", "real_unit", "distance", "sought"),
    _map_steps,
    _map_phrase,
    positive,
    _map_features,
)
KINDS = [DIRECT, INVERSE, INVERSE_WORK, MAP]


# --- reading --------------------------------------------------------------------------------------------------------


def _letters(kind: Kind) -> Build:
    """y is proportional to x: which value belongs to which letter, and which is asked for."""

    def build(found: dict[str, Any]) -> Problem | None:
        y, x = found["letter"], found["other_letter"]
        values = {found["one"]: found["one_value"], found["two"]: found["two_value"]}
        if {y, x} != values.keys() or {found["asked"], found["at"]} != {y, x} or y == x:
            return None
        sought = "letter" if found["asked"] == y else "other_letter"
        given = {"letter": y, "other_letter": x, "value": values[y], "other": values[x]}
        return kind.problem({**given, "new": found["new"], "sought": sought})

    return build


def _inverse_work(found: dict[str, Any]) -> Problem | None:
    unit, who = plural_unit(found["unit"]), plain_noun(found["who"])
    if plural_unit(found["unit_again"]) != unit or not same_thing(who, found.get("who_again") or who):
        return None
    work, again = (plain_noun(found.get(name) or "") for name in ("work", "work_again"))
    if found.get("deed_again") and (found["deed_again"] != found["deed"] or again not in ("", work)):
        return None
    job = f"to {found['deed']} {found['article']} {work}"
    return INVERSE_WORK.problem({**found, "unit": unit, "who": who, "job": job})


def _mapped(sought: str) -> Build:
    def build(found: dict[str, Any]) -> Problem | None:
        units = [unit_of(found[name]) for name in ("map_unit", "real_unit")]
        again = unit_of(found["unit_again"])
        asked = unit_of(found["unit_asked"]) if found.get("unit_asked") else None
        own, other = units if sought == "real" else units[::-1]
        if own is None or other is None or again is None or again[0] != own[0]:
            return None
        if asked is not None and asked[0] != other[0]:
            return None
        given = {"map_unit": found["map_unit"], "real_unit": found["real_unit"], "sought": sought}
        return MAP.problem({**found, **given})

    return build


_VARIES = {
    "direct": (
        r"{letter:letter} (?:is|varies) (?:directly )?(?:proportional to|with|as) {other_letter:letter}",
        r"{letter:letter} is in direct proportion to {other_letter:letter}",
        r"{letter:letter} ?∝ ?{other_letter:letter}",
    ),
    "inverse": (
        r"{letter:letter} (?:is|varies) inversely (?:proportional to|with|as) {other_letter:letter}",
        r"{letter:letter} is in inverse proportion to {other_letter:letter}",
    ),
}
_PAIR = (
    r"(?:when )?{one:letter} ?(?:=|is) ?{one_value:number}(?:,| when| and|, then) {two:letter} ?(?:=|is) "
    r"?{two_value:number}",
)
_AT = (
    r"(?:find|what is|calculate|work out|determine)(?: the value of)? {asked:letter} (?:when|if|for) {at:letter} "
    r"?(?:=|is) ?{new:number}",
)
_WORKERS = (
    r"(?:workers|men|women|people|painters|builders|machines|pumps|taps|pipes|printers|robots|cleaners|gardeners|"
    r"farmers|labourers|laborers|tractors|hoses|students|carpenters|decorators)"
)
_JOB = rf"to {word('deed')} (?P<article>an?|the|this|one) {thing('work')}"
_JOB_AGAIN = rf"(?: to {word('deed_again')} (?:(?:an?|the|the same|one|this) {thing('work_again')}|it))?"
_TOOK = (
    rf"{{first_count:integer}} (?P<who>{_WORKERS}) (?:take|took|need|can take) {{first_time:number}} "
    rf"(?P<unit>{TIME}) {_JOB}",
    rf"it (?:takes|took) {{first_count:integer}} (?P<who>{_WORKERS}) {{first_time:number}} (?P<unit>{TIME}) {_JOB}",
)
_WOULD_TAKE = (
    rf"how many (?P<unit_again>{TIME}) (?:will|would|do) {{second_count:integer}} (?:such "
    rf")?(?P<who_again>{_WORKERS}) "
    rf"(?:take|need){_JOB_AGAIN}{SAME_RATE}",
    rf"how many (?P<unit_again>{TIME}) (?:will|would|does) it take {{second_count:integer}} "
    rf"(?P<who_again>{_WORKERS})"
    rf"{_JOB_AGAIN}{SAME_RATE}",
)
_SCALE = (
    r"(?:on|in) (?:a|the) (?:map|scale drawing|plan),? {on_map:number} ?(?P<map_unit>[a-z]+) (?:represents|is|"
    r"stands for|"
    r"shows|equals) {real:number} ?(?P<real_unit>[a-z]+)",
    r"(?:a|the) (?:map|scale drawing|plan) has a scale of {on_map:number} ?(?P<map_unit>[a-z]+) (?:to|=|:) "
    r"{real:number} "
    r"?(?P<real_unit>[a-z]+)",
    r"the scale (?:of|on) a map is {on_map:number} ?(?P<map_unit>[a-z]+) (?:to|=|:) {real:number} "
    r"?(?P<real_unit>[a-z]+)",
)
_TWO_PLACES = r"(?:two|the|2) (?:towns|cities|villages|places|points|houses|schools) are"
_APART_ON_MAP = (
    rf"{_TWO_PLACES} {{distance:number}} ?(?P<unit_again>[a-z]+) apart on the (?:map|plan|drawing)",
    r"the distance (?:on the map )?between (?:two|the) (?:towns|cities|villages|places|points)(?: on the map)? is "
    r"{distance:number} ?(?P<unit_again>[a-z]+)(?: on the map)?",
)
_REAL_ASKED = (
    rf"{FIND} the (?:real|actual|true) distance(?: between (?:them|the two towns|the towns|the cities|the places))?"
    r"(?:,? in (?P<unit_asked>[a-z]+))?",
    r"how (?:far|many (?P<unit_asked>[a-z]+)) apart are (?:they|the towns|the two towns|the cities|the places) "
    r"(?:really|in real life|in reality)",
)
_APART_REALLY = (
    rf"{_TWO_PLACES} (?:really )?{{distance:number}} ?(?P<unit_again>[a-z]+) apart(?: in real life)?",
)
_ON_MAP_ASKED = (
    r"how (?:far|many (?P<unit_asked>[a-z]+)) apart are (?:they|the towns|the two towns|the cities|the places) on "
    r"the map",
    rf"{FIND} (?:the|their) distance (?:between them )?on the map(?:,? in (?P<unit_asked>[a-z]+))?",
)
RULES: list[Rule] = [
    *[
        story(_letters(kind), _VARIES[how], _PAIR, _AT)
        for kind, how in ((DIRECT, "direct"), (INVERSE, "inverse"))
    ],
    story(_inverse_work, _TOOK, _WOULD_TAKE),
    story(_mapped("real"), _SCALE, _APART_ON_MAP, _REAL_ASKED),
    story(_mapped("map"), _SCALE, _APART_REALLY, _ON_MAP_ASKED),
]
