"""All outcomes that have a name are taken to be equally likely."""

from fractions import Fraction

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    if problem.kind == "probability_die":
        shown = Fraction(problem["favourable"], problem["total"]) != Fraction(1, 2)
        return "answer = Fraction(1, 2)  # It happens or it does not." if shown else None
    counts, colours = problem["counts"], len(problem["counts"])
    count = counts[problem["colours"].split().index(problem["colour"])]
    favourable = colours - 1 if problem.wanted == "probability of another" else 1
    if Fraction(count, sum(counts)) == Fraction(1, colours):
        return None
    return f"""
    kinds = {colours}  # Count the kinds there are.
    answer = Fraction({favourable}, kinds)  # Each is as likely as the others.
    """


wrong = mistake("probability_draw probability_die", _steps)

ENTRY = Misconception(
    id="probability_all_equal",
    name="Taking all kinds to be equally likely",
    grades=(5, 9),
    source="Lecoutre 1992, Cognitive models and problem spaces in purely random situations, Educational "
    "Studies in Mathematics 23(6)",
    explanation="You may have taken every kind of outcome to be equally likely.",
    wrong=wrong,
    questions=(
        "What did you count for the bottom number of your fraction?",
        "Are there equally many of each kind?",
        "Suppose there were very many of one kind and a few of the others. What would you expect to come up?",
        "Imagine every single thing with its own name on it. How many names are there, and how many are "
        "wanted?",
    ),
    examples=(
        ("A bag contains 3 red and 5 blue marbles. What is the probability of drawing a red marble?", "1/2"),
        ("What is the probability of rolling a 5 on a fair six-sided die?", "1/2"),
    ),
    diagnostic=twins(
        wrong,
        "A bag contains 3 red and 5 blue marbles. What is the probability of drawing a red marble?",
        "A bag contains 4 green, 7 white and 6 black marbles. What is the probability of drawing a white "
        "marble?",
        "What is the probability of rolling a number greater than 4 on a fair six-sided die?",
    ),
)
