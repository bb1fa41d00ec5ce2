"""A number to the power of zero is taken to be zero."""

from . import Misconception
from ._tools import drawn, mistake

wrong = mistake(
    "power",
    "answer = base * exponent  # Nothing is multiplied, so nothing is there.",
    shows=lambda problem: problem["exponent"] == 0 and problem["base"] != 0,
)

ENTRY = Misconception(
    id="power_zero_gives_zero",
    name="A power of zero is zero",
    grades=(7, 9),
    source="Ulusoy 2019, Serious obstacles hindering middle school students' understanding of integer "
    "exponents, International Journal of Research in Education and Science 5(1)",
    explanation="You may have taken the exponent as a sign that there is nothing.",
    wrong=wrong,
    questions=(
        "Write down powers of the same base with smaller and smaller exponents. What happens from each to "
        "the next?",
        "What do you divide by to get from a power to the next smaller power?",
        "How does that pattern go on?",
        "If you divide a power by itself, what happens to the exponents, and what is the value?",
    ),
    examples=(("What is 5^0?", "0"), ("What is 12 to the power of 0?", "0")),
    diagnostic=drawn(wrong, lambda random: f"What is {random.randrange(2, 100)}^0?"),
)
