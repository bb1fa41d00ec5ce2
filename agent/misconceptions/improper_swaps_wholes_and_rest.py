"""The number of wholes and the pieces left over change places."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "improper_to_mixed",
    """
    wholes = numerator // denominator  # See how many wholes there are.
    rest = numerator - wholes * denominator  # See how many pieces are left.
    answer = rest + Fraction(wholes, denominator)  # Write them together.
    """,
    shows=lambda problem: (
        0 < problem["numerator"] % problem["denominator"] != problem["numerator"] // problem["denominator"]
    ),
)

ENTRY = Misconception(
    id="improper_swaps_wholes_and_rest",
    name="Swapping the wholes and the rest",
    grades=(4, 7),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (whole and "
    "remainder the other way round)",
    explanation="You may have let the wholes and the pieces left over change places.",
    wrong=wrong,
    questions=(
        "What does each number in your mixed number count: wholes or pieces?",
        "How many pieces make a whole here, and how many wholes can you fill?",
        "Draw all the pieces and put them together to wholes. What do you count then?",
        "Roughly how large is the fraction in the problem, and how large is your mixed number?",
    ),
    examples=(
        ("Write 17/5 as a mixed number.", "2 3/5"),
        ("Write 23/4 as a mixed number.", "17/4"),
    ),
    diagnostic=twins(
        wrong,
        "Write 17/5 as a mixed number.",
        "Write 23/4 as a mixed number.",
        "Write 29/9 as a mixed number.",
    ),
)
