"""What shrinks as the other grows is treated as growing with it."""

from . import Misconception
from ._tools import mistake, twins

_LINES = {
    "letter": "answer = Fraction(value * new, other)  # Scale both by the same factor.",
    "other_letter": "answer = Fraction(other * new, value)  # Scale both by the same factor.",
}
wrong = mistake(
    "inverse_proportion inverse_work",
    lambda problem: (
        _LINES[problem["sought"]]
        if problem.kind == "inverse_proportion"
        else "time_for_one = Fraction(first_time, first_count)  # Find the time for one.\n"
        "answer = time_for_one * second_count  # Multiply by how many there are."
    ),
    shows=lambda problem: (
        problem.kind == "inverse_work"
        or problem["new"] != problem["other" if problem["sought"] == "letter" else "value"]
    ),
)

ENTRY = Misconception(
    id="inverse_taken_as_direct",
    name="Treating inverse proportion as direct",
    grades=(6, 9),
    source="Van Dooren, De Bock, Hessels, Janssens & Verschaffel 2005, Not everything is "
    "proportional: effects of age and problem type on propensities for overgeneralization, "
    "Cognition and Instruction 23(1)",
    explanation="You may have let both amounts grow together.",
    wrong=wrong,
    questions=(
        "When the first amount grows, what should happen to the other: does it grow or shrink?",
        "Compare the new values with those you know. Which way did each of them change?",
        "Double the first amount. What becomes of the other in this situation?",
        "Which result stays the same for every pair of values that belong together?",
    ),
    examples=(
        ("It takes 4 workers 6 hours to paint a wall. How many hours would it take 8 workers?", "12"),
        ("y is inversely proportional to x. When x = 4, y = 6. Find y when x = 8.", "12"),
    ),
    diagnostic=twins(
        wrong,
        "It takes 4 workers 6 hours to paint a wall. How many hours would it take 8 workers?",
        "y is inversely proportional to x. When x = 4, y = 6. Find y when x = 8.",
    ),
)
