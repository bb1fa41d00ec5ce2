"""Division by a number below one is done as a multiplication, because dividing should make smaller."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "decimal_division",
    "answer = first * second  # Make it smaller.",
    shows=lambda problem: 0 < problem["second"] < 1 and problem["first"] > 0,
)

ENTRY = Misconception(
    id="decimal_divide_makes_smaller",
    name="Dividing always makes smaller",
    grades=(5, 8),
    source="Bell, Swan & Taylor 1981, Choice of operation in verbal problems with decimal numbers, "
    "Educational Studies in Mathematics 12(4)",
    explanation="You may have made the number smaller because division often does that.",
    wrong=wrong,
    questions=(
        "What does this division ask, in your own words?",
        "How often does a small piece fit into something larger than it?",
        "Measure it off on a number line. How many steps of that length do you need?",
        'Multiply "$quote" by the number you divided by. Do you get back to where you started?',
    ),
    examples=(("What is 6 ÷ 0.5?", "3"), ("What is 2.4 ÷ 0.2?", "0.48")),
    diagnostic=twins(wrong, "What is 6 ÷ 0.5?", "What is 2.4 ÷ 0.2?"),
)
