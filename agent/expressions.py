# ruff: noqa: RUF001, RUF002  (the typographic signs are what is read here)
r"""School maths as people type it: read it, value it exactly, turn it into Python source, find it in prose.

Reads integers, decimals, thousands commas, fractions (`3/4`, `¾`, `\frac{3}{4}`), mixed numbers (`1 3/4`), percents,
`+ - × ÷ / ^` in their usual disguises (also *plus, minus, times, divided by, squared*), implicit products (`2x`,
`3(4+1)`), roots, `|x|`, "of" after a fraction or a percent, single letters, `= ≠ < > ≤ ≥`, and the LaTeX of all that.
`$`, `£` and `€` are skipped. Values are exact `Fraction`s; an irrational root has no value here.

It does not guess: `6 ÷ 2(1 + 2)`, `3 4` and `1 5/4` have no agreed reading and are not read. `3/4` typed tight is
one number (so `6 ÷ 3/4` is 8); `12/3/2` is a chain from the left. Units and functions are not read. Nothing is ever
evaluated by Python's `eval` or by sympy, and work is bounded: no token run over 300 tokens or 60 levels is read.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import isqrt
from typing import Literal, NamedTuple

MAX_TOKENS = 300
MAX_DEPTH = 60
MAX_BITS = 4096  # of a numerator or denominator

Form = Literal["integer", "decimal", "fraction", "mixed", "percent"]
Relation = Literal["=", "!=", "<", ">", "<=", ">="]


@dataclass(frozen=True)
class Number:
    """A number as written: `text` is its plain form ("6/8" stays "6/8", "1 3/4", "0.50", "25%")."""

    value: Fraction
    form: Form
    text: str


@dataclass(frozen=True)
class Letter:
    """An unknown: one letter."""

    name: str


@dataclass(frozen=True)
class Unary:
    """`-a`, the square root of a, or the absolute value of a."""

    operator: Literal["-", "sqrt", "abs"]
    operand: "Node"


@dataclass(frozen=True)
class Binary:
    """`a + b`, `a - b`, `a * b` (also implicit and "of"), `a / b`, `a ^ b`."""

    operator: Literal["+", "-", "*", "/", "^"]
    left: "Node"
    right: "Node"


Node = Number | Letter | Unary | Binary


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


# --- tokens ---------------------------------------------------------------------------------------------------------

_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_ENDS_FRACTION = rf"(?![\d(\[/⁄∕^{_SUPERSCRIPTS}]|[.,]\d|\s*(?:\^|\*\*))"
_TOKEN = re.compile(
    rf"""
    (?P<newline>\n(?![ \t]*=)|\\\\)
  | (?P<skip>\s+|\\[,;:!\ ]|\\q?quad\b|\\displaystyle\b|\\[()\[\]]|~|&|\\?\$|[£€])
  | (?P<arrow>=>|->|[⇒→])
  | (?P<mixed>\d{{1,15}}[ \t]+\d{{1,15}}[/⁄∕]\d{{1,15}}{_ENDS_FRACTION})
  | (?P<fraction>(?<![/⁄∕^])\d{{1,15}}[/⁄∕]\d{{1,15}}{_ENDS_FRACTION}|\\[dtc]?frac\s*\d\s*\d)
  | (?P<number>\d{{1,3}}(?:(?:,|\{{,\}})\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)
  | (?P<vulgar>[{_VULGAR}])
  | (?P<superscript>[{_SUPERSCRIPTS}]+|squared\b|cubed\b)
  | (?P<percent>\\?%|per\s?cent\b)
  | (?P<frac>\\[dtc]?frac(?![A-Za-z]))
  | (?P<root>\\sqrt(?![A-Za-z])|[√∛]|sqrt\b|(?:the\ )?(?:square|cube)\ root\ of\b)
  | (?P<relation><=|>=|!=|==?|[<>≤≥≠]|\\(?:leq?|geq?|neq?|lt|gt)(?![A-Za-z])|equals\b|is\ equal\ to\b)
  | (?P<power>\*\*|\^)
  | (?P<times>[*×·⋅∙✕]|\\(?:cdot|times)(?![A-Za-z])|times\b|multiplied\ by\b)
  | (?P<divide>[/⁄∕÷]|\\div(?![A-Za-z])|divided\ by\b)
  | (?P<plus>\+|plus\b)
  | (?P<minus>[-−–]|minus\b)
  | (?P<bar>(?:\\left|\\right)?\||\\[lr]?vert(?![A-Za-z]))
  | (?P<open>(?:\\left\s*)?[(\[{{])
  | (?P<close>(?:\\right\s*)?[)\]}}])
  | (?P<of>of\b)
  | (?P<article>[aAI](?=\s+[^\W_])(?!\s+(?:plus|minus|times|divided|equals|is)\b))
  | (?P<letter>[xyz](?=[xyz]{{0,2}}(?![^\W\d_])(?!['’]\w))|[A-Za-z](?![^\W\d_])(?!['’]\w))
  | (?P<word>[^\W\d_]+(?:['’]\w+)*|\\[A-Za-z]+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_BOUNDARIES = {"arrow", "article", "word", "other"}
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
_OPERATORS: dict[
    str, tuple[Literal["+", "-", "*", "/", "^"], int, int]
] = {  # kind: symbol, precedence, right side's
    "plus": ("+", 10, 11),
    "minus": ("-", 10, 11),
    "times": ("*", 20, 21),
    "divide": ("/", 20, 21),
    "of": ("*", 20, 20),
    "power": ("^", 40, 39),
}
_PREFIX = 30
_ROOT = 35


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int
    spaced: bool  # something was skipped before it


def _runs(text: str, *, prose: bool) -> Iterator[list[_Token]]:
    """The text cut into runs of mathematical tokens; prose also cuts at line ends."""
    run: list[_Token] = []
    spaced = False
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind == "skip" or (kind == "newline" and not prose):
            spaced = True
        elif kind in _BOUNDARIES or kind == "newline":
            yield _times_sign(run)
            run, spaced = [], False
        else:
            run.append(_Token(kind, match.group(), match.start(), match.end(), spaced))
            spaced = False
    yield _times_sign(run)


def _times_sign(run: list[_Token]) -> list[_Token]:
    """`3 x 4`: an x between two numbers, or set apart between a number and a bracket, is a times sign."""
    for at in range(1, len(run) - 1):
        before, here, after = run[at - 1 : at + 2]
        if here.text not in ("x", "X") or before.kind not in (
            "number",
            "fraction",
            "mixed",
            "close",
            "vulgar",
        ):
            continue
        apart = here.spaced and after.spaced
        negative = after.kind == "minus" and at + 2 < len(run) and not run[at + 2].spaced
        if after.kind in ("number", "fraction", "mixed", "vulgar") or (
            apart and (after.kind in ("open", "frac", "root") or negative)
        ):
            run[at] = here._replace(kind="times")
    return run


def _number(token: _Token) -> Number | None:
    plain = token.text.replace("{,}", "").replace(",", "").replace("⁄", "/").replace("∕", "/")
    if len(plain) > 100:
        return None
    if token.kind == "vulgar":
        plain = unicodedata.normalize("NFKC", plain).replace("⁄", "/")
        return Number(Fraction(plain), "fraction", plain)
    if token.kind == "number":
        return Number(Fraction(plain), "decimal" if "." in plain else "integer", plain)
    if "frac" in plain:
        plain = "/".join(re.findall(r"\d", plain))
    *whole, top, bottom = re.split(r"[\s/]+", plain)
    if int(bottom) == 0:
        return None
    return _mixed(int(whole[0]), int(top), int(bottom)) if whole else _fraction(int(top), int(bottom))


def _fraction(top: int, bottom: int) -> Number:
    return Number(Fraction(top, bottom), "fraction", f"{top}/{bottom}")


def _mixed(whole: int, top: int, bottom: int) -> Number | None:
    """A mixed number has a proper fraction: `1 5/4` could be anything."""
    return Number(whole + Fraction(top, bottom), "mixed", f"{whole} {top}/{bottom}") if top < bottom else None


# --- the parser: precedence climbing; None is "cannot be read" ------------------------------------------------------


class _Parser:
    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.ambiguous = False
        self.dead: set[int] = set()

    def kind(self, ahead: int = 0) -> str:
        return self.tokens[self.at + ahead].kind if self.at + ahead < len(self.tokens) else ""

    def take(self, kind: str) -> bool:
        found = self.kind() == kind
        self.at += found
        return found

    def expression(self, loosest: int = 0, depth: int = 0, *, in_bars: bool = False) -> Node | None:
        """The longest expression from here whose operators bind at least as tight as `loosest`."""
        if depth > MAX_DEPTH or (left := self.operand(depth)) is None:
            return None
        divided = False
        while True:
            mark, kind = self.at, self.kind()
            if kind == "superscript":
                if loosest > 40:
                    return left
                self.at += 1
                text = self.tokens[mark].text
                power = (
                    "2"
                    if text == "squared"
                    else "3"
                    if text == "cubed"
                    else unicodedata.normalize("NFKC", text)
                )
                left = Binary("^", left, Number(Fraction(power[:9]), "integer", power[:9]))
                continue
            implicit = self.implicit(in_bars=in_bars)
            if kind not in _OPERATORS and not implicit:
                return left
            symbol, precedence, right_precedence = _OPERATORS["times" if implicit else kind]
            if precedence < loosest:
                return left
            if kind == "of" and not (
                isinstance(left, Number) and left.form in ("fraction", "percent", "mixed")
            ):
                return left
            if implicit and divided:  # 6 ÷ 2(1 + 2): two readings
                self.ambiguous = True
                return None
            self.at += not implicit
            right = self.expression(right_precedence, depth + 1, in_bars=in_bars)
            if right is None:
                self.at = mark
                return left
            divided = symbol == "/" or (divided and precedence == 20)
            left = Binary(symbol, left, right)

    def implicit(self, *, in_bars: bool) -> bool:
        """Is what follows multiplied without a sign? Never two numbers side by side."""
        kind = self.kind()
        if kind == "open":
            return self.tokens[self.at].text != "{"
        return kind in ("letter", "root", "frac") or (kind == "bar" and not in_bars)

    def operand(self, depth: int) -> Node | None:
        """What an operator can stand next to. A place that failed once is not tried again: work stays linear."""
        first = self.at
        node = None if first in self.dead else self._operand(depth)
        if node is None:
            self.dead.add(first)
        return node

    def _operand(self, depth: int) -> Node | None:
        kind = self.kind()
        if not kind:
            return None
        token = self.tokens[self.at]
        self.at += 1
        if kind in ("number", "fraction", "mixed", "vulgar"):
            return self.literal(token)
        if kind == "letter":
            return Letter(token.text)
        if kind in ("plus", "minus"):
            inner = self.expression(_PREFIX, depth + 1)
            return Unary("-", inner) if inner is not None and kind == "minus" else inner
        if kind == "root":
            return self.root(token, depth)
        if kind == "frac":
            top = self.group(depth) if self.kind() == "open" else None
            bottom = self.group(depth) if top is not None and self.kind() == "open" else None
            return _quotient(top, bottom) if top is not None and bottom is not None else None
        if kind == "open":
            self.at -= 1
            return self.group(depth)
        if kind == "bar":
            inner = self.expression(0, depth + 1, in_bars=True)
            return Unary("abs", inner) if inner is not None and self.take("bar") else None
        return None

    def group(self, depth: int) -> Node | None:
        """A bracketed expression; brackets must match in kind."""
        opening = self.tokens[self.at].text[-1]
        self.at += 1
        inner = self.expression(0, depth + 1)
        if inner is None or self.kind() != "close":
            return None
        closing = self.tokens[self.at].text[-1]
        self.at += 1
        return inner if opening + closing in ("()", "[]", "{}") else None

    def literal(self, token: _Token) -> Number | None:
        number = _number(token)
        if number is None:
            return None
        if number.form == "integer" and (part := self.proper_fraction()):
            number = _mixed(int(number.value), *part)
        if number is not None and self.take("percent"):
            return Number(number.value / 100, "percent", f"{number.text}%")
        return number

    def proper_fraction(self) -> tuple[int, int] | None:
        r"""The fraction of a mixed number written `1½` or `1\frac{1}{2}`, taken if it is there."""
        if self.kind() == "vulgar" or (self.kind() == "fraction" and self.tokens[self.at].text[0] == "\\"):
            part, width = _number(self.tokens[self.at]), 1
        elif [self.kind(n) for n in range(7)] == [
            "frac",
            "open",
            "number",
            "close",
            "open",
            "number",
            "close",
        ]:
            top, bottom = self.tokens[self.at + 2].text, self.tokens[self.at + 5].text
            whole = top.isdigit() and bottom.isdigit() and len(top + bottom) < 30 and int(bottom) > 0
            part, width = (_fraction(int(top), int(bottom)), 7) if whole else (None, 0)
        else:
            return None
        if part is None:
            return None
        self.at += width
        top, bottom = part.text.split("/")
        return int(top), int(bottom)

    def root(self, token: _Token, depth: int) -> Node | None:
        degree = 3 if "∛" in token.text or "cube" in token.text else 2
        if token.text == "\\sqrt" and [self.kind(n) for n in range(3)] == ["open", "number", "close"]:
            index = self.tokens[self.at + 1].text
            if self.tokens[self.at].text == "[" and index in ("2", "3", "4", "5"):
                degree = int(index)
                self.at += 3
        inner = self.expression(_ROOT, depth + 1)
        if inner is None or degree == 2:
            return None if inner is None else Unary("sqrt", inner)
        return Binary("^", inner, _fraction(1, degree))


def _quotient(top: Node, bottom: Node) -> Node:
    if (
        isinstance(top, Number)
        and isinstance(bottom, Number)
        and top.form == bottom.form == "integer"
        and bottom.value
    ):
        return _fraction(int(top.value), int(bottom.value))
    return Binary("/", top, bottom)


def parse_expression(text: str) -> Node | None:
    """The expression that the whole text is, or None (also for text over 2,000 characters)."""
    sides = _parse_chain(text)
    return sides[0][0] if sides is not None and len(sides) == 1 else None


def parse_equation(text: str) -> Equation | None:
    """The one equation or inequality that the whole text is, or None."""
    sides = _parse_chain(text)
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


def _parse_chain(text: str) -> list[_Side] | None:
    if len(text) > 2000:
        return None
    if sum(1 for match in _TOKEN.finditer(text) if match.lastgroup in _BOUNDARIES):
        return None
    tokens = next(_runs(text, prose=False))
    if not tokens or len(tokens) > MAX_TOKENS:
        return None
    parser = _Parser(tokens)
    sides = _sides(parser)
    return None if parser.ambiguous or parser.at < len(tokens) else sides


def _chains(text: str) -> Iterator[list[_Side]]:
    for run in _runs(text, prose=True):
        if len(run) > MAX_TOKENS:
            continue
        parser = _Parser(run)
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


def _sides(parser: _Parser) -> list[_Side] | None:
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


def _stuck(run: list[_Token], first: int, end: int) -> bool:
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


# --- what it is worth, and as Python --------------------------------------------------------------------------------


def evaluate(node: Node, values: Mapping[str, Fraction] | None = None) -> Fraction | None:
    """The exact value, or None: an unknown letter, division by zero, an irrational root, 0^0, or over 4,096 bits."""
    match node:
        case Number(value):
            return value
        case Letter(name):
            return (values or {}).get(name)
        case Unary(operator, operand):
            inner = evaluate(operand, values)
            if inner is None:
                return None
            return -inner if operator == "-" else abs(inner) if operator == "abs" else exact_root(inner, 2)
        case Binary(operator, left_node, right_node):
            left, right = evaluate(left_node, values), evaluate(right_node, values)
            if left is None or right is None:
                return None
            return _bounded(_operate(operator, left, right))


def _operate(operator: str, left: Fraction, right: Fraction) -> Fraction | None:
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right if right else None
        case _:
            return _power(left, right)


def _power(base: Fraction, exponent: Fraction) -> Fraction | None:
    if base == 0:
        return Fraction(0) if exponent > 0 else None
    size = max(base.numerator.bit_length(), base.denominator.bit_length())
    if exponent.denominator > 10 or abs(exponent.numerator) * size > MAX_BITS:
        return None
    root = exact_root(base, exponent.denominator)
    return None if root is None else root**exponent.numerator


def exact_root(value: Fraction, degree: int) -> Fraction | None:
    """The rational `degree`-th root (the one that is not negative if there are two), or None."""
    if degree == 1:
        return value
    if value < 0:
        root = exact_root(-value, degree) if degree % 2 else None
        return None if root is None else -root
    top, bottom = _integer_root(value.numerator, degree), _integer_root(value.denominator, degree)
    return None if top is None or bottom is None else Fraction(top, bottom)


def _integer_root(number: int, degree: int) -> int | None:
    if degree == 2:
        root = isqrt(number)
        return root if root * root == number else None
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if middle**degree < number else (low, middle)
    return low if low**degree == number else None


def _bounded(value: Fraction | None) -> Fraction | None:
    if value is None or max(value.numerator.bit_length(), value.denominator.bit_length()) > MAX_BITS:
        return None
    return value


def number_source(value: Fraction) -> str:
    """An exact number as Python: `7`, `-2` or `Fraction(1, 3)`."""
    return str(value) if value.denominator == 1 else f"Fraction({value.numerator}, {value.denominator})"


def source(node: Node) -> str:
    """Exact Python source; it needs `Fraction`, and sympy's `sqrt` and `root` where there are roots, in scope."""
    return _source(node, 0)


def _source(node: Node, loosest: int) -> str:
    match node:
        case Number(value):
            return number_source(value)
        case Letter(name):
            return name
        case Unary("-", operand):
            return _wrapped(f"-{_source(operand, _PREFIX)}", _PREFIX, loosest)
        case Unary(operator, operand):
            return f"{operator}({_source(operand, 0)})"
        case Binary("/", left, right):
            return f"Fraction({_source(left, 0)}, {_source(right, 0)})"
        case Binary("^", left, Number(value)) if value.denominator > 1:
            rooted = f"root({_source(left, 0)}, {value.denominator})"
            return rooted if value.numerator == 1 else _wrapped(f"{rooted} ** {value.numerator}", 40, loosest)
        case Binary("^", left, Number(value)) if value >= 0:
            return _wrapped(f"{_source(left, 41)} ** {value}", 40, loosest)
        case Binary("^", left, right):  # Python's 2 ** -1 is a float, Fraction(2) ** -1 is not
            return _wrapped(f"Fraction({_source(left, 0)}) ** ({_source(right, 0)})", 40, loosest)
        case Binary(operator, left, right):
            precedence = 20 if operator == "*" else 10
            written = f"{_source(left, precedence)} {operator} {_source(right, precedence + 1)}"
            return _wrapped(written, precedence, loosest)


def _wrapped(written: str, precedence: int, loosest: int) -> str:
    return f"({written})" if precedence < loosest else written
