"""Which term of an arithmetic sequence has a value."""

from fractions import Fraction
from random import Random
from typing import Any

from ..problem import Given, Kind, Problem, number_code, said
from ..wording import Rule, rule
from .sequences import difference, vary_arithmetic


def _position(problem: Problem) -> Fraction:
    step = difference(problem)
    return (Fraction(problem["value"]) - Fraction(problem["terms"][0])) / step + 1 if step else Fraction(0)


def _steps(problem: Problem) -> str:
    first, second = (number_code(problem["terms"][place]) for place in (0, 1))
    return (
        f"common_difference = {second} - {first}  # Find what is added each time.\n"
        f"total_added = value - {first}  # Find how far the term is from the first one.\n"
        "times_added = Fraction(total_added, common_difference)  # Find how often that was added.\n"
        "answer = times_added + 1  # The first term comes before any of them: count it too."
    )


def _vary(problem: Problem, random: Random) -> dict[str, Given]:
    given = vary_arithmetic(problem, random)
    terms = given["terms"]
    assert isinstance(terms, tuple)
    step = Fraction(terms[1]) - Fraction(terms[0])
    value = Fraction(terms[0]) + (random.randrange(len(terms) + 3, 41) - 1) * step
    return {**given, "value": value.numerator if value.denominator == 1 else value}


POSITION = Kind(
    "term_position",
    "position",
    ("terms", "value"),
    _steps,
    lambda problem: (
        f"Which term of the sequence {', '.join(said(term) for term in problem['terms'])}, ... is "
        f"{said(problem['value'])}?"
    ),
    lambda problem: (
        len(problem["terms"]) >= 3
        and _position(problem).denominator == 1
        and len(problem["terms"]) < _position(problem) <= 1000
    ),
    lambda problem: ((difference(problem) or 0) > 0, Fraction(problem["value"]).denominator == 1),
    _vary,
)
KINDS = [POSITION]


# --- reading --------------------------------------------------------------------------------------------------------


def _read(found: dict[str, Any]) -> Problem | None:
    return POSITION.problem({"terms": found["numbers"], "value": found["value"]})


_SEQUENCE = r"(?:the )?(?:arithmetic |number |following )?(?:sequence|progression|pattern)"
_LIST = r"{numbers:numbers},? ?(?:\.{2,4}|\\[lc]?dots)?"
RULES: list[Rule] = [
    rule(
        rf"(?:which|what) term (?:of|in) {_SEQUENCE}:? ?{_LIST},? (?:is|equals|has the value) {{value:number}}",
        _read,
    ),
    rule(
        rf"(?:in |for |consider )?{_SEQUENCE}:? ?{_LIST}[,.;:]? (?:which|what) term (?:is|equals|has the "
        rf"value) {{value:number}}",
        _read,
    ),
]
