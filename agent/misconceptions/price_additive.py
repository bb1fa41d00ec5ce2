"""For more pieces the price grows by as much as the number of pieces."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "scaled_price",
    """
    more_items = second_count - first_count  # See how many more there are.
    answer = first_price + more_items  # Add as much to the price.
    """,
    shows=lambda problem: (
        problem["first_price"] != problem["first_count"]
        and problem["first_price"] + problem["second_count"] > problem["first_count"]
        and problem["second_count"] != problem["first_count"]
    ),
)

ENTRY = Misconception(
    id="price_additive",
    name="Adding the same number to count and price",
    grades=(5, 8),
    source="Tourniaire & Pulos 1985, Proportional reasoning: a review of the literature, Educational Studies "
    "in Mathematics 16(2)",
    explanation="You may have added as much to the price as to the number of things.",
    wrong=wrong,
    questions=(
        "You buy some more. How much does each extra thing cost?",
        "What does a single thing cost in the first purchase?",
        "What would you pay for twice as many as in the first purchase?",
        "Make a small table with the count above and the price below. What happens below when the count "
        "above doubles?",
    ),
    examples=(
        ("If 3 pens cost $12, how much do 5 pens cost?", "14"),
        ("If 4 books cost $20, how much do 7 books cost?", "23"),
    ),
    diagnostic=twins(
        wrong,
        "If 3 pens cost $12, how much do 5 pens cost?",
        "If 4 books cost $20, how much do 7 books cost?",
    ),
)
