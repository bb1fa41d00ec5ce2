"""Fractions and mixed numbers: the four operations, parts of a number, simplest form, other forms."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import gcd, lcm
from random import Random
from typing import Any

from ...expressions import Node, Number, parse_expression
from ..problem import Given, Kind, Problem, formula, like
from ..wording import Rule, rule

_COMMON = """
common_denominator = lcm({bottom_1}, {bottom_2})  # Find a common denominator.
first_over_common = {top_1} * (common_denominator // {bottom_1})  # Find the new numerator of the first fraction.
second_over_common = {top_2} * (common_denominator // {bottom_2})  # Find the new numerator of the second fraction.
numerator = first_over_common {sign} second_over_common  # {plan} the numerators; the denominator stays.
answer = Fraction(numerator, common_denominator)  # Put the result over the common denominator and simplify.
"""
_ALIKE = """
numerator = {top_1} {sign} {top_2}  # {plan} the numerators; the denominator stays, for the pieces are alike.
answer = Fraction(numerator, {bottom_1})  # Put the result over the denominator and simplify.
"""
_PRODUCT = """
numerator = {top_1} * {top_2}  # Multiply the numerators.
denominator = {bottom_1} * {bottom_2}  # Multiply the denominators.
answer = Fraction(numerator, denominator)  # Write the fraction and simplify.
"""
_QUOTIENT = """
numerator = {top_1} * {bottom_2}  # Turn the second fraction over: multiply the first numerator by its denominator.
denominator = {bottom_1} * {top_2}  # Multiply the first denominator by its numerator.
answer = Fraction(numerator, denominator)  # Write the fraction and simplify.
"""
_IMPROPER = """
first_improper_numerator = first_whole * first_denominator + first_numerator  # Turn the wholes of the first into parts.
second_improper_numerator = second_whole * second_denominator + second_numerator  # And those of the second.
"""
_OPERATIONS = {
    "+": ("addition", "sum", _COMMON, "Add"),
    "-": ("subtraction", "difference", _COMMON, "Subtract"),
    "*": ("multiplication", "product", _PRODUCT, ""),
    "/": ("division", "quotient", _QUOTIENT, ""),
}
SIGNS = {"+": "+", "-": "-", "*": "×", "/": "÷"}
_PARTS = ("numerator", "denominator")
_MIXED_PARTS = ("whole", "numerator", "denominator")


def _whole(problem: Problem, which: str) -> int:
    return dict(problem.given).get(f"{which}_whole", 0)  # type: ignore[return-value]  # a whole number by construction


def _said(problem: Problem, which: str) -> str:
    top, bottom = problem[f"{which}_numerator"], problem[f"{which}_denominator"]
    whole = _whole(problem, which)
    if bottom == 1:
        return str(whole + top)
    return f"{whole} {top}/{bottom}" if whole else f"{top}/{bottom}"


def _value(problem: Problem, which: str) -> Fraction:
    return _whole(problem, which) + Fraction(problem[f"{which}_numerator"], problem[f"{which}_denominator"])


def _size(first: int, second: int) -> int:
    """How unwieldy the denominators are together: four classes."""
    return sum(lcm(first, second) > limit for limit in (12, 36, 100))


def _two_fractions(sort: str, sign: str) -> Kind:
    name, wanted, template, plan = _OPERATIONS[sign]
    improper = "improper_" if sort == "mixed" else ""
    parts = _MIXED_PARTS if sort == "mixed" else _PARTS

    def steps(problem: Problem) -> str:
        alike = template == _COMMON and problem["first_denominator"] == problem["second_denominator"]
        return (_IMPROPER if sort == "mixed" else "") + (_ALIKE if alike else template).format(
            top_1=f"first_{improper}numerator",
            top_2=f"second_{improper}numerator",
            bottom_1="first_denominator",
            bottom_2="second_denominator",
            sign=sign,
            plan=plan,
        )

    def sane(problem: Problem) -> bool:
        whole = problem["first_denominator"] > 0 and problem["second_denominator"] > 0
        return whole and not (sign == "/" and _value(problem, "second") == 0)

    def features(problem: Problem) -> object:
        first, second = problem["first_denominator"], problem["second_denominator"]
        tops = problem["first_numerator"] < first, problem["second_numerator"] < second
        simplest = gcd(problem["first_numerator"], first) == 1, gcd(problem["second_numerator"], second) == 1
        return (
            first == second,
            _size(first, second),
            tops,
            simplest,
            sign == "-" and _value(problem, "first") < _value(problem, "second"),
        )

    return Kind(
        f"{sort}_{name}",
        wanted,
        tuple(f"{which}_{part}" for which in ("first", "second") for part in parts),
        steps,
        lambda problem: f"What is {_said(problem, 'first')} {SIGNS[sign]} {_said(problem, 'second')}?",
        sane,
        features,
    )


def _one_fraction(name: str, wanted: str, steps: str, phrase: str, sane: Callable[[Problem], bool]) -> Kind:
    """Kinds with one fraction given."""

    def vary(problem: Problem, random: Random) -> dict[str, Given]:
        top, bottom = like(random, problem["numerator"]), like(random, problem["denominator"])
        whole = {"whole": like(random, problem["whole"])} if "whole" in problem else {}
        return {**whole, "numerator": top, "denominator": bottom}

    def features(problem: Problem) -> object:
        top, bottom = problem["numerator"], problem["denominator"]
        terminating = 10**9 % Fraction(top, bottom).denominator == 0
        return gcd(top, bottom) > 1, top < bottom, terminating

    given = ("whole", *_PARTS) if "{whole}" in phrase else _PARTS
    return Kind(
        name,
        wanted,
        given,
        lambda problem: steps,
        lambda problem: phrase.format(**dict(problem.given)),
        sane,
        features,
        vary,
    )


def _above_zero(problem: Problem) -> bool:
    return problem["denominator"] > 0 and problem["numerator"] > 0


TWO = {(sort, sign): _two_fractions(sort, sign) for sort in ("fraction", "mixed") for sign in _OPERATIONS}
FRACTION_OF = formula(
    "fraction_of_number",
    "part",
    "numerator denominator number",
    "one_part = Fraction(number, denominator)  # Divide the number into as many equal parts as "
    "the denominator says.\n"
    "answer = one_part * numerator  # Take as many parts as the numerator says.",
    "What is {numerator}/{denominator} of {number}?",
    sane=lambda problem: problem["denominator"] > 0,
    features=lambda problem: (
        Fraction(problem["number"]) % problem["denominator"] == 0,
        problem["numerator"] < problem["denominator"],
        gcd(problem["numerator"], problem["denominator"]) == 1,
    ),
)
SIMPLIFY = _one_fraction(
    "fraction_simplify",
    "simplest form",
    "common_factor = gcd(numerator, denominator)  # Find the greatest common factor of numerator "
    "and denominator.\n"
    "simplest_numerator = numerator // common_factor  # Divide the numerator by it.\n"
    "simplest_denominator = denominator // common_factor  # Divide the denominator by it.\n"
    "answer = Fraction(simplest_numerator, simplest_denominator)  # Write the simpler fraction.",
    "Simplify {numerator}/{denominator}.",
    _above_zero,
)
TO_IMPROPER = _one_fraction(
    "mixed_to_improper",
    "improper fraction",
    "parts_in_wholes = whole * denominator  # Turn the wholes into parts.\n"
    "improper_numerator = parts_in_wholes + numerator  # Add the parts that are there already.\n"
    "answer = Fraction(improper_numerator, denominator)  # Write it over the same denominator.",
    "Write {whole} {numerator}/{denominator} as an improper fraction.",
    _above_zero,
)
TO_MIXED = _one_fraction(
    "improper_to_mixed",
    "mixed number",
    "whole_part = numerator // denominator  # See how many wholes there are.\n"
    "parts_left = numerator - whole_part * denominator  # See how many parts are left.\n"
    "answer = whole_part + Fraction(parts_left, denominator)  # Write wholes and parts together.",
    "Write {numerator}/{denominator} as a mixed number.",
    lambda problem: problem["numerator"] > problem["denominator"] > 0,
)
TO_DECIMAL = _one_fraction(
    "fraction_to_decimal",
    "decimal",
    "answer = Fraction(numerator, denominator)  # Divide the numerator by the denominator.",
    "Write {numerator}/{denominator} as a decimal.",
    _above_zero,
)
TO_PERCENT = _one_fraction(
    "fraction_to_percent",
    "percent",
    "one_percent_parts = Fraction(100, denominator)  # See how many percent one part is.\n"
    "answer = one_percent_parts * numerator  # Take as many as the numerator says.",
    "Write {numerator}/{denominator} as a percent.",
    _above_zero,
)
RECIPROCAL = _one_fraction(
    "reciprocal",
    "reciprocal",
    "answer = Fraction(denominator, numerator)  # Turn the fraction over.",
    "What is the reciprocal of {numerator}/{denominator}?",
    _above_zero,
)


def _from_places(problem: Problem) -> str:
    """Of 0.35: 35 hundredths, and both are divided by 5."""
    bottom = 10 ** len(str(problem["decimal"]).partition(".")[2])
    top = int(problem["decimal"] * bottom)
    if gcd(top, bottom) == 1:
        return "answer = Fraction(decimal)  # Read the decimal as tenths, hundredths or thousandths, and simplify."
    return (
        f"top = decimal * {bottom}  # Read the decimal as tenths, hundredths or thousandths: so many there are.\n"
        f"shared = gcd({top}, {bottom})  # Find the greatest number that divides the top and the bottom.\n"
        "answer = Fraction(decimal)  # Divide both by it."
    )


FROM_DECIMAL = formula(
    "decimal_to_fraction",
    "fraction",
    "decimal",
    _from_places,
    "Write {decimal} as a fraction.",
    sane=lambda problem: isinstance(problem["decimal"], Decimal) and problem["decimal"] > 0,
)
KINDS = [
    *TWO.values(),
    FRACTION_OF,
    SIMPLIFY,
    TO_IMPROPER,
    TO_MIXED,
    TO_DECIMAL,
    TO_PERCENT,
    RECIPROCAL,
    FROM_DECIMAL,
]


# --- reading --------------------------------------------------------------------------------------------------------


def parts(number: Number) -> tuple[int, int, int]:
    """Whole part, numerator and denominator as written: 6/8 is 0, 6, 8 and 5 is 0, 5, 1."""
    *whole, fraction = number.text.split()
    top, _, bottom = fraction.partition("/")
    return int(whole[0]) if whole else 0, int(top), int(bottom or 1)


def read_two(sign: str, left: Node, right: Node) -> Problem | None:
    """Two numbers, at least one a fraction or mixed number, neither negative nor decimal."""
    if not (isinstance(left, Number) and isinstance(right, Number)):
        return None
    forms = {left.form, right.form}
    if not forms <= {"fraction", "mixed", "integer"}:
        return None
    sort = "mixed" if "mixed" in forms else "fraction"
    given: dict[str, Given] = {}
    for which, number in (("first", left), ("second", right)):
        for name, value in zip(_MIXED_PARTS, parts(number), strict=True):
            if sort == "mixed" or name != "whole":
                given[f"{which}_{name}"] = value
    return TWO[sort, sign].problem(given)


def _one(kind: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        node = parse_expression(found["fraction"])
        if not isinstance(node, Number) or node.form not in ("fraction", "mixed"):
            return None
        whole, top, bottom = parts(node)
        if "whole" not in kind.given and whole:
            return None
        given: dict[str, Given] = {"whole": whole, "numerator": top, "denominator": bottom}
        return None if "whole" in kind.given and not whole else kind.problem(given)

    return build


def _of(found: dict[str, Any]) -> Problem | None:
    node = parse_expression(found["part"])
    if not isinstance(node, Number) or node.form != "fraction":
        return None
    _, top, bottom = parts(node)
    return FRACTION_OF.problem({"numerator": top, "denominator": bottom, "number": found["number"]})


_TO = "(?:as|to|into|in)"
_CHANGE = r"(?:(?:write|convert|change|express|rewrite|turn) )?(?:the fraction )?"
_SIMPLEST = r"(?: in (?:its )?(?:simplest|lowest) (?:form|terms))?"
RULES: list[Rule] = [
    rule(r"{part:term} of {number:measure}", _of),
    rule(
        r"(?:simplify|reduce|cancel):? (?:the fraction:? )?{fraction:term}(?: to| in| into)?(?: "
        r"its)?(?: (?:simplest|lowest) (?:form|terms))?",
        _one(SIMPLIFY),
    ),
    rule(rf"{_CHANGE}{{fraction:term}} {_TO} (?:its )?(?:simplest|lowest) (?:form|terms)", _one(SIMPLIFY)),
    rule(
        rf"{_CHANGE}(?:the mixed number )?{{fraction:term}}(?: written)? {_TO} an? improper fraction",
        _one(TO_IMPROPER),
    ),
    rule(
        rf"{_CHANGE}(?:the improper fraction )?{{fraction:term}}(?: written)? {_TO} an? mixed "
        rf"(?:number|fraction)",
        _one(TO_MIXED),
    ),
    rule(rf"{_CHANGE}{{fraction:term}}(?: written)? {_TO} an? decimal", _one(TO_DECIMAL)),
    rule(rf"{_CHANGE}{{fraction:term}}(?: written)? {_TO} an? percent(?:age)?", _one(TO_PERCENT)),
    rule(r"(?:the )?reciprocal of {fraction:term}", _one(RECIPROCAL)),
    rule(rf"{_CHANGE}{{decimal:number}}(?: written)? {_TO} an? fraction{_SIMPLEST}", FROM_DECIMAL.problem),
    rule(r"what fraction is {decimal:number}", FROM_DECIMAL.problem),
]
