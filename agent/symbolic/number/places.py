"""Place value: what a digit is worth, the name of its place, and the digit in a place."""

import re
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from ..problem import Given, Kind, Problem, like_number
from ..wording import Rule, rule

PLACES: dict[str, int | Decimal] = {
    "ten": 10,
    "10": 10,
    "hundred": 100,
    "100": 100,
    "thousand": 1000,
    "1000": 1000,
    "1,000": 1000,
    "ten thousand": 10**4,
    "ten-thousand": 10**4,
    "10,000": 10**4,
    "10000": 10**4,
    "hundred thousand": 10**5,
    "hundred-thousand": 10**5,
    "100,000": 10**5,
    "million": 10**6,
    "whole number": 1,
    "whole": 1,
    "one": 1,
    "unit": 1,
    "integer": 1,
    "dollar": 1,
    "pound": 1,
    "euro": 1,
    "tenth": Decimal("0.1"),
    "0.1": Decimal("0.1"),
    "hundredth": Decimal("0.01"),
    "0.01": Decimal("0.01"),
    "cent": Decimal("0.01"),
    "penny": Decimal("0.01"),
    "thousandth": Decimal("0.001"),
    "0.001": Decimal("0.001"),
    "ten thousandth": Decimal("0.0001"),
    "ten-thousandth": Decimal("0.0001"),
    "hundred-thousandth": Decimal("0.00001"),
    "millionth": Decimal("0.000001"),
}
"""What the places are worth by their names, without an s."""


def place_named(word: str) -> int | Decimal | None:
    """What the place of this name is worth; names may end in s."""
    return PLACES.get(word.lower()) or PLACES.get(word.lower().rstrip("s"))


def place_word(place: Given) -> str:
    """The name of a place, without an s; 1 is the whole numbers' place."""
    return next(word for word, value in PLACES.items() if value == place and not word[0].isdigit())


def _column(place: Given) -> str:
    """The name of the column: "tens", "hundredths"; the ones are no "whole numbers" here."""
    return "ones" if place == 1 else f"{place_word(place)}s"


def _place_of(number: str, digit: str) -> int | Decimal:
    whole, _, part = number.partition(".")
    if digit in whole:
        return 10 ** (len(whole) - 1 - whole.index(digit))
    return Decimal(1).scaleb(-1 - part.index(digit))


def _digit_in(number: Given, place: Given) -> str:
    """The digit of a number in a place; nothing where it has none."""
    whole, _, part = str(number).partition(".")
    places = [10 ** (len(whole) - 1 - at) for at in range(len(whole))]
    worth = dict(zip(places, whole, strict=True))
    worth |= {Decimal(1).scaleb(-1 - at): digit for at, digit in enumerate(part)}  # pyright: ignore[reportOperatorIssue]
    return worth.get(place, "")  # pyright: ignore[reportArgumentType]


def _vary_digit(problem: Problem, random: Random) -> dict[str, Given]:
    number = like_number(random, problem["number"])
    digits = [digit for digit in str(number) if digit.isdigit() and digit != "0"] or ["1"]
    digit = int(random.choice(digits))
    return {"number": number, "digit": digit, "place": _place_of(str(number), str(digit))}


def _stands_once(problem: Problem) -> bool:
    return problem["digit"] > 0 and str(problem["number"]).count(str(problem["digit"])) == 1


PLACE_VALUE = Kind(
    "place_value",
    "value of the digit",
    ("number", "digit", "place"),
    lambda problem: "answer = digit * place  # Multiply the digit by what its place is worth.",
    lambda problem: f"What is the value of the digit {problem['digit']} in {problem['number']}?",
    _stands_once,
    vary=_vary_digit,
)
PLACE_NAME = Kind(
    "place_name",
    "place value of the digit",
    ("number", "digit", "place"),
    lambda problem: (
        "value = digit * place  # Multiply the digit by what its place is worth.\n"
        f'answer = f"{{Fraction(value, place)}} {_column(problem["place"])}"'
        "  # Say how many of its place the digit stands for, and what the place is called."
    ),
    lambda problem: f"What is the place value of {problem['digit']} in {problem['number']}?",
    lambda problem: _stands_once(problem) and Decimal("0.0001") <= problem["place"] <= 10**6,
    vary=_vary_digit,
)
DIGIT = Kind(
    "digit_in_place",
    "digit",
    ("number", "place"),
    lambda problem: (
        "scaled = Fraction(number, place)  # Count how many of the place there are.\n"
        "whole = int(scaled)  # Leave out what is smaller than one of the place.\n"
        "answer = whole % 10  # Take the last digit of that count."
    ),
    lambda problem: f"Which digit is in the {_column(problem['place'])} place in {problem['number']}?",
    lambda problem: _digit_in(problem["number"], problem["place"]) != "",
    lambda problem: _digit_in(problem["number"], problem["place"]) == "0",
    lambda problem, random: {"number": like_number(random, problem["number"]), "place": problem["place"]},
)
KINDS = [PLACE_VALUE, PLACE_NAME, DIGIT]


# --- reading --------------------------------------------------------------------------------------------------------


def _of_digit(kind: Kind) -> Any:
    def build(found: dict[str, Any]) -> Problem | None:
        number, digit = found["number"], found["digit"]
        if not 0 < digit <= 9 or isinstance(number, Fraction) or str(number).count(str(digit)) != 1:
            return None
        return kind.problem({"number": number, "digit": digit, "place": _place_of(str(number), str(digit))})

    return build


def _digit_asked(found: dict[str, Any]) -> Problem | None:
    place, number = place_named(found["place"]), found["number"]
    if place is None or isinstance(number, Fraction) or number < 0:
        return None
    return DIGIT.problem({"number": number, "place": place})


_IN = r"(?:the )?(?:digit )?{digit:integer} in (?:the (?:number|decimal) )?{number:number}"
_NAMES = sorted((re.escape(word) for word in PLACES if word[0].isalpha()), key=len, reverse=True)
_COLUMN = rf"(?P<place>{'|'.join(_NAMES)})s?"
_PLACE = rf"(?:the )?{_COLUMN}(?:'s)? (?:place|column|position)"
_OF = r"(?:in|of) (?:the (?:number|decimal) )?{number:number}"
RULES: list[Rule] = [
    rule(rf"(?:(?:the )?value of )?{_IN}", _of_digit(PLACE_VALUE)),
    rule(
        r"(?:what value does|what is) (?:the )?(?:digit )?{digit:integer} (?:have|represent|stand for|worth) "
        r"in (?:the (?:number|decimal) )?{number:number}",
        _of_digit(PLACE_VALUE),
    ),
    rule(
        r"in (?:the (?:number|decimal) )?{number:number},? (?:what is )?the value of "
        r"(?:the )?(?:digit )?{digit:integer}",
        _of_digit(PLACE_VALUE),
    ),
    rule(rf"(?:the )?place[ -]value of {_IN}", _of_digit(PLACE_NAME)),
    rule(
        r"in (?:the (?:number|decimal) )?{number:number},? (?:what is )?the place[ -]value of "
        r"(?:the )?(?:digit )?{digit:integer}",
        _of_digit(PLACE_NAME),
    ),
    rule(rf"(?:which|what) digit (?:is|stands) (?:in|at) {_PLACE} {_OF}", _digit_asked),
    rule(rf"(?:which|what) digit of (?:the number )?{{number:number}} is in {_PLACE}", _digit_asked),
    rule(rf"the digit (?:in|at) {_PLACE} {_OF}", _digit_asked),
    rule(rf"the {_COLUMN} digit {_OF}", _digit_asked),
    rule(
        rf"in (?:the number )?{{number:number}},? (?:which|what) digit (?:is|stands) (?:in|at) {_PLACE}",
        _digit_asked,
    ),
]
