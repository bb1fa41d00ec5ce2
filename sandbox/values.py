"""Values over the wire: a closed set of exact types, turned into tagged JSON and back, never evaluated.

The set: None, bool, int (to 4,300 digits), finite float, Fraction, finite Decimal, str without lone surrogates, list,
tuple, set, dict, and `Expression`, a symbolic result as text and a tree of plain names and numbers. What a value is is
decided by `type(value) is ...`, so a program's subclass with a lying `__eq__` never crosses. Moves no bytes between
processes (that is `pool` and `zygote`), and never calls eval, pickle or sympify.
"""

# A value read from JSON has no known type until it has been looked at:
# pyright: reportUnknownVariableType=false

import importlib
import json
import math
import re
import struct
import sys
import tomllib
from collections import Counter, OrderedDict, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, cast

MAX_DIGITS: Final = 4300  # of an int or a Decimal: Python's own limit between int and text
_TOO_LARGE: Final = 10**MAX_DIGITS
MAX_DEPTH: Final = 32  # of containers; a structure may be four times as deep
MAX_PARTS: Final = 20_000
MAX_KEYS: Final = (
    1000  # of a set or dict: numbers can be chosen to hash alike, and then its making takes the square
)
MAX_TEXT: Final = 10_000  # characters of an expression's text

HEADER: Final = struct.Struct("!I")  # the length of a frame
REPORT: Final = struct.Struct(
    "!iqq"
)  # a child's end: wait status, CPU microseconds, peak bytes above the idle image

Node = str | int | tuple["Node", ...]
Value = Any  # of the closed set above; a checker cannot say "by exact type"

_AS_PLAIN: Final[dict[type, type]] = {Counter: dict, OrderedDict: dict, defaultdict: dict, frozenset: set}


class ValueRejected(ValueError):
    """The value is outside the closed set, or a wire form is not one `encode` writes; the text says why."""


@dataclass(frozen=True)
class Expression:
    """A symbolic result, as data.

    `text` is how sympy prints it. `structure` is the same as a tree: `(head, *children)`, where a head names a sympy
    class or constant ("Add", "Pi") and a leaf is an int or a str. `to_sympy` rebuilds it.
    """

    text: str
    structure: Node


def encode(value: Value, max_bytes: int = 1_000_000) -> str:
    """The wire form (ASCII JSON) of a value of the closed set.

    Raises ValueRejected, with a reason a program's author can act on, for anything else and for what is longer than
    `max_bytes`, nested deeper than 32 or made of more than 20,000 parts.
    """
    text = json.dumps(_tag(value, MAX_DEPTH, [MAX_PARTS], max_bytes), separators=(",", ":"))
    if len(text) > max_bytes:
        raise ValueRejected(f"the value takes more than {max_bytes} bytes")
    return text


def decode(wire: Any) -> Value:
    """The exact value `encode` wrote, from what `read_json` made of it. Raises ValueRejected for anything else."""
    try:
        return _untag(wire, MAX_DEPTH, [MAX_PARTS])
    except (ValueError, TypeError, OverflowError) as error:
        raise ValueRejected(f"not a value: {error}") from None


def read_json(text: str | bytes) -> Any:
    """JSON without floats and without long integers. Raises ValueRejected for any other input, whatever it is."""
    try:
        return json.loads(text, parse_constant=_short, parse_float=_short, parse_int=_short)
    except (ValueError, RecursionError) as error:
        raise ValueRejected(f"not JSON of ours: {type(error).__name__}") from None


def render(value: Value) -> str:
    """The exact text that is stored and compared: 12 -> "12", 7/12 -> "7/12", 0.25 -> "0.25", 3.0 -> "3".

    Floats and Decimals print without an exponent, a float by its shortest exact form. Containers print as Python
    prints them, with their parts rendered; a set in order of its parts' texts.
    """
    kind = cast(Any, type(value))
    if kind is float:
        return format(Decimal(repr(value or 0.0)), "f").removesuffix(".0")
    if kind is Decimal:
        return format(value, "f")
    if kind is dict:
        return "{" + ", ".join(f"{render(key)}: {render(part)}" for key, part in value.items()) + "}"
    if kind in (list, tuple, set):
        parts = [render(part) for part in value]
        left, right = {list: "[]", tuple: "()", set: "{}"}[kind]
        return left + ", ".join(sorted(parts) if kind is set else parts) + right
    return value.text if kind is Expression else str(value)


def _tag(value: Value, depth: int, parts: list[int], longest: int) -> list[Any]:
    _count(depth, parts)
    kind = cast(Any, type(value))
    if kind in _AS_PLAIN:
        kind, value = _AS_PLAIN[kind], _AS_PLAIN[kind](value)
    if value is None:
        return ["none"]
    if kind is bool:
        return ["bool", int(value)]
    if kind is int:
        return ["int", format(_whole(value), "x")]
    if kind is float:
        if not math.isfinite(value):
            raise ValueRejected(f"{value!r} is not a finite number")
        return ["float", value.hex()]
    if kind is Fraction:
        return ["fraction", format(_whole(value.numerator), "x"), format(_whole(value.denominator), "x")]
    if kind is Decimal:
        sign, digits, exponent = cast(Decimal, value).as_tuple()
        if type(exponent) is not int or len(digits) > MAX_DIGITS or abs(exponent) > MAX_DIGITS:
            raise ValueRejected(f"a Decimal that is not finite or has more than {MAX_DIGITS} digits")
        return ["decimal", sign, "".join(map(str, digits)), exponent]
    if kind is str:
        return ["str", _clean(value, longest)]
    if kind in (dict, set) and len(value) > MAX_KEYS:
        raise ValueRejected(f"a set or dict of more than {MAX_KEYS} parts")
    if kind is dict:
        pairs = cast("dict[Any, Any]", value).items()
        return ["dict", [[_tag(part, depth - 1, parts, longest) for part in pair] for pair in pairs]]
    if kind in (list, tuple, set):
        items = [_tag(item, depth - 1, parts, longest) for item in value]
        return [kind.__name__, sorted(items, key=json.dumps) if kind is set else items]
    if kind is Expression:
        return ["expression", _clean(value.text, MAX_TEXT), _check(value.structure, 4 * depth, parts)]
    if is_symbolic(value):
        return _tag(from_sympy(value), depth, parts, longest)
    raise ValueRejected(
        f"a value of type {kind.__name__!r} cannot be an answer; use a number, text, list or dict"
    )


def _untag(tagged: Any, depth: int, parts: list[int]) -> Value:
    _count(depth, parts)
    match cast("list[Any]", tagged):
        case ["none"]:
            return None
        case ["bool", (0 | 1) as bit]:
            return bit == 1
        case ["int", str(digits)]:
            return _unhex(digits)
        case ["float", str(digits)] if math.isfinite(number := float.fromhex(digits)):
            return number
        case ["fraction", str(top), str(bottom)] if (denominator := _unhex(bottom)) > 0:
            return Fraction(_unhex(top), denominator)
        case ["decimal", (0 | 1) as sign, str(digits), int(exponent)] if (
            re.fullmatch("[0-9]{1,4300}", digits) and abs(exponent) <= MAX_DIGITS
        ):
            return Decimal((sign, tuple(map(int, digits)), exponent))
        case ["str", str(text)]:
            return _clean(text, len(text))
        case ["set" | "dict", list(items)] if len(cast("list[Any]", items)) > MAX_KEYS:
            raise ValueRejected(f"a set or dict of more than {MAX_KEYS} parts")
        case [("list" | "tuple" | "set") as kind, list(items)]:
            return {"list": list, "tuple": tuple, "set": set}[kind](
                _untag(i, depth - 1, parts) for i in items
            )
        case ["dict", list(pairs)]:
            return {_untag(key, depth - 1, parts): _untag(part, depth - 1, parts) for key, part in pairs}
        case ["expression", str(text), structure]:
            return Expression(_clean(text, MAX_TEXT), _check(structure, 4 * depth, parts))
        case _:
            raise ValueRejected("not a tagged value")


def _count(depth: int, parts: list[int]) -> None:
    parts[0] -= 1
    if depth <= 0:
        raise ValueRejected(f"the value is nested deeper than {MAX_DEPTH}")
    if parts[0] < 0:
        raise ValueRejected(f"the value has more than {MAX_PARTS} parts")


def _whole(number: int) -> int:
    if abs(number) >= _TOO_LARGE:
        raise ValueRejected(f"an integer of more than {MAX_DIGITS} digits")
    return number


def _short(digits: str) -> int:
    """As the reader of every number in JSON: a float or a name for one is no int."""
    if len(digits) > MAX_DIGITS:
        raise ValueRejected(f"an integer of more than {MAX_DIGITS} digits")
    return int(digits)


def _unhex(digits: str) -> int:
    if not re.fullmatch("-?[0-9a-f]{1,4000}", digits):
        raise ValueRejected("not an integer")
    return _whole(int(digits, 16))


def _clean(text: str, longest: int) -> str:
    if len(text) > longest:
        raise ValueRejected("the value's text is too long")
    if re.search("[\ud800-\udfff]", text):
        raise ValueRejected("text with half a surrogate pair")
    return text


def _check(node: Any, depth: int, parts: list[int]) -> Node:
    _count(depth, parts)
    if type(node) is str:
        return _clean(node, MAX_TEXT)
    if type(node) is int and abs(node) < _TOO_LARGE:
        return node
    if type(node) in (tuple, list) and node and type(cast("list[Any]", node)[0]) is str:
        return tuple([_check(part, depth - 1, parts) for part in cast("list[Any]", node)])
    raise ValueRejected("not an expression's structure")


# --- sympy: imported only where an expression is at hand -------------------------------------------------------------

_LISTS: Final = tomllib.loads(Path(__file__).with_name("allowed.toml").read_text("utf-8"))["expressions"]
_CONSTANTS, _HEADS, _HEADS_WITHOUT_EVALUATE, _ASSUMPTIONS = (str(text).split() for text in _LISTS.values())
_NAMES_OF_TYPES: Final = {"BooleanTrue": "true", "BooleanFalse": "false", "ExprCondPair": "Tuple"}


def is_symbolic(value: object) -> bool:
    """Whether this is one of sympy's objects; does not import sympy."""
    sympy: Any = sys.modules.get("sympy")
    return sympy is not None and isinstance(value, (sympy.Basic, sympy.MatrixBase))


def from_sympy(value: Any) -> Value:
    """A sympy object as a value of the closed set: Integer -> int, Rational -> Fraction, a 53-bit Float -> float,
    true and false -> bool, anything else of a known head -> Expression. Raises ValueRejected otherwise."""
    sympy: Any = importlib.import_module("sympy")
    if isinstance(value, sympy.MatrixBase):
        value = sympy.ImmutableDenseMatrix(value)
    elif isinstance(value, sympy.Poly):
        value = value.as_expr()
    if value is sympy.true or value is sympy.false:
        return value is sympy.true
    if isinstance(value, sympy.Rational):
        return int(value.p) if value.q == 1 else Fraction(int(value.p), int(value.q))
    if isinstance(value, sympy.Float) and value._prec == 53:
        return float(value)
    structure = _structure(
        sympy, value, 4 * MAX_DEPTH
    )  # first: a head we do not know may print itself as it likes
    return Expression(str(value), structure)


def _structure(sympy: Any, value: Any, depth: int) -> Node:
    _count(depth, [1])
    head, children = type(value).__name__, getattr(value, "args", ())
    head = _NAMES_OF_TYPES.get(head, head)
    if isinstance(value, sympy.Symbol):
        known: dict[str, Any] = value._assumptions_orig
        return ("Symbol", str(value.name), *(name for name in _ASSUMPTIONS if known.get(name) is True))
    if isinstance(value, sympy.Rational):
        return ("Rational", int(value.p), int(value.q))
    if isinstance(value, sympy.Float):
        sign, mantissa, exponent, _ = value._mpf_
        return ("Float", -int(mantissa) if sign else int(mantissa), int(exponent), int(value._prec))
    if head in _CONSTANTS:
        return (head,)
    if isinstance(value, sympy.core.function.AppliedUndef):
        head, children = "Function", (sympy.Symbol(head), *children)
    elif head not in _HEADS and head not in _HEADS_WITHOUT_EVALUATE:
        raise ValueRejected(f"a {head} cannot be an answer; give its parts")
    return (head, *(_structure(sympy, part, depth - 1) for part in children))


def to_sympy(expression: Expression) -> Any:
    """The sympy object an Expression describes, built from known classes, unevaluated. Raises ValueRejected."""
    sympy: Any = importlib.import_module("sympy")
    try:
        return _rebuild(sympy, expression.structure)
    except (TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
        raise ValueRejected(f"not an expression's structure: {error}") from None


def _rebuild(sympy: Any, node: Node) -> Any:
    """Names and bare numbers stand only where read here: sympy's classes would evaluate a text that reaches them."""
    match node:
        case ("Symbol", str(name), *assumptions) if set(assumptions) <= set(_ASSUMPTIONS):
            return sympy.Symbol(name, **dict.fromkeys(cast("list[str]", assumptions), True))
        case ("Rational", int(top), int(bottom)):
            return sympy.Rational(top, bottom)
        case ("Float", int(whole), int(power), int(bits)) if abs(power) < MAX_TEXT and bits < MAX_TEXT:
            return sympy.Float((whole < 0, abs(whole), power, abs(whole).bit_length()), precision=bits)
        case (str(head),) if head in _CONSTANTS:
            return getattr(sympy.S, head)
        case ("Function", ("Symbol", str(name)), *parts):
            return sympy.Function(name)(*(_rebuild(sympy, part) for part in parts))
        case (str(head), *parts) if head in _HEADS:
            return getattr(sympy, head)(*(_rebuild(sympy, part) for part in parts), evaluate=False)
        case (str(head), *parts) if head in _HEADS_WITHOUT_EVALUATE:
            return getattr(sympy, head)(*(_rebuild(sympy, part) for part in parts))
        case _:
            raise ValueRejected("not a known head, or a name or a number where there is none")
