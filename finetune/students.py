"""What a simulated student says: work as equations and words, an answer, a slip, or not knowing. Pure.

The numbers are those of a program that was run; the words are our own (`phrases.py`).
"""

import ast
import re
from collections.abc import Sequence
from fractions import Fraction
from random import Random
from typing import Any

from ..agent.state import Program
from ..sandbox import render as exact_text
from .errors import Run
from .mutations import step_names
from .phrases import SAYS
from .written import plain_number

_SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "×", ast.Div: "÷", ast.FloorDiv: "÷", ast.Pow: "^",
}  # fmt: skip
_OFF = (-10, -2, -1, 1, 2, 10)


def says(kind: str, random: Random, right: Run, wrong: Run, decimal: bool) -> str:
    """One utterance. kind: a key of `SAYS`, or wrong, right (work or a bare answer), shown (right, with work), partial,
    slip. decimal: numbers are told as decimals where they end, as in a problem with decimals; else as fractions."""
    if kind in SAYS and kind not in ("answer", "work"):
        return random.choice(SAYS[kind])
    if kind == "slip":
        return _false_equation(right, decimal, random) or random.choice(SAYS["confusion"])
    run = wrong if kind == "wrong" else right
    steps = told_steps(run, decimal, random)
    if kind == "partial":
        return steps[0] if len(steps) > 1 else random.choice(SAYS["confusion"])
    with_work = steps and (kind == "shown" or random.random() < 0.6)
    words = random.choice(SAYS["work" if with_work else "answer"])
    return words.format(work=" ".join(steps), final=_told(run[1].value, decimal))


def has_decimals(problem: str) -> bool:
    """Whether a problem is told in decimals."""
    return bool(re.search(r"\d\.\d", problem))


def told_steps(run: Run, decimal: bool, random: Random) -> list[str]:
    """The steps of a program as a student writes them: mostly an equation, else in words with the value."""
    program, outcome = run
    values: dict[str, Any] = {step.name: step.value for step in outcome.steps}
    names = [name for name in step_names(program) if name in values]
    bare = random.random() < 0.75
    told: list[str] = []
    for name, said in zip(names, program.plan, strict=False):
        equation = _equation(program, name, values, decimal)
        in_words = f"{said.rstrip('.')}: {_told(values[name], decimal)}."
        told.append(f"{equation}." if equation and bare else in_words)
    return told


def _told(value: Any, decimal: bool) -> str:
    return (plain_number(value) if decimal else None) or exact_text(value)


def _equation(program: Program, name: str, values: dict[str, Any], decimal: bool) -> str | None:
    """The calculation of a step with its numbers, such as "6 × 7 = 42"; None where it is not of that form."""
    assigned = next((node for node in ast.walk(ast.parse(program.source))
                     if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name), None)  # fmt: skip
    if assigned is None or not isinstance(assigned.value, ast.BinOp):
        return None
    node = assigned.value
    sign, parts = (
        _SIGNS.get(type(node.op)),
        [_number(side, values, decimal) for side in (node.left, node.right)],
    )
    if sign is None or None in parts:
        return None
    left, right = (str(part) for part in parts)
    if right.startswith("-"):
        right = f"({right})"
    return f"{left} {sign} {right} = {_told(values[name], decimal)}"


def _number(node: ast.expr, values: dict[str, Any], decimal: bool) -> str | None:
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return str(node.value)
    value = values.get(node.id) if isinstance(node, ast.Name) else None
    return _told(value, decimal) if type(value) is int or isinstance(value, Fraction) else None


def _false_equation(run: Run, decimal: bool, random: Random) -> str | None:
    """A calculation of the solution with a wrong result, such as "6 × 7 = 44"."""
    program, outcome = run
    values: dict[str, Any] = {step.name: step.value for step in outcome.steps}
    made = [(_equation(program, name, values, decimal), values[name]) for name in step_names(program)
            if type(values.get(name)) is int]  # fmt: skip
    whole: Sequence[tuple[str, int]] = [(text, value) for text, value in made if text]
    if not whole:
        return None
    text, value = random.choice(whole)
    return f"{text.rpartition('=')[0]}= {value + random.choice(_OFF)}"
