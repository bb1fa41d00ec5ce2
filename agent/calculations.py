r"""The calculations a line of work states: what is worked out from which numbers, and what it is said to come to.

`find_calculations` reads equations as `expressions` does, and more of what people write between the numbers: units
("3 miles x 150 calories/mile = 450 calories"), LaTeX text, an expression followed by "is" or "gives". It does
not say whether a calculation belongs in the solution; `locate.py` does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from .expressions import (
    Binary,
    Equation,
    Letter,
    Node,
    Number,
    Unary,
    evaluate,
    find_equations,
    is_percent,
    letters,
    walk,
)
from .quantities import find_quantities
from .quantities.units import measure

_LATEX_TEXT = re.compile(r"\\(?:text|mathrm|mbox|textbf)\s*\{[^{}]*\}|\\[,;!:]|\\(?:left|right)\b")
# Words behind a number and before the next sign: a unit, "3 hours/day", "8 pounds (of flour)". A bare x is a sign.
_UNIT = re.compile(
    r"(?<=[\d)%}])(?P<unit>(?:\s*-?\(?(?<![a-z])(?!(?:x|and|so|then|plus|minus|times|divided|multiplied|of|by|is|are|"
    r"was|were|to|from|equals?|squared|cubed|over|or|which|gives?|in|if|because)\b)[a-z][a-z'.]+\)?(?:\s*/\s*[a-z]+)?){1,6}"
    r"|/[a-z]+(?:\s[a-z]+)?|\s*[glm](?![a-z]))"
    r"(?=\s*\)?\s*(?:[-+*×÷/=·−]|x\b|\\times|\\div|\\cdot|plus\b|minus\b|times\b|divided\b|multiplied\b))",
    re.IGNORECASE,
)
_TIMES = re.compile(r"(?<=[%)])(\s*)x(?=\s*[$\d(])")  # behind a percent sign an x is no letter
# "20% of 50 is 10", "20 divided by 4 gives 5": as good as an equals sign.
_SAID = re.compile(
    r"(?<=\d)(?!\d)(\s(?:\w+\s){0,2}?)(is|are|equals|gives|makes|leaves)(?=\s+\$?\d)", re.IGNORECASE
)
_OPERATOR = re.compile(r"[-+*×÷/·−^]|\\(?:times|div|cdot)\b|x\s")
# Something before it was not read: a sign, in a word or not.
_CUT = re.compile(
    r"[-+*×÷/·−^]\s*\$?$|\bx\s*\$?$"
    r"|\b(?:minus|plus|times|negative|take away|(?:half|double|twice|triple|remainder|quarter|third)(?: of)?|"
    r"(?:less|more|subtracted|taken) (?:than|from))$",
    re.IGNORECASE,
)
# Words that may stand before the first number of an equation without being part of it: "so 1/4 = 3/12".
_JOINS = re.compile(
    r"(?:\b(?:so|then|ok(?:ay)?|because|cuz|since|that|thats|is|means?|get|got|gets|have|has|thus|therefore|hence|"
    r"well|yes|but|now|also|first|next|where|as|i|equals|gives|makes|know|think|if|when|it|be|was|used|use|made|"
    r"did|do|wrote|write|changed|turned)|(?:^|=[^=]*)\b(?:and|or))$",
    re.IGNORECASE,
)
_CONVERSIONS = frozenset(
    Fraction(n) for n in (10, 100, 1000, 10000, 1000000, 12, 24, 60, 3600, 7, 30, 52, 365, 3, 36, 16)
)


@dataclass(frozen=True)
class Calculation:
    """`tree` is worked out and said to come to `stated`; `start` is its place in the line.

    tree: the side with the operations; with an unknown in it, it has no value. operands: the numbers in it, in order.
    stated: the number on the other side. holds: whether it comes out as stated, as a teacher reads it; None
    where that cannot be decided. places: how many decimals the stated number is written with.
    """

    tree: Node
    operands: tuple[Fraction, ...]
    stated: Fraction
    places: int
    start: int
    holds: bool | None


def find_calculations(line: str) -> list[Calculation]:
    """The calculations in a line, in order; `a + b = c + d = e` is two."""
    bare, units = _bare(line)
    found = [_calculation(equation, bare, units) for equation in find_equations(bare)]
    if not found:
        said = _SAID.sub(lambda match: " " * len(match.group(1)) + "=".ljust(len(match.group(2))), bare)
        found = [_calculation(equation, said, units) for equation in find_equations(said)]
    return [calculation for calculation in found if calculation is not None]


@dataclass(frozen=True)
class Condition:
    """An equation with one unknown, as in "2x + 20 = 36"; `start` is its place in the line."""

    left: Node
    right: Node
    letter: str
    start: int

    @property
    def plain(self) -> bool:
        """Whether it only says what the unknown is: `x = 8`."""
        return isinstance(self.left, Letter) or isinstance(self.right, Letter)

    def sides(self, value: Fraction) -> tuple[Fraction | None, Fraction | None]:
        """Both sides with a value for the unknown; None for a side that has none."""
        return evaluate(self.left, {self.letter: value}), evaluate(self.right, {self.letter: value})

    def difference(self, value: Fraction) -> Fraction | None:
        """Left less right with a value for the unknown; None where a side has none."""
        left, right = self.sides(value)
        return None if left is None or right is None else left - right

    def solution(self) -> Fraction | None:
        """The one value that makes it true, if the equation is linear; None for any other and for an identity."""
        points = [self.difference(Fraction(at)) for at in range(1, 4)]
        first, second, third = points
        if first is None or second is None or third is None:
            return None
        slope = second - first
        return 1 - first / slope if slope and third - second == slope else None

    def identity(self) -> bool | None:
        """Whether it holds for every value ("x + 2x = 3x"); None if that cannot be seen."""
        points = [self.difference(Fraction(at)) for at in (2, 3, 5)]
        return None if None in points else not any(points)


def find_conditions(line: str) -> list[Condition]:
    """The equations in a line with exactly one unknown, in order."""
    bare, _ = _bare(line)
    found: list[Condition] = []
    for equation in find_equations(bare):
        names = letters(equation.left) | letters(equation.right)
        if equation.relation == "=" and len(names) == 1:
            found.append(Condition(equation.left, equation.right, min(names), equation.span[0]))
    return found


def _bare(line: str) -> tuple[str, list[int]]:
    """The line with units and LaTeX text blanked, each character in its place; and where there were units."""
    plain = _TIMES.sub(r"\1×", _LATEX_TEXT.sub(_blank, line))
    units: list[int] = []

    def strip(match: re.Match[str]) -> str:
        units.append(match.start())
        return " " * len(match.group())

    return _UNIT.sub(strip, plain), units


def line_holds(line: str) -> bool | None:
    """Whether the equations of a line hold; None where none can be decided.

    A result may be rounded (10/3 = 3.33), a chain may run on (3 x 4 = 12 + 5 = 17 means 3 x 4 = 12, and then + 5),
    and "80 - 25%" has two readings, so it is not decided.
    """
    plain = _LATEX_TEXT.sub(_blank, line)
    decided = [_holds(equation, line) for equation in find_equations(plain) if _is_whole(equation, line)]
    decided += [calculation.holds for calculation in find_calculations(line)]
    known = [holds for holds in decided if holds is not None]
    return all(known) if known else None


def _is_whole(equation: Equation, line: str) -> bool:
    """Whether an equation was read in full: its numbers are no part of something in words.

    "paid over 12 months = 165 x 12", "the dogs - 2 = 9 - 2" and "360 = 9 x width" are not.
    """
    start, end = equation.span
    before, after = line[:start].rstrip(" $(["), line[end:].lstrip(" $)]")
    if _CUT.search(before) or _OPERATOR.match(after):
        return False
    if re.search(r"\d:$", line[:start]) or re.match(r":\d", line[end:]):  # half of a time or a ratio
        return False
    if _is_plain(equation.left) and before[-1:].isalpha() and not _JOINS.search(before):
        return False  # "half of 20 = 10", "3 groups of 4 = 12"
    if isinstance(equation.left, Number) and re.search(r"\b(?:lots|groups|sets) of$", before):
        return False  # "4 lots of 2/3 is 8/3"
    turned = _is_plain(equation.left) and not _is_plain(equation.right)
    dash = line[start : start + 2] in ("- ", "+ ", "− ")
    return not ((turned or dash) and (before[-1:].isalpha() or before.endswith("}")))


def division_of(node: Node) -> Node:
    """`14/5` typed tight is one number; as a calculation it is a division."""
    if isinstance(node, Number) and node.form == "fraction" and "/" in node.text:
        top, _, bottom = node.text.partition("/")
        return Binary("/", _whole(top), _whole(bottom))
    return node


def numbers_in(node: Node) -> Iterator[Fraction]:
    """The numbers of a tree from left to right, each with its sign."""
    match node:
        case Number(value):
            yield value
        case Letter():
            return
        case Unary("-", Number(value)):
            yield -value
        case Unary(_, operand):
            yield from numbers_in(operand)
        case Binary(_, left, right):
            yield from numbers_in(left)
            yield from numbers_in(right)


def _calculation(equation: Equation, line: str, units: list[int]) -> Calculation | None:
    if equation.relation != "=" or not _is_whole(equation, line):
        return None
    left, right = equation.left, equation.right
    turned = _is_plain(left) and not _is_plain(right)
    if turned:
        left, right = (
            right,
            left,
        )  # "40 = 80 / 2"; but "pay in 12 months = 165 x 12" says nothing about the 12
    if turned and equation.holds is not True:
        return None
    left = division_of(left)
    if _is_plain(left) or letters(left):
        return None
    holds = _holds(equation, line, any(equation.span[0] <= at < equation.span[1] for at in units))
    # "3 x 4 = 12 + 5 = 17" runs on: what is stated first is 12.
    stated = evaluate(left if holds and isinstance(right, Binary) else right)
    if stated is None:
        return None
    return Calculation(
        tree=left,
        operands=tuple(numbers_in(left)),
        stated=stated,
        places=decimal_places(right),
        start=equation.span[0],
        holds=holds,
    )


def decimal_places(node: Node) -> int:
    """How many decimals a number is written with; 0 for anything else."""
    return len(node.text.rpartition(".")[2]) if isinstance(node, Number) and "." in node.text else 0


def _holds(equation: Equation, line: str, units: bool = False) -> bool | None:
    """As a teacher reads it; with units, a false look may be a change of unit ("2 hours x 3 = 360 minutes").

    units: whether there are any within it; one behind it is seen here: "30 + 30 = 1 hour".
    """
    holds = _reads_true(equation)
    if holds is not False or not (units or _is_measured(line[equation.span[1] :])):
        return holds
    left, right = evaluate(equation.left), evaluate(equation.right)
    adds = any(isinstance(n, Binary) and n.operator in "+-" for n in walk(equation.left))
    if not left or not right or (units and adds):
        return None
    ratio = abs(left / right)
    return None if ratio in _CONVERSIONS or 1 / ratio in _CONVERSIONS else False


def _is_measured(behind: str) -> bool:
    """Whether what stands behind a number is a unit of measure."""
    word = re.match(r"\s*([a-z]+)", behind, re.IGNORECASE)
    units = [quantity.unit for quantity in find_quantities(f"1 {word[1]}")] if word else []
    return any(unit is not None and measure(unit) is not None for unit in units)


def _reads_true(equation: Equation) -> bool | None:
    """Exactly true, or true for a reader who allows what pupils write; None where it has a true reading as well."""
    if equation.holds is not False or equation.relation != "=":
        return equation.holds
    nodes = list(walk(equation.left)) + list(walk(equation.right))
    if any(isinstance(node, Binary) and node.operator in "+-" and is_percent(node.right) for node in nodes):
        return None
    left, right = evaluate(equation.left), evaluate(equation.right)
    if left is None or right is None:
        return None
    if is_percent(equation.right) and left == 100 * right:
        return True  # 60/150 x 100 = 40%
    if isinstance(equation.right, Number) and equation.right.form == "decimal":
        places = decimal_places(equation.right)
        if abs(left - right) * 10**places <= Fraction(1, 2):
            return True
    if any(_is_rounded(node) for node in nodes) and abs(left - right) <= abs(right) / 100:
        return True  # worked on with a rounded number: 0.1667 x 60 = 10
    if isinstance(equation.left, Binary) and equation.left.operator == "/" and abs(left - right) < 1:
        return None if right.denominator == 1 else False  # 50 / 3 = 16, and 2 are left
    return _runs_on(equation)


def runs_on(line: str) -> bool:
    """Whether an equals sign of a line only announces what comes next: "3 + 4 = 7 + 5 = 12"."""
    return any(
        equation.relation == "=" and equation.holds is False and _runs_on(equation)
        for equation in find_equations(line)
    )


def _runs_on(equation: Equation) -> bool:
    right = division_of(equation.right)  # "... = 28/4 = 7"
    first = right
    while isinstance(first, Binary):
        first = first.left
    return first is not right and evaluate(first) == evaluate(equation.left)


def _is_rounded(node: Node) -> bool:
    """A decimal that looks like a third, sixth, seventh or ninth cut short: 0.33, 0.1667."""
    places = decimal_places(node)
    if not isinstance(node, Number) or places < 2:
        return False
    parts = (3, 6) if places == 2 else (3, 6, 7, 9, 11, 12)
    off = (abs(node.value - Fraction(round(node.value * part), part)) for part in parts)
    return any(0 < distance * 10**places <= 1 for distance in off)


def _is_plain(node: Node) -> bool:
    """A number, a letter, or one of them with a sign or a factor (`-3`, `5x`): nothing is worked out."""
    match node:
        case Number() | Letter() | Binary("*", Number(), Letter()):
            return division_of(node) is node
        case Unary("-", operand):
            return _is_plain(operand)
        case _:
            return False


def _whole(text: str) -> Number:
    return Number(Fraction(text), "integer", text.strip())


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
