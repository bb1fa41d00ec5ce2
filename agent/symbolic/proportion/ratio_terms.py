"""Ratios of counted things, of amounts in unlike units, of decimals and fractions; a part as a fraction of a "
"whole."""

from decimal import Decimal
from fractions import Fraction
from math import gcd
from typing import Any

from ..clauses import clause, story
from ..nouns import plain_noun, same_thing, thing, word
from ..problem import Given, Kind, Problem, formula, like_number, number_code, positive, said
from ..wording import Rule
from .ratios import PROPORTION, SIMPLIFY_RATIO
from .units import unit_of


def _reduced(terms: list[str]) -> str:
    """The steps that divide whole terms by their greatest common factor."""
    names = [f"term_{place}" for place in range(1, len(terms) + 1)]
    lines = f"common_factor = gcd({', '.join(terms)})  # Find the greatest common factor of the terms.\n"
    for name, term in zip(names, terms, strict=True):
        lines += f"{name} = {term} // common_factor  # Divide by it.\n"
    together = ' + ":" + '.join(f"str({name})" for name in names)
    return lines + f"answer = {together}  # Write the ratio."


# --- counted things -------------------------------------------------------------------------------------------------


def _counts_phrase(problem: Problem) -> str:
    names = problem["names"].split(", ")
    each = [f"{term} {name}" for term, name in zip(problem["terms"], names, strict=True)]
    return (
        f"There are {', '.join(each[:-1])} and {each[-1]}. "
        f"What is the ratio of {' to '.join(names)} in simplest form?"
    )


OF_COUNTS = Kind(
    "ratio_of_counts",
    "ratio",
    ("terms", "names"),
    lambda problem: _reduced([str(term) for term in problem["terms"]]),
    _counts_phrase,
    lambda problem: len(problem["terms"]) > 1 and min(problem["terms"]) > 0,
    lambda problem: gcd(*problem["terms"]) > 1,
)


# --- unlike units ---------------------------------------------------------------------------------------------------


def _in_one_unit(problem: Problem) -> tuple[Fraction, Fraction]:
    return (
        Fraction(problem["first"]) * problem["first_size"],
        Fraction(problem["second"]) * problem["second_size"],
    )


def _amounts_steps(problem: Problem) -> str:
    larger, smaller = ("first", "second") if problem["first_size"] > 1 else ("second", "first")
    name, unit = f"{larger}_in_small_units", problem[f"{smaller}_unit"]
    lines = f"{name} = int({larger} * {problem[f'{larger}_size']})  # Write both amounts in {unit}.\n"
    return lines + _reduced([name if term == larger else term for term in ("first", "second")])


def _amounts_sane(problem: Problem) -> bool:
    sizes = problem["first_size"], problem["second_size"]
    whole = all(amount > 0 and amount.denominator == 1 for amount in _in_one_unit(problem))
    return min(sizes) == 1 < max(sizes) and whole


OF_AMOUNTS = Kind(
    "ratio_of_amounts",
    "ratio",
    ("first", "first_unit", "first_size", "second", "second_unit", "second_size"),
    _amounts_steps,
    lambda problem: (
        f"What is the ratio of {said(problem['first'])} {problem['first_unit']} to {said(problem['second'])} "
        f"{problem['second_unit']} in simplest form?"
    ),
    _amounts_sane,
    lambda problem: gcd(*(int(amount) for amount in _in_one_unit(problem))) > 1,
    lambda problem, random: {
        **dict(problem.given),
        "first": like_number(random, problem["first"]),
        "second": like_number(random, problem["second"]),
    },
)


def _amounts(found: dict[str, Any]) -> Problem | None:
    units = unit_of(found["first_unit"]), unit_of(found["second_unit"])
    one, other = units
    if one is None or other is None or one[1] != other[1] or one[3] > 1:
        return None
    if one[0] == other[0]:
        terms = (found["first"], found["second"])
        whole = all(isinstance(term, int) for term in terms)
        return SIMPLIFY_RATIO.problem({"terms": terms}) if whole else None
    small = min(one[2], other[2])
    sizes = one[2] / small, other[2] / small
    if any(size.denominator > 1 for size in sizes):
        return None
    return OF_AMOUNTS.problem(
        {
            "first": found["first"],
            "second": found["second"],
            "first_unit": one[0],
            "first_size": int(sizes[0]),
            "second_unit": other[0],
            "second_size": int(sizes[1]),
        }
    )


# --- terms that are not whole ---------------------------------------------------------------------------------------


def _scale(problem: Problem) -> str:
    terms: tuple[Given, ...] = problem["terms"]
    if any(isinstance(term, Decimal) for term in terms):
        places = max(-int(term.as_tuple().exponent) for term in terms if isinstance(term, Decimal))
        return f"scale = 10 ** {places}  # See whether 10, 100 or 1000 times the terms are all whole."
    bottoms = [str(Fraction(term).denominator) for term in terms if isinstance(term, int | Fraction)]
    return f"scale = lcm({', '.join(bottoms)})  # Find the least common denominator."


def _clear_steps(problem: Problem) -> str:
    terms: tuple[Given, ...] = problem["terms"]
    names = [f"whole_term_{place}" for place in range(1, len(terms) + 1)]
    lines = _scale(problem) + "\n"
    for name, term in zip(names, terms, strict=True):
        lines += f"{name} = int({number_code(term)} * scale)  # Multiply by it to get a whole term.\n"
    return lines + _reduced(names)


def _broken(problem: Problem) -> list[str]:
    """How each term is written."""
    terms: tuple[int | Fraction | Decimal, ...] = problem["terms"]
    return [
        "whole" if isinstance(term, int) else "decimal" if isinstance(term, Decimal) else "fraction"
        for term in terms
    ]


def _clear_sane(problem: Problem) -> bool:
    forms = set(_broken(problem)) - {"whole"}
    return len(problem["terms"]) > 1 and min(problem["terms"]) > 0 and len(forms) == 1


CLEAR = Kind(
    "ratio_with_broken_terms",
    "ratio",
    ("terms",),
    _clear_steps,
    lambda problem: f"Simplify the ratio {' : '.join(map(said, problem['terms']))}.",
    _clear_sane,
    _broken,
)


def _cleared(found: dict[str, Any]) -> Problem | None:
    terms = [found[name] for name in ("one", "two", "three") if name in found]
    return CLEAR.problem({"terms": tuple(terms)})


# --- a part as a fraction of a whole --------------------------------------------------------------------------------

WHAT_FRACTION = formula(
    "what_fraction",
    "fraction",
    "part whole",
    "common_factor = gcd(part, whole)  # Write the part over the whole and find the greatest common factor.\n"
    "top = part // common_factor  # Divide the top by it.\n"
    "bottom = whole // common_factor  # Divide the bottom by it.\n"
    "answer = Fraction(top, bottom)  # Write the fraction.",
    "What fraction of {whole} is {part}?",
    sane=lambda problem: positive(problem) and problem["part"] < problem["whole"],
    features=lambda problem: gcd(problem["part"], problem["whole"]) > 1,
)
KINDS = [OF_COUNTS, OF_AMOUNTS, CLEAR, WHAT_FRACTION]


# --- reading --------------------------------------------------------------------------------------------------------


def _counted(found: dict[str, Any]) -> Problem | None:
    """How many of each there are, and the order they are asked for in."""
    places = [place for place in ("first", "second", "third") if found.get(f"{place}_name")]
    asked = [found[f"asked_{place}"] for place in ("first", "second", "third") if found.get(f"asked_{place}")]
    ordered: list[str] = []
    for name in asked:
        fitting = [place for place in places if _fits(name, found[f"{place}_name"], found)]
        if len(fitting) != 1:
            return None
        ordered += fitting
    if len(set(ordered)) != len(places):
        return None
    names = ", ".join(plain_noun(found[f"{place}_name"]) for place in ordered)
    return OF_COUNTS.problem({"terms": tuple(found[place] for place in ordered), "names": names})


def _fits(asked: str, name: str, found: dict[str, Any]) -> bool:
    """Whether a noun is the one named: "red" also for "red beads" of "3 red beads and 5 blue beads"."""
    shared = plain_noun(found["second_name"]).split()[-1]
    own = plain_noun(name)
    forms = [own, f"{own} {shared}", own.removesuffix(f" {shared}")]
    return any(same_thing(asked, form) for form in forms)


def _missing(found: dict[str, Any]) -> Problem | None:
    """Two equal ratios with a blank or a question mark for one term."""
    unknown = next(name for name in ("first", "second", "third", "fourth") if name not in found)
    return PROPORTION.problem({**found, unknown: "x", "unknown": unknown, "letter": "x"})


_SIMPLEST = r"(?:its )?(?:simplest form|simplest terms|lowest terms)"
_IN_SIMPLEST = rf"(?:,? in {_SIMPLEST})?"
_AS = r"(?:(?:write|convert|change|express|rewrite|simplify|give|find|what is) )?"
_HOLDER = r"(?:an?|the|one|my|his|her)"


def _there_are() -> list[str]:
    two = rf"{{first:integer}} {thing('first_name')} and {{second:integer}} {thing('second_name')}"
    three = (
        rf"{{first:integer}} {thing('first_name')}, {{second:integer}} {thing('second_name')},? and "
        rf"{{third:integer}} {thing('third_name')}"
    )
    starts = (
        "there are",
        rf"{_HOLDER} {word('holder')} (?:has|contains|holds)",
        rf"{word('holder')} has",
        rf"(?:in|on) {_HOLDER} {word('holder')},? there are",
    )
    tail = rf"(?: (?:in|on|at) {_HOLDER} [a-z]+)?"
    return [f"{start} {counts}{tail}" for start in starts for counts in (two, three)]


_RATIO_ASKED = (
    rf"(?:what is|find|write(?: down)?|give|work out|determine|express) the ratio of (?:the )?(?:number of )?"
    rf"{thing('asked_first')} to (?:the )?(?:number of )?{thing('asked_second')}"
    rf"(?: to (?:the )?{thing('asked_third')})?{_IN_SIMPLEST}",
)
_BLANK = r"(?:_+|\?|□|x)"
_LEAD = (
    r"(?:(?:fill in|find|complete|work out) (?:the )?(?:missing number|missing value|missing term|blank|"
    r"equivalent ratio|"
    r"equal ratio|proportion|ratio)(?: in| so that| in the ratio)?|complete|the missing (?:number|value|term)(?: "
    r"in)?)[:.,]? ?"
)


def _blanks() -> list[str]:
    texts: list[str] = []
    for unknown in ("first", "second", "third", "fourth"):
        a, b, c, d = (
            f"{{{name}:number}}" if name != unknown else _BLANK
            for name in ("first", "second", "third", "fourth")
        )
        for sign in (" ?: ?", " ?/ ?"):
            texts.append(rf"(?:{_LEAD})?{a}{sign}{b} ?= ?{c}{sign}{d}")
    # A question mark or a colon at the very end is no longer there when a sentence is read.
    whole = r"{first:integer} ?: ?{second:integer} ?= ?{third:integer}"
    return [
        *texts,
        rf"{_LEAD}{whole} ?:?",
        rf"{_LEAD}{{first:integer}} ?/ ?{{second:integer}} ?= "
        rf"?{{third:integer}} ?/",
    ]


_UNIT = r"[a-z]+"
_AMOUNTS = (
    rf"{{first:number}} ?(?P<first_unit>{_UNIT})(?: to | ?: ?){{second:number}} ?(?P<second_unit>{_UNIT})"
)
_TERMS = r"{one:number} ?(?::|to) ?{two:number}(?: ?(?::|to) ?{three:number})?"
RULES: list[Rule] = [
    story(_counted, _there_are(), _RATIO_ASKED),
    clause(_missing, *_blanks()),
    clause(
        _amounts,
        rf"{_AS}(?:the )?ratio (?:of )?{_AMOUNTS}{_IN_SIMPLEST}",
        rf"{_AS}(?:the ratio )?(?:of )?{_AMOUNTS} as a ratio{_IN_SIMPLEST}",
        rf"(?:simplify|reduce)(?: the ratio)?:? {_AMOUNTS}",
    ),
    clause(
        _cleared,
        rf"(?:simplify|reduce)(?: the ratio)?:? {_TERMS}(?: to {_SIMPLEST})?",
        rf"{_AS}(?:the )?ratio (?:of )?{_TERMS} in {_SIMPLEST}",
        rf"{_AS}(?:the ratio )?{_TERMS} in {_SIMPLEST}",
        rf"{_AS}{_TERMS} as a ratio of whole numbers(?: in {_SIMPLEST})?",
    ),
    clause(
        lambda found: SIMPLIFY_RATIO.problem(
            {"terms": tuple(int(term) for term in str(found["ratio"]).split(":"))}
        ),
        rf"{_AS}(?:the ratio )?(?P<ratio>\d+(?: ?: ?\d+)+) in {_SIMPLEST}",
        rf"{_AS}(?:the ratio )?(?P<ratio>\d+(?: ?: ?\d+)+) as a ratio in {_SIMPLEST}",
    ),
    clause(
        WHAT_FRACTION.problem,
        r"(?:what )?fraction of {whole:integer} is {part:integer}",
        r"what fraction is {part:integer} (?:out )?of {whole:integer}",
        r"(?:write|express) {part:integer} as a fraction of {whole:integer}(?: in (?:its )?(?:simplest form|"
        r"lowest terms))?",
        r"{part:integer} is what fraction of {whole:integer}",
    ),
]
