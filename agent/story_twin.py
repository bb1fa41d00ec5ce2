"""A word problem with other numbers, where code can show that the same programs still solve it.

For problems the symbolic route cannot read. Independent programs that agreed on the original are given the new
numbers and have to agree again. A number is replaced only if it stands once in the text and once, as a literal, in
every one of those programs; numbers that look like years, 0 and 1 stay. Any doubt means no twin: a number of the text
that the programs do not use, one that stands twice, fewer than three programs, or a result that turns negative or
broken where it was not. Nothing is run here.
"""

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from random import Random

from .quantities import find_quantities
from .state import Program
from .symbolic.problem import like

_PLAIN = ("integer", "money")
_KEPT = frozenset({0, 1})
_YEARS = range(1900, 2101)
MIN_PROGRAMS = 3
"""How many programs have to agree on the new numbers."""


@dataclass(frozen=True)
class StoryTwin:
    """The new text, the programs `of` the original that could be varied, and the same programs with the new numbers."""

    text: str
    of: tuple[Program, ...]
    programs: tuple[Program, ...]


def story_twin(problem: str, agreeing: Sequence[Program], seed: int) -> StoryTwin | None:
    """A twin of a word problem, unsolved, or None where the replacement cannot be shown to be safe. Pure.

    agreeing: the programs that gave the verified answer.
    """
    numbers = _numbers(problem)
    values = [value for value, _ in numbers]
    pairs = [
        (program, tree) for program in agreeing if (tree := _tree(program.source)) and _maps(tree, values)
    ]
    drawn = _other_numbers(values, Random(f"{seed} {problem}"))
    if not numbers or len(pairs) < MIN_PROGRAMS or drawn is None:
        return None
    text = problem
    for (value, (start, end)), new in sorted(
        zip(numbers, drawn, strict=True), key=lambda pair: -pair[0][1][0]
    ):
        written = text[start:end].replace(",", "")
        if written.count(str(value)) != 1:
            return None
        text = text[:start] + written.replace(str(value), str(new)) + text[end:]
    changed = dict(zip(values, drawn, strict=True))
    sources = [ast.unparse(_Replaced(changed).visit(tree)) for _, tree in pairs]
    programs = tuple(Program(plan=(), source=f"{source}\n", origin="model") for source in sources)
    return StoryTwin(text, tuple(program for program, _ in pairs), programs)


def still_sensible(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether every value is whole where it was whole, and above zero where it was above zero. Values as exact text."""
    if len(before) != len(after):
        return False
    for old, new in zip(before, after, strict=True):
        one, other = _fraction(old), _fraction(new)
        if one is None or other is None:
            if one is not other:
                return False
            continue
        if (one.denominator == 1 and other.denominator > 1) or (one > 0 and other <= 0):
            return False
    return True


def _numbers(problem: str) -> list[tuple[int, tuple[int, int]]]:
    """The whole numbers that may be replaced, with their places; none when one of them stands twice.

    Fractions, percentages, times and number words stay as they are, in the text and in the programs.
    """
    found = find_quantities(problem)
    values = [quantity.value for quantity in found]
    plain: list[tuple[int, tuple[int, int]]] = []
    for quantity in found:
        value = quantity.value
        if quantity.form not in _PLAIN or not isinstance(value, Fraction) or value.denominator > 1:
            continue
        if value in _KEPT or value in _YEARS:
            continue
        if values.count(value) > 1 or value < 0:
            return []
        plain.append((int(value), quantity.span))
    return plain


def _tree(source: str) -> ast.Module | None:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return None


def _maps(tree: ast.Module, values: Sequence[int]) -> bool:
    literals = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return all(literals.count(value) == 1 for value in values)


def _other_numbers(values: Sequence[int], random: Random) -> list[int] | None:
    """Others with as many digits, in the same order of size, no two alike and none of them a number of before."""
    order = sorted(range(len(values)), key=values.__getitem__)
    for _ in range(200):
        drawn = [like(random, value) for value in values]
        if all(drawn[low] < drawn[high] for low, high in pairwise(order)) and not set(drawn) & set(values):
            return drawn
    return None


class _Replaced(ast.NodeTransformer):
    def __init__(self, changed: dict[int, int]) -> None:
        self._changed = changed

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        value = node.value
        return (
            ast.Constant(self._changed[value]) if isinstance(value, int) and value in self._changed else node
        )


def _fraction(text: str) -> Fraction | None:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None
