"""Is a right value written as the problem asks for it: its form, its unit, worked out to the end? Pure."""

import re
from fractions import Fraction
from math import gcd, isqrt

from .answers import is_calculation_only
from .expressions import Binary, Number, Unary, letters, parse_expression
from .final_answer import is_expanded
from .locate import number_of
from .quantities import find_quantities
from .quantities.units import measure
from .student_words import FORMS, SIMPLEST

_RATIO = re.compile(r"(\d{1,9}(?:\.\d{1,9})?) ?: ?(\d{1,9}(?:\.\d{1,9})?)")
_MULTIPLIES_OUT = re.compile(
    r"^\W*(?:multiply|remove the brackets)\b|\b(?:expand|multiply out|simplify|collect|distributive)\b",
    re.IGNORECASE,
)
_FACTORS = re.compile(r"^\W*factor", re.IGNORECASE)
_SQUARES = re.compile(
    r"\bcomplet(?:e|ed|ing) (?:the )?square\b|\bin the form [a-z]?\([a-z] ?[-+−] ?[a-z]\)|\bvertex form\b",
    re.IGNORECASE,
)
_SQUARED_BRACKET = re.compile(r"\)\s*(?:\^|\*\*|²)")
_REWRITES = re.compile(
    r"^\W*(?:please )?(?:write|express|convert|simplify|reduce|change|turn|rewrite)\b|\bas an? \w+",
    re.IGNORECASE,
)
_TERM = re.compile(r"(?<=[\w)])\s*[-+−]")
# Two numbers or the same letter twice in one product: "3*4", "3x * 5y", "y^3 * y^6".
_UNWORKED = re.compile(
    r"\d[a-z]?\s*[*×·]\s*\d|(?<![a-z])([a-z])(?:\^\d+)?\s*[*×·]?\s*\1(?![a-z])", re.IGNORECASE
)
_MULTIPLIED_BRACKET = re.compile(r"\w\s*[*×·]?\s*\(|\)\s*[*×·]?\s*[\w(]|\)\^")
_ROOT = re.compile(r"(?:√|sqrt) ?[({]? ?(\d{1,9})")
_IN_ROOTS = re.compile(r"\bsimplif|\bsimplest\b|\bsurds?\b|\bradicals?\b|\bexact(?:ly)?\b", re.IGNORECASE)
_ASKED_UNIT = re.compile(r"\b(?:to|into|in|many)\s+([a-z]+)\b", re.IGNORECASE)


def is_in_another_form(final: str, problem: str, answer: str) -> bool:
    """Whether a value that stands is a decimal for a fraction, 6/8 for 3/4, 80/4 for 20, 3x + 3*4, or 24 cm2 for m2."""
    forms = {one.form for one in find_quantities(final)}
    other = {
        "decimal": "/" in final or "%" in final,
        "fraction": "/" not in final and ("." in final or "%" in final),
        "improper": "mixed" in forms,
        "mixed": "fraction" in forms or "." in final,
    }
    if any(other[form] and pattern.search(problem) for form, pattern in FORMS.items()):
        return True
    expanded = [one for one in find_quantities(final) if is_expanded(final, one)]
    if any(getattr(one.value, "denominator", 0) == 1 for one in expanded):
        return True
    if is_calculation_only(final) and not is_calculation_only(answer):
        return True
    if _is_as_given(final, problem, answer):
        return True
    if _is_in_another_unit(final, problem, answer) or _is_unworked(final, problem, answer):
        return True
    if _is_unworked_root(final, problem, answer):
        return True
    if not SIMPLEST.search(problem):
        return False
    ratio = _RATIO.search(final)
    unreduced = expanded or (ratio and _can_be_reduced(ratio[1], ratio[2]))
    return bool(unreduced) or ("/" in problem and "." in final)


def _is_as_given(final: str, problem: str, answer: str) -> bool:
    """Whether what was to be written in another way stands as in the problem: "25%" for a fraction."""
    said, right = ("".join(text.split()).replace("sqrt", "√") for text in (final, answer))
    stands = re.search(rf"(?<![\d.,/]){re.escape(said)}(?![\d.,/%])", "".join(problem.split()))
    return bool(_REWRITES.search(problem)) and said != right and stands is not None


def _is_unworked(final: str, problem: str, answer: str) -> bool:
    """Whether an expression still has brackets, products or like terms that were to go, or none that were to come."""
    if not re.search(r"[a-z]", answer):
        return False
    if _SQUARES.search(problem) and _SQUARED_BRACKET.search(answer):
        return not _SQUARED_BRACKET.search(final)
    if _FACTORS.search(problem):
        return _factors(final) != _factors(answer)
    if not _MULTIPLIES_OUT.search(problem):
        return False
    brackets = _MULTIPLIED_BRACKET.search(final) and "(" not in answer
    return (
        bool(brackets)
        or bool(_UNWORKED.search(final))
        or len(_TERM.findall(final)) > len(_TERM.findall(answer))
    )


def _is_unworked_root(final: str, problem: str, answer: str) -> bool:
    """Whether a root is left that comes out, √144 for 12, or one that is to be simpler: √72 or 8.49 for 6√2."""
    left = [int(radicand) for radicand in _ROOT.findall(final)]
    if "sqrt" not in answer:
        return bool(left) and parse_expression(answer) is not None
    if not _IN_ROOTS.search(problem):
        return False
    squares = any(radicand % number**2 == 0 for radicand in left for number in range(2, isqrt(radicand) + 1))
    return squares or not left or len(left) > answer.count("sqrt")


def _can_be_reduced(first: str, second: str) -> bool:
    return "." in first + second or gcd(int(first), int(second)) > 1


def _is_in_another_unit(final: str, problem: str, answer: str) -> bool:
    """Whether the right number stands before a unit that makes it another amount: 3500 km where metres are asked."""
    said = [one for one in find_quantities(final) if one.unit and measure(one.unit)]
    if len(said) != 1 or said[0].value != number_of(answer):
        return False
    if said[0].unit in [one.unit for one in find_quantities(answer)]:
        return False
    unit = measure(said[0].unit or "")
    given = [one.unit for one in find_quantities(problem) if one.unit]
    asked = [
        one.unit for word in _ASKED_UNIT.findall(problem) for one in find_quantities(f"1 {word}") if one.unit
    ]
    for units in (asked, [*given, *(f"{one}^{power}" for one in given if one.isalpha() for power in (2, 3))]):
        alike = [known for one in units if (known := measure(one)) and unit and known[0] == unit[0]]
        if alike:
            return unit not in alike
    return False


def _factors(text: str) -> tuple[int, Fraction]:
    """Of a product, how many factors hold a letter, and what the others come to, without a sign; a sum is one."""
    node = parse_expression(text.replace("**", "^"))
    count, number, open_nodes = 0, Fraction(1), [node]
    while open_nodes:
        match open_nodes.pop():
            case Binary("*", left, right):
                open_nodes += [left, right]
            case Binary("^", base, Number(power)) if (
                letters(base) and power.denominator == 1 and 0 < power < 10
            ):
                open_nodes += [base] * int(power)
            case Unary("-", operand):
                open_nodes.append(operand)
            case Number(value):
                number *= abs(value)
            case _:
                count += 1
    return count, number
