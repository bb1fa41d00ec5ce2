"""The opposite is given for the reciprocal."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "reciprocal mixed_reciprocal",
    lambda problem: (
        "answer = -Fraction(numerator, denominator)  # Put a minus sign in front."
        if problem.kind == "reciprocal"
        else "answer = -(whole + Fraction(numerator, denominator))  # Put a minus sign in front."
    ),
)

ENTRY = Misconception(
    id="reciprocal_as_negative",
    name="Giving the opposite for the reciprocal",
    grades=(6, 9),
    source="Cangelosi et al. 2013, The negative sign and exponential expressions, Journal of "
    "Mathematical Behavior 32(1) (additive and multiplicative inverse); King et al. 2024, "
    "Eedi: Mining Misconceptions in Mathematics, Kaggle",
    explanation="You may have changed the sign of the number.",
    wrong=wrong,
    questions=(
        "What should come out when a number is multiplied by its reciprocal?",
        'What do you get when you multiply "$quote" by the number in the problem?',
        "If a cake is shared among several people, which fraction belongs to the number of people?",
        "In which kind of sum do a number and its opposite come to nothing, and is that what is asked here?",
    ),
    examples=(
        ("What is the reciprocal of 3/4?", "-3/4"),
        ("What is the reciprocal of 2 3/5?", "-13/5"),
    ),
    diagnostic=twins(
        wrong,
        "What is the reciprocal of 3/4?",
        "What is the reciprocal of 7/2?",
        "What is the reciprocal of 1 2/3?",
    ),
)
