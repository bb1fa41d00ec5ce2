"""From a mean or a range back to the numbers: a missing value, a total, the mean after one more number."""

import re
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from ..problem import Given, Kind, Problem, exact, formula, like, said
from ..wording import Rule, plain_number, rule

# --- kinds ----------------------------------------------------------------------------------------------------------

TOTAL = formula(
    "total_from_mean",
    "total",
    "count mean",
    "answer = count * mean  # The mean is the total shared out equally: multiply it by how many there are.",
    "The mean of {count} numbers is {mean}. What is their total?",
    sane=lambda problem: 2 <= problem["count"] <= 1000,
)


def _missing_phrase(problem: Problem) -> str:
    known = ", ".join(said(number) for number in problem["numbers"])
    return f"The mean of {known} and x is {said(problem['mean'])}. Find x."


def _missing(problem: Problem) -> Fraction:
    total = Fraction(problem["mean"]) * (len(problem["numbers"]) + 1)
    return total - sum(Fraction(number) for number in problem["numbers"])


def _vary_missing(problem: Problem, random: Random) -> dict[str, Given]:
    numbers = tuple(
        like(random, number) if isinstance(number, int) else number for number in problem["numbers"]
    )
    mean = problem["mean"] + random.randrange(-2, 6)
    return {"numbers": numbers, "mean": mean}


MISSING = Kind(
    "missing_value_for_mean",
    "missing value",
    ("numbers", "mean"),
    lambda problem: (
        f"count = {len(problem['numbers']) + 1}  # Count the numbers, the missing one too.\n"
        "total = count * mean  # Find what they must add up to.\n"
        + (
            "known = sum(numbers)  # Add the numbers that are known.\n"
            if len(problem["numbers"]) > 1
            else "known = numbers[0]  # One of them is known.\n"
        )
        + "answer = total - known  # Take that from the total."
    ),
    _missing_phrase,
    lambda problem: len(problem["numbers"]) >= 1 and _missing(problem) > 0,
    lambda problem: _missing(problem).denominator == 1,
    _vary_missing,
)
AFTER_ADDING = formula(
    "mean_after_adding",
    "new mean",
    "count mean added",
    "total = count * mean  # Find the total at first.\n"
    "new_total = total + added  # Add the new number.\n"
    "new_count = count + 1  # There is one number more.\n"
    "answer = Fraction(new_total, new_count)  # Divide the new total by the new count.",
    "The mean of {count} numbers is {mean}. Another number, {added}, is added. What is the new mean?",
    sane=lambda problem: 2 <= problem["count"] <= 100,
    features=lambda problem: (
        (problem["count"] * Fraction(problem["mean"]) + Fraction(problem["added"])) % (problem["count"] + 1)
        == 0
    ),
)
LARGEST = formula(
    "largest_from_range",
    "largest value",
    "smallest spread",
    "answer = smallest + spread  # The range is how far the largest is above the smallest: add it.",
    "The smallest value of a set of numbers is {smallest} and the range is {spread}. What is the largest value?",
    sane=lambda problem: problem["spread"] > 0,
)
SMALLEST = formula(
    "smallest_from_range",
    "smallest value",
    "largest spread",
    "answer = largest - spread  # The range is how far the largest is above the smallest: take it away.",
    "The largest value of a set of numbers is {largest} and the range is {spread}. What is the smallest value?",
    sane=lambda problem: problem["spread"] > 0,
    features=lambda problem: problem["largest"] >= problem["spread"],
)
KINDS = [TOTAL, MISSING, AFTER_ADDING, LARGEST, SMALLEST]


# --- reading --------------------------------------------------------------------------------------------------------


def _sought(found: dict[str, Any]) -> Problem | None:
    """The numbers known and the mean of all; how many there are must fit where it is said."""
    numbers = found.get("numbers") or ((found["known"],) if "known" in found else None)
    if numbers is None or found.get("letter") != found.get("asked", found.get("letter")):
        return None
    if int(found.get("count", len(numbers) + 1)) != len(numbers) + 1:
        return None
    if int(found.get("given", len(numbers))) != len(numbers):
        return None
    if "nth" in found and found["nth"].lower() != _ORDINALS.get(len(numbers)):
        return None
    return MISSING.problem({"numbers": numbers, "mean": _plain(found["mean"])})


def _plain(value: int | Decimal | Fraction) -> int | Decimal | Fraction:
    return exact(value) if isinstance(value, Fraction) else value


def _total(found: dict[str, Any]) -> Problem | None:
    return TOTAL.problem({**found, "count": int(found["count"])})


def _added(found: dict[str, Any]) -> Problem | None:
    place, count = found.get("place"), int(found["count"])
    if place is not None and place.lower() != _ORDINALS.get(count):
        return None
    return AFTER_ADDING.problem({**found, "count": count})


def _sought_among(found: dict[str, Any]) -> Problem | None:
    """One of the numbers listed is a letter, wherever it stands."""
    parts = re.split(r",? and |, ?", found["row"])
    numbers = [plain_number(part) for part in parts if not re.fullmatch(r"[a-zA-Z]", part)]
    letters = {part for part in parts if re.fullmatch(r"[a-zA-Z]", part)}
    if len(numbers) != len(parts) - 1 or None in numbers or letters != {found["asked"]}:
        return None
    return _sought({"numbers": tuple(numbers), "mean": found["mean"]})


_ORDINALS = {
    2: "third",
    3: "fourth",
    4: "fifth",
    5: "sixth",
    6: "seventh",
    7: "eighth",
    8: "ninth",
    9: "tenth",
}
_MEAN = r"(?:the )?(?:mean|average)"
_FIND = r"(?:ASK|what must be|work out) ?"
_VALUE = r"(?:(?:the )?value of )?"
_ROW = r"(?P<row>[-\d./]{1,8}(?:(?:, ?| and |, and )(?:[-\d./]{1,8}|[a-zA-Z])){2,15})"
_THINGS = r"(?:numbers|values|scores|marks|data values|test scores|tests|ages)"
_OTHER = (
    r"(?:(?:ASK )(?:the (?:value of the )?)?(?:other|missing|last|remaining|(?P<nth>second|third|"
    r"fourth|fifth|sixth|seventh)) ?(?:number|one|value|score)?"
    r"|what is the other)"
)
_SCORED = (
    r"[a-z]+ (?:scored|scores|got|has scored|gets)(?: scores of)? {numbers:numbers}(?: (?:marks|points))?"
)
_ON = (
    r" (?:on|in|for) (?:(?:her|his|their) )?(?:first )?(?P<given>\d{1,2}) (?:tests|quizzes|games|"
    r"exams|papers|assignments|rounds|matches)"
)
_NEXT = (
    r"(?:on|in|for) (?:the|her|his|their) (?:next|last|final|(?P<nth>second|third|fourth|fifth|"
    r"sixth|seventh))(?: (?:test|quiz|game|exam|paper|assignment|round|match|one))?"
)
_AIM = (
    r"(?:for|to (?:have|get|make|bring)|so that)(?: (?:her|his|their))? ?(?:an? |the )?(?:mean|"
    r"average)(?: score)?(?: of|(?: to be)|(?: is)) ?{mean:number}"
)
RULES: list[Rule] = [
    rule(
        rf"{_MEAN} of (?P<count>\d{{1,3}}) {_THINGS} is {{mean:number}}[.;,] ?(?:ASK|work out) "
        rf"?(?:their (?:total|sum)|the (?:total|sum)(?: of the (?:\d{{1,3}} )?{_THINGS})?)",
        _total,
    ),
    rule(
        rf"(?:the )?(?:sum|total) of (?P<count>\d{{1,3}}) {_THINGS} (?:with|that have|whose)(?: a| "
        rf"an)? (?:mean|average)(?: of| is)? {{mean:number}}",
        _total,
    ),
    rule(
        rf"(?:if )?{_MEAN} of (?:the (?:numbers|values) )?{{numbers:numbers}}(?:,? and |, )"
        rf"{{letter:letter}} is {{mean:number}}[.;,] ?{_FIND}{_VALUE}{{asked:letter}}",
        _sought,
    ),
    rule(
        rf"(?:if )?{_MEAN} of (?:the (?:numbers|values) )?{{letter:letter}}(?:,? and |, )"
        rf"{{numbers:numbers}} is {{mean:number}}[.;,] ?{_FIND}{_VALUE}{{asked:letter}}",
        _sought,
    ),
    rule(
        rf"(?:if )?{_MEAN} of (?:the (?:numbers|values) )?{_ROW} is {{mean:number}}[.;,] "
        rf"?{_FIND}{_VALUE}{{asked:letter}}",
        _sought_among,
    ),
    rule(
        rf"(?:(?:a data set is|the numbers|the values) )?{_ROW} (?:with|have|has)(?: a| the)? (?:mean|average)(?: of)? "
        rf"{{mean:number}}[.;,] ?{_FIND}{_VALUE}{{asked:letter}}",
        _sought_among,
    ),
    rule(
        rf"(?:if )?{_MEAN} of (?:the (?:numbers|values) )?{{known:number}} and {{letter:letter}} "
        rf"is {{mean:number}}[.;,] ?{_FIND}{_VALUE}{{asked:letter}}",
        _sought,
    ),
    rule(
        rf"{{numbers:numbers}}(?:,? and |, ){{letter:letter}} have a (?:mean|average) of "
        rf"{{mean:number}}[.;,] ?{_FIND}{_VALUE}{{asked:letter}}",
        _sought,
    ),
    rule(
        rf"{_MEAN} of (?P<count>2) {_THINGS} is {{mean:number}}[.;,] ?(?:1|one)(?: of (?:the "
        rf"(?:numbers|values)|them))? is {{known:number}}[.;,] ?{_OTHER}",
        _sought,
    ),
    rule(
        rf"{_MEAN} of (?P<count>\d{{1,2}}) {_THINGS} is {{mean:number}}[.;,] "
        rf"?(?:(?P<given>\d{{1,2}})|the first (?P<given>\d{{1,2}}))(?: of (?:the (?:{_THINGS})|them))?"
        rf"(?: {_THINGS})? are {{numbers:numbers}}[.;,] ?{_OTHER}",
        _sought,
    ),
    rule(
        rf"{_SCORED}(?:{_ON})?[.;,] ?what (?:score |mark )?(?:does|must|do|should) (?:she|he|they|"
        rf"[a-z]+) (?:need to (?:get|score)|need|get|score)? ?{_NEXT} {_AIM}",
        _sought,
    ),
    rule(
        rf"{_SCORED}(?:{_ON})?[.;,] ?what (?:score |mark )?(?:does|must|do|should) (?:she|he|they|"
        rf"[a-z]+) (?:need to (?:get|score)|need|get|score)? ?{_AIM} {_NEXT}",
        _sought,
    ),
    rule(
        rf"{_MEAN} of (?P<count>\d{{1,2}}) numbers is {{mean:number}}[.;,] ?(?:(?:an?other|one "
        rf"more|an extra) number,? |an? (?P<place>[a-z]+) number,? )\(?{{added:number}}\)?,? is "
        rf"(?:added|included|added to the (?:list|set))"
        r"[.;,] ?ASK (?:the )?(?:new mean|mean of (?:all )?(?:the )?(?:\d{1,2} numbers|new set))",
        _added,
    ),
    *[
        rule(text, kind.problem)
        for kind, given, sought in ((LARGEST, "smallest", "largest"), (SMALLEST, "largest", "smallest"))
        for names, others in (
            (
                {
                    "smallest": "(?:smallest|lowest|minimum|least)",
                    "largest": "(?:largest|highest|greatest|maximum|biggest)",
                }[given],
                {
                    "smallest": "(?:smallest|lowest|minimum|least)",
                    "largest": "(?:largest|highest|greatest|maximum|biggest)",
                }[sought],
            ),
        )
        for text in (
            rf"(?:the )?{names} (?:value|number|score)? ?(?:of|in) (?:a|the) (?:set of numbers|"
            rf"data set|set of data|list) is {{{given}:number}}(?:,? and|[.;]) (?:the|its) range is {{spread:number}}"
            rf"[.;,] ?ASK the {others} (?:value|number|score)",
            rf"a (?:set of numbers|data set|set of data|list of numbers) has (?:a |the )?{names} "
            rf"(?:value|number) (?:of )?{{{given}:number}} and (?:a |the )?range (?:of )?{{spread:number}}"
            rf"[.;,] ?ASK the {others} (?:value|number)",
            rf"the range of (?:a|the) (?:set of numbers|data set|set of data|list of numbers) is "
            rf"{{spread:number}}(?:,? and|[.;]) the {names} (?:value|number) is {{{given}:number}}"
            rf"[.;,] ?ASK the {others} (?:value|number)",
        )
    ],
]
