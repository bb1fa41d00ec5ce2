"""How problems about sequences are worded; the kinds are in `sequences.py` and `sequence_rules.py`."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from ...expressions import Node, letters, parse_expression
from ..algebra import functions
from ..problem import Kind, Problem, exact
from ..wording import Rule, plain_number, rule
from . import sequence_rules as r
from .sequence_gaps import MISSING_TERM, gap_rule
from .sequences import ARITHMETIC, GEOMETRIC

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ORDINAL = rf"(?:\d{{1,3}} ?-?(?:\^ ?)?\{{?(?:st|nd|rd|th)\}}?|{'|'.join(_ORDINALS)})"
_SORT = r"(?:(?P<sort>arithmetic|geometric) |linear |number )?"
_NOUN = r"(?:sequence|pattern|progression|series)"
_DOTS = r"(?:,? ?(?:\.{2,4}|\\[lc]?dots|_+|\?+)){0,2},?"
_LIST = rf"{{numbers:numbers}}{_DOTS}"
_NTH = r"(?:n ?-?(?:\^ ?)?\{?th\}?|general)"
_OF = (
    rf"(?: (?:of|for|in) (?:the |this |an? )?{_SORT}(?:following )?{_NOUN}?(?: that (?:starts|"
    rf"begins)(?: with)?)?)?[:,]? ?"
)
_COUNTED = r"(?:(?:first )?\w{1,9} terms (?:of|in) )?"
_THIS = rf"(?: (?:of|for|in) (?:the|this|that) {_SORT}{_NOUN})?"
# "Here are the first four terms of a sequence: 5, 8, 11, 14." and "A sequence begins 5, 8, 11, 14, ..."
_SHOWN = (
    rf"(?:(?:(?:here (?:are|is)|these are|consider|look at|given|for|in) )?(?:the )?{_COUNTED}"
    rf"(?:an?|the|this) {_SORT}(?:following )?{_NOUN}"
    rf"(?:,? (?:is|are|starts|begins|goes|continues)(?: with)?)?[:,]? ?)?{_LIST}[.;,:?]? ?"
)
_TO = r"(?:ASK|write(?: down)?|give|state|work out)? ?"
_RULE_FOR = (
    r"(?:(?:an? |the )?(?:algebraic )?(?:expression|formula|rule),?(?: in terms of n,?)?(?: for| "
    r"that gives| to find) )?"
)
_NTH_TERM = rf"{_RULE_FOR}(?:the )?{_NTH} term(?: rule| formula)?(?:,? in terms of n)?"

# --- reading --------------------------------------------------------------------------------------------------------


def _place(text: str) -> int:
    word = text.lower()
    digits = re.match(r"\d+", word)
    return (
        int(digits[0]) if digits else next(place for place, name in enumerate(_ORDINALS, 1) if name == word)
    )


def _sort_of(found: dict[str, Any], kinds: tuple[Kind, ...]) -> list[Kind]:
    """A sequence that is called arithmetic is no geometric one."""
    sort = found.get("sort", "").lower()
    others = {"arithmetic": ("geometric",), "geometric": ("arithmetic", "nth", "quadratic")}.get(sort, ())
    return [kind for kind in kinds if not kind.name.startswith(others)] if others else list(kinds)


def _sequence(wanted: str, *kinds: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        given = dict(found)
        given["terms"] = found["numbers"] if "numbers" in found else found["terms"]
        given["position"] = _place(found["place"]) if "place" in found else 0
        made = (kind.problem(given, wanted) for kind in _sort_of(found, kinds))
        return next((problem for problem in made if problem is not None), None)

    return build


_next = _sequence("next term", ARITHMETIC, GEOMETRIC, r.GROWING, r.LAST_TWO)
_at = _sequence("term at a position", ARITHMETIC, GEOMETRIC)
_nth = _sequence("", r.NTH_TERM, r.QUADRATIC_NTH_TERM)
_total = _sequence("", r.ARITHMETIC_SUM, r.GEOMETRIC_SUM)


def _started(found: dict[str, Any]) -> tuple[Any, ...] | None:
    """The first three terms from the first and what is done to each: a difference, a factor or its name."""
    first = exact(found["first"])
    if "step" in found:
        step = exact(found["step"])
        less = found.get("less", "").lower()
        step = -step if less in ("less", "smaller", "subtract", "subtracts", "decreases", "down") else step
        terms = (first, first + step, first + 2 * step)
    else:
        named = {"double": 2, "twice": 2, "triple": 3, "half": Fraction(1, 2)}
        word = found.get("times", "").lower()
        factor = named[word] if word in named else exact(found["factor"])
        terms = (first, first * factor, first * factor * factor)
    return tuple(exact(Fraction(term)) for term in terms)


def _from_start(
    build: Callable[[dict[str, Any]], Problem | None],
) -> Callable[[dict[str, Any]], Problem | None]:
    return lambda found: build({**found, "terms": _started(found)})


def _formula(found: dict[str, Any]) -> Node | None:
    node = parse_expression(found["expression"])
    return node if node is not None and set(letters(node)) == {"n"} else None


def _formula_at(found: dict[str, Any]) -> Problem | None:
    """The term that a formula gives is what the formula comes to there."""
    if _formula(found) is None or found.get("one") != found.get("other"):
        return None
    position = _place(found["place"]) if "place" in found else int(found["at"])
    return functions.EVALUATE.problem(
        {"expression": found["expression"], "letters": "n", "values": (position,)}
    )


def _gap(found: dict[str, Any]) -> Problem | None:
    parts = [part.strip() for part in found["row"].replace(" and ", ", ").split(",") if part.strip()]
    if parts and re.fullmatch(r"\.{2,4}", parts[-1]):
        parts.pop()
    gaps = [place for place, part in enumerate(parts, 1) if re.fullmatch(r"_+|\?+|□|x|\.{3}", part)]
    known = [plain_number(part) for place, part in enumerate(parts, 1) if place not in gaps]
    terms = tuple(term for term in known if term is not None)
    if len(gaps) != 1 or len(terms) < max(3, len(known)) or gaps[0] == len(parts):
        return None
    problem = MISSING_TERM.problem({"terms": terms, "position": gaps[0]})
    sort = found.get("sort", "").lower()
    adds = problem is not None and gap_rule(problem) == "adds"
    return None if sort and adds != (sort == "arithmetic") else problem


def _counted_up(found: dict[str, Any]) -> Problem | None:
    """1 + 2 + 3 + ... + 20, or the even numbers from 2 to 20."""
    if "shown" in found:
        shown = [int(part) for part in re.findall(r"\d+", found["shown"])]
        if len(shown) < 3:
            return None
        first, step = shown[0], shown[1] - shown[0]
        if [first + place * step for place in range(len(shown))] != shown:
            return None
    else:
        sort = found["numbers_sort"].lower()
        step = 1 if sort not in ("even", "odd") else 2
        first = found["first"]
        if step == 2 and (first % 2 != (sort == "odd") or found["last"] % 2 != first % 2):
            return None
    steps = Fraction(found["last"] - first, step) if step else Fraction(-1)
    if steps.denominator > 1 or steps < 2:
        return None
    terms = (first, first + step, first + 2 * step)
    return r.ARITHMETIC_SUM.problem({"terms": terms, "count": int(steps) + 1})


def _first_numbers(found: dict[str, Any]) -> Problem | None:
    """The first ten odd numbers; "whole numbers" may begin with 0 or with 1, so they are not read."""
    starts = {"even": (2, 4, 6), "odd": (1, 3, 5)}
    terms = starts.get(found["numbers_sort"].lower(), (1, 2, 3))
    return r.ARITHMETIC_SUM.problem({"terms": terms, "count": found["count"]})


_POSITION = rf"(?:the )?(?:value of the )?(?P<place>{_ORDINAL}) term"
_NEXT = (
    r"(?:the )?next (?:number|term|value)(?: in (?:the|this) (?:sequence|pattern|series))?|what (?:number )?"
    r"(?:comes|should come|goes|would come) next(?: in (?:the|this) (?:sequence|pattern|series))?|"
    r"what (?:number|term) is next"
)
_BEFORE = r"the (?:previous|preceding|last|term before|one before)(?: one| term| it)?"
_STARTS = (
    rf"(?:(?:an?|the) {_SORT}{_NOUN} (?:has|with) {{A}}first term (?:of |is |= ?)?{{first:number}}"
    rf"|(?:an?|the) {_SORT}{_NOUN} (?:starts|begins) (?:with|at) {{first:number}}"
    rf"|the first term (?:of an? {_SORT}{_NOUN} )?is {{first:number}})"
).replace("{A}", "(?:a |the )?")
_EACH = r"(?:each|every) (?:new |next |following |later )?(?:term|number)(?: after (?:the first|that))? is"
_GROWS = (
    rf"(?:(?:and |with )?(?:a |the |its )?(?:common )?difference (?:of |is |= ?)?{{step:number}}"
    rf"|(?:and |with )?(?:a |the |its )?(?:common )?ratio (?:of |is |= ?)?{{factor:number}}"
    rf"|(?:and )?{_EACH} {{step:number}} (?P<less>more|less|greater|larger|bigger|smaller) than {_BEFORE}"
    rf"|(?:and )?{_EACH} (?:(?P<times>double|twice|triple|half)|{{factor:number}} times) {_BEFORE}"
    rf"|(?:and )?(?P<less>adds|subtracts|increases by|goes up by) {{step:number}} each time"
    rf"|(?:and )?(?:the rule is (?:to )?)?(?P<less>add|subtract) {{step:number}}(?: each time)?)"
)
_START_RULE = rf"{_STARTS}[,.;]? ?{_GROWS}[.;,] ?"
_IS_FORMULA = (
    rf"(?:(?:if |given that )?the {_NTH} term(?: rule| formula)?(?: (?:of|for) an? {_SORT}{_NOUN})"
    rf"? (?:is|=|is given by) ?"
    rf"|an? {_SORT}{_NOUN} (?:has|with)(?: the| an?)? {_NTH} term(?: rule| formula)?(?: of| is| =|:)? ?"
    rf"|the (?:rule|formula) for the {_NTH} term (?:of an? {_SORT}{_NOUN} )?is )"
)
_BY_FORMULA = (
    rf"(?:the |a )?{_SORT}{_NOUN} (?:(?:with|whose|has)(?: the| an?)? {_NTH} term(?: rule| formula)?(?: is| of| =|:)?"
    rf"|(?:given|defined) by(?: the (?:formula|rule|{_NTH} term))?) "
)
_INDEX = r"(?:_ ?\{?n\}?|n)"


RULES: list[Rule] = [
    rule(rf"(?:{_NEXT})[:,.?]? ?(?:in |of )?(?:the {_NOUN} )?{_LIST}", _next),
    rule(rf"{_SHOWN}{_TO}(?:{_NEXT})", _next),
    rule(r"{numbers:numbers}, ?(?:\?|_+|\.\.\.)?", _next),
    rule(rf"{_POSITION}{_OF}{_LIST}", _at),
    rule(rf"{_SHOWN}{_TO}{_POSITION}{_THIS}", _at),
    rule(
        rf"{_POSITION} (?:of|in) (?:an?|the) {_SORT}{_NOUN} (?:with|whose|that has|which has)(?: a| the)? first term "
        rf"(?:of |is |= ?)?{{first:number}},? {_GROWS}",
        _from_start(_at),
    ),
    rule(rf"{_START_RULE}{_TO}{_POSITION}{_THIS}", _from_start(_at)),
    rule(
        rf"the common difference (?:of|in|for)(?: the| this)? ?{_SORT}{_NOUN}?:? ?{_LIST}",
        _sequence("common difference", ARITHMETIC),
    ),
    rule(
        rf"the common ratio (?:of|in|for)(?: the| this)? ?{_SORT}{_NOUN}?:? ?{_LIST}",
        _sequence("common ratio", GEOMETRIC),
    ),
    rule(rf"{_SHOWN}{_TO}the common difference{_THIS}", _sequence("common difference", ARITHMETIC)),
    rule(rf"{_SHOWN}{_TO}the common ratio{_THIS}", _sequence("common ratio", GEOMETRIC)),
    rule(rf"{_TO}{_NTH_TERM}{_OF}{_LIST}", _nth),
    rule(rf"{_SHOWN}{_TO}{_NTH_TERM}{_THIS}", _nth),
    rule(rf"{_IS_FORMULA}{{expression:algebra}}[.;,] ?{_TO}{_POSITION}{_THIS}", _formula_at),
    rule(rf"{_POSITION} (?:of|in) {_BY_FORMULA}{{expression:algebra}}", _formula_at),
    rule(
        rf"(?:an? {_SORT}{_NOUN} (?:is (?:given|defined) by|has(?: the)? formula) )?(?P<one>[aut]){_INDEX} ?= ?"
        rf"{{expression:algebra}}[.;,] ?{_TO}(?P<other>[aut])_ ?\{{?{{at:integer}}\}}?",
        _formula_at,
    ),
    rule(
        rf"(?:an? {_SORT}{_NOUN} (?:is (?:given|defined) by|has(?: the)? formula) )?[aut]{_INDEX} ?= ?"
        rf"{{expression:algebra}}[.;,] ?{_TO}{_POSITION}{_THIS}",
        _formula_at,
    ),
    rule(
        rf"(?:fill in |write(?: down| in)? )?(?:the )?(?:missing|blank) ?(?:number|term|value)?(?: "
        rf"in| of| from)?(?: the| this)? ?"
        rf"{_SORT}(?:{_NOUN})?[:.?]? ?(?P<row>[-\d_?□x][-\d/., _?□x]*)",
        _gap,
    ),
    rule(
        rf"(?:(?:complete|fill in|in|for) )?(?:(?:the|this|an?) {_SORT}{_NOUN}(?: is)?[:,]? ?)"
        rf"?(?P<row>[-\d_?□x][-\d/., _?□x]*?)"
        rf"[.;:,?]? (?:ASK|write|fill in) ?(?:the )?missing (?:number|term|value){_THIS}",
        _gap,
    ),
    rule(
        rf"(?:fill in the blank:? |complete )(?:(?:in )?(?:the|this) {_SORT}{_NOUN}:? ?)"
        rf"?(?P<row>[-\d_?□][-\d/., _?□]*)",
        _gap,
    ),
    rule(r"(?P<row>[-\d_?□][-\d/., _?□]*)", _gap),
    rule(
        rf"the sum of the first {{count:integer}} terms(?: of| in| for)? ?(?:the |this |an? )"
        rf"?{_SORT}(?:{_NOUN})?:? ?{_LIST}",
        _total,
    ),
    rule(rf"{_SHOWN}{_TO}the sum of (?:the|its) first {{count:integer}} terms{_THIS}", _total),
    rule(
        rf"the sum of the first {{count:integer}} terms of (?:an?|the) {_SORT}{_NOUN} (?:with|"
        rf"whose|that has)(?: a| the)? "
        rf"first term (?:of |is |= ?)?{{first:number}},? {_GROWS}",
        _from_start(_total),
    ),
    rule(
        rf"{_START_RULE}{_TO}the sum of (?:the|its) first {{count:integer}} terms{_THIS}", _from_start(_total)
    ),
    rule(
        r"(?:the )?sum of (?:all )?(?:the )?(?P<numbers_sort>even|odd|whole|natural|counting)? ?(?:numbers|integers) "
        r"from {first:integer} to {last:integer}(?: inclusive)?",
        lambda found: _counted_up({"numbers_sort": "whole", **found}),
    ),
    rule(
        r"add (?:up )?(?:all )?(?:the )?(?P<numbers_sort>even|odd|whole|natural|counting)? ?(?:numbers|integers) "
        r"from {first:integer} to {last:integer}(?: inclusive)?",
        lambda found: _counted_up({"numbers_sort": "whole", **found}),
    ),
    rule(
        r"(?:the )?(?:sum|value)? ?(?:of )?(?:the (?:sum|series) )?(?P<shown>\d{1,4}(?: ?\+ "
        r"?\d{1,4}){2,7}) ?\+ ?(?:\.{2,4}|\\l?dots|\\cdots) ?\+ ?{last:integer}",
        _counted_up,
    ),
    rule(
        r"(?:the )?sum of the first {count:integer} (?:positive )?(?P<numbers_sort>even|odd|natural|counting) numbers",
        _first_numbers,
    ),
    rule(
        r"(?:the )?sum of the first {count:integer} (?P<numbers_sort>positive) (?:whole numbers|integers)",
        _first_numbers,
    ),
]
