"""Arithmetic and geometric sequences: the next term, a term at a position, what is added or multiplied each time."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any

from .problem import Given, Kind, Problem, like, number_code, said
from .wording import Rule, rule


def _difference(problem: Problem) -> Fraction | None:
    terms = [Fraction(term) for term in problem["terms"]]
    steps = {after - before for before, after in pairwise(terms)}
    return steps.pop() if len(steps) == 1 else None


def _ratio(problem: Problem) -> Fraction | None:
    terms = [Fraction(term) for term in problem["terms"]]
    if 0 in terms:
        return None
    ratios = {after / before for before, after in pairwise(terms)}
    return ratios.pop() if len(ratios) == 1 else None


def _arithmetic_steps(problem: Problem) -> str:
    first, second, last = (number_code(problem["terms"][place]) for place in (0, 1, -1))
    lines = f"common_difference = {second} - {first}  # Find what is added each time.\n"
    if problem.wanted == "common difference":
        return lines.replace("common_difference", "answer", 1)
    if problem.wanted == "next term":
        return f"{lines}answer = {last} + common_difference  # Add it to the last term."
    return (
        f"{lines}times_added = position - 1  # It has been added one time fewer than the position.\n"
        "total_added = times_added * common_difference  # Find how much that makes.\n"
        f"answer = {first} + total_added  # Add it to the first term."
    )


def _geometric_steps(problem: Problem) -> str:
    first, second, last = (number_code(problem["terms"][place]) for place in (0, 1, -1))
    lines = f"common_ratio = Fraction({second}, {first})  # Find what is multiplied by each time.\n"
    if problem.wanted == "common ratio":
        return lines.replace("common_ratio", "answer", 1)
    if problem.wanted == "next term":
        return f"{lines}answer = {last} * common_ratio  # Multiply the last term by it."
    return (
        f"{lines}times_multiplied = position - 1  # It is used one time fewer than the position.\n"
        "factor_in_all = common_ratio ** times_multiplied  # Find the factor that makes.\n"
        f"answer = {first} * factor_in_all  # Multiply the first term by it."
    )


def _sequence_phrase(problem: Problem) -> str:
    terms = ", ".join(said(term) for term in problem["terms"])
    sort = problem.kind.split("_")[0]
    if problem.wanted == "next term":
        return f"What is the next number in the sequence {terms}?"
    if problem.wanted.startswith("common"):
        return f"What is the {problem.wanted} of {terms}?"
    return f"What is the {_ordinal(problem['position'])} term of the {sort} sequence {terms}, ...?"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"


def _vary_arithmetic(problem: Problem, random: Random) -> dict[str, Given]:
    difference = _difference(problem) or Fraction(1)
    step = (
        like(random, int(difference)) if difference.denominator == 1 and abs(difference) > 1 else difference
    )
    first = like(random, int(problem["terms"][0])) + (0 if abs(difference) > 1 else random.randrange(9))
    terms = tuple(Fraction(first) + place * step for place in range(len(problem["terms"])))
    return {
        "terms": tuple(int(t) if t.denominator == 1 else t for t in terms),
        "position": problem["position"],
    }


def _vary_geometric(problem: Problem, random: Random) -> dict[str, Given]:
    ratio = _ratio(problem) or Fraction(2)
    factor = random.randrange(2, 6) if ratio > 1 else ratio
    first = random.randrange(1, 10) * (1 if ratio > 1 else ratio.denominator ** len(problem["terms"]))
    terms = tuple(Fraction(first) * factor**place for place in range(len(problem["terms"])))
    return {
        "terms": tuple(int(t) if t.denominator == 1 else t for t in terms),
        "position": problem["position"],
    }


def _two_terms_known(problem: Problem) -> bool:
    return len(problem["terms"]) >= 3 and 0 <= problem["position"] <= 60


ARITHMETIC = Kind(
    "arithmetic_sequence",
    "next term",
    ("terms", "position"),
    _arithmetic_steps,
    _sequence_phrase,
    lambda problem: _two_terms_known(problem) and _difference(problem) is not None,
    lambda problem: (_difference(problem) or 0) > 0,
    _vary_arithmetic,
)
GEOMETRIC = Kind(
    "geometric_sequence",
    "next term",
    ("terms", "position"),
    _geometric_steps,
    _sequence_phrase,
    lambda problem: _two_terms_known(problem) and _ratio(problem) not in (None, 1),
    lambda problem: (_ratio(problem) or 0) > 1,
    _vary_geometric,
)


KINDS = [ARITHMETIC, GEOMETRIC]


# --- reading --------------------------------------------------------------------------------------------------------


def _sequence(wanted: str, *kinds: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        given = {"terms": found["numbers"], "position": found.get("position", 0)}
        made = (kind.problem(given, wanted) for kind in kinds)
        return next((problem for problem in made if problem is not None), None)

    return build


def _from_difference(found: dict[str, Any]) -> Problem | None:
    first, step = found["first"], found["step"]
    terms = (first, first + step, first + 2 * step)
    return ARITHMETIC.problem({"terms": terms, "position": found["position"]}, "term at a position")


_NEXT = (
    r"(?:(?:the )?next (?:number|term)(?: in (?:the|this) (?:sequence|pattern|series))?|what "
    r"(?:number )?comes next(?: in (?:the|this) (?:sequence|pattern|series))?|what (?:number|term) is "
    r"next)"
)
_DOTS = r"(?:,? ?(?:\.\.\.|_+|\?),? ?)*,?"
RULES: list[Rule] = [
    rule(rf"{_NEXT}[:,]? ?(?:in )?{{numbers:numbers}}{_DOTS}", _sequence("next term", ARITHMETIC, GEOMETRIC)),
    rule(r"{numbers:numbers}, ?(?:\?|_+|\.\.\.)?", _sequence("next term", ARITHMETIC, GEOMETRIC)),
    rule(
        rf"the {{position:integer}}(?:st|nd|rd|th) term (?:of|in) (?:the|this) (?:arithmetic "
        rf")?sequence:? ?{{numbers:numbers}}{_DOTS}",
        _sequence("term at a position", ARITHMETIC),
    ),
    rule(
        rf"the {{position:integer}}(?:st|nd|rd|th) term (?:of|in) (?:the|this) (?:geometric "
        rf")?sequence:? ?{{numbers:numbers}}{_DOTS}",
        _sequence("term at a position", GEOMETRIC),
    ),
    rule(
        r"the {position:integer}(?:st|nd|rd|th) term of an arithmetic sequence with first term "
        r"{first:integer} and common difference {step:integer}",
        _from_difference,
    ),
    rule(
        rf"the common difference of (?:the (?:arithmetic )?sequence )?{{numbers:numbers}}{_DOTS}",
        _sequence("common difference", ARITHMETIC),
    ),
    rule(
        rf"the common ratio of (?:the (?:geometric )?sequence )?{{numbers:numbers}}{_DOTS}",
        _sequence("common ratio", GEOMETRIC),
    ),
]
