"""A negative exponent makes the result negative."""

from . import Misconception
from ._tools import drawn, mistake

wrong = mistake(
    "power",
    """
    power = Fraction(base) ** abs(exponent)  # Take the power without the sign.
    answer = -power  # Put the minus sign in front.
    """,
    shows=lambda problem: problem["exponent"] < 0 < problem["base"],
)

ENTRY = Misconception(
    id="power_negative_makes_negative",
    name="A negative exponent makes a negative number",
    grades=(7, 9),
    source="Cangelosi et al. 2013, The negative sign and exponential expressions, Journal of Mathematical "
    "Behavior 32(1)",
    explanation="You may have moved the minus sign of the exponent in front of the power.",
    wrong=wrong,
    questions=(
        "What does the sign of an exponent tell you, and what does the sign of a number tell you?",
        "Write down powers of the base with smaller and smaller exponents. What do you divide by each time?",
        "Do the powers in that pattern ever jump below zero?",
        "How does the pattern go on once the exponent passes zero?",
    ),
    examples=(("What is 2^(-3)?", "-8"), ("What is 5 to the power of -2?", "-25")),
    diagnostic=drawn(wrong, lambda random: f"What is {random.randrange(2, 10)}^(-{random.randrange(2, 5)})?"),
)
