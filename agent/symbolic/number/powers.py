"""Powers as powers: scientific notation both ways, products of powers of one base, sums of roots of one kind."""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import isqrt
from random import Random
from typing import Any

from ..problem import Given, Kind, Problem, formula, like_number, said
from ..wording import Rule, rule

# --- scientific notation --------------------------------------------------------------------------------------------


def magnitude(number: int | Decimal) -> int:
    """The exponent of ten in scientific notation: 4 for 45,000."""
    return Decimal(number).adjusted()


# A mantissa that ends, as text: 4.5 and not 9/2.
_TEXT = (
    'f"{int(mantissa * 10**9) // 10**9}.{int(mantissa * 10**9) % 10**9:09d}".rstrip("0").rstrip(".")'
    ' + f" × 10^{exponent}"'
)


def _scientific(problem: Problem) -> str:
    exponent = magnitude(problem["number"])
    large = exponent >= 0
    shift = f"10**{exponent}" if large else f"Fraction(1, 10**{-exponent})"
    return (
        f"first_place = {shift}  # Say what the place of the first digit that is not zero is worth.\n"
        "mantissa = Fraction(number, first_place)  # Divide by that, so that one digit stands before the point.\n"
        "exponent = len(str(first_place)) - 1  # Count the places the point has moved.\n"
        if large
        else f"first_place = {shift}  # Say what the place of the first digit that is not zero is worth.\n"
        "mantissa = Fraction(number, first_place)  # Divide by that, so that one digit stands before the point.\n"
        "exponent = -(len(str(first_place.denominator)) - 1)"
        "  # Count the places the point has moved; the other way the count is negative.\n"
    ) + f"answer = {_TEXT}  # Write the number times that power of ten."


def _plain(problem: Problem) -> bool:
    number = problem["number"]
    if isinstance(number, Fraction) or not 0 < number < 10**15 or len(str(number)) > 16:
        return False
    figures = len(Decimal(number).normalize().as_tuple().digits)
    return magnitude(number) not in (0,) and figures <= 8


def _keep_size(problem: Problem, random: Random) -> dict[str, Given]:
    return {"number": like_number(random, problem["number"])}


SCIENTIFIC = Kind(
    "scientific_notation",
    "scientific notation",
    ("number",),
    _scientific,
    lambda problem: f"Write {problem['number']} in scientific notation.",
    _plain,
    lambda problem: (
        magnitude(problem["number"]),
        len(Decimal(problem["number"]).normalize().as_tuple().digits),
    ),
    _keep_size,
)


ORDINARY = formula(
    "scientific_to_number",
    "ordinary number",
    "mantissa exponent",
    "power_of_ten = Fraction(10) ** exponent  # Work out the power of ten.\n"
    "answer = mantissa * power_of_ten  # Multiply by it: the point moves by as many places as the exponent says.",
    "Write {mantissa} × 10^{exponent} as an ordinary number.",
    sane=lambda problem: (
        not isinstance(problem["mantissa"], Fraction)
        and 0 < problem["mantissa"] < 1000
        and 0 < abs(problem["exponent"]) <= 12
    ),
    features=lambda problem: (problem["mantissa"] < 10, problem["exponent"]),
)


def _joined(problem: Problem) -> str:
    times = problem["operation"] == "*"
    mantissas = "first_mantissa * second_mantissa" if times else "Fraction(first_mantissa, second_mantissa)"
    plan = (
        ("Multiply", "Add the exponents") if times else ("Divide", "Take the second exponent from the first")
    )
    exponents = f"first_exponent {'+' if times else '-'} second_exponent"
    size = magnitude(_mantissa(problem))
    lines = (
        f"number = {mantissas}  # {plan[0]} the numbers in front of the powers of ten.\n"
        f"power = {exponents}  # {plan[1]} of the powers of ten.\n"
    )
    if size == 0:
        return (
            lines
            + f"answer = {_TEXT.replace('mantissa', 'number').replace('exponent', 'power')}  # Write the two together."
        )
    moved = f"Fraction(number, 10**{size})" if size > 0 else f"number * 10**{-size}"
    return (
        lines + f"mantissa = {moved}  # Move the point until one digit that is not zero stands before it.\n"
        f"exponent = power + {size}  # Let the exponent make up for the places moved.\n"
        f"answer = {_TEXT}  # Write the two together."
    )


def _mantissa(problem: Problem) -> Decimal:
    first, second = Decimal(problem["first_mantissa"]), Decimal(problem["second_mantissa"])
    return first * second if problem["operation"] == "*" else first / second


def _can_be_joined(problem: Problem) -> bool:
    mantissas = [problem["first_mantissa"], problem["second_mantissa"]]
    exponents = [problem["first_exponent"], problem["second_exponent"]]
    if any(isinstance(one, Fraction) or not 0 < one < 1000 for one in mantissas):
        return False
    if any(abs(one) > 30 for one in exponents):
        return False
    return len(_mantissa(problem).normalize().as_tuple().digits) <= 8


PRODUCT = Kind(
    "scientific_calculation",
    "scientific notation",
    ("first_mantissa", "first_exponent", "operation", "second_mantissa", "second_exponent"),
    _joined,
    lambda problem: (
        f"Work out ({said(problem['first_mantissa'])} × 10^{problem['first_exponent']}) "
        f"{'×' if problem['operation'] == '*' else '÷'} "
        f"({said(problem['second_mantissa'])} × 10^{problem['second_exponent']}) in scientific notation."
    ),
    _can_be_joined,
    lambda problem: (
        magnitude(_mantissa(problem)),
        len(_mantissa(problem).normalize().as_tuple().digits) < 4,
    ),
    lambda problem, random: {
        **dict(problem.given),
        "first_mantissa": like_number(random, problem["first_mantissa"]),
        "second_mantissa": like_number(random, problem["second_mantissa"]),
    },
)


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
KINDS = [SCIENTIFIC, ORDINARY, PRODUCT, SINGLE_POWER, ROOT_SUM, ROOT_BETWEEN]


# --- reading --------------------------------------------------------------------------------------------------------

_SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def _exponent_told(text: str) -> int:
    return int(re.sub(r"[\^{}() ]", "", text.translate(_SUPERSCRIPTS)))


def _ordinary(found: dict[str, Any]) -> Problem | None:
    return ORDINARY.problem({"mantissa": found["mantissa"], "exponent": _exponent_told(found["exponent"])})


def _sign(text: str) -> str:
    return "/" if text in ("÷", "/", "\\div") else "*"


def _calculated(found: dict[str, Any]) -> Problem | None:
    return PRODUCT.problem(
        {
            "first_mantissa": found["first"],
            "first_exponent": _exponent_told(found["exponent"]),
            "operation": _sign(found["sign"]),
            "second_mantissa": found["second"],
            "second_exponent": _exponent_told(found["other"]),
        }
    )


def _powers(operation: str) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        base = found["base"]
        if found.get("again", base) != base or found.get("of", base) != base:
            return None
        sign = _sign(found["sign"]) if operation == "*" else operation
        exponents = [_exponent_told(found[name]) if found.get(name) else 1 for name in ("exponent", "other")]
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


_STANDARD = r"(?:scientific notation|scientific form|standard (?:index )?form)"
_UP = r"(?:\^ ?\{? ?\(?-?\d{1,3}\)? ?\}?|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})"
_TIMES = r"(?:×|x|\*|·|\\times|\\cdot)"
_DIVIDE = r"(?:÷|/|\\div)"
_TEN = rf" ?{_TIMES} ?10 ?"
_WRITE = r"(?:(?:write|express|convert|give|put|rewrite|change)(?: the number)? )?"
_ORDINARY = (
    r"(?:as|in|to|into) (?:an? )?"
    r"(?:ordinary (?:number|form|notation)|ordinary decimal number|decimal (?:form|notation|number)"
    r"|normal number|standard notation|regular number|number in (?:ordinary|decimal) form|full)"
)
_INDEX = (
    r"(?:(?:as|in the form of) (?:a single power|one power|a power)(?: of {of:integer})?"
    r"|(?:in|using) (?:index|exponent|exponential|power) (?:form|notation))"
)
_LEAVE = r"[,.;]? ?(?:(?:and )?(?:give|giving|leave|leaving|write|writing|express|expressing)(?: your| the)? answer )"
_ASKED = rf"(?: {_INDEX}|{_LEAVE}{_INDEX})"
_DO = r"(?:(?:write|express|simplify|work out|give|evaluate|calculate|rewrite):? )?"
_ROOT = r"(?:√|\\sqrt|sqrt)"


def _radical(factor: str, radicand: str) -> str:
    return rf"{{{factor}:integer}}? ?\*? ?{_ROOT} ?[({{]?{{{radicand}:integer}}[)}}]?"


RULES: list[Rule] = [
    rule(rf"{_WRITE}{{number:number}} (?:in|into|to|using) {_STANDARD}", SCIENTIFIC.problem),
    rule(rf"{_WRITE}{{mantissa:number}}{_TEN}(?P<exponent>{_UP}) {_ORDINARY}", _ordinary),
    rule(
        rf"{_DO}\(?{{first:number}}{_TEN}(?P<exponent>{_UP})\)? ?(?P<sign>{_TIMES}|{_DIVIDE}) ?"
        rf"\(?{{second:number}}{_TEN}(?P<other>{_UP})\)?(?: in "
        r"|,? (?:giving|and give|leaving|writing|and write)(?: your)? answer in "
        rf"|[.] (?:give|write|leave|express) (?:your|the) answer in ){_STANDARD}",
        _calculated,
    ),
    rule(
        rf"{_DO}{{base:integer}} ?(?P<exponent>{_UP})? ?(?P<sign>{_TIMES}|{_DIVIDE}) ?"
        rf"{{again:integer}} ?(?P<other>{_UP})?{_ASKED}",
        _powers("*"),
    ),
    rule(rf"{_DO}\({{base:integer}} ?(?P<exponent>{_UP})\) ?(?P<other>{_UP}){_ASKED}", _powers("^")),
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
