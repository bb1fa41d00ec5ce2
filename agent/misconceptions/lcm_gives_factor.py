"""The greatest common factor is given where the least common multiple is asked."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "least_common_multiple",
    lambda problem: (
        f"answer = gcd({', '.join(map(str, problem['numbers']))})  # Find a number that goes into both."
    ),
    shows=lambda problem: len(set(problem["numbers"])) > 1,
)

ENTRY = Misconception(
    id="lcm_gives_factor",
    name="Giving a factor for a multiple",
    grades=(4, 7),
    source="Lamb 1984, on greatest common factors and least common multiples, Arithmetic Teacher 31(8)",
    explanation="You may have looked for a common factor where a common multiple was asked.",
    wrong=wrong,
    questions=(
        "What is a multiple of a number, in your own words?",
        "Can a multiple be smaller than the number you started with?",
        'Do the numbers go into "$quote", or does it go into them?',
        "Count up in steps of each number. Where do the counts meet for the first time?",
    ),
    examples=(
        ("What is the least common multiple of 12 and 18?", "6"),
        ("What is the LCM of 8 and 20?", "4"),
    ),
    diagnostic=twins(
        wrong, "What is the least common multiple of 12 and 18?", "What is the LCM of 8 and 20?"
    ),
)
