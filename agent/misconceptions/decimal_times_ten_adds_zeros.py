"""A decimal is multiplied by ten by writing a zero after it."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "decimal_multiplication",
    lambda problem: (
        "answer = first  # Write zeros after it."
        if problem["second"] in (10, 100, 1000)
        else "answer = second  # Write zeros after it."
    ),
    shows=lambda problem: problem["second"] in (10, 100, 1000) or problem["first"] in (10, 100, 1000),
)

ENTRY = Misconception(
    id="decimal_times_ten_adds_zeros",
    name="Writing zeros after a decimal",
    grades=(4, 7),
    source="Brown 1981, Place value and decimals, in Hart (ed.), Children's Understanding of Mathematics: "
    "11-16",
    explanation="You may have written zeros after the decimal, as one does with whole numbers.",
    wrong=wrong,
    questions=(
        "What did you do to the number to multiply it?",
        "Is a price with a zero written after its last digit a different price?",
        "What is each digit worth before and after you multiply?",
        'Put the number and "$quote" on a number line. Are they different points?',
        "In a place value chart, which way do the digits move?",
    ),
    examples=(("What is 2.5 × 10?", "2.50"), ("What is 3.47 × 100?", "3.4700")),
    diagnostic=twins(wrong, "What is 2.5 × 10?", "What is 3.47 × 100?", "What is 6.08 × 10?"),
)
