"""Both fractions are turned over before multiplying."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "fraction_division",
    """
    numerator = first_denominator * second_denominator  # Turn both fractions over and multiply the tops.
    denominator = first_numerator * second_numerator  # Multiply the bottoms.
    answer = Fraction(numerator, denominator)  # Write the fraction.
    """,
    shows=lambda problem: (
        problem["first_numerator"] > 0 and problem["first_numerator"] != problem["first_denominator"]
    ),
)

ENTRY = Misconception(
    id="fraction_divide_flips_both",
    name="Turning both fractions over",
    grades=(5, 8),
    source="Tirosh 2000, Enhancing prospective teachers' knowledge of children's conceptions: the case of "
    "division of fractions, JRME 31(1)",
    explanation="You may have turned both fractions over before multiplying.",
    wrong=wrong,
    questions=(
        "Which fractions, if any, are turned over in a division, and why?",
        "If the first fraction is turned over, is it still the amount you wanted to share out?",
        "How often should the second fraction fit into the first, roughly?",
        'Compare your estimate with "$quote". What do you notice?',
        "Multiply your result by the second fraction. Does that bring you back to where you started?",
    ),
    examples=(("What is 3/4 ÷ 2/7?", "14/3"), ("What is 3/5 ÷ 1/4?", "20/3")),
    diagnostic=twins(wrong, "What is 3/4 ÷ 2/7?", "What is 3/5 ÷ 1/4?"),
)
