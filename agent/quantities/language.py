r"""What a language brings to reading quantities: its words (`words/*.json`), and how it writes numerals.

A word table is data: to add a language, add a file. Words are held without accents (`fold`), phrases of several
words by their first word. `tokens` cuts a normalised text into numerals, words and signs; it reads no values.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from .normalise import fold

T = TypeVar("T")


class Token(NamedTuple):
    """A piece of text; `kind` is number, word, name (letters with digits, dates, ordinals: no quantity) or sign."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Phrases(Generic[T]):
    """Phrases of one or more words, each with a value."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]

    @classmethod
    def of(cls, values: Mapping[str, T]) -> "Phrases[T]":
        """From phrase -> value; longer phrases are tried first."""
        by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in sorted(values.items(), key=lambda item: -len(item[0])):
            words = tuple(fold(phrase).split())
            by_first.setdefault(words[0], []).append((words, value))
        return cls({first: tuple(entries) for first, entries in by_first.items()})

    @classmethod
    def any(cls, phrases: Iterable[str]) -> "Phrases[bool]":
        """From phrases without values."""
        return Phrases[bool].of(dict.fromkeys(phrases, True))

    def at(self, tokens: Sequence[Token], index: int) -> tuple[T, int] | None:
        """The value of the phrase that starts at a token, and the index after it."""
        if not 0 <= index < len(tokens):
            return None
        for words, value in self.by_first.get(tokens[index].text, ()):
            end = index + len(words)
            if end <= len(tokens) and all(
                token.text == word for token, word in zip(tokens[index:end], words, strict=True)
            ):
                return value, end
        return None


@dataclass(frozen=True)
class Language:
    """One language's tables; see `words/en.json` for what each holds."""

    numbers: Mapping[str, Fraction]
    scales: Mapping[str, int]
    groups: Mapping[str, int]
    denominators: Mapping[str, int]
    halves: frozenset[str]
    ordinals: Mapping[str, int]
    articles: frozenset[str]
    conjunctions: frozenset[str]
    point: frozenset[str]
    negative: frozenset[str]
    over: frozenset[str]
    out_of: Phrases[bool]
    percent: Phrases[bool]
    times_ten: frozenset[str]
    to_the_power: Phrases[bool]
    powers: Mapping[str, int]
    ratio: frozenset[str]
    to: frozenset[str]
    per: frozenset[str]
    square: frozenset[str]
    cubic: frozenset[str]
    labels: frozenset[str]
    one_after: frozenset[str]
    determiners: frozenset[str]
    one_not_after: frozenset[str]
    one_not_before: Phrases[bool]
    ordinal_before: frozenset[str]
    clock: Mapping[str, frozenset[str]]
    relations: Phrases[str]
    equals: Phrases[bool]
    choice_words: frozenset[str]
    answer_words: frozenset[str]
    verdicts: Mapping[str, bool]
    comparisons: Mapping[str, str]
    units: Mapping[str, str]
    decimal: str
    glue: str = ""
    bare_scales: bool = True
    token: re.Pattern[str] = field(default=re.compile(""))
    starters: frozenset[str] = frozenset()

    def may_start(self, token: Token) -> bool:
        """Could a quantity start at this token? Most words cannot, and need no closer look."""
        if token.kind == "word":
            return (
                token.text in self.starters
                or len(token.text) == 1
                or (self.glue != "" and len(token.text) > 5)
            )
        return token.kind not in ("name", "other", "line")

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a normalised text; white space and what is neither word, numeral nor sign is left out."""
        return [
            Token(match.lastgroup or "", match.group().lower(), match.start(), match.end())
            for match in self.token.finditer(text)
        ]


@lru_cache(maxsize=16)
def load(code: str) -> Language:
    """A language by its file name in `words/`. Raises ValueError for one there is no file for."""
    path = Path(__file__).parent / "words" / f"{code}.json"
    if not code.isalpha() or not path.is_file():
        raise ValueError(f"no word table for the language {code!r}")
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))

    def table(name: str) -> dict[str, Any]:
        return {fold(word): value for word, value in data.get(name, {}).items()}

    def words(name: str) -> frozenset[str]:
        return frozenset(fold(word) for word in data.get(name, ()))

    starting = (
        "numbers",
        "scales",
        "denominators",
        "halves",
        "articles",
        "negative",
        "choice_words",
        "answer_words",
        "verdicts",
    )
    return Language(
        starters=frozenset(fold(word) for name in starting for word in data[name]) | {"\\sqrt", "sqrt", "pi"},
        numbers={word: Fraction(value) for word, value in table("numbers").items()},
        scales=table("scales"),
        groups=table("groups"),
        denominators=table("denominators"),
        halves=words("halves"),
        ordinals=table("ordinals"),
        articles=words("articles"),
        conjunctions=words("and"),
        point=words("point"),
        negative=words("negative"),
        over=words("over"),
        out_of=Phrases.any(data.get("out_of", ())),
        percent=Phrases.any(data["percent"]),
        times_ten=words("times_ten"),
        to_the_power=Phrases.any(data["to_the_power"]),
        powers=table("powers"),
        ratio=words("ratio"),
        to=words("to"),
        per=words("per"),
        square=words("square"),
        cubic=words("cubic"),
        labels=words("labels"),
        determiners=words("determiners"),
        one_after=words("one_is_a_number_after"),
        one_not_after=words("one_is_not_a_number_after"),
        one_not_before=Phrases.any(data["one_is_not_a_number_before"]),
        ordinal_before=words("fraction_is_an_ordinal_before"),
        clock={name: frozenset(fold(word) for word in entries) for name, entries in data["clock"].items()},
        relations=Phrases[str].of(data["relations"]),
        equals=Phrases.any(data["is"]),
        choice_words=words("choice_words"),
        answer_words=words("answer_words"),
        verdicts=table("verdicts"),
        comparisons=table("comparisons"),
        units={fold(form): unit for unit, forms in data["units"].items() for form in forms.split()},
        decimal=data["decimal"],
        glue=data.get("glue", ""),
        bare_scales=not data.get("scales_need_a_number", False),
        token=_token_pattern(data["decimal"]),
    )


def _token_pattern(decimal: str) -> re.Pattern[str]:
    """Every repetition is bounded or unambiguous, so that cost stays linear."""
    point = re.escape(decimal)
    comma = "," if decimal == "." else r"\."
    power_of_ten = r"(?:[eE][+-]?\d{1,4}(?!\w))?"
    return re.compile(
        rf"""
        (?P<name>\d+/\d+/\d+(?:/\d+)*|\d{{4}}-\d\d-\d\d|\d+(?:\.\d+){{2,}}|(?<![/\d])\d+(?:st|nd|rd|th)\b)
      | (?P<clock>(?<![:\d])\d{{1,2}}:\d\d(?![\d:]))
      | (?P<number>
          \d{{1,3}}(?:{comma}\d{{3}}){{1,10}}(?!\d)(?:{point}\d+)?
        | \d{{1,3}}(?:[ ']\d{{3}}){{1,10}}(?!\d)(?:{point}\d+)?
        | \d{{1,2}}(?:{comma}\d\d){{1,6}}{comma}\d{{3}}(?!\d)(?:{point}\d+)?
        | \d+(?:{point}\d+)?{power_of_ten}
        | (?<!\w){point}\d+{power_of_ten})
      | (?P<times>(?<=\d)[xX](?=\d))
      | (?P<word>[ap]\.m\b\.?|\\?[^\W\d_π]++(?:'[^\W\d_π]++)*+(?![\d_]))
      | (?P<other>\\?[^\W\d_π]+_\{{[^{{}}\n]{{0,40}}\}}|\\?[^\W\d_π]+\w+)
      | (?P<sign><=|>=|\*\*|[^\w\s])
      | (?P<pi>π)
      | (?P<line>\n)
        """,
        re.VERBOSE,
    )


def split_glued(word: str, language: Language) -> tuple[str, ...]:
    """The number words that one long word is made of (zweihundertfünf), or nothing."""
    parts: list[str] = []
    at = 0
    while at < len(word):
        for size in range(min(12, len(word) - at), 1, -1):
            part = word[at : at + size]
            if part in language.numbers or part in language.scales or (part == language.glue and parts):
                parts.append(part)
                at += size
                break
        else:
            return ()
    return tuple(parts) if len(parts) > 1 else ()
