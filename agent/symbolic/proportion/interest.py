"""Simple interest on an amount of money."""

from fractions import Fraction

from ..clauses import clause, story
from ..problem import formula, positive
from ..wording import Rule
from .percent_words import MONEY, PERSON, WHAT

_INTEREST = (
    "interest_per_year = Fraction(principal, 100) * rate  # Find the interest for one year.\n"
    "{name} = interest_per_year * years  # Multiply by the number of years."
)
INTEREST = formula(
    "simple_interest",
    "interest",
    "principal rate years",
    _INTEREST.format(name="answer"),
    "What is the simple interest on ${principal} at {rate}% per year for {years} years?",
    sane=positive,
    features=lambda problem: Fraction(problem["principal"]) * Fraction(problem["rate"]) % 100 == 0,
)
WITH_INTEREST = formula(
    "simple_interest_total",
    "total",
    "principal rate years",
    _INTEREST.format(name="interest") + "\nanswer = principal + interest  # Add the interest.",
    "You invest ${principal} at {rate}% simple interest per year for {years} years. What is the total amount?",
    sane=positive,
    features=lambda problem: Fraction(problem["principal"]) * Fraction(problem["rate"]) % 100 == 0,
)
KINDS = [INTEREST, WITH_INTEREST]
_PER_YEAR = r"(?:,? ?(?:per year|per annum|p\.?a\.?|a year|each year|every year|annually|yearly))"
_YEARS = r"(?:for|over|after|in) {years:number} years?"
_PRINCIPAL = rf"{{principal:number}}{MONEY}"
_SIMPLE = (
    rf"(?:the )?simple interest (?:earned |paid )?on {_PRINCIPAL} (?:invested |borrowed )?at (?:a rate of |an "
    rf"annual rate of "
    rf"|an interest rate of )?{{rate:percent}}{_PER_YEAR}? {_YEARS}",
    rf"(?:the )?simple interest on {_PRINCIPAL} {_YEARS} at (?:a rate of )?{{rate:percent}}{_PER_YEAR}?",
    rf"(?:how much )?simple interest (?:is|will be|would be) (?:earned|paid|due|charged) on {_PRINCIPAL} at "
    rf"{{rate:percent}}{_PER_YEAR}? {_YEARS}",
)
_INVESTED = (
    rf"{PERSON} (?:invests?|invested|deposits?|deposited|borrows?|borrowed|saves?|saved|puts?) {_PRINCIPAL}"
    rf"(?: (?:in|into|from) (?:a|the) (?:bank|bank account|savings account|account))? at (?:an? )?{{rate:percent}}"
    rf"(?:{_PER_YEAR} simple interest|(?: annual)? simple interest{_PER_YEAR}?) {_YEARS}",
    rf"{_PRINCIPAL} (?:is|was) (?:invested|deposited|borrowed) (?:at )?{{rate:percent}}"
    rf"(?:{_PER_YEAR} simple interest|(?: annual)? simple interest{_PER_YEAR}?) {_YEARS}",
)
_INVESTED_AT = (
    rf"{PERSON} (?:invests?|invested|deposits?|deposited|borrows?|borrowed|saves?|saved|puts?) {_PRINCIPAL}"
    rf"(?: (?:in|into|from) (?:a|the|an) (?:bank|bank account|savings account|account))? at (?:an? )?{{rate:percent}}"
    rf"(?:{_PER_YEAR} simple interest|(?: annual)? simple interest{_PER_YEAR}?)",
    rf"{_PRINCIPAL} (?:is|was) (?:invested|deposited|borrowed) (?:at )?(?:a rate of )?{{rate:percent}}"
    rf"(?:{_PER_YEAR} simple interest|(?: annual)? simple interest{_PER_YEAR}?)",
)
_INTEREST_OVER = (
    rf"how much (?:simple )?interest (?:does|do|will|did|would) {PERSON} (?:earn|pay|get|receive|owe) {_YEARS}",
    rf"how much (?:simple )?interest (?:is|will be|would be) (?:earned|paid) {_YEARS}",
    rf"{WHAT} the (?:total )?(?:simple )?interest(?: earned| paid)? {_YEARS}",
)
_BALANCE_AFTER = (
    rf"how much (?:money )?(?:will|does|do|would) (?:you|i|he|she|we|they) have {_YEARS}",
    rf"how much (?:money )?(?:is|will be) in the (?:bank|account|bank account) {_YEARS}",
    rf"{WHAT} the (?:total|final)(?: amount| value| balance)? {_YEARS}",
)
_INTEREST_ASKED = (
    rf"how much (?:simple )?interest (?:does|do|will|did|would) {PERSON} (?:earn|pay|get|receive|owe)"
    r"(?: altogether| in total)?",
    rf"{WHAT} the (?:total )?(?:simple )?interest(?: earned| paid)?",
    r"how much interest is (?:earned|paid)",
)
_BALANCE_ASKED = (
    rf"{WHAT} the (?:total|final)(?: amount| value| balance)?(?: (?:after|at the end of) (?:the|that|this) "
    rf"(?:time|period))?",
    rf"{WHAT} the balance",
    r"how much (?:money )?(?:will|does|do|would) (?:you|i|he|she|we|they) have(?: in total| altogether| at the end)?",
)


RULES: list[Rule] = [
    story(INTEREST.problem, _INVESTED, _INTEREST_ASKED),
    story(WITH_INTEREST.problem, _INVESTED, _BALANCE_ASKED),
    story(INTEREST.problem, _INVESTED_AT, _INTEREST_OVER),
    story(WITH_INTEREST.problem, _INVESTED_AT, _BALANCE_AFTER),
    clause(INTEREST.problem, *_SIMPLE),
]
