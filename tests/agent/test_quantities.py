# ruff: noqa: RUF001  (the typographic signs are what is tested)
import json
import random
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askback.agent.quantities import Quantity, exact_text, find_quantities, same_quantity

LeastSeconds = Callable[[Callable[[], object]], float]
DATA = Path(__file__).parent / "data"
SHARED = Path(__file__).parents[2].parent / "shared" / "data"


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def stated(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []
    for quantity in find_quantities(text, language=language):
        value = quantity.value
        shown = str(value).lower() if isinstance(value, bool) else exact_text(value)
        found.append((shown, quantity.unit))
    return found


def follow(value: Any, path: str) -> str:
    """The text at a path of keys and list places ("c_h.-1.text")."""
    for key in path.split("."):
        value = value[int(key) if key.lstrip("-").isdigit() else key]
    return str(value)


def only(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


def score(
    cases: list[tuple[list[tuple[str, str | None]], list[tuple[str, str | None]]]],
) -> tuple[float, float]:
    """Recall and precision of (found, expected) pairs; every quantity counts once."""
    hits = found_all = expected_all = 0
    for found, expected in cases:
        rest = list(expected)
        for item in found:
            if item in rest:
                rest.remove(item)
                hits += 1
        found_all += len(found)
        expected_all += len(expected)
    return hits / expected_all, hits / found_all


def test_recall_and_precision_on_the_phrases() -> None:
    cases = [
        (stated(row["text"], row.get("language", "en")), [(value, unit) for value, unit in row["quantities"]])
        for row in rows("quantities.jsonl")
    ]
    assert len(cases) >= 300
    recall, precision = score(cases)
    assert recall >= 0.98
    assert precision >= 0.98


@pytest.mark.parametrize("language", ["de", "es"])
def test_other_languages_are_word_tables(language: str) -> None:
    own = [row for row in rows("quantities.jsonl") if row.get("language") == language]
    assert len(own) >= 20
    for row in own:
        assert stated(row["text"], language) == [(value, unit) for value, unit in row["quantities"]]


@pytest.mark.shared_data
def test_recall_and_precision_on_sentences_from_public_data() -> None:
    if not SHARED.is_dir():
        pytest.skip("the public data sets are not beside the checkout")
    files: dict[str, list[dict[str, Any]]] = {}
    cases: list[tuple[list[tuple[str, str | None]], list[tuple[str, str | None]]]] = []
    for row in rows("quantities_shared.jsonl"):
        lines = files.setdefault(
            row["file"], [json.loads(line) for line in (SHARED / row["file"]).read_text("utf-8").splitlines()]
        )
        text = follow(lines[row["row"]], row["field"])
        cases.append(
            (stated(text[row["start"] : row["end"]]), [(value, unit) for value, unit in row["quantities"]])
        )
    recall, precision = score(cases)
    assert recall >= 0.95
    assert precision >= 0.95


# --- where and how ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("so it is 7/12, right?", "7/12"),
        ("it costs $3.50 today", "$3.50"),
        ("we need 1 ¾ cups", "1 ¾ cups"),
        ("thus \\frac{3}{4} of it", "\\frac{3}{4}"),
        ("thus $2x+10$ remains", "2x+10"),
        ("I say 1\u200b2 here", "1\u200b2"),
        ("about three and a half hours", "three and a half hours"),
        ("then x = -2 or x = 3.", "x = -2 or x = 3"),
        ("１２ apples", "１２"),
    ],
)
def test_the_span_is_the_place_in_the_text_as_given(text: str, written: str) -> None:
    start, end = only(text).span
    assert text[start:end] == written


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("12", "integer"),
        ("0.5", "decimal"),
        ("3e4", "scientific"),
        ("3/4", "fraction"),
        ("1 3/4", "mixed"),
        ("twelve", "words"),
        ("2^5", "power"),
        ("50%", "percent"),
        ("the ratio is 2:3", "ratio"),
        ("3:30 pm", "time"),
        ("at 3:30", "time12"),
        ("$5", "money"),
        ("√2", "root"),
        ("2π", "pi"),
        ("2x + 10", "polynomial"),
        ("{-2, 3}", "set"),
        ("(2, -3)", "point"),
        ("x > 3", "interval"),
        ("option C", "choice"),
        ("yes", "verdict"),
        ("greater", "comparison"),
    ],
)
def test_the_form_says_how_it_was_written(text: str, form: str) -> None:
    assert only(text).form == form


SAME = [
    ("90 minutes", "1.5 hours"),
    ("1 h 30 min", "90 min"),
    ("50%", "1/2"),
    ("50 percent", "0.5"),
    ("$3.50", "350 cents"),
    ("three quarters", "0.75"),
    ("2(x + 5)", "2x + 10"),
    ("(x - 2)(x - 3)", "x^2 - 5x + 6"),
    ("√12", "2√3"),
    ("12 inches", "1 foot"),
    ("2 m^2", "20000 cm^2"),
    ("1 litre", "1000 cubic cm"),
    ("60 km/h", "1 km per minute"),
    ("7", "7 apples"),
    ("{3, -2}", "x = -2 or x = 3"),
    ("{3}", "3"),
    ("6/8", "\\frac{3}{4}"),
    ("3:30", "3:30 pm"),
    ("x > 3", "3 < x"),
    ("half past three", "3:30"),
    ("the ratio is 4:6", "the ratio is 2 to 3"),
    ("2 weeks", "14 days"),
    ("12", "a dozen"),
    ("B", "option b"),
    ("True", "yes"),
]
DIFFERENT = [
    ("90 minutes", "90 hours"),
    ("50%", "50"),
    ("5 kg", "5 m"),
    ("$5", "5 cents"),
    ("(2, 3)", "(3, 2)"),
    ("x > 3", "x ≥ 3"),
    ("2x + 10", "2x + 5"),
    ("√2", "1.41"),
    ("π", "3.14"),
    ("3:30 am", "3:30 pm"),
    ("A", "B"),
    ("yes", "no"),
    ("1", "yes"),
    ("1/3", "0.333"),
    ("-3", "3"),
    ("x^2", "x^3"),
    ("20 °C", "20 degrees"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_same(first: str, second: str) -> None:
    assert same_quantity(only(first), only(second))
    assert same_quantity(only(second), only(first))


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_different(first: str, second: str) -> None:
    assert not same_quantity(only(first), only(second))
    assert not same_quantity(only(second), only(first))


@pytest.mark.parametrize(
    "text",
    [
        "7/12",
        "-3",
        "2*x + 10",
        "x^2 - 5*x + 6",
        "1/2*sqrt(3) + 2",
        "12*pi",
        "1/2*pi",
        "{-2, 3}",
        "(2, -3)",
        "(3, oo)",
        "[2, 5)",
    ],
)
def test_exact_text_reads_back(text: str) -> None:
    assert exact_text(only(text).value) == text


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(ValueError, match="no word table for the language 'xx'"):
        find_quantities("12", language="xx")


# --- every rendering is found ----------------------------------------------------------------------------------------

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve"
    " thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
DIGITS = ["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"]


def spelled(number: int) -> str:
    """English for 0 to 999,999, written for this test alone."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{ONES[number // 100]} hundred" + (f" and {spelled(number % 100)}" if number % 100 else "")
    rest = number % 1000
    joint = " and " if 0 < rest < 100 else " "
    return f"{spelled(number // 1000)} thousand" + (f"{joint}{spelled(rest)}" if rest else "")


def whole_renderings(number: int) -> list[str]:
    grouped = f"{number:,}"
    written = [
        str(number),
        grouped,
        grouped.replace(",", "\u2009"),
        grouped.replace(",", "\u00a0"),
        f"{number}.0",
        f"\\boxed{{{number}}}",
        f"${number}$",
        "\u200b".join(str(number)),
        spelled(number),
        spelled(number).upper(),
        spelled(number).replace("o", "о").replace("e", "е"),
    ]
    return written + [str(number).translate(str.maketrans("0123456789", digits)) for digits in DIGITS]


def fraction_renderings(top: int, bottom: int) -> list[str]:
    superscript = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    subscript = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
    return [
        f"{top}/{bottom}",
        f"{top} / {bottom}",
        f"{top}⁄{bottom}",
        f"\\frac{{{top}}}{{{bottom}}}",
        f"$\\dfrac{{{top}}}{{{bottom}}}$",
        f"{top} over {bottom}",
        f"{spelled(top)} over {spelled(bottom)}",
        f"{top} out of {bottom}",
        f"{str(top).translate(superscript)}⁄{str(bottom).translate(subscript)}",
    ]


FRAMES = ["{}", "It is {}.", "So {}, right?", "I think the answer is {} now", "({})", "we get {}!", "= {}"]


@given(number=st.integers(0, 999_999), which=st.integers(0, 15), frame=st.sampled_from(FRAMES))
@settings(max_examples=400, deadline=None)
def test_every_rendering_of_a_whole_number_is_found(number: int, which: int, frame: str) -> None:
    text = frame.format(whole_renderings(number)[which])
    assert [quantity.value for quantity in find_quantities(text)] == [number]


@given(number=st.integers(1, 9999), minus=st.sampled_from(["-", "−", "–", "minus ", "negative ", "﹣"]))
@settings(max_examples=200, deadline=None)
def test_every_minus_is_read(number: int, minus: str) -> None:
    assert [quantity.value for quantity in find_quantities(f"so x = {minus}{number}.")] == [-number]


@given(
    top=st.integers(1, 99), bottom=st.integers(2, 99), which=st.integers(0, 8), frame=st.sampled_from(FRAMES)
)
@settings(max_examples=300, deadline=None)
def test_every_rendering_of_a_fraction_is_found(top: int, bottom: int, which: int, frame: str) -> None:
    text = frame.format(fraction_renderings(top, bottom)[which])
    assert [quantity.value for quantity in find_quantities(text)] == [Fraction(top, bottom)]


@given(whole=st.integers(1, 50), top=st.integers(1, 11), bottom=st.integers(2, 12), latex=st.booleans())
@settings(max_examples=150, deadline=None)
def test_mixed_numbers_are_one_number(whole: int, top: int, bottom: int, latex: bool) -> None:
    if top >= bottom:
        return
    text = f"{whole}\\frac{{{top}}}{{{bottom}}}" if latex else f"{whole} {top}/{bottom}"
    assert [quantity.value for quantity in find_quantities(text)] == [whole + Fraction(top, bottom)]


@given(value=st.decimals(0, 9999, places=3), exponent=st.integers(-6, 6))
@settings(max_examples=150, deadline=None)
def test_scientific_notation_is_exact(value: Any, exponent: int) -> None:
    expected = Fraction(str(value)) * Fraction(10) ** exponent
    for text in (f"{value}e{exponent}", f"{value} × 10^{exponent}", f"${value} \\times 10^{{{exponent}}}$"):
        assert [quantity.value for quantity in find_quantities(text)] == [expected]


@given(a=st.integers(1, 9), b=st.integers(-9, 9), c=st.integers(-9, 9))
@settings(max_examples=150, deadline=None)
def test_equal_polynomials_are_the_same(a: int, b: int, c: int) -> None:
    factored = only(f"{a}(x + {b})(x + {c})".replace("+ -", "- "))
    expanded = only(f"{a}x^2 + {a * (b + c)}x + {a * b * c}".replace("+ -", "- "))
    assert same_quantity(factored, expanded)


# --- no crash, no waiting --------------------------------------------------------------------------------------------

PIECES = [
    *"0123456789.,:;/*+-^=()[]{}<>|%$€°√π½¾²⁻①١\u200b\u00a0\n'\"\\_#!?xyabAI",
    *(
        "\\frac{",
        "\\sqrt{",
        "\\text{",
        "}{",
        "1/",
        "e9",
        "10^",
        " one",
        " half",
        " and a ",
        " of ",
        " x ",
        " to ",
        " minus ",
        " pm",
    ),
    *(
        " hundred",
        " thirds",
        " squared",
        " is ",
        " > ",
        " ratio ",
        " dozen",
        " an hour",
        " percent",
        "∞",
        "±",
        " yes",
        " option B",
    ),
]


def test_ten_thousand_fuzzed_strings_neither_crash_nor_wait(least_seconds: LeastSeconds) -> None:
    generator = random.Random(4)
    slowest = (0.0, "")
    for _ in range(10_000):
        text = "".join(generator.choices(PIECES, k=generator.randrange(1, 40)))
        began = time.process_time()
        for quantity in find_quantities(text):
            start, end = quantity.span
            assert 0 <= start < end <= len(text)
        slowest = max(slowest, (time.process_time() - began, text))
    assert least_seconds(lambda: find_quantities(slowest[1])) < 0.25


@pytest.mark.parametrize(
    "unit",
    [
        "9",
        "1/",
        "(",
        "{",
        "1+",
        "\\frac{",
        "\u200b",
        "1,",
        "√",
        "2x+",
        "1e9",
        "one hundred and ",
        "$ $",
        "x = 1, ",
        "{1, ",
        "½",
        "(1+",
    ],
)
def test_cost_is_linear_in_the_text(unit: str, least_seconds: LeastSeconds) -> None:
    def seconds(size: int) -> float:
        return least_seconds(lambda: find_quantities(unit * (size // len(unit))))

    assert seconds(80_000) < 8 * max(seconds(10_000), 0.002) * 5


@pytest.mark.parametrize(
    "text", ["1e999999999", "10^999999999", "9" * 100_000, "2^" * 50_000, "x^" * 5000 + "9", "99^99^99^99"]
)
def test_huge_numbers_are_left_alone(text: str) -> None:
    began = time.process_time()
    find_quantities(text)
    assert time.process_time() - began < 2
