"""Arithmetic said in words: "double 37 then add 6", "twice the sum of 8 and 5", "48 over 6", "7 to the zero power"."""

from typing import Any

from ..problem import Problem, said
from ..wording import Rule, arithmetic_value, rule
from .arithmetic import POWER, read_expression

_FACTORS = {
    "double": "2",
    "twice": "2",
    "triple": "3",
    "thrice": "3",
    "halve": "1/2",
    "half": "1/2",
    "half of": "1/2",
}
_FACTOR = rf"(?P<share>{'|'.join(sorted(_FACTORS, reverse=True))})"
_IT = r"(?: (?:it|that|the (?:answer|result)))?"
_NEXT = (
    r"(?:(?:add|(?P<verb>subtract|take away|take off)) {change:number}(?: (?:to|from) (?:it|that|the "
    r"(?:answer|result)))?"
    rf"|(?P<verb>multiply){_IT} by {{change:number}}|(?P<verb>divide){_IT} by {{change:number}}"
    rf"|(?P<verb>double|triple|halve) (?:it|that|the (?:answer|result)))"
)
_THEN = r"(?:,? and then|,? then|,? and|,)"
_FIRST = (
    rf"(?:{_FACTOR} {{first:number}}|add {{first:number}} (?:and|to) {{second:number}}"
    r"|(?P<by>multiply) {first:number} by {second:number}|(?P<by>divide) {first:number} by {second:number}"
    r"|(?P<by>subtract|take) {second:number} from {first:number})"
)


def _bracketed(value: Any) -> str:
    return f"({said(value)})" if value < 0 or "/" in said(value) else said(value)


def _scaled(factor: str, text: str) -> str:
    return f"{text} ÷ 2" if factor == "1/2" else f"{factor} × {text}"


def _chain(found: dict[str, Any]) -> Problem | None:
    """Two things done one after the other."""
    first = _bracketed(found["first"])
    if found.get("share"):
        start = _scaled(_FACTORS[found["share"].lower()], first)
    else:
        sign = {"multiply": "×", "divide": "÷", "subtract": "-", "take": "-"}.get(
            (found.get("by") or "").lower(), "+"
        )
        start = f"{first} {sign} {_bracketed(found['second'])}"
    verb = (found.get("verb") or "add").lower()
    if verb in ("double", "triple", "halve"):
        return read_expression(_scaled(_FACTORS[verb], f"({start})"))
    sign = {"add": "+", "multiply": "×", "divide": "÷"}.get(verb, "-")
    start = start if sign in "+-" else f"({start})"
    return read_expression(f"{start} {sign} {_bracketed(found['change'])}")


def _of_two(found: dict[str, Any]) -> Problem | None:
    """ "Twice the sum of 8 and 5"; a difference is what the larger has more."""
    one, other = found["first"], found["second"]
    sign = {"sum": "+", "difference": "-", "product": "×"}[found["of"].lower()]
    if sign == "-" and one < other:
        one, other = other, one
    factor = said(found["times"]) if "times" in found else _FACTORS[found["share"].lower()]
    return read_expression(_scaled(factor, f"({_bracketed(one)} {sign} {_bracketed(other)})"))


_ORDINALS = "zero first second third fourth fifth sixth seventh eighth ninth tenth zeroth".split()


def _to_a_power(found: dict[str, Any]) -> Problem | None:
    if found["base"] < 0:  # -3 to the fourth power: 81 or -81?
        return None
    place = (found.get("place") or "").lower()
    return POWER.problem(
        {"base": found["base"], "exponent": _ORDINALS.index(place) % 11 if place else found["exponent"]}
    )


def _root_power(found: dict[str, Any]) -> Problem | None:
    return (
        read_expression(f"{found['base']}^({found['top']}/{found['bottom']})") if found["base"] > 0 else None
    )


def _over(found: dict[str, Any]) -> Problem | None:
    return read_expression(f"{_bracketed(found['first'])} ÷ {_bracketed(found['second'])}")


def _as_fraction(found: dict[str, Any]) -> Problem | None:
    """Sums of fractions, and powers that are fractions; anything else may ask for another form."""
    problem = read_expression(found["expression"])
    if problem is None or arithmetic_value(found["expression"]) is None:
        return None
    small = problem.kind == "power" and problem["exponent"] < 0 and isinstance(problem["base"], int)
    return problem if small or problem.kind.startswith(("fraction_", "mixed_")) else None


RULES: list[Rule] = [
    rule(rf"{_FIRST}{_THEN} {_NEXT}", _chain),
    rule(
        rf"(?:{_FACTOR}|{{times:number}} times) the (?P<of>sum|difference|product) (?:of|between) {{first:number}} "
        r"and {second:number}",
        _of_two,
    ),
    rule(
        r"{base:number} (?:raised )?to the (?P<place>zero|zeroth|first|second|third|fourth|fifth|sixth|seventh|"
        r"eighth|ninth|tenth) power",
        _to_a_power,
    ),
    rule(r"{base:number} (?:raised )?to the (?:power (?:of )?)?(?P<place>zero|zeroth)", _to_a_power),
    rule(
        r"{base:integer} (?:raised )?to the (?:power (?:of )?)?(?P<top>\d{1,2}) ?/ ?(?P<bottom>\d{1,2})",
        _root_power,
    ),
    rule(r"{first:number} (?:over|shared by) {second:number}", _over),
    rule(
        r"(?:write|express|give|convert) (?P<expression>[-\d^{}()/ +×*÷⁻¹²³⁴⁵⁶⁷⁸⁹]{3,40}?) (?:as|to|into) "
        r"(?:a|an|one|a "
        r"single|a simple|a simplified) fraction(?: in (?:its )?(?:simplest form|lowest terms))?",
        _as_fraction,
    ),
]
