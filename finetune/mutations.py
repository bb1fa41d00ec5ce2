"""Slips: a right program with one edit in one step. Pure; whether an edit matters is for the sandbox to say."""

import ast
import copy
from dataclasses import dataclass
from random import Random

from ..agent.state import Program
from .pupils import MistakeKind, place_weights

_SWAPPED: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add,),
    ast.Div: (ast.Mult, ast.Sub),
    ast.FloorDiv: (ast.Mult, ast.Sub),
    ast.Pow: (ast.Mult,),
}
_WORDS: dict[type[ast.operator], str] = {ast.Add: "plus", ast.Sub: "minus", ast.Mult: "times"}
_OFF = (-10, -2, -1, 1, 2, 10)
"""By how much a calculation in the head is missed."""
MISSED = "sum"
"""A calculation missed by an offset is this of the two; `written.py` tells it without the offset."""

Edit = tuple[MistakeKind, str, ast.AST, ast.AST]


@dataclass(frozen=True)
class Slip:
    """A program that goes wrong in one step, and what kind of edit it was."""

    program: Program
    edit: str


def slip(program: Program, kind: MistakeKind, random: Random) -> Slip | None:
    """One of the edits of this kind, more often where pupils first go wrong more often; None where there is none."""
    tree = ast.parse(program.source)
    assigned = _assigned(tree)
    steps = assigned[len(assigned) - len(program.plan) :]
    names = {id(node): _name(node) for node in assigned}
    if kind == "went on":
        return _gone_on(program, [names[id(node)] for node in assigned], random)
    found: dict[int, list[Edit]] = {}
    for place, step in enumerate(steps):
        before = [name for node in assigned[: assigned.index(step)] if (name := names[id(node)])]
        edits = [edit for edit in _edits(step.value, before) if edit[0] == kind]
        if edits:
            found[place] = edits
    if not found:
        return None
    weights = place_weights(len(steps))
    place = random.choices(list(found), [weights[place] for place in found])[0]
    # What is done before where, so that no edit is rare because it has few places.
    edit = random.choice(sorted({edit for _, edit, _, _ in found[place]}))
    _, _, old, new = random.choice([made for made in found[place] if made[1] == edit])
    source = ast.unparse(_Replace(old, new).visit(_keep(tree, old)))
    return Slip(program.model_copy(update={"source": source + "\n"}), edit)


def assignments(program: Program) -> list[ast.Assign]:
    """The lines of a program that give something a name, in order."""
    return _assigned(ast.parse(program.source))


def step_names(program: Program) -> list[str]:
    """The variables of the plan's steps; a program names what is given before them."""
    return [_name(node) for node in assignments(program)][-len(program.plan) :]


def _assigned(tree: ast.Module) -> list[ast.Assign]:
    body = next((node.body for node in tree.body if isinstance(node, ast.FunctionDef)), tree.body)
    return [node for node in body if isinstance(node, ast.Assign)]


def _edits(value: ast.expr, before: list[str]) -> list[Edit]:
    found: list[Edit] = []
    for node in ast.walk(value):
        if isinstance(node, ast.BinOp):
            for other in _SWAPPED.get(type(node.op), ()):
                found.append(
                    ("misread", "another operation", node, ast.BinOp(node.left, other(), node.right))
                )
            for side in (node.left, node.right):
                if node is value and isinstance(side, ast.Name) and side.id in before:
                    found.append(("amount", "a step left out", node, side))
        elif isinstance(node, ast.Name) and node.id in before:
            for other in before:
                if other != node.id:
                    found.append(("misread", "another quantity", node, ast.Name(other, ast.Load())))
        elif isinstance(node, ast.Constant) and type(node.value) is int and node.value > 1:
            for change in (-1, 1):
                found.append(("fact", "one off", node, ast.Constant(node.value + change)))
    used = {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}
    for other in before:
        if other not in used:
            for sign in (ast.Add(), ast.Sub()):
                more = ast.BinOp(value, sign, ast.Name(other, ast.Load()))
                found.append(("amount", "something more counted in", value, more))
    if not isinstance(value, ast.Name | ast.Constant):
        for off in _OFF:
            pair = ast.Tuple([value, ast.Constant(off)], ast.Load())
            found.append(("calculation", "calculated wrong", value, ast.Call(ast.Name(MISSED), [pair], [])))
    return found


def _gone_on(program: Program, names: list[str], random: Random) -> Slip | None:
    """The right solution, and a step too many behind it."""
    *before, last = names
    lines = program.source.rstrip().splitlines()
    if not before or lines[-1].strip() != f"return {last}":
        return None
    sign, other = random.choice(list(_WORDS)), random.choice(before)
    name = "one_step_more"
    code = ast.unparse(ast.BinOp(ast.Name(last, ast.Load()), sign(), ast.Name(other, ast.Load())))
    source = "\n".join([*lines[:-1], f"    {name} = {code}", f"    return {name}"]) + "\n"
    said = f"And then: {last.replace('_', ' ')} {_WORDS[sign]} {other.replace('_', ' ')}."
    made = program.model_copy(update={"source": source, "plan": (*program.plan, said)})
    return Slip(made, "one step too many")


class _Replace(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self._new if node is self._old else self.generic_visit(node)


def _keep(tree: ast.Module, old: ast.AST) -> ast.Module:
    """A copy of the tree in which the one node that is to be replaced is still the same object."""
    return copy.deepcopy(tree, {id(old): old})


def _name(node: ast.Assign) -> str:
    target = node.targets[0]
    return target.id if isinstance(target, ast.Name) else ""
