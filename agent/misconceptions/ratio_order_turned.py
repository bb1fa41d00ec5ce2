"""The terms of a ratio are used in the other order."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, place_in_ratio, twins


def _steps(problem: Problem) -> str | None:
    first, second = problem["terms"]
    if problem.kind == "ratio_simplify":
        return f"""
        common_factor = gcd({first}, {second})  # Find what goes into both.
        answer = str({second} // common_factor) + ":" + str({first} // common_factor)  # Write the ratio.
        """
    one_part = (
        f"one_part = Fraction({'total' if problem.kind == 'ratio_share' else 'amount'}, {first + second})"
    )
    one_part += "  # Find one part.\n"
    if problem.kind == "ratio_share":
        return f'{one_part}answer = str({second} * one_part) + ":" + str({first} * one_part)  # Write the shares.'
    place = place_in_ratio(problem, problem["sought"])
    return (
        None
        if place is None
        else f"{one_part}answer = {(second, first)[place]} * one_part  # Take the parts."
    )


wrong = mistake(
    "ratio_simplify ratio_share ratio_part_from_total",
    _steps,
    shows=lambda problem: len(problem["terms"]) == 2 == len(set(problem["terms"])),
)

ENTRY = Misconception(
    id="ratio_order_turned",
    name="Turning the order of a ratio round",
    grades=(5, 8),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (the sides of a "
    "ratio mixed up)",
    explanation="You may have used the numbers of the ratio in the other order.",
    wrong=wrong,
    questions=(
        "Which number of the ratio belongs to whom or to what?",
        "Is there more of the first thing or of the second, going by the ratio in the problem?",
        "A drink has more water than juice. Would it taste the same if the numbers of its ratio "
        "changed places?",
        "Read your result aloud with the names from the problem or with first and second. Does it "
        "say the same as the problem?",
    ),
    examples=(
        ("Simplify the ratio 12:18.", "3:2"),
        ("Divide 60 in the ratio 2:3.", "36:24"),
    ),
    diagnostic=twins(
        wrong,
        "Simplify the ratio 12:18.",
        "Divide 60 in the ratio 2:3.",
        "Ann and Ben share $40 in the ratio 2:3. How much does Ann get?",
    ),
)
