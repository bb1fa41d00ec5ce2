"""A negative power of ten is used as if it were positive."""

from ..symbolic import Problem
from ..symbolic.number.scientific import magnitude
from . import Misconception
from ._tools import mantissa_text, mistake, twins


def _steps(problem: Problem) -> str | None:
    if problem.kind == "scientific_to_number":
        shows = problem["exponent"] < 0
        return "answer = mantissa * 10 ** (-exponent)  # Move the point." if shows else None
    exponent = -magnitude(problem["number"])
    return (
        f"""
    places = {exponent}  # Count the places the point moves.
    answer = "{mantissa_text(problem["number"])} × 10^" + str(places)  # Write the power of ten.
    """
        if exponent > 0
        else None
    )


wrong = mistake("scientific_notation scientific_to_number", _steps)

ENTRY = Misconception(
    id="scientific_loses_minus",
    name="Losing the minus sign of a power of ten",
    grades=(8, 9),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (standard form: "
    "negative powers act like positive ones)",
    explanation="You may have used the power of ten without its minus sign.",
    wrong=wrong,
    questions=(
        "Is the number meant to be larger or smaller than a whole?",
        "Which way does the point move in your work, and does the number grow or shrink by that?",
        "Go down in powers of ten from a thousand, always dividing by ten. What happens to the "
        "exponent at each step?",
        "Could your result and the number in the problem sit at the same point of a number line?",
    ),
    examples=(
        ("Write 0.0037 in scientific notation.", "3.7 × 10^3"),
        ("Write 6.1 × 10^-3 as an ordinary number.", "6100"),
    ),
    diagnostic=twins(
        wrong,
        "Write 0.0037 in scientific notation.",
        "Write 6.1 × 10^-3 as an ordinary number.",
    ),
)
