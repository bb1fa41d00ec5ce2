"""Powers of one base are multiplied by multiplying the bases, too."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "single_power",
    lambda problem: (
        "exponent = first + second  # Add the exponents.\n"
        f'answer = f"{problem["base"] ** 2}^{{exponent}}"  # Multiply the bases.'
    ),
    shows=lambda problem: problem["operation"] == "*",
)

ENTRY = Misconception(
    id="power_multiplies_bases",
    name="Multiplying the bases as well",
    grades=(7, 9),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle; Cangelosi et al. "
    "2013, The negative sign and exponential expressions, Journal of Mathematical Behavior "
    "32(1)",
    explanation="You may have multiplied the bases as well as counting their factors.",
    wrong=wrong,
    questions=(
        "What does each of the powers mean when you write it out?",
        "Write the whole product out. Which number is multiplied again and again?",
        "Work out both powers and multiply. Is your power as large as that?",
        "Try it with tens. What is ten times a hundred as a power of ten, and what does your way give?",
    ),
    examples=(
        ("Write 2^3 × 2^4 as a single power.", "4^7"),
        ("Write 5^2 × 5^6 as a single power.", "25^8"),
    ),
    diagnostic=twins(
        wrong,
        "Write 2^3 × 2^4 as a single power.",
        "Write 7^2 × 7^5 as a single power.",
    ),
)
