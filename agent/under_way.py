"""Is a student still on the way: right as far as they have come, and not done? Pure."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from .answers import is_calculation_only, same_answer
from .final_answer import is_expanded
from .locate import Known, number_of
from .quantities import find_quantities, is_among
from .shares import fit, told_shares
from .state import GroundTruth, Reading, StatedStep
from .student_words import CONCLUSION
from .unknowns import is_true_of, solutions
from .written_answers import is_value_of, told_in_form

_UNKNOWN = re.compile(r"\b([a-z])\s*=")
_COUNTS = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (minus(?:es)?|negatives?|positives?|numbers?|digits?|"
    r"signs?|steps?|sides?|fractions?|zeros?|places?|terms?|ways?|angles?|parts?|pieces?)\b",
    re.IGNORECASE,
)
_MULTIPLIES = re.compile(
    r"[×÷*]|\d\s*x\s*\d|\\(?:times|div)\b|\b(?:times|multipl\w+|divided?)\b", re.IGNORECASE
)
_CLAIMS = re.compile(
    r"\b(?:i (?:got|get|think|guess)|my|it'?s|it is|that'?s|that is|there(?:'?s| are| is))\b", re.IGNORECASE
)


def is_finished(reading: Reading, truth: GroundTruth, known: Known, problem: str) -> bool:
    """Whether the student means to be done: they conclude, or stand by a number that is on no way to the answer."""
    if reading.final is None or not reading.steps:
        return False
    last = reading.steps[-1]
    # "So she has 12 left. 12": what is said once more is meant as the answer.
    said_again = sum(same_answer(step.result or "", last.result or "") for step in reading.steps[-2:]) > 1
    if not truth.steps or said_again or CONCLUSION.search(last.text) or not last.values:
        return True
    if known.solves(last.text):
        return False
    asked = set(_UNKNOWN.findall(truth.answer or ""))
    said = {name for step in reading.steps for name in _UNKNOWN.findall(step.text)}
    if len(asked) > 1 and asked <= said:
        return True
    # A given number is no result, unless a true equation leads there: 1/4 = 3/12 is on the way, and so is 3/12.
    stated = find_quantities(reading.final)
    given = find_quantities(problem)
    likens = not _MULTIPLIES.search(problem)  # there is no use for 4/28 = 1/7 in 1/7 x 3/4
    if likens and any(is_expanded(reading.final, one) and is_among(one, given) for one in stated):
        return False
    return not last.holds and not any(same_answer(reading.final, step.value) for step in truth.steps)


def shows_a_step(reading: Reading) -> bool:
    """Whether what stands last is work and not an answer: "4 + 8 + 6 + 10 = 28" or "8 + 5", not "I got 28".

    A mistake that stops early gives the same number; a line of work has not stopped yet.
    """
    last = reading.steps[-1] if reading.steps else None
    if last is None or _CLAIMS.search(last.text) or CONCLUSION.search(last.text):
        return False
    return bool(last.holds) or is_calculation_only(last.text)


def counts_something(reading: Reading, problem: str) -> bool:
    """Whether the number said last only counts what the problem does not speak of: "two minuses make a plus"."""
    last = reading.steps[-1] if reading.steps else None
    counted = _COUNTS.search(last.text) if last and len(last.values) == 1 else None
    return counted is not None and counted[1].lower().rstrip("s") not in problem.lower()


def is_on_the_way(reading: Reading, truth: GroundTruth, problem: str) -> bool:
    """Whether the student's last line is true, though no number of it need be among the solution's.

    An equation in several letters that the answer fulfils, the right value in another form, a true calculation where
    the answer is yes or no, and one that takes a given number apart where the answer is none: "36 x 2 = 72" for √72.
    """
    last, answer = reading.steps[-1] if reading.steps else None, truth.answer
    if last is None or answer is None or not all(step.holds is not False for step in reading.steps):
        return False
    if answer in ("yes", "no"):
        return last.holds is True and reading.final not in ("yes", "no")
    if last.holds and number_of(answer) is None and last.result in re.findall(r"\d+(?:\.\d+)?", problem):
        return True
    if is_value_of(told_in_form(last.text, answer) or "", answer):
        return True
    return is_true_of(last.text, solutions(answer, problem))


def leads_there(before: Sequence[StatedStep], new: Sequence[StatedStep], known: Known) -> bool:
    """Whether true lines need only be put together: "12 x 10 = 120 and 12 x 5 = 60" for 12 x 15, or "10% is 8".

    Parts that add up to the answer, or whose difference it is; or shares of a number of the problem. Lines from before
    may stand among the parts.
    """
    if not new or not all(step.holds for step in new):
        return False
    told = [told_shares(step.text) for step in new]
    if all(told) and fit([share for line in told for share in line], known.given):
        return True
    first = next((at for at in range(len(before), 0, -1) if not before[at - 1].holds), 0)
    parts = [number for step in (*before[first:], *new) for number in _ends(step)]
    answer = number_of(known.answer or "")
    sums = [sum(parts[at:]) for at in range(len(parts) - 1)]
    return answer is not None and (
        answer in sums or any(abs(one - other) == answer for one, other in pairwise(parts[-2:]))
    )


def _ends(step: StatedStep) -> list[Fraction]:
    """What a line comes to, and what it still speaks of behind that: 35 and 7 in "7x5 = 35 and 7 more"."""
    behind = find_quantities(step.text.rpartition("=")[2])
    return [quantity.value for quantity in behind if isinstance(quantity.value, Fraction)]
