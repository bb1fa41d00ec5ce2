"""The remainder is written after the point."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "whole_division",
    """
    quotient = first // second  # See how often it goes in.
    remainder = first - quotient * second  # See what is left.
    answer = Fraction(str(quotient) + "." + str(remainder))  # Write the rest after a point.
    """,
    shows=lambda problem: (
        problem["first"] > problem["second"] > 1
        and problem["first"] % problem["second"] > 0
        and problem["second"] not in (10, 100, 1000)
    ),
)

ENTRY = Misconception(
    id="divide_remainder_as_decimal",
    name="Writing the remainder after the point",
    grades=(4, 7),
    source="Steinle, Stacey & Chambers 2002, Teaching and Learning about Decimals, University of Melbourne "
    "(analogy with remainders)",
    explanation="You may have written the remainder after the point.",
    wrong=wrong,
    questions=(
        "What does the first digit after a point stand for?",
        "After sharing out, some are left over. Into how many equal shares does each of those have to be cut?",
        "How large is the rest, compared with the number you divide by: a little, about the middle, or "
        "nearly all of it?",
        'Multiply "$quote" by the number you divided by. Do you get back to where you started?',
    ),
    examples=(("What is 17 ÷ 5?", "3.2"), ("What is 27 ÷ 4?", "6.3")),
    diagnostic=twins(wrong, "What is 17 ÷ 5?", "What is 27 ÷ 4?", "What is 150 ÷ 8?"),
)
