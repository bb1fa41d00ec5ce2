"""A sequence with one term missing; it is read in `sequence_wordings.py`."""

from fractions import Fraction
from itertools import pairwise
from random import Random

from ..problem import Given, Kind, Problem, exact, like, number_code, said


def _with_gap(problem: Problem) -> list[tuple[int, Fraction]]:
    """The terms that are there, with their places from 1."""
    gap = problem["position"]
    return [(place + (place >= gap), Fraction(term)) for place, term in enumerate(problem["terms"], 1)]


def _gap_difference(problem: Problem) -> Fraction | None:
    (first_place, first), (second_place, second), *_ = known = _with_gap(problem)
    step = (second - first) / (second_place - first_place)
    fits = all(term == first + (place - first_place) * step for place, term in known)
    return step if fits and step else None


def _neighbours(problem: Problem) -> tuple[Fraction, Fraction] | None:
    """The first two terms that stand next to each other."""
    pairs = pairwise(_with_gap(problem))
    return next(((one, two) for (at, one), (then, two) in pairs if then == at + 1), None)


def _gap_ratio(problem: Problem) -> Fraction | None:
    """Two neighbours are needed: across a gap the sign of the ratio would be open."""
    found = _neighbours(problem)
    if found is None or 0 in found:
        return None
    known, factor = _with_gap(problem), found[1] / found[0]
    start, first = known[0]
    fits = all(term == first * factor ** (place - start) for place, term in known)
    return factor if fits and factor != 1 else None


def _gap_steps(problem: Problem) -> str:
    known = dict(_with_gap(problem))
    gap = problem["position"]
    adds = _gap_difference(problem) is not None
    name, sign = ("common_difference", "+") if adds else ("common_ratio", "*")
    found = _neighbours(problem)
    assert found is not None
    one, two = (number_code(exact(term)) for term in found)
    if adds:
        lines = f"{name} = {two} - {one}  # Find what is added each time, from two neighbours.\n"
    else:
        lines = (
            f"{name} = Fraction({two}, {one})  # Find what is multiplied by each time, from two neighbours.\n"
        )
    if gap > 1:
        return f"{lines}answer = {number_code(exact(known[gap - 1]))} {sign} {name}  # Go on from the term before."
    after = number_code(exact(known[2]))
    value = f"{after} - {name}" if adds else f"Fraction({after}) / {name}"
    return f"{lines}answer = {value}  # Go back from the term after."


def _gap_phrase(problem: Problem) -> str:
    shown = [said(term) for term in problem["terms"]]
    shown.insert(problem["position"] - 1, "__")
    return f"Find the missing number in the sequence {', '.join(shown)}."


def _gap_is_clear(problem: Problem) -> bool:
    known = len(problem["terms"])
    inside = 1 <= problem["position"] <= known
    return known >= 3 and inside and _neighbours(problem) is not None and gap_rule(problem) is not None


def gap_rule(problem: Problem) -> str | None:
    """Whether the sequence adds or multiplies; None where the terms that are there do not show it."""
    if _gap_difference(problem) is not None:
        return "adds"
    return "multiplies" if _gap_ratio(problem) is not None else None


def _vary_gap(problem: Problem, random: Random) -> dict[str, Given]:
    places = [place for place, _ in _with_gap(problem)]
    first = random.randrange(2, 20)
    step = _gap_difference(problem)
    if step is not None:
        sized = like(random, int(step)) if step.denominator == 1 and abs(step) > 1 else step
        start = first - min(0, int(sized)) * max(places)
        terms = [start + sized * (place - 1) for place in places]
    else:
        factor = _gap_ratio(problem) or Fraction(2)
        other = random.randrange(2, 6)
        sized = Fraction(other) if factor > 1 else Fraction(1, other)
        start = random.randrange(1, 8) * (1 if factor > 1 else other ** max(places))
        terms = [start * sized ** (place - 1) for place in places]
    return {"terms": tuple(exact(Fraction(term)) for term in terms), "position": problem["position"]}


MISSING_TERM = Kind(
    "missing_term",
    "missing term",
    ("terms", "position"),
    _gap_steps,
    _gap_phrase,
    _gap_is_clear,
    gap_rule,
    _vary_gap,
)
KINDS = [MISSING_TERM]
