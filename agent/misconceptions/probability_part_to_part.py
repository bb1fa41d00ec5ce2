"""What is wanted is compared with the rest instead of with everything."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    if problem.kind == "probability_die":
        favourable, total = problem["favourable"], problem["total"]
    else:
        count = problem["counts"][problem["colours"].split().index(problem["colour"])]
        total = sum(problem["counts"])
        favourable = total - count if problem.wanted == "probability of another" else count
    if total == favourable:
        return None
    return f"""
    wanted = {favourable}  # Count what is wanted.
    others = {total - favourable}  # Count what is not.
    answer = Fraction(wanted, others)  # Compare both.
    """


wrong = mistake("probability_draw probability_die", _steps)

ENTRY = Misconception(
    id="probability_part_to_part",
    name="Comparing with the rest instead of the whole",
    grades=(5, 9),
    source="Fischbein & Gazit 1984, Does the teaching of probability improve probabilistic intuitions?, "
    "Educational Studies in Mathematics 15(1)",
    explanation="You may have compared what is wanted with the rest instead of with everything.",
    wrong=wrong,
    questions=(
        "What does the bottom number of your fraction count?",
        "When you reach in without looking, among how many things does your hand choose?",
        "Are the ones you want also among the things that could come up?",
        "What would your way give if nearly all of them were wanted, and can a chance be like that?",
    ),
    examples=(
        ("A bag contains 3 red and 5 blue marbles. What is the probability of drawing a red marble?", "3/5"),
        ("What is the probability of rolling a number greater than 4 on a fair six-sided die?", "1/2"),
    ),
    diagnostic=twins(
        wrong,
        "A bag contains 3 red and 5 blue marbles. What is the probability of drawing a red marble?",
        "What is the probability of rolling a number greater than 4 on a fair six-sided die?",
        "A bag contains 4 green, 7 white and 6 black marbles. What is the probability of drawing a white "
        "marble?",
    ),
)
