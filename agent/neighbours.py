"""Programs one edit away from the right one: what may have happened where several wrong numbers fit together. Pure.

A single wrong number proves nothing: a random number of like size is hit by some edit almost half the time. So a
neighbour is only ever used to *name* what may have happened, in hedged words, when two or more wrong values of the
student all come out of it; it never says where the mistake is (`locate.py` does). Even that is weak: any slip that is
carried on takes its later values with it (`askback evals run locate` shows how often each control is explained).

All neighbours go into one program, one line each, so that one run in the sandbox gives the values of them all.
"""

import ast
import copy
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, cast, get_args

from .expressions import number_source

Edit = Literal[
    "left_out", "other_operation", "other_way_round", "other_number", "percent", "unit", "one_too_many"
]
EDITS: tuple[Edit, ...] = get_args(Edit)
WORDS: dict[Edit, str] = {
    "left_out": "You may have left out one of the calculations.",
    "other_operation": "You may have used another operation in one place than the story asks for.",
    "other_way_round": "You may have taken the two numbers of one calculation the other way round.",
    "other_number": "You may have used another number of the problem in one place.",
    "percent": "You may have mixed up a percentage and what it leaves or adds up to.",
    "unit": "You may have changed a unit where it was not needed.",
    "one_too_many": "You may have done one calculation too many.",
}
MAX_NEIGHBOURS = 400
_OPERATORS: tuple[type[ast.operator], ...] = (ast.Add, ast.Sub, ast.Mult, ast.Div)
_Assigned = tuple[str, ast.expr]  # a step: its name and what it works out
_UNITS = (12, 60, 100, 1000)


@dataclass(frozen=True)
class Neighbours:
    """The programs one edit away from one program.

    edits: the kind of each. bundle: one program whose answer is, for each of them in order, the values of the edited
    step and of all after it, or None where it fails.
    """

    edits: tuple[Edit, ...]
    bundle: str


def neighbours(source: str, given: Collection[Fraction] = ()) -> Neighbours | None:
    """At most 400 neighbours, those of the rarer kinds of edit first.

    None for a program that is more than a list of assignments to names of their own. `given` are the numbers of the
    problem, which a student may have taken in place of the right ones.
    """
    imports, body = _body(source)
    names = [name for name, _ in body]
    if not body or len(set(names)) < len(names):
        return None
    seen: set[tuple[int, str]] = {(place, ast.dump(value)) for place, (_, value) in enumerate(body)}
    calls: list[tuple[Edit, str]] = []
    for edit, place, value in sorted(_edits(body, given), key=lambda made: EDITS.index(made[0])):
        key = (place, ast.dump(value))
        if key not in seen and len(calls) < MAX_NEIGHBOURS:
            seen.add(key)
            before = "".join(f"{name}, " for name in names[:place])
            inner = ", ".join(
                ast.unparse(part) for _, part in _places(value)[1:] if isinstance(part, ast.BinOp)
            )
            calls.append((edit, f"lambda: [{inner}] + rest_{place}({before}{ast.unparse(value)})"))
    lines = ["from fractions import Fraction", *map(ast.unparse, imports), *map(_line, body)]
    lines += [
        _rest(body, place) for place in sorted({place for place, _ in seen}) if not _is_given(body[place][1])
    ]
    ways = ",\n    ".join(call for _, call in calls)
    lines.append(f"ways = [\n    {ways}\n]\n\n{_VALUES_OF}")
    return Neighbours(tuple(edit for edit, _ in calls), "\n".join(lines))


_VALUES_OF = """def values_of(way):
    try:
        return way()
    except Exception:
        return None

answer = [values_of(way) for way in ways]
"""


def _rest(body: Sequence[_Assigned], place: int) -> str:
    """A function that goes on from a step: it takes what was worked out up to it and gives the values from it on."""
    names = [name for name, _ in body]
    inside = "\n".join(f"    {_line(step)}" for step in body[place + 1 :])
    return f"def rest_{place}({', '.join(names[: place + 1])}):\n{inside}\n    return [{', '.join(names[place:])}]"


def _line(step: _Assigned) -> str:
    return f"{step[0]} = {ast.unparse(step[1])}"


def explained(edits: Sequence[Edit], values: object, wrong: Sequence[Fraction]) -> list[Edit]:
    """The edits of which some neighbour gives every wrong value; none when there are fewer than two wrong values.

    `values` is what running the bundle gave.
    """
    wanted = set(wrong)
    if len(wanted) < 2 or not isinstance(values, list):
        return []
    results = cast("list[object]", values)
    found = {
        edit
        for edit, result in zip(edits, results, strict=True)
        if isinstance(result, list) and wanted <= set(_exact(cast("list[object]", result)))
    }
    return [edit for edit in EDITS if edit in found]


def _exact(results: Sequence[object]) -> Iterator[Fraction]:
    for value in results:
        if isinstance(value, int | Fraction) and not isinstance(value, bool):
            yield Fraction(value)
        elif isinstance(value, float):
            yield Fraction(str(round(value, 9)))


# --- edits ----------------------------------------------------------------------------------------------------------


def _edits(body: Sequence[_Assigned], given: Collection[Fraction]) -> Iterator[tuple[Edit, int, ast.expr]]:
    """Every edit: its kind, the place of the step it is made in, and what is worked out there instead."""
    numbers = [ast.parse(number_source(value), mode="eval").body for value in sorted(given)]
    for _, value in body:
        numbers += [node for node in ast.walk(value) if isinstance(node, ast.Constant)]
    operands = list({ast.unparse(node): node for node in numbers}.values())
    for place, (_, value) in enumerate(body):
        if not _is_given(value):
            earlier = [ast.Name(name, ast.Load()) for name, _ in body[:place]]
            for edit, changed in _changes(value, [*operands, *earlier]):
                yield edit, place, changed
    place, (_, value) = len(body) - 1, body[-1]
    for factor in _UNITS:
        for operator in (ast.Mult(), ast.Div()):
            yield "unit", place, ast.BinOp(value, operator, ast.Constant(factor))


def _changes(value: ast.expr, operands: Sequence[ast.expr]) -> Iterator[tuple[Edit, ast.expr]]:
    """The value with one place changed, for each place."""
    for path, node in _places(value):
        if isinstance(node, ast.BinOp):
            yield "left_out", _with(value, path, node.left)
            yield "left_out", _with(value, path, node.right)
            for operator in _OPERATORS:
                if type(node.op) is not operator:
                    yield "other_operation", _with(value, path, ast.BinOp(node.left, operator(), node.right))
            if isinstance(node.op, ast.Sub | ast.Div):
                yield "other_way_round", _with(value, path, ast.BinOp(node.right, node.op, node.left))
            if isinstance(node.op, ast.Mult):
                for side, part in (("left", node.left), ("right", node.right)):
                    for operator in (ast.Sub(), ast.Add()):
                        share = ast.BinOp(ast.Constant(1), operator, part)
                        yield "percent", _with(value, [*path, side], share)
        elif isinstance(node, ast.Name | ast.Constant):
            for operand in operands:
                if ast.dump(operand) != ast.dump(node):
                    yield "other_number", _with(value, path, operand)
        for operand in operands:
            for kind in _OPERATORS:
                yield "one_too_many", _with(value, path, ast.BinOp(node, kind(), operand))


def _places(node: ast.expr, path: tuple[str, ...] = ()) -> list[tuple[list[str], ast.expr]]:
    """Every part of an arithmetic expression with the way to it, the whole first."""
    found = [(list(path), node)]
    if isinstance(node, ast.BinOp):
        found += _places(node.left, (*path, "left")) + _places(node.right, (*path, "right"))
    return found


def _with(value: ast.expr, path: Sequence[str], new: ast.expr) -> ast.expr:
    if not path:
        return copy.deepcopy(new)
    root = copy.deepcopy(value)
    node: Any = root
    for name in path[:-1]:
        node = getattr(node, name)
    setattr(node, path[-1], copy.deepcopy(new))
    return root


def _body(source: str) -> tuple[list[ast.stmt], list[_Assigned]]:
    """The imports, and the assignments a program consists of, its result as `answer`; none for anything else."""
    try:
        top = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError):
        return [], []
    imports: list[ast.stmt] = [stmt for stmt in top if isinstance(stmt, ast.Import | ast.ImportFrom)]
    rest = [stmt for stmt in top if stmt not in imports]
    match rest:
        case [ast.FunctionDef(name="solution", body=[*inside])]:
            rest = [stmt for stmt in inside if not isinstance(stmt, ast.Expr)]
        case _:
            pass
    body: list[_Assigned] = []
    for stmt in rest:
        match stmt:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                body.append((name, value))
            case ast.Import() | ast.ImportFrom():
                imports.append(stmt)
            case ast.Return(value=ast.Name()):
                break
            case ast.Return(value=ast.expr() as value):
                body.append(("answer", value))
                break
            case _:
                return [], []
    return imports, body


def _is_given(value: ast.expr) -> bool:
    """A number, or a fraction of two: what the problem gives."""
    match value:
        case ast.Constant():
            return True
        case ast.Call(func=ast.Name(id="Fraction"), args=args):
            return all(isinstance(part, ast.Constant) for part in args)
        case _:
            return False
