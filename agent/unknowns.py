"""Equations in several letters: is a line of them true of the answer? Pure.

A system's answer gives each letter its value ("x = 6, y = 4"), and a line like "2x = 12" has to be true of these. That
of "Make y the subject of 3x + y = 7" gives one letter in terms of others: a line has to be true whatever they are.
"""

import re
from fractions import Fraction

from .expressions import evaluate, find_equations, letters, parse_expression

VALUE_OF = re.compile(r"\b([a-z])\s*=\s*(-?\d[\d./]*)(?!\s*[-+*/]|\s*[a-z]\b(?!\s*=))")
"""A letter and the number it is said to be: "x = 4", not "x = 4 - y"."""
_POINTS = ((2, 3, 5, 7, 11), (13, 2, 17, 3, 5), (7, 19, 3, 11, 2))
"""What the other letters of a formula are set to; an equation that holds at all three is taken to hold always."""


def solutions(answer: str, problem: str) -> list[dict[str, Fraction]]:
    """Values of all letters at once with which the answer is right; none where it is one number, or no equations."""
    named = {name: Fraction(value) for name, value in VALUE_OF.findall(answer)}
    if len(named) > 1:
        return [named]
    node = parse_expression(answer)
    asked = {name for one in find_equations(problem) for name in letters(one.left) | letters(one.right)}
    others = sorted(letters(node)) if node is not None else []
    subject = asked - set(others)
    if node is None or not others or len(others) > len(_POINTS[0]) or len(subject) != 1:
        return []
    found: list[dict[str, Fraction]] = []
    for point in _POINTS:
        values = {name: Fraction(value) for name, value in zip(others, point, strict=False)}
        value = evaluate(node, values)
        if value is None:
            return []
        found.append({**values, min(subject): value})
    return found


def is_true_of(line: str, known: list[dict[str, Fraction]]) -> bool:
    """Whether a line holds equations with letters, all of them true of all these values."""
    equations = [one for one in find_equations(line) if letters(one.left) | letters(one.right)]
    return bool(equations and known) and all(
        one.relation == "=" and _is_true(evaluate(one.left, values), evaluate(one.right, values))
        for one in equations
        for values in known
    )


def _is_true(left: Fraction | None, right: Fraction | None) -> bool:
    return left is not None and left == right
