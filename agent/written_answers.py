"""Answers that are right in one written form only: numbers in order, a product of primes, a single power, scientific
notation, a digit with its place. Pure.

What form an answer has is seen from the exact text of the answer itself: "-3, 0, 4", "2^2 × 3 × 7", "2^7",
"4.5 × 10^4", "5 hundredths". Of these, 84 is not the same as 2^2 × 3 × 7, and 45 × 10^3 not the same as 4.5 × 10^4.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import isqrt

from .expressions import Binary, Number, Unary, evaluate, parse_expression

_TIMES = r"(?:[×x*·⋅]|\\times|\\cdot|\btimes\b)"
SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
"""Raised digits as plain ones, for `str.translate`."""
_POWER = re.compile(r"\(?(-?\d{1,9})\)?(?:\^(-?\d{1,4}))?\)?")
_EXACT_PRODUCT = re.compile(r"\d{1,9}(?:\^\d{1,2})?(?: × \d{1,9}(?:\^\d{1,2})?)+")
_EXACT_POWER = re.compile(r"\(?-?\d{1,9}\)?\^-?\d{1,4}")
_EXACT_SCIENTIFIC = re.compile(r"[1-9](?:\.\d+)? × 10\^-?\d{1,3}")
_NUMBER = r"-?\d[\d,]*(?:\.\d+)?(?:/\d+|%| \d+/\d+)?"
_EXACT_LIST = re.compile(rf"{_NUMBER}(?:, {_NUMBER}){{2,}}")
_SCIENTIFIC = re.compile(
    rf"(\d+(?:\.\d+)?) ?{_TIMES} ?10\^(-?\d{{1,3}})|(\d+(?:\.\d+)?)e([-+]?\d{{1,3}})|()10\^(-?\d{{1,3}})",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\d ((?:ten |hundred )?thousands|millions|ones|tens|hundreds|tenths|hundredths|(?:ten )?thousandths)"
)
_CLOSE = re.compile(
    r"(?:[\d\s.,;/%^×x*·⋅()<>=→°$£€{}⁻⁰¹²³⁴⁵⁶⁷⁸⁹−-]|\b(?:and|then|times|to the power(?: of)?)\b"
    r"|\\(?:times|cdot|d?frac))+",
    re.IGNORECASE,
)
_RATIO = re.compile(r"(?<![\d.,:])\d{1,12}(?:\.\d{1,6})?(?: ?: ?\d{1,12}(?:\.\d{1,6})?)+(?![\d:])")
_MOST = 400


def same_written(text: str, answer: str) -> bool | None:
    """Whether a text states an answer in the form this answer has; None for an answer of any other form."""
    answer = re.sub(r"(?<=\d) ?[x*·] ?(?=\d)", " × ", answer.strip())
    if len(text) > _MOST or len(answer) > _MOST or text.lstrip().startswith("{"):
        return None
    if _EXACT_SCIENTIFIC.fullmatch(answer):
        return _scientific(_tidy(text)) == _scientific(answer)
    if _EXACT_POWER.fullmatch(answer):
        return _power(_tidy(text)) == _power(answer)
    if _EXACT_PRODUCT.fullmatch(answer):
        primes = _factors(answer)
        return None if primes is None or not all(map(is_prime, primes)) else _factors(_tidy(text)) == primes
    if _EXACT_LIST.fullmatch(answer) and ":" not in text:  # shares may be told as a ratio
        wanted = _values(answer.split(", "))
        return None if wanted is None else any(listed == wanted for listed in _lists(text))
    return None


def is_value_of(text: str, answer: str) -> bool:
    """Whether a product or a power has the value of such an answer and another form: 2 × 42 for 2^2 × 3 × 7."""
    nodes = [parse_expression(re.sub(_TIMES, "*", _tidy(one))) for one in (text, answer)]
    values = [evaluate(node) if isinstance(node, Binary) else None for node in nodes]
    return same_written(text, answer) is False and None not in values and values[0] == values[1]


def is_row(answer: str) -> bool:
    """Whether an answer is a row of numbers in a certain order."""
    return _EXACT_LIST.fullmatch(answer.strip()) is not None


def is_place_of(text: str, answer: str) -> bool:
    """Whether a text is the name of the place that an answer like "5 hundredths" has."""
    placed = _PLACED.fullmatch(answer.strip().lower())
    said = re.sub(
        r"^(?:it'?s |it is )?(?:in )?(?:the )?|(?: (?:place|column))?\W*$", "", text.strip().lower()
    )
    return placed is not None and said.replace("-", " ").rstrip("s") == placed[1].replace("-", " ").rstrip(
        "s"
    )


def terms_of(ratio: str) -> list[Fraction] | None:
    """The terms of the one ratio in a text as they are written, "£24 : £36"; None where there is none, or more."""
    found = _RATIO.findall(re.sub(r"[$£€]", "", ratio))
    return [Fraction(term) for term in found[0].split(":")] if len(found) == 1 else None


def told_in_form(line: str, answer: str) -> str | None:
    """What a line states in the form of the answer, right or wrong: "2 × 42" of "84 = 2 × 42"; None where nothing."""
    if same_written("", answer) is None or len(line) > _MOST:
        return None
    runs = [run.group().strip(" .,;:=") for run in _CLOSE.finditer(line)]
    runs = [run for run in runs if re.search(r"\d", run)]
    if not runs:
        return None
    told = runs[-1].rpartition("=")[2].strip()
    return told if re.search(r"\d\D+\d|[⁰¹²³⁴⁵⁶⁷⁸⁹]", told) else None


def written_out(text: str, answer: str) -> Iterator[tuple[int, int]]:
    """Where a text holds an answer that has such a form, written in it."""
    if same_written("", answer) is None:
        return
    for run in _CLOSE.finditer(text):
        start = run.start()
        for part in re.finditer(r"[^=]+", run.group()):
            said = part.group().strip(" .,;:\n")
            if same_written(said, answer):
                begin = start + part.start() + part.group().find(said)
                yield begin, begin + len(said)


def place_named_in(text: str, answer: str) -> Iterator[tuple[int, int]]:
    """Where a text names the place that an answer like "5 hundredths" has."""
    placed = _PLACED.fullmatch(answer.strip().lower())
    if placed is not None:
        yield from (match.span() for match in re.finditer(rf"(?<![a-z-]){placed[1]}(?![a-z-])", text.lower()))


# --- reading --------------------------------------------------------------------------------------------------------


def _tidy(text: str) -> str:
    """A text with exponents as ^n: "2⁷", "2^{7}", "2**7" and "2 to the power of 7"."""
    text = re.sub(r"[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda match: f"^{match.group().translate(SUPERSCRIPTS)}", text)
    text = re.sub(r"\*\*|\bto the power(?: of)?\b", "^", text.replace("−", "-"))
    text = re.sub(r"\^ ?[{(] ?(-?\d+) ?[})]", r"^\1", text)
    return re.sub(r" ?\^ ?", "^", text).strip(" .$!")


def _scientific(text: str) -> tuple[Fraction, int] | None:
    """Mantissa and exponent, the mantissa one digit before the point."""
    match = _SCIENTIFIC.fullmatch(re.sub(rf"^\((.*?)\)(?= ?{_TIMES})", r"\1", text))
    if match is None:
        return None
    mantissa, exponent = next((match[at], match[at + 1]) for at in (1, 3, 5) if match[at + 1])
    value = Fraction(mantissa or 1)
    return (value, int(exponent)) if 1 <= value < 10 else None


def _power(text: str) -> tuple[int, int] | None:
    match = _POWER.fullmatch(text)
    return None if match is None or match[2] is None else (int(match[1]), int(match[2]))


def is_prime(number: int) -> bool:
    """Whether a number is prime."""
    return number > 1 and all(number % divisor for divisor in range(2, isqrt(number) + 1))


def _factors(text: str) -> list[int] | None:
    """The factors of a product in order of size, each as often as it occurs; also where they are only listed."""
    found: list[int] = []
    text = re.sub(r"\) ?\(", ")×(", text)
    for part in re.split(rf"\s*(?:{_TIMES}|,(?: ?and)?|\band\b)\s*", text.strip()):
        match = _POWER.fullmatch(part)
        times = 0 if match is None else int(match[2] or 1)
        if match is None or not 0 < times < 40:
            return None
        found += [int(match[1])] * times
    return sorted(found) if len(found) > 1 else None


def _lists(text: str) -> Iterator[list[Fraction]]:
    """The numbers that a text lists, in order: with commas, "<" or ">" between them, or spaces."""
    text = re.sub(r"[$£€]|\s?°\s?[CF]?", "", text).replace("−", "-").strip(" .!:;()[]")
    signs = set(re.findall(r"[<>]", text))
    if signs:
        values = _values(re.split(r"\s*[<>]\s*", text))
        if values is not None and len(signs) == 1:
            pairs = pairwise(values)
            if all(first < second if "<" in signs else first > second for first, second in pairs):
                yield values
        return
    between = r"\s*[;→\n]\s*|\s+(?:and|then)\s+"
    for comma in (r",\s*(?:(?:and|then)\s+)?", r",\s+(?:(?:and|then)\s+)?"):
        parts = re.split(rf"{comma}|{between}", text)
        values = _values(parts if len(parts) > 1 else text.split())
        if values is not None:
            yield values


def _values(parts: list[str]) -> list[Fraction] | None:
    nodes = [parse_expression(part) for part in parts]
    if not all(isinstance(node.operand if isinstance(node, Unary) else node, Number) for node in nodes):
        return None
    values = [evaluate(node) for node in nodes if node is not None]
    known = [value for value in values if value is not None]
    return known if len(known) == len(parts) else None
