"""Values over the wire: a closed set of exact types, turned into tagged JSON and back, never evaluated.

Sorts: None, bool, int (up to 4,300 digits), finite float, Fraction, finite Decimal, str without lone surrogates, list,
tuple, set, dict, and `Expression`, a symbolic expression as text plus a tree of plain names and numbers. A value's sort
is decided by `type(value) is ...`, so a program's subclass with a lying `__eq__` never crosses. Does not read or
write bytes from a process (that is `pool` and `zygote`), and never calls eval, pickle or sympify.
"""

import json
import math
import re
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, cast

MAX_DIGITS: Final = 4300  # of an int or a Decimal; Python's own limit between int and text
MAX_DEPTH: Final = 32
MAX_NODES: Final = 20_000
MAX_TEXT: Final = 10_000  # characters of an expression's text

Node = str | int | tuple["Node", ...]


class ValueRejected(ValueError):
    """The value is outside the closed set, or a wire form is not one `encode` writes; the text says why."""


@dataclass(frozen=True)
class Expression:
    """A symbolic result, as data.

    `text` is how sympy prints it. `structure` is the same thing as a tree: `(head, *children)`, where a head is a
    class or constant name of sympy ("Add", "pi") and a leaf is an int or a str. `to_sympy` rebuilds it.
    """

    text: str
    structure: Node


Value = Any  # None | bool | int | float | Fraction | Decimal | str | list | tuple | set | dict | Expression

_PLAIN: Final[dict[type, Callable[[Any], Any]]] = {
    Counter: dict,
    OrderedDict: dict,
    defaultdict: dict,
    frozenset: set,
}


def encode(value: Value, max_bytes: int = 1_000_000) -> str:
    """The wire form (ASCII JSON) of a value of the closed set.

    Raises ValueRejected, with a reason a program's author can act on, for anything else and for anything longer
    than `max_bytes`, nested deeper than 32 or made of more than 20,000 parts.
    """
    budget = [MAX_NODES, max_bytes]
    text = json.dumps(_tag(value, MAX_DEPTH, budget), separators=(",", ":"))
    if len(text) > max_bytes:
        raise ValueRejected(f"the value takes more than {max_bytes} bytes")
    return text


def decode(text: str | bytes) -> Value:
    """The exact value `encode` wrote. Raises ValueRejected for any other input, whatever it is."""
    try:
        return _untag(
            json.loads(text, parse_constant=_no_constant, parse_int=_short_int), MAX_DEPTH, [MAX_NODES]
        )
    except ValueRejected:
        raise
    except (ValueError, TypeError, RecursionError, OverflowError) as error:
        raise ValueRejected(f"not a value: {type(error).__name__}") from None


def render(value: Value) -> str:
    """The exact text that is stored and compared: 12 -> "12", 7/12 -> "7/12", Decimal("0.250") -> "0.250".

    A Fraction that is whole and a float that is whole print as integers ("3"); floats otherwise print their
    shortest exact form, without an exponent. Containers print as Python does, with their parts rendered.
    """
    kind = type(value)
    if kind is float or kind is Decimal:
        plain = format(Decimal(repr(value)) if kind is float else value, "f")
        return plain.removesuffix(".0") if kind is float else plain
    if kind in (list, tuple, set):
        parts = [render(part) for part in value]
        left, right = {list: "[]", tuple: "()", set: "{}"}[kind]
        return left + ", ".join(sorted(parts) if kind is set else parts) + right
    if kind is dict:
        return "{" + ", ".join(f"{render(key)}: {render(part)}" for key, part in value.items()) + "}"
    return value.text if kind is Expression else str(value)


def _tag(value: Value, depth: int, budget: list[int]) -> list[Any]:
    budget[0] -= 1
    if depth <= 0:
        raise ValueRejected(f"the value is nested deeper than {MAX_DEPTH}")
    if budget[0] < 0:
        raise ValueRejected(f"the value has more than {MAX_NODES} parts")
    kind = type(value)
    if kind is type(None):
        return ["none"]
    if kind is bool:
        return ["bool", 1 if value else 0]
    if kind is int:
        return ["int", _hex(value)]
    if kind is float:
        if not math.isfinite(value):
            raise ValueRejected(f"{value!r} is not a number with a value")
        return ["float", value.hex()]
    if kind is Fraction:
        return ["fraction", _hex(value.numerator), _hex(value.denominator)]
    if kind is Decimal:
        return ["decimal", *_decimal_parts(value)]
    if kind is str:
        return ["str", _clean_text(value, budget[1])]
    kind = type(value := _PLAIN[kind](value)) if kind in _PLAIN else kind
    if kind in (list, tuple, set):
        items = [_tag(item, depth - 1, budget) for item in value]
        return [kind.__name__, sorted(items, key=json.dumps) if kind is set else items]
    if kind is dict:
        return [
            "dict",
            [[_tag(key, depth - 1, budget), _tag(item, depth - 1, budget)] for key, item in value.items()],
        ]
    if kind is Expression:
        return [
            "expression",
            _clean_text(value.text, MAX_TEXT),
            _check_node(value.structure, 4 * depth, budget),
        ]
    if kind.__module__.startswith("sympy."):
        return _tag(from_sympy(value), depth, budget)
    raise ValueRejected(
        f"a value of type {kind.__name__!r} cannot be an answer; use a number, text, list or dict"
    )


def _untag(tagged: Any, depth: int, budget: list[int]) -> Value:
    budget[0] -= 1
    if depth <= 0 or budget[0] < 0 or type(tagged) is not list or not tagged:
        raise ValueRejected("not a tagged value")
    match cast("list[Any]", tagged):
        case ["none"]:
            return None
        case ["bool", int(bit)] if bit in (0, 1):
            return bit == 1
        case ["int", str(digits)]:
            return _unhex(digits)
        case ["float", str(digits)] if math.isfinite(number := float.fromhex(digits)):
            return number
        case ["fraction", str(top), str(bottom)] if (denominator := _unhex(bottom)) > 0:
            return Fraction(_unhex(top), denominator)
        case ["decimal", int(sign), str(digits), int(exponent)] if sign in (0, 1):
            return _decimal(sign, digits, exponent)
        case ["str", str(text)]:
            return _clean_text(text, len(text))
        case ["list", list(items)]:
            return [_untag(item, depth - 1, budget) for item in cast("list[Any]", items)]
        case ["tuple", list(items)]:
            return tuple([_untag(item, depth - 1, budget) for item in cast("list[Any]", items)])
        case ["set", list(items)]:
            return {_untag(item, depth - 1, budget) for item in cast("list[Any]", items)}
        case ["dict", list(pairs)]:
            return {
                _untag(k, depth - 1, budget): _untag(v, depth - 1, budget)
                for k, v in cast("list[Any]", pairs)
            }
        case ["expression", str(text), structure]:
            return Expression(_clean_text(text, MAX_TEXT), _check_node(structure, 4 * depth, budget))
        case _:
            raise ValueRejected("not a tagged value")


def _hex(number: int) -> str:
    if number.bit_length() > 14_285:  # 4,300 decimal digits
        raise ValueRejected(f"an integer of more than {MAX_DIGITS} digits")
    return format(number, "x")


def _unhex(digits: str) -> int:
    if len(digits) > 3573 or not re.fullmatch(r"-?[0-9a-f]+", digits):
        raise ValueRejected("not an integer")
    return int(digits, 16)


def _decimal_parts(number: Decimal) -> tuple[int, str, int]:
    sign, digits, exponent = number.as_tuple()
    if type(exponent) is not int:
        raise ValueRejected(f"{number} is not a number with a value")
    if len(digits) > MAX_DIGITS or abs(exponent) > MAX_DIGITS:
        raise ValueRejected(f"a Decimal of more than {MAX_DIGITS} digits")
    return sign, "".join(map(str, digits)), exponent


def _decimal(sign: int, digits: str, exponent: int) -> Decimal:
    if len(digits) > MAX_DIGITS or abs(exponent) > MAX_DIGITS or not re.fullmatch(r"[0-9]+", digits):
        raise ValueRejected("not a Decimal")
    return Decimal((sign, tuple(map(int, digits)), exponent))


def _clean_text(text: str, longest: int) -> str:
    if len(text) > longest:
        raise ValueRejected("the value's text is too long")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueRejected("text with half a surrogate pair")
    return text


def _check_node(node: Any, depth: int, budget: list[int]) -> Node:
    budget[0] -= 1
    if depth <= 0 or budget[0] < 0:
        raise ValueRejected("the expression is too large")
    if type(node) is str:
        return _clean_text(node, MAX_TEXT)
    if type(node) is int and node.bit_length() <= 14_285:
        return node
    if type(node) in (tuple, list) and node and type(node[0]) is str:
        return tuple([_check_node(part, depth - 1, budget) for part in node])
    raise ValueRejected("not an expression's structure")


def _short_int(digits: str) -> int:
    if len(digits) > MAX_DIGITS + 1:
        raise ValueRejected("an integer too long to read")
    return int(digits)


def _no_constant(name: str) -> Any:
    raise ValueRejected(f"{name} is not a value")


# --- sympy, imported only where an expression is at hand -------------------------------------------------------------

_CONSTANTS: Final = {
    "Pi": "pi",
    "Exp1": "E",
    "ImaginaryUnit": "I",
    "Infinity": "oo",
    "NegativeInfinity": "-oo",
} | {
    name: name
    for name in ("ComplexInfinity", "EulerGamma", "GoldenRatio", "Catalan", "EmptySet", "UniversalSet")
}
_CONSTANTS |= {
    name: name for name in ("Reals", "Integers", "Naturals", "Naturals0", "Rationals", "Complexes")
}
_HEADS: Final = frozenset(
    "Add Mul Pow Tuple Eq Ne Equality Unequality StrictLessThan LessThan StrictGreaterThan GreaterThan And Or Not "
    "FiniteSet Interval Union Intersection Complement ConditionSet ImageSet Lambda ExprCondPair Piecewise "
    "sin cos tan cot sec csc asin acos atan acot atan2 sinh cosh tanh asinh acosh atanh exp log sqrt Abs sign floor "
    "ceiling factorial binomial gamma Max Min re im conjugate Mod Integral Derivative Sum Product Limit Order erf "
    "zeta LambertW CRootOf ComplexRootOf Poly ImmutableDenseMatrix Subs Heaviside DiracDelta".split()
)


def from_sympy(value: Any) -> Value:
    """A sympy object as a value of the closed set: Integer -> int, Rational -> Fraction, a 53-bit Float -> float,
    true and false -> bool, anything else of a known head -> Expression. Raises ValueRejected otherwise."""
    import sympy

    if isinstance(value, sympy.MatrixBase):
        value = sympy.ImmutableDenseMatrix(value)
    if isinstance(value, sympy.Poly):
        value = value.as_expr()
    if value is sympy.true or value is sympy.false:
        return value is sympy.true
    if type(value).__name__ == "NaN" or not isinstance(value, sympy.Basic):
        raise ValueRejected(f"a value of type {type(value).__name__!r} cannot be an answer")
    if isinstance(value, sympy.Integer):
        return int(value.p)
    if isinstance(value, sympy.Rational):
        return Fraction(int(value.p), int(value.q))
    if isinstance(value, sympy.Float) and value._prec == 53:
        return float(value)
    structure = _structure(value, 4 * MAX_DEPTH)
    return Expression(str(value), structure)


def _structure(value: Any, depth: int) -> Node:
    import sympy

    name = type(value).__name__
    if depth <= 0:
        raise ValueRejected("the expression is too large")
    if isinstance(value, sympy.Symbol):
        return (
            "Symbol",
            str(value.name),
            *sorted(key for key, truth in value._assumptions_orig.items() if truth is True),
        )
    if isinstance(value, sympy.Rational):
        return ("Rational", int(value.p), int(value.q))
    if isinstance(value, sympy.Float):
        sign, mantissa, exponent, bits = value._mpf_
        return ("Float", int(sign), int(mantissa), int(exponent), int(bits), int(value._prec))
    if name in _CONSTANTS:
        return (name,)
    if name in ("BooleanTrue", "BooleanFalse"):
        return (name,)
    if name == "ImmutableDenseMatrix":
        return (name, *value.shape, *(_structure(part, depth - 1) for part in value.flat()))
    if isinstance(value, sympy.core.function.AppliedUndef):
        return ("Function", name, *(_structure(part, depth - 1) for part in value.args))
    if name not in _HEADS or type(value).__module__.split(".")[0] != "sympy":
        raise ValueRejected(f"a sympy {name} cannot be an answer; give its parts")
    return (name, *(_structure(part, depth - 1) for part in value.args))
