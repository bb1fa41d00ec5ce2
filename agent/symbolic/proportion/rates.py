"""Rates: the price of one, an amount per minute, and as much for more or fewer: prices, recipes, work."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from ..clauses import clause, story
from ..nouns import plain_noun, same_thing, thing, word
from ..problem import Given, Kind, Problem, formula, like, like_number, positive, said
from ..wording import Build, Rule
from .ratios import SCALED_PRICE
from .units import unit_of


def divides(top: str, bottom: str, *times: str) -> Callable[[Problem], object]:
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
    features=divides("amount", "count"),
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
    divides("first_amount", "first_count", "second_count"),
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
        _scaled_sane(problem) and bool(divides("first_amount", "first_count", "second_count")(problem))
    ),
    divides("first_amount", "first_count"),
    _vary_scaled,
)


KINDS = [UNIT_PRICE, UNIT_RATE, RECIPE, WORK]


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
    unit = plural_unit(found["unit"])
    if not same_thing(found["item"], found.get("again") or found["item"]) or unit != plural_unit(
        found["unit_again"]
    ):
        return None
    return WORK.problem({**found, "item": plain_noun(found["item"]), "unit": unit})


def plural_unit(unit: str) -> str:
    """A unit of time in the plural: "hours"."""
    return f"{unit.lower().removesuffix('s')}s"


def _rate(found: dict[str, Any]) -> Problem | None:
    unit = plural_unit(found["unit"])
    item = plain_noun(found["item"])
    asked = found.get("again"), found.get("unit_again")
    if asked[0] and not same_thing(item, asked[0]):
        return None
    if asked[1] and plural_unit(asked[1]) != unit:
        return None
    return UNIT_RATE.problem({**found, "item": item, "unit": unit})


_SPOONS = frozenset("cup cups teaspoon teaspoons tablespoon tablespoons tsp tbsp".split())
_ITEMS = r"(?P<item>[a-z]+(?: of [a-z]+)?)"
_AGAIN = r"(?P<again>[a-z]+(?: of [a-z]+)?)"
_MONEY = r"(?: (?:dollars|pounds|euros))?"
FIND = r"(?:what is|what's|find|calculate|work out|determine)"
_COST = r"(?:costs?|cost|are sold for|sell for)"
_SEVERAL = (
    rf"{{first_count:integer}} {_ITEMS} {_COST} {{first_price:number}}{_MONEY}",
    rf"the (?:cost|price) of {{first_count:integer}} {_ITEMS} is {{first_price:number}}{_MONEY}",
    rf"(?:you|i|he|she|{word('buyer')}) (?:buys?|bought|pays?|paid) {{first_price:number}}{_MONEY} for "
    rf"{{first_count:integer}} {_ITEMS}",
)
_COST_OF_OTHERS = (
    rf"{FIND} the (?:total )?(?:cost|price) of {{second_count:integer}} (?:such |of these )?{_AGAIN}",
    rf"how much (?:do|does|will|would|did) {{second_count:integer}} (?:such )?(?:{_AGAIN} )?cost",
    rf"what (?:do|does|will|would) {{second_count:integer}} (?:such )?(?:{_AGAIN} )?cost",
    rf"how much (?:is|are) {{second_count:integer}} {_AGAIN}",
)
_PACK = (
    rf"{{count:integer}} (?:identical |equal )?{_ITEMS} {_COST} {{total:number}}{_MONEY}",
    rf"an? (?:pack|box|bag|set|packet|carton|case) of {{count:integer}} {_ITEMS} costs {{total:number}}{_MONEY}",
    rf"the (?:cost|price) of {{count:integer}} {_ITEMS} is {{total:number}}{_MONEY}",
)
_COST_OF_ONE = (
    r"how much (?:does|is|will|would) (?:one|1|each)(?: cost)?",
    rf"{FIND} the (?:cost|price) of (?:one|1|a single|each) {_AGAIN}",
    rf"{FIND} the (?:cost|price) (?:per|for one|for each|of a|of an) {_AGAIN}",
    rf"{FIND} the (?:unit price|price per item|cost per item|price of one|price of each|cost of one|cost of each)",
    rf"how much (?:does|is|will|would) (?:one|1|each|a single|an?) {_AGAIN}(?: cost)?",
)
TIME = "minutes?|hours?|seconds?|days?|weeks?"
_MAKER = rf"(?:you|he|she|(?:(?:an?|the) )?{word('maker')})"
_OUTPUT = rf"{{first_amount:integer}} {thing('item')} in {{first_count:integer}} (?P<unit>{TIME})"
_RATE_OF = rf"{{amount:number}} {thing('item')} (?:in|for|per|every) {{count:number}} (?P<unit>[a-z]+)"
_IT_MAKES = rf"(?:it|he|she|you|(?:the |a )?{word('maker')}) "
_VERBS = r"(?:make|print|type|produce|pack|fill|read|write|bake|paint|sell|pick|build|wash|fold|cut)"
_MAKES = rf"(?:can )?{_VERBS}(?:s|es)?"
SAME_RATE = r"(?:,? at (?:the same|this|that) (?:rate|speed))?"
_NEED = r"(?:uses|needs|requires|calls for|takes|contains)"
_WHO = r"(?P<who>people|persons|servings|portions|[a-z]+)"
_WHO_AGAIN = r"(?P<who_again>[a-z]+)"
_INGREDIENT = r"{first_amount:number} ?(?:(?P<unit>[a-z]+) of )?(?P<item>[a-z]+)"
_RECIPE = (
    rf"an? (?:(?:cake|bread|soup|pancake|cookie|biscuit|muffin|pizza|sauce|salad|pie) )?recipe (?:for|that serves|"
    rf"that makes|to make|serves|makes) {{first_count:integer}} {_WHO} "
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
            rf"(?P<unit_again>{TIME})",
            rf"how many (?P<again>[a-z]+) (?:per|each) (?P<unit_again>{TIME})(?: is (?:that|this))?",
            rf"{FIND} (?:the|its|his|her) (?:unit )?rate in (?P<again>[a-z]+) per (?P<unit_again>{TIME})",
        ),
    ),
    story(
        _worked,
        (rf"{_MAKER} {_MAKES} {_OUTPUT}",),
        (
            rf"how many (?:(?P<again>[a-z]+) )?(?:does|do|can|will|would) {_IT_MAKES}{_VERBS} in "
            rf"{{second_count:integer}} "
            rf"(?P<unit_again>{TIME}){SAME_RATE}",
        ),
    ),
    story(_cooked, _RECIPE, _FOR_OTHERS),
]
