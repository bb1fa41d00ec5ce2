"""The exponents of a power of a power are added."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "single_power",
    lambda problem: (
        "exponent = first + second  # Add the exponents.\n"
        f'answer = f"{problem["base"]}^{{exponent}}"  # Write the base with it.'
    ),
    shows=lambda problem: (
        problem["operation"] == "^"
        and problem["first"] + problem["second"] not in (0, 1, problem["first"] * problem["second"])
    ),
)

ENTRY = Misconception(
    id="power_of_power_adds",
    name="Adding exponents of a power of a power",
    grades=(7, 9),
    source="Ulusoy 2019, Serious obstacles hindering middle school students' understanding of "
    "integer exponents, International Journal of Research in Education and Science 5(1)",
    explanation="You may have added the exponents although a power is raised again.",
    wrong=wrong,
    questions=(
        "What does the exponent outside the brackets tell you to do with what is inside?",
        "Write what is in the brackets as often as the outer exponent says. How many of the base "
        "do you count?",
        "In which calculation with powers would the exponents be added?",
        "Work it out for a small base. Do your power and the one in the problem come to the same?",
    ),
    examples=(
        ("Write (2^3)^4 as a single power.", "2^7"),
        ("Write (5^2)^6 as a single power.", "5^8"),
    ),
    diagnostic=twins(
        wrong,
        "Write (2^3)^4 as a single power.",
        "Write (3^2)^5 as a single power.",
    ),
)
