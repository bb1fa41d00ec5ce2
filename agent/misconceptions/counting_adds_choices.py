"""Choices that go together are added."""

from math import prod

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    if problem.kind == "number_of_choices":
        numbers = list(problem["numbers"])
    else:
        numbers = [2] * problem["coins"] + [6] * problem["dice"]
    if sum(numbers) == prod(numbers):
        return None
    return f"answer = {' + '.join(str(number) for number in numbers)}  # Add up what there is to choose."


wrong = mistake("number_of_choices number_of_outcomes", _steps)

ENTRY = Misconception(
    id="counting_adds_choices",
    name="Adding choices that go together",
    grades=(5, 9),
    source="Batanero, Navarro-Pelayo & Godino 1997, Effect of the implicit combinatorial model on "
    "combinatorial reasoning in secondary school pupils, Educational Studies in Mathematics 32(2)",
    explanation="You may have added the numbers of choices.",
    wrong=wrong,
    questions=(
        "Write down one full result of the kind that is counted. What is it made of?",
        "What does each single one that you counted look like: is it a full result or a part of one?",
        "Keep the first part as it is. With how many second parts can it go?",
        "Draw a branch for each first part, and from each of them a branch for each second part. How many ends "
        "does your tree have?",
    ),
    examples=(
        (
            "You have 3 shirts and 4 hats. How many different combinations of one of each are possible?",
            "7",
        ),
        ("How many possible outcomes are there when 1 coin and 1 die are thrown?", "8"),
    ),
    diagnostic=twins(
        wrong,
        "You have 3 shirts and 4 hats. How many different combinations of one of each are possible?",
        "How many possible outcomes are there when 1 coin and 1 die are thrown?",
    ),
)
