"""The reciprocal of a mixed number; that of a fraction is in `fractions.py`."""

from typing import Any

from ...expressions import Number, parse_expression
from ..problem import Problem, formula, positive
from ..wording import Rule, rule
from .fractions import parts

MIXED = formula(
    "mixed_reciprocal",
    "reciprocal",
    "whole numerator denominator",
    "as_denominators = whole * denominator  # Write the wholes as parts of the same size.\n"
    "new_numerator = as_denominators + numerator  # Add the parts there are.\n"
    "answer = Fraction(denominator, new_numerator)  # Turn the improper fraction over.",
    "What is the reciprocal of {whole} {numerator}/{denominator}?",
    sane=lambda problem: positive(problem) and problem["numerator"] < problem["denominator"],
)
KINDS = [MIXED]


def _mixed(found: dict[str, Any]) -> Problem | None:
    node = parse_expression(found["number"])
    if not isinstance(node, Number) or node.form != "mixed":
        return None
    return MIXED.problem(dict(zip(("whole", "numerator", "denominator"), parts(node), strict=True)))


RULES: list[Rule] = [rule(r"(?:the )?reciprocal of {number:term}", _mixed)]
