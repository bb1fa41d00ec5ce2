"""Everyday sums: what several things cost, change, coins, and temperatures that rise and fall."""

from fractions import Fraction
from typing import Any

from ..clauses import clause, story
from ..nouns import plain_noun, same_thing, thing, word
from ..problem import Kind, Problem, formula, positive, said
from ..wording import Build, Rule

TOTAL_COST = formula(
    "total_cost",
    "cost",
    "count price item",
    "answer = count * price  # Multiply the price of one by how many there are.",
    "What is the cost of {count} {item} at ${price} each?",
    sane=lambda problem: positive(problem) and problem["count"] > 1,
)
CHANGE = formula(
    "change",
    "change",
    "price paid",
    "answer = paid - price  # Take the price from what is paid.",
    "Something costs ${price}. You pay with ${paid}. How much change do you get?",
    sane=lambda problem: positive(problem) and problem["paid"] > problem["price"],
)
CHANGE_FROM_SEVERAL = formula(
    "change_from_several",
    "change",
    "count price item paid",
    "cost = count * price  # Multiply the price of one by how many there are.\n"
    "answer = paid - cost  # Take the cost from what is paid.",
    "You buy {count} {item} at ${price} each. You pay with ${paid}. How much change do you get?",
    sane=lambda problem: (
        positive(problem)
        and problem["count"] > 1
        and problem["paid"] > problem["count"] * Fraction(problem["price"])
    ),
)


def _after(problem: Problem) -> Any:
    return problem["start"] + (problem["change"] if problem["direction"] == "rose" else -problem["change"])


TEMPERATURE = Kind(
    "temperature_after",
    "temperature",
    ("start", "change", "direction"),
    lambda problem: (
        "answer = start + change  # Add the rise to the temperature."
        if problem["direction"] == "rose"
        else "answer = start - change  # Take the fall from the temperature."
    ),
    lambda problem: (
        f"The temperature was {said(problem['start'])} degrees. It {problem['direction']} by "
        f"{said(problem['change'])} degrees. What is the temperature now?"
    ),
    lambda problem: problem["change"] > 0,
    lambda problem: (problem["start"] < 0, _after(problem) < 0),
)


def _change_phrase(problem: Problem) -> str:
    rose, rise = ("rose", "rise") if problem["end"] > problem["start"] else ("fell", "fall")
    degrees = f"from {said(problem['start'])} degrees to {said(problem['end'])} degrees"
    return f"The temperature {rose} {degrees}. By how many degrees did it {rise}?"


TEMPERATURE_CHANGE = Kind(
    "temperature_change",
    "change",
    ("start", "end"),
    lambda problem: (
        "answer = end - start  # Take the first temperature from the second."
        if problem["end"] > problem["start"]
        else "answer = start - end  # Take the second temperature from the first."
    ),
    _change_phrase,
    lambda problem: problem["end"] != problem["start"],
    lambda problem: (problem["start"] < 0, problem["end"] < 0, problem["start"] < problem["end"]),
)
_COINS = {"quarter": 25, "dime": 10, "nickel": 5, "penny": 1}


def _coin_names(problem: Problem) -> list[str]:
    return problem["names"].split(", ")


def _coin_steps(problem: Problem) -> str:
    lines, names = "", _coin_names(problem)
    for count, name in zip(problem["counts"], names, strict=True):
        coin = "penny" if name == "pennies" else name[:-1]
        lines += f"cents_in_{name} = {count} * {_COINS[coin]}  # Find how many cents the {name} are.\n"
    return lines + f"answer = {' + '.join(f'cents_in_{name}' for name in names)}  # Add them up."


def _coin_phrase(problem: Problem) -> str:
    each = [f"{count} {name}" for count, name in zip(problem["counts"], _coin_names(problem), strict=True)]
    return f"How many cents are {', '.join(each[:-1])} and {each[-1]}?"


COINS = Kind(
    "coin_value",
    "cents",
    ("counts", "names"),
    _coin_steps,
    _coin_phrase,
    lambda problem: (
        min(problem["counts"]) > 1 and len(set(_coin_names(problem))) == len(problem["counts"]) > 1
    ),
)
KINDS = [TOTAL_COST, CHANGE, CHANGE_FROM_SEVERAL, TEMPERATURE, TEMPERATURE_CHANGE, COINS]


# --- reading --------------------------------------------------------------------------------------------------------


def _several(kind: Kind) -> Build:
    def build(found: dict[str, Any]) -> Problem | None:
        item, again = plain_noun(found["item"]), found.get("again")
        return kind.problem({**found, "item": item}) if again is None or same_thing(item, again) else None

    return build


def _warmer(direction: str) -> Build:
    return lambda found: TEMPERATURE.problem({**found, "direction": direction})


def _moved(up: bool) -> Build:
    """From one temperature to another; "rose" and "fell" must be true of them."""

    def build(found: dict[str, Any]) -> Problem | None:
        return TEMPERATURE_CHANGE.problem(found) if (found["end"] > found["start"]) == up else None

    return build


def _coins(found: dict[str, Any]) -> Problem | None:
    names = [
        found[f"coin_{place}"].lower() for place in ("one", "two", "three") if found.get(f"coin_{place}")
    ]
    counts = tuple(found[place] for place in ("one", "two", "three") if place in found)
    return COINS.problem({"counts": counts, "names": ", ".join(names)})


_MONEY = r"(?: (?:dollars|pounds|euros))?"
PERSON = rf"(?:you|i|he|she|{word('who')})"
_BUYS = rf"{PERSON} (?:buys?|bought|want to buy|wants to buy)"
NOTE = r"(?: (?:note|bill))?"
_EACH = (
    rf"(?:at|for|that cost|which cost|costing|priced at) {{price:number}}{_MONEY} "
    rf"(?:each|apiece|per (?P<again>[a-z]+))"
)
_OF_SEVERAL = rf"{{count:integer}} {thing('item')} {_EACH}"
_HOW_MUCH = (
    r"(?:what is|find|calculate|work out) the (?:total (?:cost|price)?|cost|price)(?: altogether)?",
    rf"how much (?:does|do|did|will|would|must) (?:it|they|{PERSON}) (?:cost|pay|spend|have to pay)(?: "
    rf"altogether| in total| in all)?",
    r"how much is (?:that|it) (?:altogether|in total|in all)?",
)
_ONE_COSTS = (
    rf"(?:an?|one|each|1) {thing('item')} costs? {{price:number}}{_MONEY}",
    rf"{thing('item')} cost {{price:number}}{_MONEY} each",
)
_COST_OF_MANY = (
    r"(?:what is|find|calculate|work out) the (?:total )?(?:cost|price) of {count:integer} (?P<again>[a-z]+)",
    r"how much (?:do|does|will|would) {count:integer} (?P<again>[a-z]+) cost",
    r"how much (?:are|is) {count:integer} (?P<again>[a-z]+)",
)
_PAYS = (
    rf"{PERSON} (?:pays?|paid) (?:with |using )?(?:an? )?{{paid:number}}{_MONEY}{NOTE}",
    rf"{PERSON} (?:gives?|hands?) (?:over |the (?:cashier|shopkeeper|clerk) )?(?:an? "
    rf")?{{paid:number}}{_MONEY}{NOTE}",
)
_CHANGE_ASKED = (
    rf"how much change (?:do|does|did|will|should|would) {PERSON} (?:get|receive|be given)(?: back)?",
    rf"(?:what is|find|calculate|work out) (?:the|his|her|your|my|{word('whose')}'s) change",
    r"how much change is (?:there|given)",
)
_CHANGE_FROM = (
    rf"how much change (?:do|does|did|will|should|would) {PERSON} (?:get|receive|be given)(?: back)? from (?:an? )?"
    rf"{{paid:number}}{_MONEY}{NOTE}",
    rf"(?:what is|find|calculate|work out) (?:the|his|her|your|my) change from (?:an? "
    rf")?{{paid:number}}{_MONEY}{NOTE}",
)
_ONE_PRICE = (
    rf"(?:an?|the|one) {word('thing')} costs? {{price:number}}{_MONEY}",
    rf"something costs {{price:number}}{_MONEY}",
    rf"{_BUYS} (?:an?|the|one) {word('thing')} (?:for|that costs|costing) {{price:number}}{_MONEY}",
    rf"{PERSON} spends? {{price:number}}{_MONEY}",
)
_DEGREES = r"(?: ?°| ?degrees?)?(?: ?(?:c|f|celsius|fahrenheit)\b)?"
_TEMPERATURE = rf"the temperature(?: outside)? (?:was|is) {{start:number}}{_DEGREES}"
_BY = rf"(?: by)? {{change:number}}{_DEGREES}"
_ROSE = (
    rf"(?:then )?(?:it |the temperature )?(?:then )?(?:rises|rose|increases|increased|goes up|went up|gets "
    rf"warmer|got warmer){_BY}",
)
_FELL = (
    rf"(?:then )?(?:it |the temperature )?(?:then )?(?:falls|fell|drops|dropped|decreases|decreased|goes "
    rf"down|went down){_BY}",
)
_NOW = (
    r"what is the (?:new )?temperature(?: now)?(?:,? in °? ?(?:c|f|celsius|degrees))?",
    r"what (?:is|was) the (?:new|final) temperature",
    r"what is it now",
    r"(?:find|work out|calculate) the (?:new|final) temperature",
)
_FROM_TO = rf"from {{start:number}}{_DEGREES} to {{end:number}}{_DEGREES}"
_UP = (rf"the temperature (?:rises|rose|increases|increased|goes up|went up) {_FROM_TO}",)
_DOWN = (rf"the temperature (?:falls|fell|drops|dropped|decreases|decreased|goes down|went down) {_FROM_TO}",)
_BY_HOW_MUCH = (
    r"(?:by )?how (?:many degrees|much) did (?:it|the temperature) (?:rise|increase|go up|fall|drop|decrease|go "
    r"down|change)",
    r"what (?:is|was) the (?:rise|increase|fall|drop|decrease|change)(?: in temperature)?",
    r"what is the difference(?: in temperature)?",
)
_COIN = "quarters|dimes|nickels|pennies"
_HAVE = (
    rf"{{one:integer}} (?P<coin_one>{_COIN}) and {{two:integer}} (?P<coin_two>{_COIN})",
    rf"{{one:integer}} (?P<coin_one>{_COIN}), {{two:integer}} (?P<coin_two>{_COIN}),? and {{three:integer}} "
    rf"(?P<coin_three>{_COIN})",
)
RULES: list[Rule] = [
    clause(
        _several(TOTAL_COST),
        rf"(?:the )?(?:total )?(?:cost|price) of {_OF_SEVERAL}",
        rf"how much (?:do|does|will|would) {_OF_SEVERAL} cost",
    ),
    story(_several(TOTAL_COST), (rf"{_BUYS} {_OF_SEVERAL}",), _HOW_MUCH),
    story(_several(TOTAL_COST), _ONE_COSTS, _COST_OF_MANY),
    story(_several(CHANGE_FROM_SEVERAL), (rf"{_BUYS} {_OF_SEVERAL}",), _PAYS, _CHANGE_ASKED),
    story(_several(CHANGE_FROM_SEVERAL), (rf"{_BUYS} {_OF_SEVERAL}",), _CHANGE_FROM),
    story(CHANGE.problem, _ONE_PRICE, _PAYS, _CHANGE_ASKED),
    story(CHANGE.problem, _ONE_PRICE, _CHANGE_FROM),
    story(
        CHANGE.problem,
        (
            rf"{PERSON} (?:pays?|paid) for (?:an? )?{{price:number}} {word('thing')} with (?:an? )?"
            rf"{{paid:number}}{_MONEY}{NOTE}",
        ),
        _CHANGE_ASKED,
    ),
    story(_warmer("rose"), (_TEMPERATURE,), _ROSE, _NOW),
    story(_warmer("fell"), (_TEMPERATURE,), _FELL, _NOW),
    story(_moved(up=True), _UP, _BY_HOW_MUCH),
    story(_moved(up=False), _DOWN, _BY_HOW_MUCH),
    clause(
        _coins,
        *[rf"how many cents (?:are|is|are there in|are in) {have}" for have in _HAVE],
        *[rf"the value (?:of|in cents of) {have},? in cents" for have in _HAVE],
    ),
    story(
        _coins,
        [rf"{PERSON} (?:have|has) {have}" for have in _HAVE],
        (rf"how many cents (?:do|does) {PERSON} have(?: altogether| in all| in total)?",),
    ),
]
