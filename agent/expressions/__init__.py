r"""School maths as people type it: read it, value it exactly, turn it into Python source, find it in prose.

Reads integers, decimals, thousands commas, fractions (`3/4`, `¾`, `\frac{3}{4}`), mixed numbers (`1 3/4`), percents,
`+ - × ÷ / ^` in their usual disguises (also *plus, minus, times, divided by, squared*), implicit products (`2x`,
`3(4+1)`, `15mn`), roots, `|x|`, "of" after a fraction or a percent, single letters, `= ≠ < > ≤ ≥`, and the LaTeX
of all that. `$`, `£` and `€` are skipped. Values are exact `Fraction`s; an irrational root has no value here.

It does not guess: `6 ÷ 2(1 + 2)`, `3 4` and `1 5/4` have no agreed reading and are not read. `3/4` typed tight is
one number (so `6 ÷ 3/4` is 8); `12/3/2` is a chain from the left. Units and functions are not read. Nothing is ever
evaluated by Python's `eval` or by sympy, and work is bounded: no token run over 300 tokens or 60 levels is
read, and in prose nothing beyond 100,000 characters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, pairwise
from typing import Literal

from .nodes import (
    Binary,
    Form,
    Letter,
    Node,
    Number,
    Unary,
    children,
    evaluate,
    exact_root,
    is_percent,
    letters,
    number_source,
    source,
    walk,
    written,
)
from .parser import Parser, Token, runs

__all__ = [
    "Binary",
    "Equation",
    "Form",
    "Letter",
    "Node",
    "Number",
    "Relation",
    "Span",
    "Unary",
    "children",
    "compare",
    "evaluate",
    "exact_root",
    "find_equations",
    "find_expressions",
    "is_percent",
    "letters",
    "number_source",
    "parse_equation",
    "parse_expression",
    "source",
    "walk",
    "written",
]

MAX_CHARACTERS = 100_000
MAX_TOKENS = 300

Relation = Literal["=", "!=", "<", ">", "<=", ">="]
_RELATIONS: dict[str, Relation] = {
    "≠": "!=",
    "≤": "<=",
    "≥": ">=",
    "ne": "!=",
    "le": "<=",
    "ge": ">=",
    "lt": "<",
    "gt": ">",
}


@dataclass(frozen=True)
class Span:
    """An expression found in a text: `text[start:end]` is what was written."""

    node: Node
    start: int
    end: int
    value: Fraction | None


@dataclass(frozen=True)
class Equation:
    """`left relation right` found at `span`; `holds` is None when a side has no exact value (a letter, a root).

    `holds` compares exactly: `10/3 = 3.33` is False, so allow for rounding before calling a student wrong.
    """

    left: Node
    right: Node
    relation: Relation
    span: tuple[int, int]
    holds: bool | None


def parse_expression(text: str, known: str = "") -> Node | None:
    """The expression that the whole text is, or None (also for text over 2,000 characters).

    known: letters that stand for numbers, so that the "at" of "u + at" is a product.
    """
    sides = _parse_chain(text, known)
    return sides[0][0] if sides is not None and len(sides) == 1 else None


def parse_equation(text: str, known: str = "") -> Equation | None:
    """The one equation or inequality that the whole text is, or None. known: as in `parse_expression`."""
    sides = _parse_chain(text, known)
    if sides is None or len(sides) != 2:
        return None
    (left, _, start, _), (right, relation, _, end) = sides
    return _equation(left, right, relation, start, end, "")


def find_expressions(text: str) -> list[Span]:
    """Maximal expressions in prose with at least one operation written out, in order (sides of equations too)."""
    sides = [side for chain in _chains(text) for side in chain]
    return [Span(node, start, end, evaluate(node)) for node, _, start, end in sides if _operates(node)]


def find_equations(text: str) -> list[Equation]:
    """Equations and inequalities in prose, in order; `a = b = c` gives `a = b` and `b = c`."""
    return [
        _equation(left, right, relation, start, end, text[end : end + 40])
        for chain in _chains(text)
        for (left, _, start, _), (right, relation, _, end) in pairwise(chain)
    ]


_Side = tuple[Node, Relation, int, int]  # the relation before it, start, end


def _parse_chain(text: str, known: str = "") -> list[_Side] | None:
    if len(text) > 2000:
        return None
    tokens, *more = islice(runs(text, prose=False, known=frozenset(known)), 2)
    if more or not tokens or len(tokens) > MAX_TOKENS:
        return None
    parser = Parser(tokens)
    sides = _sides(parser)
    return None if parser.ambiguous or parser.at < len(tokens) else sides


def _chains(text: str) -> Iterator[list[_Side]]:
    for run in runs(text[:MAX_CHARACTERS], prose=True):
        if len(run) > MAX_TOKENS:
            continue
        parser = Parser(run)
        found: list[list[_Side]] = []
        while parser.at < len(run):
            first = parser.at
            dash = run[first].kind in ("plus", "minus") and first + 1 < len(run) and run[first + 1].spaced
            sides = None if dash else _sides(parser)
            if sides is None:
                parser.at = first + 1
            elif not _stuck(run, first, parser.at):
                found.append(sides)
        if not parser.ambiguous:
            yield from found


def _sides(parser: Parser) -> list[_Side] | None:
    """One expression, then as many `relation expression` as follow."""
    sides: list[_Side] = []
    relation: Relation = "="
    while True:
        first = parser.at
        node = parser.expression()
        if node is None:
            parser.at = first - 1 if sides else first
            return sides or None
        sides.append((node, relation, parser.tokens[first].start, parser.tokens[parser.at - 1].end))
        if parser.kind() != "relation":
            return sides
        relation = _relation(parser.tokens[parser.at].text)
        parser.at += 1


def _relation(text: str) -> Relation:
    """Every way to write it, LaTeX and words too; what is none of the others is "="."""
    for relation in ("!=", "<=", ">=", "<", ">"):
        if text == relation:
            return relation
    return _RELATIONS.get(text.lstrip("\\")[:2], "=")


def _stuck(run: list[Token], first: int, end: int) -> bool:
    """Does a number or letter touch the found part without a sign between? Then its reading is not certain."""
    values = ("number", "fraction", "mixed", "vulgar", "letter")
    before = first > 0 and run[first - 1].kind in (*values, "power", "divide", "times")
    return before or (end < len(run) and run[end].kind in (*values, "power"))


def _operates(node: Node) -> bool:
    """Is an operation written out? `5m` and `-3` are not worth reporting."""
    match node:
        case Binary("*", Number(), Letter()) | Number() | Letter():
            return False
        case Unary("-", operand):
            return _operates(operand)
        case _:
            return True


def _equation(left: Node, right: Node, relation: Relation, start: int, end: int, after: str) -> Equation:
    holds = compare(evaluate(left), relation, evaluate(right))
    if (
        holds is False
        and isinstance(left, Number)
        and isinstance(right, Number)
        and re.match(r"\s*[^\W\d_]", after)
    ):
        holds = None  # "$1 = 100 cents": two units, not a false equation
    return Equation(left, right, relation, (start, end), holds)


def compare(left: Fraction | None, relation: Relation, right: Fraction | None) -> bool | None:
    """Whether the relation holds between two exact values; None when one is unknown."""
    if left is None or right is None:
        return None
    return {
        "=": left == right,
        "!=": left != right,
        "<": left < right,
        ">": left > right,
        "<=": left <= right,
        ">=": left >= right,
    }[relation]
