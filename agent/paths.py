"""The right program as arithmetic, and every value that another way through the same work passes.

`read_tree` follows a program's assignments and returns each named step as an expression over the numbers it starts
from. `Paths` expands the steps into sums of products: a partial sum, with any common factors left out, is a value that
a person may well work out on the way (regrouped, per unit, each part for itself, in another order). So 60 x (4 + 9)
is also 60 x 4 = 240, and 42/7 + 63/7 is also 42 + 63 = 105. What is not plain arithmetic (a loop, a condition) is
taken as a number of its own.
"""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Literal

from .expressions import Binary, Node, Number, Unary, evaluate

MAX_TERMS = 8
MAX_FACTORS = 7
_OPERATORS: dict[type[ast.operator], Literal["+", "-", "*", "/", "^"]] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "/",
    ast.Pow: "^",
}


@dataclass(frozen=True)
class Step:
    """A named step of the program: its arithmetic over the numbers it starts from, and its value."""

    name: str
    tree: Node
    value: Fraction


def number(value: Fraction) -> Number:
    """A number of a program as a leaf."""
    return Number(value, "integer" if value.denominator == 1 else "fraction", str(value))


def read_tree(source: str, known: Mapping[str, Fraction]) -> list[Step]:
    """The steps of a program in order, with names resolved; `known` are the values that running it gave.

    Never runs the program. A step that is not plain arithmetic becomes its known value, and is left out without one.
    """
    try:
        body: Sequence[ast.stmt] = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError):
        return []
    for statement in body:
        if isinstance(statement, ast.FunctionDef) and statement.name == "solution":
            body = statement.body
    trees: dict[str, Node] = {}
    steps: list[Step] = []
    for statement in body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=right):
                pass
            case ast.Return(value=ast.expr() as right):
                name = "answer"
            case _:
                continue
        tree = _tree(right, trees)
        value = None if tree is None else evaluate(tree)
        if name in known and value != known[name]:
            tree, value = number(known[name]), known[name]
        if tree is None or value is None:
            trees.pop(name, None)
            continue
        trees[name] = tree
        if not isinstance(tree, Number):
            steps.append(Step(name, tree, value))
    return steps


def _tree(code: ast.expr, trees: Mapping[str, Node]) -> Node | None:
    match code:
        case ast.Constant(value=bool()):
            return None
        case ast.Constant(value=int() | float() as value):
            return number(Fraction(str(value)))
        case ast.Name(id=name):
            return trees.get(name)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            inner = _tree(operand, trees)
            return None if inner is None else Unary("-", inner)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            first, second = _tree(left, trees), _tree(right, trees)
            if first is None or second is None:
                return None
            return Binary(_OPERATORS[type(op)], first, second)
        case ast.Call(func=ast.Name(id="Fraction"), args=[top, bottom]):
            return _tree(ast.BinOp(top, ast.Div(), bottom), trees)
        case ast.Call(func=ast.Name(id="Fraction"), args=[ast.Constant(value=str() as text)]):
            try:
                return number(Fraction(text))
            except (ValueError, ZeroDivisionError):
                return None
        case ast.Call(func=ast.Name(id="Fraction" | "int" | "float" | "round" | "abs"), args=[inner, *_]):
            return _tree(inner, trees)
        case _:
            return None


# --- sums of products -----------------------------------------------------------------------------------------------

# A factor is a value and its exponent (1 or -1); a term a sign and its factors.
_Factor = tuple[Fraction, int]
_Term = tuple[int, tuple[_Factor, ...]]


class Paths:
    """The values on all ways through the steps of a program.

    steps: the program's own values. values: those and every partial sum with common factors left out.
    """

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = frozenset(step.value for step in steps)
        found: set[Fraction] = set(self.steps)
        for step in steps:
            _collect(step.tree, found)
        self.values = frozenset(found)


def _collect(node: Node, found: set[Fraction]) -> None:
    terms = _expand(node, found)
    if terms is None:
        return
    for size in range(1, len(terms) + 1):
        for chosen in combinations(terms, size):
            common = _common([factors for _, factors in chosen])
            for left_out in _subsets(common):
                total = sum(
                    (sign * _product(_without(factors, left_out)) for sign, factors in chosen), Fraction(0)
                )
                if size > 1 or len(chosen[0][1]) - len(left_out) > 1:
                    found.add(abs(total) if all(sign < 0 for sign, _ in chosen) else total)


def _expand(node: Node, found: set[Fraction]) -> list[_Term] | None:
    """The terms of a node multiplied out, or None when there are too many; sums below a line are factors."""
    match node:
        case Number(value):
            return [(1, ((value, 1),))] if value else []
        case Unary("-", operand):
            inner = _expand(operand, found)
            return None if inner is None else [(-sign, factors) for sign, factors in inner]
        case Binary("+" | "-" as operator, left, right):
            first, second = _expand(left, found), _expand(right, found)
            if first is None or second is None:
                return None
            flip = 1 if operator == "+" else -1
            return _bounded([*first, *((flip * sign, factors) for sign, factors in second)])
        case Binary("*", left, right):
            first, second = _expand(left, found), _expand(right, found)
            if first is None or second is None:
                return None
            return _bounded([(a * b, (*x, *y)) for a, x in first for b, y in second])
        case Binary("/", left, right):
            first, second = _expand(left, found), _expand(right, found)
            if first is None or second is None:
                return None
            if len(second) == 1:
                sign, below = second[0]
                inverse = tuple((value, -exponent) for value, exponent in below)
            else:
                bottom = evaluate(right)
                if not bottom:
                    return None
                _collect(right, found)
                sign, inverse = 1, ((bottom, -1),)
            return _bounded([(sign * a, (*x, *inverse)) for a, x in first])
        case _:
            value = evaluate(node)
            return None if value is None else [(1, ((value, 1),))]


def _bounded(terms: list[_Term]) -> list[_Term] | None:
    fits = len(terms) <= MAX_TERMS and all(len(factors) <= MAX_FACTORS for _, factors in terms)
    return terms if fits else None


def _common(groups: Sequence[tuple[_Factor, ...]]) -> tuple[_Factor, ...]:
    """The factors that all terms share, as often as they do."""
    shared: list[_Factor] = []
    rest = [list(factors) for factors in groups[1:]]
    for factor in groups[0]:
        if all(factor in factors for factors in rest):
            shared.append(factor)
            for factors in rest:
                factors.remove(factor)
    return tuple(shared)


def _subsets(factors: tuple[_Factor, ...]) -> set[tuple[_Factor, ...]]:
    return {chosen for size in range(len(factors) + 1) for chosen in combinations(factors, size)}


def _without(factors: tuple[_Factor, ...], left_out: tuple[_Factor, ...]) -> list[_Factor]:
    kept = list(factors)
    for factor in left_out:
        kept.remove(factor)
    return kept


def _product(factors: Sequence[_Factor]) -> Fraction:
    total = Fraction(1)
    for value, exponent in factors:
        total = total * value if exponent > 0 else total / value
    return total
