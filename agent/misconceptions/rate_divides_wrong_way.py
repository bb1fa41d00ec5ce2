"""A rate is found by dividing the other way round."""

from fractions import Fraction

from . import Misconception
from ._tools import mistake, twins

_TURNED = {
    "speed": "Fraction(time, distance)",
    "travel_time": "Fraction(speed, distance)",
    "unit_price": "Fraction(count, total)",
    "unit_rate": "Fraction(count, amount)",
}
_BOTH = {
    "speed": ("distance", "time"),
    "travel_time": ("distance", "speed"),
    "unit_price": ("total", "count"),
    "unit_rate": ("amount", "count"),
}
wrong = mistake(
    " ".join(_TURNED),
    lambda problem: f"answer = {_TURNED[problem.kind]}  # Divide the one number by the other.",
    shows=lambda problem: len({Fraction(problem[name]) for name in _BOTH[problem.kind]}) == 2,
)

ENTRY = Misconception(
    id="rate_divides_wrong_way",
    name="Dividing a rate the wrong way round",
    grades=(5, 8),
    source="Bell, Swan & Taylor 1981, Choice of operation in verbal problems with decimal numbers, "
    "Educational Studies in Mathematics 12(4); King et al. 2024, Eedi: Mining Misconceptions "
    "in Mathematics, Kaggle",
    explanation="You may have divided the numbers the other way round.",
    wrong=wrong,
    questions=(
        "Which unit does your number have, if you write the units beside both numbers you divided?",
        "What does your number tell you: how much there is for a single one of what?",
        "Is your number as large as you would expect in real life?",
        "Go back from your number to the ones in the problem. Does it lead you there?",
    ),
    examples=(
        ("A car travels 150 miles in 3 hours. What is its average speed?", "1/50"),
        ("8 pens cost $12. How much does one cost?", "2/3"),
    ),
    diagnostic=twins(
        wrong,
        "A car travels 150 miles in 3 hours. What is its average speed?",
        "8 pens cost $12. How much does one cost?",
        "How many hours does it take to travel 240 km at 60 km per hour?",
        "Find the unit rate: 120 pages in 8 minutes.",
    ),
)
