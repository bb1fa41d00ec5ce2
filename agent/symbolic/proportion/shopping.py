"""Small purchases: change after two things, and what an amount costs by the kilogram, litre or metre."""

from fractions import Fraction
from typing import Any

from ..clauses import clause, story
from ..nouns import plain_noun, same_thing, word
from ..problem import Problem, formula, positive
from ..wording import Rule
from .everyday import NOTE, PERSON
from .units import unit_of

CHANGE_FROM_TWO = formula(
    "change_from_two",
    "change",
    "first second paid",
    "cost = first + second  # Add the two prices.\nanswer = paid - cost  # Take the cost from what is paid.",
    "You buy a pen for ${first} and a book for ${second}. How much change do you get from ${paid}?",
    sane=lambda problem: (
        positive(problem) and problem["paid"] > Fraction(problem["first"]) + Fraction(problem["second"])
    ),
)
BY_AMOUNT = formula(
    "price_by_amount",
    "cost",
    "price unit amount thing",
    "answer = price * amount  # Multiply the price of one by the amount.",
    "{thing} costs ${price} per {unit}. How much do {amount} {unit}s cost?",
    sane=lambda problem: positive(problem) and problem["amount"] != 1,
    features=lambda problem: (
        (100 * Fraction(problem["price"]) * Fraction(problem["amount"])).denominator == 1
    ),
)
KINDS = [CHANGE_FROM_TWO, BY_AMOUNT]


# --- reading --------------------------------------------------------------------------------------------------------

_MONEY = r"(?: (?:dollars|pounds|euros))?"
_BUYS = rf"{PERSON} (?:buys?|bought)"
_ONE, _OTHER = (rf"(?:an?|the|some) {word(name)}" for name in ("one_thing", "other_thing"))
_TWO_THINGS = (
    rf"{_BUYS} {_ONE} for {{first:number}}{_MONEY} and {_OTHER} for {{second:number}}{_MONEY}",
    rf"{_ONE} costs {{first:number}}{_MONEY} and {_OTHER} costs {{second:number}}{_MONEY}",
)
_GETS = rf"how much change (?:do|does|did|will|should|would) {PERSON} (?:get|receive|be given)(?: back)?"
_FROM = (
    rf"{_GETS} from (?:an? )?{{paid:number}}{_MONEY}{NOTE}",
    rf"(?:what is|find|calculate|work out) (?:the|his|her|your|my) change from (?:an? )?{{paid:number}}{_MONEY}{NOTE}",
)
_PAYS = (rf"{PERSON} (?:pays?|paid) with (?:an? )?{{paid:number}}{_MONEY}{NOTE}",)
_CHANGE = (_GETS, r"(?:what is|find|calculate|work out) (?:the|his|her|your|my) change")
_UNIT = r"(?P<unit>[a-z]+)"
_PER = rf"(?:per|an?|for (?:an?|one|1)|each) {_UNIT}"
_PRICED = (
    rf"{word('thing')} (?:costs?|is|are|sells? for|is sold (?:for|at)|are sold (?:for|at)) "
    rf"{{price:number}}{_MONEY} {_PER}",
    rf"the (?:price|cost) of {word('thing')} is {{price:number}}{_MONEY} {_PER}",
    rf"(?:one|1|an?) (?P<unit>[a-z]+) of {word('thing')} costs {{price:number}}{_MONEY}",
)
_AMOUNT = rf"{{amount:number}} ?(?P<unit_asked>[a-z]+?)(?: of (?:the |these )?{word('again')})?"
_COST = (
    rf"how much (?:do|does|will|would|did) {_AMOUNT} cost",
    rf"what (?:do|does|will|would) {_AMOUNT} cost",
    rf"how much (?:is|are) {_AMOUNT}",
    rf"(?:what is|find|calculate|work out) the (?:total )?(?:cost|price) of {_AMOUNT}",
    rf"how much (?:do|does|will|would|must|did) {PERSON} pay for {_AMOUNT}",
)
_ALL = (
    rf"(?:the )?(?:total )?(?:cost|price) of {_AMOUNT} at {{price:number}}{_MONEY} {_PER}",
    rf"how much (?:do|does|will|would) {_AMOUNT} cost at {{price:number}}{_MONEY} {_PER}",
)


def _by_amount(found: dict[str, Any]) -> Problem | None:
    one, asked = unit_of(found["unit"]), unit_of(found["unit_asked"])
    thing = plain_noun(found.get("thing") or found.get("again") or "something")
    if one is None or asked is None or one[0] != asked[0] or one[3] != 1 or one[0] in _NO_AMOUNTS:
        return None
    if found.get("again") and not same_thing(thing, found["again"]):
        return None
    unit = one[0].removesuffix("s")
    return BY_AMOUNT.problem({**found, "thing": thing, "unit": unit})


_NO_AMOUNTS = frozenset(
    "feet inches seconds minutes hours days weeks months years decades cents nickels dimes quarters dollars".split()
)


def _two(found: dict[str, Any]) -> Problem | None:
    """Two things: one that is bought again would be a third."""
    one, other = found["one_thing"], found["other_thing"]
    return None if same_thing(one, other) else CHANGE_FROM_TWO.problem(found)


RULES: list[Rule] = [
    story(_two, _TWO_THINGS, _FROM),
    story(_two, _TWO_THINGS, _PAYS, _CHANGE),
    story(_by_amount, _PRICED, _COST),
    clause(_by_amount, *_ALL),
]
