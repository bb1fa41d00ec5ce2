"""Percents of a number, discounts, increase and decrease, percent change, and percents in other forms."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import gcd, prod
from random import Random
from typing import Any

from ..problem import Given, Kind, Problem, formula, like_number, positive, said
from ..wording import Rule, rule


def _whole_result(*names: str) -> Callable[[Problem], object]:
    """Features: whether the product of the values named, over 100, is whole."""
    return lambda problem: prod(Fraction(problem[name]) for name in names) % 100 == 0


def _divides(part: str, whole: str, times: int = 1) -> Callable[[Problem], object]:
    def features(problem: Problem) -> object:
        top, bottom = Fraction(problem[part]) * times, Fraction(problem[whole])
        return top % bottom == 0, top < bottom * times

    return features


def _under_100(problem: Problem) -> bool:
    return positive(problem) and problem["percent"] <= 100


_PART = (
    "one_percent = Fraction({whole}, 100)  # Find one percent.\n{name} = one_percent * percent  # "
    "Take it {verb}."
)


def _of_whole(whole: str, name: str) -> str:
    return _PART.format(whole=whole, name=name, verb="as often as the percent says")


PERCENT_OF = formula(
    "percent_of",
    "part",
    "percent whole",
    _of_whole("whole", "answer"),
    "What is {percent}% of {whole}?",
    sane=positive,
    features=_whole_result("percent", "whole"),
)
PERCENT_OFF = formula(
    "percent_off",
    "new price",
    "percent price",
    _of_whole("price", "discount") + "\nanswer = price - discount  # Take the discount from the price.",
    "What is {percent}% off ${price}?",
    sane=_under_100,
    features=_whole_result("percent", "price"),
)
INCREASE = formula(
    "percent_increase",
    "new value",
    "original percent",
    _of_whole("original", "increase") + "\nanswer = original + increase  # Add the increase.",
    "Increase {original} by {percent}%.",
    sane=positive,
    features=_whole_result("percent", "original"),
)
DECREASE = formula(
    "percent_decrease",
    "new value",
    "original percent",
    _of_whole("original", "decrease") + "\nanswer = original - decrease  # Take the decrease away.",
    "Decrease {original} by {percent}%.",
    sane=_under_100,
    features=_whole_result("percent", "original"),
)


def _change_steps(problem: Problem) -> str:
    up = problem["new"] > problem["original"]
    change = "new - original" if up else "original - new"
    return (
        f"change = {change}  # Find how much it changed.\n"
        "fraction_of_original = Fraction(change, original)  # Compare the change with the original value.\n"
        "answer = 100 * fraction_of_original  # Write it as a percent."
    )


def _vary_change(problem: Problem, random: Random) -> dict[str, Given]:
    original = like_number(random, problem["original"])
    percent = random.randrange(5, 100 if problem["new"] < problem["original"] else 150, 5)
    sign = 1 if problem["new"] > problem["original"] else -1
    new = Fraction(original) * (1 + sign * Fraction(percent, 100))
    return {"original": original, "new": new.numerator if new.denominator == 1 else new}


def _change(direction: str) -> Kind:
    up = direction == "increase"
    return Kind(
        f"percent_change_{direction}",
        f"percent {direction}",
        ("original", "new"),
        _change_steps,
        lambda problem: (
            f"What is the percent {direction} from {said(problem['original'])} to {said(problem['new'])}?"
        ),
        lambda problem: (
            positive(problem)
            and (problem["new"] > problem["original"]) == up
            and problem["new"] != problem["original"]
        ),
        lambda problem: isinstance(problem["new"], int | Decimal),
        _vary_change,
    )


CHANGE_UP, CHANGE_DOWN = _change("increase"), _change("decrease")
WHAT_PERCENT = formula(
    "what_percent",
    "percent",
    "part whole",
    "fraction_of_whole = Fraction(part, whole)  # Compare the part with the whole.\n"
    "answer = 100 * fraction_of_whole  # Write it as a percent.",
    "What percent of {whole} is {part}?",
    sane=positive,
    features=_divides("part", "whole", 100),
)
PERCENT_WHOLE = formula(
    "percent_whole",
    "whole",
    "part percent",
    "one_percent = Fraction(part, percent)  # Find one percent: divide the part by the percent.\n"
    "answer = 100 * one_percent  # The whole is a hundred times that.",
    "{part} is {percent}% of what number?",
    sane=positive,
    features=_divides("part", "percent", 100),
)
PERCENT_TO_DECIMAL = formula(
    "percent_to_decimal",
    "decimal",
    "percent",
    "answer = Fraction(percent, 100)  # Divide by a hundred.",
    "Write {percent}% as a decimal.",
    sane=positive,
)


def _over_a_hundred(problem: Problem) -> str:
    percent = problem["percent"]
    if not isinstance(percent, int) or gcd(percent, 100) == 1:
        return "answer = Fraction(percent, 100)  # Write it over a hundred and simplify."
    return (
        "shared = gcd(percent, 100)  # Write it over a hundred and find the greatest number that divides both.\n"
        "answer = Fraction(percent, 100)  # Divide both by it."
    )


PERCENT_TO_FRACTION = formula(
    "percent_to_fraction",
    "fraction",
    "percent",
    _over_a_hundred,
    "Write {percent}% as a fraction.",
    sane=positive,
)
DECIMAL_TO_PERCENT = formula(
    "decimal_to_percent",
    "percent",
    "decimal",
    "answer = 100 * decimal  # Multiply by a hundred.",
    "Write {decimal} as a percent.",
    sane=lambda problem: isinstance(problem["decimal"], Decimal) and problem["decimal"] > 0,
)


KINDS = [
    *[PERCENT_OF, PERCENT_OFF, INCREASE, DECREASE, CHANGE_UP, CHANGE_DOWN, WHAT_PERCENT, PERCENT_WHOLE],
    *[PERCENT_TO_DECIMAL, PERCENT_TO_FRACTION, DECIMAL_TO_PERCENT],
]


# --- reading --------------------------------------------------------------------------------------------------------


def _changed(direction: str = "") -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        kinds = {"increase": [CHANGE_UP], "decrease": [CHANGE_DOWN]}.get(direction, [CHANGE_UP, CHANGE_DOWN])
        made = [kind.problem(found) for kind in kinds]
        return next((problem for problem in made if problem is not None), None)

    return build


_PCT = "percent(?:age)?"
_SALE = r"(?:what is|find|what will be) (?:the |its )?(?:sale|new|final|discounted) price"
_AS = r"(?:(?:write|convert|change|express|rewrite|turn) )?"
RULES: list[Rule] = [
    rule(r"{percent:percent} of {whole:measure}", PERCENT_OF.problem),
    rule(r"{percent:percent} off(?: of)? {price:number}", PERCENT_OFF.problem),
    rule(
        r"the (?:price|cost) of (?:an? |the )?{price:number} \w+ (?:after|with) an? {percent:percent} discount",
        PERCENT_OFF.problem,
    ),
    rule(
        r"the (?:sale|discounted) price of an? {price:number} \w+ (?:at|with|after) (?:a "
        r")?{percent:percent} (?:off|discount)",
        PERCENT_OFF.problem,
    ),
    rule(
        rf"an? \w+ (?:costs|is) {{price:number}}(?:[.;,] it| and) is (?:on sale for |on sale at "
        rf")?{{percent:percent}} off[.;] {_SALE}",
        PERCENT_OFF.problem,
    ),
    rule(
        rf"an? {{price:number}} \w+ is (?:on sale for |on sale at )?{{percent:percent}} off[.;] {_SALE}",
        PERCENT_OFF.problem,
    ),
    rule(
        rf"an? \w+ (?:is marked|is priced at|costs|is) {{price:number}}(?:[.;,] it| and) is "
        rf"(?:discounted|reduced|marked down) by {{percent:percent}}[.;] {_SALE}",
        PERCENT_OFF.problem,
    ),
    rule(r"increase {original:number} by {percent:percent}", INCREASE.problem),
    rule(r"{original:number} increased by {percent:percent}", INCREASE.problem),
    rule(r"{percent:percent} (?:more|greater|larger|higher) than {original:number}", INCREASE.problem),
    rule(r"{percent:percent} (?:less|smaller|lower|fewer) than {original:number}", DECREASE.problem),
    rule(r"(?:decrease|reduce) {original:number} by {percent:percent}", DECREASE.problem),
    rule(r"{original:number} (?:decreased|reduced) by {percent:percent}", DECREASE.problem),
    rule(rf"the {_PCT} increase from {{original:number}} to {{new:number}}", _changed("increase")),
    rule(rf"the {_PCT} decrease from {{original:number}} to {{new:number}}", _changed("decrease")),
    rule(rf"the {_PCT} (?:of )?change from {{original:number}} to {{new:number}}", _changed()),
    rule(
        rf"(?:a|the) (?:price|value|number) "
        rf"(?:goes|rises|increases|changes|went|rose|increased)(?: up)? from {{original:number}} "
        rf"to {{new:number}}[.;] ASK the {_PCT} increase",
        _changed("increase"),
    ),
    rule(
        rf"(?:a|the) (?:price|value|number) "
        rf"(?:goes|drops|falls|decreases|changes|went|dropped|fell|decreased)(?: down)? from "
        rf"{{original:number}} to {{new:number}}[.;] ASK the {_PCT} decrease",
        _changed("decrease"),
    ),
    rule(rf"(?:what )?{_PCT} of {{whole:number}} is {{part:number}}", WHAT_PERCENT.problem),
    rule(rf"{{part:number}} is what {_PCT} of {{whole:number}}", WHAT_PERCENT.problem),
    rule(rf"what {_PCT} is {{part:number}} (?:out )?of {{whole:number}}", WHAT_PERCENT.problem),
    rule(rf"{_AS}{{part:number}} out of {{whole:number}} as an? {_PCT}", WHAT_PERCENT.problem),
    rule(rf"{_AS}{{part:number}} as an? {_PCT} of {{whole:number}}", WHAT_PERCENT.problem),
    rule(r"{part:number} is {percent:percent} of what(?: number)?", PERCENT_WHOLE.problem),
    rule(r"{percent:percent} of what(?: number)? is {part:number}", PERCENT_WHOLE.problem),
    rule(
        r"{part:number} is {percent:percent} of a number[.;] (?:what is|find) the number",
        PERCENT_WHOLE.problem,
    ),
    rule(r"(?:find )?(?:the|a) number if {percent:percent} of it is {part:number}", PERCENT_WHOLE.problem),
    rule(
        r"if {percent:percent} of a number is {part:number}, (?:what is|find) the number",
        PERCENT_WHOLE.problem,
    ),
    rule(rf"{_AS}{{percent:percent}} (?:as|to) an? decimal", PERCENT_TO_DECIMAL.problem),
    rule(
        rf"{_AS}{{percent:percent}} (?:as|to) an? fraction(?: in (?:its )?(?:simplest form|lowest terms))?",
        PERCENT_TO_FRACTION.problem,
    ),
    rule(rf"{_AS}{{decimal:number}} (?:as|to) an? {_PCT}", DECIMAL_TO_PERCENT.problem),
]
