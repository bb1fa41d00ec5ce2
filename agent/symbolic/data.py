"""Averages and spread, number sequences, simple probability."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any

from .problem import Given, Kind, Problem, like, number_code, said
from .wording import Rule, rule

# --- statistics -----------------------------------------------------------------------------------------------------


def _median_steps(problem: Problem) -> str:
    middle = len(problem["numbers"]) // 2
    ordered = "ordered = sorted(numbers)  # Put the numbers in order.\n"
    if len(problem["numbers"]) % 2:
        return f"{ordered}answer = ordered[{middle}]  # Take the middle one."
    return (
        f"{ordered}lower_middle = ordered[{middle - 1}]  # Take the two in the middle.\n"
        f"upper_middle = ordered[{middle}]  # This is the upper one.\n"
        "answer = Fraction(lower_middle + upper_middle, 2)  # Go halfway between them."
    )


def _modes(problem: Problem) -> int:
    """How many modes; 0 when no number occurs twice."""
    values = [Fraction(number) for number in problem["numbers"]]
    counts = [values.count(value) for value in set(values)]
    return counts.count(max(counts)) if max(counts) > 1 else 0


def _mode_steps(problem: Problem) -> str:
    lines = "modes = multimode(numbers)  # Count how often each number occurs and take the most frequent.\n"
    if _modes(problem) == 1:
        return lines + "answer = modes[0]  # It is one number."
    if _modes(problem) == 0:
        return lines + 'answer = "no mode"  # No number occurs more than once.'
    return lines + "answer = set(modes)  # Several occur equally often."


def _vary_mode(problem: Problem, random: Random) -> dict[str, Given]:
    """Equal numbers stay equal."""
    new = {
        number: like(random, number) if isinstance(number, int) else number for number in problem["numbers"]
    }
    return {"numbers": tuple(new[number] for number in problem["numbers"])}


def _statistic(
    name: str, steps: str | Callable[[Problem], str], features: Callable[[Problem], object], **extra: Any
) -> Kind:
    return Kind(
        name,
        name,
        ("numbers",),
        steps if callable(steps) else lambda problem: steps,
        lambda problem: f"What is the {name} of {said(problem['numbers'])}?",
        lambda problem: len(problem["numbers"]) >= 2,
        features,
        **extra,
    )


MEAN = _statistic(
    "mean",
    "total = sum(numbers)  # Add the numbers.\n"
    "count = len(numbers)  # Count them.\n"
    "answer = Fraction(total, count)  # Divide the total by the count.",
    lambda problem: sum(Fraction(number) for number in problem["numbers"]) % len(problem["numbers"]) == 0,
)
MEDIAN = _statistic(
    "median", _median_steps, lambda problem: list(problem["numbers"]) == sorted(problem["numbers"])
)
MODE = _statistic("mode", _mode_steps, _modes, vary=_vary_mode)
RANGE = _statistic(
    "range",
    "largest = max(numbers)  # Find the largest number.\n"
    "smallest = min(numbers)  # Find the smallest.\n"
    "answer = largest - smallest  # Take the smallest from the largest.",
    lambda problem: None,
)


# --- sequences ------------------------------------------------------------------------------------------------------


def _difference(problem: Problem) -> Fraction | None:
    terms = [Fraction(term) for term in problem["terms"]]
    steps = {after - before for before, after in pairwise(terms)}
    return steps.pop() if len(steps) == 1 else None


def _ratio(problem: Problem) -> Fraction | None:
    terms = [Fraction(term) for term in problem["terms"]]
    if 0 in terms:
        return None
    ratios = {after / before for before, after in pairwise(terms)}
    return ratios.pop() if len(ratios) == 1 else None


def _arithmetic_steps(problem: Problem) -> str:
    first, second, last = (number_code(problem["terms"][place]) for place in (0, 1, -1))
    lines = f"common_difference = {second} - {first}  # Find what is added each time.\n"
    if problem.wanted == "common difference":
        return lines.replace("common_difference", "answer", 1)
    if problem.wanted == "next term":
        return f"{lines}answer = {last} + common_difference  # Add it to the last term."
    return (
        f"{lines}times_added = position - 1  # It has been added one time fewer than the position.\n"
        "total_added = times_added * common_difference  # Find how much that makes.\n"
        f"answer = {first} + total_added  # Add it to the first term."
    )


def _geometric_steps(problem: Problem) -> str:
    first, second, last = (number_code(problem["terms"][place]) for place in (0, 1, -1))
    lines = f"common_ratio = Fraction({second}, {first})  # Find what is multiplied by each time.\n"
    if problem.wanted == "common ratio":
        return lines.replace("common_ratio", "answer", 1)
    if problem.wanted == "next term":
        return f"{lines}answer = {last} * common_ratio  # Multiply the last term by it."
    return (
        f"{lines}times_multiplied = position - 1  # It is used one time fewer than the position.\n"
        "factor_in_all = common_ratio ** times_multiplied  # Find the factor that makes.\n"
        f"answer = {first} * factor_in_all  # Multiply the first term by it."
    )


def _sequence_phrase(problem: Problem) -> str:
    terms = ", ".join(said(term) for term in problem["terms"])
    sort = problem.kind.split("_")[0]
    if problem.wanted == "next term":
        return f"What is the next number in the sequence {terms}?"
    if problem.wanted.startswith("common"):
        return f"What is the {problem.wanted} of {terms}?"
    return f"What is the {_ordinal(problem['position'])} term of the {sort} sequence {terms}, ...?"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"


def _vary_arithmetic(problem: Problem, random: Random) -> dict[str, Given]:
    difference = _difference(problem) or Fraction(1)
    step = (
        like(random, int(difference)) if difference.denominator == 1 and abs(difference) > 1 else difference
    )
    first = like(random, int(problem["terms"][0])) + (0 if abs(difference) > 1 else random.randrange(9))
    terms = tuple(Fraction(first) + place * step for place in range(len(problem["terms"])))
    return {
        "terms": tuple(int(t) if t.denominator == 1 else t for t in terms),
        "position": problem["position"],
    }


def _vary_geometric(problem: Problem, random: Random) -> dict[str, Given]:
    ratio = _ratio(problem) or Fraction(2)
    factor = random.randrange(2, 6) if ratio > 1 else ratio
    first = random.randrange(1, 10) * (1 if ratio > 1 else ratio.denominator ** len(problem["terms"]))
    terms = tuple(Fraction(first) * factor**place for place in range(len(problem["terms"])))
    return {
        "terms": tuple(int(t) if t.denominator == 1 else t for t in terms),
        "position": problem["position"],
    }


def _two_terms_known(problem: Problem) -> bool:
    return len(problem["terms"]) >= 3 and 0 <= problem["position"] <= 60


ARITHMETIC = Kind(
    "arithmetic_sequence",
    "next term",
    ("terms", "position"),
    _arithmetic_steps,
    _sequence_phrase,
    lambda problem: _two_terms_known(problem) and _difference(problem) is not None,
    lambda problem: (_difference(problem) or 0) > 0,
    _vary_arithmetic,
)
GEOMETRIC = Kind(
    "geometric_sequence",
    "next term",
    ("terms", "position"),
    _geometric_steps,
    _sequence_phrase,
    lambda problem: _two_terms_known(problem) and _ratio(problem) not in (None, 1),
    lambda problem: (_ratio(problem) or 0) > 1,
    _vary_geometric,
)


# --- probability ----------------------------------------------------------------------------------------------------

_CHANCE = "answer = Fraction(favourable, total)  # Divide the favourable outcomes by all outcomes."
_THINGS = "(?P<things>marbles?|balls?|counters?|beads?|sweets?|candies|chips?|tokens?|cubes?)"
_THING = "(?:marble|ball|counter|bead|sweet|candy|chip|token|cube)"


def _draw_steps(problem: Problem) -> str:
    names: list[str] = problem["colours"].split()
    lines = f"total = {' + '.join(str(count) for count in problem['counts'])}  # Count all of them.\n"
    count = problem["counts"][names.index(problem["colour"])]
    if problem.wanted == "probability of another":
        return (
            f"{lines}favourable = total - {count}  # Count those that are not {problem['colour']}.\n{_CHANCE}"
        )
    return f"{lines}favourable = {count}  # Count the {problem['colour']} ones.\n{_CHANCE}"


def _draw_phrase(problem: Problem) -> str:
    named = [f"{n} {c}" for n, c in zip(problem["counts"], problem["colours"].split(), strict=True)]
    contents = f"{', '.join(named[:-1])} and {named[-1]}"
    which = "not drawing" if problem.wanted == "probability of another" else "drawing"
    return (
        f"A bag contains {contents} marbles. What is the probability of {which} a {problem['colour']} marble?"
    )


DRAW = Kind(
    "probability_draw",
    "probability",
    ("counts", "colours", "colour"),
    _draw_steps,
    _draw_phrase,
    lambda problem: (
        problem["colour"] in problem["colours"].split() and all(count > 0 for count in problem["counts"])
    ),
)
DIE = Kind(
    "probability_die",
    "probability",
    ("favourable", "total", "event"),
    lambda problem: _CHANCE,
    lambda problem: f"What is the probability of rolling {problem['event']} on a fair six-sided die?",
    vary=lambda problem, random: _event(random.choice(_EVENTS)) or dict(problem.given),
)
COIN = Kind(
    "probability_coin",
    "probability",
    ("tosses", "side"),
    lambda problem: (
        "total = 2 ** tosses  # Count the ways the tosses can come out.\n"
        "favourable = 1  # Only one of them is asked for.\n" + _CHANCE
    ),
    lambda problem: (
        "What is the probability of getting heads when flipping a fair coin?"
        if problem["tosses"] == 1
        else f"A fair coin is tossed {problem['tosses']} times. What is the probability of getting {problem['tosses']} heads?"
    ),
    lambda problem: 1 <= problem["tosses"] <= 20,
    lambda problem: problem["tosses"] > 1,
    lambda problem, random: {
        "tosses": random.randrange(2, 7) if problem["tosses"] > 1 else 1,
        "side": problem["side"],
    },
)
KINDS = [MEAN, MEDIAN, MODE, RANGE, ARITHMETIC, GEOMETRIC, DRAW, DIE, COIN]


def _event(text: str) -> dict[str, Given] | None:
    """What can come up on a six-sided die, and how many of its faces do."""
    words = text.lower().split()
    faces = {"even": (2, 4, 6), "odd": (1, 3, 5), "prime": (2, 3, 5)}.get(words[1] if len(words) > 1 else "")
    limit = int(words[-1]) if words[-1].isdigit() else 0
    if (faces is None and "greater" in words) or "more" in words:
        faces = tuple(face for face in range(1, 7) if face > limit)
    elif faces is None and "less" in words:
        faces = tuple(face for face in range(1, 7) if face < limit)
    elif faces is None and limit:
        faces = (limit,)
    if not faces or not 0 <= limit <= 6:
        return None
    return {"favourable": len(faces), "total": 6, "event": text.lower()}


_EVENTS = (
    *["a 1", "a 2", "a 3", "a 5", "a 6", "an even number", "an odd number", "a prime number"],
    *["a number greater than 4", "a number greater than 2", "a number less than 3", "a number less than 5"],
)


# --- reading --------------------------------------------------------------------------------------------------------


def _sequence(wanted: str, *kinds: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        given = {"terms": found["numbers"], "position": found.get("position", 0)}
        made = (kind.problem(given, wanted) for kind in kinds)
        return next((problem for problem in made if problem is not None), None)

    return build


def _from_difference(found: dict[str, Any]) -> Problem | None:
    first, step = found["first"], found["step"]
    terms = (first, first + step, first + 2 * step)
    return ARITHMETIC.problem({"terms": terms, "position": found["position"]}, "term at a position")


def _drawn(found: dict[str, Any]) -> Problem | None:
    contents = [
        (found[f"count_{n}"], found[f"colour_{n}"].lower()) for n in (1, 2, 3, 4) if f"count_{n}" in found
    ]
    colours = [colour for _, colour in contents]
    if len(set(colours)) < len(colours):
        return None
    given: dict[str, Given] = {
        "counts": tuple(count for count, _ in contents),
        "colours": " ".join(colours),
        "colour": found["colour"].lower(),
    }
    return DRAW.problem(given, "probability of another" if "negated" in found else "probability")


def _rolled(found: dict[str, Any]) -> Problem | None:
    given = _event(found["event"])
    return None if given is None else DIE.problem(given)


def _tossed(tosses: int) -> Callable[[dict[str, Any]], Problem | None]:
    return lambda found: COIN.problem({"tosses": tosses, "side": found["side"].lower()})


def _statistic_rules(kind: Kind, names: str) -> list[Rule]:
    return [
        rule(
            rf"(?:the )?(?:{names})(?: of| for)?(?: this| these)?:? ?NUMBERS{{numbers:numbers}}", kind.problem
        ),
        rule(
            rf"(?:the |here are (?:some )?|these are (?:the |some )?)NUMBERS(?:is|are|:)? ?{{numbers:numbers}}[.;] ASK (?:the|its|their) (?:{names})(?: of (?:the )?(?:numbers|data|data set))?",
            kind.problem,
        ),
    ]


_NEXT = r"(?:(?:the )?next (?:number|term)(?: in (?:the|this) (?:sequence|pattern|series))?|what (?:number )?comes next(?: in (?:the|this) (?:sequence|pattern|series))?|what (?:number|term) is next)"
_DOTS = r"(?:,? ?(?:\.\.\.|_+|\?),? ?)*,?"
_COLOURS = [rf"{{count_{n}:integer}} (?P<colour_{n}>[a-z]+)(?: {_THING}s?)?" for n in (1, 2, 3, 4)]
_DIE = r"(?:on |with )?(?:a |one )?(?:fair )?(?:standard )?(?:(?:6|six)[- ]sided )?(?:die|dice|number cube)"
_EVENT = r"(?P<event>an? (?:even|odd|prime) number|(?:an? )?\d|an? number (?:greater|more|less) than \d)"
_GET = "(?:rolling|getting|throwing)"
_SIDE = "(?P<side>heads?|tails?)"
_CONTAINER = "(?:bag|box|jar|bowl|urn|hat)"


def _draw_rules() -> list[Rule]:
    rules: list[Rule] = []
    for size in (2, 3, 4):
        contents = ", ".join(_COLOURS[: size - 1]) + r",? and " + _COLOURS[size - 1]
        question = rf"[.;] (?:if (?:a|one) {_THING} is (?:drawn|picked|chosen)(?: at random)?, )?ASK the (?:probability|chance) (?:of|that it is|it is) ?(?P<negated>not )?(?:drawing|picking|choosing|selecting|getting)? ?(?:an? )?(?P<colour>[a-z]+)(?: {_THING})?(?: at random)?"
        rules.append(rule(rf"(?:a|the) {_CONTAINER} (?:contains|has|holds) {contents}{question}", _drawn))
        rules.append(rule(rf"there are {contents} in (?:a|the) {_CONTAINER}{question}", _drawn))
    return rules


RULES: list[Rule] = [
    *_statistic_rules(MEAN, "mean|average|arithmetic mean"),
    *_statistic_rules(MEDIAN, "median"),
    *_statistic_rules(MODE, "mode"),
    *_statistic_rules(RANGE, "range"),
    rule(rf"{_NEXT}[:,]? ?(?:in )?{{numbers:numbers}}{_DOTS}", _sequence("next term", ARITHMETIC, GEOMETRIC)),
    rule(r"{numbers:numbers}, ?(?:\?|_+|\.\.\.)?", _sequence("next term", ARITHMETIC, GEOMETRIC)),
    rule(
        rf"the {{position:integer}}(?:st|nd|rd|th) term (?:of|in) (?:the|this) (?:arithmetic )?sequence:? ?{{numbers:numbers}}{_DOTS}",
        _sequence("term at a position", ARITHMETIC),
    ),
    rule(
        rf"the {{position:integer}}(?:st|nd|rd|th) term (?:of|in) (?:the|this) (?:geometric )?sequence:? ?{{numbers:numbers}}{_DOTS}",
        _sequence("term at a position", GEOMETRIC),
    ),
    rule(
        r"the {position:integer}(?:st|nd|rd|th) term of an arithmetic sequence with first term {first:integer} and common difference {step:integer}",
        _from_difference,
    ),
    rule(
        rf"the common difference of (?:the (?:arithmetic )?sequence )?{{numbers:numbers}}{_DOTS}",
        _sequence("common difference", ARITHMETIC),
    ),
    rule(
        rf"the common ratio of (?:the (?:geometric )?sequence )?{{numbers:numbers}}{_DOTS}",
        _sequence("common ratio", GEOMETRIC),
    ),
    *_draw_rules(),
    rule(rf"the probability of {_GET} {_EVENT} {_DIE}", _rolled),
    rule(rf"the probability of {_GET} {_EVENT} when (?:rolling|throwing) {_DIE}", _rolled),
    rule(
        rf"a (?:fair )?(?:(?:6|six)[- ]sided )?(?:die|dice) is (?:rolled|thrown)(?: once)?[.;] ASK the probability of {_GET} {_EVENT}",
        _rolled,
    ),
    rule(
        rf"the probability of (?:getting|flipping|tossing) (?:a )?{_SIDE} when (?:flipping|tossing) a (?:fair )?coin",
        _tossed(1),
    ),
    rule(
        rf"a (?:fair )?coin is (?:tossed|flipped)[.;] ASK the probability of getting (?:a )?{_SIDE}",
        _tossed(1),
    ),
    rule(
        rf"a (?:fair )?coin is (?:tossed|flipped) (?:twice|2 times)[.;] ASK the probability of getting (?:two|2|both) {_SIDE}",
        _tossed(2),
    ),
    rule(
        rf"a (?:fair )?coin is (?:tossed|flipped) {{tosses:integer}} times[.;] ASK the probability of getting {{heads:integer}} {_SIDE}",
        lambda found: (
            COIN.problem({"tosses": found["tosses"], "side": found["side"]})
            if found["tosses"] == found["heads"]
            else None
        ),
    ),
]
