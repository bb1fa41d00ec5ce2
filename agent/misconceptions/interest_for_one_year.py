"""The interest of a single year is taken for that of all the years."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "simple_interest simple_interest_total",
    lambda problem: (
        "answer = Fraction(principal, 100) * rate  # Find the percent of the money."
        if problem.kind == "simple_interest"
        else "interest = Fraction(principal, 100) * rate  # Find the percent of the money.\n"
        "answer = principal + interest  # Add it."
    ),
    shows=lambda problem: problem["years"] != 1,
)

ENTRY = Misconception(
    id="interest_for_one_year",
    name="Counting interest for a single year",
    grades=(7, 9),
    source="Quintero 1983, Conceptual understanding in solving two-step word problems with a ratio, "
    "JRME 14(2) (a step left out)",
    explanation="You may have counted the interest of a single year.",
    wrong=wrong,
    questions=(
        "For how long is the money in the bank in your work?",
        "Which numbers of the problem have you used, and which not yet?",
        "Tell the story of the money year by year. What happens each year?",
        "Would the bank pay as much for a short time as for a long time?",
    ),
    examples=(
        ("What is the simple interest on $500 at 4% per year for 3 years?", "20"),
        ("You invest $500 at 4% simple interest per year for 3 years. What is the total amount?", "520"),
    ),
    diagnostic=twins(
        wrong,
        "What is the simple interest on $500 at 4% per year for 3 years?",
        "You invest $500 at 4% simple interest per year for 3 years. What is the total amount?",
    ),
)
