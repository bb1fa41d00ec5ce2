"""The chance of one draw from a bag, one roll of a die, tosses of a coin that all fall the same way."""

from collections.abc import Callable
from typing import Any

from .problem import Given, Kind, Problem
from .wording import Rule, rule

_CHANCE = "answer = Fraction(favourable, total)  # Divide the favourable outcomes by all outcomes."
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


def _coin_phrase(problem: Problem) -> str:
    tosses, side = problem["tosses"], problem["side"]
    if tosses == 1:
        return f"What is the probability of getting {side} when flipping a fair coin?"
    return f"A fair coin is tossed {tosses} times. What is the probability of getting {tosses} {side}?"


COIN = Kind(
    "probability_coin",
    "probability",
    ("tosses", "side"),
    lambda problem: (
        "total = 2 ** tosses  # Count the ways the tosses can come out.\n"
        "favourable = 1  # Only one of them is asked for.\n" + _CHANCE
    ),
    _coin_phrase,
    lambda problem: 1 <= problem["tosses"] <= 20,
    lambda problem: problem["tosses"] > 1,
    lambda problem, random: {
        "tosses": random.randrange(2, 7) if problem["tosses"] > 1 else 1,
        "side": random.choice(("heads", "tails")),
    },
)


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


KINDS = [DRAW, DIE, COIN]


# --- reading --------------------------------------------------------------------------------------------------------


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
        question = (
            rf"[.;] (?:if (?:a|one) {_THING} is (?:drawn|picked|chosen)(?: at random)?, )?ASK the "
            rf"(?:probability|chance) (?:of|that it is|it is) ?(?P<negated>not "
            rf")?(?:drawing|picking|choosing|selecting|getting)? ?(?:an? )?(?P<colour>[a-z]+)(?: "
            rf"{_THING})?(?: at random)?"
        )
        rules.append(rule(rf"(?:a|the) {_CONTAINER} (?:contains|has|holds) {contents}{question}", _drawn))
        rules.append(rule(rf"there are {contents} in (?:a|the) {_CONTAINER}{question}", _drawn))
    return rules


RULES: list[Rule] = [
    *_draw_rules(),
    rule(rf"the probability of {_GET} {_EVENT} {_DIE}", _rolled),
    rule(rf"the probability of {_GET} {_EVENT} when (?:rolling|throwing) {_DIE}", _rolled),
    rule(
        rf"a (?:fair )?(?:(?:6|six)[- ]sided )?(?:die|dice) is (?:rolled|thrown)(?: once)?[.;] "
        rf"ASK the probability of {_GET} {_EVENT}",
        _rolled,
    ),
    rule(
        rf"the probability of (?:getting|flipping|tossing) (?:a )?{_SIDE} when "
        rf"(?:flipping|tossing) a (?:fair )?coin",
        _tossed(1),
    ),
    rule(
        rf"a (?:fair )?coin is (?:tossed|flipped)[.;] ASK the probability of getting (?:a )?{_SIDE}",
        _tossed(1),
    ),
    rule(
        rf"a (?:fair )?coin is (?:tossed|flipped) (?:twice|2 times)[.;] ASK the probability of "
        rf"getting (?:two|2|both) {_SIDE}",
        _tossed(2),
    ),
    rule(
        rf"a (?:fair )?coin is (?:tossed|flipped) {{tosses:integer}} times[.;] ASK the "
        rf"probability of getting {{heads:integer}} {_SIDE}",
        lambda found: (
            COIN.problem({"tosses": found["tosses"], "side": found["side"]})
            if found["tosses"] == found["heads"]
            else None
        ),
    ),
]
