"""Equations told in words: "I think of a number", "8 is added to a number", consecutive integers, two numbers."""

import re
from fractions import Fraction
from random import Random
from typing import Any

from ..problem import Given, Kind, Problem, like, said
from ..wording import Rule, plain_number, rule
from .equation_wordings import read_equation

# --- one number, and what is done to it ------------------------------------------------------------------------------

_STEP = (
    r"(?:(?:doubl|tripl|trebl|halv)(?:e|es|ed|ing)(?: (?:it|this|that|the result|the answer|my number|the number))?"
    r"|(?:is )?(?:multipl|divid|add|subtract|increas|decreas)(?:y|e|ies|es|s|ied|ed|ying|ing)?"
    r"(?: (?:it|this|that|the result|the answer|my number|the number))?(?: by)? [-\d./]+"
    r"(?: (?:to|from) (?:it|this|that|the result|the answer|my number|the number))?"
    r"|tak(?:e|es|ing) (?:away )?[-\d./]+(?: (?:away|from (?:it|this|that|the result|the answer)))?)"
)
_STEPS = rf"(?P<steps>{_STEP}(?:(?:,? and then|,? then|,? and|,) (?:i )?{_STEP}){{0,3}})"
_OPERATION = re.compile(
    r"(?P<word>doubl|tripl|trebl|halv|multipl|divid|add|subtract|increas|decreas|tak)[a-z]*"
    r"(?:(?: away| it| this| that| the result| the answer| my number| the number| by)*? (?P<number>-?\d[\d./]*))?"
)
_RESULT = (
    r"(?:the (?:result|answer) is|i get|i end up with|the result equals|it is|to get|the answer i get is|my answer is"
    r"|it becomes|you get|gives|i got|giving)"
)
_FINAL = (
    r"(?:[.;?,]? (?:what is|what's|find|work out|what was|what number did i (?:start with|think of))"
    r"(?: (?:the|this|that|my)(?: original)? number)?(?: i (?:thought of|think of|started with))?)"
)


def _done(steps: str) -> str | None:
    """What is done to a number n, one after the other, as an expression in n."""
    text, tight = "n", True
    for match in _OPERATION.finditer(steps.lower()):
        word, number = match["word"], match["number"]
        if (number is None) != (word in ("doubl", "tripl", "trebl", "halv")):
            return None
        if number is not None and plain_number(number.rstrip(".")) is None:
            return None
        number = (number or "").rstrip(".")
        closed = text if tight else f"({text})"
        if word in ("doubl", "tripl", "trebl"):
            text, tight = f"{2 if word == 'doubl' else 3}{closed}", True
        elif word == "halv":
            text, tight = f"{closed}/2", True
        elif word == "multipl":
            text, tight = f"{number} × {closed}", True
        elif word == "divid":
            text, tight = f"{closed} ÷ {number}", True
        else:
            sign = "+" if word in ("add", "increas") else "-"
            text, tight = (
                f"{text} {sign} ({number})" if number[0] == "-" else f"{text} {sign} {number}",
                False,
            )
    return text


def _thought_of(found: dict[str, Any]) -> Problem | None:
    steps = _done(found["steps"])
    problem = None if steps is None else read_equation(f"{steps} = {said(found['result'])}")
    return problem if problem is not None and problem.kind == "linear_equation" else None


def _acted_on(found: dict[str, Any]) -> Problem | None:
    """ "8 is added to a number": the equation by the verb."""
    number, verb = said(found["number"]), found["verb"].lower()
    left = {"added": f"n + ({number})", "subtracted": f"n - ({number})"}.get(verb)
    if left is None:
        return None
    problem = read_equation(f"{left} = {said(found['result'])}")
    return problem if problem is not None and problem.kind == "linear_equation" else None


# --- numbers that follow each other ------------------------------------------------------------------------------

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, **{str(n): n for n in range(2, 6)}}
_SHOWN = {2: "two", 3: "three", 4: "four", 5: "five"}


def _first(problem: Problem) -> Fraction:
    gaps = problem["step"] * problem["count"] * (problem["count"] - 1) // 2
    return Fraction(problem["total"] - gaps, problem["count"])


def _consecutive_steps(problem: Problem) -> str:
    count = problem["count"]
    lines = (
        "extra = step * count * (count - 1) // 2  # Add up how much the later ones are above the smallest.\n"
        "copies_of_smallest = total - extra  # Take that away: what is left is the smallest, once for each of them.\n"
    )
    if problem.wanted == "smallest":
        return f"{lines}answer = copies_of_smallest // count  # Share that equally."
    lines += "smallest = copies_of_smallest // count  # Share that equally for the smallest.\n"
    if problem.wanted == "largest":
        return f"{lines}answer = smallest + step * (count - 1)  # Count on from it to the largest."
    names = ", ".join(f"smallest + {n} * step" if n else "smallest" for n in range(count))
    return f"{lines}answer = {{{names}}}  # Count on from it for the others."


def _sort(problem: Problem) -> str:
    if problem["step"] == 1:
        return "integers"
    return f"{'even' if problem['parity'] == 'even' else 'odd'} integers"


def _consecutive_phrase(problem: Problem) -> str:
    which = {"smallest": "What is the smallest of them?", "largest": "What is the largest of them?"}
    return (
        f"The sum of {_SHOWN[problem['count']]} consecutive {_sort(problem)} is {problem['total']}. "
        f"{which.get(problem.wanted, 'Find the integers.')}"
    )


def _vary_consecutive(problem: Problem, random: Random) -> dict[str, Given]:
    return {**dict(problem.given), "total": like(random, problem["total"])}


def _follow(problem: Problem) -> bool:
    first = _first(problem)
    parity = {"even": 0, "odd": 1}.get(problem["parity"])
    return first.denominator == 1 and parity in (None, first.numerator % 2)


CONSECUTIVE = Kind(
    "consecutive_integers",
    "integers",
    ("count", "step", "parity", "total"),
    _consecutive_steps,
    _consecutive_phrase,
    _follow,
    lambda problem: _first(problem) > 0,
    _vary_consecutive,
)


def _consecutive(found: dict[str, Any]) -> Problem | None:
    count, sort = _COUNTS.get(found["count"].lower()), found.get("sort", "").strip().lower()
    if count is None or not isinstance(found["total"], int):
        return None
    which = (found.get("which") or "").lower()
    wanted = {"smaller": "smallest", "larger": "largest", "greatest": "largest", "greater": "largest"}
    if which in ("smaller", "larger", "greater") and count != 2:
        return None
    given: dict[str, Given] = {
        "count": count,
        "step": 2 if sort else 1,
        "parity": sort,
        "total": found["total"],
    }
    return CONSECUTIVE.problem(given, wanted.get(which, which) or "integers")


# --- two numbers by their sum and difference ---------------------------------------------------------------------


def _pair_steps(problem: Problem) -> str:
    lines = "twice_the_larger = total + difference  # Make both as large as the larger: add the difference.\n"
    if problem.wanted == "larger number":
        return f"{lines}answer = Fraction(twice_the_larger, 2)  # Halve that."
    lines += "larger = Fraction(twice_the_larger, 2)  # Halve that: this is the larger number.\n"
    if problem.wanted == "smaller number":
        return f"{lines}answer = total - larger  # Take it from the sum."
    return (
        f"{lines}smaller = total - larger  # Take it from the sum for the smaller one.\n"
        "answer = {smaller, larger}  # Write both numbers."
    )


def _pair_phrase(problem: Problem) -> str:
    which = "the two numbers" if problem.wanted == "numbers" else f"the {problem.wanted}"
    return (
        f"The sum of two numbers is {said(problem['total'])} and their difference is "
        f"{said(problem['difference'])}. Find {which}."
    )


PAIR = Kind(
    "sum_and_difference",
    "numbers",
    ("total", "difference"),
    _pair_steps,
    _pair_phrase,
    lambda problem: problem["difference"] > 0,
    lambda problem: (
        (Fraction(problem["total"]) - Fraction(problem["difference"])).numerator % 2,
        problem["total"] > problem["difference"],
    ),
)


def _pair(found: dict[str, Any]) -> Problem | None:
    which = {"smaller": "smaller number", "larger": "larger number", "bigger": "larger number"}
    which |= {"greater": "larger number", "": "numbers"}
    given: dict[str, Given] = {"total": found["total"], "difference": found["difference"]}
    return PAIR.problem(given, which[(found.get("which") or "").lower()])


# --- two consecutive numbers by their product --------------------------------------------------------------------


def _vary_product(problem: Problem, random: Random) -> dict[str, Given]:
    low, high = (1, 31) if problem["product"] < 1000 else (32, 99)
    n = random.randrange(low, high)
    return {"product": n * (n + 1)}


PRODUCT = Kind(
    "consecutive_product",
    "smaller integer",
    ("product",),
    lambda problem: (
        "discriminant = 1 + 4 * product  # Write n(n + 1) less the product as n^2 + n - ..., and find "
        "its discriminant.\n"
        "root_of_discriminant = isqrt(discriminant)  # Take its square root.\n"
        "answer = (root_of_discriminant - 1) // 2  # Use the quadratic formula; only the positive solution counts."
    ),
    lambda problem: (
        f"The product of two consecutive positive integers is {problem['product']}. What is the smaller integer?"
    ),
    lambda problem: problem["product"] in {n * (n + 1) for n in range(1, 1000)},
    lambda problem: problem["product"] < 1000,
    _vary_product,
)


def _product(found: dict[str, Any]) -> Problem | None:
    return PRODUCT.problem({"product": found["product"]}) if isinstance(found["product"], int) else None


KINDS = [CONSECUTIVE, PAIR, PRODUCT]

_WHOLE = r"(?:integers|numbers|whole numbers|positive integers|natural numbers)"
_WHICH = (
    r"(?:[.;,] (?:what is|what's|find|work out) (?:the )?(?P<which>smallest|largest|greatest|smaller|larger|greater)"
    rf"(?: (?:of (?:them|the (?:\w+ )?{_WHOLE})|number|integer|one))?"
    rf"|[.;,] (?:what are|find|what are the values of) (?:the|these|all)(?: \w+)? {_WHOLE})"
)
_FIND_PAIR = (
    r"[.;,] (?:what are|find|work out|what is|what's) (?:the )?"
    r"(?:(?:two |both )?numbers|(?P<which>smaller|larger|bigger|greater)(?: (?:number|one|of the (?:two )?numbers))?)"
)
RULES: list[Rule] = [
    rule(
        rf"(?:i think of|i am thinking of|i'm thinking of|i thought of|think of|take|\w+ thinks of) a number"
        rf"(?:,| and|;|\.|, and)? (?:then )?(?:(?:i|she|he|when i|if i) )?{_STEPS}(?:[,;.]| and)* ?"
        rf"(?:and )?{_RESULT} {{result:number}}{_FINAL}",
        _thought_of,
    ),
    rule(
        rf"(?:when |if )?a number is {_STEPS}(?:[,;.]| and)* ?(?:and )?{_RESULT} {{result:number}}{_FINAL}",
        _thought_of,
    ),
    rule(
        rf"(?:when |if )?{{number:number}} is (?P<verb>added|subtracted) (?:to|from) a(?: certain)? "
        r"number(?:[,;.]| and)*"
        rf" ?{_RESULT} {{result:number}}{_FINAL}",
        _acted_on,
    ),
    rule(
        rf"the sum of (?P<count>\w+) consecutive(?P<sort> even| odd)? {_WHOLE} is {{total:number}}{_WHICH}",
        _consecutive,
    ),
    rule(
        rf"(?P<count>two|three|four|five|[2-5]) consecutive(?P<sort> even| odd)? {_WHOLE} (?:add up "
        r"to|have a sum of|sum to"
        rf"|add to) {{total:number}}{_WHICH}",
        _consecutive,
    ),
    rule(
        rf"(?P<which>smallest|largest) of (?P<count>\w+) consecutive(?P<sort> even| odd)? {_WHOLE} "
        r"(?:whose sum is|with a sum"
        r" of|that add up to) {total:number}",
        _consecutive,
    ),
    rule(
        rf"the sum of two numbers is {{total:number}}(?:,? and|[.;,]) ?(?:their|the) difference is "
        rf"{{difference:number}}"
        rf"{_FIND_PAIR}",
        _pair,
    ),
    rule(
        rf"two numbers (?:have a sum of|add up to|add to|sum to) {{total:number}}(?:,? "
        r"and|[.;,]) ?(?:(?:they|have|and) )*"
        rf"(?:differ by|a difference of|(?:their|the) difference is) {{difference:number}}{_FIND_PAIR}",
        _pair,
    ),
    rule(
        r"the product of two consecutive positive (?:integers|whole numbers|numbers) is {product:number}[.;,] "
        r"(?:what is|find) the smaller(?: (?:integer|number|one|of the two))?",
        _product,
    ),
]
