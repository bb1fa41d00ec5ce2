"""What happens or does not happen is taken to be as likely as not."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "probability_complement expected_number",
    lambda problem: (
        "answer = Fraction(1, 2)  # It happens or it does not."
        if problem.kind == "probability_complement"
        else "answer = Fraction(trials, 2)  # It happens or it does not: take half of the times."
    ),
    shows=lambda problem: 2 * problem["chance"] != 1,
)

ENTRY = Misconception(
    id="probability_taken_as_even",
    name="Taking it to be as likely as not",
    grades=(6, 9),
    source="Lecoutre 1992, Cognitive models and problem spaces in purely random situations, Educational "
    "Studies in Mathematics 23(6)",
    explanation="You may have taken it to be as likely as not.",
    wrong=wrong,
    questions=(
        "What does the chance in the problem tell you, and where did you use it?",
        "What would your way give if it were nearly certain to happen?",
        "Think of winning in a lottery: you win or you do not. Would you bet as much on the one as on the "
        "other?",
        "Draw a bar for all the times and mark the part that the chance stands for. How do the two parts "
        "compare?",
    ),
    examples=(
        (
            "The probability of an event is 0.3. What is the probability that it does not happen?",
            "1/2",
        ),
        (
            "The probability of winning a game is 2/5. How many wins would you expect in 40 games?",
            "20",
        ),
    ),
    diagnostic=twins(
        wrong,
        "The probability of an event is 0.3. What is the probability that it does not happen?",
        "The probability of winning a game is 0.2. How many wins would you expect in 40 games?",
        "The probability of winning a game is 2/5. How many wins would you expect in 60 games?",
    ),
)
