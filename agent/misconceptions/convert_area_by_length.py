"""Square or cubic units are converted with the factor for lengths."""

from fractions import Fraction

from ..expressions import exact_root
from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    degree = {"square": 2, "cubic": 3}.get(problem["from_unit"].split()[0])
    factor = None if degree is None else exact_root(Fraction(problem["factor"]), degree)
    if factor is None:
        return None
    if factor.denominator == 1:
        return f"answer = amount * {factor}  # Use the factor for lengths."
    return (
        f"answer = amount * Fraction({factor.numerator}, {factor.denominator})  # Use the factor for lengths."
    )


wrong = mistake("unit_conversion", _steps)

ENTRY = Misconception(
    id="convert_area_by_length",
    name="Converting square units like lengths",
    grades=(6, 9),
    source="Dincer & Osmanoglu 2018, Dealing with metric unit conversion, Science Education International 29(3)",
    explanation="You may have used the factor for lengths, although the units are square or cubic.",
    wrong=wrong,
    questions=(
        "Draw the larger of the units, if you can. How long are its sides in the smaller unit?",
        "Into how many pieces is each side cut when you change to the smaller unit?",
        "How many small squares or cubes fill the large one: only a row of them?",
        "Does your factor count along a side, or does it fill the whole shape?",
    ),
    examples=(
        ("Convert 3 square meters to square centimeters.", "300"),
        ("Convert 2 cubic yards to cubic feet.", "6"),
    ),
    diagnostic=twins(
        wrong, "Convert 3 square meters to square centimeters.", "Convert 2 cubic yards to cubic feet."
    ),
)
