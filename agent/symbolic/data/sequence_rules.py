"""What else is asked of a sequence: its nth term, the next where the steps grow, the sum of its terms."""

from fractions import Fraction
from itertools import pairwise
from random import Random

from ..problem import Given, Kind, Problem, like, number_code, said
from .sequences import difference, ratio, vary_arithmetic, vary_geometric


def _listed(problem: Problem) -> str:
    return ", ".join(said(term) for term in problem["terms"])


def _is_arithmetic(problem: Problem, least: int = 3) -> bool:
    return len(problem["terms"]) >= least and difference(problem) not in (None, 0)


def _direction(problem: Problem) -> object:
    return (difference(problem) or 0) > 0


NTH_TERM = Kind(
    "nth_term",
    "nth term",
    ("terms",),
    lambda problem: (
        f"common_difference = {number_code(problem['terms'][1])} - {number_code(problem['terms'][0])}"
        "  # Find what is added each time.\n"
        f"before_first = {number_code(problem['terms'][0])} - common_difference"
        "  # Go one step back from the first term.\n"
        'answer = common_difference * symbols("n") + before_first'
        "  # Multiply the difference by n and add the number before the first term."
    ),
    lambda problem: f"Find the nth term of the sequence {_listed(problem)}, ...",
    _is_arithmetic,
    _direction,
    vary_arithmetic,
)


# --- sequences whose differences grow evenly ------------------------------------------------------------------------


def _growth(problem: Problem) -> Fraction | None:
    """By how much the differences grow each time, where that is always the same and not nothing."""
    terms = [Fraction(term) for term in problem["terms"]]
    steps = [after - before for before, after in pairwise(terms)]
    growths = {after - before for before, after in pairwise(steps)}
    return growths.pop() if len(growths) == 1 and 0 not in growths else None


def _vary_growing(problem: Problem, random: Random) -> dict[str, Given]:
    grows = 2 * random.randrange(1, 4) if problem.kind == "quadratic_nth_term" else random.randrange(1, 5)
    first, step = random.randrange(1, 10), random.randrange(1, 8)
    terms = [first]
    for place in range(len(problem["terms"]) - 1):
        terms.append(terms[-1] + step + place * grows)
    return {"terms": tuple(terms)}


QUADRATIC_NTH_TERM = Kind(
    "quadratic_nth_term",
    "nth term",
    ("terms",),
    lambda problem: (
        "first_difference = {1} - {0}  # Find how much the first step adds.\n"
        "second_difference = ({2} - {1}) - first_difference  # Find by how much the steps grow.\n"
        "square_coefficient = Fraction(second_difference, 2)  # Half of that goes with n squared.\n"
        "n_coefficient = first_difference - 3 * square_coefficient"
        "  # From n = 1 to n = 2 the squares grow by 3; the rest of the first step goes with n.\n"
        "constant = {0} - square_coefficient - n_coefficient  # Compare with the first term.\n"
        'answer = square_coefficient * symbols("n")**2 + n_coefficient * symbols("n") + constant'
        "  # Put the three parts together."
    ).format(*(number_code(term) for term in problem["terms"][:3])),
    lambda problem: f"Find the nth term of the sequence {_listed(problem)}, ...",
    lambda problem: len(problem["terms"]) >= 4 and _growth(problem) is not None,
    lambda problem: (_growth(problem) or Fraction(1)) % 2 == 0,
    _vary_growing,
)


def _adds_last_two(problem: Problem) -> bool:
    terms = problem["terms"]
    return all(terms[place] == terms[place - 1] + terms[place - 2] for place in range(2, len(terms)))


def _vary_last_two(problem: Problem, random: Random) -> dict[str, Given]:
    terms = [random.randrange(1, 6), random.randrange(1, 9)]
    while len(terms) < len(problem["terms"]):
        terms.append(terms[-1] + terms[-2])
    return {"terms": tuple(terms)}


def _is_odd_one(problem: Problem) -> bool:
    """Five terms or more that no simpler rule makes."""
    return len(problem["terms"]) >= 5 and difference(problem) is None and ratio(problem) is None


GROWING = Kind(
    "growing_sequence",
    "next term",
    ("terms",),
    lambda problem: (
        "last_step = {2} - {1}  # Find the last step.\n"
        "growth = last_step - ({1} - {0})  # Find by how much each step is more than the one before.\n"
        "next_step = last_step + growth  # So find the next step.\n"
        "answer = {2} + next_step  # Add it to the last term."
    ).format(*(number_code(term) for term in problem["terms"][-3:])),
    lambda problem: f"What is the next number in the sequence {_listed(problem)}?",
    lambda problem: _is_odd_one(problem) and _growth(problem) is not None and not _adds_last_two(problem),
    lambda problem: (_growth(problem) or 0) > 0,
    _vary_growing,
)
LAST_TWO = Kind(
    "sum_of_last_two_sequence",
    "next term",
    ("terms",),
    lambda problem: (
        "second_last, last = terms[-2], terms[-1]  # Each term is the sum of the two before it: take the last two.\n"
        "answer = second_last + last  # Add them."
    ),
    lambda problem: f"What is the next number in the sequence {_listed(problem)}?",
    lambda problem: _is_odd_one(problem) and _adds_last_two(problem) and _growth(problem) is None,
    vary=_vary_last_two,
)


# --- sums -----------------------------------------------------------------------------------------------------------


def _sum_phrase(problem: Problem) -> str:
    sort = problem.kind.removesuffix("_sum")
    return f"What is the sum of the first {problem['count']} terms of the {sort} sequence {_listed(problem)}, ...?"


def _vary_sum(problem: Problem, random: Random) -> dict[str, Given]:
    arithmetic = problem.kind == "arithmetic_sum"
    given = vary_arithmetic(problem, random) if arithmetic else vary_geometric(problem, random)
    count = like(random, problem["count"]) if arithmetic else random.randrange(4, 9)
    return {**given, "count": count}


ARITHMETIC_SUM = Kind(
    "arithmetic_sum",
    "sum",
    ("terms", "count"),
    lambda problem: (
        f"common_difference = {number_code(problem['terms'][1])} - {number_code(problem['terms'][0])}"
        "  # Find what is added each time.\n"
        f"last = {number_code(problem['terms'][0])} + (count - 1) * common_difference  # Find the last term.\n"
        f"ends = {number_code(problem['terms'][0])} + last  # Add the first term and the last.\n"
        "doubled = count * ends  # Every such pair from both ends adds up to the same: take it once for each term.\n"
        "answer = Fraction(doubled, 2)  # That counts every term twice: halve it."
    ),
    _sum_phrase,
    lambda problem: _is_arithmetic(problem) and 2 <= problem["count"] <= 1000,
    _direction,
    _vary_sum,
)
GEOMETRIC_SUM = Kind(
    "geometric_sum",
    "sum",
    ("terms", "count"),
    lambda problem: (
        f"first = {number_code(problem['terms'][0])}  # Take the first term.\n"
        f"common_ratio = Fraction({number_code(problem['terms'][1])}, first)  # Find what is multiplied by each time.\n"
        "one_further = first * common_ratio ** count  # Find the term that would come after the last.\n"
        "difference = one_further - first  # Take the first term from it.\n"
        "answer = difference / (common_ratio - 1)  # Divide by one less than the ratio."
    ),
    _sum_phrase,
    lambda problem: (
        len(problem["terms"]) >= 3 and ratio(problem) not in (None, 1, -1) and 2 <= problem["count"] <= 20
    ),
    lambda problem: (ratio(problem) or 0) > 1,
    _vary_sum,
)
KINDS = [
    *[NTH_TERM, QUADRATIC_NTH_TERM, GROWING, LAST_TWO],
    *[ARITHMETIC_SUM, GEOMETRIC_SUM],
]
