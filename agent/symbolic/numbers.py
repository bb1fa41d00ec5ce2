"""Rounding, place value, comparison, common factors and multiples."""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import gcd
from random import Random
from typing import Any

from ..expressions import Number, number_source, parse_expression
from .order import vary_expression
from .problem import Given, Kind, Problem, like_number, said
from .wording import Rule, arithmetic_value, rule

_DECIMAL = re.compile(r"\d+(?:\.\d+)?")


def _compared(problem: Problem) -> str:
    first, second = problem["first"], problem["second"]
    values = [number_source(Fraction(arithmetic_value(text) or 0)) for text in (first, second)]
    lines = f"first_value = {values[0]}  # Work out the first number.\n"
    lines += f"second_value = {values[1]}  # Work out the second number.\n"
    if problem.kind == "fraction_comparison":
        bottoms = [text.split("/")[1] for text in (first, second)]
        tops = [text.split("/")[0] for text in (first, second)]
        lines = f"common_denominator = lcm({bottoms[0]}, {bottoms[1]})  # Find a common denominator.\n"
        for name, top, bottom in zip(("first", "second"), tops, bottoms, strict=True):
            lines += (
                f"{name}_value = {top} * (common_denominator // {bottom})  # Write the {name} "
                f"fraction with it.\n"
            )
    places = [len(text.partition(".")[2]) for text in (first, second)]
    if problem.kind == "decimal_comparison" and all(_DECIMAL.fullmatch(text) for text in (first, second)):
        lines = (
            f"places = max({places[0]}, {places[1]})  # Count the digits behind each point; the most count.\n"
        )
        lines += f"first_value = {values[0]} * 10**places  # Say the first number in pieces of that size.\n"
        lines += f"second_value = {values[1]} * 10**places  # Say the second number in such pieces, too.\n"
    more, same, less = {
        "larger": (first, "equal", second),
        "smaller": (second, "equal", first),
        "sign": (">", "=", "<"),
        "greater?": ("yes", "no", "no"),
        "less?": ("no", "no", "yes"),
        "equal?": ("no", "yes", "no"),
    }[problem.wanted]
    below = f"{less!r} if first_value < second_value else {same!r}"
    choice = f"{more!r} if first_value > second_value else {below}"
    return f"{lines}answer = {choice}  # See which one is more, and say what was asked."


def _compare_phrase(problem: Problem) -> str:
    first, second = problem["first"], problem["second"]
    return {
        "larger": f"Which is larger, {first} or {second}?",
        "smaller": f"Which is smaller, {first} or {second}?",
        "sign": f"Compare {first} and {second} using <, > or =.",
        "greater?": f"Is {first} greater than {second}?",
        "less?": f"Is {first} less than {second}?",
        "equal?": f"Is {first} equal to {second}?",
    }[problem.wanted]


def _order(problem: Problem) -> object:
    first, second = arithmetic_value(problem["first"]), arithmetic_value(problem["second"])
    return None if first is None or second is None else (first > second) - (first < second)


def _comparison(sort: str) -> Kind:
    return Kind(
        f"{sort}_comparison",
        "larger",
        ("first", "second"),
        _compared,
        _compare_phrase,
        lambda problem: _order(problem) is not None,
        lambda problem: (_order(problem) == 0, "-" in problem["first"], "-" in problem["second"]),
        vary_expression,
    )


def _factor_kind(name: str, wanted: str, code: str, words: str, sane: Callable[[Problem], bool]) -> Kind:
    def steps(problem: Problem) -> str:
        return f"answer = {code}({', '.join(map(str, problem['numbers']))})  # Find the {words}."

    def phrase(problem: Problem) -> str:
        return f"What is the {words} of {said(problem['numbers'])}?"

    return Kind(name, wanted, ("numbers",), steps, phrase, sane, lambda problem: gcd(*problem["numbers"]) > 1)


def _whole_numbers(problem: Problem) -> bool:
    return all(isinstance(number, int) and 0 < number < 10**9 for number in problem["numbers"])


def _place_word(place: Given) -> str:
    return next(word for word, value in _PLACES.items() if value == place)


def _vary_place(problem: Problem, random: Random) -> dict[str, Given]:
    number = like_number(random, problem["number"])
    digits = [digit for digit in str(number) if digit.isdigit() and digit != "0"] or ["1"]
    digit = int(random.choice(digits))
    return {"number": number, "digit": digit, "place": _place_of(str(number), str(digit))}


def _place_of(number: str, digit: str) -> int | Decimal:
    whole, _, part = number.partition(".")
    if digit in whole:
        return 10 ** (len(whole) - 1 - whole.index(digit))
    return Decimal(1).scaleb(-1 - part.index(digit))


_PLACES: dict[str, Given] = {
    "ten": 10,
    "hundred": 100,
    "thousand": 1000,
    "whole number": 1,
    "one": 1,
    "unit": 1,
    "integer": 1,
    "tenth": Decimal("0.1"),
    "hundredth": Decimal("0.01"),
    "thousandth": Decimal("0.001"),
}
_DECIMAL_PLACES = {1: "tenth", 2: "hundredth", 3: "thousandth"}
ROUNDING = Kind(
    "rounding",
    "rounded number",
    ("number", "place"),
    lambda problem: (
        "scaled = Fraction(number, place)  # Count how many of the place there are.\n"
        "rounded = (2 * scaled + 1) // 2  # Go to the nearest whole count; a half goes up.\n"
        "answer = rounded * place  # Turn the count back into a number."
    ),
    lambda problem: f"Round {said(problem['number'])} to the nearest {_place_word(problem['place'])}.",
    lambda problem: problem["number"] >= 0 and not isinstance(problem["number"], Fraction),
    lambda problem: Fraction(problem["number"]) % Fraction(problem["place"]) > 0,
    lambda problem, random: {"number": like_number(random, problem["number"]), "place": problem["place"]},
)
PLACE_VALUE = Kind(
    "place_value",
    "value of the digit",
    ("number", "digit", "place"),
    lambda problem: "answer = digit * place  # Multiply the digit by what its place is worth.",
    lambda problem: f"What is the value of the digit {problem['digit']} in {problem['number']}?",
    lambda problem: problem["digit"] > 0 and str(problem["number"]).count(str(problem["digit"])) == 1,
    vary=lambda problem, random: _vary_place(problem, random),
)
FRACTIONS, DECIMALS, NUMBERS = (_comparison(sort) for sort in ("fraction", "decimal", "number"))
GCD = _factor_kind(
    "greatest_common_factor", "greatest common factor", "gcd", "greatest common factor", _whole_numbers
)
LCM = _factor_kind(
    "least_common_multiple", "least common multiple", "lcm", "least common multiple", _whole_numbers
)
KINDS = [ROUNDING, PLACE_VALUE, FRACTIONS, DECIMALS, NUMBERS, GCD, LCM]


# --- reading --------------------------------------------------------------------------------------------------------


def _rounded(found: dict[str, Any]) -> Problem | None:
    word: str = found["place"] if "place" in found else _DECIMAL_PLACES.get(found["places"], "")
    place = _PLACES.get(word.lower()) or _PLACES.get(word.lower().rstrip("s"))
    return None if place is None else ROUNDING.problem({"number": found["number"], "place": place})


def _digit_place(found: dict[str, Any]) -> Problem | None:
    number, digit = found["number"], found["digit"]
    if not 0 < digit <= 9 or str(number).count(str(digit)) != 1:
        return None
    return PLACE_VALUE.problem(
        {"number": number, "digit": digit, "place": _place_of(str(number), str(digit))}
    )


def _comparing(wanted: str) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        nodes = [parse_expression(found["first"]), parse_expression(found["second"])]
        forms = {node.form if isinstance(node, Number) else "" for node in nodes}
        kind = (
            FRACTIONS if forms == {"fraction"} else DECIMALS if forms <= {"decimal", "integer"} else NUMBERS
        )
        return kind.problem({"first": found["first"], "second": found["second"]}, wanted)

    return build


def _of_denominators(found: dict[str, Any]) -> Problem | None:
    bottoms = [
        node.text.split("/")[-1]
        for t in (found["first"], found["second"])
        if isinstance(node := parse_expression(t), Number)
    ]
    return LCM.problem({"numbers": tuple(map(int, bottoms))}) if len(bottoms) == 2 else None


_WHICH = r"(?:which|what)(?: (?:one|number|fraction|decimal|of these|value))? is (?:the )?"
_MORE, _LESS = "(?:larger|greater|bigger|more|largest|greatest|biggest)", "(?:smaller|less|lesser|smallest)"
_PAIR = r"(?:: ?|, ?| )?{first:arithmetic},? or {second:arithmetic}"
_SIGN_ASK = r"(?:using|with|use|by writing)? ?(?:the symbols? )?\(?(?:[<>=],? ?(?:or )?){3}\)?"
RULES: list[Rule] = [
    rule(r"(?:round )?{number:number}(?: rounded)?(?: off)? to the nearest {place:word}s?", _rounded),
    rule(
        r"(?:round )?{number:number}(?: rounded)?(?: off)? to the nearest (?P<place>whole number)", _rounded
    ),
    rule(r"(?:round )?{number:number}(?: rounded)?(?: off)? to {places:integer} decimal places?", _rounded),
    rule(
        r"(?:the place value of |the value of )?(?:the )?(?:digit )?{digit:integer} in (?:the "
        r"number )?{number:number}",
        _digit_place,
    ),
    rule(rf"{_WHICH}{_MORE}(?: number| fraction)?{_PAIR}", _comparing("larger")),
    rule(rf"{_WHICH}{_LESS}(?: number| fraction)?{_PAIR}", _comparing("smaller")),
    rule(
        rf"compare {{first:arithmetic}} and {{second:arithmetic}}[.:,;]? {_WHICH}{_MORE}",
        _comparing("larger"),
    ),
    rule(
        rf"compare {{first:arithmetic}} and {{second:arithmetic}}[.:,;]? {_WHICH}{_LESS}",
        _comparing("smaller"),
    ),
    rule(
        rf"(?:compare|fill in(?: the blank)?) ?{_SIGN_ASK}[:;]? ?{{first:arithmetic}} ?(?:\?|_+) "
        rf"?{{second:arithmetic}}",
        _comparing("sign"),
    ),
    rule(rf"compare {{first:arithmetic}} and {{second:arithmetic}} {_SIGN_ASK}", _comparing("sign")),
    rule(rf"is {{first:arithmetic}} {_MORE} than {{second:arithmetic}}", _comparing("greater?")),
    rule(rf"is {{first:arithmetic}} {_LESS} than {{second:arithmetic}}", _comparing("less?")),
    rule(
        r"is {first:arithmetic} (?:equal to|the same as|equivalent to) {second:arithmetic}",
        _comparing("equal?"),
    ),
    rule(
        r"(?:the )?(?:greatest|highest|largest) common (?:factor|divisor)(?: \(\w+\))? (?:of|for) "
        r"{numbers:numbers}",
        GCD.problem,
    ),
    rule(r"(?:the )?(?:gcf|gcd|hcf) ?(?:of |for |: ?)?\(?{numbers:numbers}\)?", GCD.problem),
    rule(
        r"(?:the )?(?:least|lowest|smallest) common (?:multiple)(?: \(\w+\))? (?:of|for) {numbers:numbers}",
        LCM.problem,
    ),
    rule(r"(?:the )?lcm ?(?:of |for |: ?)?\(?{numbers:numbers}\)?", LCM.problem),
    rule(
        r"(?:the )?(?:least|lowest|smallest) common denominator of {first:term} and {second:term}",
        _of_denominators,
    ),
]
