"""Factors and multiples: all of them, the common ones, the greatest and the least, and divisibility."""

from collections.abc import Callable
from math import gcd
from typing import Any

from ...expressions import Number, parse_expression
from ..problem import Kind, Problem, formula, said
from ..wording import Rule, rule


def _common_kind(name: str, words: str, code: str) -> Kind:
    def steps(problem: Problem) -> str:
        return f"answer = {code}({', '.join(map(str, problem['numbers']))})  # Find the {words}."

    def phrase(problem: Problem) -> str:
        return f"What is the {words} of {said(problem['numbers'])}?"

    return Kind(
        name, words, ("numbers",), steps, phrase, _whole, lambda problem: gcd(*problem["numbers"]) > 1
    )


def _whole(problem: Problem) -> bool:
    return all(isinstance(number, int) and 0 < number < 10**9 for number in problem["numbers"])


def _between(low: int, high: int, *names: str) -> Callable[[Problem], bool]:
    """Whether the numbers of these names are within bounds."""
    return lambda problem: all(low <= problem[name] <= high for name in names)


def _divides(problem: Problem) -> bool:
    return problem["number"] % problem["divisor"] == 0


def _how_many_factors(number: int) -> int:
    return sum(number % divisor == 0 for divisor in range(1, number + 1))


GCD = _common_kind("greatest_common_factor", "greatest common factor", "gcd")
LCM = _common_kind("least_common_multiple", "least common multiple", "lcm")
_LAST = "last_to_try = isqrt(number)  # See how far you have to try: no further than the square root.\n"
FACTORS = formula(
    "factor_list",
    "factors",
    "number",
    _LAST + "answer = {factor for small in range(1, last_to_try + 1) if number % small == 0"
    " for factor in (small, number // small)}"
    "  # Try each number up to there, and note those that divide it with their partners.",
    "List all the factors of {number}.",
    sane=_between(2, 9999, "number"),
    features=lambda problem: _how_many_factors(problem["number"]) // 3,
)
FACTOR_COUNT = formula(
    "factor_count",
    "how many factors",
    "number",
    _LAST + "found = sum(number % small == 0 for small in range(1, last_to_try + 1))"
    "  # Count the numbers up to there that divide it.\n"
    "answer = 2 * found - (last_to_try**2 == number)"
    "  # Count the partner of each as well; a number that is its own partner counts only once.",
    "How many factors does {number} have?",
    sane=_between(2, 9999, "number"),
    features=lambda problem: _how_many_factors(problem["number"]) // 3,
)
COMMON_FACTORS = Kind(
    "common_factors",
    "common factors",
    ("numbers",),
    lambda problem: (
        f"greatest = gcd({', '.join(map(str, problem['numbers']))})  # Find the greatest number that divides all.\n"
        "answer = {factor for factor in range(1, greatest + 1) if greatest % factor == 0}"
        "  # Every number that divides this greatest one is a common factor, too."
    ),
    lambda problem: f"Find the common factors of {said(problem['numbers'])}.",
    lambda problem: _whole(problem) and max(problem["numbers"]) < 10**4,
    lambda problem: gcd(*problem["numbers"]) > 2,
)
MULTIPLES = formula(
    "multiple_list",
    "multiples",
    "number count",
    "answer = {number * times for times in range(1, count + 1)}  # Multiply the number by 1, by 2, and so on.",
    "List the first {count} multiples of {number}.",
    sane=lambda problem: 2 <= problem["count"] <= 20 and 2 <= problem["number"] < 10**4,
)
COMMON_MULTIPLES = Kind(
    "common_multiples",
    "common multiples",
    ("numbers", "count"),
    lambda problem: (
        f"least = lcm({', '.join(map(str, problem['numbers']))})  # Find the least common multiple.\n"
        "answer = {least * times for times in range(1, count + 1)}"
        "  # Every multiple of this least one is a common multiple, too."
    ),
    lambda problem: f"List the first {problem['count']} common multiples of {said(problem['numbers'])}.",
    lambda problem: _whole(problem) and max(problem["numbers"]) < 10**3 and 2 <= problem["count"] <= 20,
)
DIVISIBLE = formula(
    "divisibility",
    "divisible?",
    "number divisor",
    "remainder = number % divisor  # Divide, and see what is left over.\n"
    "answer = 'yes' if remainder == 0 else 'no'  # It divides exactly only if nothing is left.",
    "Is {number} divisible by {divisor}?",
    sane=lambda problem: 2 <= problem["divisor"] < 10**6 and 1 <= problem["number"] < 10**9,
    features=_divides,
)
MULTIPLE_BELOW = formula(
    "multiple_below",
    "largest multiple below",
    "number limit",
    "times = (limit - 1) // number  # See how many whole times the number fits without reaching the limit.\n"
    "answer = times * number  # Multiply back.",
    "What is the largest multiple of {number} less than {limit}?",
    sane=lambda problem: 2 <= problem["number"] < problem["limit"] < 10**9,
    features=lambda problem: (problem["number"] < 10, problem["limit"] % problem["number"] == 0),
)
MULTIPLE_ABOVE = formula(
    "multiple_above",
    "smallest multiple above",
    "number limit",
    "times = limit // number + 1  # See how often the number fits into the limit, and go one further.\n"
    "answer = times * number  # Multiply back.",
    "What is the smallest multiple of {number} greater than {limit}?",
    sane=lambda problem: 2 <= problem["number"] < problem["limit"] < 10**9,
    features=lambda problem: (problem["number"] < 10, problem["limit"] % problem["number"] == 0),
)
KINDS = [
    *(GCD, LCM, FACTORS, FACTOR_COUNT, COMMON_FACTORS, MULTIPLES, COMMON_MULTIPLES),
    *(DIVISIBLE, MULTIPLE_BELOW, MULTIPLE_ABOVE),
]


# --- reading --------------------------------------------------------------------------------------------------------


def _of_denominators(found: dict[str, Any]) -> Problem | None:
    bottoms = [
        node.text.split("/")[-1]
        for t in (found["first"], found["second"])
        if isinstance(node := parse_expression(t), Number)
    ]
    return LCM.problem({"numbers": tuple(map(int, bottoms))}) if len(bottoms) == 2 else None


_LIST = r"(?:(?:list|write|write down|write out|name|state|find|give|identify)(?: out)? )?"
_ALL = r"(?:all )?(?:of )?(?:the )?(?:positive |whole number |whole-number )?"
_EXACTLY = r"(?: exactly| evenly| without (?:a|any) remainder| with no remainder)"
GREAT, SMALL = "(?:largest|greatest|biggest|highest)", "(?:smallest|least|lowest|first|next)"
THAT_IS = "(?:that is |that's |which is )?"
_UNDER = rf"{THAT_IS}(?:less than|smaller than|below|under|before)"
_OVER = rf"{THAT_IS}(?:greater than|larger than|bigger than|more than|above|over|after)"
_TRUE = r"true or false[:?.]? ?"
RULES: list[Rule] = [
    rule(
        r"(?:the )?(?:greatest|highest|largest|biggest) common (?:factor|divisor)(?: \(\w+\))? (?:of|for|between) "
        r"{numbers:numbers}",
        GCD.problem,
    ),
    rule(r"(?:the )?(?:gcf|gcd|hcf) ?(?:of |for |: ?)?\(?{numbers:numbers}\)?", GCD.problem),
    rule(
        r"(?:the )?(?:least|lowest|smallest) common (?:multiple)(?: \(\w+\))? (?:of|for|between) {numbers:numbers}",
        LCM.problem,
    ),
    rule(r"(?:the )?lcm ?(?:of |for |: ?)?\(?{numbers:numbers}\)?", LCM.problem),
    rule(
        r"(?:the )?(?:least|lowest|smallest) common denominator of {first:term} and {second:term}",
        _of_denominators,
    ),
    rule(rf"{_LIST}{_ALL}(?:factors|divisors) of (?:the number )?{{number:integer}}", FACTORS.problem),
    rule(
        rf"(?:which|what) (?:whole )?numbers (?:divide|go into|are factors of) {{number:integer}}{_EXACTLY}?",
        FACTORS.problem,
    ),
    rule(
        r"how many (?:different |positive )?(?:factors|divisors) (?:does (?:the number )?{number:integer} have"
        r"|(?:are there )?(?:of|for) {number:integer}(?: are there)?)",
        FACTOR_COUNT.problem,
    ),
    rule(r"the number of (?:positive )?(?:factors|divisors) of {number:integer}", FACTOR_COUNT.problem),
    rule(
        rf"{_LIST}{_ALL}(?:common factors|common divisors|factors common to) (?:of |for |between |shared by )?"
        r"(?:both )?{numbers:numbers}",
        COMMON_FACTORS.problem,
    ),
    rule(rf"{_LIST}(?:the )?first {{count:integer}} multiples of {{number:integer}}", MULTIPLES.problem),
    rule(
        rf"{_LIST}(?:the )?first {{count:integer}} common multiples of {{numbers:numbers}}",
        COMMON_MULTIPLES.problem,
    ),
    rule(
        r"is (?:the number )?{number:integer} (?:exactly |evenly )?divisible by {divisor:integer}",
        DIVISIBLE.problem,
    ),
    rule(r"is {divisor:integer} a (?:factor|divisor) of {number:integer}", DIVISIBLE.problem),
    rule(r"is {number:integer} a multiple of {divisor:integer}", DIVISIBLE.problem),
    rule(r"is {number:integer} in the {divisor:integer} times[ -]tables?", DIVISIBLE.problem),
    rule(
        rf"does {{divisor:integer}} (?:divide(?:{_EXACTLY})?(?: into)?|go(?:{_EXACTLY})? into) "
        rf"{{number:integer}}{_EXACTLY}?",
        DIVISIBLE.problem,
    ),
    rule(
        rf"can {{number:integer}} be divided(?:{_EXACTLY} by {{divisor:integer}}| by {{divisor:integer}}{_EXACTLY})",
        DIVISIBLE.problem,
    ),
    rule(
        rf"{_TRUE}{{number:integer}} is (?:divisible by|a multiple of) {{divisor:integer}}", DIVISIBLE.problem
    ),
    rule(rf"{_TRUE}{{divisor:integer}} is a (?:factor|divisor) of {{number:integer}}", DIVISIBLE.problem),
    rule(
        rf"(?:which is )?(?:the )?{GREAT} multiple of {{number:integer}} {_UNDER} {{limit:integer}}",
        MULTIPLE_BELOW.problem,
    ),
    rule(
        rf"(?:which is )?(?:the )?{SMALL} multiple of {{number:integer}} {_OVER} {{limit:integer}}",
        MULTIPLE_ABOVE.problem,
    ),
]
