"""Expressions told in words ("5 less than twice n"), and the coefficient of a term."""

import re
from random import Random
from typing import Any

from ...expressions import (
    Binary,
    Letter,
    Node,
    Number,
    Unary,
    children,
    letters,
    number_source,
    parse_expression,
    written,
)
from ..problem import Given, Kind, Problem, like, like_expression
from ..wording import IMAGINARY, Rule, rule
from .polynomials import coefficient, polynomial, terms

# --- words to an expression -------------------------------------------------------------------------------------

_ATOM = r"(?:\d+(?:\.\d+)?|(?:(?:a|the) number )?[a-z])"
_NAMED = re.compile(r"(?:(?:a|the) number )?(\d+(?:\.\d+)?|[a-z])")
_TIMES = {"twice": "2", "double": "2", "triple": "3", "half of": "1/2", "half": "1/2", "a third of": "1/3"}
_TERM = rf"(?:(?:twice|double|triple|half of|half|\d+ times) )?{_ATOM}"
_SENTENCE = re.compile(
    rf"(?P<a>{_TERM}) (?P<relation>more|greater|less|fewer) than (?P<b>.+)"
    rf"|the (?P<noun>sum|product|difference|quotient) (?:of|between) (?P<c>{_TERM}) and (?P<d>{_TERM})"
    rf"|(?P<e>{_TERM}) (?P<verb>plus|minus|increased by|decreased by|reduced by|divided by|multiplied by) "
    rf"(?P<f>{_ATOM})"
    rf"|(?P<factor>twice|double|triple|half of|half|a third of|\d+ times) (?P<g>.+)"
    rf"|the (?P<power>square|cube) of (?P<h>{_ATOM})"
    rf"|add (?P<i>{_TERM}) to (?P<j>.+)|subtract (?P<k>{_TERM}) from (?P<l>.+)"
)
_VERBS = {
    "plus": "+",
    "increased by": "+",
    "minus": "-",
    "decreased by": "-",
    "reduced by": "-",
    "divided by": "/",
    "multiplied by": "×",
}
_NOUNS = {"sum": "+", "difference": "-", "product": "×", "quotient": "/"}


def _closed(text: str) -> str:
    return text if re.fullmatch(r"\w+", text) else f"({text})"


def expression_said(words: str, depth: int = 0) -> str | None:
    """The expression that words tell, or None: unknown words, or words with two readings."""
    atom = _NAMED.fullmatch(words)
    if atom:
        return atom[1]
    match = _SENTENCE.fullmatch(words) if depth < 4 else None
    if match is None:
        return None

    def part(name: str) -> str | None:
        inner = expression_said(match[name], depth + 1)
        return None if inner is None else _closed(inner)

    def joined(first: str, sign: str, second: str) -> str | None:
        left, right = part(first), part(second)
        return None if left is None or right is None else f"{left} {sign} {right}"

    if match["relation"]:
        if re.search(r"\b(?:plus|minus|increased|decreased|reduced|than)\b", match["b"]):
            return None  # "5 less than n plus 3" has two readings
        return joined("b", "+" if match["relation"] in ("more", "greater") else "-", "a")
    if match["noun"]:
        return joined("c", _NOUNS[match["noun"]], "d")
    if match["verb"]:
        return joined("e", _VERBS[match["verb"]], "f")
    if match["factor"]:
        if not re.match(rf"the (?:sum|difference|square|cube) |{_ATOM}$", match["g"]):
            return None
        inner = part("g")
        by = _TIMES.get(match["factor"], match["factor"].partition(" ")[0])
        return None if inner is None else f"{inner}/{by[-1]}" if "/" in by else f"{by} × {inner}"
    if match["power"]:
        inner = part("h")
        return None if inner is None else f"{inner}^{2 if match['power'] == 'square' else 3}"
    return joined("j", "+", "i") if match["i"] else joined("l", "-", "k")


_NOUN = {"+": "sum", "-": "difference", "*": "product", "/": "quotient", "^": "power"}


def _steps(problem: Problem) -> str:
    """A line for each operation, from the innermost out."""
    node = parse_expression(problem["expression"])
    assert node is not None
    lines: list[str] = []
    used: dict[str, int] = {}

    def name_of(here: Node) -> tuple[str, str]:
        """The code for a part, and how it is called."""
        match here:
            case Number(value, text=text):
                return number_source(value), text
            case Letter(name):
                return name, name
            case Unary(_, operand):
                return f"-{name_of(operand)[0]}", "the opposite"
            case Binary(operator, left, right):
                (first, one), (second, other) = name_of(left), name_of(right)
                noun = _NOUN[operator]
                used[noun] = used.get(noun, 0) + 1
                name = "answer" if here is node else noun + (f"_{used[noun]}" if used[noun] > 1 else "")
                plan = {
                    "+": f"Add {one} and {other}.",
                    "-": f"Take {other} from {one}.",
                    "*": f"Multiply {one} by {other}.",
                    "/": f"Divide {one} by {other}.",
                    "^": f"Raise {one} to the power of {other}.",
                }[operator]
                code = {"^": "**"}.get(operator, operator)
                lines.append(f"{name} = {first} {code} {second}  # {plan}")
                return name, f"the {noun}"

    name_of(node)
    names = "".join(
        f'{name} = symbols("{name}")  # Let {name} be the number.\n' for name in sorted(letters(node))
    )
    return names + "\n".join(lines)


def _vary_words(problem: Problem, random: Random) -> dict[str, Given]:
    words = re.sub(r"\d+", lambda match: str(like(random, int(match[0]))), problem["words"])
    text = expression_said(words)
    node = None if text is None else parse_expression(text)
    return dict(problem.given) if node is None else {"words": words, "expression": written(node)}


def _worth_writing(problem: Problem) -> bool:
    node = parse_expression(problem["expression"])
    return node is not None and bool(letters(node)) and bool(children(node)) and polynomial(node) is not None


WRITTEN = Kind(
    "write_expression",
    "expression",
    ("words", "expression"),
    _steps,
    lambda problem: f"Write an expression for {problem['words']}.",
    _worth_writing,
    lambda problem: re.sub(r"\d+", lambda match: "1" if match[0] in "01" else "n", problem["words"]),
    _vary_words,
)


def _read_words(found: dict[str, Any]) -> Problem | None:
    words = re.sub(r"\s+", " ", found["words"].strip())
    words = re.sub(r"\b(?:half|twice|double|triple) (?:of )?(?=[a-z]\b|the )", lambda m: m[0], words)
    words = words[0].lower() + words[1:]
    text = expression_said(words)
    node = None if text is None else parse_expression(text)
    if node is None or letters(node) & IMAGINARY:
        return None
    return WRITTEN.problem({"words": words, "expression": written(node)})


# --- the number before a term -----------------------------------------------------------------------------------


def _coefficient_given(expression: str, term: str) -> dict[str, Given] | None:
    """What is given where each term stands once, with its number in front of it."""
    node, wanted = parse_expression(expression), parse_expression(term)
    poly = None if node is None else polynomial(node)
    asked = None if wanted is None else polynomial(wanted)
    if node is None or wanted is None or poly is None or asked is None or len(asked) != 1:
        return None
    [(monomial, number)] = asked.items()
    parts = [polynomial(part) for part in terms(node)]
    plain = all(part is not None and len(part) == 1 for part in parts) and len(parts) == len(poly) > 1
    if not plain or number != 1 or not monomial:
        return None
    return {"expression": written(node), "term": written(wanted), "number": coefficient(poly, monomial)}


COEFFICIENT = Kind(
    "coefficient",
    "coefficient",
    ("expression", "term", "number"),
    lambda problem: (
        f"answer = number  # Find the term with {problem['term']} and read the number before it with its sign."
    ),
    lambda problem: f"What is the coefficient of {problem['term']} in {problem['expression']}?",
    lambda problem: problem["number"] not in (0,),
    lambda problem: (problem["number"] > 0, problem["number"] == 1),
    lambda problem, random: (
        _coefficient_given(like_expression(random, problem["expression"]), problem["term"])
        or dict(problem.given)
    ),
)


def _read_coefficient(found: dict[str, Any]) -> Problem | None:
    given = _coefficient_given(found["expression"], found["term"])
    return None if given is None else COEFFICIENT.problem(given)


KINDS = [WRITTEN, COEFFICIENT]
_ASKED = (
    r"(?:write|give|form|find|state)(?: down)? (?:an|the) (?:algebraic )?expression (?:for|that "
    r"(?:represents|means|describes))"
)
RULES: list[Rule] = [
    rule(rf"{_ASKED}:? ?(?:the phrase )?[\"']?(?P<words>[^\"']+)[\"']?", _read_words),
    rule(r"(?:an|the) (?:algebraic )?expression for:? ?(?P<words>.+)", _read_words),
    rule(
        r"(?:write|translate|express) [\"']?(?P<words>[^\"']+)[\"']? (?:as|into|in) (?:an )?algebra(?:ic expression)?",
        _read_words,
    ),
    rule(
        r"(?:find |state |write down )?the coefficient of (?:the )?(?P<term>[a-z](?:\^\{?\d\}?"
        r"|²|³)?(?:[a-z](?:\^\d|²|³)?)?)(?:[- ]term)? in"
        r" (?:the )?(?:expression |polynomial )?{expression:algebra}",
        _read_coefficient,
    ),
]
