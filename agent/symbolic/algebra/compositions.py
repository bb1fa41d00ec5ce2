"""Values of functions put together: f(g(3)), h(2) + h(-1); and a formula with values for its letters."""

import re
from fractions import Fraction
from random import Random
from typing import Any

from ...expressions import Node, evaluate, letters, parse_equation, parse_expression, source, written
from ..problem import Given, Kind, Problem, like_expression, like_number, said
from ..wording import IMAGINARY, Rule, rule
from .equation_wordings import read_equation
from .functions import EVALUATE, put_in, read_settings

_BOTH = ("outer_name", "inner_name", "letter", "outer", "inner", "value")


def _node(text: str) -> Node:
    node = parse_expression(text)
    assert node is not None
    return node


def _in_place(text: str, letter: str, name: str) -> str:
    """The expression as code, with what is called `name` in place of its letter."""
    return re.sub(rf"(?<![A-Za-z_]){letter}(?![A-Za-z_])", name, source(_node(text)))


def _composed(problem: Problem) -> tuple[Fraction | None, Fraction | None]:
    inner = evaluate(put_in(_node(problem["inner"]), {problem["letter"]: problem["value"]}))
    if inner is None:
        return None, None
    return inner, evaluate(put_in(_node(problem["outer"]), {problem["letter"]: inner}))


def _composed_steps(problem: Problem) -> str:
    first, second = problem["inner_name"], problem["outer_name"]
    inside = source(put_in(_node(problem["inner"]), {problem["letter"]: problem["value"]}))
    return (
        f"inner_value = Fraction({inside})  # Start inside: put the number into {first}.\n"
        f"answer = {_in_place(problem['outer'], problem['letter'], 'inner_value')}  # Put what comes out into {second}."
    )


def _composed_features(problem: Problem) -> object:
    values = _composed(problem)
    return [
        None if value is None else (value.denominator == 1, value > 0, abs(value) < 500) for value in values
    ]


COMPOSED = Kind(
    "function_composition",
    "value",
    _BOTH,
    _composed_steps,
    lambda problem: (
        f"{problem['outer_name']}({problem['letter']}) = {problem['outer']} and "
        f"{problem['inner_name']}({problem['letter']}) = {problem['inner']}. "
        f"Find {problem['outer_name']}({problem['inner_name']}({said(problem['value'])}))."
    ),
    lambda problem: _composed(problem)[1] is not None,
    _composed_features,
    lambda problem, random: {
        **dict(problem.given),
        "outer": like_expression(random, problem["outer"]),
        "inner": like_expression(random, problem["inner"]),
        "value": like_number(random, problem["value"]),
    },
)


def _parts(problem: Problem) -> list[Fraction | None]:
    node = _node(problem["expression"])
    return [evaluate(put_in(node, {problem["letter"]: problem[name]})) for name in ("first", "second")]


def _sum_steps(problem: Problem) -> str:
    node, name, letter = _node(problem["expression"]), problem["name"], problem["letter"]
    first, second = (source(put_in(node, {letter: problem[which]})) for which in ("first", "second"))
    last = "Add the two values" if problem["sign"] == "+" else "Take the second value from the first"
    return (
        f"first_value = {first}  # Put the first number into {name}.\n"
        f"second_value = {second}  # Put the second number into {name}.\n"
        f"answer = first_value {problem['sign']} second_value  # {last}."
    )


def _vary_sum(problem: Problem, random: Random) -> dict[str, Given]:
    return {
        **dict(problem.given),
        "expression": like_expression(random, problem["expression"]),
        "first": like_number(random, problem["first"]),
        "second": like_number(random, problem["second"]),
    }


SUM = Kind(
    "function_sum",
    "value",
    ("name", "letter", "expression", "first", "sign", "second"),
    _sum_steps,
    lambda problem: (
        f"If {problem['name']}({problem['letter']}) = {problem['expression']}, find {problem['name']}"
        f"({said(problem['first'])}) {problem['sign']} {problem['name']}({said(problem['second'])})."
    ),
    lambda problem: None not in _parts(problem) and problem["first"] != problem["second"],
    lambda problem: [
        None if value is None else (value.denominator == 1, value > 0) for value in _parts(problem)
    ],
    _vary_sum,
)
KINDS = [COMPOSED, SUM]


# --- reading --------------------------------------------------------------------------------------------------------


def _function(text: str, letter: str) -> str | None:
    node = parse_expression(text)
    return (
        written(node)
        if node is not None and letters(node) == frozenset(letter) and not letters(node) & IMAGINARY
        else None
    )


def _read_composed(found: dict[str, Any]) -> Problem | None:
    named = {found["one"]: found["first"], found["two"]: found["second"]}
    outer, inner = named.get(found["outer"]), named.get(found["inner"])
    if len(named) != 2 or outer is None or inner is None or found["letter"] != found["again"]:
        return None
    texts = [_function(text, found["letter"]) for text in (outer, inner)]
    if texts[0] is None or texts[1] is None:
        return None
    names: dict[str, Given] = {"outer_name": found["outer"], "inner_name": found["inner"]}
    rest: dict[str, Given] = {"outer": texts[0], "inner": texts[1], "value": found["value"]}
    return COMPOSED.problem({**names, "letter": found["letter"], **rest})


def _read_sum(found: dict[str, Any]) -> Problem | None:
    text = _function(found["expression"], found["letter"])
    if text is None or not found["name"] == found["again"] == found["once_more"]:
        return None
    given: dict[str, Given] = {"name": found["name"], "letter": found["letter"], "expression": text}
    return SUM.problem({**given, "first": found["first"], "sign": found["sign"], "second": found["second"]})


def _read_value(found: dict[str, Any]) -> Problem | None:
    """ "For what x is f(x) = 14?" is an equation."""
    asked = {found[name] for name in ("letter", "same", "asked") if name in found}
    if (
        len(asked) != 1
        or found["name"] != found["again"]
        or _function(found["expression"], found["letter"]) is None
    ):
        return None
    return read_equation(f"{found['expression']} = {said(found['value'])}")


def _read_formula(found: dict[str, Any]) -> Problem | None:
    """A formula with values for all its letters but the one it gives."""
    values = read_settings(found["settings"])
    if (
        values is None
        or found["subject"] != found.get("asked", found["subject"])
        or found["subject"] in values
    ):
        return None
    runs = re.findall(r"[A-Za-z]+", found["formula"])
    if any(len(run) > 3 or run.lower() in ("sin", "cos", "tan", "log", "ln", "pi") for run in runs):
        return None
    equation = parse_equation(f"{found['subject']} = {found['formula']}", "".join(values))
    if equation is None or equation.relation != "=" or letters(equation.right) != frozenset(values):
        return None
    names = "".join(sorted(values))
    ordered: Any = tuple(values[name] for name in names)
    return EVALUATE.problem({"expression": written(equation.right), "letters": names, "values": ordered})


_IF = r"(?:(?:if|let|given(?: that)?|suppose|consider(?: the functions?)?|the functions?) )?"
_DEFINED = r"{name:letter} ?\({letter:letter}\) ?= ?{expression:algebra}"
_GET = r"(?:what is|find|evaluate|calculate|work out)(?: the value of)?"
_SETTINGS = r"(?P<settings>[a-zA-Z] ?= ?[^;=]{1,20}(?:(?:,| and|, and) ?[a-zA-Z] ?= ?[^;=]{1,20}){0,4})"
_FORMULA = r"(?P<subject>[a-zA-Z]) ?= ?(?P<formula>[^=;,]{1,60})"
_WHEN = r"(?:when|if|for|given(?: that)?|where|with|using)"
RULES: list[Rule] = [
    rule(
        rf"{_IF}{{one:letter}} ?\({{letter:letter}}\) ?= ?{{first:algebra}}(?: and|, "
        rf"and|,|;) ?{{two:letter}} ?\({{again:letter}}\) ?= ?"
        rf"{{second:algebra}}[.,;] ?{_GET} {{outer:letter}} ?\( ?{{inner:letter}} ?\( ?{{value:number}} ?\) ?\)",
        _read_composed,
    ),
    rule(
        rf"{_IF}{_DEFINED}[.,;] ?{_GET} "
        rf"{{again:letter}} ?\( ?{{first:number}} ?\) ?(?P<sign>[+-]) ?{{once_more:letter}} ?"
        r"\( ?{second:number} ?\)",
        _read_sum,
    ),
    rule(
        rf"{_IF}{_DEFINED}[.,;] ?(?:for (?:what|which) values?s? of {{asked:letter}} (?:is|does) |find "
        rf"(?:the values? of )?{{asked:letter}} "
        rf"(?:if|when|such that|for which|given that|so that) |solve |what is {{asked:letter}} (?:if|when) )"
        r"{again:letter} ?\({same:letter}\) ?(?:=|equals?) ?{value:number}",
        _read_value,
    ),
    rule(
        rf"(?:use (?:the )?)?(?:formula |equation )?{_FORMULA} to (?:find|calculate|work out) (?:the value "
        rf"of )?{{asked:letter}},? {_WHEN} {_SETTINGS}",
        _read_formula,
    ),
    rule(
        rf"(?:if |given (?:that )?|use (?:the )?formula |the formula )?{_FORMULA}[.,;] ?(?:{_GET}) "
        rf"{{asked:letter}},? {_WHEN} {_SETTINGS}",
        _read_formula,
    ),
    rule(
        rf"(?:if |given (?:that )?)?{_FORMULA}(?:,| and) ?{_SETTINGS}[.,;] ?(?:{_GET}) {{asked:letter}}",
        _read_formula,
    ),
    rule(
        rf"(?:find |the value of )*{{asked:letter}},? {_WHEN} {_SETTINGS},? (?:if|in|given(?: "
        rf"that)?|and|where|using)(?: the formula)? {_FORMULA}",
        _read_formula,
    ),
]
