"""Ratios, proportions, and what grows in proportion: prices, speeds."""

from collections.abc import Callable
from fractions import Fraction
from math import gcd
from random import Random
from typing import Any

from ..problem import Given, Kind, Problem, formula, like, like_number, said
from ..wording import Rule, rule


def _ratio_steps(problem: Problem) -> str:
    terms: tuple[int, ...] = problem["terms"]
    lines = (
        f"common_factor = gcd({', '.join(map(str, terms))})  # Find the greatest common factor of the "
        f"terms.\n"
    )
    names = [f"term_{place}" for place in range(1, len(terms) + 1)]
    for name, term in zip(names, terms, strict=True):
        lines += f"{name} = {term} // common_factor  # Divide by it.\n"
    return lines + f"answer = {_joined(names)}  # Write the ratio."


def _joined(names: list[str]) -> str:
    return ' + ":" + '.join(f"str({name})" for name in names)


def _share_steps(problem: Problem) -> str:
    terms: tuple[int, ...] = problem["terms"]
    lines = f"parts = {' + '.join(map(str, terms))}  # Count the parts.\n"
    lines += "one_part = Fraction(total, parts)  # Find what one part is worth.\n"
    names = [f"share_{place}" for place in range(1, len(terms) + 1)]
    for name, term in zip(names, terms, strict=True):
        lines += f"{name} = {term} * one_part  # Take as many parts as the ratio says.\n"
    return lines + f"answer = {_joined(names)}  # Write the shares."


def _whole_terms(problem: Problem) -> bool:
    terms = problem["terms"]
    return len(terms) >= 2 and all(isinstance(term, int) and term > 0 for term in terms)


def _colons(problem: Problem) -> str:
    return ":".join(map(str, problem["terms"]))


SIMPLIFY_RATIO = Kind(
    "ratio_simplify",
    "ratio",
    ("terms",),
    _ratio_steps,
    lambda problem: f"Simplify the ratio {_colons(problem)}.",
    _whole_terms,
    lambda problem: gcd(*problem["terms"]) > 1,
)
SHARE = Kind(
    "ratio_share",
    "shares",
    ("total", "terms"),
    _share_steps,
    lambda problem: f"Divide {said(problem['total'])} in the ratio {_colons(problem)}.",
    lambda problem: _whole_terms(problem) and problem["total"] > 0,
    lambda problem: (Fraction(problem["total"]) % sum(problem["terms"]) == 0, gcd(*problem["terms"]) > 1),
)
_TERMS = ("first", "second", "third", "fourth")


def _proportion_steps(problem: Problem) -> str:
    """first : second = third : fourth; the product of the two beside the unknown over the one across."""
    unknown = _TERMS.index(problem["unknown"])
    across = _TERMS[3 - unknown]
    one, other = (name for name in _TERMS if name not in (problem["unknown"], across))
    return (
        f"cross_product = {one} * {other}  # Multiply across, the two numbers that face each other.\n"
        f"answer = Fraction(cross_product, {across})  # Divide by the number that faces the unknown."
    )


def _proportion_phrase(problem: Problem) -> str:
    names = [problem["letter"] if name == problem["unknown"] else said(problem[name]) for name in _TERMS]
    return f"Solve the proportion {names[0]}/{names[1]} = {names[2]}/{names[3]}."


def _proportion_features(problem: Problem) -> object:
    known = {name: Fraction(problem[name]) for name in _TERMS if name != problem["unknown"]}
    across = known.pop(_TERMS[3 - _TERMS.index(problem["unknown"])])
    one, other = known.values()
    return (one * other) % across == 0


def _vary_proportion(problem: Problem, random: Random) -> dict[str, Given]:
    return {
        name: value
        if isinstance(value, str | tuple) or name == problem["unknown"]
        else like_number(random, value)
        for name, value in problem.given
    }


PROPORTION = Kind(
    "proportion",
    "unknown term",
    (*_TERMS, "unknown", "letter"),
    _proportion_steps,
    _proportion_phrase,
    lambda problem: all(problem[name] > 0 for name in _TERMS if name != problem["unknown"]),
    _proportion_features,
    _vary_proportion,
)
SCALED_PRICE = Kind(
    "scaled_price",
    "price",
    ("first_count", "first_price", "second_count", "item"),
    lambda problem: (
        "price_of_one = Fraction(first_price, first_count)  # Find the price of one.\n"
        "answer = price_of_one * second_count  # Multiply by how many are wanted."
    ),
    lambda problem: (
        f"If {problem['first_count']} {problem['item']} cost ${said(problem['first_price'])}, "
        f"how much do {problem['second_count']} {problem['item']} cost?"
    ),
    lambda problem: all(problem[name] > 0 for name in ("first_count", "first_price", "second_count")),
    lambda problem: Fraction(problem["first_price"]) * problem["second_count"] % problem["first_count"] == 0,
    lambda problem, random: {
        "first_count": max(2, like(random, problem["first_count"])),
        "first_price": like_number(random, problem["first_price"]),
        "second_count": max(2, like(random, problem["second_count"])),
        "item": problem["item"],
    },
)
SPEED = formula(
    "speed",
    "speed",
    "distance time distance_unit time_unit",
    "answer = Fraction(distance, time)  # Divide the distance by the time.",
    "A car travels {distance} {distance_unit} in {time} {time_unit}s. What is its average speed?",
    sane=lambda problem: problem["distance"] > 0 and problem["time"] > 0,
    features=lambda problem: Fraction(problem["distance"]) % Fraction(problem["time"]) == 0,
)
DISTANCE = formula(
    "distance",
    "distance",
    "speed time distance_unit time_unit",
    "answer = speed * time  # Multiply the speed by the time.",
    "If a car drives at {speed} {distance_unit} per {time_unit} for {time} {time_unit}s, how far does it go?",
    sane=lambda problem: problem["speed"] > 0 and problem["time"] > 0,
)

KINDS = [SIMPLIFY_RATIO, SHARE, PROPORTION, SCALED_PRICE, SPEED, DISTANCE]


# --- reading --------------------------------------------------------------------------------------------------------


def _terms(kind: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        terms = tuple(int(term) for term in found.pop("ratio").replace("to", ":").split(":"))
        return kind.problem({**found, "terms": terms})

    return build


def _proportion(found: dict[str, Any]) -> Problem | None:
    if {found.get(name, found["letter"]) for name in ("asked", "asked_after")} != {found["letter"]}:
        return None
    unknown = next(name for name in _TERMS if name not in found)
    return PROPORTION.problem({**found, unknown: found["letter"], "unknown": unknown})


def _priced(found: dict[str, Any]) -> Problem | None:
    one, again = (found[name].lower() for name in ("item", "again"))
    if one.rstrip("s") != again.rstrip("s"):
        return None
    return SCALED_PRICE.problem(found)


def _moving(kind: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        unit = found["time_unit"].rstrip("s")
        if found.get("time_again", unit).rstrip("s") != unit:
            return None
        found["time_unit"] = unit
        if found.get("distance_again", found["distance_unit"]) != found["distance_unit"]:
            return None
        return kind.problem(found)

    return build


_RATIO = r"(?P<ratio>\d+(?: ?(?:[:]|to) ?\d+)+)"
_AS = r"(?:(?:write|convert|change|express|rewrite|turn) )?"
_DISTANCE_UNITS = r"(?P<distance_unit>miles|km|kilometers|kilometres|meters|metres|m|feet|yards)"
_VEHICLE = r"(?:a |an |the )?(?:car|train|bus|truck|plane|cyclist|runner|boat|bike|bicycle|driver)"
_GOES = r"(?:travels|goes|drives|moves|runs|rides|flies|covers)"


def _proportion_rules() -> list[Rule]:
    rules: list[Rule] = []
    for unknown in _TERMS:
        a, b, c, d = (f"{{{name}:number}}" if name != unknown else "(?P<letter>[a-zA-Z?])" for name in _TERMS)
        lead = (
            r"(?:(?:solve|find)(?: the proportion| the missing number)?:? ?)?(?:(?:for |the value of "
            r")?{asked:letter} ?(?:if|in|when|:)? )?"
        )
        for one, two in ((rf"{a} ?/ ?{b}", rf"{c} ?/ ?{d}"), (f"{a} ?: ?{b}", f"{c} ?: ?{d}")):
            rules.append(
                rule(
                    rf"{lead}(?:the missing number:? )?(?:the proportion:? )?{one} ?= ?{two}(?: "
                    rf"for {{asked_after:letter}})?",
                    _proportion,
                )
            )
        latex = rf"\\[dt]?frac\{{{a}\}}\{{{b}\}} ?= ?\\[dt]?frac\{{{c}\}}\{{{d}\}}"
        rules.append(
            rule(rf"{lead}(?:the proportion:? )?{latex}(?: for {{asked_after:letter}})?", _proportion)
        )
    return rules


RULES: list[Rule] = [
    rule(
        rf"(?:simplify|reduce)(?: the ratio)?:? {_RATIO}(?: to (?:its )?(?:simplest form|lowest terms))?",
        _terms(SIMPLIFY_RATIO),
    ),
    rule(
        rf"{_AS}(?:the )?ratio (?:of )?{_RATIO} in (?:its )?(?:simplest form|lowest terms)",
        _terms(SIMPLIFY_RATIO),
    ),
    rule(
        rf"(?:divide|share|split) {{total:number}} (?:in|into|in to) (?:the ratio |a ratio of )?{_RATIO}",
        _terms(SHARE),
    ),
    *_proportion_rules(),
    rule(
        r"(?:if )?{first_count:integer} (?P<item>[a-z]+) costs? {first_price:number}[,.;] (?:how|what) "
        r"(?:much )?(?:do|does|will|would) {second_count:integer} (?P<again>[a-z]+) cost",
        _priced,
    ),
    rule(
        rf"{_VEHICLE} {_GOES} {{distance:number}} {_DISTANCE_UNITS} in {{time:number}} "
        rf"(?P<time_unit>hours?|minutes?|seconds?)[.;] ASK (?:its|the)(?: average)? speed(?: in "
        rf"(?P<distance_again>\w+) per (?P<time_again>\w+))?",
        _moving(SPEED),
    ),
    rule(
        rf"(?:if )?{_VEHICLE} {_GOES} at {{speed:number}} {_DISTANCE_UNITS} per "
        rf"(?P<time_again>hour|minute|second) for {{time:number}} "
        rf"(?P<time_unit>hours?|minutes?|seconds?)[,.;] how far (?:does|will) (?:it|he|she|they) "
        rf"(?:go|travel)",
        _moving(DISTANCE),
    ),
]
