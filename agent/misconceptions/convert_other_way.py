"""A unit is converted with the inverse operation: multiplied instead of divided, or the other way round."""

from fractions import Fraction

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "unit_conversion",
    lambda problem: (
        "answer = Fraction(amount, factor)  # Divide."
        if Fraction(problem["factor"]) > 1
        else f"answer = amount * {1 / Fraction(problem['factor'])}  # Multiply."
    ),
    shows=lambda problem: (
        1 in (Fraction(problem["factor"]).numerator, Fraction(problem["factor"]).denominator)
    ),
)

ENTRY = Misconception(
    id="convert_other_way",
    name="Converting a unit the wrong way round",
    grades=(4, 8),
    source="Gilman 2013, Have you met Ric? Student misconceptions of metric conversions, SUNY Fredonia",
    explanation="You may have multiplied where the conversion asks for the opposite, or the other way round.",
    wrong=wrong,
    questions=(
        "Which of the units is the larger one?",
        "If you measure the same thing with a smaller unit, do you need more of them or fewer?",
        'Picture "$quote" next to the amount in the problem. Could they be the same?',
        "How many of the smaller unit fit into a single larger unit, and what does that tell you to do?",
    ),
    examples=(("Convert 5 meters to centimeters.", "0.05"), ("Convert 24 inches to feet.", "288")),
    diagnostic=twins(
        wrong,
        "Convert 5 meters to centimeters.",
        "Convert 24 inches to feet.",
        "Convert 7000 grams to kilograms.",
    ),
)
