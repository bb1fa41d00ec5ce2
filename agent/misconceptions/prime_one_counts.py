"""1 is counted among the prime numbers."""

from ..symbolic import Problem
from ..written_answers import is_prime
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    if problem.kind == "prime_check":
        said = {"prime?": "yes", "composite?": "no", "prime or composite": "prime"}[problem.wanted]
        return f"answer = {said!r}  # Say what sort of number it is." if problem["number"] == 1 else None
    if problem["low"] > 1:
        return None
    primes = [number for number in range(2, problem["high"]) if is_prime(number)]
    if problem.kind == "prime_count":
        return f"answer = {len(primes)} + 1  # Count the primes, and 1 with them."
    return f"answer = {{1, {', '.join(map(str, primes))}}}  # List the primes, and 1 with them."


wrong = mistake(
    "prime_check primes_in_range prime_count",
    _steps,
    shows=lambda problem: problem.kind != "prime_check" or problem.wanted != "composite?",
)

ENTRY = Misconception(
    id="prime_one_counts",
    name="Counting 1 as a prime number",
    grades=(4, 8),
    source="Zazkis & Liljedahl 2004, Understanding primes: the role of representation, JRME 35(3); "
    "King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle",
    explanation="You may have taken the smallest counting number to be prime.",
    wrong=wrong,
    questions=(
        "How would you explain to a friend what a prime number is?",
        "Write down the factors of a few primes you know. How many factors does each of them have?",
        "Now write down all the factors of the smallest number in your list or in the problem. "
        "What do you notice?",
        "Does every number you called prime have as many factors as the others?",
    ),
    examples=(
        ("Is 1 a prime number?", "yes"),
        ("How many prime numbers are there less than 20?", "9"),
    ),
    diagnostic=twins(
        wrong,
        "How many prime numbers are there less than 20?",
        "List all the prime numbers less than 30.",
    ),
)
