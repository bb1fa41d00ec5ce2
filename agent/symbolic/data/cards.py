"""The chance of a card from a full deck and of a letter from a word; how they are asked is in `single_draws.py`."""

from random import Random

from ..problem import Given, Kind, Problem
from .probability import CHANCE

_RANKS = ("ace", *(str(number) for number in range(2, 11)), "jack", "queen", "king")
_SUITS = {"heart": "red", "diamond": "red", "club": "black", "spade": "black"}


def cards(event: str) -> int | None:
    """How many of the 52 cards fit: "a red king", "the queen of hearts", "a heart or a spade"; None when not known."""
    parts = [_card_set(part) for part in event.removeprefix("not ").split(" or ")]
    known = [part for part in parts if part]
    if len(known) < len(parts) or (event.startswith("not ") and len(parts) > 1):  # not one, or neither?
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
        f"favourable = {letters_that_fit(problem)}  # Count the letters that fit, each as often "
        f"as it is there.\n{CHANCE}"
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
KINDS = [CARD, LETTER]
