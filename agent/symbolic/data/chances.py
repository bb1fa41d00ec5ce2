"""Chances of several tosses, two dice or two draws, of what does not happen, of two events.

How they are asked is in `chance_wordings.py`.
"""

from decimal import Decimal
from fractions import Fraction
from random import Random

from ..problem import Given, Kind, Problem, formula
from .events import outcomes
from .probability import CHANCE, bag_is_clear, contents, is_noun

# --- coins ----------------------------------------------------------------------------------------------------------


def _coin_phrase(problem: Problem) -> str:
    tosses, side = problem["tosses"], problem["side"]
    if tosses == 1:
        return f"What is the probability of getting {side} when flipping a fair coin?"
    return f"A fair coin is tossed {tosses} times. What is the probability of getting {tosses} {side}?"


COIN = Kind(
    "probability_coin",
    "probability",
    ("tosses", "side"),
    lambda problem: (
        "total = 2 ** tosses  # Count the ways the tosses can come out.\n"
        "favourable = 1  # Only one of them is asked for.\n" + CHANCE
    ),
    _coin_phrase,
    lambda problem: 1 <= problem["tosses"] <= 20,
    lambda problem: problem["tosses"] > 1,
    lambda problem, random: {
        "tosses": random.randrange(2, 7) if problem["tosses"] > 1 else 1,
        "side": random.choice(("heads", "tails")),
    },
)


def _some_steps(problem: Problem) -> str:
    lines = "total = 2 ** tosses  # Count the ways the tosses can come out.\n"
    if problem.wanted == "exactly":
        return f"{lines}favourable = comb(tosses, heads)  # Count the ways that show the side so often.\n{CHANCE}"
    if problem["heads"] == 1:
        return (
            f"{lines}none = 1  # In only one of them the side never shows.\n"
            f"favourable = total - none  # Count the others.\n{CHANCE}"
        )
    return (
        f"{lines}favourable = sum(comb(tosses, shown) for shown in range(heads, tosses + 1))"
        f"  # Count the ways that show the side so often or more often.\n{CHANCE}"
    )


def _vary_some(problem: Problem, random: Random) -> dict[str, Given]:
    tosses = random.randrange(3, 6)
    heads = 1 if problem["heads"] == 1 else random.randrange(2, tosses)
    return {"tosses": tosses, "heads": heads, "side": random.choice(("heads", "tails"))}


SOME = Kind(
    "probability_some_heads",
    "exactly",
    ("tosses", "heads", "side"),
    _some_steps,
    lambda problem: (
        f"A fair coin is tossed {problem['tosses']} times. "
        f"What is the probability of getting {problem.wanted} {problem['heads']} {problem['side']}?"
    ),
    lambda problem: 1 <= problem["heads"] < problem["tosses"] <= 10,
    lambda problem: problem["heads"] == 1,
    _vary_some,
)


# --- two dice -------------------------------------------------------------------------------------------------------

_SUMS = [one + other for one in range(1, 7) for other in range(1, 7)]
_SUM_EVENTS = (
    *["a 4", "a 5", "a 7", "an 8", "a 9", "a 10", "an even number", "an odd number"],
    *["a number greater than 9", "a number less than 5", "a number greater than 7", "a multiple of 5"],
)
DOUBLE = "a double"


def _pairs(event: str) -> int:
    if event == DOUBLE:
        return 6
    fitting = outcomes(event, 12) or ()
    return sum(total in fitting for total in _SUMS)


def _two_dice_steps(problem: Problem) -> str:
    lines = "total = 6 * 6  # Count the ways two dice can fall.\n"
    if problem["event"] == DOUBLE:
        return f"{lines}favourable = 6  # Each of the six numbers can be on both.\n{CHANCE}"
    fitting = sorted({total for total in _SUMS if total in (outcomes(problem["event"], 12) or ())})
    return (
        f"{lines}sums = [one + other for one in range(1, 7) for other in range(1, 7)]"
        "  # Write down the sum for each way.\n"
        f"favourable = sum(sums.count(fits) for fits in {fitting})  # Count those that fit.\n{CHANCE}"
    )


def _two_dice_phrase(problem: Problem) -> str:
    event = problem["event"]
    if event == DOUBLE:
        return "Two fair dice are rolled. What is the probability of rolling a double?"
    return f"Two fair dice are rolled. What is the probability that the sum is {_plain(event)}?"


def _plain(event: str) -> str:
    """Of a sum one says that it is 7, not that it is a 7."""
    words = event.removeprefix("not ").split()
    short = words[1] if len(words) == 2 and words[1].isdigit() else event.removeprefix("not ")
    return f"not {short}" if event.startswith("not ") else short


TWO_DICE = Kind(
    "probability_two_dice",
    "probability",
    ("event",),
    _two_dice_steps,
    _two_dice_phrase,
    lambda problem: 0 < _pairs(problem["event"]) < 36,
    vary=lambda problem, random: {"event": random.choice(_SUM_EVENTS)},
)


# --- two draws ------------------------------------------------------------------------------------------------------


def _two_draws_steps(problem: Problem) -> str:
    names = problem["colours"].split()
    count = problem["counts"][names.index(problem["colour"])]
    lines = (
        f"total = {' + '.join(str(number) for number in problem['counts'])}  # Count all of them.\n"
        f"first = Fraction({count}, total)  # Find the chance for the first.\n"
    )
    if problem.wanted == "with replacement":
        return (
            f"{lines}answer = first * first  # It is put back, so the second has the same chance: multiply."
        )
    return (
        f"{lines}second = Fraction({count} - 1, total - 1)  # One of them is gone: find the chance for the second.\n"
        "answer = first * second  # Both must happen: multiply."
    )


def _two_draws_phrase(problem: Problem) -> str:
    replaced = problem.wanted
    colour = problem["colour"]
    there = "There are" if is_noun(colour) else "A bag contains"
    return (
        f"{there} {contents(problem)}. Two are drawn at random {replaced}. "
        f"What is the probability that both are {colour}?"
    )


TWO_DRAWS = Kind(
    "probability_two_draws",
    "without replacement",
    ("counts", "colours", "colour"),
    _two_draws_steps,
    _two_draws_phrase,
    lambda problem: (
        bag_is_clear(problem)
        and problem["colour"] in problem["colours"].split()
        and problem["counts"][problem["colours"].split().index(problem["colour"])] > 1
    ),
)


# --- chances that are given -----------------------------------------------------------------------------------------


def _is_chance(value: int | Fraction | Decimal) -> bool:
    return 0 < value < 1


COMPLEMENT = formula(
    "probability_complement",
    "probability that it does not happen",
    "chance",
    "answer = 1 - chance  # It happens or it does not: together that is 1.",
    "The probability of an event is {chance}. What is the probability that it does not happen?",
    sane=lambda problem: _is_chance(problem["chance"]),
)
BOTH = formula(
    "probability_both",
    "probability of both",
    "first second",
    "answer = first * second  # Both must happen and neither changes the other: multiply.",
    "A and B are independent events. P(A) = {first} and P(B) = {second}. Find P(A and B).",
    sane=lambda problem: _is_chance(problem["first"]) and _is_chance(problem["second"]),
)
ONE_OF_TWO = formula(
    "probability_one_of_two",
    "probability of either",
    "first second",
    "answer = first + second  # They cannot happen together: add.",
    "A and B are mutually exclusive events. P(A) = {first} and P(B) = {second}. Find P(A or B).",
    sane=lambda problem: (
        _is_chance(problem["first"])
        and _is_chance(problem["second"])
        and Fraction(problem["first"]) + Fraction(problem["second"]) <= 1
    ),
)
EXPECTED = formula(
    "expected_number",
    "expected number",
    "chance trials",
    "answer = chance * trials  # Take the chance's share of all the times.",
    "The probability of winning a game is {chance}. How many wins would you expect in {trials} games?",
    sane=lambda problem: (
        _is_chance(problem["chance"])
        and isinstance(problem["trials"], int)
        and problem["trials"] > 1
        and (Fraction(problem["chance"]) * problem["trials"]).denominator == 1
    ),
)
KINDS = [COIN, SOME, TWO_DICE, TWO_DRAWS, COMPLEMENT, BOTH, ONE_OF_TWO, EXPECTED]
