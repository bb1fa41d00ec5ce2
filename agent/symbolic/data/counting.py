# ruff: noqa: RUF001  (typographic signs are what is read here)
"""In how many ways: one of each of several sorts, the outcomes of coins and dice, different things in a row."""

import re
from typing import Any

from ..problem import Kind, Problem
from ..wording import Rule, rule
from .probability import singular


def _choices_phrase(problem: Problem) -> str:
    *most, last = [
        f"{n} {item}" for n, item in zip(problem["numbers"], problem["things"].split(","), strict=True)
    ]
    return (
        f"You have {', '.join(most)} and {last}. How many different combinations of one of each are possible?"
    )


CHOICES = Kind(
    "number_of_choices",
    "number of ways",
    ("numbers", "things"),
    lambda problem: (
        f"answer = {' * '.join(str(number) for number in problem['numbers'])}"
        "  # Each choice goes with every other: multiply."
    ),
    _choices_phrase,
    lambda problem: (
        2 <= len(problem["numbers"]) <= 5
        and all(isinstance(number, int) and 2 <= number <= 100 for number in problem["numbers"])
    ),
)


def _outcome_numbers(problem: Problem) -> list[int]:
    return [2] * problem["coins"] + [6] * problem["dice"]


def _outcomes_phrase(problem: Problem) -> str:
    coins, dice = problem["coins"], problem["dice"]
    thrown = [f"{coins} coin{'s' * (coins > 1)}"] * bool(coins) + [f"{dice} di{'c' * (dice > 1)}e"] * bool(
        dice
    )
    return f"How many possible outcomes are there when {' and '.join(thrown)} are thrown?"


OUTCOMES = Kind(
    "number_of_outcomes",
    "number of outcomes",
    ("coins", "dice"),
    lambda problem: (
        f"answer = {' * '.join(str(number) for number in _outcome_numbers(problem))}"
        "  # Each outcome of one goes with every outcome of the others: multiply."
    ),
    _outcomes_phrase,
    lambda problem: 2 <= problem["coins"] + problem["dice"] <= 6,
    vary=lambda problem, random: {"coins": random.randrange(0, 4), "dice": random.randrange(0, 3)},
)
ARRANGEMENTS = Kind(
    "arrangements",
    "number of ways",
    ("count",),
    lambda problem: (
        "choices = list(range(count, 0, -1))  # Write down how many are left to choose from for each place.\n"
        "answer = prod(choices)  # Each choice goes with every other: multiply."
    ),
    lambda problem: f"In how many ways can {problem['count']} different books be arranged on a shelf?",
    lambda problem: 2 <= problem["count"] <= 10,
    vary=lambda problem, random: {"count": random.randrange(3, 9)},
)
KINDS = [CHOICES, OUTCOMES, ARRANGEMENTS]


# --- reading --------------------------------------------------------------------------------------------------------

_WEAR = (
    "shirt t-shirt tee trouser pant jean short skirt hat cap shoe sock tie jacket coat blouse top sweater jumper scarf "
    "dress glove belt"
).split()
_FOOD = (
    "starter main dessert drink sandwich soup salad appetizer entree side pizza topping sauce "
    "bread filling flavour flavor "
    "cone cake course dish vegetable meat burger fruit snack"
).split()


def _chosen(found: dict[str, Any]) -> Problem | None:
    """One of each sort, where it is plain that one of each is taken: clothes to an outfit, courses to a meal."""
    parts = re.split(r",? and |, ", found["row"].lower())
    rows = [
        re.fullmatch(
            r"(\d{1,3}) (?:different |kinds of |types of |pairs of |choices of )?((?:main |side )?[a-z-]{3,20})",
            part,
        )
        for part in parts
    ]
    known = [row for row in rows if row]
    if len(known) < len(rows) or len(rows) < 2:
        return None
    things = [row[2].removesuffix(" courses").removesuffix(" dishes") for row in known]
    words = [singular(thing.split()[-1]) for thing in things]
    made = found["made"].lower()
    groups = (_WEAR, _FOOD)
    if "each" not in found and not any(all(word in group for word in words) for group in groups):
        return None
    if made.startswith("outfit") and not all(word in _WEAR for word in words):
        return None
    courses = found.get("courses")
    if (courses and int(courses) != len(rows)) or len(set(words)) < len(words):
        return None
    return CHOICES.problem({"numbers": tuple(int(row[1]) for row in known), "things": ",".join(things)})


def _counted_outcomes(found: dict[str, Any]) -> Problem | None:
    text = f" {found['row'].lower()} "
    coins = dice = 0
    for part in re.split(r" and |, ", text.strip()):
        match = re.fullmatch(
            r"(an?|one|\d|two|three|four|the)(?: fair)?(?: (?:6|six)-sided)? (coins?|dice|die)"
            r"(?: (?:is|are) (?:tossed|flipped|rolled|thrown))?(?: (twice|\d times))?",
            part.strip(),
        )
        if match is None:
            return None
        words = {"two": 2, "three": 3, "four": 4, "twice": 2}
        count = words.get(match[1], int(match[1]) if match[1].isdigit() else 1)
        times = match[3] or "1"
        count *= words.get(times, int(times[0]) if times[0].isdigit() else 1)
        if match[2].startswith("coin"):
            coins += count
        else:
            dice += count
    return OUTCOMES.problem({"coins": coins, "dice": dice})


def _word_arranged(found: dict[str, Any]) -> Problem | None:
    """The letters of a word that has none twice."""
    word = found["word"].upper()
    return ARRANGEMENTS.problem({"count": len(word)}) if len(set(word)) == len(word) else None


_WAYS = r"(?:in )?how many (?:different |possible )?(?:ways|orders|arrangements)"
_IN_LINE = (
    r"(?: (?:on|along) (?:a|the) (?:book)?shelf| in (?:a|one) (?:single )?(?:row|line|queue)| in "
    r"order| for a (?:photo|photograph))?"
)
_PEOPLE = (
    r"(?:people|students|children|pupils|friends|boys|girls|men|women|runners|athletes|cars|swimmers|horses)"
)
_MADE = (
    r"how many (?:different |possible )?(?P<made>outfits|combinations|meals|(?P<courses>\d)[- "
    r"]course meals|sandwiches|ways|choices|meal combinations)"
    r"(?: (?P<each>of one of each|with one of each))?(?: (?:consisting|made up|made) of "
    r"(?P<each>one of each)(?: [a-z]+)?)?"
    r"(?: (?:can|could) (?:you|he|she|they|i|be|[a-z]+) ?(?:make|wear|choose|create|made|have|"
    r"worn|chosen|put together|ordered|order)?| are (?:possible|there))"
    r"(?: (?:if|by choosing|using|choosing|with) (?P<each>one of each)(?: [a-z]+)?)?"
)


RULES: list[Rule] = [
    rule(
        rf"(?:an?|the|you|[a-z]+) ?(?:menu|restaurant|cafe|shop|cafeteria|boy|girl|man|woman)? "
        rf"?(?:has|have|offers|owns|sells|packs?) (?P<row>\d{{1,3}} [a-z0-9 ,-]{{5,120}}?)[.;,] ?{_MADE}",
        _chosen,
    ),
    rule(
        rf"there are (?P<row>\d{{1,3}} [a-z0-9 ,-]{{5,120}}?)(?: on (?:a|the) menu)?[.;,] ?{_MADE}", _chosen
    ),
    rule(
        rf"{_MADE.replace('(?: (?:if|by', '(?: from (?P<row>[0-9][a-z0-9 ,-]{5,120}?))(?: (?:if|by')}",
        _chosen,
    ),
    rule(
        r"how many (?:different |possible )?outcomes (?:are there|are possible|can there be) "
        r"(?:when|if|for|from) (?:rolling |flipping |tossing |throwing |you (?:roll|toss|flip|throw) )?"
        r"(?P<row>[a-z0-9, -]{5,100}?)(?: (?:is|are) (?:thrown|tossed|flipped|rolled)(?: together|"
        r" at the same time)?)?",
        _counted_outcomes,
    ),
    rule(
        r"(?P<row>(?:an?|\d|one|two|three) [a-z0-9, -]{5,100}?)(?: (?:is|are) (?:thrown|tossed|"
        r"flipped|rolled)(?: together)?)?[.;,] ?how many (?:different |possible )?outcomes (?:are there|are possible)",
        _counted_outcomes,
    ),
    rule(
        rf"{_WAYS} (?:can|could) {{count:integer}} (?:different |distinct )?(?:books|pictures|"
        rf"trophies|photos|cards|toys|paintings|flags|cups|vases|things|objects|items|letters) be "
        rf"(?:arranged|placed|put|lined up|ordered|displayed){_IN_LINE}",
        ARRANGEMENTS.problem,
    ),
    rule(
        rf"{_WAYS} (?:can|could) {{count:integer}} {_PEOPLE} (?:stand|sit|line up|be arranged|"
        rf"queue|be seated|be lined up|finish a race|queue up) ?{_IN_LINE}",
        ARRANGEMENTS.problem,
    ),
    rule(
        rf"{_WAYS} (?:are there to|to) (?:arrange|line up|order|place|put) {{count:integer}} "
        rf"(?:different |distinct )?(?:books|pictures|trophies|photos|cards|toys|people|students|"
        rf"children|objects|items|flags){_IN_LINE}",
        ARRANGEMENTS.problem,
    ),
    rule(
        rf"{_WAYS} (?:can|could) (?:all )?the (?:\d{{1,2}} )?letters (?:of|in) (?:the word )"
        rf"?[\"'“‘]?(?P<word>[a-z]{{3,9}})[\"'”’]? be arranged",
        _word_arranged,
    ),
]
