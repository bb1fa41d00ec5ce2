"""Two chances are added where both must happen."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins, two_draws


def _steps(problem: Problem) -> str:
    if problem.kind == "probability_both":
        return "answer = first + second  # Add both chances."
    draws = two_draws(problem, problem.wanted == "with replacement")
    return f"{draws}answer = first + second  # Add both chances."


wrong = mistake("probability_both probability_two_draws", _steps)

ENTRY = Misconception(
    id="probability_added_for_both",
    name="Adding chances where both must happen",
    grades=(7, 9),
    source="O'Connell 1999, Understanding the nature of errors in probability problem-solving, Educational "
    "Research and Evaluation 5(1)",
    explanation="You may have added the chances although both things have to happen.",
    wrong=wrong,
    questions=(
        "What has to happen so that you get what the problem asks for?",
        "Is it easier to get the first thing alone or to get both, and does your result fit that?",
        "Take two things that are each nearly certain. What would your way give, and can a chance be like that?",
        "Think of doing it a hundred times and keep those with the first thing. In how many of these does the "
        "second happen too?",
    ),
    examples=(
        ("A and B are independent events. P(A) = 0.5 and P(B) = 0.4. Find P(A and B).", "0.9"),
        (
            "A bag contains 3 red and 5 blue marbles. Two are drawn at random without replacement. "
            "What is the probability that both are red?",
            "37/56",
        ),
    ),
    diagnostic=twins(
        wrong,
        "A and B are independent events. P(A) = 0.5 and P(B) = 0.4. Find P(A and B).",
        "A bag contains 3 red and 5 blue marbles. Two are drawn at random with replacement. "
        "What is the probability that both are red?",
    ),
)
