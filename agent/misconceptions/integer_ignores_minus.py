"""A negative number is added as if it had no minus sign."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "integer_addition",
    "answer = abs(first) + abs(second)  # Add the numbers without their signs.",
    shows=lambda problem: problem["first"] * problem["second"] < 0,
)

ENTRY = Misconception(
    id="integer_ignores_minus",
    name="Adding without looking at the signs",
    grades=(5, 8),
    source="Bofferding 2014, Negative integer understanding: characterizing first graders' mental models, "
    "JRME 45(2)",
    explanation="You may have added the numbers as if neither had a minus sign.",
    wrong=wrong,
    questions=(
        "What does the minus sign in front of a number tell you?",
        "On a number line, which way do you move when you add a negative number?",
        "Think of owning money and owing money. What happens when you put both together?",
        'Is "$quote" larger or smaller than the positive number you had, and does that fit?',
    ),
    examples=(("What is 6 + (-2)?", "8"), ("What is -9 + 5?", "14")),
    diagnostic=twins(wrong, "What is 6 + (-2)?", "What is -9 + 5?", "What is 27 + (-45)?"),
)
