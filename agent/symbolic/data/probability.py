"""The chance of one draw from a bag, one roll, one number, card or letter; how they are asked is in `single_draws.py`.

Coins, two dice, two draws and chances that are given are in `chances.py`.
"""

from random import Random

from ..problem import Given, Kind, Problem
from .events import outcomes, spoken

CHANCE = "answer = Fraction(favourable, total)  # Divide the favourable outcomes by all outcomes."
ANOTHER = "probability of another"
_SINGULARS = {"men": "man", "women": "woman", "children": "child", "people": "person"}


def singular(noun: str) -> str:
    """One of them: "girls" is "girl", "cherries" "cherry", "red" stays."""
    if noun in _SINGULARS:
        return _SINGULARS[noun]
    if noun.endswith("ies") and len(noun) > 5:
        return f"{noun[:-3]}y"
    if noun.endswith(("ches", "shes", "xes", "sses", "toes")):
        return noun[:-2]
    return noun.removesuffix("s")


def is_noun(word: str) -> bool:
    """Whether what is in the bag is named by a noun of its own ("apples"), not by a colour."""
    return word.endswith("s") or word in _SINGULARS


def with_article(word: str) -> str:
    """An apple, a red marble."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


# --- a bag ----------------------------------------------------------------------------------------------------------


def contents(problem: Problem) -> str:
    """What is in the bag: "3 red and 5 blue marbles", "5 apples and 3 pears"."""
    names = problem["colours"].split()
    *most, last = [f"{n} {name}" for n, name in zip(problem["counts"], names, strict=True)]
    return f"{', '.join(most)} and {last}{'' if is_noun(names[0]) else ' marbles'}"


def _of(problem: Problem, colour: str) -> int:
    return problem["counts"][problem["colours"].split().index(colour)]


def _draw_steps(problem: Problem) -> str:
    colour = problem["colour"]
    ones = colour if is_noun(colour) else f"{colour} ones"
    lines = f"total = {' + '.join(str(count) for count in problem['counts'])}  # Count all of them.\n"
    if problem.wanted == ANOTHER:
        not_these = f"are not {colour}"
        return (
            f"{lines}favourable = total - {_of(problem, colour)}  # Count those that {not_these}.\n{CHANCE}"
        )
    return f"{lines}favourable = {_of(problem, colour)}  # Count the {ones}.\n{CHANCE}"


def _draw_phrase(problem: Problem) -> str:
    colour = problem["colour"]
    negated = "not " if problem.wanted == ANOTHER else ""
    if is_noun(colour):
        return (
            f"There are {contents(problem)}. One is chosen at random. "
            f"What is the probability of {negated}choosing {with_article(singular(colour))}?"
        )
    return (
        f"A bag contains {contents(problem)}. "
        f"What is the probability of {negated}drawing {with_article(colour)} marble?"
    )


def bag_is_clear(problem: Problem) -> bool:
    """Each sort is named once, and there are some of each."""
    names = problem["colours"].split()
    return len(set(names)) == len(names) >= 2 and all(count > 0 for count in problem["counts"])


DRAW = Kind(
    "probability_draw",
    "probability",
    ("counts", "colours", "colour"),
    _draw_steps,
    _draw_phrase,
    lambda problem: bag_is_clear(problem) and problem["colour"] in problem["colours"].split(),
)


def _either_phrase(problem: Problem) -> str:
    one, other = problem["colour"], problem["second_colour"]
    if is_noun(one):
        either = f"{with_article(singular(one))} or {with_article(singular(other))}"
        return f"There are {contents(problem)}. One is chosen at random. What is the probability of choosing {either}?"
    return (
        f"A bag contains {contents(problem)}. What is the probability of drawing a {one} or {other} marble?"
    )


EITHER = Kind(
    "probability_either",
    "probability",
    ("counts", "colours", "colour", "second_colour"),
    lambda problem: (
        f"total = {' + '.join(str(count) for count in problem['counts'])}  # Count all of them.\n"
        f"favourable = {_of(problem, problem['colour'])} + {_of(problem, problem['second_colour'])}"
        f"  # Count those of both wanted sorts.\n{CHANCE}"
    ),
    _either_phrase,
    lambda problem: (
        bag_is_clear(problem)
        and len(problem["counts"]) > 2
        and len({problem["colour"], problem["second_colour"]} & set(problem["colours"].split())) == 2
    ),
)


def _part_steps(problem: Problem) -> str:
    if problem.wanted == ANOTHER:
        return (
            f"favourable = whole - part  # Count those that are not {problem['colour']}.\n"
            "answer = Fraction(favourable, whole)  # Divide the favourable outcomes by all outcomes."
        )
    return "answer = Fraction(part, whole)  # Divide the favourable outcomes by all outcomes."


def _part_phrase(problem: Problem) -> str:
    negated = "not " if problem.wanted == ANOTHER else ""
    return (
        f"A box contains {problem['whole']} {problem['things']}, {problem['part']} of which are {problem['colour']}. "
        f"One is chosen at random. What is the probability that it is {negated}{problem['colour']}?"
    )


PART = Kind(
    "probability_part",
    "probability",
    ("part", "whole", "things", "colour"),
    _part_steps,
    _part_phrase,
    lambda problem: 0 < problem["part"] < problem["whole"],
)


# --- numbers --------------------------------------------------------------------------------------------------------

_EVENTS = (
    *["a 1", "a 2", "a 3", "a 5", "a 6", "an even number", "an odd number", "a prime number"],
    *["a number greater than 4", "a number greater than 2", "a number less than 3", "a number less than 5"],
)


def die_given(event: str, total: int) -> dict[str, Given] | None:
    """What can come up on a die with so many sides, and how many of its faces do."""
    fitting = outcomes(event, total)
    return None if fitting is None else {"favourable": len(fitting), "total": total, "event": spoken(event)}


def _event_vary(problem: Problem, random: Random) -> dict[str, Given]:
    event = random.choice(_EVENTS)
    if problem["event"].startswith("not "):
        event = f"not {event}"
    return die_given(event, problem["total"]) or dict(problem.given)


def _die_phrase(problem: Problem) -> str:
    sides = "six" if problem["total"] == 6 else problem["total"]
    event, negated = problem["event"], ""
    if event.startswith("not "):
        event, negated = event.removeprefix("not "), "not "
    return f"What is the probability of {negated}rolling {event} on a fair {sides}-sided die?"


DIE = Kind(
    "probability_die",
    "probability",
    ("favourable", "total", "event"),
    lambda problem: CHANCE,
    _die_phrase,
    lambda problem: 4 <= problem["total"] <= 100,
    lambda problem: problem["event"].startswith("not "),
    _event_vary,
)


def _number_steps(problem: Problem) -> str:
    fitting = outcomes(problem["event"], problem["total"]) or ()
    return (
        f"fitting = [{', '.join(str(number) for number in fitting)}]  # List the numbers that fit.\n"
        f"favourable = len(fitting)  # Count them.\n{CHANCE}"
    )


def _vary_number(problem: Problem, random: Random) -> dict[str, Given]:
    event = random.choice(_EVENTS)
    return {
        "total": random.randrange(8, 21),
        "event": f"not {event}" if "not " in problem["event"] else event,
    }


def _number_phrase(problem: Problem) -> str:
    event, negated = problem["event"], ""
    if event.startswith("not "):
        event, negated = event.removeprefix("not "), "not "
    return (
        f"A number from 1 to {problem['total']} is picked at random. "
        f"What is the probability of {negated}picking {event}?"
    )


NUMBER = Kind(
    "probability_number",
    "probability",
    ("total", "event"),
    _number_steps,
    _number_phrase,
    lambda problem: 2 <= problem["total"] <= 100 and outcomes(problem["event"], problem["total"]) is not None,
    lambda problem: problem["event"].startswith("not "),
    _vary_number,
)
KINDS = [DRAW, EITHER, PART, DIE, NUMBER]
