"""How equations are asked, also as "a number plus 3 is 8"; the kinds are in `equations.py` and `systems.py`."""

import re
from collections.abc import Callable
from typing import Any

from ...expressions import Letter, parse_equation
from ..problem import Problem, given_number
from ..wording import IMAGINARY, Rule, rule
from .equations import INEQUALITY, LINEAR, QUADRATIC, discriminant, linear_given, quadratic_given
from .systems import lines_meet, two_equations


def read_equation(text: str, asked: str = "", *, real: bool = False) -> Problem | None:
    """One equation or inequality in one letter (the one asked for). Without real roots only when reals are asked."""
    equation = parse_equation(text)
    if equation is None or equation.relation == "!=":
        return None
    if isinstance(equation.left, Letter) and given_number(equation.right) is not None:  # x = 4 is an answer
        return None
    given = linear_given(equation)
    if given is not None:
        kind = LINEAR if equation.relation == "=" else INEQUALITY
    else:
        kind, given = QUADRATIC, quadratic_given(equation)
    if given is None or given["letter"] in IMAGINARY or (asked and asked != given["letter"]):
        return None
    problem = kind.problem(given)
    if problem is not None and kind is QUADRATIC and discriminant(problem) < 0 and not real:
        return None
    return problem


def _equation(*, real: bool = False) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        asked = {found[name] for name in ("asked", "asked_after") if name in found}
        return None if len(asked) > 1 else read_equation(found["equation"], "".join(asked), real=real)

    return build


def _blank(found: dict[str, Any]) -> Problem | None:
    """`7 + __ = 15`: the one blank is the unknown n."""
    text, count = re.subn(r"_+|\?|□", " n ", found["equation"])
    text = re.sub(r" [xX] ", " × ", text)
    plain = count == 1 and not re.search(r"[A-Za-z]", re.sub(r" [xX] ", "", found["equation"]))
    problem = read_equation(re.sub(r"\s+", " ", text).strip()) if plain else None
    return problem if problem is not None and problem.kind == "linear_equation" else None


def _worded(template: str) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        sign = {"plus": "+", "minus": "-", "times": "×", "multiplied by": "×", "divided by": "/"}
        words = {**found, "sign": sign.get(found.get("sign", "").lower(), "")}
        return read_equation(template.format(**words))

    return build


def zeros(found: dict[str, Any]) -> Problem | None:
    """Where the expression found is zero."""
    return read_equation(f"{found['expression']} = 0")


_EQ = r"(?P<equation>[^,;]*?[=<>≤≥\\][^,;]*?)"
_NOUN = r"(?:the |this )?(?:quadratic |linear |following )?(?:equation|inequality)?"
_HOW = (
    r"(?: (?:by factori[sz](?:ing|ation)|by factoring|by completing the square|(?:by )?using the "
    r"quadratic formula))?"
)
_FORMULA = r"(?:use the quadratic formula|factori[sz]e|factor|complete the square)"
_FOR = rf"(?: for {{asked_after:letter}})?{_HOW}"
_SIGN = r"(?P<sign>plus|minus|times|multiplied by|divided by)"
_IS = "(?:is|equals|is equal to|gives|makes)"
_FIND = r"(?:[.;?,] ?(?:what is|what's|find|work out) (?:the|this|that) number)"
_BOTH = r"(?:{one:letter} and {other:letter})?"
_BY = (
    r"(?:,? (?:simultaneously|by substitution|by elimination|by graphing|using (?:the "
    r")?(?:substitution|elimination)(?: method)?))"
)
_TWO = r"{first:eq}(?:,|;| and|, and) ?{second:eq}"
_SYSTEM = (
    r"(?:the |this )?(?:following )?(?:linear )?(?:system|simultaneous equations|pair of "
    r"(?:simultaneous )?equations|equations)"
)
RULES: list[Rule] = [
    rule(
        rf"(?:solve|find the solutions? (?:of|to)|the solutions? (?:of|to)):?{_HOW}:? ?{_NOUN}:? "
        rf"?{_EQ}{_FOR}",
        _equation(),
    ),
    rule(
        rf"{_FORMULA} (?:to|and) (?:solve|find the (?:solutions|roots) of):? ?{_NOUN}:? ?{_EQ}", _equation()
    ),
    rule(rf"(?:solve )?(?:{_NOUN} )?for {{asked:letter}}[:,]? ?{_EQ}", _equation()),
    rule(rf"solve {_NOUN} ?for {{asked:letter}}[:,]? ?{_EQ}", _equation()),
    rule(
        rf"(?:find |the value of |solve for )?{{asked:letter}}:? ?(?:if|in|when|given(?: "
        rf"that)?|:) ?(?:the equation )?{_EQ}",
        _equation(),
    ),
    rule(
        rf"(?:if|given(?: that)?) {_EQ}[,;] ?(?:then )?(?:what is|find|solve for)(?: the value "
        rf"of)? {{asked:letter}}",
        _equation(),
    ),
    rule(rf"{_EQ}(?:[.;,?] ?| )(?:what is|find|solve for)(?: the value of)? {{asked:letter}}", _equation()),
    rule(rf"what value of {{asked:letter}} makes {_EQ} true", _equation()),
    rule(
        rf"(?:the |all )?(?:roots|solutions|real roots|real solutions)(?: of| to)? {_NOUN} ?{_EQ}",
        _equation(),
    ),
    rule(
        rf"(?:solve |the real solutions (?:of|to) ){_NOUN} ?{_EQ} over the real(?:s| numbers)",
        _equation(real=True),
    ),
    rule(r"the (?:zeros|zeroes|roots) of {expression:algebra}", zeros),
    rule(_EQ, _equation()),
    rule(r"(?:the missing number:? ?)?(?P<equation>[^,;]*(?:_+|\?|□)[^,;]*)", _blank),
    rule(
        r"solve (?:the |this )?(?:system|simultaneous equations|pair of equations)(?: of "
        r"(?:linear )?equations)?:?;? ?{first:eq}(?:,|;| and|, and) ?{second:eq}",
        two_equations,
    ),
    rule(
        rf"solve(?: {_SYSTEM}(?: of (?:linear )?equations)?)?{_BY}?:?;? ?{_TWO}{_BY}?(?: for "
        rf"{{one:letter}} and {{other:letter}})?",
        two_equations,
    ),
    rule(
        rf"(?:if|given(?: that)?|when)?:? ?{_TWO}[.,;] ?(?:then )?(?:what is|find|solve for|work out)(?: "
        rf"the value of)? {{asked:letter}}",
        two_equations,
    ),
    rule(rf"find (?:the value of )?{{asked:letter}} (?:if|given that|when|where)? ?{_TWO}", two_equations),
    rule(
        rf"(?:if|given(?: that)?)?:? ?{_TWO}[.,;]? ?(?:then )?(?:what are|find|solve for|work out)(?: the "
        rf"values? of)? {{one:letter}} and {{other:letter}}",
        two_equations,
    ),
    rule(
        r"(?:where|at (?:what|which) point) do (?:the )?(?:two )?(?:straight )?(?:lines |graphs of "
        rf")?{_TWO} (?:intersect|meet|cross)",
        lines_meet,
    ),
    rule(
        r"(?:find )?(?:the )?(?:coordinates of )?(?:the )?(?:point of intersection|point "
        r"where|intersection(?: point)?)"
        rf"(?: of)? (?:the )?(?:two )?(?:straight )?(?:lines |graphs of )?{_TWO}(?: (?:intersect|meet|cross))?",
        lines_meet,
    ),
    rule(
        rf"(?:solve )?(?:for )?{_BOTH} ?(?:if|:|in|when|given that)? ?{{first:eq}}(?:,|;| and|, "
        rf"and) ?{{second:eq}}",
        two_equations,
    ),
    rule(
        r"solve {first:eq}(?:,|;| and|, and) ?{second:eq}(?: for {one:letter} and {other:letter})?",
        two_equations,
    ),
    rule(
        r"(?:find |what is )?(?:the )?(?:range|set) of values of {asked:letter} (?:for which|such "
        r"that|that satisf(?:y|ies)) "
        r"(?:the inequality )?(?P<equation>[^,;]+)",
        _equation(),
    ),
    rule(
        r"for (?:what|which) values? of {asked:letter} (?:is|does|do) (?P<equation>[^,;]+?)(?: true| hold)?",
        _equation(),
    ),
    rule(
        rf"(?:what|a|which) number {_SIGN} {{second:number}} {_IS} {{result:number}}{_FIND}?",
        _worded("n {sign} ({second}) = {result}"),
    ),
    rule(
        rf"{{second:number}} more than a number {_IS} {{result:number}}{_FIND}",
        _worded("n + ({second}) = {result}"),
    ),
    rule(
        rf"{{second:number}} less than a number {_IS} {{result:number}}{_FIND}",
        _worded("n - ({second}) = {result}"),
    ),
    rule(
        rf"{{first:number}} times a number {_IS} {{result:number}}{_FIND}", _worded("({first})n = {result}")
    ),
    rule(rf"(?:twice|double) a number {_IS} {{result:number}}{_FIND}", _worded("2n = {result}")),
    rule(
        rf"twice a number {_SIGN} {{second:number}} {_IS} {{result:number}}{_FIND}",
        _worded("2n {sign} ({second}) = {result}"),
    ),
    rule(
        rf"{{first:number}} times a number {_SIGN} {{second:number}} {_IS} {{result:number}}{_FIND}",
        _worded("({first})n {sign} ({second}) = {result}"),
    ),
    rule(
        rf"the sum of a number and {{second:number}} {_IS} {{result:number}}{_FIND}",
        _worded("n + ({second}) = {result}"),
    ),
    rule(
        rf"(?:when |if )?{{second:number}} is added to (?:twice|double) a number,? (?:the (?:result|answer) )?{_IS} "
        rf"{{result:number}}{_FIND}",
        _worded("2n + ({second}) = {result}"),
    ),
    rule(
        rf"(?:when |if )?{{second:number}} is subtracted from (?:twice|double) a number,? (?:the "
        rf"(?:result|answer) )?{_IS} "
        rf"{{result:number}}{_FIND}",
        _worded("2n - ({second}) = {result}"),
    ),
    rule(rf"solve {_TWO} for {{asked:letter}}", two_equations),
    rule(rf"solve for {{asked:letter}}[:,]? {_TWO}", two_equations),
]
