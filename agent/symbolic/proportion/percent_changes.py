"""Values that rise or fall by a percent, by how much percent they did, and what they were before."""

from fractions import Fraction

from ..clauses import clause, story
from ..problem import Kind, formula, positive
from ..wording import Build, Rule
from .percent_words import (
    ALL_OFF,
    FALLS,
    IT,
    ITEM,
    MODIFIER,
    MONEY,
    PCT,
    PERSON,
    RISES,
    SUBJECT,
    TAX,
    WHAT,
    A,
)
from .percents import CHANGE_DOWN, CHANGE_UP, DECREASE, INCREASE


def _before(direction: str) -> Kind:
    """The value before an increase or a decrease by a percent."""
    up = direction == "increase"
    sign, name = ("+", "percent_now") if up else ("-", "percent_left")
    said = "Add the increase to a hundred percent." if up else "Take the decrease from a hundred percent."
    return formula(
        f"original_before_{direction}",
        "original value",
        "percent new",
        f"{name} = 100 {sign} percent  # {said}\n"
        f"one_percent = Fraction(new, {name})  # Divide the new value by that many percent.\n"
        "answer = 100 * one_percent  # The original value is a hundred times that.",
        f"After a{'n' if up else ''} {direction} of {{percent}}% a value is {{new}}. What was the original value?",
        sane=lambda problem: positive(problem) and (up or problem["percent"] < 100),
        features=lambda problem: (
            Fraction(problem["new"]) * 100 % (100 + (1 if up else -1) * Fraction(problem["percent"])) == 0
        ),
    )


BEFORE_UP, BEFORE_DOWN = _before("increase"), _before("decrease")


KINDS = [BEFORE_UP, BEFORE_DOWN]

# --- reading ---


def _both(*kinds: Kind) -> Build:
    """The first of these kinds that it makes sense for."""
    return lambda found: next((made for kind in kinds if (made := kind.problem(found)) is not None), None)


_START = (rf"{SUBJECT} (?:is|was|of) {{original:number}}{MONEY}",)
_UP_BY = (rf"(?:it|{SUBJECT}) {RISES} by {{percent:percent}}",)
_DOWN_BY = (rf"(?:it|{SUBJECT}) {FALLS} by {{percent:percent}}",)
_UP_BY_ALL = (rf"{SUBJECT} of {{original:number}}{MONEY} {RISES} by {{percent:percent}}",)
_DOWN_BY_ALL = (rf"{SUBJECT} of {{original:number}}{MONEY} {FALLS} by {{percent:percent}}",)
_NEW = (
    rf"{WHAT} (?:the|its|his|her|my) new (?:price|cost|value|number|population|salary|wage|rent|weight|mass|height|"
    r"length|score|speed|pay|fare|bill|membership|attendance)",
    r"what is it now",
)


_FROM_TO = rf"from {{original:number}}{MONEY} to {{new:number}}{MONEY}"
_UP_TO = (
    rf"(?:{SUBJECT}|{ITEM}) {RISES}(?: in price)? {_FROM_TO}",
    rf"{SUBJECT} (?:was|is) {RISES} {_FROM_TO}",
)
_DOWN_TO = (
    rf"(?:{SUBJECT}|{ITEM}) {FALLS}(?: in price)? {_FROM_TO}",
    rf"{ITEM} (?:is|was) (?:discounted|marked down|cut) {_FROM_TO}",
)
_CHANGES_TO = (rf"(?:{SUBJECT}|{ITEM}) (?:changes|changed|goes|went) {_FROM_TO}",)
_WAS_IS = (
    rf"(?:{ITEM}|{SUBJECT}) (?:was|used to cost|cost|originally cost) {{original:number}}{MONEY}(?: and|,|,? but)? "
    rf"(?:(?:it )?(?:is|costs) )?now (?:costs |sells for )?(?:only )?{{new:number}}{MONEY}",
)
_BOUGHT_SOLD = (
    rf"(?:{PERSON}|{A} (?:shop|store|dealer|trader|man|woman|shopkeeper|merchant|seller|boy|girl|farmer)) "
    rf"(?:buys|bought|buy) {ITEM} for {{original:number}}"
    rf"{MONEY} and (?:sells|sold|sell) it for {{new:number}}{MONEY}",
    rf"{ITEM} (?:is|was) bought for {{original:number}}{MONEY} and sold for {{new:number}}{MONEY}",
)
_RATE = r"(?:the|its|his|her|their) "
_UP_ASKED = (
    rf"{WHAT} {_RATE}(?:{PCT} (?:increase|rise|gain|profit)|(?:increase|rise|gain|profit) {PCT})"
    rf"(?: in (?:the |its )?(?:price|cost|value|population))?",
    rf"{WHAT} {_RATE}(?:increase|rise|gain|profit) as an? {PCT}",
    rf"by what {PCT} (?:did|has|does) (?:it|{SUBJECT}) (?:increased?|risen|rise|gone up|go up|grown?)",
)
_DOWN_ASKED = (
    rf"{WHAT} {_RATE}(?:{PCT} (?:decrease|discount|reduction|loss|drop|fall)|(?:decrease|loss) {PCT})"
    rf"(?: in (?:the |its )?(?:price|cost|value|population))?",
    rf"{WHAT} {_RATE}(?:decrease|discount|reduction|loss) as an? {PCT}",
    rf"by what {PCT} (?:was|is|has|did) (?:it|{ITEM}|{SUBJECT}) (?:been )?(?:reduced|discounted|decreased?|fallen|"
    rf"fall)",
)
_CHANGE_ASKED = (rf"{WHAT} {_RATE}{PCT} (?:of )?change",)


_DISCOUNT = r"(?:discount|reduction|decrease)"
_AFTER_OFF = (
    rf"after (?:an? )?{{percent:percent}} {_DISCOUNT},? {IT} (?:costs?|cost|is|was|sells for) {{new:number}}{MONEY}",
    rf"after an? {_DISCOUNT} of {{percent:percent}},? (?:{IT}|a value) (?:costs?|cost|is|was|sells for) "
    rf"{{new:number}}{MONEY}",
    rf"{IT} (?:costs?|cost|is|was|sells for) {{new:number}}{MONEY} after (?:an? )?{{percent:percent}} {_DISCOUNT}",
    rf"{IT} (?:costs?|cost|is|was|sells for) {{new:number}}{MONEY} after an? {_DISCOUNT} of {{percent:percent}}",
    rf"after being (?:reduced|discounted|marked down) by {{percent:percent}},? {IT} costs {{new:number}}{MONEY}",
    rf"(?:{SUBJECT}|{ITEM}) {FALLS} by {{percent:percent}} to {{new:number}}{MONEY}",
    rf"{ITEM} (?:is|was) (?:discounted|marked down) by {{percent:percent}} to {{new:number}}{MONEY}",
)
_SALE_PRICE = (rf"the sale price of {A} (?:{MODIFIER} )?[a-z]+ is {{new:number}}{MONEY}",)
_AFTER_RISE = (
    rf"after (?:an? )?{{percent:percent}} (?:increase|rise),? (?:{IT}|{SUBJECT}) (?:costs?|cost|is|was) "
    rf"{{new:number}}{MONEY}",
    rf"after an increase of {{percent:percent}},? (?:{IT}|a value|{SUBJECT}) (?:costs?|cost|is|was) "
    rf"{{new:number}}{MONEY}",
    rf"(?:{SUBJECT}|{ITEM}) {RISES} by {{percent:percent}} to {{new:number}}{MONEY}",
    rf"{ITEM} costs {{new:number}}{MONEY},? (?:including|with) {{percent:percent}} {TAX}",
    rf"(?:{SUBJECT}|{ITEM}) (?:costs|is) {{new:number}}{MONEY} after (?:an? )?{{percent:percent}} (?:increase|rise)",
)
_BEFORE = (
    rf"(?:what was|what is|find|calculate|work out|determine) (?:the|its|his|her|their) (?:original|old|normal|"
    rf"regular|usual|full|previous) "
    rf"(?:price|cost|value|population|salary|wage|rent|weight|amount|number)(?: of (?:it|{ITEM}))?",
    rf"(?:what was|what is|find|calculate|work out) (?:the|its|his|her|their) (?:price|cost|value|population|"
    rf"salary|wage|rent|weight) before "
    rf"(?:the (?:discount|reduction|increase|rise|decrease|sale)|{TAX})",
    r"how much (?:was|were) (?:it|they) (?:originally|before(?: the (?:discount|sale|increase|reduction|rise))?)",
    r"(?:how much|what) (?:did|does) (?:it|they) cost before",
    rf"how much (?:did|does) (?:it|they|{ITEM}) (?:originally |normally )?cost(?: originally| before the "
    r"(?:discount|sale|increase|reduction))?",
)

RULES: list[Rule] = [
    story(INCREASE.problem, _START, _UP_BY, _NEW),
    story(DECREASE.problem, _START, _DOWN_BY, _NEW),
    story(INCREASE.problem, _UP_BY_ALL, _NEW),
    story(DECREASE.problem, _DOWN_BY_ALL, _NEW),
    story(CHANGE_UP.problem, (*_UP_TO, *_CHANGES_TO, *_WAS_IS, *_BOUGHT_SOLD), _UP_ASKED),
    story(CHANGE_DOWN.problem, (*_DOWN_TO, *_CHANGES_TO, *_WAS_IS, *_BOUGHT_SOLD), _DOWN_ASKED),
    story(_both(CHANGE_UP, CHANGE_DOWN), (*_UP_TO, *_DOWN_TO, *_CHANGES_TO, *_WAS_IS), _CHANGE_ASKED),
    story(BEFORE_DOWN.problem, _AFTER_OFF, _BEFORE),
    story(BEFORE_DOWN.problem, ALL_OFF, _SALE_PRICE, _BEFORE),
    story(BEFORE_UP.problem, _AFTER_RISE, _BEFORE),
    clause(
        BEFORE_DOWN.problem,
        r"{new:number} is {percent:percent} (?:less|lower|smaller) than (?:what|which)(?: "
        r"number)?",
    ),
    clause(
        BEFORE_UP.problem,
        r"{new:number} is {percent:percent} (?:more|greater|higher) than (?:what|which)(?: "
        r"number)?",
    ),
    clause(
        CHANGE_UP.problem,
        rf"what {PCT} (?:more|greater|higher) than {{original:number}} is {{new:number}}",
        rf"by what {PCT} is {{new:number}} (?:more|greater|higher) than {{original:number}}",
        rf"by what {PCT} does {{original:number}} increase to become {{new:number}}",
    ),
    clause(
        CHANGE_DOWN.problem,
        rf"what {PCT} (?:less|lower|smaller) than {{original:number}} is {{new:number}}",
        rf"by what {PCT} is {{new:number}} (?:less|lower|smaller) than {{original:number}}",
        rf"by what {PCT} does {{original:number}} decrease to become {{new:number}}",
    ),
]
