"""Powers and roots as such: products of powers of one base, sums of roots of one kind, roots between whole numbers."""

import re
from collections.abc import Callable
from math import isqrt
from random import Random
from typing import Any

from ...written_answers import SUPERSCRIPTS
from ..problem import Given, Kind, Problem, formula, said
from ..wording import Rule, rule

# --- powers of one base ---------------------------------------------------------------------------------------------

_LAWS = {
    "*": (
        "{base}^{first} × {base}^{second}",
        "first + second",
        "Add the exponents: the factors are counted together.",
    ),
    "/": ("{base}^{first} ÷ {base}^{second}", "first - second", "Take the second exponent from the first."),
    "^": (
        "({base}^{first})^{second}",
        "first * second",
        "Multiply the exponents: the power is taken that often.",
    ),
}


def _base(value: Given) -> str:
    return f"({said(value)})" if isinstance(value, int) and value < 0 else said(value)


def _as_power(problem: Problem) -> str:
    _, code, plan = _LAWS[problem["operation"]]
    return (
        f"exponent = {code}  # {plan}\n"
        f'answer = f"{_base(problem["base"])}^{{exponent}}"  # Write the base with that exponent.'
    )


def _power_phrase(problem: Problem) -> str:
    shape, _, _ = _LAWS[problem["operation"]]
    told = shape.format(base=_base(problem["base"]), first=problem["first"], second=problem["second"])
    return f"Write {told} as a single power."


def _exponent(problem: Problem) -> int:
    first, second = problem["first"], problem["second"]
    return {"*": first + second, "/": first - second, "^": first * second}[problem["operation"]]


SINGLE_POWER = Kind(
    "single_power",
    "power",
    ("base", "operation", "first", "second"),
    _as_power,
    _power_phrase,
    lambda problem: (
        isinstance(problem["base"], int)
        and 2 <= problem["base"] < 1000
        and max(abs(problem["first"]), abs(problem["second"])) < 100
        and _exponent(problem) not in (0, 1)
    ),
    lambda problem: (problem["first"] > 0, problem["second"] > 0, _exponent(problem) > 0),
    lambda problem, random: {
        **dict(problem.given),
        "base": random.randrange(2, 11),
        "first": random.randrange(2, 10) * (1 if problem["first"] > 0 else -1),
        "second": random.randrange(2, 10) * (1 if problem["second"] > 0 else -1),
    },
)


# --- sums of roots --------------------------------------------------------------------------------------------------


def _rest(radicand: int) -> int:
    """What stays under a root when the largest square is taken out: 3 for 12."""
    return min(
        radicand // (root * root) for root in range(1, isqrt(radicand) + 1) if radicand % (root * root) == 0
    )


def _of_one_kind(problem: Problem) -> bool:
    radicands = problem["first_radicand"], problem["second_radicand"]
    factors = problem["first_factor"], problem["second_factor"]
    if not all(1 < one < 10**4 for one in radicands) or not all(0 < one < 100 for one in factors):
        return False
    rests = {_rest(one) for one in radicands}
    parts = [factor * isqrt(one // _rest(one)) for factor, one in zip(factors, radicands, strict=True)]
    return len(rests) == 1 and rests != {1} and (problem["operation"] == "+" or parts[0] != parts[1])


def _root(factor: int, radicand: int) -> str:
    return f"{factor if factor > 1 else ''}√{radicand}"


def _vary_roots(problem: Problem, random: Random) -> dict[str, Given]:
    inner = random.choice((2, 3, 5, 6, 7, 10))
    return {
        **dict(problem.given),
        "first_radicand": inner * random.randrange(1, 8) ** 2,
        "second_radicand": inner * random.randrange(1, 8) ** 2,
    }


ROOT_SUM = Kind(
    "root_sum",
    "expression",
    ("first_factor", "first_radicand", "operation", "second_factor", "second_radicand"),
    lambda problem: (
        "first_root = first_factor * sqrt(first_radicand)  # Take the largest square factor out of the first root.\n"
        "second_root = second_factor * sqrt(second_radicand)"
        "  # Take the largest square factor out of the second root.\n"
        f"answer = first_root {problem['operation']} second_root"
        f"  # {'Add' if problem['operation'] == '+' else 'Subtract'} how many there are of the root that both have."
    ),
    lambda problem: (
        f"Simplify {_root(problem['first_factor'], problem['first_radicand'])} {problem['operation']} "
        f"{_root(problem['second_factor'], problem['second_radicand'])}."
    ),
    _of_one_kind,
    lambda problem: (
        problem["first_radicand"] == _rest(problem["first_radicand"]),
        problem["second_radicand"] == _rest(problem["second_radicand"]),
        problem["first_factor"] ** 2 * problem["first_radicand"]
        > problem["second_factor"] ** 2 * problem["second_radicand"],
    ),
    _vary_roots,
)
ROOT_BETWEEN = formula(
    "root_between",
    "two consecutive whole numbers",
    "radicand",
    "below = isqrt(radicand)  # Find the largest whole number whose square is not more than the number.\n"
    "answer = {below, below + 1}  # The root lies between that number and the next one.",
    "Between which two consecutive whole numbers does √{radicand} lie?",
    sane=lambda problem: (
        isinstance(problem["radicand"], int)
        and 1 < problem["radicand"] < 10**6
        and isqrt(problem["radicand"]) ** 2 != problem["radicand"]
    ),
)
KINDS = [SINGLE_POWER, ROOT_SUM, ROOT_BETWEEN]


# --- reading --------------------------------------------------------------------------------------------------------


def exponent_told(text: str) -> int:
    """The exponent of "^{-3}" or "⁻³"."""
    return int(re.sub(r"[\^{}() ]", "", text.translate(SUPERSCRIPTS)))


def sign_told(text: str) -> str:
    """The sign of a product or quotient, as code."""
    return "/" if text in ("÷", "/", "\\div") else "*"


def _powers(operation: str) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        base = found["base"]
        if found.get("again", base) != base or found.get("of", base) != base:
            return None
        sign = sign_told(found["sign"]) if operation == "*" else operation
        exponents = [exponent_told(found[name]) if found.get(name) else 1 for name in ("exponent", "other")]
        return SINGLE_POWER.problem(
            {"base": base, "operation": sign, "first": exponents[0], "second": exponents[1]}
        )

    return build


def _roots(found: dict[str, Any]) -> Problem | None:
    return ROOT_SUM.problem(
        {
            "first_factor": found.get("factor", 1),
            "first_radicand": found["first"],
            "operation": found["sign"],
            "second_factor": found.get("times", 1),
            "second_radicand": found["second"],
        }
    )


EXPONENT = r"(?:\^ ?\{? ?\(?-?\d{1,3}\)? ?\}?|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})"
TIMES = r"(?:×|x|\*|·|\\times|\\cdot)"
DIVIDED = r"(?:÷|/|\\div)"
_INDEX = (
    r"(?:(?:as|in the form of) (?:a single power|one power|a power)(?: of {of:integer})?"
    r"|(?:in|using) (?:index|exponent|exponential|power) (?:form|notation))"
)
_LEAVE = r"[,.;]? ?(?:(?:and )?(?:give|giving|leave|leaving|write|writing|express|expressing)(?: your| the)? answer )"
_ASKED = rf"(?: {_INDEX}|{_LEAVE}{_INDEX})"
DO = r"(?:(?:write|express|simplify|work out|give|evaluate|calculate|rewrite):? )?"
_ROOT = r"(?:√|\\sqrt|sqrt)"


def _radical(factor: str, radicand: str) -> str:
    return rf"{{{factor}:integer}}? ?\*? ?{_ROOT} ?[({{]?{{{radicand}:integer}}[)}}]?"


RULES: list[Rule] = [
    rule(
        rf"{DO}{{base:integer}} ?(?P<exponent>{EXPONENT})? ?(?P<sign>{TIMES}|{DIVIDED}) ?"
        rf"{{again:integer}} ?(?P<other>{EXPONENT})?{_ASKED}",
        _powers("*"),
    ),
    rule(rf"{DO}\({{base:integer}} ?(?P<exponent>{EXPONENT})\) ?(?P<other>{EXPONENT}){_ASKED}", _powers("^")),
    rule(
        rf"(?:simplify|work out|evaluate|calculate|add|subtract)?:? ?{_radical('factor', 'first')} ?(?P<sign>[-+]) ?"
        rf"{_radical('times', 'second')}",
        _roots,
    ),
    rule(
        rf"(?:between )?(?:which |what )?two (?:consecutive )?(?:whole numbers|integers) (?:does|is|do) "
        rf"{_ROOT} ?[({{]?{{radicand:integer}}[)}}]? (?:lie|fall|between|lie between|located)",
        ROOT_BETWEEN.problem,
    ),
    rule(
        rf"{_ROOT} ?[({{]?{{radicand:integer}}[)}}]? (?:lies|is|falls) between (?:which|what) two consecutive "
        r"(?:whole numbers|integers)",
        ROOT_BETWEEN.problem,
    ),
]
