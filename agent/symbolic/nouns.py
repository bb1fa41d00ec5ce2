"""Nouns of a story, which may be any words: where they may stand in a pattern, and whether two are the same.

A noun is one or two words of the text that are none of the words that change what is asked ("never", "twice",
"each", "more", a number). What is caught belongs into the problem, so that another word makes another problem.
"""

import re

from .problem import Given

_NO_NOUNS = frozenset(
    """
    never not no none nor neither either without except besides but or and than as if then so also only
    just about around nearly almost exactly approximately other others another more less fewer most least
    half halves twice thrice double triple third thirds quarter quarters each every per both all any some
    many much few several extra additional remaining left rest of to from in on at by for with into is
    are was were be been being has have had does do did will would can could should how what which who
    whose why when where that this these those it they he she you i we them him her his hers their theirs
    its our your my me us the a an there here total altogether sum difference ratio percent percentage
    times plus minus zero one two three four five six seven eight nine ten eleven twelve dozen hundred
    thousand before after until since now later again between out up down off
    """.split()
)
CAUGHT = "_noun"
"""What the names of places for nouns end with, until they are known to have caught one."""
_WORD = r"[a-z]+(?:-[a-z]+)?(?:'s)?"


def thing(name: str) -> str:
    """A place for a noun of one or two words, caught by this name."""
    return rf"(?P<{name}{CAUGHT}>{_WORD}(?: {_WORD})??)"


def word(name: str) -> str:
    """A place for a noun of one word, or a person's name."""
    return rf"(?P<{name}{CAUGHT}>[a-z]+(?:-[a-z]+)?)"


def nouns_of(found: dict[str, Given]) -> dict[str, Given] | None:
    """What a pattern caught, its nouns by their plain names; None where one of them is no noun."""
    plain: dict[str, Given] = {}
    for name, value in found.items():
        if name.endswith(CAUGHT) and not _NO_NOUNS.isdisjoint(re.split(r"[ -]", str(value).lower())):
            return None
        plain[name.removesuffix(CAUGHT)] = value
    return plain


def same_thing(one: str, other: str) -> bool:
    """Whether two nouns are the same word, in the singular or the plural."""
    return bool({*_forms(one)} & {*_forms(other)})


def plain_noun(text: str) -> str:
    """A noun in small letters with single spaces."""
    return " ".join(text.lower().split())


def _forms(text: str) -> list[str]:
    word = plain_noun(text)
    forms = [word]
    if word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
    if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        forms.append(word[:-2])
    if word.endswith("ies"):
        forms.append(re.sub("ies$", "y", word))
    return forms
