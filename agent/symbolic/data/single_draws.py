# ruff: noqa: RUF001  (typographic quotes are what is read here)
"""How the chance of one draw, roll, number, card or letter is asked; the kinds are in `probability.py`."""

import re
from typing import Any

from ..problem import Problem
from ..wording import Rule, rule
from . import probability as p
from .cards import CARD, LETTER
from .events import EVENT, spoken

CHANCE = r"(?:the )?(?:probability|chance|likelihood)"
CONTAINER = (
    r"(?:bag|box|jar|bowl|urn|hat|basket|drawer|packet|pack|tin|container|bucket|cup|sack|vase|tray|pencil case"
    r"|class|classroom|group|team|club|room)"
)
_TAKEN = r"(?:drawn|picked|chosen|selected|taken|pulled)"
_TAKE = r"(?:draw|pick|choose|select|take|pull|get)s?"
TAKING = r"(?:drawing|picking|choosing|selecting|taking|pulling|getting|grabbing)"
_HOW = (
    r"(?: out| at random| randomly| without looking| from (?:the|this) [a-z]+| from it"
    r"| out of (?:the [a-z]+|it)){0,3}"
)
_ONE = r"(?:an?|one|1)"
# "One is picked at random", "You take a marble from the bag without looking"
_DRAWN = (
    rf"(?:(?:if |when )?(?:{_ONE} (?P<drawn>[a-z]+)|{_ONE}|{_ONE} of (?:them|these|the [a-z]+)) is "
    rf"(?:randomly )?{_TAKEN}{_HOW}"
    rf"|(?:if |when )?(?:you|i|he|she|we|[a-z]+) (?:randomly )?{_TAKE}(?: out)? {_ONE}(?: (?P<drawn>[a-z]+))?{_HOW})"
)
_THEN = rf"(?:{_DRAWN}[.;,:] ?)?"
_COLOUR = (
    r"(?:an? |the )?(?P<colour>[a-z]+)(?: (?P<thing>[a-z]+))?"
    r"(?: or (?:an? )?(?P<second_colour>[a-z]+)(?: (?P<thing>[a-z]+))?)?"
)
_IT = rf"(?:it|this|this one|one|the (?:[a-z]+|chosen [a-z]+|selected [a-z]+)(?: (?:that is )?{_TAKEN})?)"
_ASKED = (
    rf"(?:(?:ASK |how likely is )?{CHANCE} (?:of|for) (?P<negated>not )?(?:{TAKING} (?:out )?)?{_COLOUR}(?: at random)?"
    rf"|ASK {CHANCE} (?:that )?{_IT} (?:is|will be|was) (?P<negated>not )?{_COLOUR}"
    rf"|ASK {CHANCE} (?:that )?(?:you|he|she|they|i|we|[a-z]+) (?:will )?(?P<negated>(?:do(?:es)? )"
    rf"?not )?{_TAKE}(?: out)? {_COLOUR}"
    rf"|(?:ASK )?{{P}} ?\((?P<negated>not )?{_COLOUR}\))"
).replace("{P}", "(?:P|Pr)")
_CONTENTS = r"(?P<contents>\d{1,4} [a-z0-9 ,]{3,120}?)"
_TOTAL = r"(?:a total of )?(?:(?P<all>\d{1,4}) (?P<all_things>[a-z]+)(?::|,? of which| -) )?"
_HOLDS = r"(?:contains|has|holds|contain|have|is filled with|there (?:are|is))"
_HOLDING = r"(?:containing|that contains|which contains|with|holding|that has|of|that holds)"


def sorts(text: str) -> tuple[dict[str, Any], str] | None:
    """The counts and colours of "3 red, 5 blue and 2 green marbles", and the word for the things ("" for apples)."""
    parts = [part.strip() for part in re.sub(r",? and |,", ";", text.lower()).split(";")]
    found = [re.fullmatch(r"(\d{1,4}|an?|one) ([a-z]+)(?: ([a-z]+))?", part) for part in parts]
    rows = [match.groups() for match in found if match]
    if len(rows) < len(parts) or len(rows) < 2:
        return None
    counts = tuple(int(count) if count.isdigit() else 1 for count, _, _ in rows)
    things = {p.singular(thing) for _, _, thing in rows if thing}
    names = [name for _, name, _ in rows]
    if len(things) > 1 or things & set(names) or (things and not rows[-1][2]):
        return None
    if any(
        thing and count > 1 and not p.is_noun(thing)
        for count, (_, _, thing) in zip(counts, rows, strict=True)
    ):
        return None
    nouns = [p.is_noun(name) for name in names]
    if any(nouns) and (things or not all(nouns)):
        return None
    return {"counts": counts, "colours": " ".join(names)}, "".join(things)


def _drawn(found: dict[str, Any]) -> Problem | None:
    read = sorts(found["contents"])
    if read is None:
        return None
    given, thing = read
    names = given["colours"].split()
    if "all" in found and int(found["all"]) != sum(given["counts"]):
        return None
    if "all_things" in found and thing and p.singular(found["all_things"].lower()) != thing:
        return None
    if found.get("drawn", "").lower() in {*names, *map(p.singular, names)}:  # one of them is gone
        return None
    asked = found.get("thing", "").lower()
    if asked and (p.is_noun(names[0]) or (thing and asked not in (thing, "one"))):
        return None
    wanted = [_named(found[name], names) for name in ("colour", "second_colour") if name in found]
    known = [name for name in wanted if name is not None]
    if len(known) < len(wanted) or (len(known) == 2 and "negated" in found):
        return None
    if len(known) == 2:
        return p.EITHER.problem({**given, "colour": known[0], "second_colour": known[1]})
    return p.DRAW.problem({**given, "colour": known[0]}, p.ANOTHER if "negated" in found else "probability")


def _named(asked: str, names: list[str]) -> str | None:
    return next((name for name in names if asked.lower() in (name, p.singular(name))), None)


def _part(found: dict[str, Any]) -> Problem | None:
    """20 pens of which 7 are blue; the rest, where it has a name, are those that are not."""
    colour, asked = found["part_colour"].lower(), found["colour"].lower()
    rest = found.get("rest", "").lower()
    things = found["things"].lower()
    if (
        "second_colour" in found
        or not p.is_noun(things)
        or p.is_noun(colour) != p.is_noun(asked + "s"[: p.is_noun(colour)])
    ):
        return None
    thing = found.get("thing", "").lower()
    if thing and p.singular(things) != thing:
        return None
    names = [colour, rest] if rest else [colour]
    name = _named(asked, names)
    if name is None or colour == rest or found.get("drawn", "").lower() in {*names, *map(p.singular, names)}:
        return None
    another = ("negated" in found) != (name == rest)
    if p.is_noun(colour):
        return None
    given = {"part": int(found["part"]), "whole": int(found["whole"]), "things": things, "colour": colour}
    return p.PART.problem(given, p.ANOTHER if another else "probability")


def _event(found: dict[str, Any]) -> str | None:
    event = spoken(found["event"])
    if "negated" in found:
        return None if event.startswith("not ") else f"not {event}"
    return event


def _rolled(found: dict[str, Any]) -> Problem | None:
    event = _event(found)
    sides = int(found.get("sides", 6))
    given = None if event is None else p.die_given(event, sides)
    return None if given is None or int(found.get("faces", sides)) != sides else p.DIE.problem(given)


def _number(found: dict[str, Any]) -> Problem | None:
    event = _event(found)
    if event is None or int(found.get("parts", found["total"])) != int(found["total"]):
        return None
    return p.NUMBER.problem({"total": int(found["total"]), "event": event})


def _card(found: dict[str, Any]) -> Problem | None:
    event = " ".join(found["card"].lower().split())
    if "negated" in found:
        event = f"not {event}"
    return CARD.problem({"event": event})


def _letter(found: dict[str, Any]) -> Problem | None:
    event = found.get("class", "").lower()
    event = f"a {event}" if event else f"the letter {found['letter'].upper()}"
    word = found["word"].upper()
    return LETTER.problem({"word": word, "event": f"not {event}" if "negated" in found else event})


# --- bags -----------------------------------------------------------------------------------------------------------

_PART = (
    rf"(?:(?:an?|the) {CONTAINER} {_HOLDS}|in (?:an?|the) {CONTAINER} of|there are) "
    rf"(?P<whole>\d{{1,4}}) (?P<things>[a-z]+)"
    rf"(?: in (?:an?|the) {CONTAINER})?(?:[,.;:]| and)? (?:of which )?(?P<part>\d{{1,4}})(?: of "
    rf"(?:which|them|these|the [a-z]+))?"
    r" (?:of which )?are (?P<part_colour>[a-z]+)(?:(?:[,;.]| and|, and) (?:the )?(?:rest|others|"
    r"remaining(?: [a-z]+)?) are (?P<rest>[a-z]+))?"
)
_BAG: list[Rule] = [
    rule(rf"(?:an?|the) {CONTAINER} {_HOLDS} {_TOTAL}{_CONTENTS}[.;,] ?{_THEN}{_ASKED}", _drawn),
    rule(
        rf"(?:in (?:an?|the) {CONTAINER},? )?there are {_TOTAL}{_CONTENTS}(?: in (?:an?|the) "
        rf"{CONTAINER})?[.;,] ?{_THEN}{_ASKED}",
        _drawn,
    ),
    rule(rf"{_ASKED} from (?:an?|the) {CONTAINER} {_HOLDING} {_TOTAL}{_CONTENTS}", _drawn),
    rule(
        rf"{_ONE} (?P<drawn>[a-z]+) is (?:randomly )?{_TAKEN}(?: at random)? from (?:an?|the) {CONTAINER} {_HOLDING} "
        rf"{_TOTAL}{_CONTENTS}[.;,] ?{_ASKED}",
        _drawn,
    ),
    rule(rf"{_PART}[.;,] ?{_THEN}{_ASKED}", _part),
]
# --- dice and numbers -----------------------------------------------------------------------------------------------

_DIE = (
    r"(?:an?|one|1|the)? ?(?:(?:fair|standard|regular|ordinary|normal|unbiased|single),? ){0,2}"
    r"(?:(?:(?P<sides>\d{1,3})|six)[- ](?:sided|faced) )?(?:fair )?(?:die|dice|number cube)"
    r"(?:,? (?:numbered|labelled|labeled|with (?:faces|sides) (?:numbered|labelled|labeled)) "
    r"(?:from )?1 (?:to|-) (?P<faces>\d{1,3}))?"
)
_GET = r"(?:rolling|getting|throwing|obtaining|scoring|tossing|landing on|spinning|choosing|picking|selecting|drawing)"
_SHOWS = (
    r"(?:is|shows|show|lands on|land on|stops on|will be|will land on|comes up|will show|roll|"
    r"rolls|get|gets|spin|spins|pick|picks|throw)"
)
_OUTCOME = (
    r"(?:it|you|he|she|i|the (?:number|score|result|outcome|die|dice|spinner|arrow|card|top face|"
    r"number (?:rolled|shown|chosen|picked|selected|drawn)"
    r"|chosen number|number on (?:the|this) (?:card|ticket|ball))|the number that comes up|the "
    r"[a-z]+ (?:chosen|drawn|picked|selected) is numbered)"
)
_COMES = (
    rf"(?:(?:ASK )?{CHANCE} (?:of|for) (?P<negated>not )?(?:(?:it )?{_GET} )?(?:on )?{EVENT}"
    rf"|(?:ASK )?{CHANCE} (?:that )?{_OUTCOME} {_SHOWS} {EVENT}"
    rf"|(?:ASK )?{CHANCE} (?:that )?{_OUTCOME} (?P<negated>(?:do|does|will) not )(?:show|land on|"
    rf"roll|get|stop on|be|spin) {EVENT}"
    rf"|(?:ASK )?P ?\({EVENT}\))"
)
_ROLLED = (
    rf"(?:(?:if |when )?{_DIE} is (?:rolled|thrown|tossed|cast)|(?:if |when )?[a-z]+ (?:roll|throw|"
    rf"toss)s? {_DIE})(?: (?:once|one time))?"
)
_WITH = (
    r"(?:on|with|using|when rolling|when throwing|when you roll|if you roll|by rolling|in (?:one|"
    r"1|a single) (?:roll|throw) of|in a roll of|rolling|from rolling)"
)
_TO_N = r"(?:from )?1 (?:to|through|-) (?P<total>\d{1,3})"
_CHOSEN_NUMBER = (
    rf"(?:an?|one) (?:whole )?(?:number|integer) (?:{_TO_N}|between 1 and (?P<total>\d{{1,3}}) "
    rf"inclusive) is (?:randomly )?{_TAKEN}(?: at random)?"
    rf"|(?:an?|one) (?:whole )?(?:number|integer) is (?:randomly )?{_TAKEN}(?: at random)? from "
    rf"(?:the (?:whole )?(?:numbers|integers) )?(?:{_TO_N})"
)
_NUMBERED = (
    rf"(?:an?|the) (?:fair )?spinner (?:has|with|is divided into|is split into) "
    rf"(?P<parts>\d{{1,2}}) equal (?:sections|parts|sectors|sides|spaces|regions)"
    rf",?(?: (?:which are |that are |and is )?(?:numbered|labelled|labeled|marked))? {_TO_N}(?: is spun(?: once)?)?"
    rf"|(?:an?|the) (?:fair )?(?:(?P<parts>\d{{1,2}})-sided )?spinner (?:is |has equal sections )"
    rf"?(?:numbered|labelled|labeled|marked) {_TO_N}(?: is spun(?: once)?)?"
    rf"|(?:(?P<parts>\d{{1,3}}) )?(?:cards|tickets|balls|counters|tiles|slips of paper)(?: are)?,? "
    rf"(?:numbered|labelled|labeled|marked) {_TO_N}"
    rf"(?:,? are (?:placed|put) in (?:an?|the) {CONTAINER}|,? are (?:shuffled|mixed)| are in (?:an?|the) {CONTAINER})?"
    rf"|(?:an?|the) {CONTAINER} (?:contains|has|holds) (?:(?P<parts>\d{{1,3}}) )?(?:cards|tickets|"
    rf"balls|counters|tiles) (?:numbered|labelled|labeled) {_TO_N}"
)
_SPUN = (
    rf"(?:(?:the spinner|it|the arrow) is spun(?: once)?[.;,] ?|(?:if |when )?{_ONE}(?: (?:card|"
    rf"ticket|ball|counter|tile))? is (?:randomly )?{_TAKEN}{_HOW}[.;,] ?"
    rf"|(?:you|[a-z]+) spins? (?:it|the spinner)(?: once)?[.;,] ?)?"
)
_NUMBERS: list[Rule] = [
    rule(rf"{_ROLLED}[.;,] ?{_COMES}", _rolled),
    rule(rf"{_COMES},? {_WITH} {_DIE}(?: once)?", _rolled),
    rule(rf"{_COMES},? (?:when|if) {_ROLLED}", _rolled),
    rule(rf"(?:{_CHOSEN_NUMBER})[.;,] ?{_COMES}", _number),
    rule(rf"(?:if )?(?:{_NUMBERED})[.;,] ?{_SPUN}{_COMES}", _number),
    rule(rf"{_COMES},? (?:when|if) (?:{_CHOSEN_NUMBER})", _number),
]
# --- cards and letters ----------------------------------------------------------------------------------------------

_DECK = (
    r"(?:an? |the )?(?:(?:well[- ]shuffled|shuffled|standard|ordinary|regular|normal|full|"
    r"complete),? ){0,3}(?:52[- ]card )?"
    r"(?:deck|pack)(?: of(?: 52)?(?: playing)?(?: cards)?)?"
)
_RANK = r"(?:ace|king|queen|jack|[2-9]|10)"
_SUIT = r"(?:heart|spade|club|diamond)s?"
_ONE_CARD = (
    rf"(?:an? |the )?(?:(?:red|black) )?(?:{_RANK}(?: of {_SUIT})?|{_SUIT}"
    r"|(?:face|picture|court|red|black)(?: card)?)"
)
_A_CARD = rf"(?P<card>{_ONE_CARD}(?: or {_ONE_CARD})?)"
_CARD_IS = (
    rf"(?:(?:ASK )?{CHANCE} (?:of|for) (?P<negated>not )?(?:{TAKING} )?{_A_CARD}"
    rf"|ASK {CHANCE} (?:that )?(?:it|the card|the (?:chosen|selected|drawn) card|the card (?:drawn|"
    rf"chosen|selected|picked)) is (?P<negated>not )?{_A_CARD}"
    rf"|ASK {CHANCE} (?:that )?(?:you|he|she) (?:will )?{_TAKE} {_A_CARD}"
    rf"|(?:ASK )?P ?\((?P<negated>not )?{_A_CARD}\))"
)
_FROM_DECK = rf"(?:from|out of|in) {_DECK}(?: at random)?"
_WORD = r"(?:the )?(?:letters (?:of|in) )?(?:the )?word,? [\"'“‘]?(?P<word>[a-z]{3,20})[\"'”’]?"
_LETTER_IS = r"(?:an? (?P<class>vowel|consonant)|(?:the letter |an? )?[\"'“‘]?(?P<letter>[a-z])[\"'”’]?)"
_LETTER_ASKED = (
    rf"(?:(?:ASK )?{CHANCE} (?:of|for) (?P<negated>not )?(?:{TAKING} )?{_LETTER_IS}"
    rf"|ASK {CHANCE} (?:that )?(?:it|the letter|the (?:chosen|selected) letter|the letter "
    rf"(?:chosen|picked|selected|drawn)) is (?P<negated>not )?{_LETTER_IS})"
)
_OTHERS: list[Rule] = [
    rule(
        rf"(?:if )?(?:{_ONE} )?card is (?:randomly )?{_TAKEN}(?: at random)? {_FROM_DECK}[.;,] ?{_CARD_IS}",
        _card,
    ),
    rule(rf"(?:if )?(?:you|[a-z]+) {_TAKE} {_ONE} card(?: at random)? {_FROM_DECK}[.;,] ?{_CARD_IS}", _card),
    rule(rf"{_CARD_IS}(?: at random)? {_FROM_DECK}", _card),
    rule(
        rf"(?:if )?{_ONE} letter is (?:randomly )?{_TAKEN}(?: at random)? from {_WORD}(?: at "
        rf"random)?[.;,] ?{_LETTER_ASKED}",
        _letter,
    ),
    rule(rf"{_LETTER_ASKED}(?: at random)? from {_WORD}", _letter),
]


RULES: list[Rule] = [*_BAG, *_NUMBERS, *_OTHERS]
