"""Two chances are multiplied where one or the other may happen."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str:
    if problem.kind == "probability_one_of_two":
        return "answer = first * second  # Multiply both chances."
    names, total = problem["colours"].split(), sum(problem["counts"])
    one, other = (problem["counts"][names.index(problem[name])] for name in ("colour", "second_colour"))
    return f"""
    first = Fraction({one}, {total})  # Find the chance for the first sort.
    second = Fraction({other}, {total})  # Find the chance for the second sort.
    answer = first * second  # Multiply both chances.
    """


wrong = mistake("probability_one_of_two probability_either", _steps)

ENTRY = Misconception(
    id="probability_multiplied_for_either",
    name="Multiplying chances where either will do",
    grades=(7, 9),
    source="O'Connell 1999, Understanding the nature of errors in probability problem-solving, Educational "
    "Research and Evaluation 5(1)",
    explanation="You may have multiplied the chances although one of the two things is enough.",
    wrong=wrong,
    questions=(
        "What has to happen so that you get what the problem asks for?",
        "Compare your result with the chance of the first thing alone. Which is larger, and does that fit?",
        "Say you win with the one thing and also with the other. Do you win more often than if only the first one "
        "counts?",
        "Draw a bar for all that can happen and shade a part for each of the two things. How much is shaded?",
    ),
    examples=(
        ("A and B are mutually exclusive events. P(A) = 0.5 and P(B) = 0.4. Find P(A or B).", "0.2"),
        (
            "A bag contains 3 red, 5 blue and 2 green marbles. What is the probability of drawing a red or blue "
            "marble?",
            "3/20",
        ),
    ),
    diagnostic=twins(
        wrong,
        "A and B are mutually exclusive events. P(A) = 0.3 and P(B) = 0.4. Find P(A or B).",
        "A bag contains 3 red, 5 blue and 2 green marbles. What is the probability of drawing a red or blue "
        "marble?",
    ),
)
