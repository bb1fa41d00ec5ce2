"""The amount given is taken for a single part of the ratio."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, place_in_ratio, term_in_ratio, twins


def _parts(problem: Problem) -> int | None:
    """How many parts are sought."""
    if problem["sought"] == "total":
        return sum(problem["terms"])
    return term_in_ratio(problem, problem["sought"])


def _known_parts(problem: Problem) -> int:
    if problem["known"] in ("total", "difference"):
        apart = max(problem["terms"]) - min(problem["terms"])
        return sum(problem["terms"]) if problem["known"] == "total" else apart
    return problem["terms"][place_in_ratio(problem, problem["known"]) or 0]


wrong = mistake(
    "ratio_part_from_part ratio_part_from_total ratio_part_from_difference ratio_total",
    lambda problem: f"answer = amount * {_parts(problem)}  # Multiply the amount by the number of parts.",
    shows=lambda problem: (_parts(problem) or 1) > 1 and _known_parts(problem) > 1,
)

ENTRY = Misconception(
    id="ratio_amount_as_one_part",
    name="Taking the amount given for a single part",
    grades=(6, 8),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (the amount given "
    "used as one part)",
    explanation="You may have taken the number in the problem for a single part.",
    wrong=wrong,
    questions=(
        "How many parts of the ratio does the number in the problem stand for?",
        "Is your result more or less than everything in the story, and can that be?",
        "Draw the ratio as boxes and write the number from the problem where it belongs. What is "
        "in a single box?",
        "Work out all the other amounts in the story from your result. Is the number in the "
        "problem among them?",
    ),
    examples=(
        ("The ratio of boys to girls is 2:3. There are 12 boys. How many girls are there?", "36"),
        ("Ann and Ben share $40 in the ratio 2:3. How much does Ben get?", "120"),
    ),
    diagnostic=twins(
        wrong,
        "The ratio of boys to girls is 2:3. There are 12 boys. How many girls are there?",
        "Ann and Ben share $40 in the ratio 2:3. How much does Ben get?",
        "The ratio of boys to girls is 2:3. There are 12 boys. How many children are there altogether?",
        "Two numbers are in the ratio 2:5. Their difference is 21. What is the larger number?",
    ),
)
