"""Each prime factor is written once, however often it occurs."""

from ..symbolic import Problem
from ..symbolic.number.primes import prime_factors
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    found = prime_factors(problem["number"])
    once = sorted(set(found))
    if len(once) < 2 or len(once) == len(found):
        return None
    return f'answer = "{" × ".join(map(str, once))}"  # Write down the primes that divide it.'


wrong = mistake("prime_factorization", _steps)

ENTRY = Misconception(
    id="prime_factor_counted_once",
    name="Counting each prime factor once",
    grades=(5, 8),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (repeated prime "
    "factors counted once)",
    explanation="You may have written each prime number only once.",
    wrong=wrong,
    questions=(
        "Multiply your primes. Which number do you get?",
        "What is missing between the product of your primes and the number in the problem?",
        "Divide the number by a prime you found. Can you divide by the same prime again?",
        "Draw a factor tree. Which numbers stand at the ends of all its branches?",
    ),
    examples=(
        ("Write 84 as a product of its prime factors.", "2 × 3 × 7"),
        ("Write 90 as a product of its prime factors.", "2 × 3 × 5"),
    ),
    diagnostic=twins(
        wrong,
        "Write 84 as a product of its prime factors.",
        "Write 360 as a product of its prime factors.",
    ),
)
