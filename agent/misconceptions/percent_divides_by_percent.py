"""A percentage is found by dividing by the percent number."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "percent_of",
    "answer = Fraction(whole, percent)  # Divide by the percent number.",
    shows=lambda problem: problem["percent"] not in (1, 10),
)

ENTRY = Misconception(
    id="percent_divides_by_percent",
    name="Dividing by the percent number",
    grades=(6, 8),
    source="Hansen 2005, Children's Errors in Mathematics, Learning Matters (percentages)",
    explanation="You may have divided by the percent number.",
    wrong=wrong,
    questions=(
        "What does the word percent mean, taken apart into per and cent?",
        "Into how many equal parts does a percent cut the whole, and how many of them do you want?",
        "If the percent number grows, should the part get larger or smaller?",
        "What does your way of working give when the percent number grows?",
        'Roughly what share of the whole is it, and does "$quote" fit that?',
    ),
    examples=(("What is 20% of 80?", "4"), ("What is 5% of 60?", "12")),
    diagnostic=twins(wrong, "What is 20% of 80?", "What is 5% of 60?", "What is 25% of 300?"),
)
