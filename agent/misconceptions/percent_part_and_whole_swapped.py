"""The whole is compared with the part instead of the part with the whole."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "what_percent",
    """
    fraction = Fraction(whole, part)  # Divide the whole by the part.
    answer = 100 * fraction  # Write it as a percent.
    """,
    shows=lambda problem: problem["part"] != problem["whole"],
)

ENTRY = Misconception(
    id="percent_part_and_whole_swapped",
    name="Swapping part and whole",
    grades=(6, 8),
    source="Dole, Cooper, Baturo & Conoplia 1997, Year 8, 9 and 10 students' understanding and access of "
    "percent knowledge, MERGA 20",
    explanation="You may have divided the whole by the part.",
    wrong=wrong,
    questions=(
        "Which number is the whole here, and which is the part?",
        "If the part is smaller than the whole, what does that say about the percent?",
        'Draw a bar for the whole and shade the part. Does "$quote" fit what you see?',
        "Which number should be the one you compare with?",
    ),
    examples=(("What percent of 50 is 20?", "250"), ("What percent of 80 is 16?", "500")),
    diagnostic=twins(wrong, "What percent of 50 is 20?", "What percent of 80 is 16?"),
)
