"""A whole number multiplies the top and the bottom of a fraction."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "fraction_multiplication",
    lambda problem: (
        """
    numerator = first_numerator * second_numerator  # Multiply the top by the whole number.
    denominator = first_denominator * second_numerator  # And the bottom.
    answer = Fraction(numerator, denominator)  # Write the fraction.
    """
        if problem["second_denominator"] == 1
        else """
    numerator = second_numerator * first_numerator  # Multiply the top by the whole number.
    denominator = second_denominator * first_numerator  # And the bottom.
    answer = Fraction(numerator, denominator)  # Write the fraction.
    """
    ),
    shows=lambda problem: (
        any(
            problem[f"{which}_denominator"] == 1 and problem[f"{which}_numerator"] > 1
            for which in ("first", "second")
        )
        and problem["first_denominator"] != problem["second_denominator"]
    ),
)

ENTRY = Misconception(
    id="fraction_times_whole_both",
    name="Multiplying top and bottom by the whole number",
    grades=(4, 7),
    source="Ashlock 2006, Error Patterns in Computation, 9th ed., fractions; Otero, Druga & Lan 2024, arXiv "
    "2412.03765",
    explanation="You may have multiplied both the top and the bottom by the whole number.",
    wrong=wrong,
    questions=(
        "What does multiplying by a whole number mean here, in your own words?",
        "How could you write this as adding the same fraction again and again?",
        "If you take several copies of a fraction, do the pieces change their size or their number?",
        "When top and bottom are multiplied by the same number, is the new fraction larger, smaller or just "
        "as large?",
        'Compare "$quote" with the fraction in the problem. Has the amount grown at all?',
    ),
    examples=(("What is 3/4 × 5?", "3/4"), ("What is 2/9 × 6?", "12/54")),
    diagnostic=twins(wrong, "What is 2/3 × 4?", "What is 5 × 3/8?"),
)
