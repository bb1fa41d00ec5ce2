"""An amount in two units ("5 feet 4 inches", "2 kg 350 g") in the smaller of them."""

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

from ..clauses import clause
from ..problem import Given, Problem, formula, like
from ..wording import Rule
from .units import unit_of

_IN_SMALL = formula(
    "two_unit_length",
    "amount",
    "large small factor large_unit small_unit",
    "large_in_small = large * factor  # Turn the larger unit into the smaller one.\n"
    "answer = large_in_small + small  # Add what there is of the smaller one.",
    "Convert {large} {large_unit} {small} {small_unit} to {small_unit}.",
    sane=lambda problem: problem["large"] > 0 and 0 < problem["small"] < problem["factor"],
    features=lambda problem: problem["large"] < 10,
)


def _vary(problem: Problem, random: Random) -> dict[str, Given]:
    small = random.randrange(1, int(problem["factor"]))
    return {**dict(problem.given), "large": like(random, problem["large"]), "small": small}


IN_SMALL = replace(_IN_SMALL, vary=_vary)
KINDS = [IN_SMALL]


def _in_small(found: dict[str, Any]) -> Problem | None:
    large, small, asked = (unit_of(found[name]) for name in ("large_unit", "small_unit", "asked_unit"))
    if large is None or small is None or asked is None or small[0] != asked[0] or large[1] != small[1]:
        return None
    if large[3] != 1 or large[0] in _TIMES:
        return None
    factor = Fraction(large[2]) / Fraction(small[2])
    if factor.denominator > 1 or factor == 1:
        return None
    return IN_SMALL.problem(
        {**found, "factor": factor.numerator, "large_unit": large[0], "small_unit": small[0]}
    )


_TIMES = frozenset({"minutes", "hours"})  # in `times.py`
_UNIT = r"(?P<{name}>[a-z]+)"
_TWO = (
    rf"{{large:integer}} ?{_UNIT.format(name='large_unit')},?(?: and)? {{small:integer}} "
    rf"?{_UNIT.format(name='small_unit')}"
)
_ASKED = _UNIT.format(name="asked_unit")
RULES: list[Rule] = [
    clause(
        _in_small,
        rf"(?:(?:convert|change|write|express) )?{_TWO} (?:to|into|in) {_ASKED}",
        rf"how many {_ASKED} (?:are|is) (?:there )?(?:in )?{_TWO}",
        rf"how many {_ASKED} in {_TWO}",
    ),
]
