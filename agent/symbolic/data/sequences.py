"""Arithmetic and geometric sequences: the next term, a term at a position, what is added or multiplied each time.

How they are asked is in `sequence_wordings.py`, what else is asked of sequences in `sequence_rules.py`.
"""

from fractions import Fraction
from itertools import pairwise
from random import Random

from ..problem import Given, Kind, Problem, like, number_code, said


def difference(problem: Problem) -> Fraction | None:
    """What is added each time, or None where that changes."""
    terms = [Fraction(term) for term in problem["terms"]]
    steps = {after - before for before, after in pairwise(terms)}
    return steps.pop() if len(steps) == 1 else None


def ratio(problem: Problem) -> Fraction | None:
    """What is multiplied by each time, or None where that changes."""
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
    return f"What is the {ordinal(problem['position'])} term of the {sort} sequence {terms}, ...?"


def ordinal(number: int) -> str:
    """A place in a row: 1st, 22nd, 13th."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"


def vary_arithmetic(problem: Problem, random: Random) -> dict[str, Given]:
    """Another first term and another difference of the same sort; what else is given stays."""
    was = difference(problem) or Fraction(1)
    step = like(random, int(was)) if was.denominator == 1 and abs(was) > 1 else was
    first = like(random, int(problem["terms"][0])) + (0 if abs(was) > 1 else random.randrange(9))
    terms = tuple(Fraction(first) + place * step for place in range(len(problem["terms"])))
    return {**dict(problem.given), "terms": tuple(int(t) if t.denominator == 1 else t for t in terms)}


def vary_geometric(problem: Problem, random: Random) -> dict[str, Given]:
    """Another first term and another ratio of the same sort; what else is given stays."""
    was = ratio(problem) or Fraction(2)
    factor = random.randrange(2, 6) if was > 1 else was
    first = random.randrange(1, 10) * (1 if was > 1 else was.denominator ** len(problem["terms"]))
    terms = tuple(Fraction(first) * factor**place for place in range(len(problem["terms"])))
    return {**dict(problem.given), "terms": tuple(int(t) if t.denominator == 1 else t for t in terms)}


def _two_terms_known(problem: Problem) -> bool:
    return len(problem["terms"]) >= 3 and 0 <= problem["position"] <= 60


ARITHMETIC = Kind(
    "arithmetic_sequence",
    "next term",
    ("terms", "position"),
    _arithmetic_steps,
    _sequence_phrase,
    lambda problem: _two_terms_known(problem) and difference(problem) is not None,
    lambda problem: (difference(problem) or 0) > 0,
    vary_arithmetic,
)
GEOMETRIC = Kind(
    "geometric_sequence",
    "next term",
    ("terms", "position"),
    _geometric_steps,
    _sequence_phrase,
    lambda problem: _two_terms_known(problem) and ratio(problem) not in (None, 1),
    lambda problem: (ratio(problem) or 0) > 1,
    vary_geometric,
)


KINDS = [ARITHMETIC, GEOMETRIC]
