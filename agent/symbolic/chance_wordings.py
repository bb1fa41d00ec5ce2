"""How chances of several tosses, dice or draws, and numbers of ways are asked; the kinds are in `chances.py`."""

import re
from typing import Any

from . import chances as c
from .events import EVENT, spoken
from .probability import is_noun, singular
from .problem import Problem
from .single_draws import CHANCE, CONTAINER, TAKING, sorts
from .wording import Rule, plain_number, rule

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
    rf"(?:(?:ASK )?{CHANCE} (?:of|for) (?:(?:getting|obtaining|tossing|flipping|throwing|landing|it landing)(?: on)? )?{_HEADS}"
    rf"|(?:ASK )?{CHANCE} (?:that )?(?:it|the coin|you) (?:lands?|comes? up|falls|shows?|gets?)(?: on)? {_HEADS}"
    rf"|(?:ASK )?{CHANCE} (?:that )?(?P<all>both|all(?: \d)?)(?: coins| of them| tosses)? (?:are|land|show|come up|land on|landing on) {_SIDE}"
    rf"|(?:ASK )?{CHANCE} (?:that )?(?P<relation>exactly |at least )(?P<heads>\d|one) (?:coin |of them )?(?:is|are|lands(?: on)?|shows) (?:an? )?{_SIDE}"
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

_TWO_DICE = r"(?:two|2|a pair of) (?:(?:fair|standard|ordinary|regular|normal|unbiased),? ){0,2}(?:(?:6|six)[- ]sided )?(?:fair )?(?:dice|number cubes)"
_TWO_ROLLED = (
    rf"(?:(?:if |when )?{_TWO_DICE} (?:are|is) (?:rolled|thrown|tossed)(?: together| at the same time| once| simultaneously)?"
    rf"|(?:if |when )?(?:you|[a-z]+) (?:roll|throw|toss)(?:s|es)? {_TWO_DICE})"
)
_SUM = r"(?:the |a )?(?:sum|total)(?: of (?:the )?(?:two |2 )?(?:numbers|scores|dice|faces|numbers shown|two dice))?"
_SUM_ASKED = (
    rf"(?:(?:ASK )?{CHANCE} (?:that )?(?:{_SUM}|the (?:numbers|scores|two numbers|dice) (?:add up to|add to|total|have a sum of)) ?(?:is|equals|of|will be|being|is equal to)? ?{EVENT}"
    rf"|(?:ASK )?{CHANCE} (?:of|for) (?:(?:getting|rolling|obtaining|throwing|scoring) )?{_SUM} ?(?:of|that is|equal to|being|is)? ?{EVENT}"
    rf"|(?:ASK )?{CHANCE} (?:of|for) (?:(?:getting|rolling|obtaining|throwing) )?(?P<double>(?:a )?doubles?|the same number(?: on (?:both|both dice|each))?)"
    rf"|(?:ASK )?{CHANCE} (?:that )?(?:both|both dice|the dice|the two dice) (?:will )?show (?P<double>the same number))"
)


def _summed(found: dict[str, Any]) -> Problem | None:
    return c.TWO_DICE.problem({"event": c.DOUBLE if "double" in found else spoken(found["event"])})


# --- two draws ------------------------------------------------------------------------------------------------------

_CONTENTS = r"(?P<contents>\d{1,4} [a-z0-9 ,]{3,120}?)"
_TAKEN = r"(?:drawn|picked|chosen|selected|taken)"
_OUT = r"(?:drawn|picked|chosen|selected|taken|removed)"
_RANDOM = r"(?: out| at random| randomly| from (?:the|this) [a-z]+| one after (?:the other|another)| in succession){0,3}"
_BACK = r",? ?(?P<replaced>without replacement|with replacement|without replacing (?:it|the first(?: one)?)|without putting (?:it|the first(?: one)?) back)"
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


# --- counting -------------------------------------------------------------------------------------------------------

_OUTFITS = {"outfit", "combination", "way", "choice", "pair"}
_WEAR = (
    "shirt t-shirt tee trouser pant jean short skirt hat cap shoe sock tie jacket coat blouse top sweater jumper scarf "
    "dress glove belt"
).split()
_FOOD = (
    "starter main dessert drink sandwich soup salad appetizer entree side pizza topping sauce bread filling flavour flavor "
    "cone cake course dish vegetable meat burger fruit snack"
).split()


def _chosen(found: dict[str, Any]) -> Problem | None:
    """One of each sort, where it is plain that one of each is taken: clothes to an outfit, courses to a meal."""
    parts = re.split(r",? and |, ", found["row"].lower())
    rows = [
        re.fullmatch(
            r"(\d{1,3}) (?:different |kinds of |types of |pairs of |choices of )?((?:main |side )?[a-z-]{3,20})",
            part,
        )
        for part in parts
    ]
    known = [row for row in rows if row]
    if len(known) < len(rows) or len(rows) < 2:
        return None
    things = [row[2].removesuffix(" courses").removesuffix(" dishes") for row in known]
    words = [singular(thing.split()[-1]) for thing in things]
    made = found["made"].lower()
    groups = (_WEAR, _FOOD)
    if "each" not in found and not any(all(word in group for word in words) for group in groups):
        return None
    if made.startswith("outfit") and not all(word in _WEAR for word in words):
        return None
    courses = found.get("courses")
    if courses and int(courses) != len(rows) or len(set(words)) < len(words):
        return None
    return c.CHOICES.problem({"numbers": tuple(int(row[1]) for row in known), "things": ",".join(things)})


def _counted_outcomes(found: dict[str, Any]) -> Problem | None:
    text = f" {found['row'].lower()} "
    coins = dice = 0
    for part in re.split(r" and |, ", text.strip()):
        match = re.fullmatch(
            r"(an?|one|\d|two|three|four|the)(?: fair)?(?: (?:6|six)-sided)? (coins?|dice|die)"
            r"(?: (?:is|are) (?:tossed|flipped|rolled|thrown))?(?: (twice|\d times))?",
            part.strip(),
        )
        if match is None:
            return None
        words = {"two": 2, "three": 3, "four": 4, "twice": 2}
        count = words.get(match[1], int(match[1]) if match[1].isdigit() else 1)
        times = match[3] or "1"
        count *= words.get(times, int(times[0]) if times[0].isdigit() else 1)
        if match[2].startswith("coin"):
            coins += count
        else:
            dice += count
    return c.OUTCOMES.problem({"coins": coins, "dice": dice})


def _word_arranged(found: dict[str, Any]) -> Problem | None:
    """The letters of a word that has none twice."""
    word = found["word"].upper()
    return c.ARRANGEMENTS.problem({"count": len(word)}) if len(set(word)) == len(word) else None


_WAYS = r"(?:in )?how many (?:different |possible )?(?:ways|orders|arrangements)"
_IN_LINE = r"(?: (?:on|along) (?:a|the) (?:book)?shelf| in (?:a|one) (?:single )?(?:row|line|queue)| in order| for a (?:photo|photograph))?"
_PEOPLE = (
    r"(?:people|students|children|pupils|friends|boys|girls|men|women|runners|athletes|cars|swimmers|horses)"
)
_MADE = (
    r"how many (?:different |possible )?(?P<made>outfits|combinations|meals|(?P<courses>\d)[- ]course meals|sandwiches|ways|choices|meal combinations)"
    r"(?: (?P<each>of one of each|with one of each))?(?: (?:consisting|made up|made) of (?P<each>one of each)(?: [a-z]+)?)?"
    r"(?: (?:can|could) (?:you|he|she|they|i|be|[a-z]+) ?(?:make|wear|choose|create|made|have|worn|chosen|put together|ordered|order)?| are (?:possible|there))"
    r"(?: (?:if|by choosing|using|choosing|with) (?P<each>one of each)(?: [a-z]+)?)?"
)
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
        rf"(?:(?:an?|the) {CONTAINER} (?:contains|has|holds)|there are) {_CONTENTS}(?: in (?:an?|the) {CONTAINER})?[.;,] ?{_TWO_DRAWN}{_BOTH_ARE}",
        _two_drawn,
    ),
    rule(
        rf"(?:if )?(?:two|2) [a-z]+ are (?:randomly )?{_OUT}{_RANDOM}{_BACK} from (?:an?|the) {CONTAINER} (?:containing|with|of|that contains) "
        rf"{_CONTENTS}[.;,] ?{_BOTH_ARE}",
        _two_drawn,
    ),
    rule(
        rf"{CHANCE} (?:that|of) {_EVENT_TEXT} is {{chance:number}}[.;,] ?ASK {CHANCE} (?:that|of) (?P<denied>[a-z' ]{{3,60}})",
        _not_it,
    ),
    rule(
        rf"(?:if )?{CHANCE} of an event(?: happening| occurring)? is {{chance:number}}[.;,] ?ASK {CHANCE} (?:that |of )?(?:it|the event) "
        r"(?:does not happen|does not occur|not happening|not occurring|doesn't happen|will not happen)",
        _not_it,
    ),
    rule(
        r"(?:if |given that |given )?P ?\((?P<one>[A-Z])\) ?= ?{chance:number}[.;,] ?(?:ASK )?P ?\((?:(?:not |~|¬)(?P<same>[A-Z])|(?P<same>[A-Z])(?:'|\^c|\^\{c\}|\^C))\)",
        _not_it,
    ),
    rule(rf"{_AB}[.;,]?(?: and| with)? ?(?:if )?{_PAIR}[.;,] ?{_JOINED}", _two_events),
    rule(
        rf"(?:if |given that |given )?{_PAIR}(?:,| and|, and|[.;]) ?(?:if )?{_AB}[.;,] ?{_JOINED}",
        _two_events,
    ),
    rule(rf"{_PAIR}[.;,] ?{_JOINED},? (?:if|given that|where|assuming) {_AB}", _two_events),
    rule(
        rf"{CHANCE} (?:that|of) {_EVENT_TEXT} is {{chance:number}}[.;,] ?how many (?:times |of )?(?P<asked>[a-z]+(?: [a-z]+)?) (?:would|do|should|can) you expect "
        r"(?:in|from|out of) {trials:integer} [a-z]+",
        _wins,
    ),
    rule(
        rf"{CHANCE} (?:that|of) {_EVENT_TEXT} is {{chance:number}}[.;,] ?how many times (?:would|do|should|can) you expect (?:to |it to )?"
        r"(?P<asked>[a-z]+(?: [a-z]+){0,3}?) (?:in|from|out of|if (?:you|it|he|she) plays?|if it is played) {trials:integer} (?:[a-z]+)",
        _wins,
    ),
    rule(
        r"(?:if )?(?:an?|the) (?:fair )?(?P<thing>coin|die|dice) is (?:rolled|thrown|tossed|flipped) {trials:integer} times[.;,] ?how many (?:times would you expect "
        r"(?:to (?:get|roll|throw|see)|it to land on|it to show) )?(?:an? )?(?P<face>\d(?:s|es)?|heads?|tails?|sixes|fives|ones|twos|threes|fours)"
        r"(?: (?:would|do|should) you expect(?: to (?:get|roll|throw|see))?)?",
        _thrown_often,
    ),
    rule(
        rf"(?:an?|the|you|[a-z]+) ?(?:menu|restaurant|cafe|shop|cafeteria|boy|girl|man|woman)? ?(?:has|have|offers|owns|sells|packs?) (?P<row>\d{{1,3}} [a-z0-9 ,-]{{5,120}}?)[.;,] ?{_MADE}",
        _chosen,
    ),
    rule(
        rf"there are (?P<row>\d{{1,3}} [a-z0-9 ,-]{{5,120}}?)(?: on (?:a|the) menu)?[.;,] ?{_MADE}", _chosen
    ),
    rule(
        rf"{_MADE.replace('(?: (?:if|by', '(?: from (?P<row>[0-9][a-z0-9 ,-]{5,120}?))(?: (?:if|by')}",
        _chosen,
    ),
    rule(
        r"how many (?:different |possible )?outcomes (?:are there|are possible|can there be) (?:when|if|for|from) (?:rolling |flipping |tossing |throwing |you (?:roll|toss|flip|throw) )?"
        r"(?P<row>[a-z0-9, -]{5,100}?)(?: (?:is|are) (?:thrown|tossed|flipped|rolled)(?: together| at the same time)?)?",
        _counted_outcomes,
    ),
    rule(
        r"(?P<row>(?:an?|\d|one|two|three) [a-z0-9, -]{5,100}?)(?: (?:is|are) (?:thrown|tossed|flipped|rolled)(?: together)?)?[.;,] ?how many (?:different |possible )?outcomes (?:are there|are possible)",
        _counted_outcomes,
    ),
    rule(
        rf"{_WAYS} (?:can|could) {{count:integer}} (?:different |distinct )?(?:books|pictures|trophies|photos|cards|toys|paintings|flags|cups|vases|things|objects|items|letters) be (?:arranged|placed|put|lined up|ordered|displayed){_IN_LINE}",
        c.ARRANGEMENTS.problem,
    ),
    rule(
        rf"{_WAYS} (?:can|could) {{count:integer}} {_PEOPLE} (?:stand|sit|line up|be arranged|queue|be seated|be lined up|finish a race|queue up) ?{_IN_LINE}",
        c.ARRANGEMENTS.problem,
    ),
    rule(
        rf"{_WAYS} (?:are there to|to) (?:arrange|line up|order|place|put) {{count:integer}} (?:different |distinct )?(?:books|pictures|trophies|photos|cards|toys|people|students|children|objects|items|flags){_IN_LINE}",
        c.ARRANGEMENTS.problem,
    ),
    rule(
        rf"{_WAYS} (?:can|could) (?:all )?the (?:\d{{1,2}} )?letters (?:of|in) (?:the word )?[\"'“‘]?(?P<word>[a-z]{{3,9}})[\"'”’]? be arranged",
        _word_arranged,
    ),
]
