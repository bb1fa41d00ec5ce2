"""The closed set of values: what it holds survives the wire exactly, and nothing else gets through."""

import importlib
import json
import math
from collections import Counter, defaultdict
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askback.sandbox import values
from askback.sandbox.values import Expression, ValueRejected, encode, from_sympy, render, to_sympy


def decode(wire: str | bytes) -> Any:
    """As the host does it."""
    return values.decode(values.read_json(wire))


sympy: Any = importlib.import_module("sympy")  # it has no types
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
scalars: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-(10**4299), 10**4299),
    st.floats(allow_nan=False, allow_infinity=False),
    st.fractions(),
    st.decimals(allow_nan=False, allow_infinity=False).filter(lambda d: len(format(d, "f")) < 4300),
    text,
)
hashable = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3).map(tuple), max_leaves=5)
contained: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.sets(hashable, max_size=4),
        st.dictionaries(hashable, inner, max_size=4),
    ),
    max_leaves=20,
)


def exactly_equal(a: Any, b: Any) -> bool:
    """Equal, of the same types all the way down, and with the same sign of zero."""
    if type(a) is not type(b):
        return False
    if isinstance(a, float):
        return math.copysign(1, a) == math.copysign(1, b) and a == b
    if isinstance(a, Decimal):
        return a.as_tuple() == b.as_tuple()
    if type(a) in (list, tuple):
        return len(a) == len(b) and all(map(exactly_equal, a, b))
    if type(a) is dict:
        return exactly_equal([*a.items()], [*b.items()])  # pyright: ignore[reportUnknownArgumentType]
    return a == b


@given(contained)
def test_any_value_of_the_set_survives_the_wire_exactly(value: Any) -> None:
    assert exactly_equal(decode(encode(value)), value)


@given(st.binary(max_size=300) | text.map(str.encode))
def test_arbitrary_bytes_are_a_value_or_rejected(data: bytes) -> None:
    try:
        value = decode(data)
    except ValueRejected:
        return
    assert exactly_equal(decode(encode(value)), value)


json_like: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(
        ["int", "list", "dict", "set", "fraction", "decimal", "expression", "none", "0", "-1", "ff", ""]
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=2),
    max_leaves=15,
)


@given(json_like)
def test_arbitrary_json_is_a_value_or_rejected(wire: Any) -> None:
    try:
        value = decode(json.dumps(wire))
    except ValueRejected:
        return
    assert exactly_equal(decode(encode(value)), value)


class Liar(int):
    """Claims to equal everything."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__


nested: list[Any] = []
for _ in range(40):
    nested = [nested]

REJECTED = [
    float("nan"),
    float("inf"),
    -float("inf"),
    Decimal("NaN"),
    Decimal("Infinity"),
    Decimal("1e5000"),
    10**4300,
    -(10**4300),
    Fraction(1, 10**4300),
    "half a \ud800 pair",
    {"half": "\udfff"},
    nested,
    [0] * 20_001,
    1j,
    b"bytes",
    object(),
    len,
    range(3),
    (number for number in [1]),
    Liar(5),
    [Liar(5)],
    {Liar(5): 1},
    type("S", (str,), {})("text"),
    sympy.nan,
    sympy.Symbol("x" * 20_000),
]


@pytest.mark.parametrize("value", REJECTED, ids=lambda value: type(value).__name__)
def test_what_is_outside_the_set_is_rejected(value: Any) -> None:
    with pytest.raises(ValueRejected):
        encode(value)


def test_a_value_longer_than_allowed_is_rejected() -> None:
    assert encode("a" * 80, max_bytes=100)
    with pytest.raises(ValueRejected, match=r"more than 100 bytes|too long"):
        encode(["a" * 60, "b" * 60], max_bytes=100)


WIRE_REJECTED = [
    "NaN",
    '["float", "nan"]',
    '["float", "inf"]',
    '["float", 1.5]',
    '["int", 5]',
    '["int", "1_0"]',
    '["int", " 5"]',
    '["int", "' + "f" * 4000 + '"]',
    '["fraction", "1", "0"]',
    '["fraction", "1", "-2"]',
    '["decimal", 0, "", 0]',
    '["decimal", 0, "1", 99999]',
    '["decimal", 2, "1", 0]',
    '["bool", 2]',
    '["set", [["list", []]]]',
    '["dict", [[["none"]]]]',
    '["str", "\\ud800"]',
    '["expression", "x", []]',
    '["expression", "x", {}]',
    '["complex", 1]',
    "[" * 5000 + "]" * 5000,
    "1" * 5000,
    "",
]


@pytest.mark.parametrize("wire", WIRE_REJECTED, ids=lambda wire: wire[:30])
def test_what_encode_never_writes_is_rejected(wire: str) -> None:
    with pytest.raises(ValueRejected):
        decode(wire)


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Counter("aab"), {"a": 2, "b": 1}),
        (defaultdict(int, {1: 2}), {1: 2}),
        (frozenset({1, 2}), {1, 2}),
        (sympy.Integer(3), 3),
        (sympy.Rational(7, 12), Fraction(7, 12)),
        (sympy.Float(0.5), 0.5),
        (sympy.true, True),
        ([sympy.Integer(1), sympy.Rational(1, 2)], [1, Fraction(1, 2)]),
    ],
)
def test_near_relatives_arrive_as_the_plain_type(value: Any, plain: Any) -> None:
    assert exactly_equal(decode(encode(value)), plain)


x, y, positive = sympy.Symbol("x"), sympy.Symbol("y"), sympy.Symbol("p", positive=True)
EXPRESSIONS = [
    x**2 + sympy.sin(x) / 3,
    sympy.sqrt(2) * positive,
    sympy.Eq(x, 2),
    sympy.And(x > 1, y <= 2),
    sympy.FiniteSet(1, x),
    sympy.Interval(0, sympy.oo),
    sympy.Union(sympy.Interval(0, 1), sympy.Interval(2, 3)),
    sympy.ImmutableDenseMatrix([[1, x], [2, 3]]),
    sympy.Function("f")(x),
    sympy.Derivative(sympy.Function("f")(x), x),
    sympy.Float("1.5", 30) * x,
    sympy.pi + sympy.E + sympy.I,
    sympy.Piecewise((1, x > 0), (2, True)),
    sympy.Integral(x**2, (x, 0, 1)),
    sympy.Abs(x - y) / x,
    sympy.log(x) + sympy.exp(y),
]


@pytest.mark.parametrize("value", EXPRESSIONS, ids=str)
def test_an_expression_is_rebuilt_from_data_alone(value: Any) -> None:
    sent = decode(encode(value))
    assert isinstance(sent, Expression)
    assert sent.text == str(value)
    assert to_sympy(sent) == value


@pytest.mark.parametrize(
    "structure",
    [
        ("__import__", "os"),
        ("Symbol",),
        ("Float", 1),
        ("Pow", "x"),
        ("Symbol", "x", "commutative"),
        ("CRootOf", 1),
    ],
)
def test_an_invented_structure_does_not_build(structure: Any) -> None:
    with pytest.raises(ValueRejected):
        to_sympy(Expression("x", structure))


TEXT = "__import__('pathlib').Path('REACHED').touch()"
EVALUATED = {
    "a function's argument": ("sin", TEXT),
    "a tuple's part": ("Tuple", TEXT),
    "a set's part": ("FiniteSet", TEXT),
    "the argument of an unknown function": ("Function", ("Symbol", "f"), TEXT),
    "a matrix's cell": ("ImmutableDenseMatrix", ("Rational", 1, 1), ("Rational", 1, 1), TEXT),
    "a matrix's size": ("ImmutableDenseMatrix", TEXT),
    "a sum's term": ("Sum", TEXT, ("Tuple", ("Symbol", "x"), ("Rational", 1, 1), ("Rational", 2, 1))),
    "a remainder": ("Mod", TEXT, ("Rational", 2, 1)),
    "a largest": ("Max", TEXT, ("Rational", 1, 1)),
    "a numerator": ("Rational", TEXT, 2),
    "a mantissa": ("Float", TEXT, 1, 53),
    "a condition": ("Piecewise", ("ExprCondPair", TEXT, ("BooleanTrue",))),
    "a number too wide to print": ("Float", 1, 10**9, 53),
}


@pytest.mark.parametrize("name", EVALUATED)
def test_a_forged_structure_evaluates_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    forged = decode(json.dumps(["expression", "x", EVALUATED[name]]))
    with pytest.raises(ValueRejected):
        to_sympy(forged)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (12, "12"),
        (-3, "-3"),
        (Fraction(7, 12), "7/12"),
        (Fraction(12, 1), "12"),
        (0.25, "0.25"),
        (3.0, "3"),
        (-0.0, "0"),
        (1e22, "10000000000000000000000"),
        (1e-7, "0.0000001"),
        (0.1 + 0.2, "0.30000000000000004"),
        (Decimal("0.250"), "0.250"),
        (Decimal("1E+3"), "1000"),
        (True, "True"),
        (None, "None"),
        ("text", "text"),
        ([1, Fraction(1, 2)], "[1, 1/2]"),
        ((1.0, "a"), "(1, a)"),
        ({2, 1}, "{1, 2}"),
        ({"a": 0.5}, "{a: 0.5}"),
        (from_sympy(sympy.sqrt(2)), "sqrt(2)"),
    ],
)
def test_a_value_renders_as_its_exact_text(value: Any, shown: str) -> None:
    assert render(value) == shown
