"""An odd number is taken for prime, an even one for composite."""

from ..symbolic import Problem
from ..written_answers import is_prime
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    if problem.kind == "prime_above":
        odd = problem["limit"] + 2 if problem["limit"] % 2 else problem["limit"] + 1
        return None if is_prime(odd) else "answer = limit + 1 + limit % 2  # Take the next odd number."
    if problem.kind == "prime_below":
        odd = problem["limit"] - 2 if problem["limit"] % 2 else problem["limit"] - 1
        shows = odd > 1 and not is_prime(odd)
        return "answer = limit - 1 - limit % 2  # Take the odd number before it." if shows else None
    number = problem["number"]
    odd = number % 2 == 1
    if number == 1 or odd == is_prime(number):
        return None
    even_said, odd_said = {
        "prime?": ("no", "yes"),
        "composite?": ("yes", "no"),
        "prime or composite": ("composite", "prime"),
    }[problem.wanted]
    said = odd_said if odd else even_said
    return f"answer = {said!r}  # See whether it is odd or even."


wrong = mistake("prime_check prime_above prime_below", _steps)

ENTRY = Misconception(
    id="prime_odd_is_prime",
    name="Taking odd numbers for primes",
    grades=(4, 8),
    source="Ryan & Williams 2007, Children's Mathematics 4-15: Learning from Errors and "
    "Misconceptions, Open University Press; Zazkis & Liljedahl 2004, Understanding primes: "
    "the role of representation, JRME 35(3)",
    explanation="You may have looked at whether the number is odd or even.",
    wrong=wrong,
    questions=(
        "What did you look at to decide?",
        "Lay out that many counters. Into which equal rows can you put them?",
        "In which times tables does your number turn up?",
        "Write down the odd numbers you meet in the times table of three. What does that tell you "
        "about odd numbers?",
    ),
    examples=(
        ("Is 51 prime or composite?", "prime"),
        ("What is the smallest prime number greater than 13?", "15"),
    ),
    diagnostic=twins(
        wrong,
        "Is 51 a prime number?",
        "What is the smallest prime number greater than 13?",
        "Is 57 prime or composite?",
        "What is the largest prime number less than 29?",
    ),
)
