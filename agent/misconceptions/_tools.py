"""What entries are made of: a mistake as a program for some kinds of problem, and problems on which it shows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from random import Random
from textwrap import dedent
from typing import Any

from ..expressions import evaluate, parse_expression
from ..state import Program
from ..symbolic import Problem, read_problem, twin
from ..symbolic.problem import Given, program
from ..symbolic.wording import arithmetic_value

_DRAWS = 2000  # a mistake that shows on fewer than one problem in a hundred needs many


@dataclass(frozen=True)
class Mistake:
    """A mistake that can be made on problems of some kinds; for any other problem it gives None.

    steps: the lines of the program that makes it, as a kind's steps are written (the numbers given are in scope by
    name, `name = code  # what the student does`, the last line for `answer`), or None where nobody could make it.
    """

    kinds: frozenset[str]
    steps: Callable[[Problem], str | None]

    def __call__(self, problem: Problem) -> Program | None:
        lines = self.steps(problem) if problem.kind in self.kinds else None
        return None if lines is None else program(problem, dedent(lines))


def mistake(
    kinds: str,
    steps: str | Callable[[Problem], str | None],
    *,
    shows: Callable[[Problem], object] = lambda problem: True,
) -> Mistake:
    """A mistake on problems of these kinds (names with spaces between).

    shows: whether it can be made on a problem and then gives another answer than the right rule; without it, always.
    """

    def lines(problem: Problem) -> str | None:
        if not shows(problem):
            return None
        return steps if isinstance(steps, str) else steps(problem)

    return Mistake(frozenset(kinds.split()), lines)


def twins(wrong: Mistake, *texts: str) -> Callable[[int], Problem]:
    """A generator of problems like those in the texts, with other numbers, on which the mistake shows."""

    def diagnostic(seed: int) -> Problem:
        problem = _read(texts[seed % len(texts)])
        for draw in range(_DRAWS):
            other = twin(problem, seed * _DRAWS + draw)
            if wrong(other) is not None:
                return other
        raise ValueError(f"the mistake shows on no problem like {problem}")

    return diagnostic


def drawn(wrong: Mistake, text: Callable[[Random], str]) -> Callable[[int], Problem]:
    """A generator of problems worded by `text`, for a mistake that shows only on numbers chosen with care."""

    def diagnostic(seed: int) -> Problem:
        random = Random(seed)
        for _ in range(_DRAWS):
            problem = _read(text(random))
            if wrong(problem) is not None:
                return problem
        raise ValueError(f"the mistake shows on no problem like {text(random)!r}")

    return diagnostic


def _read(text: str) -> Problem:
    problem = read_problem(text)
    if problem is None:
        raise ValueError(f"not a problem of a known kind: {text!r}")
    return problem


# --- comparisons ----------------------------------------------------------------------------------------------------


def compared(problem: Problem, order: int | None, *, ties: bool = False) -> str | None:
    """The program of one who takes the first number for larger (1), smaller (-1) or, with `ties`, equal (0).

    None where the order is unknown or the answer comes out right.
    """
    first, second = problem["first"], problem["second"]
    one, other = (arithmetic_value(text) for text in (first, second))
    if order is None or one is None or other is None or (order == 0 and not ties):
        return None
    right = (one > other) - (one < other)
    wrong, truth = (_worded(problem.wanted, first, second, sign) for sign in (order, right))
    return None if wrong == truth else f"answer = {wrong!r}  # Say what was asked."


def _worded(wanted: str, first: str, second: str, order: int) -> str:
    more, less = (first, second) if order > 0 else (second, first)
    return {
        "larger": more if order else "equal",
        "smaller": less if order else "equal",
        "sign": "<=>"[order + 1],
        "greater?": "yes" if order > 0 else "no",
        "less?": "yes" if order < 0 else "no",
        "equal?": "no" if order else "yes",
    }[wanted]


def arranged(problem: Problem, size: Callable[[str], Any]) -> str | None:
    """The program of one who orders several numbers, or picks the largest or smallest, by the size seen in each text.

    None where a size is unknown, two of them are the same, or the answer comes out right.
    """
    texts = problem["numbers"].split(", ")
    sizes, values = [size(text) for text in texts], [arithmetic_value(text) for text in texts]
    if None in sizes or None in values or len(set(sizes)) < len(sizes):
        return None
    wrong, truth = (_arranged(problem.wanted, texts, by) for by in (sizes, values))
    return None if wrong == truth else f"answer = {wrong!r}  # Say what was asked."


def _arranged(wanted: str, texts: list[str], sizes: list[Any]) -> str:
    up = [text for _, text in sorted(zip(sizes, texts, strict=True))]
    return {
        "ascending order": ", ".join(up),
        "descending order": ", ".join(up[::-1]),
        "largest": up[-1],
        "smallest": up[0],
    }[wanted]


def fraction_parts(problem: Problem) -> tuple[tuple[int, int], tuple[int, int]]:
    """Top and bottom of both fractions of a comparison."""
    (top, bottom), (other_top, other_bottom) = (
        problem[name].lstrip("-").split("/") for name in ("first", "second")
    )
    return (int(top), int(bottom)), (int(other_top), int(other_bottom))


# --- written arithmetic ---------------------------------------------------------------------------------------------

_PLACES = ("units", "tens", "hundreds", "thousands", "ten_thousands", "hundred_thousands", "millions")


def columns(problem: Problem) -> list[tuple[int, int]]:
    """The digits of `first` over those of `second`, from the units on; missing digits are zeros."""
    first, second = str(problem["first"]), str(problem["second"])
    width = max(len(first), len(second))
    pairs = zip(first.zfill(width), second.zfill(width), strict=True)
    return [(int(top), int(bottom)) for top, bottom in pairs][::-1]


def needs_borrowing(problem: Problem) -> bool:
    """Whether a digit below is larger than the one above it."""
    return problem["first"] > problem["second"] and any(top < bottom for top, bottom in columns(problem))


def column_subtraction(work: list[tuple[int, int]]) -> str:
    """The program of one who takes these digits from each other, from the units on, and writes the results down."""
    names = [_PLACES[place] if place < len(_PLACES) else f"place_{place + 1}" for place in range(len(work))]
    lines = [
        f"{name} = {top} - {bottom}  # Work out the {name.replace('_', ' ')}."
        for name, (top, bottom) in zip(names, work, strict=True)
    ]
    total = " + ".join(f"{10**place} * {name}" for place, name in enumerate(names))
    return "\n".join([*lines, f"answer = {total}  # Write the digits down."])


# --- decimals -------------------------------------------------------------------------------------------------------


def decimal_digits(value: int | Decimal | str) -> tuple[str, str]:
    """The digits before and after the point, without the sign: 3.50 is "3" and "50", 7 is "7" and ""."""
    whole, _, part = str(value).lstrip("-").partition(".")
    return whole, part


def two_decimals(problem: Problem) -> tuple[tuple[str, str], tuple[str, str]]:
    """The digits of both numbers of a comparison."""
    return decimal_digits(problem["first"]), decimal_digits(problem["second"])


# --- what a problem would be with other values -----------------------------------------------------------


def with_given(problem: Problem, **values: Given) -> Problem:
    """The problem with some of its given values changed."""
    return replace(problem, given=tuple((name, values.get(name, value)) for name, value in problem.given))


def value_at(text: str, letter: str, value: Fraction | None) -> Fraction | None:
    """An expression's value for a letter's; None where either has none."""
    node = parse_expression(text)
    return None if node is None or value is None else evaluate(node, {letter: value})


def mantissa_text(number: int | Decimal) -> str:
    """The digits of a number with the point behind the first: 4.5 for 45,000."""
    digits = str(number).replace(".", "").strip("0")
    return digits[0] + ("." + digits[1:] if digits[1:] else "")


def two_draws(problem: Problem, put_back: bool) -> str:
    """The lines for the chances of one colour in two draws."""
    count = problem["counts"][problem["colours"].split().index(problem["colour"])]
    total, less = sum(problem["counts"]), 0 if put_back else 1
    return (
        f"first = Fraction({count}, {total})  # Find the chance for the first.\n"
        f"second = Fraction({count - less}, {total - less})  # Find the chance for the second.\n"
    )


# --- ratios ----------------------------------------------------------------------------------------------


def place_in_ratio(problem: Problem, what: str) -> int | None:
    """Which term of the ratio it is: that of a name, or the larger or the smaller one; None for all of them."""
    terms: tuple[int, ...] = problem["terms"]
    sides = {"larger": max(terms), "smaller": min(terms)}
    names = problem["names"].split(", ")
    return terms.index(sides[what]) if what in sides else names.index(what) if what in names else None


def term_in_ratio(problem: Problem, what: str) -> int | None:
    """The number of parts of a name, or of the larger or the smaller one."""
    place = place_in_ratio(problem, what)
    return None if place is None else problem["terms"][place]


# --- circles ----------------------------------------------------------------------------------------------


def pi_name(problem: Problem) -> str:
    """What the program of a circle calls pi: the value the problem gives for it, or pi itself."""
    return "pi_value" if "pi_value" in problem else "pi"
