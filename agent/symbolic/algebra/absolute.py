"""Equations and inequalities with an absolute value: |2x - 1| = 7, |x| < 3."""

from fractions import Fraction
from random import Random
from typing import Any

from ...expressions import Equation, Unary, evaluate, letters, parse_equation, written
from ..problem import Given, Kind, Problem, exact, like_expression
from ..wording import IMAGINARY, Rule, rule
from .polynomials import coefficient, degree, polynomial


def _inside_steps(problem: Problem) -> str:
    """Both values that the inside may have, or lie between, brought to the letter."""
    letter = problem["letter"]
    lines, ends = (
        "opposite = -distance  # The inside may also be the opposite of that number.\n",
        ["distance", "opposite"],
    )
    if problem["constant"]:
        undo = (
            "Add to both sides what is taken away inside"
            if problem["constant"] < 0
            else "Take from both sides the number added inside"
        )
        lines += f"first_without = distance - constant  # {undo}.\n"
        lines += "second_without = opposite - constant  # Do the same with the opposite.\n"
        ends = ["first_without", "second_without"]
    if problem["coefficient"] != 1:
        lines += f"first = Fraction({ends[0]}, coefficient)  # Divide by the number before {letter}.\n"
        lines += f"second = Fraction({ends[1]}, coefficient)  # Do the same with the other.\n"
        ends = ["first", "second"]
    return lines + "|".join(ends)


def _equation_steps(problem: Problem) -> str:
    if problem["distance"] == 0:
        return (
            f"without_constant = -constant  # The inside has to be zero: bring its number over.\n"
            f"answer = Fraction(without_constant, coefficient)  # Divide by the number before {problem['letter']}."
        )
    lines, _, ends = _inside_steps(problem).rpartition("\n")
    return f"{lines}\nanswer = {{{ends.replace('|', ', ')}}}  # Both solve it."


def _inequality_steps(problem: Problem) -> str:
    lines, _, ends = _inside_steps(problem).rpartition("\n")
    upper, lower = ends.split("|")
    sign = problem["relation"]
    return (
        f"{lines}\n"
        f'answer = str({lower}) + " {sign} {problem["letter"]} {sign} " + str({upper})  '
        "# The inside lies between the opposite and the number: write both bounds."
    )


def _given(equation: Equation) -> dict[str, Given] | None:
    """What is given of |ax + b| = c, or of < and <=."""
    left, right = equation.left, equation.right
    value = evaluate(right)
    if not isinstance(left, Unary) or left.operator != "abs" or value is None:
        return None
    inside = polynomial(left.operand)
    names = letters(left.operand)
    if inside is None or degree(inside) != 1 or len(names) != 1 or names & IMAGINARY:
        return None
    letter = next(iter(names))
    return {
        "letter": letter,
        "inside": written(left.operand),
        "relation": equation.relation,
        "coefficient": coefficient(inside, (letter,)),
        "constant": coefficient(inside, ()),
        "distance": exact(value),
    }


def _phrase(problem: Problem) -> str:
    sign = {"<=": "≤"}.get(problem["relation"], problem["relation"])
    noun = "equation" if sign == "=" else "inequality"
    return f"Solve the {noun} |{problem['inside']}| {sign} {problem['distance']}."


def _vary(problem: Problem, random: Random) -> dict[str, Given]:
    text = (
        f"|{like_expression(random, problem['inside'])}| {problem['relation']} "
        f"{like_expression(random, str(problem['distance']))}"
    )
    equation = parse_equation(text)
    return (None if equation is None else _given(equation)) or dict(problem.given)


def _features(problem: Problem) -> object:
    a, b, c = (Fraction(problem[name]) for name in ("coefficient", "constant", "distance"))
    ends = [(c - b) / a, (-c - b) / a]
    return [end.denominator == 1 for end in ends], b > 0, b == 0, a == 1, c == 0, ends[0] > 0, ends[1] > 0


_NAMES = ("letter", "inside", "relation", "coefficient", "constant", "distance")
EQUATION = Kind(
    "absolute_equation",
    "solutions",
    _NAMES,
    _equation_steps,
    _phrase,
    lambda problem: problem["relation"] == "=" and problem["distance"] >= 0,
    _features,
    _vary,
)
INEQUALITY = Kind(
    "absolute_inequality",
    "solutions",
    _NAMES,
    _inequality_steps,
    _phrase,
    lambda problem: (
        problem["relation"] in ("<", "<=") and problem["distance"] > 0 and problem["coefficient"] > 0
    ),
    _features,
    _vary,
)
KINDS = [EQUATION, INEQUALITY]


def _read(found: dict[str, Any]) -> Problem | None:
    equation = parse_equation(found["equation"])
    if equation is None or letters(equation.right):
        return None
    given = _given(equation)
    if given is None or ("asked" in found and found["asked"] != given["letter"]):
        return None
    return (EQUATION if equation.relation == "=" else INEQUALITY).problem(given)


_EQ = r"(?P<equation>(?:\||\\left\s?\|).{1,60}(?:=|<|≤|\\leq?).{1,30})"
RULES: list[Rule] = [
    rule(
        r"(?:solve|find all solutions (?:of|to)|the solutions? (?:of|to))?:? ?(?:the )?(?:equation "
        rf"|inequality )?(?:for {{asked:letter}}[:,]? )?{_EQ}",
        _read,
    ),
    rule(rf"solve {_EQ} for {{asked:letter}}", _read),
]
