# ruff: noqa: RUF001  (typographic signs are what is read here)
"""From a problem's text to a plain sentence, and patterns over such sentences that name what they catch.

A pattern must match the whole sentence, so a word it has no place for is enough to decline. What is dropped first is
dropped by name: greetings, labels, "what is", "show your work", "in simplest form". Nothing else is skipped.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import count

from ..expressions import evaluate, letters, parse_expression, written
from .literals import literal_in
from .problem import Given, Problem, exact, given_number
from .typing_habits import asked_plainly, spelled_plainly

IMAGINARY = {"e", "i"}  # not unknowns in an expression
MAX_CHARACTERS = 400  # a problem of these kinds is a sentence or two

_LEAD = re.compile(
    r"(?:hi|hello|hey|please|pls|plz|help|homework|problem|exercise|so|ok|okay)\b[ ,:.!]*"
    r"|(?:question|problem|exercise|q) ?\d+ ?[.:)] *"
    r"|\(?(?:\d+|[a-h])(?:\) |\. (?=[a-z]))"
    r"|(?:can|could|would) (?:you|someone|anyone|somebody) (?:please |pls |plz )?(?:help me )?(?:to |with )?"
    r"|help me (?:to |with )?"
    r"|how (?:do|can|would|should) (?:i|you|we) (?:do (?=[\d(])|(?=[a-z]))"
    r"|(?:i'm|i am) stuck (?:on|with)[ :,]*"
    r"|i (?:do not|don't) (?:understand|get)(?: this)?(?: problem| question| one)?[ :,]*"
    r"|i need (?:some )?help (?:with|on)(?: this)?(?: problem| question)?[ :,]*",
    re.IGNORECASE,
)
_ASK = re.compile(
    r"(?:what(?:'s| is| are|(?: number)? do (?:you|i) get (?:when|if) (?:you|i))"
    r"|calculate|compute|find|work out|evaluate|determine|how much (?:is|are)|give(?: me)?|tell me"
    r"|use the order of operations to evaluate|if i(?= (?:add|subtract|multiply|divide)))\b[ :]*"
    r"(?:the (?:exact )?(?:value|result|answer) (?:of|to|when you) )?"
    r"(?:the (?:numerical |following )?expression[ :.]+)?",
    re.IGNORECASE,
)
_SIMPLEST = r"(?:simplest form|simplest terms|lowest terms)"
_FORM = rf"(?:{_SIMPLEST}|mixed number|decimal|whole number|(?:\w+ )?fraction(?: in {_SIMPLEST})?)"
_TAIL = re.compile(
    r"(?:[ ,.?!;]+(?:please|pl[sz]{1,5}|thx|thanks(?: a lot| in advance)?|thank you|ty|asap|help(?: me)?)"
    r"|[ ,]*what do i get"
    r"|[ ,.;?!]*(?:and )?check your (?:answer|work|solution)"
    r"|[.?!:;,]* \(?(?:show|write)(?: all)?(?: of)?(?: your)? work(?:ings?)?\)?"
    r"|[.?!;,]+ \(?(?:give|write|express|leave|state)(?: your| the)?(?: final)? answer (?:in|as) "
    rf"(?:its |an? )?{_FORM}\)?"
    r"|[.?!;,]+ \(?(?:explain|justify)(?: (?:your|how|why) [a-z ]{2,30})?\)?"
    r"|[.?!;]+ \(?(?:how (?:do|can) you (?:know|tell)|why(?: or why not)?)\)?"
    r"|[.?!;,]+ \(?simplify(?: your answer)?(?: if (?:possible|needed))?\)?"
    r"|[ .?:;]+|(?<!\d)!+|(?<![<>,])(?<!or)(?<!or ) ?= ?\??)$",
    re.IGNORECASE,
)
_CASES = re.compile(r"\\(begin|end)\s?\{(?:cases|align(?:ed)?\*?|array)\}(?:\{[lcr]{1,4}\})?\s?")
_LATEX_MATH = re.compile(r"\$(?=\S)([^$]*?\S)\$(?!\d)|\\\((.*?)\\\)|\\\[(.*?)\\\]")


def sentence(text: str) -> str:
    """The text on one line without greetings, labels, LaTeX wrapping, "what is" in front and stock phrases behind."""
    text = text.replace("−", "-").replace("–", "-").replace("’", "'").replace("…", "...")
    text = spelled_plainly(text)
    text = re.sub(r"\\(?:text|mathrm|textbf|mbox)\s?\{([^{}]*)\}", r"\1", text)
    text = _CASES.sub(lambda match: "; " if match[1] == "end" else " ", text)
    text = re.sub(
        r"(?<=[:.;,=])\s*\n\s*", " ", text.strip()
    )  # a line end is a pause unless there is one already
    text = re.sub(r"\s*\n\s*|\\\\", "; ", text).replace("\\ ", " ").replace("\\%", "%")
    text = _LATEX_MATH.sub(lambda match: f" {match[1] or match[2] or match[3]} ", text)
    text = re.sub(r"\\(?:[,;:! ]|quad\b)|\\?\$|[£€]", " ", text)
    text = re.sub(r" (?=[.,?;:])(?![.]\d)", "", re.sub(r"\s+", " ", text).strip())
    before = ""
    while text != before:
        before = text
        text = _LEAD.sub("", text) if _LEAD.match(text) else text
        text = asked_plainly(text)
        text = _TAIL.sub("", text).strip()
        text = re.sub(r"^tell me what (.*\d.*) is$", r"\1", text, flags=re.IGNORECASE)
    return _ASK.sub("", text, count=1).strip() if _ASK.match(text) else text


# --- number words ---------------------------------------------------------------------------------------------------

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}
_VALUE = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_TOPS = "a|one|two|three|four|five|six|seven|eight|nine"
_WORDED_FRACTION = re.compile(rf"\b({_TOPS})[ -]({'|'.join(_PARTS)})s?\b", re.IGNORECASE)
_WORDED_NUMBER = re.compile(
    rf"\b(?:({'|'.join(_TENS)})[ -]({'|'.join(_UNITS[1:10])})|({'|'.join(_VALUE)}))\b", re.IGNORECASE
)


def spelled_out(text: str) -> str:
    """The text with number words as digits: "three quarters of forty-eight" is "3/4 of 48"."""

    def fraction(match: re.Match[str]) -> str:
        top = match[1].lower()
        return f"{1 if top == 'a' else _VALUE[top]}/{_PARTS[match[2].lower()]}"

    def number(match: re.Match[str]) -> str:
        if match[3]:
            return str(_VALUE[match[3].lower()])
        return str(_VALUE[match[1].lower()] + _VALUE[match[2].lower()])

    digits = _WORDED_NUMBER.sub(number, _WORDED_FRACTION.sub(fraction, text))
    return re.sub(r"\b(?:negative|minus) (?=\d)(?<!\d minus )", "-", digits, flags=re.IGNORECASE)


# --- patterns: regular expressions with typed slots, `{name:type}` --------------------------------------------------

_FRACTION = r"(?:\d+\s?[/⁄]\s?\d+|\\[dt]?frac\s?\{\d+\}\s?\{\d+\}|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])"
_PLAIN = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_POSITIVE = rf"(?:(?:\d+ ?)?{_FRACTION}|{_PLAIN})"
_NUMBER = rf"(?:(?:- ?)?{_POSITIVE}|\(- ?{_POSITIVE}\))"
_LENGTHS = {
    "mm": "mm|millimet(?:er|re)s?",
    "cm": "cm|centimet(?:er|re)s?",
    "m": "m|met(?:er|re)s?",
    "km": "km|kilomet(?:er|re)s?",
    "in": "in|inch(?:es)?",
    "ft": "ft|foot|feet",
    "yd": "yd|yards?",
    "mi": "mi|miles?",
    "units": "units?",
}
_LENGTH = "|".join(_LENGTHS.values())
_MASSES = "m?g|kg|(?:kilo|milli)?grams?|lbs?|pounds|ounces"
_MEASURES = rf"{_LENGTH}|{_MASSES}|m?l|(?:milli)?lit(?:er|re)s?|dollars|cents|hours|minutes|days"
_SLOTS: dict[str, str] = {
    "number": _NUMBER,
    "term": _NUMBER,
    "integer": r"-?(?:\d{1,3}(?:,\d{3})+|\d+)",
    "fraction": _FRACTION,
    "measure": rf"{_NUMBER}(?: ?(?:{_MEASURES})\b)?",
    "percent": rf"{_NUMBER} ?(?:%|percent|per cent)",
    "length": rf"{_NUMBER}(?:[ -]?(?:{_LENGTH})\b)?",
    "angle": rf"{_NUMBER} ?(?:°|degrees?|\^\\?circ|\^\{{\\circ\}}|\\degree)?",
    "numbers": rf"(?>{_NUMBER})(?:(?:, ?(?:and )?| and )(?>{_NUMBER}))+",  # atomic: 1,111,111 has many readings
    "arithmetic": r".+?",
    "algebra": r".+?",
    "eq": r"[^,;=]+=[^,;=]+?",
    "letter": r"[a-zA-Z]",
    "word": r"[a-z]+",
}
_MACROS = {
    "ASK": r"(?:what(?: is|'s)|find|calculate|work out|determine|compute|what will be)",
    "THE": r"(?:the |its |a |an )?",
    "NUMBERS": r"(?:the )?(?:following )?"
    r"(?:data set|set of numbers|set of data|data|numbers|list|scores|values)?[ :]*",
}


def pattern(text: str) -> Callable[[str], dict[str, Given] | None]:
    """A reader of whole sentences. It gives the slots' values by name, or None; lengths must agree in their unit.

    `{percent:percent}` of 25% is 25; `arithmetic` and `algebra` slots give the expression as text (`algebra` has
    letters in it, `arithmetic` has none); `term` is a number as text; of `length` slots the common unit
    comes along as "unit".
    """
    types = dict(re.findall(r"\{(\w+):(\w+)\}", text))
    for macro, expansion in _MACROS.items():
        text = re.sub(rf"\b{macro}\b ?", f"{expansion} ?" if expansion.endswith(")") else expansion, text)
    places = count()
    text = re.sub(
        r"\(\?P<(\w+)>", lambda group: f"(?P<{group[1]}__{next(places)}>", text
    )  # a name may come twice
    shape = re.sub(r"\{(\w+):(\w+)\}", lambda slot: f"(?P<{slot[1]}__{next(places)}>{_SLOTS[slot[2]]})", text)

    @cache
    def compiled() -> re.Pattern[str]:  # at first use: hundreds of patterns would slow every start down
        return re.compile(shape, re.IGNORECASE)

    literal = literal_in(shape)

    def read(words: str) -> dict[str, Given] | None:
        match = compiled().fullmatch(words) if literal in words.lower() else None
        if match is None:
            return None
        found: dict[str, Given] = {}
        units: set[str] = set()
        for group, written_value in match.groupdict().items():
            name = group.partition("__")[0]
            if written_value is None:
                continue
            if name not in types:
                found[name] = written_value
                continue
            if types[name] == "length" and (unit := length_unit(written_value)):
                units.add(unit)
            value = _value(written_value, types[name])
            if value is None:
                return None
            found[name] = value
        if len(units) > 1:
            return None
        if "length" in types.values():
            found["unit"] = units.pop() if units else ""
        return found

    return read


def length_unit(text: str) -> str | None:
    """The unit of length that the text ends with, by its short name."""
    word = re.sub(r"^.*?([A-Za-z]*)$", r"\1", text).lower()
    return next((unit for unit, names in _LENGTHS.items() if re.fullmatch(names, word)), None)


def _value(text: str, kind: str) -> Given | None:
    if kind in ("word", "letter", "eq"):
        return text
    if kind in ("arithmetic", "algebra", "term"):
        node = parse_expression(text)
        if node is None or letters(node) & IMAGINARY or bool(letters(node)) != (kind == "algebra"):
            return None
        return written(node)
    if kind == "numbers":
        if ", " not in text:
            if re.search(r",\d{3}(?!\d)", text):  # 1,200 or 1 and 200?
                return None
            text = text.replace(",", ", ")
        parts = re.findall(_NUMBER, text)
        values = [plain_number(part) for part in parts]
        known = tuple(value for value in values if value is not None)
        return known if len(known) == len(values) else None
    return plain_number(re.sub(r"[ -]?(?:%|°|[A-Za-z]+|\^.*)$", "", text) if "frac" not in text else text)


def plain_number(text: str) -> int | Fraction | Decimal | None:
    """A number as written, with or without a minus sign or brackets: int, Decimal or Fraction."""
    node = parse_expression(text.strip())
    return None if node is None else given_number(node)


def arithmetic_value(text: str) -> int | Fraction | None:
    """The exact value of arithmetic text, to check that a problem makes sense; None when it has none."""
    node = parse_expression(text)
    value = None if node is None else evaluate(node)
    return None if value is None else exact(value)


Build = Callable[[dict[str, Given]], Problem | None]
Rule = tuple[Callable[[str], dict[str, Given] | None], Build]


def rule(text: str, build: Build) -> Rule:
    """Sentences of this pattern are read by `build`, which may still decline."""
    return pattern(text), build


def read_by(rules: list[Rule], words: str) -> Problem | None:
    """The first rule's problem that reads the whole sentence."""
    for read, build in rules:
        found = read(words)
        if found is not None and (problem := build(found)) is not None:
            return problem
    return None
