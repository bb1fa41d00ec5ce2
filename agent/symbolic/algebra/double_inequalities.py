"""Two inequalities at once, -1 <= x + 2 < 5: the letter between two bounds, and the integers between them."""

import re
from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

from ...expressions import (
    evaluate,
    letters,
    parse_expression,
    written,
)
from ..problem import Given, Kind, Problem, exact, like_expression, like_number, said
from ..wording import IMAGINARY, Rule, rule
from .inequalities import SHOWN, TURNED
from .polynomials import coefficient, degree, polynomial

_SIGNS = {
    "≤": "<=",
    "≥": ">=",
    "\\le": "<=",
    "\\leq": "<=",
    "\\ge": ">=",
    "\\geq": ">=",
    "\\lt": "<",
    "\\gt": ">",
}
_SIGN = re.compile(r"<=|>=|[<>≤≥]|\\(?:leq?|geq?|lt|gt)(?![a-z])")


def _between(text: str) -> dict[str, Given] | None:
    """What is given of `low < inside <= high`; one written downwards is turned around."""
    parts = [part or "" for part in _SIGN.split(text)]
    signs = [_SIGNS.get(found.group(), found.group()) for found in _SIGN.finditer(text)]
    if len(parts) != 3 or signs[0][0] != signs[1][0]:
        return None
    if signs[0][0] == ">":
        parts, signs = parts[::-1], [TURNED[sign] for sign in reversed(signs)]
    nodes = [parse_expression(part) for part in parts]
    low, inside, high = nodes
    if low is None or inside is None or high is None or letters(low) or letters(high):
        return None
    least, most, terms = evaluate(low), evaluate(high), polynomial(inside)
    names = letters(inside)
    if (
        least is None
        or most is None
        or terms is None
        or len(names) != 1
        or names & IMAGINARY
        or degree(terms) != 1
    ):
        return None
    letter = next(iter(names))
    return {
        "letter": letter,
        "inside": written(inside),
        "low": exact(least),
        "high": exact(most),
        "low_sign": signs[0],
        "high_sign": signs[1],
        "coefficient": coefficient(terms, (letter,)),
        "constant": coefficient(terms, ()),
    }


def _bounds(problem: Problem) -> tuple[str, str, str, str, str]:
    """Steps to the letter alone between two bounds; then the bounds' names with their signs."""
    low, high, lines = "low", "high", ""
    if problem["constant"]:
        undo = (
            "Add what is taken away in the middle"
            if problem["constant"] < 0
            else "Take away what is added in the middle"
        )
        lines += f"low_without = low - constant  # {undo} on the left.\n"
        lines += "high_without = high - constant  # Do the same on the right.\n"
        low, high = "low_without", "high_without"
    signs = problem["low_sign"], problem["high_sign"]
    if problem["coefficient"] != 1:
        turned = (
            "; dividing by a negative number turns the signs around" if problem["coefficient"] < 0 else ""
        )
        lines += (
            f"low_divided = Fraction({low}, coefficient)  # Divide on the left by the number before "
            f"the letter{turned}.\n"
        )
        lines += f"high_divided = Fraction({high}, coefficient)  # Divide on the right, too.\n"
        low, high = "low_divided", "high_divided"
        if problem["coefficient"] < 0:
            low, high, signs = high, low, signs[::-1]
    return lines, low, high, signs[0], signs[1]


def _double_steps(problem: Problem) -> str:
    lines, low, high, first, second = _bounds(problem)
    return (
        f'{lines}answer = str({low}) + " {first} {problem["letter"]} {second} " + str({high})'
        "  # Write the letter between its bounds."
    )


def _range(problem: Problem) -> tuple[int, int]:
    """The smallest and the largest integer between the bounds."""
    ends = [
        (Fraction(problem[name]) - problem["constant"]) / problem["coefficient"] for name in ("low", "high")
    ]
    closed = [problem[name].endswith("=") for name in ("low_sign", "high_sign")]
    if problem["coefficient"] < 0:
        ends, closed = ends[::-1], closed[::-1]
    low = -(-ends[0] // 1) if closed[0] else ends[0] // 1 + 1
    high = ends[1] // 1 if closed[1] else -(-ends[1] // 1) - 1
    return int(low), int(high)


def _listed_steps(problem: Problem) -> str:
    lines, low, high, first, second = _bounds(problem)
    start = f"-(-{low} // 1)" if first == "<=" else f"{low} // 1 + 1"
    end = f"{high} // 1" if second == "<=" else f"-(-{high} // 1) - 1"
    lines += f"smallest = {start}  # Find the first integer that the sign at the lower bound allows.\n"
    lines += f"largest = {end}  # Find the last integer that the sign at the upper bound allows.\n"
    if problem.wanted == "number of integers":
        return f"{lines}answer = largest - smallest + 1  # Count from one to the other, both included."
    return f"{lines}answer = set(range(smallest, largest + 1))  # List all integers from one to the other."


def _shown(problem: Problem) -> str:
    first, second = SHOWN[problem["low_sign"]], SHOWN[problem["high_sign"]]
    return f"{said(problem['low'])} {first} {problem['inside']} {second} {said(problem['high'])}"


def _vary_between(problem: Problem, random: Random) -> dict[str, Given]:
    low, high = (like_number(random, problem[name]) for name in ("low", "high"))
    inside = like_expression(random, problem["inside"])
    return _between(f"{low} {problem['low_sign']} {inside} {problem['high_sign']} {high}") or dict(
        problem.given
    )


def _between_features(problem: Problem) -> object:
    ends = [
        (Fraction(problem[name]) - problem["constant"]) / problem["coefficient"] for name in ("low", "high")
    ]
    return [end.denominator == 1 for end in ends], problem["coefficient"] > 0, problem["constant"] > 0


def _apart(problem: Problem) -> bool:
    return problem["low"] < problem["high"]


_NAMES = ("letter", "inside", "low", "high", "low_sign", "high_sign", "coefficient", "constant")
DOUBLE = Kind(
    "double_inequality",
    "solutions",
    _NAMES,
    _double_steps,
    lambda problem: f"Solve the inequality {_shown(problem)}.",
    lambda problem: _apart(problem) and (problem["coefficient"] != 1 or problem["constant"] != 0),
    _between_features,
    _vary_between,
)
LISTED = Kind(
    "integers_between",
    "integers",
    _NAMES,
    _listed_steps,
    lambda problem: (
        f"How many integers satisfy {_shown(problem)}?"
        if problem.wanted == "number of integers"
        else f"List the integers that satisfy {_shown(problem)}."
    ),
    lambda problem: _apart(problem) and 1 < _range(problem)[1] - _range(problem)[0] + 1 <= 20,
    _between_features,
    _vary_between,
)


KINDS = [DOUBLE, LISTED]


# --- reading --------------------------------------------------------------------------------------------------------


def _read_between(kind: Kind, wanted: str = "") -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        given = _between(found["chain"])
        if given is None or (found.get("asked") or given["letter"]) != given["letter"]:
            return None
        return kind.problem(given, wanted)

    return build


_CHAIN = (
    r"(?P<chain>[^,;=<>≤≥]{1,30}(?:<=?|>=?|≤|≥|\\[lg](?:eq?|t)).{1,60}(?:<=?|>=?"
    r"|≤|≥|\\[lg](?:eq?|t))[^,;=<>≤≥]{1,30})"
)
_WHOLE = (
    r"(?:integers|integer values of {asked:letter}|integer values|possible integer values of "
    r"{asked:letter}|whole numbers)"
)
_THAT = r"(?:that satisfy|which satisfy|satisfying|such that|for which|where|with|that make|in)"
RULES: list[Rule] = [
    rule(
        rf"(?:solve|find the solutions? (?:of|to)|solve for {{asked:letter}}):? ?(?:the )?(?:double "
        rf"|compound )?(?:inequality )?:? ?{_CHAIN}",
        _read_between(DOUBLE),
    ),
    rule(rf"solve {_CHAIN} for {{asked:letter}}", _read_between(DOUBLE)),
    rule(_CHAIN, _read_between(DOUBLE)),
    rule(
        r"(?:list|write down|write|find|state)?(?: all)?(?: of)? ?(?:the "
        rf")?{_WHOLE.replace('|whole numbers', '')} {_THAT}"
        rf"(?: the inequality)?:? {_CHAIN}(?: true)?",
        _read_between(LISTED),
    ),
    rule(
        rf"{{asked:letter}} is an integer(?: such that|[.,;]| and)? ?{_CHAIN}[.,;] (?:list|write "
        rf"down|find|what are) (?:all )?(?:the )?(?:possible )?values of {{asked:letter}}",
        _read_between(LISTED),
    ),
    rule(
        rf"how many integers (?:satisfy|{{asked:letter}} satisfy) (?:the inequality )?{_CHAIN}",
        _read_between(LISTED, "number of integers"),
    ),
]
