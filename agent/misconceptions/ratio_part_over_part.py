"""A part of a whole is compared with the other part."""

from fractions import Fraction

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, place_in_ratio, twins


def _parts(problem: Problem) -> tuple[int, int] | None:
    """The terms of the part sought and of the other one, where the other is larger."""
    place = place_in_ratio(problem, problem["sought"])
    terms: tuple[int, ...] = problem["terms"]
    if len(terms) != 2 or place is None or terms[place] >= terms[1 - place]:
        return None
    return terms[place], terms[1 - place]


def _steps(problem: Problem) -> str | None:
    if problem.kind == "what_fraction":
        return """
        rest = whole - part  # See what is not in the part.
        answer = Fraction(part, rest)  # Compare the part with that.
        """
    parts = _parts(problem)
    if parts is None:
        return None
    return f"""
    fraction = Fraction({parts[0]}, {parts[1]})  # Write the ratio as a fraction.
    answer = amount * fraction  # Take that fraction of the amount.
    """


def _shows(problem: Problem) -> bool:
    if problem.kind == "what_fraction":
        return 0 < 2 * Fraction(problem["part"]) <= Fraction(problem["whole"])
    parts = _parts(problem)
    return parts is not None and Fraction(problem["amount"]) * parts[0] % parts[1] == 0


wrong = mistake("ratio_part_from_total what_fraction", _steps, shows=_shows)

ENTRY = Misconception(
    id="ratio_part_over_part",
    name="Comparing a part with the other part",
    grades=(5, 8),
    source="Clark, Berenson & Cavey 2003, A comparison of ratios and fractions and their roles as "
    "tools in proportional reasoning, Journal of Mathematical Behavior 22(3); King et al. "
    "2024, Eedi: Mining Misconceptions in Mathematics, Kaggle",
    explanation="You may have compared the part with the other part instead of the whole.",
    wrong=wrong,
    questions=(
        "What does the bottom of your fraction count: everything, or only some of it?",
        "Draw all the parts as boxes. Which of them are in the part you look for?",
        "Find a fraction for the other part in the same way. Do both together make a whole?",
        "If both parts were as large, what fraction of everything would each be, and what would "
        "your way say?",
    ),
    examples=(
        ("Ann and Ben share $60 in the ratio 2:3. How much does Ann get?", "40"),
        ("What fraction of 20 is 5?", "1/3"),
    ),
    diagnostic=twins(
        wrong,
        "Ann and Ben share $60 in the ratio 2:3. How much does Ann get?",
        "What fraction of 20 is 5?",
    ),
)
