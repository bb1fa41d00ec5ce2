# ruff: noqa: RUF001  (typographic signs are what is read here)
"""How chances of several tosses, dice or draws, or from given ones, are asked; the kinds are in `chances.py`."""

import re
from typing import Any

from ..problem import Problem
from ..wording import Rule, plain_number, rule
from . import chances as c
from .events import EVENT, spoken
from .probability import is_noun, singular
from .single_draws import CHANCE, CONTAINER, TAKING, sorts

# --- coins ----------------------------------------------------------------------------------------------------------

_COIN = r"(?:an?|one|1|the) (?:(?:fair|unbiased),? )?coin"
_TIMES = r"(?: (?P<times>once|twice|thrice|\d{1,2} times))?(?: in a row)?"
_TOSSED = (
    rf"(?:(?:if |when )?{_COIN} is (?:tossed|flipped|thrown){_TIMES}"
    r"|(?:if |when )?(?P<coins>\d{1,2}) (?:(?:fair|unbiased),? )?coins are (?:tossed|flipped|thrown)"
    r"(?: together| at once| at the same time| simultaneously)?"
    rf"|(?:if |when )?(?:you|[a-z]+) (?:toss|flip|throw)(?:s|es)? {_COIN}{_TIMES}"
    rf"|(?:flipping|tossing|throwing) {_COIN}{_TIMES}"
    r"|(?:if |when )?(?:you|[a-z]+) (?:toss|flip|throw)(?:s|es)? (?P<coins>\d{1,2}) (?:fair )?coins"
    r"|(?:flipping|tossing|throwing) (?P<coins>\d{1,2}) (?:fair )?coins)"
)
_SIDE = r"(?P<side>heads?|tails?)"
_HEADS = (
    rf"(?:(?:an? )?{_SIDE}"
    rf"|(?P<relation>exactly |at least |only )?(?P<heads>\d{{1,2}}|an?) {_SIDE}(?: in a row)?"
    rf"|(?P<all>both|all(?: \d)?) {_SIDE}|(?P<all>only) {_SIDE}|(?P<none>no) {_SIDE}"
    rf"|{_SIDE} (?P<all>both times|twice|every time|each time|on both tosses|on (?:both|all)(?: \d)? coins)"
    rf"|(?P<mixed>(?:an?|1) heads? and (?:an?|1) tails?|1 of each|one of each))"
)
_COINS_ASKED = (
    rf"(?:(?:ASK )?{CHANCE} (?:of|for) (?:(?:getting|obtaining|tossing|flipping|throwing|landing|"
    rf"it landing)(?: on)? )?{_HEADS}"
    rf"|(?:ASK )?{CHANCE} (?:that )?(?:it|the coin|you) (?:lands?|comes? up|falls|shows?|gets?)(?: on)? {_HEADS}"
    rf"|(?:ASK )?{CHANCE} (?:that )?(?P<all>both|all(?: \d)?)(?: coins| of them| tosses)? (?:are|"
    rf"land|show|come up|land on|landing on) {_SIDE}"
    rf"|(?:ASK )?{CHANCE} (?:that )?(?P<relation>exactly |at least )(?P<heads>\d|one) (?:coin |of "
    rf"them )?(?:is|are|lands(?: on)?|shows) (?:an? )?{_SIDE}"
    rf"|(?:ASK )?P ?\({_HEADS}\))"
)


def _tossed(found: dict[str, Any]) -> Problem | None:
    """How often a side shows; "one head" of two may be one exactly or at least one, so it is not read."""
    times = found.get("times", "1").lower()
    tosses = int(found.get("coins", {"once": 1, "twice": 2, "thrice": 3}.get(times, times.split()[0])))
    if "mixed" in found:
        return c.SOME.problem({"tosses": 2, "heads": 1, "side": "heads"}, "exactly") if tosses == 2 else None
    side = f"{found['side'].lower().removesuffix('s')}s"
    number = re.search(r"\d", found.get("all", ""))
    if "all" in found:
        named = {"both": 2, "twice": 2}.get(
            found["all"].lower().split()[0], int(number[0]) if number else tosses
        )
        both = 2 if "both" in found["all"].lower() else named
        return c.COIN.problem({"tosses": tosses, "side": side}) if named == both == tosses else None
    if "none" in found:
        return c.COIN.problem({"tosses": tosses, "side": "tails" if side == "heads" else "heads"})
    count, relation = found.get("heads", "1"), found.get("relation", "").lower().strip()
    heads = int(count) if count.isdigit() else 1
    if heads == tosses:
        return c.COIN.problem({"tosses": tosses, "side": side})
    if relation not in ("exactly", "at least"):
        return None
    return c.SOME.problem({"tosses": tosses, "heads": heads, "side": side}, relation)


# --- two dice -------------------------------------------------------------------------------------------------------

_TWO_DICE = (
    r"(?:two|2|a pair of) (?:(?:fair|standard|ordinary|regular|normal|unbiased),? ){0,2}(?:(?:6|"
    r"six)[- ]sided )?(?:fair )?(?:dice|number cubes)"
)
_TWO_ROLLED = (
    rf"(?:(?:if |when )?{_TWO_DICE} (?:are|is) (?:rolled|thrown|tossed)(?: together| at the same "
    rf"time| once| simultaneously)?"
    rf"|(?:if |when )?(?:you|[a-z]+) (?:roll|throw|toss)(?:s|es)? {_TWO_DICE})"
)
_SUM = r"(?:the |a )?(?:sum|total)(?: of (?:the )?(?:two |2 )?(?:numbers|scores|dice|faces|numbers shown|two dice))?"
_SUM_ASKED = (
    rf"(?:(?:ASK )?{CHANCE} (?:that )?(?:{_SUM}|the (?:numbers|scores|two numbers|dice) (?:add up "
    rf"to|add to|total|have a sum of)) ?(?:is|equals|of|will be|being|is equal to)? ?{EVENT}"
    rf"|(?:ASK )?{CHANCE} (?:of|for) (?:(?:getting|rolling|obtaining|throwing|scoring) )?{_SUM} "
    rf"?(?:of|that is|equal to|being|is)? ?{EVENT}"
    rf"|(?:ASK )?{CHANCE} (?:of|for) (?:(?:getting|rolling|obtaining|throwing) )?(?P<double>(?:a )"
    rf"?doubles?|the same number(?: on (?:both|both dice|each))?)"
    rf"|(?:ASK )?{CHANCE} (?:that )?(?:both|both dice|the dice|the two dice) (?:will )?show "
    rf"(?P<double>the same number))"
)


def _summed(found: dict[str, Any]) -> Problem | None:
    return c.TWO_DICE.problem({"event": c.DOUBLE if "double" in found else spoken(found["event"])})


# --- two draws ------------------------------------------------------------------------------------------------------

_CONTENTS = r"(?P<contents>\d{1,4} [a-z0-9 ,]{3,120}?)"
_OUT = r"(?:drawn|picked|chosen|selected|taken|removed)"
_RANDOM = (
    r"(?: out| at random| randomly| from (?:the|this) [a-z]+| one after (?:the other|another)"
    r"| in succession){0,3}"
)
_BACK = (
    r",? ?(?P<replaced>without replacement|with replacement|without replacing (?:it|the first(?: "
    r"one)?)|without putting (?:it|the first(?: one)?) back)"
)
_TWO_DRAWN = (
    rf"(?:if )?(?:two|2)(?: of them)?(?: [a-z]+)? are (?:randomly )?{_OUT}{_RANDOM}{_BACK}{_RANDOM}[.;,] ?"
)
_BOTH_ARE = (
    rf"(?:(?:ASK )?{CHANCE} (?:that )?both(?: of them)?(?: [a-z]+)? (?:are|will be) (?P<colour>[a-z]+)(?: [a-z]+)?"
    rf"|(?:ASK )?{CHANCE} (?:of|for) (?:{TAKING} )?(?:two|2|both) (?P<colour>[a-z]+)(?: [a-z]+)?)"
)


def _two_drawn(found: dict[str, Any]) -> Problem | None:
    read = sorts(found["contents"])
    if read is None:
        return None
    names = read[0]["colours"].split()
    colour = found["colour"].lower()
    name = next((name for name in names if colour in (name, singular(name))), None)
    if name is None or is_noun(name) != is_noun(colour):
        return None
    replaced = "with replacement" if found["replaced"].lower().startswith("with r") else "without replacement"
    return c.TWO_DRAWS.problem({**read[0], "colour": name}, replaced)


# --- chances that are given -----------------------------------------------------------------------------------------

_SMALL = {
    "the",
    "a",
    "an",
    "it",
    "he",
    "she",
    "is",
    "are",
    "be",
    "being",
    "will",
    "does",
    "do",
    "to",
    "of",
    "that",
    "on",
    "in",
}
_NEGATION = re.compile(r"\b(?:not|no|never)\b|n't\b")
_WHEN = {"tomorrow", "today", "tonight"}


def _content(text: str) -> set[str]:
    """The words of an event that matter, each without its ending: "it rains" and "it rain", "winning" and "win"."""
    words = re.findall(
        r"[a-z]+",
        re.sub(r"\b(do|does|is|wo|will|are)n't\b|\b(?:does|do|will|is|are)? ?not\b", " ", text.lower()),
    )
    return {re.sub(r"(?:ning|ing|s|es)$", "", word) for word in words if word not in _SMALL}


def _negates(event: str, other: str) -> bool:
    """Whether the other is this event with one "not": "it rains" and "it does not rain"."""
    if _NEGATION.search(event.lower()) or len(_NEGATION.findall(other.lower())) != 1:
        return False
    said, denied = _content(event), _content(other)
    return bool(denied) and denied <= said and said - denied <= _WHEN


def _not_it(found: dict[str, Any]) -> Problem | None:
    if "event" in found and not _negates(found["event"], found["denied"]):
        return None
    if "one" in found and found["one"] != found["same"]:
        return None
    return c.COMPLEMENT.problem(found)


def _two_events(found: dict[str, Any]) -> Problem | None:
    names = [found[name] for name in ("one", "two")]
    if len(set(names)) < 2 or sorted(names) != sorted([found["again_one"], found["again_two"]]):
        return None
    if sorted([found.get("said_one", names[0]), found.get("said_two", names[1])]) != sorted(names):
        return None
    joined = found["joined"].lower()
    exclusive = "exclusive" in found
    if exclusive != (joined in ("or", "∪", r"\cup")):
        return None
    return (c.ONE_OF_TWO if exclusive else c.BOTH).problem(found)


def _wins(found: dict[str, Any]) -> Problem | None:
    """How often the event is to be expected: the same event, in as many tries, none of them denied."""
    event, asked = found["event"], found["asked"]
    if (
        _NEGATION.search(f"{event} {asked}".lower())
        or not _content(asked)
        or not _content(asked) <= _content(event)
    ):
        return None
    return c.EXPECTED.problem(found)


def _thrown_often(found: dict[str, Any]) -> Problem | None:
    side = found["face"].lower()
    coin = side.startswith(("head", "tail"))
    if coin != (found["thing"].lower() == "coin"):
        return None
    number = plain_number(side.removesuffix("s").removesuffix("e") if side[0].isdigit() else "1")
    if number is None or not 1 <= number <= 6:
        return None
    chance = plain_number("1/2" if coin else "1/6")
    return c.EXPECTED.problem({**found, "chance": chance}) if chance is not None else None


_P = r"P ?\((?P<{}>[A-Z])\) ?= ?{{{}:number}}"
_PAIR = _P.format("one", "first") + r"(?:,| and|, and|[.;]) ?" + _P.format("two", "second")
_SORT = r"(?:(?P<independent>independent)|(?P<exclusive>mutually exclusive))"
_AB = (
    r"(?:(?:the )?events? )?(?P<said_one>[A-Z]) and (?P<said_two>[A-Z]) are (?:two )?"
    + _SORT
    + r"(?: events)?"
)
_JOINED = r"(?:ASK )?P ?\((?P<again_one>[A-Z]) ?(?P<joined>and|or|∩|∪|\\cap|\\cup) ?(?P<again_two>[A-Z])\)"
_EVENT_TEXT = r"(?P<event>[a-z' ]{3,60}?)"


RULES: list[Rule] = [
    rule(rf"{_TOSSED}[.;,] ?{_COINS_ASKED}", _tossed),
    rule(rf"{_COINS_ASKED},? (?:when|if|by|on|in|with|from)? ?{_TOSSED}", _tossed),
    rule(
        rf"{_COINS_ASKED} (?:on|in|with) (?:a|one|1|a single) (?:coin )?(?:toss|flip)(?: of {_COIN})?",
        _tossed,
    ),
    rule(rf"{_TWO_ROLLED}[.;,] ?{_SUM_ASKED}", _summed),
    rule(rf"{_SUM_ASKED},? (?:when|if) {_TWO_ROLLED}", _summed),
    rule(
        rf"{_SUM_ASKED},? (?:with|on|using|when rolling|by rolling|rolling|when throwing) {_TWO_DICE}",
        _summed,
    ),
    rule(
        rf"(?:(?:an?|the) {CONTAINER} (?:contains|has|holds)|there are) {_CONTENTS}(?: in (?:an?|"
        rf"the) {CONTAINER})?[.;,] ?{_TWO_DRAWN}{_BOTH_ARE}",
        _two_drawn,
    ),
    rule(
        rf"(?:if )?(?:two|2) [a-z]+ are (?:randomly )?{_OUT}{_RANDOM}{_BACK} from (?:an?|the) "
        rf"{CONTAINER} (?:containing|with|of|that contains) "
        rf"{_CONTENTS}[.;,] ?{_BOTH_ARE}",
        _two_drawn,
    ),
    rule(
        rf"{CHANCE} (?:that|of) {_EVENT_TEXT} is {{chance:number}}[.;,] ?ASK {CHANCE} (?:that|of) "
        rf"(?P<denied>[a-z' ]{{3,60}})",
        _not_it,
    ),
    rule(
        rf"(?:if )?{CHANCE} of an event(?: happening| occurring)? is {{chance:number}}[.;,] ?ASK "
        rf"{CHANCE} (?:that |of )?(?:it|the event) "
        r"(?:does not happen|does not occur|not happening|not occurring|doesn't happen|will not happen)",
        _not_it,
    ),
    rule(
        r"(?:if |given that |given )?P ?\((?P<one>[A-Z])\) ?= ?{chance:number}[.;,] ?(?:ASK )?P "
        r"?\((?:(?:not |~|¬)(?P<same>[A-Z])|(?P<same>[A-Z])(?:'|\^c|\^\{c\}|\^C))\)",
        _not_it,
    ),
    rule(rf"{_AB}[.;,]?(?: and| with)? ?(?:if )?{_PAIR}[.;,] ?{_JOINED}", _two_events),
    rule(
        rf"(?:if |given that |given )?{_PAIR}(?:,| and|, and|[.;]) ?(?:if )?{_AB}[.;,] ?{_JOINED}",
        _two_events,
    ),
    rule(rf"{_PAIR}[.;,] ?{_JOINED},? (?:if|given that|where|assuming) {_AB}", _two_events),
    rule(
        rf"{CHANCE} (?:that|of) {_EVENT_TEXT} is {{chance:number}}[.;,] ?how many (?:times |of )"
        rf"?(?P<asked>[a-z]+(?: [a-z]+)?) (?:would|do|should|can) you expect "
        r"(?:in|from|out of) {trials:integer} [a-z]+",
        _wins,
    ),
    rule(
        rf"{CHANCE} (?:that|of) {_EVENT_TEXT} is {{chance:number}}[.;,] ?how many times (?:would|"
        rf"do|should|can) you expect (?:to |it to )?"
        r"(?P<asked>[a-z]+(?: [a-z]+){0,3}?) (?:in|from|out of|if (?:you|it|he|she) plays?|if it "
        r"is played) {trials:integer} (?:[a-z]+)",
        _wins,
    ),
    rule(
        r"(?:if )?(?:an?|the) (?:fair )?(?P<thing>coin|die|dice) is (?:rolled|thrown|tossed|"
        r"flipped) {trials:integer} times[.;,] ?how many (?:times would you expect "
        r"(?:to (?:get|roll|throw|see)|it to land on|it to show) )?(?:an? )?(?P<face>\d(?:s|es)?|"
        r"heads?|tails?|sixes|fives|ones|twos|threes|fours)"
        r"(?: (?:would|do|should) you expect(?: to (?:get|roll|throw|see))?)?",
        _thrown_often,
    ),
]
