"""Multiplied where a rate asks for division, or the other way round."""

from . import Misconception
from ._tools import mistake, twins

_LINES = {
    "speed": "answer = distance * time  # Multiply the distance by the time.",
    "travel_time": "answer = distance * speed  # Multiply the distance by the speed.",
    "distance": "answer = Fraction(speed, time)  # Divide the speed by the time.",
    "unit_price": "answer = total * count  # Multiply the price by how many there are.",
    "unit_rate": "answer = amount * count  # Multiply the numbers.",
}
_BY = {
    "speed": "time",
    "travel_time": "speed",
    "distance": "time",
    "unit_price": "count",
    "unit_rate": "count",
}
wrong = mistake(
    " ".join(_LINES),
    lambda problem: _LINES[problem.kind],
    shows=lambda problem: problem[_BY[problem.kind]] != 1,
)

ENTRY = Misconception(
    id="rate_operation_swapped",
    name="Multiplying and dividing swapped for a rate",
    grades=(5, 8),
    source="Bell, Swan & Taylor 1981, Choice of operation in verbal problems with decimal numbers, "
    "Educational Studies in Mathematics 12(4) (rates); King et al. 2024, Eedi: Mining "
    "Misconceptions in Mathematics, Kaggle",
    explanation="You may have multiplied where the story divides, or the other way round.",
    wrong=wrong,
    questions=(
        "Tell the story in your own words. What happens again and again in it?",
        "Should your result be more or less than the numbers in the problem?",
        "Take very small numbers in the same story, so that you see the result at once. How do you find it?",
        'Put "$quote" into the story, with its unit. Could it really be like that?',
    ),
    examples=(
        ("A car travels 150 miles in 3 hours. What is its average speed?", "450"),
        ("If a car drives at 60 miles per hour for 3 hours, how far does it go?", "20"),
    ),
    diagnostic=twins(
        wrong,
        "A car travels 150 miles in 3 hours. What is its average speed?",
        "If a car drives at 60 miles per hour for 3 hours, how far does it go?",
        "8 pens cost $12. How much does one cost?",
        "How many hours does it take to travel 240 km at 60 km per hour?",
        "Find the unit rate: 120 pages in 8 minutes.",
    ),
)
