"""The number in front of the letter is divided by the other number."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "linear_equation",
    """
    letter_side = right_constant - left_constant  # Bring the numbers to the other side.
    answer = Fraction(left_coefficient, letter_side)  # Divide the number in front of the letter by that.
    """,
    shows=lambda problem: (
        problem["right_coefficient"] == 0
        and problem["left_coefficient"] not in (0, 1)
        and problem["right_constant"] != problem["left_constant"]
        and abs(problem["right_constant"] - problem["left_constant"]) != abs(problem["left_coefficient"])
    ),
)

ENTRY = Misconception(
    id="equation_divides_wrong_way",
    name="Dividing the wrong way round",
    grades=(7, 9),
    source="Payne & Squibb 1990, Algebra mal-rules and cognitive accounts of error, Cognitive Science 14(3)",
    explanation="You may have divided the numbers the wrong way round.",
    wrong=wrong,
    questions=(
        "Which number has to be divided by which, and how can you tell?",
        "If several equal bags weigh a lot together, how would you find what one of them weighs?",
        "To leave the letter alone, by what do both sides have to be divided?",
        "Put your result in for the letter in the equation of the problem. Do both sides come out the same?",
    ),
    examples=(("Solve 3x = 12.", "1/4"), ("Solve 4x + 5 = 33.", "1/7")),
    diagnostic=twins(wrong, "Solve 3x = 12.", "Solve 4x + 5 = 33.", "Solve 8x = 4."),
)
