"""Solutions as the solver is asked to write them: a function, or worked lines ("Rolls sold: 48 * 3 / 4 = 36"). Pure.

Both are made of a program that was run, so every number in a line is one the sandbox gave. A program with a step that
is no plain arithmetic on plain numbers has no lines.
"""

import ast
from fractions import Fraction
from typing import Any

from langchain_core.messages import BaseMessage

from ..agent.expressions import find_equations
from ..agent.programs import read_lines, read_program
from ..agent.prompts import render
from ..agent.state import Program
from ..agent.vote import Formulation
from ..sandbox import Outcome
from .mutations import MISSED, assignments

_PROMPTS: dict[Formulation, str] = {"program": "solver", "lines": "solver_lines"}
_SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "/", ast.Pow: "^",
}  # fmt: skip
_PLACES = 4


def solver_messages(problem: str, formulation: Formulation) -> list[BaseMessage]:
    """What the tutor shows its solver."""
    return render(_PROMPTS[formulation], problem=problem)


def read_back(reply: str, formulation: Formulation) -> Program | None:
    """The program in a reply, as the tutor reads it."""
    return read_program(reply) if formulation == "program" else read_lines(reply)


def as_code(program: Program) -> str:
    """The function, fenced."""
    return f"```python\n{program.source.rstrip()}\n```"


def as_lines(program: Program, outcome: Outcome) -> list[str] | None:
    """One line for each value of the program, the given ones too; None where one cannot be told as a line."""
    values: dict[str, Any] = {step.name: step.value for step in outcome.steps}
    lines: list[str] = []
    for node in assignments(program):
        name = ast.unparse(node.targets[0])
        work, value = _work(node.value, values), plain_number(values.get(name))
        if work is None or value is None:
            return None
        equation = f"{work} = {value}"
        if MISSED not in ast.unparse(node.value) and any(
            found.holds is False for found in find_equations(equation)
        ):
            return None  # a division in wholes that leaves a rest
        lines.append(f"{_label(name)}: {work if work == value else equation}")
    return lines


def ending(outcome: Outcome) -> str | None:
    """The last line, with the answer; None where it is no plain number."""
    value = plain_number(outcome.value)
    return value and f"Answer: {value}"


def _label(name: str) -> str:
    """The words of a variable's name; a line called "Answer" would be the last one."""
    words = ("result" if name == "answer" else name).replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _work(node: ast.expr, values: dict[str, Any]) -> str | None:
    match node:
        case ast.Constant(value=value) if type(value) is int:
            return str(value)
        case ast.Name(name):
            return _bracketed(plain_number(values.get(name)))
        case ast.Call(func=ast.Name("Fraction"), args=[ast.Constant(value=str(text))]):
            return plain_number(Fraction(text))
        case ast.Call(func=ast.Name("Fraction"), args=[only]):
            return _work(only, values)
        case ast.Call(func=ast.Name("Fraction"), args=[top, bottom]):
            return _work(ast.BinOp(top, ast.Div(), bottom), values)
        case ast.Call(func=ast.Name(name), args=[ast.Tuple(elts=[meant, _])]) if name == MISSED:
            return _work(meant, values)
        case ast.BinOp(left, operator, right) if type(operator) in _SIGNS:
            parts = [_work(side, values) for side in (left, right)]
            if None in parts:
                return None
            one, other = (f"({part})" if isinstance(side, ast.BinOp | ast.Call) and " " in str(part) else part
                          for side, part in zip((left, right), parts, strict=True))  # fmt: skip
            return f"{one} {_SIGNS[type(operator)]} {other}"
        case _:
            return None


def plain_number(value: Any) -> str | None:
    """Whole, or a decimal that ends soon, or a fraction."""
    if type(value) is int:
        return str(value)
    if not isinstance(value, Fraction):
        return None
    if value.denominator == 1:
        return str(value.numerator)
    scaled = value * 10**_PLACES
    return str(float(value)) if scaled.denominator == 1 and abs(value) < 10**6 else str(value)


def _bracketed(text: str | None) -> str | None:
    return f"({text})" if text and (text.startswith("-") or "/" in text) else text
