"""What a simulated student says: work as equations and words, an answer, a slip, or not knowing. Pure.

The numbers are those of a program that was run; the words are our own (`phrases.py`).
"""

import ast
from collections.abc import Sequence
from fractions import Fraction
from random import Random
from typing import Any

from ..agent.state import Program
from ..sandbox import render as exact_text
from .errors import Run
from .mutations import step_names
from .phrases import SAYS

_SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "×", ast.Div: "÷", ast.FloorDiv: "÷", ast.Pow: "^",
}  # fmt: skip
_OFF = (-10, -2, -1, 1, 2, 10)


def says(kind: str, random: Random, right: Run, wrong: Run) -> str:
    """One utterance. kind: a key of `SAYS`, or wrong, right (work or a bare answer), partial, slip."""
    if kind in SAYS and kind not in ("answer", "work"):
        return random.choice(SAYS[kind])
    if kind == "slip":
        return _false_equation(right, random) or random.choice(SAYS["confusion"])
    run = wrong if kind == "wrong" else right
    steps = told_steps(run, random)
    if kind == "partial":
        return steps[0] if len(steps) > 1 else random.choice(SAYS["confusion"])
    final = exact_text(run[1].value)
    words = random.choice(SAYS["work" if steps and random.random() < 0.6 else "answer"])
    return words.format(work=" ".join(steps), final=final)


def told_steps(run: Run, random: Random) -> list[str]:
    """The steps of a program as a student writes them: mostly an equation, else in words with the value."""
    program, outcome = run
    values: dict[str, Any] = {step.name: step.value for step in outcome.steps}
    names = [name for name in step_names(program) if name in values]
    bare = random.random() < 0.75
    told: list[str] = []
    for name, said in zip(names, program.plan, strict=False):
        value = exact_text(values[name])
        equation = _equation(program, name, values)
        told.append(f"{equation}." if equation and bare else f"{said.rstrip('.')}: {value}.")
    return told


def _equation(program: Program, name: str, values: dict[str, Any]) -> str | None:
    """The calculation of a step with its numbers, such as "6 × 7 = 42"; None where it is not of that form."""
    assigned = next((node for node in ast.walk(ast.parse(program.source))
                     if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name), None)  # fmt: skip
    if assigned is None or not isinstance(assigned.value, ast.BinOp):
        return None
    node = assigned.value
    sign, parts = _SIGNS.get(type(node.op)), [_number(side, values) for side in (node.left, node.right)]
    if sign is None or None in parts:
        return None
    left, right = (str(part) for part in parts)
    if right.startswith("-"):
        right = f"({right})"
    return f"{left} {sign} {right} = {exact_text(values[name])}"


def _number(node: ast.expr, values: dict[str, Any]) -> str | None:
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return str(node.value)
    value = values.get(node.id) if isinstance(node, ast.Name) else None
    return exact_text(value) if type(value) is int or isinstance(value, Fraction) else None


def _false_equation(run: Run, random: Random) -> str | None:
    """A calculation of the solution with a wrong result, such as "6 × 7 = 44"."""
    program, outcome = run
    values: dict[str, Any] = {step.name: step.value for step in outcome.steps}
    made = [(_equation(program, name, values), values[name]) for name in step_names(program)
            if type(values.get(name)) is int]  # fmt: skip
    whole: Sequence[tuple[str, int]] = [(text, value) for text, value in made if text]
    if not whole:
        return None
    text, value = random.choice(whole)
    return f"{text.rpartition('=')[0]}= {value + random.choice(_OFF)}"
