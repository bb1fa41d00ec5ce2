"""Equations about "a number": "three times a number decreased by 4 is 23", "what must be added to 38 to get 71"."""

import re
from collections.abc import Callable
from typing import Any

from ..problem import Problem, said
from ..wording import Rule, rule
from .equation_wordings import read_equation

_FACTORS = {"twice": "2", "double": "2", "thrice": "3", "triple": "3", "half": "1/2", "half of": "1/2"}
_FACTOR = rf"(?P<share>{'|'.join(sorted(_FACTORS, reverse=True))})"


def _some(number: str) -> str:
    """A number, taken some times or in part."""
    return (
        rf"(?:{_FACTOR} {number}|{{times:number}} (?:times|multiplied by) {number}"
        rf"|the product of {{times:number}} and {number}|{number} (?:times|multiplied by) {{times:number}}"
        rf"|(?P<part>\d{{1,3}} ?/ ?\d{{1,3}}) of {number}|{number} divided by {{by:number}}|{number})"
    )


def _changed(number: str) -> str:
    """The same with something added or taken away."""
    some = _some(number)
    return (
        rf"(?:{some},? (?:(?P<up>plus|increased by)|minus|decreased by|reduced by|diminished by) {{change:number}}"
        rf"|{{change:number}} (?:(?P<up>more than|greater than|added to|plus)|less than|subtracted from) {some}"
        rf"|(?P<up>the sum of) {some} and {{change:number}}|(?P<up>the sum of) {{change:number}} and {some})"
    )


_A_NUMBER = r"(?:a(?: certain| mystery)?|some|my) number"
_SOME, _CHANGED = _some(_A_NUMBER), _changed(_A_NUMBER)
_DONE = (
    rf"(?:{{change:number}} is (?:(?P<up>added to)|subtracted from|taken (?:away )?from) {_SOME}"
    rf"|{_SOME} is (?:(?P<up>increased by)|decreased by|reduced by) {{change:number}}"
    rf"|you (?:(?P<up>add) {{change:number}} to|(?:subtract|take) {{change:number}} from) {_SOME})"
)
_OF_SUM = (
    rf"(?:{{times:number}} times|{_FACTOR}) (?:the|a) (?:(?P<up>sum)|difference) of {_A_NUMBER} and "
    rf"{{change:number}}"
)
_IS = "(?:is|are|equals|is equal to|gives|makes|is the same as|results in|will be)"
_RESULT_IS = (
    r"(?:the (?:result|answer|sum|difference|total) (?:is|equals|will be)|you get|it becomes|it equals)"
)
_FIND = r"(?:[.;?,] ?(?:what is|find|work out|what was) (?:the|this|that|my)(?: original| unknown)? (?:number|value))"
_FIND_IF = r"(?:find |what is )?the number (?:if|when|such that|given that)"
_MUST = r"(?:must|should|has to|needs to|do|does|can|could) ?"
_TO_GET = (
    r"(?:to (?:get|make|give|obtain|reach|equal)|so that the (?:result|answer|sum|difference|product) is)"
)
_WHAT = r"(?:what|which)(?: number)?"
_WHO = "(?:you|i|we)"


def _equation(left: str, found: dict[str, Any]) -> Problem | None:
    problem = read_equation(f"{left} = {said(found['result'])}")
    return problem if problem is not None and problem.kind == "linear_equation" else None


def _riddle(found: dict[str, Any]) -> Problem | None:
    """What is done to the number: first taken some times or in part, then increased or decreased."""
    left = "n"
    if "times" in found:
        left = f"({said(found['times'])})n"
    elif "by" in found:
        left = f"n/({said(found['by'])})"
    elif found.get("part"):
        left = f"({found['part']})n"
    elif found.get("share"):
        left = f"({_FACTORS[found['share'].lower()]})n"
    if "change" in found:
        left += f" {_sign(found)} ({said(found['change'])})"
    return None if left == "n" else _equation(left, found)


def _of_sum(found: dict[str, Any]) -> Problem | None:
    factor = said(found["times"]) if "times" in found else _FACTORS[found["share"].lower()]
    return _equation(f"({factor})(n {_sign(found)} ({said(found['change'])}))", found)


def _sign(found: dict[str, Any]) -> str:
    return "+" if found.get("up") else "-"


def _missing(template: str) -> Callable[[dict[str, Any]], Problem | None]:
    return lambda found: _equation(template.format(first=f"({said(found['first'])})"), found)


_RIDDLES = (
    *[
        text
        for told in (_CHANGED, _SOME)
        for text in (
            rf"{told} {_IS} {{result:number}}{_FIND}",
            rf"{_FIND_IF} {told} {_IS} {{result:number}}",
            rf"(?:if|when) {told},? {_RESULT_IS} {{result:number}}{_FIND}",
            rf"(?:if|when) {told} {_IS} {{result:number}}{_FIND}",
        )
    ],
    rf"(?:if|when) {_DONE},? (?:and )?{_RESULT_IS} {{result:number}}{_FIND}",
    rf"{_FIND_IF} {_DONE},? {_RESULT_IS} {{result:number}}",
    rf"{_some('what number')} {_IS} {{result:number}}",
    rf"{_changed('what number')} {_IS} {{result:number}}",
)
_SOUGHT = (  # wordings, and the equation that they pose
    (
        rf"{_WHAT} {_MUST}(?:be added|{_WHO} add|{_WHO} need to add|{_WHO} have to add) to {{first:number}} {_TO_GET}",
        "{first} + n",
    ),
    (
        rf"{_WHAT} {_MUST}(?:be (?:subtracted|taken(?: away)?)|{_WHO} (?:have to |need to )?(?:subtract|take "
        r"away|take))"
        rf" from {{first:number}} {_TO_GET}",
        "{first} - n",
    ),
    (rf"{_WHAT} {_MUST}be multiplied by {{first:number}} {_TO_GET}", "{first}n"),
    (
        rf"(?:by )?{_WHAT} {_MUST}{{first:number}} be multiplied(?: by)? {_TO_GET}",
        "{first}n",
    ),
    (
        rf"{_WHAT} {_MUST}{_WHO} (?:have to |need to )?multiply {{first:number}} by {_TO_GET}",
        "{first}n",
    ),
    (rf"{_WHAT} {_MUST}be divided by {{first:number}} {_TO_GET}", "n/{first}"),
)


def _letter_share(found: dict[str, Any]) -> Problem | None:
    """ "3/8 of x is 24": the same with a letter."""
    if found.get("asked", found["letter"]) != found["letter"] or re.search(r"[ei]", found["letter"]):
        return None
    return _equation(f"({found['part']}){found['letter']}", found)


RULES: list[Rule] = [
    *[rule(text, _riddle) for text in _RIDDLES],
    rule(rf"{_OF_SUM} {_IS} {{result:number}}{_FIND}", _of_sum),
    *[rule(rf"{text} {{result:number}}", _missing(template)) for text, template in _SOUGHT],
    rule(
        rf"(?P<part>\d{{1,3}} ?/ ?\d{{1,3}}) of {{letter:letter}} {_IS} {{result:number}}"
        r"[.;?,] ?(?:what is|find|work out)(?: the value of)? {asked:letter}",
        _letter_share,
    ),
]
