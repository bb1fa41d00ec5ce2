"""The steps of a model's program by their names, as one says them in class. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

_WORD = re.compile(r"[a-z]+")
_MOST_PARTS = 3
_NO_ENDS = frozenset("of s from to for with per by in on at each the a and have who that if".split())
# Words of a step's name that go with any others, without a plural s.
_ANY = frozenset(
    "total number cost price amount length width height area perimeter volume weight age time distance speed money "
    "rest difference sum average profit income discount new old original current final first second third day week "
    "month year hour minute remaining left of per each in for after before needed used sold bought spent earned saved "
    "paid part half percent share common rate".split()
)


def name_in_words(name: str, problem: str) -> str:
    """A step's name as one says it, with the people of the problem; empty where it would be no English or hold a value.

    Its words have to stand side by side in the problem, or be such as go with any: "total", "cost", "left".

    >>> name_in_words("total_cost", "What does it cost?")
    'the total cost'
    >>> name_in_words("zoe_age", "In two years Zoe will be nine.")
    "Zoe's age"
    >>> name_in_words("pets_who_have_8", "Each child has some pets.")
    ''
    """
    first, *others = name.split("_")
    if (
        re.search(r"\d", name)
        or first == "s"
        or len(others) > _MOST_PARTS
        or (first, *others)[-1] in _NO_ENDS
    ):
        return ""
    if not others and first not in _ANY:
        return ""  # "the koala" is nothing to be found
    for who in (first, first.removesuffix("s")) if others and len(first) > 2 else ():
        if re.search(rf"(?<![.?!] )(?<!^)\b{re.escape(who.capitalize())}\b", problem):
            return " ".join([f"{who.capitalize()}'s", *others]) if _go_together(others, problem) else ""
    return " ".join(["the", first, *others]) if _go_together([first, *others], problem) else ""


def _go_together(words: Sequence[str], problem: str) -> bool:
    said = [word.removesuffix("s") for word in _WORD.findall(problem.lower())]
    pairs = set(pairwise(said))
    own = [word.removesuffix("s") for word in words]
    known = all(word in said or word in _ANY for word in own)
    return known and all(
        one in _ANY or other in _ANY or (one, other) in pairs for one, other in pairwise(own)
    )
