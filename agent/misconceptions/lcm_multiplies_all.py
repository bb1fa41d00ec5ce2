"""The numbers are multiplied to find their least common multiple, whatever they share."""

from math import gcd

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "least_common_multiple",
    lambda problem: f"answer = {' * '.join(map(str, problem['numbers']))}  # Multiply the numbers.",
    shows=lambda problem: (
        len(set(problem["numbers"])) == len(problem["numbers"]) == 2 and gcd(*problem["numbers"]) > 1
    ),
)

ENTRY = Misconception(
    id="lcm_multiplies_all",
    name="Always multiplying for a common multiple",
    grades=(4, 7),
    source="Lamb 1984, on greatest common factors and least common multiples, Arithmetic Teacher 31(8)",
    explanation="You may have multiplied the numbers without checking whether something smaller works.",
    wrong=wrong,
    questions=(
        'Is "$quote" a common multiple, and is it the first that you meet?',
        "What does the word least ask for?",
        "Count up in steps of the larger number. Which of these does the smaller number go into as well?",
        "What do the numbers share, and is it counted more than needed in your product?",
    ),
    examples=(
        ("What is the least common multiple of 6 and 8?", "48"),
        ("What is the LCM of 12 and 18?", "216"),
    ),
    diagnostic=twins(wrong, "What is the least common multiple of 6 and 8?", "What is the LCM of 12 and 18?"),
)
