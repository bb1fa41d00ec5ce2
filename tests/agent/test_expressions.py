# ruff: noqa: RUF001
"""Reading school maths: what a written expression is worth, where it stands in prose, and what is not read."""

import time
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askback.agent.expressions import (
    Binary,
    Letter,
    Node,
    Number,
    Unary,
    evaluate,
    find_equations,
    find_expressions,
    parse_equation,
    parse_expression,
    source,
    written,
)
from askback.agent.quantities.language import load

WORTH = [
    ("7", "7"),
    ("1,234,567", "1234567"),
    ("1{,}234 + 1,000", "2234"),
    ("0.50", "1/2"),
    (".5 + 1.25", "7/4"),
    ("1/3 + 1/4", "7/12"),
    ("½ + 1½", "2"),
    ("1 3/4 − 1/2", "5/4"),
    ("1⁄2 + 1⁄4", "3/4"),
    ("2 × 3 · 4 * 5", "120"),
    ("12 ÷ 4 ÷ 3", "1"),
    ("12/3/2", "2"),
    ("6 ÷ 3/4", "8"),
    ("1/2 ÷ 1/4", "2"),
    ("8 - 3 - 2", "3"),
    ("2 + 3 × 4", "14"),
    ("(2 + 3) × 4", "20"),
    ("2[3 + 4(5 - 3)]", "22"),
    ("3(4+1)", "15"),
    ("(3)(4)", "12"),
    ("3 x 4", "12"),
    ("3x4", "12"),
    ("3 x (2 + 1)", "9"),
    ("3 x -4", "-12"),
    ("5 - -2", "7"),
    ("-3^2", "-9"),
    ("(-3)^2", "9"),
    ("2^3^2", "512"),
    ("2**-1", "1/2"),
    ("3² + 2^{3+1}", "25"),
    ("3/4^2", "3/16"),
    ("(3/4)^2", "9/16"),
    ("5 squared plus 2 cubed", "33"),
    ("sqrt(16) + √9 + \\sqrt{4}", "9"),
    ("the square root of 49", "7"),
    ("\\sqrt[3]{27} + ∛8", "5"),
    ("√(9/16)", "3/4"),
    ("4^(1/2)", "2"),
    ("|3 - 5| × 2", "4"),
    ("25%", "1/4"),
    ("25% of 40", "10"),
    ("12.5 percent of 80", "10"),
    ("10 + 25\\% of 40", "20"),
    ("1/2 of 1/3 of 12", "2"),
    ("\\frac{1}{3} + \\dfrac{1}{4}", "7/12"),
    ("\\frac34", "3/4"),
    ("$1\\frac{3}{4} \\cdot 2$", "7/2"),
    ("\\frac{1+2}{4}", "3/4"),
    ("\\left(3+4\\right)\\times 2 \\div 7", "2"),
    ("$40 - $10", "30"),
    ("3 plus 4 times 2 minus 1", "10"),
    ("20 divided by 5 multiplied by 2", "8"),
]


@pytest.mark.parametrize(("text", "worth"), WORTH, ids=[text for text, _ in WORTH])
def test_what_an_expression_is_worth(text: str, worth: str) -> None:
    node = parse_expression(text)
    assert node is not None
    assert evaluate(node) == Fraction(worth)


NOT_READ = [
    *[
        "",
        "3 4",
        "1 5/4",
        "6 ÷ 2(1 + 2)",
        "6/2(1+2)",
        "1/2(4)",
        "x/2y",
        "(1+2",
        "1+2)",
        "(1+2]",
        "3..5",
        "1,2",
        "3 +",
    ],
    *[
        "* 3",
        "(3)4",
        "x2",
        "3cm",
        "three",
        "3 + four",
        "sin(3)",
        "3 = 3",
        "1/2/",
        "{2",
        "5 of 3",
        "12 / 3/4",
        "2^1/2",
    ],
    *["√9x", "the square root of 9 + 16", "-3 squared"],
]


@pytest.mark.parametrize("text", NOT_READ)
def test_what_has_no_certain_reading_is_not_read(text: str) -> None:
    assert parse_expression(text) is None


@pytest.mark.parametrize(
    "text", ["x + 1", "1 ÷ 0", "3 ÷ (2 - 2)", "√2", "√(-4)", "0^0", "0^-1", "9^9^9", "2^100000"]
)
def test_what_is_read_but_has_no_exact_value(text: str) -> None:
    node = parse_expression(text)
    assert node is not None
    assert evaluate(node) is None


LETTERS = [
    ("2x + 3", "9"),
    ("2 x y", "24"),
    ("2xy", "24"),
    ("3/4x", "9/4"),
    ("x² - y²", "-7"),
    ("2(x + 1)(y - 1)", "24"),
    ("2|x - y|", "2"),
    ("\\frac{x+1}{y}", "1"),
]


@pytest.mark.parametrize(("text", "worth"), LETTERS)
def test_letters_take_given_values(text: str, worth: str) -> None:
    node = parse_expression(text)
    assert node is not None
    assert evaluate(node, {"x": Fraction(3), "y": Fraction(4)}) == Fraction(worth)


@pytest.mark.parametrize(
    ("text", "form", "plain"),
    [
        ("6/8", "fraction", "6/8"),
        ("\\frac{6}{8}", "fraction", "6/8"),
        ("1 3/4", "mixed", "1 3/4"),
        ("1½", "mixed", "1 1/2"),
        ("0.50", "decimal", "0.50"),
        ("1,000", "integer", "1000"),
        ("25 %", "percent", "25%"),
    ],
)
def test_a_number_keeps_how_it_was_written(text: str, form: str, plain: str) -> None:
    node = parse_expression(text)
    assert isinstance(node, Number)
    assert (node.form, node.text) == (form, plain)


PRODUCTS = ["15mn", "3ab + 2a", "pq", "ab + ac", "4ab^2c", "2x^2y", "abc", "-2pq", "5m × 3n", "6a(2b + 3)"]


@pytest.mark.parametrize("text", PRODUCTS)
def test_letters_side_by_side_are_multiplied_and_written_so(text: str) -> None:
    node = parse_expression(text)
    assert node is not None
    assert written(node).replace(" × (", "(") == text


@pytest.mark.parametrize(
    "text",
    ["an", "is", "cab", "the", "3cm", "5ml", "30min", "2nd", "3sin", "fg(3)", "12and", "AB", "by(x + 2)"],
)
def test_words_units_and_functions_are_no_products(text: str) -> None:
    assert parse_expression(text) is None


def test_letters_with_a_value_are_multiplied_whatever_they_spell() -> None:
    node = parse_expression("u + at", "uat")
    assert node is not None
    assert evaluate(node, {"u": Fraction(4), "a": Fraction(3), "t": Fraction(5)}) == 19


def test_no_unit_of_measure_is_a_product() -> None:
    for unit in load("en").units:
        assert len(unit) == 1 or parse_expression(f"3{unit}") is None, unit


IN_PROSE: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("I did 1/3 + 1/4 because", [("1/3 + 1/4", "7/12")]),
    ("first I take a 3/4 + 1/2, then 5 - 1.", [("3/4 + 1/2", "5/4"), ("5 - 1", "4")]),
    ("So 3 + 4 = 7 = 5 + 2", [("3 + 4", "7"), ("5 + 2", "7")]),
    ("1) 3 + 4", [("3 + 4", "7")]),
    ("- 3 + 4", [("3 + 4", "7")]),
    ("-3 + 4", [("-3 + 4", "1")]),
    ("we get 3 + 4 =", [("3 + 4", "7")]),
    ("the sum x + 3", [("x + 3", None)]),
    ("He went 3 times a week", []),
    ("3/4 of the 5 m long, 2 apples", []),
    ("6 ÷ 2(1 + 2)", []),
    ("12 34 + 5", []),
    ("so $\\frac{1}{2} \\times 6$ it is", [("\\frac{1}{2} \\times 6", "3")]),
    ("I got 15mn in the end", [("15mn", None)]),
    ("maybe pq - 2q it is", [("pq - 2q", None)]),
    ("a co-op or an ex-wife, ok - 3 am", []),
]


@pytest.mark.parametrize(("text", "found"), IN_PROSE, ids=[text for text, _ in IN_PROSE])
def test_expressions_in_prose(text: str, found: list[tuple[str, str | None]]) -> None:
    spans = find_expressions(text)
    assert [(text[span.start : span.end], span.value) for span in spans] == [
        (written, None if worth is None else Fraction(worth)) for written, worth in found
    ]


EQUATIONS: list[tuple[str, list[tuple[str, bool | None]]]] = [
    ("I think 1/3 + 1/4 = 2/7.", [("1/3 + 1/4 = 2/7", False)]),
    ("3 + 4 = 7 = 5 + 3", [("3 + 4 = 7", True), ("7 = 5 + 3", False)]),
    ("3x + 6 = 18\n3x = 12", [("3x + 6 = 18", None), ("3x = 12", None)]),
    ("3 + 4\n= 7", [("3 + 4\n= 7", True)]),
    ("- 5*2=10\n- 5*3=16", [("5*2=10", True), ("5*3=16", False)]),
    ("(3 + 4 = 7)", [("3 + 4 = 7", True)]),
    ("=> 3+4 = 8", [("3+4 = 8", False)]),
    ("3 plus 4 equals 7", [("3 plus 4 equals 7", True)]),
    ("$40 × 25% = $10 off", [("40 × 25% = $10", True)]),
    ("2 < 3 but 1/2 ≥ 3/4", [("2 < 3", True), ("1/2 ≥ 3/4", False)]),
    ("$1 = 100 cents", [("1 = 100", None)]),
    ("10/3 ≈ 3.33", []),
    ("= 7", []),
]


@pytest.mark.parametrize(("text", "found"), EQUATIONS, ids=[text for text, _ in EQUATIONS])
def test_equations_in_prose(text: str, found: list[tuple[str, bool | None]]) -> None:
    equations = find_equations(text)
    assert [(text[slice(*equation.span)], equation.holds) for equation in equations] == found


def test_a_whole_text_that_is_an_inequality() -> None:
    equation = parse_equation("2x + 1 \\le 7")
    assert equation is not None
    assert (equation.left, equation.relation, equation.right) == (
        parse_expression("2x + 1"),
        "<=",
        Number(Fraction(7), "integer", "7"),
    )


# --- properties -----------------------------------------------------------------------------------------------------


def _numbers() -> st.SearchStrategy[Node]:
    whole = st.integers(0, 10**6)
    return st.one_of(
        whole.map(lambda n: Number(Fraction(n), "integer", f"{n:,}" if n % 2 else str(n))),
        st.tuples(whole, st.integers(1, 99)).map(
            lambda p: Number(Fraction(*p), "fraction", f"{p[0]}/{p[1]}")
        ),
        st.tuples(whole, st.integers(0, 999)).map(
            lambda p: Number(p[0] + Fraction(p[1], 1000), "decimal", f"{p[0]}.{p[1]:03}")
        ),
        st.integers(0, 400).map(lambda n: Number(Fraction(n, 100), "percent", f"{n}%")),
        st.sampled_from("abnxyz").map(Letter),
    )


def _deeper(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    small = st.integers(0, 3).map(lambda n: Number(Fraction(n), "integer", str(n)))
    signs: st.SearchStrategy[Any] = st.sampled_from(["-", "abs"])
    operators: st.SearchStrategy[Any] = st.sampled_from(["+", "-", "*", "/"])
    return st.one_of(
        st.builds(Unary, signs, inner),
        st.builds(Binary, operators, inner, inner),
        st.builds(Binary, st.just("^"), inner, small),
    )


TREES = st.recursive(_numbers(), _deeper, max_leaves=12)
VALUES = {letter: Fraction(n, 3) for n, letter in enumerate("abnxyz", 1)}


def _render(node: Node) -> str:
    match node:
        case Number(text=text):
            return text
        case Letter(name):
            return name
        case Unary("-", operand):
            return f"(-({_render(operand)}))"
        case Unary(_, operand):
            return (
                f"|{_render(operand)}|"
                if "|" not in _render(operand)
                else f"\\left|({_render(operand)})\\right|"
            )
        case Binary(operator, left, right):
            sign = {"*": "×", "/": "÷"}.get(operator, operator)
            return f"({_render(left)}) {sign} ({_render(right)})"


@given(TREES)
def test_a_rendered_tree_reads_back_as_the_same_value(tree: Node) -> None:
    read = parse_expression(_render(tree))
    assert read is not None
    assert evaluate(read, VALUES) == evaluate(tree, VALUES)


@given(TREES)
def test_school_notation_reads_back_as_the_same_value(tree: Node) -> None:
    read = parse_expression(written(tree))
    assert read is not None
    assert evaluate(read, VALUES) == evaluate(tree, VALUES)


@given(TREES)
def test_the_python_source_computes_the_same_value(tree: Node) -> None:
    worth = evaluate(tree, VALUES)
    scope: dict[str, Any] = {"Fraction": Fraction, **VALUES}
    if worth is not None:
        exec(f"result = {source(tree)}", scope)
        assert scope["result"] == worth


@given(st.text(alphabet="0123456789+-*/^()[]{}|.,%$=<> xyaof½²√×÷\\\nfrac", max_size=60))
def test_what_is_found_is_where_it_says(text: str) -> None:
    for span in find_expressions(text):
        read = parse_expression(text[span.start : span.end])
        assert read is not None
        assert evaluate(read) == span.value


JUNK = [
    "(",
    "1+(2*",
    "-",
    "|",
    "\n",
    "1+",
    "1 ",
    "1,111",
    "9",
    "a ",
    "\\frac{",
    "\\frac{1}{",
    "√",
    "^",
    "½",
    "2^",
]


@pytest.mark.parametrize("piece", JUNK)
def test_a_megabyte_of_junk_costs_little_time(piece: str) -> None:
    lines = (piece * (290 // len(piece)) + "\n") * 3400
    start = time.perf_counter()
    for text in (piece * (10**6 // len(piece)), lines):
        find_expressions(text)
        find_equations(text)
        parse_expression(text)
    assert time.perf_counter() - start < 20


def test_deep_nesting_is_not_read() -> None:
    assert parse_expression("(" * 500 + "1" + ")" * 500) is None
