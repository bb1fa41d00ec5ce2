"""A zero in the quotient is left out."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "whole_division",
    """
    quotient = first // second  # Divide digit by digit.
    answer = int(str(quotient).replace("0", ""))  # Leave out the places where nothing goes in.
    """,
    shows=lambda problem: (
        problem["first"] % problem["second"] == 0
        and "0" in str(problem["first"] // problem["second"])
        and problem["second"] > 1
        and problem["first"] > 0
    ),
)

ENTRY = Misconception(
    id="divide_skips_zero",
    name="Leaving a zero out of the quotient",
    grades=(3, 6),
    source="Ashlock 2006, Error Patterns in Computation, 9th ed., division of whole numbers (omitted zero)",
    explanation="You may have left out a place where the divisor did not go in.",
    wrong=wrong,
    questions=(
        "If you round the number you divide, about how large should the result be?",
        "How many digits do you expect the result to have, and why?",
        "What happens on top when you bring a digit down and the divisor does not go in?",
        "Multiply your result by the divisor. Do you get back to the number you divided?",
    ),
    examples=(("What is 612 ÷ 3?", "24"), ("What is 840 ÷ 4?", "21")),
    diagnostic=twins(wrong, "What is 612 ÷ 3?", "What is 840 ÷ 4?", "What is 4224 ÷ 6?"),
)
