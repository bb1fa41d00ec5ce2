"""Subtracting a negative number is done as subtracting its size."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "integer_subtraction",
    "answer = first - abs(second)  # Take it away without its sign.",
    shows=lambda problem: problem["second"] < 0,
)

ENTRY = Misconception(
    id="integer_subtract_negative",
    name="Taking a negative number away as if it were positive",
    grades=(6, 9),
    source="Vlassis 2004, Making sense of the minus sign or becoming flexible in 'negativity', Learning and "
    "Instruction 14(5)",
    explanation="You may have treated the two minus signs in a row as a single one.",
    wrong=wrong,
    questions=(
        "There are minus signs next to each other. What does each of them mean?",
        "Think of debts. If somebody takes a debt away from you, are you richer or poorer?",
        "On a number line, which way does subtracting a positive number go, and what about a negative one?",
        'Add the number you took away to "$quote". Do you get back to where you started?',
    ),
    examples=(("What is 5 - (-3)?", "2"), ("What is -4 - (-9)?", "-13")),
    diagnostic=twins(wrong, "What is 5 - (-3)?", "What is -4 - (-9)?", "What is 31 - (-14)?"),
)
