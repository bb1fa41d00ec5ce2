"""Percents, ratios, proportions, and quantities that grow in proportion (prices, speeds)."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import gcd, prod
from random import Random
from typing import Any

from .problem import Given, Kind, Problem, formula, like, like_number, positive, said
from .wording import Rule, rule


def _whole_result(*names: str) -> Callable[[Problem], object]:
    """Features: whether the product of the values named, over 100, is whole."""
    return lambda problem: prod(Fraction(problem[name]) for name in names) % 100 == 0


def _divides(part: str, whole: str, times: int = 1) -> Callable[[Problem], object]:
    def features(problem: Problem) -> object:
        top, bottom = Fraction(problem[part]) * times, Fraction(problem[whole])
        return top % bottom == 0, top < bottom * times

    return features


def _under_100(problem: Problem) -> bool:
    return positive(problem) and problem["percent"] <= 100


_PART = "one_percent = Fraction({whole}, 100)  # Find one percent.\n{name} = one_percent * percent  # Take it {verb}."


def _of_whole(whole: str, name: str) -> str:
    return _PART.format(whole=whole, name=name, verb="as often as the percent says")


PERCENT_OF = formula(
    "percent_of",
    "part",
    "percent whole",
    _of_whole("whole", "answer"),
    "What is {percent}% of {whole}?",
    sane=positive,
    features=_whole_result("percent", "whole"),
)
PERCENT_OFF = formula(
    "percent_off",
    "new price",
    "percent price",
    _of_whole("price", "discount") + "\nanswer = price - discount  # Take the discount from the price.",
    "What is {percent}% off ${price}?",
    sane=_under_100,
    features=_whole_result("percent", "price"),
)
INCREASE = formula(
    "percent_increase",
    "new value",
    "original percent",
    _of_whole("original", "increase") + "\nanswer = original + increase  # Add the increase.",
    "Increase {original} by {percent}%.",
    sane=positive,
    features=_whole_result("percent", "original"),
)
DECREASE = formula(
    "percent_decrease",
    "new value",
    "original percent",
    _of_whole("original", "decrease") + "\nanswer = original - decrease  # Take the decrease away.",
    "Decrease {original} by {percent}%.",
    sane=_under_100,
    features=_whole_result("percent", "original"),
)


def _change_steps(problem: Problem) -> str:
    up = problem["new"] > problem["original"]
    change = "new - original" if up else "original - new"
    return (
        f"change = {change}  # Find how much it changed.\n"
        "fraction_of_original = Fraction(change, original)  # Compare the change with the original value.\n"
        "answer = 100 * fraction_of_original  # Write it as a percent."
    )


def _vary_change(problem: Problem, random: Random) -> dict[str, Given]:
    original = like_number(random, problem["original"])
    percent = random.randrange(5, 100 if problem["new"] < problem["original"] else 150, 5)
    sign = 1 if problem["new"] > problem["original"] else -1
    new = Fraction(original) * (1 + sign * Fraction(percent, 100))
    return {"original": original, "new": new.numerator if new.denominator == 1 else new}


def _change(direction: str) -> Kind:
    up = direction == "increase"
    return Kind(
        f"percent_change_{direction}",
        f"percent {direction}",
        ("original", "new"),
        _change_steps,
        lambda problem: (
            f"What is the percent {direction} from {said(problem['original'])} to {said(problem['new'])}?"
        ),
        lambda problem: (
            positive(problem)
            and (problem["new"] > problem["original"]) == up
            and problem["new"] != problem["original"]
        ),
        lambda problem: isinstance(problem["new"], int | Decimal),
        _vary_change,
    )


CHANGE_UP, CHANGE_DOWN = _change("increase"), _change("decrease")
WHAT_PERCENT = formula(
    "what_percent",
    "percent",
    "part whole",
    "fraction_of_whole = Fraction(part, whole)  # Compare the part with the whole.\n"
    "answer = 100 * fraction_of_whole  # Write it as a percent.",
    "What percent of {whole} is {part}?",
    sane=positive,
    features=_divides("part", "whole", 100),
)
PERCENT_WHOLE = formula(
    "percent_whole",
    "whole",
    "part percent",
    "one_percent = Fraction(part, percent)  # Find one percent: divide the part by the percent.\n"
    "answer = 100 * one_percent  # The whole is a hundred times that.",
    "{part} is {percent}% of what number?",
    sane=positive,
    features=_divides("part", "percent", 100),
)
PERCENT_TO_DECIMAL = formula(
    "percent_to_decimal",
    "decimal",
    "percent",
    "answer = Fraction(percent, 100)  # Divide by a hundred.",
    "Write {percent}% as a decimal.",
    sane=positive,
)
PERCENT_TO_FRACTION = formula(
    "percent_to_fraction",
    "fraction",
    "percent",
    "answer = Fraction(percent, 100)  # Write it over a hundred and simplify.",
    "Write {percent}% as a fraction.",
    sane=positive,
)
DECIMAL_TO_PERCENT = formula(
    "decimal_to_percent",
    "percent",
    "decimal",
    "answer = 100 * decimal  # Multiply by a hundred.",
    "Write {decimal} as a percent.",
    sane=lambda problem: isinstance(problem["decimal"], Decimal) and problem["decimal"] > 0,
)


# --- ratio and proportion -------------------------------------------------------------------------------------------


def _ratio_steps(problem: Problem) -> str:
    terms: tuple[int, ...] = problem["terms"]
    lines = f"common_factor = gcd({', '.join(map(str, terms))})  # Find the greatest common factor of the terms.\n"
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
KINDS = [
    *[PERCENT_OF, PERCENT_OFF, INCREASE, DECREASE, CHANGE_UP, CHANGE_DOWN, WHAT_PERCENT, PERCENT_WHOLE],
    *[
        PERCENT_TO_DECIMAL,
        PERCENT_TO_FRACTION,
        DECIMAL_TO_PERCENT,
        SIMPLIFY_RATIO,
        SHARE,
        PROPORTION,
        SCALED_PRICE,
    ],
    *[SPEED, DISTANCE],
]


# --- reading --------------------------------------------------------------------------------------------------------


def _changed(direction: str = "") -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        kinds = {"increase": [CHANGE_UP], "decrease": [CHANGE_DOWN]}.get(direction, [CHANGE_UP, CHANGE_DOWN])
        made = [kind.problem(found) for kind in kinds]
        return next((problem for problem in made if problem is not None), None)

    return build


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
    if found.pop("again").lower() != found["item"].lower():
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


_PCT = "percent(?:age)?"
_ITEM = r"(?:an? |the )?(?:\w+ )?"
_SALE = r"(?:what is|find|what will be) (?:the |its )?(?:sale|new|final|discounted) price"
_RATIO = r"(?P<ratio>\d+(?: ?(?:[:]|to) ?\d+)+)"
_AS = r"(?:(?:write|convert|change|express|rewrite|turn) )?"
_DISTANCE_UNITS = r"(?P<distance_unit>miles|km|kilometers|kilometres|meters|metres|m|feet|yards)"
_VEHICLE = r"(?:a |an |the )?(?:car|train|bus|truck|plane|cyclist|runner|boat|bike|bicycle|driver)"
_GOES = r"(?:travels|goes|drives|moves|runs|rides|flies|covers)"


def _proportion_rules() -> list[Rule]:
    rules: list[Rule] = []
    for unknown in _TERMS:
        a, b, c, d = (f"{{{name}:number}}" if name != unknown else "(?P<letter>[a-zA-Z?])" for name in _TERMS)
        lead = r"(?:(?:solve|find)(?: the proportion| the missing number)?:? ?)?(?:(?:for |the value of )?{asked:letter} ?(?:if|in|when|:)? )?"
        for one, two in ((rf"{a} ?/ ?{b}", rf"{c} ?/ ?{d}"), (f"{a} ?: ?{b}", f"{c} ?: ?{d}")):
            rules.append(
                rule(
                    rf"{lead}(?:the missing number:? )?(?:the proportion:? )?{one} ?= ?{two}(?: for {{asked_after:letter}})?",
                    _proportion,
                )
            )
        latex = rf"\\[dt]?frac\{{{a}\}}\{{{b}\}} ?= ?\\[dt]?frac\{{{c}\}}\{{{d}\}}"
        rules.append(
            rule(rf"{lead}(?:the proportion:? )?{latex}(?: for {{asked_after:letter}})?", _proportion)
        )
    return rules


RULES: list[Rule] = [
    rule(r"{percent:percent} of {whole:measure}", PERCENT_OF.problem),
    rule(r"{percent:percent} off(?: of)? {price:number}", PERCENT_OFF.problem),
    rule(
        rf"the (?:price|cost) of {_ITEM}{{price:number}} \w+ (?:after|with) an? {{percent:percent}} discount",
        PERCENT_OFF.problem,
    ),
    rule(
        r"the (?:sale|discounted) price of an? {price:number} \w+ (?:at|with|after) (?:a )?{percent:percent} (?:off|discount)",
        PERCENT_OFF.problem,
    ),
    rule(
        rf"an? \w+ (?:costs|is) {{price:number}}[.;,] it is (?:on sale for |on sale at )?{{percent:percent}} off[.;] {_SALE}",
        PERCENT_OFF.problem,
    ),
    rule(
        rf"an? {{price:number}} \w+ is (?:on sale for |on sale at )?{{percent:percent}} off[.;] {_SALE}",
        PERCENT_OFF.problem,
    ),
    rule(
        rf"an? \w+ (?:is marked|is priced at|costs|is) {{price:number}}[.;,] it is (?:discounted|reduced|marked down) by {{percent:percent}}[.;] {_SALE}",
        PERCENT_OFF.problem,
    ),
    rule(r"increase {original:number} by {percent:percent}", INCREASE.problem),
    rule(r"{original:number} increased by {percent:percent}", INCREASE.problem),
    rule(r"(?:decrease|reduce) {original:number} by {percent:percent}", DECREASE.problem),
    rule(r"{original:number} (?:decreased|reduced) by {percent:percent}", DECREASE.problem),
    rule(rf"the {_PCT} increase from {{original:number}} to {{new:number}}", _changed("increase")),
    rule(rf"the {_PCT} decrease from {{original:number}} to {{new:number}}", _changed("decrease")),
    rule(rf"the {_PCT} (?:of )?change from {{original:number}} to {{new:number}}", _changed()),
    rule(
        rf"(?:a|the) (?:price|value|number) (?:goes|rises|increases|changes|went|rose|increased)(?: up)? from {{original:number}} to {{new:number}}[.;] ASK the {_PCT} increase",
        _changed("increase"),
    ),
    rule(
        rf"(?:a|the) (?:price|value|number) (?:goes|drops|falls|decreases|changes|went|dropped|fell|decreased)(?: down)? from {{original:number}} to {{new:number}}[.;] ASK the {_PCT} decrease",
        _changed("decrease"),
    ),
    rule(rf"(?:what )?{_PCT} of {{whole:number}} is {{part:number}}", WHAT_PERCENT.problem),
    rule(rf"{{part:number}} is what {_PCT} of {{whole:number}}", WHAT_PERCENT.problem),
    rule(rf"what {_PCT} is {{part:number}} (?:out )?of {{whole:number}}", WHAT_PERCENT.problem),
    rule(rf"{_AS}{{part:number}} out of {{whole:number}} as an? {_PCT}", WHAT_PERCENT.problem),
    rule(r"{part:number} is {percent:percent} of what(?: number)?", PERCENT_WHOLE.problem),
    rule(r"{percent:percent} of what(?: number)? is {part:number}", PERCENT_WHOLE.problem),
    rule(
        r"{part:number} is {percent:percent} of a number[.;] (?:what is|find) the number",
        PERCENT_WHOLE.problem,
    ),
    rule(r"(?:find )?(?:the|a) number if {percent:percent} of it is {part:number}", PERCENT_WHOLE.problem),
    rule(
        r"if {percent:percent} of a number is {part:number}, (?:what is|find) the number",
        PERCENT_WHOLE.problem,
    ),
    rule(rf"{_AS}{{percent:percent}} (?:as|to) an? decimal", PERCENT_TO_DECIMAL.problem),
    rule(
        rf"{_AS}{{percent:percent}} (?:as|to) an? fraction(?: in (?:its )?(?:simplest form|lowest terms))?",
        PERCENT_TO_FRACTION.problem,
    ),
    rule(rf"{_AS}{{decimal:number}} (?:as|to) an? {_PCT}", DECIMAL_TO_PERCENT.problem),
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
        r"(?:if )?{first_count:integer} (?P<item>[a-z]+) costs? {first_price:number}[,.;] how much (?:do|does|will|would) {second_count:integer} (?P<again>[a-z]+) cost",
        _priced,
    ),
    rule(
        rf"{_VEHICLE} {_GOES} {{distance:number}} {_DISTANCE_UNITS} in {{time:number}} (?P<time_unit>hours?|minutes?|seconds?)[.;] ASK (?:its|the)(?: average)? speed(?: in (?P<distance_again>\w+) per (?P<time_again>\w+))?",
        _moving(SPEED),
    ),
    rule(
        rf"(?:if )?{_VEHICLE} {_GOES} at {{speed:number}} {_DISTANCE_UNITS} per (?P<time_again>hour|minute|second) for {{time:number}} (?P<time_unit>hours?|minutes?|seconds?)[,.;] how far (?:does|will) (?:it|he|she|they) (?:go|travel)",
        _moving(DISTANCE),
    ),
]
