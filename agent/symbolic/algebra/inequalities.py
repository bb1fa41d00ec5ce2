"""More about inequalities: the smallest or largest integer that satisfies one, whether a number does."""

from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from ...expressions import (
    Letter,
    Node,
    compare,
    evaluate,
    letters,
    number_source,
    parse_equation,
    parse_expression,
    source,
    written,
)
from ..problem import Given, Kind, Problem, given_number, like_expression, like_number, said
from ..wording import IMAGINARY, Rule, rule
from .equations import SIDES, linear_given
from .functions import put_in

TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
SHOWN = {"<=": "≤", ">=": "≥", "<": "<", ">": ">"}


# --- the last integer ---------------------------------------------------------------------------------------------


def _boundary(problem: Problem) -> tuple[Fraction, str] | None:
    """Where the two sides are equal, and which way the letter goes from there."""
    net = Fraction(problem["left_coefficient"] - problem["right_coefficient"])
    if not net:
        return None
    relation = problem["relation"]
    bound = (problem["right_constant"] - problem["left_constant"]) / net
    return bound, relation if net > 0 else TURNED[relation]


def _end_steps(problem: Problem) -> str:
    found = _boundary(problem)
    assert found is not None
    code = {
        ">": "boundary // 1 + 1  # Take the first integer above it.",
        ">=": "-(-boundary // 1)  # Take the first integer that is not below it.",
        "<": "-(-boundary // 1) - 1  # Take the last integer below it.",
        "<=": "boundary // 1  # Take the last integer that is not above it.",
    }[found[1]]
    return (
        "letter_terms = left_coefficient - right_coefficient  # Bring the terms with the letter to one side.\n"
        "numbers = right_constant - left_constant  # Bring the numbers to the other side.\n"
        "boundary = Fraction(numbers, letter_terms)  # Divide to find where both sides are equal.\n"
        f"answer = {code}"
    )


def _vary_end(problem: Problem, random: Random) -> dict[str, Given]:
    left, right = (like_expression(random, problem[name]) for name in ("left", "right"))
    equation = parse_equation(f"{left} {problem['relation']} {right}")
    return (None if equation is None else linear_given(equation)) or dict(problem.given)


def _end_features(problem: Problem) -> object:
    found = _boundary(problem)
    return None if found is None else (found[0].denominator == 1, found[0] > 0, found[1])


END = Kind(
    "extreme_integer",
    "smallest integer",
    ("letter", "left", "right", "relation", *SIDES),
    _end_steps,
    lambda problem: (
        f"What is the {problem.wanted} {problem['letter']} such that "
        f"{problem['left']} {SHOWN[problem['relation']]} {problem['right']}?"
    ),
    lambda problem: (
        (found := _boundary(problem)) is not None
        and (found[1][0] == ">") == (problem.wanted == "smallest integer")
    ),
    _end_features,
    _vary_end,
)


# --- is it a solution? ----------------------------------------------------------------------------------------------


def _side(text: str, letter: str, value: int | Fraction | Decimal) -> Node | None:
    node = parse_expression(text)
    return None if node is None else put_in(node, {letter: value})


def _check_steps(problem: Problem) -> str:
    values = {"left": "", "right": ""}
    for name in values:
        node = _side(problem[name], problem["letter"], problem["value"])
        assert node is not None
        values[name] = source(node)
    sign = {"=": "=="}.get(problem["relation"], problem["relation"])
    lines = f"left_value = {values['left']}  # Put the number in for {problem['letter']} on the left and work it out.\n"
    words = "See what stands on the right."
    if letters(parse_expression(problem["right"]) or Letter("x")):
        words = "Do the same on the right."
    lines += f"right_value = {values['right']}  # {words}\n"
    return f'{lines}answer = "yes" if left_value {sign} right_value else "no"  # See whether the statement is true.'


def _holds(problem: Problem) -> bool | None:
    sides = [_side(problem[name], problem["letter"], problem["value"]) for name in ("left", "right")]
    values = [None if side is None else evaluate(side) for side in sides]
    return compare(values[0], problem["relation"], values[1])


def _vary_check(problem: Problem, random: Random) -> dict[str, Given]:
    """Where a number solves an equation, so does the other one."""
    value, left = like_number(random, problem["value"]), like_expression(random, problem["left"])
    given: dict[str, Given] = {**dict(problem.given), "value": value, "left": left}
    right = parse_expression(problem["right"])
    if right is None or letters(right):
        return given
    node = _side(left, problem["letter"], value)
    worth = None if node is None else evaluate(node)
    exactly = problem["relation"] == "=" and _holds(problem) and worth is not None
    return {**given, "right": str(worth) if exactly else like_expression(random, problem["right"])}


CHECK = Kind(
    "check_solution",
    "yes or no",
    ("letter", "value", "left", "right", "relation"),
    _check_steps,
    lambda problem: (
        f"Is {problem['letter']} = {said(problem['value'])} a solution of "
        f"{problem['left']} {SHOWN.get(problem['relation'], '=')} {problem['right']}?"
    ),
    lambda problem: _holds(problem) is not None,
    _holds,
    _vary_check,
)
KINDS = [END, CHECK]


# --- reading --------------------------------------------------------------------------------------------------------


def _read_end(found: dict[str, Any]) -> Problem | None:
    equation = parse_equation(found["equation"])
    given = None if equation is None or equation.relation in ("=", "!=") else linear_given(equation)
    if (
        given is None
        or (found.get("asked") or given["letter"]) != given["letter"]
        or given["letter"] in IMAGINARY
    ):
        return None
    smallest = found["which"].lower() in ("smallest", "least")
    problem = END.problem(given, "smallest integer" if smallest else "largest integer")
    if problem is None or found["sort"].lower() == "integer":
        return problem
    bound = _boundary(problem)  # a whole number is not negative, so the bound may not be
    return (
        problem
        if bound is not None and bound[0] >= 0 and bound[1].startswith(">" if smallest else "<")
        else None
    )


def _read_check(found: dict[str, Any]) -> Problem | None:
    equation = parse_equation(found["equation"])
    if equation is None or equation.relation == "!=":
        return None
    if letters(equation.left) | letters(equation.right) != frozenset(found["letter"]) or isinstance(
        equation.left, Letter
    ):
        return None
    number = given_number(parse_expression(number_source(Fraction(found["value"]))) or Letter("x"))
    if number is None:
        return None
    given: dict[str, Given] = {"letter": found["letter"], "value": found["value"]}
    sides: dict[str, Given] = {"left": written(equation.left), "right": written(equation.right)}
    return CHECK.problem({**given, **sides, "relation": equation.relation})


_EQ = r"(?P<equation>[^,;]{1,80}(?:[<>≤≥]|\\[lg](?:eq?|t))[^,;]{1,60})"
_ANY = r"(?P<equation>[^,;]{1,80}(?:[=<>≤≥]|\\[lg](?:eq?|t))[^,;]{1,60})"
_SUCH = r"(?:,? (?:such that|for which|with|so that|that satisfies|which satisfies|satisfying|where|if))"
RULES: list[Rule] = [
    rule(
        r"(?:find )?the (?P<which>smallest|largest|greatest|least|biggest) (?:possible "
        r")?(?P<sort>integer|whole number)(?: value)?"
        rf"(?: (?:of )?{{asked:letter}})?{_SUCH} {_EQ}",
        _read_end,
    ),
    rule(
        rf"is {{letter:letter}} ?= ?{{value:number}} a (?:solution|root) (?:of|to) (?:the )?(?:equation "
        rf"|inequality )?{_ANY}",
        _read_check,
    ),
    rule(
        rf"does {{letter:letter}} ?= ?{{value:number}} (?:satisfy|solve) (?:the )?(?:equation |inequality )?{_ANY}",
        _read_check,
    ),
]
