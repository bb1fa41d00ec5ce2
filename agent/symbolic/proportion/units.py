"""Unit conversion by exact factors: metric, US customary, time, US money; lengths also squared and cubed."""

import re
from fractions import Fraction
from typing import Any

from ..problem import Kind, Problem, like_number, positive, said
from ..wording import Rule, rule

_FAMILIES: tuple[dict[str, tuple[str, str, Fraction | int]], ...] = (  # name: plural, other spellings, size
    {
        "millimeter": ("millimeters", "mms?|millimet(?:er|re)s?", Fraction(1, 1000)),
        "centimeter": ("centimeters", "cms?|centimet(?:er|re)s?", Fraction(1, 100)),
        "decimeter": ("decimeters", "dm|decimet(?:er|re)s?", Fraction(1, 10)),
        "meter": ("meters", "m|met(?:er|re)s?", 1),
        "kilometer": ("kilometers", "kms?|kilomet(?:er|re)s?", 1000),
    },
    {
        "inch": ("inches", "in|inch(?:es)?", 1),
        "foot": ("feet", "ft|foot|feet", 12),
        "yard": ("yards", "yd|yards?", 36),
        "mile": ("miles", "mi|miles?", 63360),
    },
    {
        "milligram": ("milligrams", "mgs?|milligrams?", Fraction(1, 1000)),
        "gram": ("grams", "g|grams?", 1),
        "kilogram": ("kilograms", "kgs?|kilos?|kilograms?", 1000),
        "metric ton": ("metric tons", "metric tons?|tonnes?", 10**6),
    },
    {
        "ounce": ("ounces", "oz|ounces?", 1),
        "pound": ("pounds", "lbs?|pounds?", 16),
        "ton": ("tons", "tons?", 32000),
    },
    {
        "milliliter": ("milliliters", "mls?|millilit(?:er|re)s?", Fraction(1, 1000)),
        "centiliter": ("centiliters", "cl|centilit(?:er|re)s?", Fraction(1, 100)),
        "liter": ("liters", "l|lit(?:er|re)s?", 1),
    },
    {
        "cup": ("cups", "cups?", 1),
        "pint": ("pints", "pt|pints?", 2),
        "quart": ("quarts", "qt|quarts?", 4),
        "gallon": ("gallons", "gal|gallons?", 16),
    },
    {
        "second": ("seconds", "s|secs?|seconds?", 1),
        "minute": ("minutes", "mins?|minutes?", 60),
        "hour": ("hours", "h|hrs?|hours?", 3600),
        "day": ("days", "days?", 86400),
        "week": ("weeks", "weeks?", 604800),
    },
    {
        "month": ("months", "months?", 1),
        "year": ("years", "years?", 12),
        "decade": ("decades", "decades?", 120),
    },
    {
        "cent": ("cents", "cents?|pennies|penny", 1),
        "nickel": ("nickels", "nickels?", 5),
        "dime": ("dimes", "dimes?", 10),
        "quarter": ("quarters", "quarters?", 25),
        "dollar": ("dollars", "dollars?", 100),
    },
)
_POWERS = {"square ": 2, "sq ": 2, "cubic ": 3}


def unit_of(text: str) -> tuple[str, int, Fraction, int] | None:
    """Of a unit as written: its plain plural, the number of its family, its size there, its power (2: square)."""
    word, power = text.strip().lower(), 1
    for prefix, raised in _POWERS.items():
        if word.startswith(prefix):
            word, power = word.removeprefix(prefix), raised
    if (match := re.fullmatch(r"(.*?)(?:\^([23])|([²³]))", word)) is not None:
        word, power = match[1], 2 if (match[2] or match[3]) in "2²" else 3
    for number, family in enumerate(_FAMILIES):
        for plural, spellings, size in family.values():
            if re.fullmatch(spellings, word):
                if power > 1 and number > 1:
                    return None
                prefix = {1: "", 2: "square ", 3: "cubic "}[power]
                return prefix + plural, 10 * number + power, Fraction(size) ** power, power
    return None


def _steps(problem: Problem) -> str:
    factor = Fraction(problem["factor"])
    if factor.numerator == 1 and factor.denominator > 1:
        return (
            f"in_one = {factor.denominator}  # See how many {problem['from_unit']} make one of "
            f"the {problem['to_unit']}.\n"
            "answer = Fraction(amount, in_one)  # Divide by it."
        )
    return (
        f"answer = amount * factor  # Multiply by how many {problem['to_unit']} are in one of the "
        f"{problem['from_unit']}."
    )


CONVERSION = Kind(
    "unit_conversion",
    "amount",
    ("amount", "factor", "from_unit", "to_unit"),
    _steps,
    lambda problem: f"Convert {said(problem['amount'])} {problem['from_unit']} to {problem['to_unit']}.",
    positive,
    lambda problem: (
        (Fraction(problem["amount"]) * Fraction(problem["factor"])).denominator
        in (1, 2, 4, 5, 10, 20, 100, 1000)
    ),
    lambda problem, random: {**dict(problem.given), "amount": like_number(random, problem["amount"])},
)
KINDS = [CONVERSION]


def _converted(found: dict[str, Any]) -> Problem | None:
    one, other = unit_of(found["from_unit"]), unit_of(found["to_unit"])
    if one is None or other is None or one[1] != other[1] or one[0] == other[0]:
        return None
    factor = one[2] / other[2]
    given = {"amount": found["amount"], "factor": factor.numerator if factor.denominator == 1 else factor}
    return CONVERSION.problem({**given, "from_unit": one[0], "to_unit": other[0]})


_WORD = r"(?:square |sq |cubic )?(?:metric )?[a-z]+(?:\^[23]|[²³])?"
_FROM, _TO = rf"(?P<from_unit>{_WORD})", rf"(?P<to_unit>{_WORD})"
RULES: list[Rule] = [
    rule(rf"(?:convert|change|express|write) {{amount:number}} ?{_FROM} (?:to|into|in|as) {_TO}", _converted),
    rule(rf"{{amount:number}} ?{_FROM} (?:in|to|into) {_TO}", _converted),
    rule(rf"how many {_TO} (?:(?:are|is) (?:there )?)?in {{amount:number}} ?{_FROM}", _converted),
    rule(rf"how many {_TO} (?:is|are) {{amount:number}} ?{_FROM}", _converted),
    rule(rf"how many {_TO} (?:make|equal|do you need to make) {{amount:number}} ?{_FROM}", _converted),
    rule(rf"{{amount:number}} ?{_FROM} ?= ?(?:_+|\?|how many) ?{_TO}", _converted),
    rule(
        r"how many (?P<to_unit>cents|pennies|nickels|dimes|quarters) (?:are (?:there )?in|make|equal) "
        r"{amount:number}(?: dollars?)?",
        lambda found: _converted({**found, "from_unit": "dollars"}),
    ),
]
