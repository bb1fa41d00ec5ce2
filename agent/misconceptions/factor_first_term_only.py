"""The common factor is taken out of the first term only."""

from math import gcd

from ..expressions import parse_expression
from ..symbolic import Problem
from ..symbolic.algebra.polynomials import polynomial
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    node = parse_expression(problem["expression"])
    terms = None if node is None else polynomial(node)
    if terms is None or len(terms) < 2 or any(len(monomial) > 1 for monomial in terms):
        return None
    if any(value.denominator > 1 for value in terms.values()):
        return None
    factor = gcd(*(value.numerator for value in terms.values()))
    if factor == 1:
        return None
    (first, number), *others = terms.items()
    inside = f"{number / factor} * {first[0] if first else 1}"
    for monomial, value in others:
        inside += f" + ({value}) * {monomial[0] if monomial else 1}"
    names = sorted({monomial[0] for monomial in terms if monomial})
    lines = "".join(f'{name} = symbols("{name}")  # Let {name} be the unknown.\n' for name in names)
    lines += f"inside = {inside}  # Divide the first term.\n"
    return f"{lines}answer = {factor} * inside  # Write the factor in front."


wrong = mistake("factor_expression", _steps)

ENTRY = Misconception(
    id="factor_first_term_only",
    name="Taking a factor out of the first term only",
    grades=(7, 9),
    source="Payne & Squibb 1990, Algebra mal-rules and cognitive accounts of error, Cognitive Science 14(3)",
    explanation="You may have divided only the first term by the factor.",
    wrong=wrong,
    questions=(
        "Multiply your brackets out again. Do you get back what stands in the problem?",
        "Put a small number of your own in for the letter, before and after. Do both give the same?",
        "Which parts of the problem have you divided by the number in front of the brackets?",
        "If everything is shared out among some friends, what does each get of every part?",
    ),
    examples=(("Factor 6x + 9.", "3(2x + 9)"), ("Factor 8y - 12.", "4(2y - 12)")),
    diagnostic=twins(wrong, "Factor 6x + 9.", "Factor 8y - 12.", "Factor 15x + 25."),
)
