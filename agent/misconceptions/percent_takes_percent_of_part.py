"""To find the whole, the percent of the part is taken."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "percent_whole",
    """
    one_percent = Fraction(part, 100)  # Find one percent of the number given.
    answer = one_percent * percent  # Take it as often as the percent says.
    """,
    shows=lambda problem: problem["percent"] != 100,
)

ENTRY = Misconception(
    id="percent_takes_percent_of_part",
    name="Taking the percent of the part",
    grades=(6, 9),
    source="Parker & Leinhardt 1995, Percent: a privileged proportion, Review of Educational Research 65(4)",
    explanation="You may have taken the percent of the number given, although that number is the part.",
    wrong=wrong,
    questions=(
        "Read the sentence again. Is the number given the part or the whole?",
        "Should the number you look for be larger or smaller than the number given?",
        "Draw a bar for the whole. Where does the number given sit on it, and where is the unknown?",
        'Take the percent of "$quote". Do you get the number in the problem?',
    ),
    examples=(("12 is 30% of what number?", "3.6"), ("45 is 60% of what number?", "27")),
    diagnostic=twins(wrong, "12 is 30% of what number?", "45 is 60% of what number?"),
)
