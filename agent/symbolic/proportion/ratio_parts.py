"""One part of a ratio from another part, from the whole or from a difference, and the whole from a part.

The nouns of the story are any words; `ratio_part_wordings.py` reads them.
"""

from fractions import Fraction
from math import gcd
from random import Random

from ..problem import Given, Kind, Problem, like, like_number, said

WHOLE, APART = "total", "difference"
_LARGER = {"larger": max, "smaller": min}


# --- solving --------------------------------------------------------------------------------------------------------


def _names(problem: Problem) -> list[str]:
    return [name for name in problem["names"].split(", ") if name]


def _place(problem: Problem, what: str) -> int:
    """Which term it is: that of a name, or the larger or the smaller one."""
    terms: tuple[int, ...] = problem["terms"]
    if what in _LARGER:
        return terms.index(_LARGER[what](terms))
    return _names(problem).index(what)


def _one_part(problem: Problem) -> str:
    """The steps up to what one part of the ratio is worth."""
    terms: tuple[int, ...] = problem["terms"]
    if problem["known"] == WHOLE:
        return (
            f"parts = {' + '.join(map(str, terms))}  # Count the parts of the ratio.\n"
            "one_part = Fraction(amount, parts)  # Divide the whole by the number of parts.\n"
        )
    if problem["known"] == APART:
        return (
            f"parts_apart = {max(terms)} - {min(terms)}  # See how many parts more the one has than the other.\n"
            "one_part = Fraction(amount, parts_apart)  # Divide the difference by that number of parts.\n"
        )
    parts = terms[_place(problem, problem["known"])]
    return f"one_part = Fraction(amount, {parts})  # Divide the known amount by its number in the ratio.\n"


def _steps(problem: Problem) -> str:
    terms: tuple[int, ...] = problem["terms"]
    sought = problem["sought"]
    if sought == WHOLE:
        return _one_part(problem) + (
            f"all_parts = {' + '.join(map(str, terms))}  # Count all the parts of the ratio.\n"
            "answer = one_part * all_parts  # Multiply one part by all of them."
        )
    if sought == APART:
        return _one_part(problem) + (
            f"more_parts = {max(terms)} - {min(terms)}  # See how many parts more the one has than the other.\n"
            "answer = one_part * more_parts  # Multiply one part by that."
        )
    parts = terms[_place(problem, sought)]
    return _one_part(problem) + (
        f"answer = one_part * {parts}  # Multiply one part by the number in the ratio that is asked for."
    )


def _known_parts(problem: Problem) -> int:
    """How many parts of the ratio the known amount is."""
    terms: tuple[int, ...] = problem["terms"]
    known = problem["known"]
    together = {WHOLE: sum(terms), APART: max(terms) - min(terms)}
    return together[known] if known in together else terms[_place(problem, known)]


def _comes_out(problem: Problem) -> bool:
    return Fraction(problem["amount"]) % _known_parts(problem) == 0


def _sane(problem: Problem) -> bool:
    terms: tuple[int, ...] = problem["terms"]
    known, sought = problem["known"], problem["sought"]
    names = _names(problem)
    if known == sought or len(terms) < 2 or min(terms) < 1 or problem["amount"] <= 0:
        return False
    if names and (len(names) != len(terms) or len(set(names)) < len(names)):
        return False
    if {known, sought} & {APART, *_LARGER} and len(set(terms)) < len(terms):
        return False
    if APART in (known, sought) and len(terms) != 2:
        return False
    # People and things are counted; money can be shared in any amount.
    return not (problem["thing"] or _counted(problem)) or _comes_out(problem)


def _counted(problem: Problem) -> bool:
    return bool(problem["names"]) and problem["names"][0].islower()


def _vary(problem: Problem, random: Random) -> dict[str, Given]:
    """Other terms, and an amount that they divide without a rest where they did before."""
    given = dict(problem.given)
    terms = tuple(like(random, term) if term > 9 else random.randrange(1, 10) for term in problem["terms"])
    parts = _known_parts(Problem(problem.kind, tuple({**given, "terms": terms}.items()), problem.wanted))
    amount = (
        parts * random.randrange(2, 13) if _comes_out(problem) else like_number(random, problem["amount"])
    )
    return {**given, "terms": terms, "amount": amount}


def _features(problem: Problem) -> object:
    return gcd(*problem["terms"]) > 1, _comes_out(problem)


# --- wording --------------------------------------------------------------------------------------------------------


def _phrase(problem: Problem) -> str:
    ratio = ":".join(map(str, problem["terms"]))
    names, amount = _names(problem), said(problem["amount"])
    known, sought, what = problem["known"], problem["sought"], problem["thing"]
    if not names:
        if known == WHOLE and sought in _LARGER:
            side = (
                sought if len(problem["terms"]) == 2 else {"larger": "largest", "smaller": "smallest"}[sought]
            )
            return f"Divide {amount} in the ratio {ratio}. How much is the {side} share?"
        fact = {WHOLE: "sum", APART: "difference"}[known]
        asked = (
            f"the {sought} number" if sought in _LARGER else f"their {'sum' if sought == WHOLE else sought}"
        )
        return f"Two numbers are in the ratio {ratio}. Their {fact} is {amount}. What is {asked}?"
    if not _counted(problem):
        return _phrase_of_sharing(names, ratio, amount, known, sought, what)
    ratio_of = f"The ratio of {' to '.join(names)} is {ratio}."
    facts = {
        WHOLE: f"There are {amount}{' ' + what if what else ''} altogether.",
        APART: f"There are {amount} more {_more(problem)}.",
    }
    questions = {
        WHOLE: f"How many{' ' + what if what else ''} are there altogether?",
        APART: f"How many more {_more(problem)} are there?",
    }
    fact = facts.get(known, f"There are {amount} {known}.")
    return f"{ratio_of} {fact} {questions.get(sought, f'How many {sought} are there?')}"


def _more(problem: Problem) -> str:
    names = _names(problem)
    if len(names) != 2:
        return ""
    more, fewer = names if problem["terms"][0] > problem["terms"][1] else names[::-1]
    return f"{more} than {fewer}"


def _phrase_of_sharing(names: list[str], ratio: str, amount: str, known: str, sought: str, what: str) -> str:
    who = f"{', '.join(names[:-1])} and {names[-1]}"
    much = f"How many {what}" if what else "How much"
    quantity = f"{amount} {what}" if what else f"${amount}"
    question = f"{much} does {sought} get?" if sought != WHOLE else f"{much} do they share?"
    if known == WHOLE:
        return f"{who} share {quantity} in the ratio {ratio}. {question}"
    return f"{who} share some {what or 'money'} in the ratio {ratio}. {known} gets {quantity}. {question}"


def _kind(name: str, wanted: str) -> Kind:
    given = ("names", "terms", "known", "amount", "sought", "thing")
    return Kind(name, wanted, given, _steps, _phrase, _sane, _features, _vary)


FROM_PART = _kind("ratio_part_from_part", "part")
FROM_TOTAL = _kind("ratio_part_from_total", "part")
FROM_DIFFERENCE = _kind("ratio_part_from_difference", "part")
TOTAL = _kind("ratio_total", "total")
DIFFERENCE = _kind("ratio_difference", "difference")
KINDS = [FROM_PART, FROM_TOTAL, FROM_DIFFERENCE, TOTAL, DIFFERENCE]
