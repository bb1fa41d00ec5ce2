"""Prices with a percent off or on: discounts, sales, taxes and tips."""

from typing import Any

from ..clauses import story
from ..problem import Problem
from ..wording import Rule
from .percent_words import ALL_OFF, ITEM, MAYBE_IT, MODIFIER, MONEY, PERSON, TAX, WHAT, A
from .percents import INCREASE, PERCENT_OF, PERCENT_OFF

_COSTS = (
    r"(?:(?:originally |normally |usually )?(?:costs?|cost)|(?:is|was|are) (?:originally |normally |usually "
    r")?(?:priced "
    r"at|marked at|worth|sold for)?|(?:normally |usually |originally )?sells for|has an? (?:original |regular "
    r")?price of|"
    r"(?:is|comes to|came to))"
)
_NUMBER_PRICE = rf"{{price:number}}{MONEY}"
_PRICED = (rf"{ITEM} {_COSTS} ?{_NUMBER_PRICE}",)
_NOW = r"(?:is|are|was|were) (?:now |then )?"
_OFF = (
    rf"{MAYBE_IT}(?:{_NOW})?(?:on sale (?:for|at|with)|offered at|has|have|with|at|for) (?:an? )?"
    rf"{{percent:percent}} (?:off|discount|reduction)",
    rf"{MAYBE_IT}{_NOW}{{percent:percent}} off",
    rf"{MAYBE_IT}{_NOW}(?:discounted|reduced|marked down|cut)(?: by)? {{percent:percent}}",
    rf"{MAYBE_IT}(?:falls|drops|decreases|goes down|is decreased) by {{percent:percent}}",
    r"there is an? {percent:percent} (?:discount|reduction)",
    rf"(?:in|at|during) {A} sale,? (?:it|the price|its price) is (?:discounted|reduced|marked down|cut) by "
    r"{percent:percent}",
    r"(?:a|the) (?:shop|store) (?:gives|offers|has|takes) (?:an? )?{percent:percent} (?:off|discount)",
)
_BOTH_OFF = (
    rf"{A} {_NUMBER_PRICE} (?:{MODIFIER} )?[a-z]+ (?:{_NOW})?(?:on sale (?:for|at|with)|has|with|at)? ?(?:an? )?"
    r"{percent:percent} (?:off|discount|reduction)",
    rf"{A} {_NUMBER_PRICE} (?:{MODIFIER} )?[a-z]+ {_NOW}(?:discounted|reduced|marked down|cut) by "
    rf"{{percent:percent}}",
    rf"{ITEM} {_COSTS} {_NUMBER_PRICE} (?:with|before) an? {{percent:percent}} discount",
    rf"(?:you|i|he|she|we|they) (?:buy|bought|buys) {A} {_NUMBER_PRICE} (?:{MODIFIER} )?[a-z]+ (?:at|with|for) "
    r"(?:an? )?{percent:percent} (?:off|discount)",
)
_AFTER = r"(?: after the (?:discount|reduction|sale|decrease))?"
_NEW_PRICE = (
    rf"{WHAT} (?:the|its|their) (?:sale|new|final|discounted|reduced) price(?: of {A} (?:{MODIFIER} "
    rf")?[a-z]+)?{_AFTER}",
    rf"{WHAT} (?:the|its|their) (?:price|cost) (?:now|after the (?:discount|reduction))",
    rf"how much (?:does|do|will|would|must) (?:it|they|{ITEM}) (?:now )?cost(?: now| in the sale)?{_AFTER}",
    rf"how much (?:does|do|will|would|must) (?:you|i|he|she|we|they) (?:have to )?pay(?: for (?:it|{ITEM}))?{_AFTER}",
    rf"how much is (?:it|{ITEM}) (?:now|in the sale|after the discount)",
)
_SAVED = (
    rf"{WHAT} the (?:discount|amount of (?:the )?discount|saving|reduction)",
    r"how much is the (?:discount|reduction|saving)",
    r"how much (?:do|does|will|would) (?:you|i|he|she|we|they) save",
    r"how much money (?:do|does|will|would) (?:you|i|he|she|we|they) save",
)


def _of_price(found: dict[str, Any]) -> Problem | None:
    return PERCENT_OF.problem({"percent": found["percent"], "whole": found["price"]})


def _up_from_price(found: dict[str, Any]) -> Problem | None:
    return INCREASE.problem({"percent": found["percent"], "original": found["price"]})


_TAXED = (
    rf"(?:the )?{TAX}(?: rate)? (?:is|of|at) {{percent:percent}}(?: is added)?",
    rf"{{percent:percent}} {TAX} is added",
    rf"there is (?:an? )?{{percent:percent}} {TAX}",
)
_BOTH_TAXED = (
    rf"{ITEM} {_COSTS} {_NUMBER_PRICE},? (?:plus|before|excluding) {{percent:percent}} {TAX}",
    rf"{ITEM} {_COSTS} {_NUMBER_PRICE},? (?:plus|before|excluding) {TAX} (?:at|of) {{percent:percent}}",
)
_TOTAL = (
    rf"{WHAT} the (?:total|final) (?:price|cost|bill|amount)(?: (?:of|for) (?:it|{ITEM}))?"
    rf"(?:,? (?:including|with|after) (?:the )?(?:tax|vat|tip))?",
    rf"{WHAT} the (?:price|cost|bill) (?:including|with|after) (?:the )?(?:tax|vat|tip)",
    rf"{WHAT} the total",
    r"how much (?:does|do|will|would|must|did) (?:you|i|he|she|we|they|it) (?:have to )?(?:pay|cost|spend)"
    r"(?: altogether| in total| in all)?",
)
_TIPPED = (
    rf"{PERSON} (?:leaves?|left|gives?|gave|adds?|added|pays?|wants? to leave|decides? to leave) (?:an? )?"
    r"{percent:percent} tip",
    rf"{PERSON} (?:tips?|tipped) {{percent:percent}}",
)
_ADDED = (
    rf"{WHAT} the (?:amount of (?:the )?)?(?:tip|{TAX})",
    rf"how much (?:is|was) the (?:tip|{TAX})",
    rf"how much (?:{TAX}|tip) (?:is|was) (?:paid|added)",
)


RULES: list[Rule] = [
    story(PERCENT_OFF.problem, _PRICED, _OFF, _NEW_PRICE),
    story(PERCENT_OFF.problem, _BOTH_OFF, _NEW_PRICE),
    story(PERCENT_OFF.problem, ALL_OFF, _PRICED, _NEW_PRICE),
    story(_of_price, _PRICED, _OFF, _SAVED),
    story(_of_price, _BOTH_OFF, _SAVED),
    story(_of_price, _PRICED, (*_TAXED, *_TIPPED), _ADDED),
    story(_of_price, _BOTH_TAXED, _ADDED),
    story(_up_from_price, _PRICED, (*_TAXED, *_TIPPED), _TOTAL),
    story(_up_from_price, _BOTH_TAXED, _TOTAL),
]
