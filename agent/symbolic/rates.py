"""Rates: the price of one, an amount per minute, recipes, direct and inverse proportion, maps."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from .clauses import clause, story
from .nouns import plain_noun, same_thing, thing, word
from .problem import Given, Kind, Problem, formula, like, like_number, positive, said
from .ratios import SCALED_PRICE
from .units import unit_of
from .wording import Build, Rule


def _divides(top: str, bottom: str, *times: str) -> Callable[[Problem], object]:
    """Features: whether top (times more) over bottom is a whole number."""

    def features(problem: Problem) -> object:
        value = Fraction(problem[top])
        for name in times:
            value *= Fraction(problem[name])
        return value % Fraction(problem[bottom]) == 0

    return features


def _cents(problem: Problem) -> object:
    """Features: whether the price of one is whole, or whole in cents."""
    one = Fraction(problem["total"]) / problem["count"]
    return one.denominator == 1, (100 * one).denominator == 1


UNIT_PRICE = formula(
    "unit_price",
    "price",
    "count total item",
    "answer = Fraction(total, count)  # Divide the price by how many there are.",
    "{count} {item} cost ${total}. How much does one cost?",
    sane=lambda problem: positive(problem) and problem["count"] > 1,
    features=_cents,
)
UNIT_RATE = formula(
    "unit_rate",
    "rate",
    "amount count item unit",
    "answer = Fraction(amount, count)  # Divide the amount by the number of units.",
    "Find the unit rate: {amount} {item} in {count} {unit}.",
    sane=lambda problem: positive(problem) and problem["count"] != 1,
    features=_divides("amount", "count"),
)


def _per_one(name: str, words: str) -> str:
    return (
        f"{name} = Fraction(first_amount, first_count)  # {words}\n"
        f"answer = {name} * second_count  # Multiply by how many there are to be."
    )


def _scaled_sane(problem: Problem) -> bool:
    return (
        positive(problem) and problem["first_count"] > 1 and problem["first_count"] != problem["second_count"]
    )


def _vary_scaled(problem: Problem, random: Any) -> dict[str, Given]:
    return {
        **dict(problem.given),
        "first_count": max(2, like(random, problem["first_count"])),
        "first_amount": like_number(random, problem["first_amount"]),
        "second_count": max(2, like(random, problem["second_count"])),
    }


def _recipe_phrase(problem: Problem) -> str:
    unit, item, who = problem["unit"], problem["item"], problem["who"]
    amount = f"{said(problem['first_amount'])} {f'{unit} of ' if unit else ''}{item}"
    much, verb = ("much", "is") if unit else ("many", "are")
    return (
        f"A recipe for {problem['first_count']} {who} uses {amount}. "
        f"How {much} {item} {verb} needed for {problem['second_count']} {who}?"
    )


RECIPE = Kind(
    "recipe_scale",
    "amount",
    ("first_count", "who", "first_amount", "unit", "item", "second_count"),
    lambda problem: _per_one("amount_for_one", "Find how much is needed for one."),
    _recipe_phrase,
    _scaled_sane,
    _divides("first_amount", "first_count", "second_count"),
    _vary_scaled,
)
WORK = Kind(
    "scaled_output",
    "amount",
    ("first_count", "unit", "first_amount", "item", "second_count"),
    lambda problem: _per_one(
        f"amount_in_one_{problem['unit'].removesuffix('s')}",
        f"Find how much comes of one {problem['unit'][:-1]}.",
    ),
    lambda problem: (
        f"A machine makes {problem['first_amount']} {problem['item']} in {problem['first_count']} {problem['unit']}. "
        f"How many {problem['item']} does it make in {problem['second_count']} {problem['unit']}?"
    ),
    lambda problem: (
        _scaled_sane(problem) and bool(_divides("first_amount", "first_count", "second_count")(problem))
    ),
    _divides("first_amount", "first_count"),
    _vary_scaled,
)


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
    features=_divides("first_time", "second_count", "first_count"),
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
KINDS = [UNIT_PRICE, UNIT_RATE, RECIPE, WORK, DIRECT, INVERSE, INVERSE_WORK, MAP]


# --- reading --------------------------------------------------------------------------------------------------------


def _one_item(kind: Kind) -> Build:
    """Both nouns are the same one."""

    def build(found: dict[str, Any]) -> Problem | None:
        again = found.get("again")
        found["item"] = plain_noun(found["item"])
        return kind.problem(found) if again is None or same_thing(found["item"], again) else None

    return build


def _cooked(found: dict[str, Any]) -> Problem | None:
    item, who = plain_noun(found["item"]), plain_noun(found["who"])
    known = not found.get("unit") or unit_of(found["unit"]) is not None or found["unit"] in _SPOONS
    if not same_thing(item, found["again"]) or not same_thing(who, found["who_again"]) or not known:
        return None
    return RECIPE.problem({**found, "item": item, "who": who, "unit": found.get("unit") or ""})


def _worked(found: dict[str, Any]) -> Problem | None:
    unit = _plural(found["unit"])
    if not same_thing(found["item"], found.get("again") or found["item"]) or unit != _plural(
        found["unit_again"]
    ):
        return None
    return WORK.problem({**found, "item": plain_noun(found["item"]), "unit": unit})


def _plural(unit: str) -> str:
    return f"{unit.lower().removesuffix('s')}s"


def _rate(found: dict[str, Any]) -> Problem | None:
    unit = _plural(found["unit"])
    item = plain_noun(found["item"])
    asked = found.get("again"), found.get("unit_again")
    if asked[0] and not same_thing(item, asked[0]):
        return None
    if asked[1] and _plural(asked[1]) != unit:
        return None
    return UNIT_RATE.problem({**found, "item": item, "unit": unit})


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
    unit, who = _plural(found["unit"]), plain_noun(found["who"])
    if _plural(found["unit_again"]) != unit or not same_thing(who, found.get("who_again") or who):
        return None
    job = plain_noun(found["job"])
    if found.get("job_again") and plain_noun(found["job_again"]).split()[:2] != job.split()[:2]:
        return None
    if found.get("job_again") and found["job_again"].lower().split()[-1] not in (job.split()[-1], "it"):
        return None
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


_SPOONS = frozenset("cup cups teaspoon teaspoons tablespoon tablespoons tsp tbsp".split())
_ITEMS = r"(?P<item>[a-z]+(?: of [a-z]+)?)"
_AGAIN = r"(?P<again>[a-z]+(?: of [a-z]+)?)"
_MONEY = r"(?: (?:dollars|pounds|euros))?"
_FIND = r"(?:what is|what's|find|calculate|work out|determine)"
_COST = r"(?:costs?|cost|are sold for|sell for)"
_SEVERAL = (
    rf"{{first_count:integer}} {_ITEMS} {_COST} {{first_price:number}}{_MONEY}",
    rf"the (?:cost|price) of {{first_count:integer}} {_ITEMS} is {{first_price:number}}{_MONEY}",
    rf"(?:you|i|he|she|{word('buyer')}) (?:buys?|bought|pays?|paid) {{first_price:number}}{_MONEY} for "
    rf"{{first_count:integer}} {_ITEMS}",
)
_COST_OF_OTHERS = (
    rf"{_FIND} the (?:total )?(?:cost|price) of {{second_count:integer}} (?:such |of these )?{_AGAIN}",
    rf"how much (?:do|does|will|would|did) {{second_count:integer}} (?:such )?(?:{_AGAIN} )?cost",
    rf"what (?:do|does|will|would) {{second_count:integer}} (?:such )?(?:{_AGAIN} )?cost",
    rf"how much (?:is|are) {{second_count:integer}} {_AGAIN}",
)
_PACK = (
    rf"{{count:integer}} {_ITEMS} {_COST} {{total:number}}{_MONEY}",
    rf"an? (?:pack|box|bag|set|packet|carton|case) of {{count:integer}} {_ITEMS} costs {{total:number}}{_MONEY}",
    rf"the (?:cost|price) of {{count:integer}} {_ITEMS} is {{total:number}}{_MONEY}",
)
_COST_OF_ONE = (
    r"how much (?:does|is|will|would) (?:one|1|each)(?: cost)?",
    rf"{_FIND} the (?:cost|price) of (?:one|1|a single|each) {_AGAIN}",
    rf"{_FIND} the (?:cost|price) (?:per|for one|for each|of a|of an) {_AGAIN}",
    rf"{_FIND} the (?:unit price|price per item|cost per item|price of one|price of each|cost of one|cost of each)",
    rf"how much (?:does|is|will|would) (?:one|1|each|a single|an?) {_AGAIN}(?: cost)?",
)
_TIME = "minutes?|hours?|seconds?|days?|weeks?"
_MAKER = rf"(?:you|he|she|(?:(?:an?|the) )?{word('maker')})"
_OUTPUT = rf"{{first_amount:integer}} {thing('item')} in {{first_count:integer}} (?P<unit>{_TIME})"
_RATE_OF = rf"{{amount:number}} {thing('item')} (?:in|for|per|every) {{count:number}} (?P<unit>[a-z]+)"
_IT_MAKES = rf"(?:it|he|she|you|(?:the |a )?{word('maker')}) "
_VERBS = r"(?:make|print|type|produce|pack|fill|read|write|bake|paint|sell|pick|build|wash|fold|cut)"
_MAKES = rf"(?:can )?{_VERBS}(?:s|es)?"
_SAME_RATE = r"(?:,? at (?:the same|this|that) (?:rate|speed))?"
_NEED = r"(?:uses|needs|requires|calls for|takes|contains)"
_WHO = r"(?P<who>people|persons|servings|portions|[a-z]+)"
_WHO_AGAIN = r"(?P<who_again>[a-z]+)"
_INGREDIENT = r"{first_amount:number} ?(?:(?P<unit>[a-z]+) of )?(?P<item>[a-z]+)"
_RECIPE = (
    rf"an? (?:[a-z]+ )?recipe (?:for|that serves|that makes|to make|serves|makes) {{first_count:integer}} {_WHO} "
    rf"{_NEED} {_INGREDIENT}",
    rf"(?:to make|for) {{first_count:integer}} {_WHO},? (?:you|we|i) (?:need|use) {_INGREDIENT}",
    rf"{_INGREDIENT} (?:is|are) (?:needed|used|required) (?:for|to make) {{first_count:integer}} {_WHO}",
)
_FOR_OTHERS = (
    rf"how (?:much|many) (?P<again>[a-z]+) (?:is|are) (?:needed|required|used) (?:for|to make) "
    rf"{{second_count:integer}} {_WHO_AGAIN}",
    rf"how (?:much|many) (?P<again>[a-z]+) (?:do|does|would|will) (?:you|we|i|he|she) need (?:for|to make) "
    rf"{{second_count:integer}} {_WHO_AGAIN}",
)
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
_JOB = r"(?P<job>to [a-z]+ (?:an?|the|this|one) [a-z]+(?: [a-z]+)?)"
_JOB_AGAIN = r"(?: (?P<job_again>to [a-z]+ (?:(?:an?|the|the same|one) [a-z]+(?: [a-z]+)?|it)))?"
_TOOK = (
    rf"{{first_count:integer}} (?P<who>{_WORKERS}) (?:take|took|need|can take) {{first_time:number}} "
    rf"(?P<unit>{_TIME}) {_JOB}",
    rf"it (?:takes|took) {{first_count:integer}} (?P<who>{_WORKERS}) {{first_time:number}} (?P<unit>{_TIME}) {_JOB}",
)
_WOULD_TAKE = (
    rf"how many (?P<unit_again>{_TIME}) (?:will|would|do) {{second_count:integer}} (?:such "
    rf")?(?P<who_again>{_WORKERS}) "
    rf"(?:take|need){_JOB_AGAIN}{_SAME_RATE}",
    rf"how many (?P<unit_again>{_TIME}) (?:will|would|does) it take {{second_count:integer}} "
    rf"(?P<who_again>{_WORKERS})"
    rf"{_JOB_AGAIN}{_SAME_RATE}",
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
    rf"{_FIND} the (?:real|actual|true) distance(?: between (?:them|the two towns|the towns|the cities|the places))?"
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
    rf"{_FIND} (?:the|their) distance (?:between them )?on the map(?:,? in (?P<unit_asked>[a-z]+))?",
)
RULES: list[Rule] = [
    story(_one_item(SCALED_PRICE), _SEVERAL, _COST_OF_OTHERS),
    story(_one_item(UNIT_PRICE), _PACK, _COST_OF_ONE),
    clause(_rate, rf"(?:the )?unit rate(?: (?:for|of))?:? {_RATE_OF}"),
    story(
        _rate,
        (rf"{_MAKER} {_MAKES} {_RATE_OF}",),
        (
            rf"how many (?P<again>[a-z]+) (?:does|do|can) {_IT_MAKES}{_VERBS} (?:per|each|every|in one|in 1|in a|"
            rf"in an) "
            rf"(?P<unit_again>{_TIME})",
            rf"how many (?P<again>[a-z]+) (?:per|each) (?P<unit_again>{_TIME})(?: is (?:that|this))?",
            rf"{_FIND} (?:the|its|his|her) (?:unit )?rate in (?P<again>[a-z]+) per (?P<unit_again>{_TIME})",
        ),
    ),
    story(
        _worked,
        (rf"{_MAKER} {_MAKES} {_OUTPUT}",),
        (
            rf"how many (?:(?P<again>[a-z]+) )?(?:does|do|can|will|would) {_IT_MAKES}{_VERBS} in "
            rf"{{second_count:integer}} "
            rf"(?P<unit_again>{_TIME}){_SAME_RATE}",
        ),
    ),
    story(_cooked, _RECIPE, _FOR_OTHERS),
    *[
        story(_letters(kind), _VARIES[how], _PAIR, _AT)
        for kind, how in ((DIRECT, "direct"), (INVERSE, "inverse"))
    ],
    story(_inverse_work, _TOOK, _WOULD_TAKE),
    story(_mapped("real"), _SCALE, _APART_ON_MAP, _REAL_ASKED),
    story(_mapped("map"), _SCALE, _APART_REALLY, _ON_MAP_ASKED),
]
