"""Whether a number divides another is judged by the last digit."""

from random import Random

from . import Misconception
from ._tools import drawn, mistake

wrong = mistake(
    "divisibility",
    "last_digit = number % 10  # Look at the last digit.\n"
    "answer = 'yes' if last_digit % divisor == 0 else 'no'  # See whether that can be divided.",
    shows=lambda problem: (
        problem["divisor"] in (3, 4, 6, 7, 8, 9)
        and problem["number"] > 10
        and (problem["number"] % 10 % problem["divisor"] == 0)
        != (problem["number"] % problem["divisor"] == 0)
    ),
)


def _wording(random: Random) -> str:
    divisor = random.choice((3, 4, 6, 7, 8, 9))
    return f"Is {random.randrange(12, 400)} divisible by {divisor}?"


ENTRY = Misconception(
    id="divisibility_by_last_digit",
    name="Judging divisibility by the last digit",
    grades=(4, 8),
    source="Zazkis & Campbell 1996, Divisibility and multiplicative structure of natural numbers, JRME 27(5)",
    explanation="You may have looked only at the last digit of the number.",
    wrong=wrong,
    questions=(
        "What did you look at in the number to decide?",
        "Share that many things out among as many people as the problem says. Is anything left "
        "over at the end?",
        "Start with a smaller number from that times table and keep going up. Do you land on the "
        "number in the problem?",
        "Write down a few numbers from that times table. Do their last digits follow the rule you used?",
    ),
    examples=(
        ("Is 43 divisible by 3?", "yes"),
        ("Is 72 divisible by 6?", "no"),
    ),
    diagnostic=drawn(wrong, _wording),
)
