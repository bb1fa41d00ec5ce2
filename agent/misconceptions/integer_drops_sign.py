"""The sizes are put together rightly and the minus sign of the result is lost."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "integer_addition",
    """
    difference = abs(abs(first) - abs(second))  # Take the smaller size from the larger.
    answer = difference  # Leave out the sign.
    """,
    shows=lambda problem: (
        problem["first"] * problem["second"] < 0 and problem["first"] + problem["second"] < 0
    ),
)

ENTRY = Misconception(
    id="integer_drops_sign",
    name="Losing the minus sign of a sum",
    grades=(6, 8),
    source="Vlassis 2004, Making sense of the minus sign or becoming flexible in 'negativity', Learning and "
    "Instruction 14(5)",
    explanation="You may have looked at how large the numbers are, and not at which side of zero you end up on.",
    wrong=wrong,
    questions=(
        "Which of the numbers is further from zero, and on which side of zero is it?",
        "On a number line, where do you start, and which way do you move?",
        "On which side of zero do you end up?",
        "Think of money and debts. After you put both together, do you own something or owe something?",
    ),
    examples=(("What is -9 + 5?", "4"), ("What is 3 + (-8)?", "5")),
    diagnostic=twins(wrong, "What is -9 + 5?", "What is 3 + (-8)?", "What is -34 + 12?"),
)
