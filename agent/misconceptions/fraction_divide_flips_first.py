"""The first fraction is turned over instead of the second."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "fraction_division",
    """
    numerator = first_denominator * second_numerator  # Turn the first fraction over and multiply the tops.
    denominator = first_numerator * second_denominator  # Multiply the bottoms.
    answer = Fraction(numerator, denominator)  # Write the fraction.
    """,
    shows=lambda problem: (
        problem["first_numerator"] > 0
        and problem["first_denominator"] * problem["second_numerator"]
        != problem["first_numerator"] * problem["second_denominator"]
    ),
)

ENTRY = Misconception(
    id="fraction_divide_flips_first",
    name="Turning the first fraction over",
    grades=(5, 8),
    source="Tirosh 2000, Enhancing prospective teachers' knowledge of children's conceptions: the case of "
    "division of fractions, JRME 31(1)",
    explanation="You may have turned the first fraction over instead of the other one.",
    wrong=wrong,
    questions=(
        "Which fraction, if any, is turned over in a division, and how do you choose it?",
        "Is the first fraction larger or smaller than the second, and what does that say about the result?",
        'Would "$quote" mean that the second fraction fits in more than once or less than once?',
        "Think of a whole number divided by a unit fraction, such as pizzas cut into equal slices. Which "
        "number gets turned over there?",
        "How could you multiply to check whether your result is right?",
    ),
    examples=(("What is 3/4 ÷ 2/7?", "8/21"), ("What is 3/5 ÷ 1/4?", "5/12")),
    diagnostic=twins(wrong, "What is 3/4 ÷ 2/7?", "What is 3/5 ÷ 1/4?"),
)
