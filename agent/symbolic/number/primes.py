"""Prime numbers: prime factorisation, which numbers are prime, and the primes of a range."""

from collections.abc import Callable
from math import isqrt
from random import Random
from typing import Any

from ...written_answers import is_prime
from ..problem import Given, Kind, Problem, formula, like, said
from ..wording import Rule, rule
from .factors import GREAT, SMALL, THAT_IS

_MOST = 99_999


def _smallest_factor(number: int) -> int:
    return next((divisor for divisor in range(2, isqrt(number) + 1) if number % divisor == 0), number)


def prime_factors(number: int) -> list[int]:
    """The primes whose product a number of 2 or more is, each as often as it occurs, in order."""
    factors: list[int] = []
    while number > 1:
        factors.append(_smallest_factor(number))
        number //= factors[-1]
    return factors


_IS_PRIME = "all({0} % divisor for divisor in range(2, isqrt({0}) + 1))"


def _factorised(problem: Problem) -> str:
    primes = f"prime in range(2, number + 1) if number % prime == 0 and {_IS_PRIME.format('prime')}"
    power = "max(times for times in range(1, 20) if number % prime**times == 0)"
    product = f'" × ".join(str(prime) if number % prime**2 else f"{{prime}}^{{{power}}}" for {primes})'
    if (
        len(set(prime_factors(problem["number"]))) == 1
    ):  # 2 × 2 × 2, not 2^3, which looks like any other power
        times = power.replace("prime", "smallest_prime")
        product = f'" × ".join([str(smallest_prime)] * {times})'
    return (
        "smallest_prime = next(divisor for divisor in range(2, number + 1) if number % divisor == 0)"
        "  # Find the smallest prime number that divides it.\n"
        "rest = number // smallest_prime  # Divide by that prime.\n"
        f"answer = {product}  # Go on with what is left until only 1 is left, and write all the primes as a product."
    )


def _vary_number(problem: Problem, random: Random) -> dict[str, Given]:
    if len(set(prime_factors(problem["number"]))) == 1:
        return {"number": random.choice((2, 3, 5, 7)) ** random.randrange(2, 8)}
    return {"number": like(random, problem["number"])}


def _how_prime(problem: Problem) -> object:
    """A prime, an obvious product of 2, 3 or 5, or one that takes trying."""
    number = problem["number"]
    return (is_prime(number), number > 9 and _smallest_factor(number) > 5)


_TRIED = (
    "last_to_try = isqrt(number)  # See how far you have to try: no further than the square root.\n"
    "divisors = sum(number % divisor == 0 for divisor in range(2, last_to_try + 1))"
    "  # Count the numbers from 2 up to there that divide it.\n"
)


def _checked(problem: Problem) -> str:
    prime, composite, neither = {
        "prime?": ("yes", "no", "no"),
        "composite?": ("no", "yes", "no"),
        "prime or composite": ("prime", "composite", "neither"),
    }[problem.wanted]
    return (
        f"{_TRIED}answer = {neither!r} if number == 1 else {composite!r} if divisors else {prime!r}"
        "  # A prime number has exactly two factors: 1 and itself."
    )


def _check_phrase(problem: Problem) -> str:
    words = {
        "prime?": "a prime number",
        "composite?": "a composite number",
        "prime or composite": "prime, composite or neither",
    }[problem.wanted]
    return f"Is {problem['number']} {words}?"


def _ends_are_clear(problem: Problem) -> bool:
    """Whether primes "between" two numbers are the same with the two and without."""
    low, high = problem["low"], problem["high"]
    return (
        0 <= low < high <= 1000
        and not is_prime(low)
        and not is_prime(high)
        and any(map(is_prime, range(low, high)))
    )


_FROM_TO = (
    "last_to_try = isqrt(high)  # See how far you have to try: no further than the square root of the upper end.\n"
    "answer = {0}"
)
_IN_RANGE = f"number for number in range(max(low, 2), high) if {_IS_PRIME.format('number')}"
FACTORISATION = Kind(
    "prime_factorization",
    "product of primes",
    ("number",),
    _factorised,
    lambda problem: f"Write {problem['number']} as a product of its prime factors.",
    lambda problem: 4 <= problem["number"] <= _MOST and not is_prime(problem["number"]),
    lambda problem: (
        len(prime_factors(problem["number"])) // 2,
        len(set(prime_factors(problem["number"]))) == 1,
        max(prime_factors(problem["number"])) < 14,
    ),
    _vary_number,
)
CHECK = Kind(
    "prime_check",
    "prime?",
    ("number",),
    _checked,
    _check_phrase,
    lambda problem: 1 <= problem["number"] <= _MOST,
    _how_prime,
    lambda problem, random: {
        "number": random.randrange(1, 10) if problem["number"] < 10 else like(random, problem["number"])
    },
)
PRIMES = formula(
    "primes_in_range",
    "prime numbers",
    "low high",
    _FROM_TO.format(f"{{{_IN_RANGE}}}") + "  # Keep the numbers that none of those divides.",
    "List all the prime numbers between {low} and {high}.",
    sane=_ends_are_clear,
)
PRIME_COUNT = formula(
    "prime_count",
    "how many prime numbers",
    "low high",
    _FROM_TO.format(f"len([{_IN_RANGE}])") + "  # Count the numbers that none of those divides.",
    "How many prime numbers are there between {low} and {high}?",
    sane=_ends_are_clear,
)
PRIME_ABOVE = formula(
    "prime_above",
    "smallest prime above",
    "limit",
    "first_to_try = limit + 1  # Begin with the next number.\n"
    f"answer = next(number for number in range(first_to_try, 2 * limit + 2) if {_IS_PRIME.format('number')})"
    "  # Go up until nothing but 1 and the number itself divides it.",
    "What is the smallest prime number greater than {limit}?",
    sane=lambda problem: 2 <= problem["limit"] < 10**4,
)
PRIME_BELOW = formula(
    "prime_below",
    "largest prime below",
    "limit",
    "first_to_try = limit - 1  # Begin with the number before it.\n"
    f"answer = next(number for number in range(first_to_try, 1, -1) if {_IS_PRIME.format('number')})"
    "  # Go down until nothing but 1 and the number itself divides it.",
    "What is the largest prime number less than {limit}?",
    sane=lambda problem: 3 <= problem["limit"] < 10**4,
)


def _only_prime(problem: Problem) -> bool:
    numbers = problem["numbers"]
    return (
        all(isinstance(one, int) and 0 < one <= _MOST for one in numbers) and sum(map(is_prime, numbers)) == 1
    )


PRIME_AMONG = Kind(
    "prime_among",
    "prime number",
    ("numbers",),
    lambda problem: (
        f"last_to_try = isqrt({max(problem['numbers'])})"
        "  # See how far you have to try: no further than the square root of the largest number.\n"
        f"answer = next(number for number in numbers if number > 1 and {_IS_PRIME.format('number')})"
        "  # Cross out the numbers that one of those divides; what is left is prime."
    ),
    lambda problem: f"Which of these numbers is prime: {said(problem['numbers'])}?",
    _only_prime,
    lambda problem: sum(number % 2 for number in problem["numbers"]) > 1,
)
KINDS = [FACTORISATION, CHECK, PRIMES, PRIME_COUNT, PRIME_ABOVE, PRIME_BELOW, PRIME_AMONG]


# --- reading --------------------------------------------------------------------------------------------------------


def _checking(wanted: str) -> Callable[[dict[str, Any]], Problem | None]:
    return lambda found: CHECK.problem(found, wanted)


def _ranged(kind: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        low, high = found.get("low", 1), found["high"]
        if "below" in found and high <= 1000:
            while is_prime(high) and high > 2:  # less than 19 is less than 18: it is not among them
                high -= 1
        return kind.problem({"low": low, "high": high})

    return build


_WRITE = r"(?:(?:write|express|give|show|represent|find|state|break down)(?: the number)? )?"
_IN_POWERS = (
    r"(?:[,.]? ?(?:(?:give|giving|leave|leaving|write|writing)(?: your)? answer )?(?:in|using|with) "
    r"(?:index|exponent|exponential|power) (?:form|notation)|[,.]? ?using (?:exponents|powers|indices|index notation))?"
)
_AS_PRIMES = r"(?:a |the )?product of (?:its |the )?(?:powers of )?(?:its )?prime(?: factor| number)?s?"
_N = r"(?:the number )?{number:integer}"
_LIST = r"(?:(?:list|write|write down|write out|name|state|find|give|identify)(?: out)? )?(?:all )?(?:of )?(?:the )?"
_PRIMES = r"(?:prime numbers|primes)(?: that are| which are)?"
_RANGE = (
    r"(?:(?P<below>less than|below|under|smaller than) {high:integer}|(?:up to) {high:integer}"
    r"|between {low:integer} and {high:integer}|from {low:integer} to {high:integer})"
)
RULES: list[Rule] = [
    rule(rf"{_WRITE}{_N} as {_AS_PRIMES}{_IN_POWERS}", FACTORISATION.problem),
    rule(
        rf"(?:{_LIST})?(?:the )?prime[ -]?factori[sz]ation (?:of|for) {_N}{_IN_POWERS}",
        FACTORISATION.problem,
    ),
    rule(rf"{_N} prime factori[sz]ation", FACTORISATION.problem),
    rule(
        rf"(?:prime factori[sz]e|factori[sz]e) {_N} into (?:its )?prime(?: factor| number)?s",
        FACTORISATION.problem,
    ),
    rule(rf"prime[ -]factori[sz]e {_N}{_IN_POWERS}", FACTORISATION.problem),
    rule(rf"is {_N} (?:a )?prime(?: number)?(?: or not)?", _checking("prime?")),
    rule(rf"is {_N} (?:a )?composite(?: number)?(?: or not)?", _checking("composite?")),
    rule(
        rf"(?:is |(?:state |say |decide |tell )?whether ){_N} (?:is )?(?:a )?prime(?: number)?,? (?:or )?"
        r"(?:a )?composite(?: number)?(?:,? or neither)?",
        _checking("prime or composite"),
    ),
    rule(rf"true or false[:?.]? ?{_N} is (?:a )?prime(?: number)?", _checking("prime?")),
    rule(rf"true or false[:?.]? ?{_N} is (?:a )?composite(?: number)?", _checking("composite?")),
    rule(rf"how many {_PRIMES} (?:are )?(?:there )?(?:are )?{_RANGE}", _ranged(PRIME_COUNT)),
    rule(rf"the number of {_PRIMES} {_RANGE}", _ranged(PRIME_COUNT)),
    rule(rf"{_LIST}{_PRIMES} {_RANGE}", _ranged(PRIMES)),
    rule(
        rf"(?:which is )?(?:the )?{SMALL} prime(?: number)? {THAT_IS}"
        r"(?:greater than|larger than|bigger than|more than|above|over|after) {limit:integer}",
        PRIME_ABOVE.problem,
    ),
    rule(
        rf"(?:which is )?(?:the )?{GREAT} prime(?: number)? {THAT_IS}"
        r"(?:less than|smaller than|below|under|before) {limit:integer}",
        PRIME_BELOW.problem,
    ),
    rule(
        r"(?:which|circle|choose|identify) ?(?:one )?(?:number )?(?:of (?:these|the following)(?: numbers)? )?"
        r"(?:number )?(?:is )?(?:a |the )?prime(?: number)?(?: in (?:this|the) list)?[:,]? ?{numbers:numbers}",
        PRIME_AMONG.problem,
    ),
]
