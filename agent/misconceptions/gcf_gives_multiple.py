"""The least common multiple is given where the greatest common factor is asked."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "greatest_common_factor",
    lambda problem: f"answer = lcm({', '.join(map(str, problem['numbers']))})  # Find a number both go into.",
    shows=lambda problem: len(set(problem["numbers"])) > 1,
)

ENTRY = Misconception(
    id="gcf_gives_multiple",
    name="Giving a multiple for a factor",
    grades=(4, 7),
    source="Lamb 1984, on greatest common factors and least common multiples, Arithmetic Teacher 31(8)",
    explanation="You may have looked for a common multiple where a common factor was asked.",
    wrong=wrong,
    questions=(
        "What is a factor of a number, in your own words?",
        "Can a factor of a number be larger than the number itself?",
        'Does "$quote" go into each of the numbers, or do the numbers go into it?',
        "List everything that divides the smallest of the numbers. Which of these divide the others too?",
    ),
    examples=(
        ("What is the greatest common factor of 12 and 18?", "36"),
        ("What is the GCF of 8 and 20?", "40"),
    ),
    diagnostic=twins(
        wrong, "What is the greatest common factor of 12 and 18?", "What is the GCF of 8 and 20?"
    ),
)
