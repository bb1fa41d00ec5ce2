# ruff: noqa: RUF001  (the typographic signs are what is read here)
"""Tokens and the parser behind `expressions.py`: text to runs of tokens, tokens to trees. None is "cannot be read"."""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from .nodes import Binary, Letter, Node, Number, Unary
from .products import is_product

MAX_DEPTH = 60


_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LETTER = rf"[^\W\d_{_SUPERSCRIPTS}{_VULGAR}]"
_ENDS_FRACTION = rf"(?![\d(\[/⁄∕^{_SUPERSCRIPTS}]|[.,]\d|\s*(?:\^|\*\*))"
TOKEN = re.compile(
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
  | (?P<letter>[xyz](?=[xyz]{{0,2}}(?!{_LETTER})(?!['’]\w))|[A-Za-z](?!{_LETTER})(?!['’]\w))
  | (?P<product>[A-Za-z]{{2,3}}(?!{_LETTER})(?!['’]\w))
  | (?P<word>{_LETTER}+(?:['’]\w+)*|\\[A-Za-z]+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
BOUNDARIES = {"arrow", "article", "product", "word", "other"}
"""Kinds of tokens that end a run; a "product" is one only where its letters are a word."""
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


class Token(NamedTuple):
    """A piece of mathematics; `kind` is the name of its pattern in `TOKEN`."""

    kind: str
    text: str
    start: int
    end: int
    spaced: bool  # something was skipped before it


def runs(text: str, *, prose: bool, known: frozenset[str] = frozenset()) -> Iterator[list[Token]]:
    """The text cut into runs of mathematical tokens; prose also cuts at line ends. known: letters with a value."""
    run: list[Token] = []
    spaced = False
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind == "skip" or (kind == "newline" and not prose):
            spaced = True
        elif kind == "product" and is_product(text, *match.span(), prose=prose, known=known):
            for place, letter in enumerate(match.group(), match.start()):
                run.append(Token("letter", letter, place, place + 1, spaced))
                spaced = False
        elif kind in BOUNDARIES or kind == "newline":
            yield _times_sign(run)
            run, spaced = [], False
        else:
            run.append(Token(kind, match.group(), match.start(), match.end(), spaced))
            spaced = False
    yield _times_sign(run)


def _times_sign(run: list[Token]) -> list[Token]:
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


def _number(token: Token) -> Number | None:
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


class Parser:
    """Reads one run of tokens from `at`; `ambiguous` is set when what was met has two readings."""

    def __init__(self, tokens: list[Token]) -> None:
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
            if (implicit and divided) or self.slashed_twice(
                left
            ):  # 6 ÷ 2(1 + 2), 12 / 3/4, 2^1/2: two readings
                self.ambiguous = True
                return None
            self.at += not implicit
            right = self.expression(right_precedence, depth + 1, in_bars=in_bars)
            if right is None:
                self.at = mark
                return left
            divided = symbol == "/" or (divided and precedence == 20)
            left = Binary(symbol, left, right)

    def slashed_twice(self, left: Node) -> bool:
        """A slash before a typed fraction, unless a typed fraction is before it too; a slash tight after a power."""
        if self.kind() != "divide" or self.tokens[self.at].text != "/":
            return False
        powered = isinstance(left, Binary) and left.operator == "^" and isinstance(left.right, Number)
        tight = self.kind(-1) == "number" and not self.tokens[self.at].spaced
        fraction = isinstance(left, Number) and left.form in ("fraction", "mixed")
        return (powered and tight) or (self.kind(1) == "fraction" and not fraction)

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
            if self.tokens[self.at - 1].text in ("squared", "cubed"):  # minus 3 squared: 9 or -9?
                self.ambiguous = True
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

    def literal(self, token: Token) -> Number | None:
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

    def root(self, token: Token, depth: int) -> Node | None:
        degree = 3 if "∛" in token.text or "cube" in token.text else 2
        if token.text == "\\sqrt" and [self.kind(n) for n in range(3)] == ["open", "number", "close"]:
            index = self.tokens[self.at + 1].text
            if self.tokens[self.at].text == "[" and index in ("2", "3", "4", "5"):
                degree = int(index)
                self.at += 3
        inner = self.expression(_ROOT, depth + 1)
        in_words = token.text.endswith("of") and self.kind() in ("plus", "minus", "times", "divide")
        if in_words or (token.text in "√∛" and self.kind(-1) == "number" and self.kind() == "letter"):
            self.ambiguous = True  # the square root of 9 + 16, √9x
            return None
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
