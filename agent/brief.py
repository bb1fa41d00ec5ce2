"""What the teacher gives for a lesson: is it usable, and does a line keep to it? Pure.

`Brief` itself is in `state.py`, since recordings hold it.
"""

import re
from difflib import get_close_matches

from .bank import BANK, SAFE_QUESTIONS
from .errors import InputError
from .misconceptions import catalogue
from .state import Brief, Vocabulary

BRIEF_KEY = "brief"
MAX_CONTEXT = 200
_NEEDED = (
    "close/open",
    "close/solved",
    "comfort",
    "confirm/bare",
    "hand_over",
    "set_aside",
    "one_at_a_time",
    "next_question",
)
"""Lines of the bank that nothing else could stand in for."""


def checked_brief(context: str | None, vocabulary: Vocabulary | None, target: str | None) -> Brief:
    """What the teacher gave in one value; raises `InputError` with one clear reason when it cannot be used."""
    context = " ".join((context or "").split())
    words = vocabulary or Vocabulary()
    if len(context) > MAX_CONTEXT:
        raise InputError(f"the context is too long: {len(context)} characters where {MAX_CONTEXT} are read")
    if not all(word.strip() for word in (*words.use, *words.avoid)):
        raise InputError("a word to use or to avoid is empty")
    if target is not None and target not in catalogue():
        near = get_close_matches(target, catalogue(), n=1)
        raise InputError(f"there is no misconception {target!r}{f'; is it {near[0]!r}?' if near else ''}")
    brief = Brief(context=context, vocabulary=words, target=target)
    needed = {key: BANK[key] for key in _NEEDED} | {"help": SAFE_QUESTIONS}
    for key, lines in needed.items():
        if all(avoided(line, brief) for line in lines):
            goal = key.partition("/")[0].replace("_", " ")
            raise InputError(f"the words to avoid leave the tutor nothing to say where it has to {goal}")
    return brief


def avoided(line: str, brief: Brief) -> str | None:
    """The first word of the line that the teacher wants avoided, in any of its forms; None when there is none."""
    for word in brief.vocabulary.avoid:
        found = re.search(
            rf"(?<!\w){re.escape(word.strip())}(?:s|es|ed|d|ing|ly)?(?!\w)", line, re.IGNORECASE
        )
        if found:
            return found.group()
    return None
