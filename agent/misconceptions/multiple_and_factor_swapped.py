"""Factors are given where multiples are asked, and the question of divisibility is turned round."""

from random import Random

from ..symbolic import Problem
from . import Misconception
from ._tools import drawn, mistake


def _steps(problem: Problem) -> str | None:
    number = problem["number"]
    if problem.kind == "divisibility":
        turned = number < problem["divisor"] and problem["divisor"] % number == 0
        return "answer = 'yes'  # See whether one goes into the other." if turned else None
    factors = [small for small in range(1, number + 1) if number % small == 0]
    return f"answer = {{{', '.join(map(str, factors))}}}  # List the numbers that go into it."


wrong = mistake("multiple_list divisibility", _steps)


def _wording(random: Random) -> str:
    small = random.randrange(2, 13)
    large = small * random.randrange(2, 10)
    return random.choice(
        (
            f"List the first {random.randrange(3, 7)} multiples of {small}.",
            f"Is {small} divisible by {large}?",
            f"Is {small} a multiple of {large}?",
        )
    )


ENTRY = Misconception(
    id="multiple_and_factor_swapped",
    name="Mixing up factors and multiples",
    grades=(4, 7),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle; Zazkis 1998, "
    "Divisors and quotients: acknowledging polysemy, For the Learning of Mathematics 18(3)",
    explanation="You may have mixed up the numbers that go into a number with those it goes into.",
    wrong=wrong,
    questions=(
        "What does the maths word in the problem mean, in your own words?",
        "Are you looking for numbers that go into it, or for numbers you reach counting up in its steps?",
        "Should the numbers you look for be larger or smaller than the one you start with?",
        "Think of tens and of a hundred. Which goes into the other, and which do you reach by counting up?",
    ),
    examples=(
        ("List the first 4 multiples of 6.", "{1, 2, 3, 6}"),
        ("Is 4 a multiple of 12?", "yes"),
    ),
    diagnostic=drawn(wrong, _wording),
)
