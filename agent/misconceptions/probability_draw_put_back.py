"""What is kept is treated as put back, or what is put back as kept."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins, two_draws


def _steps(problem: Problem) -> str:
    draws = two_draws(problem, problem.wanted != "with replacement")
    return f"{draws}answer = first * second  # Multiply."


wrong = mistake("probability_two_draws", _steps)

ENTRY = Misconception(
    id="probability_draw_put_back",
    name="Mixing up drawing with and without putting back",
    grades=(7, 9),
    source="Fischbein & Gazit 1984, Does the teaching of probability improve probabilistic intuitions?, "
    "Educational Studies in Mathematics 15(1)",
    explanation="You may have mixed up whether the first one is put back.",
    wrong=wrong,
    questions=(
        "What happens to the first one before the second is drawn?",
        "Draw what is there before the first draw and before the second. Is there a difference between your "
        "pictures?",
        "Say the first draw gave what you want. How many are there to choose from at the second draw?",
        "How many of the wanted sort are still there at the second draw?",
    ),
    examples=(
        (
            "A bag contains 3 red and 5 blue marbles. Two are drawn at random without replacement. "
            "What is the probability that both are red?",
            "9/64",
        ),
        (
            "A bag contains 3 red and 5 blue marbles. Two are drawn at random with replacement. "
            "What is the probability that both are red?",
            "3/28",
        ),
    ),
    diagnostic=twins(
        wrong,
        "A bag contains 3 red and 5 blue marbles. Two are drawn at random without replacement. "
        "What is the probability that both are red?",
        "A bag contains 6 red and 4 blue marbles. Two are drawn at random with replacement. "
        "What is the probability that both are red?",
    ),
)
