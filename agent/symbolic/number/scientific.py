"""Scientific notation: a number written in it and back, products and quotients in it."""

from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from ..problem import Given, Kind, Problem, formula, like_number, said
from ..wording import Rule, rule
from .powers import DIVIDED, DO, EXPONENT, TIMES, exponent_told, sign_told


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


KINDS = [SCIENTIFIC, ORDINARY, PRODUCT]


# --- reading --------------------------------------------------------------------------------------------------------


def _ordinary(found: dict[str, Any]) -> Problem | None:
    return ORDINARY.problem({"mantissa": found["mantissa"], "exponent": exponent_told(found["exponent"])})


def _calculated(found: dict[str, Any]) -> Problem | None:
    return PRODUCT.problem(
        {
            "first_mantissa": found["first"],
            "first_exponent": exponent_told(found["exponent"]),
            "operation": sign_told(found["sign"]),
            "second_mantissa": found["second"],
            "second_exponent": exponent_told(found["other"]),
        }
    )


_STANDARD = r"(?:scientific notation|scientific form|standard (?:index )?form)"
_TEN = rf" ?{TIMES} ?10 ?"
_WRITE = r"(?:(?:write|express|convert|give|put|rewrite|change)(?: the number)? )?"
_ORDINARY = (
    r"(?:as|in|to|into) (?:an? )?"
    r"(?:ordinary (?:number|form|notation)|ordinary decimal number|decimal (?:form|notation|number)"
    r"|normal number|standard notation|regular number|number in (?:ordinary|decimal) form|full)"
)
RULES: list[Rule] = [
    rule(rf"{_WRITE}{{number:number}} (?:in|into|to|using) {_STANDARD}", SCIENTIFIC.problem),
    rule(rf"{_WRITE}{{mantissa:number}}{_TEN}(?P<exponent>{EXPONENT}) {_ORDINARY}", _ordinary),
    rule(
        rf"{DO}\(?{{first:number}}{_TEN}(?P<exponent>{EXPONENT})\)? ?(?P<sign>{TIMES}|{DIVIDED}) ?"
        rf"\(?{{second:number}}{_TEN}(?P<other>{EXPONENT})\)?(?: in "
        r"|,? (?:giving|and give|leaving|writing|and write)(?: your)? answer in "
        rf"|[.] (?:give|write|leave|express) (?:your|the) answer in ){_STANDARD}",
        _calculated,
    ),
]
