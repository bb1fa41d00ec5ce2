"""The chance of one draw from a bag, one roll, one number, card or letter; how they are asked is in `single_draws.py`.

Coins, two dice, two draws and chances that are given are in `chances.py`.
"""

from random import Random

from .events import outcomes, spoken
from .problem import Given, Kind, Problem

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


# --- a card, a letter -----------------------------------------------------------------------------------------------

_RANKS = ("ace", *(str(number) for number in range(2, 11)), "jack", "queen", "king")
_SUITS = {"heart": "red", "diamond": "red", "club": "black", "spade": "black"}


def cards(event: str) -> int | None:
    """How many of the 52 cards fit: "a red king", "the queen of hearts", "a heart or a spade"; None when not known."""
    parts = [_card_set(part) for part in event.removeprefix("not ").split(" or ")]
    known = [part for part in parts if part]
    if len(known) < len(parts):
        return None
    fitting = len(set[tuple[str, str]]().union(*known))
    return 52 - fitting if event.startswith("not ") else fitting


def _card_set(text: str) -> set[tuple[str, str]]:
    words = [word for word in text.split() if word not in ("a", "an", "the", "card", "of", "number")]
    deck = {(rank, suit) for rank in _RANKS for suit in _SUITS}
    if not words:
        return set()
    for word in words:
        name = word.removesuffix("s")
        if name in _SUITS:
            deck = {card for card in deck if card[1] == name}
        elif word in ("red", "black"):
            deck = {card for card in deck if _SUITS[card[1]] == word}
        elif word in ("face", "picture", "court"):
            deck = {card for card in deck if card[0] in ("jack", "queen", "king")}
        elif word in _RANKS:
            deck = {card for card in deck if card[0] == word}
        else:
            return set()
    return deck


_CARD_EVENTS = (
    *["an ace", "a king", "a queen", "a jack", "a heart", "a spade", "a club", "a diamond", "a red card"],
    *["a black card", "a face card", "a 7", "a 10", "a red king", "a black queen", "the ace of hearts"],
)
CARD = Kind(
    "probability_card",
    "probability",
    ("event",),
    lambda problem: (
        "total = 52  # Count the cards of a full deck.\n"
        f"favourable = {cards(problem['event'])}  # Count the cards that fit.\n{CHANCE}"
    ),
    lambda problem: (
        f"A card is drawn from a standard deck. What is the probability that it is {problem['event']}?"
    ),
    lambda problem: 0 < (cards(problem["event"]) or 0) < 52,
    lambda problem: problem["event"].startswith("not "),
    lambda problem, random: {
        "event": ("not " if problem["event"].startswith("not ") else "") + random.choice(_CARD_EVENTS)
    },
)


def letters_that_fit(problem: Problem) -> int | None:
    """How many letters of the word fit; None where it is open whether Y is a vowel."""
    word, event = problem["word"], problem["event"].removeprefix("not ")
    if event in ("a vowel", "a consonant"):
        if "Y" in word:
            return None
        vowels = sum(letter in "AEIOU" for letter in word)
        fitting = vowels if event == "a vowel" else len(word) - vowels
    else:
        fitting = word.count(event[-1])
    return len(word) - fitting if problem["event"].startswith("not ") else fitting


_WORDS = "PENCIL BANANA SCHOOL NUMBER ORANGE ROCKET WINTER GARDEN LETTER ANSWER KITCHEN MONDAY PICTURE ISLAND".split()


def _vary_letter(problem: Problem, random: Random) -> dict[str, Given]:
    word, event = random.choice(_WORDS), problem["event"]
    if not event.endswith(("vowel", "consonant")):
        event = f"{event[:-1]}{random.choice(word)}"
    return {"word": word, "event": event}


LETTER = Kind(
    "probability_letter",
    "probability",
    ("word", "event"),
    lambda problem: (
        f"total = {len(problem['word'])}  # Count the letters of the word.\n"
        f"favourable = {letters_that_fit(problem)}  # Count the letters that fit, each as often as it is there.\n{CHANCE}"
    ),
    lambda problem: (
        f"A letter is chosen at random from the word {problem['word']}. "
        f"What is the probability that it is {problem['event']}?"
    ),
    lambda problem: 0 < (letters_that_fit(problem) or 0) < len(problem["word"]),
    lambda problem: (
        problem["event"].startswith("not "),
        problem["event"].split()[-1] in ("vowel", "consonant"),
    ),
    _vary_letter,
)
KINDS = [DRAW, EITHER, PART, DIE, NUMBER, CARD, LETTER]
