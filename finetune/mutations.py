"""Slips: a right program with one edit in one step. Pure; whether an edit matters is for the sandbox to say."""

import ast
import copy
from dataclasses import dataclass
from random import Random

from ..agent.state import Program

_SWAPPED: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add,),
    ast.Div: (ast.Mult, ast.Sub),
    ast.FloorDiv: (ast.Mult, ast.Sub),
    ast.Pow: (ast.Mult,),
}


@dataclass(frozen=True)
class Slip:
    """A program that goes wrong in one step: which (0-based, of the plan), and what kind of edit it was."""

    program: Program
    step: int
    edit: str


def slip(program: Program, random: Random) -> Slip | None:
    """One of the edits there are: another operation, another quantity, one off, a step left out.

    None where the program has no step that can be edited.
    """
    tree = ast.parse(program.source)
    assigned = _assigned(tree)
    steps = assigned[len(assigned) - len(program.plan) :]
    names = {id(node): _name(node) for node in assigned}
    edits: list[tuple[int, str, ast.AST, ast.AST]] = []
    for place, step in enumerate(steps):
        before = [names[id(node)] for node in assigned[: assigned.index(step)]]
        edits += [(place, *edit) for edit in _edits(step.value, before)]
    if not edits:
        return None
    # The kind first, so that no kind of slip is rare because it has few places.
    kind = random.choice(sorted({edit for _, edit, _, _ in edits}))
    place, edit, old, new = random.choice([found for found in edits if found[1] == kind])
    source = ast.unparse(_Replace(old, new).visit(_keep(tree, old)))
    return Slip(program.model_copy(update={"source": source + "\n"}), place, edit)


def step_names(program: Program) -> list[str]:
    """The variables of the plan's steps; a program names what is given before them."""
    return [_name(node) for node in _assigned(ast.parse(program.source))][-len(program.plan) :]


def _assigned(tree: ast.Module) -> list[ast.Assign]:
    body = next((node.body for node in tree.body if isinstance(node, ast.FunctionDef)), tree.body)
    return [node for node in body if isinstance(node, ast.Assign)]


def _edits(value: ast.expr, before: list[str]) -> list[tuple[str, ast.AST, ast.AST]]:
    found: list[tuple[str, ast.AST, ast.AST]] = []
    for node in ast.walk(value):
        if isinstance(node, ast.BinOp):
            for other in _SWAPPED.get(type(node.op), ()):
                found.append(("another operation", node, ast.BinOp(node.left, other(), node.right)))
            for side in (node.left, node.right):
                if node is value and isinstance(side, ast.Name) and side.id in before:
                    found.append(("a step left out", node, side))
        elif isinstance(node, ast.Name) and node.id in before:
            found += [
                ("another quantity", node, ast.Name(other, ast.Load()))
                for other in before
                if other != node.id
            ]
        elif isinstance(node, ast.Constant) and type(node.value) is int:
            found += [("one off", node, ast.Constant(node.value + change)) for change in (-1, 1)]
    return found


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
