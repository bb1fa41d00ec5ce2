"""Addition is done for subtraction, or subtraction for addition."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "whole_addition whole_subtraction",
    lambda problem: (
        "answer = abs(first - second)  # Take the smaller from the larger."
        if problem.kind == "whole_addition"
        else "answer = first + second  # Add the numbers."
    ),
    shows=lambda problem: problem["first"] > 0 and problem["second"] > 0,
)

ENTRY = Misconception(
    id="operation_plus_and_minus_swapped",
    name="Adding for subtracting or the other way round",
    grades=(2, 4),
    source="Roberts 1968, The failure strategies of third grade arithmetic pupils, Arithmetic Teacher 15(5)",
    explanation="You may have taken one sign for the other, plus for minus or minus for plus.",
    wrong=wrong,
    questions=(
        "Which sign stands between the numbers, and what does it tell you to do?",
        "Should the result be larger or smaller than the first number?",
        "Tell a short story that fits the problem. Do things come together or go away in it?",
        "Show the first number with cubes. What do you do with the other number now?",
    ),
    examples=(("What is 58 + 37?", "21"), ("What is 46 - 13?", "59")),
    diagnostic=twins(wrong, "What is 58 + 37?", "What is 46 - 13?", "What is 362 - 141?"),
)
