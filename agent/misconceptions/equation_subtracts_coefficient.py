"""The number in front of the letter is subtracted instead of divided by."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "linear_equation",
    """
    letter_side = right_constant - left_constant  # Bring the numbers to the other side.
    answer = letter_side - left_coefficient  # Take the number in front of the letter away.
    """,
    shows=lambda problem: (
        problem["right_coefficient"] == 0
        and problem["left_coefficient"] > 1
        and (problem["right_constant"] - problem["left_constant"] - problem["left_coefficient"])
        * problem["left_coefficient"]
        != problem["right_constant"] - problem["left_constant"]
    ),
)

ENTRY = Misconception(
    id="equation_subtracts_coefficient",
    name="Subtracting the number in front of the letter",
    grades=(6, 9),
    source="Sleeman 1984, An attempt to understand students' understanding of basic algebra, Cognitive "
    "Science 8(4)",
    explanation="You may have subtracted the number in front of the letter.",
    wrong=wrong,
    questions=(
        "Which sign do we leave out between a number and the letter right after it?",
        "What undoes multiplying by that number?",
        "If several bags of equal weight weigh so much together, how do you find what a single bag weighs?",
        "Put your result in for the letter in the equation of the problem. Do both sides come out the same?",
    ),
    examples=(("Solve 3x = 12.", "9"), ("Solve 4x + 5 = 33.", "24")),
    diagnostic=twins(wrong, "Solve 3x = 12.", "Solve 4x + 5 = 33."),
)
