"""Making a letter the subject of a formula in which it stands once, operation by operation."""

import re
from random import Random
from typing import Any

from ...expressions import (
    Binary,
    Letter,
    Node,
    Unary,
    evaluate,
    letters,
    parse_equation,
    parse_expression,
    source,
    walk,
    written,
)
from ..problem import Given, Kind, Problem, like_expression
from ..wording import IMAGINARY, Rule, rule
from .polynomials import polynomial

_MAX_LINES = 6
_LETTERS = "abchkmnpqrstuvwxyz"


def _single(node: Node) -> bool:
    """Whether it is one term that can stand below a line."""
    poly = polynomial(node)
    return poly is not None and len(poly) == 1 and evaluate(node) != 0


def _undone(problem: Problem) -> list[tuple[str, str]] | None:
    """Code for the other side and plan, step by step; None for what is not undone here (roots, sums below a line)."""
    subject = problem["subject"]
    left, right = parse_expression(problem["left"]), parse_expression(problem["right"])
    if left is None or right is None:
        return None
    here, other = (left, right) if subject in letters(left) else (right, left)
    code, lines, single = "other_side", list[tuple[str, str]](), _single(other)
    while not isinstance(here, Letter):
        match here:
            case Unary("-", operand):
                here, made = operand, (f"-{code}", "Change the sign of both sides.")
            case Binary("+", one, two):
                with_it, moved = (one, two) if subject in letters(one) else (two, one)
                here, single = with_it, False
                made = (
                    f"{code} - ({source(moved)})",
                    f"Take away from both sides what is added to the term with {subject}.",
                )
            case Binary("-", one, two) if subject in letters(one):
                here, single = one, False
                made = (
                    f"{code} + {source(two)}" if _single(two) else f"{code} + ({source(two)})",
                    f"Add to both sides what is taken away from the term with {subject}.",
                )
            case Binary("-", one, two):
                here, single = two, False
                made = (
                    f"({source(one)}) - {code}",
                    f"Bring the term with {subject} to the other side, so that it is added.",
                )
            case Binary("*", one, two):
                with_it, factor = (one, two) if subject in letters(one) else (two, one)
                if not _single(factor):
                    return None
                here = with_it
                made = (
                    f"{code} / ({source(factor)})",
                    f"Divide both sides by what multiplies {subject if isinstance(here, Letter) else 'the rest'}.",
                )
            case Binary("/", one, two) if subject in letters(one):
                here, made = (
                    one,
                    (f"{code} * ({source(two)})", "Multiply both sides by what stands below the line."),
                )
            case Binary("/", one, two) if single:
                here = two
                made = (
                    f"({source(one)}) / {code}",
                    f"Multiply by what is below the line, then divide by what stands beside {subject}.",
                )
            case _:
                return None
        lines.append(made)
        code = f"side_{len(lines)}"
    return lines if 0 < len(lines) <= _MAX_LINES else None


def _steps(problem: Problem) -> str:
    lines = _undone(problem) or []
    left, right = parse_expression(problem["left"]), parse_expression(problem["right"])
    assert left is not None
    assert right is not None
    names = sorted((letters(left) | letters(right)) - {problem["subject"]})
    text = "".join(f'{name} = symbols("{name}")  # Keep {name} as it is.\n' for name in names)
    here = left if problem["subject"] in letters(right) else right
    text += f"other_side = {source(here)}  # Start from the side without {problem['subject']}.\n"
    for at, (code, plan) in enumerate(lines, 1):
        text += f"{'answer' if at == len(lines) else f'side_{at}'} = {code}  # {plan}\n"
    return text


def _given(text: str, subject: str) -> dict[str, Given] | None:
    runs = re.findall(r"[A-Za-z]+", text)
    if (
        any(len(run) > 3 or run.lower() in ("sin", "cos", "tan", "log", "ln", "pi") for run in runs)
        or "π" in text
    ):
        return None
    equation = parse_equation(text, "".join(runs))
    if equation is None or equation.relation != "=" or subject in IMAGINARY:
        return None
    both = [*walk(equation.left), *walk(equation.right)]
    roots = [evaluate(part.operand) for part in both if isinstance(part, Unary) and part.operator == "sqrt"]
    if any(value is not None and value < 0 for value in roots):
        return None
    names = {part.name for part in both if isinstance(part, Letter)}
    once = sum(isinstance(part, Letter) and part.name == subject for part in both) == 1
    lower = {name.lower() for name in names}
    if not once or len(names) < 2 or len(lower) != len(names) or "e" in names:
        return None
    return {"subject": subject, "left": written(equation.left), "right": written(equation.right)}


def _renamed(node: Node, names: dict[str, str]) -> Node:
    match node:
        case Letter(name):
            return Letter(names[name])
        case Unary(operator, operand):
            return Unary(operator, _renamed(operand, names))
        case Binary(operator, left, right):
            return Binary(operator, _renamed(left, names), _renamed(right, names))
        case _:
            return node


def _vary(problem: Problem, random: Random) -> dict[str, Given]:
    """Other numbers and other letters: a formula may have no numbers."""
    sides = [parse_expression(like_expression(random, problem[name])) for name in ("left", "right")]
    left, right = sides
    if left is None or right is None:
        return dict(problem.given)
    old = sorted(letters(left) | letters(right))
    names = dict(zip(old, random.sample(_LETTERS, len(old)), strict=True))
    text = f"{written(_renamed(left, names))} = {written(_renamed(right, names))}"
    return _given(text, names[problem["subject"]]) or dict(problem.given)


SUBJECT = Kind(
    "change_subject",
    "subject",
    ("subject", "left", "right"),
    _steps,
    lambda problem: f"Make {problem['subject']} the subject of {problem['left']} = {problem['right']}.",
    lambda problem: _undone(problem) is not None,
    vary=_vary,
)
KINDS = [SUBJECT]


def _read(found: dict[str, Any]) -> Problem | None:
    given = _given(found["equation"], found["subject"])
    return None if given is None else SUBJECT.problem(given)


_FORMULA = r"(?:the )?(?:formula |equation )?:? ?(?P<equation>[^,;=]{1,60}=[^,;=]{1,60}?)"
RULES: list[Rule] = [
    rule(rf"make {{subject:letter}} the subject(?: of| in)?:? {_FORMULA}", _read),
    rule(
        rf"(?:rearrange|transform) {_FORMULA} (?:to |and |so as to )?make {{subject:letter}} the subject",
        _read,
    ),
    rule(rf"(?:rearrange|solve) {_FORMULA} (?:for|to solve for|to find) {{subject:letter}}", _read),
    rule(rf"(?:solve|rearrange) for {{subject:letter}}[:,]? {_FORMULA}", _read),
    rule(rf"{_FORMULA}[.;,] make {{subject:letter}} the subject", _read),
]
