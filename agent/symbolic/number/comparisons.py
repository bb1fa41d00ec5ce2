"""Which of two numbers is more or less, and the sign between them."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from ...expressions import Number, number_source, parse_expression
from ..problem import Kind, Problem
from ..wording import Rule, arithmetic_value, rule
from .order import vary_expression

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
            f"places = max({places[0]}, {places[1]})  # Count the digits after each point; the most count.\n"
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


FRACTIONS, DECIMALS, NUMBERS = (_comparison(sort) for sort in ("fraction", "decimal", "number"))
KINDS = [FRACTIONS, DECIMALS, NUMBERS]


# --- reading --------------------------------------------------------------------------------------------------------


def _comparing(wanted: str) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        nodes = [parse_expression(found["first"]), parse_expression(found["second"])]
        forms = {node.form if isinstance(node, Number) else "" for node in nodes}
        kind = (
            FRACTIONS if forms == {"fraction"} else DECIMALS if forms <= {"decimal", "integer"} else NUMBERS
        )
        return kind.problem({"first": found["first"], "second": found["second"]}, wanted)

    return build


def extreme_of_two(first: str, second: str, wanted: str) -> Problem | None:
    """The problem which of two numbers, as written, is "larger" or "smaller"."""
    return _comparing(wanted)({"first": first, "second": second})


def _stated(found: dict[str, Any]) -> Problem | None:
    wanted = {">": "greater?", "<": "less?", "=": "equal?"}[found["sign"]]
    return _comparing(wanted)(found)


_WHICH = r"(?:which|what)(?: (?:one|number|fraction|decimal|integer|of these|value))? is (?:the )?"
_MORE = r"(?:larger|greater|bigger|higher|more|largest|greatest|biggest|highest)"
_LESS = r"(?:smaller|less|lesser|lower|smallest|least|lowest)"
_PAIR = r"(?: number| fraction| decimal| integer| value)?(?:: ?|, ?|\? | )?{first:arithmetic},? or {second:arithmetic}"
_MARK = r"(?:<|>|=|\\[lg]t\b|less than|greater than|equals|equal to)"
_SIGNS = rf"(?:the )?(?:(?:correct |right )?(?:symbols?|signs?)[ :,]*)?\(?{_MARK}(?:,? ?(?:or |and )?{_MARK}){{2}}\)?"
_ANY_SIGN = (
    rf"(?:{_SIGNS}|the (?:correct |right |missing )?(?:inequality )?(?:symbol|sign)[:,]?(?: ?{_SIGNS})?)"
)
_USING = rf"(?:(?:using|with|use|by writing|by using) )?{_SIGNS}"
_PUT = r"(?:insert|put|write|place|use|choose|enter|select|add|fill in)"
_GAP = (
    r"(?:\?|(?<!_)_{1,30}(?!_)|(?:\\_){1,30}|□|◯|○|⬜|☐|\[ ?\]|\( ?\)|\.{3,}"
    r"|\\square|\\bigcirc|\\Box|\\underline\{[^{}]*\}|\[blank\])"
)
_PURPOSE = (
    r"(?: to (?:make|complete)(?: this| the| each| it)?(?: a)?(?: true)?(?: number)?(?: statement| sentence)?(?: true)?"
    r"(?: statement)?| in the (?:blank|box|gap|space|circle)| to compare(?: the| these)?(?: two)?(?: numbers| fractions"
    r"| decimals| integers| values)?)?"
)
_BLANK = r"(?: in the (?:blank|box|gap|space|circle)| the (?:blank|box|gap|space|circle))?"
_GAPPED = rf"{{first:arithmetic}} ?{_GAP} ?{{second:arithmetic}}"
_BETWEEN = r"between (?:the numbers )?{first:arithmetic} and {second:arithmetic}"
RULES: list[Rule] = [
    rule(rf"{_WHICH}{_MORE}{_PAIR}", _comparing("larger")),
    rule(rf"{_WHICH}{_LESS}{_PAIR}", _comparing("smaller")),
    rule(
        rf"compare {{first:arithmetic}} and {{second:arithmetic}}[.:,;]? {_WHICH}{_MORE}",
        _comparing("larger"),
    ),
    rule(
        rf"compare {{first:arithmetic}} and {{second:arithmetic}}[.:,;]? {_WHICH}{_LESS}",
        _comparing("smaller"),
    ),
    rule(rf"(?:compare|fill in{_BLANK}|complete) ?{_USING}{_PURPOSE}[.:;,]? ?{_GAPPED}", _comparing("sign")),
    rule(rf"{_PUT} {_ANY_SIGN}{_PURPOSE}[.:;,]? ?{_GAPPED}", _comparing("sign")),
    rule(rf"{_PUT} {_ANY_SIGN} {_BETWEEN}{_PURPOSE}", _comparing("sign")),
    rule(
        rf"compare {{first:arithmetic}} (?:and|to|with) {{second:arithmetic}}[.,;]? ?{_USING}",
        _comparing("sign"),
    ),
    rule(
        rf"use {_SIGNS} to compare {{first:arithmetic}} (?:and|to|with) {{second:arithmetic}}",
        _comparing("sign"),
    ),
    rule(
        rf"(?:which|what)(?: (?:correct|inequality|comparison))? (?:symbol|sign)[, ]*(?:{_SIGNS}[, ]*)?(?:should )?"
        rf"(?:goes?|belongs?|is placed|comes?|is correct|be placed|is missing|can be placed) {_BETWEEN}",
        _comparing("sign"),
    ),
    rule(
        rf"(?:which|what) (?:symbol|sign)[, ]*(?:{_SIGNS}[, ]*)?(?:makes|will make) (?:this|the) (?:number )?"
        rf"(?:statement|sentence)? ?true[:.?,]? ?{_GAPPED}",
        _comparing("sign"),
    ),
    rule(
        rf"(?:compare:? )?{_GAPPED}[.,;:]? (?:{_PUT}|which (?:symbol|sign)|fill in)[, ]*{_SIGNS}"
        r"(?: in the (?:blank|box|gap|circle))?",
        _comparing("sign"),
    ),
    rule(rf"is {{first:arithmetic}} {_MORE} than {{second:arithmetic}}", _comparing("greater?")),
    rule(rf"is {{first:arithmetic}} {_LESS} than {{second:arithmetic}}", _comparing("less?")),
    rule(
        r"is {first:arithmetic} (?:equal to|the same as|equivalent to) {second:arithmetic}",
        _comparing("equal?"),
    ),
    rule(
        r"(?:(?:is (?:this|it|the (?:following )?statement) )?true or false[:?.]? ?"
        r"|is (?:this|it|the (?:following )?statement) true[:?.]? ?)"
        r"{first:arithmetic} ?(?P<sign>[<>=]) ?{second:arithmetic}",
        _stated,
    ),
    rule(
        rf"true or false[:?.]? ?{{first:arithmetic}} is {_MORE} than {{second:arithmetic}}",
        _comparing("greater?"),
    ),
    rule(
        rf"true or false[:?.]? ?{{first:arithmetic}} is {_LESS} than {{second:arithmetic}}",
        _comparing("less?"),
    ),
    rule(
        r"true or false[:?.]? ?{first:arithmetic} is (?:equal to|the same as|equivalent to) {second:arithmetic}",
        _comparing("equal?"),
    ),
]
