"""Programs out of a solver's replies: a Python function as it stands, or worked lines turned into one. Pure.

Two formulations of the same problem are read, since what agrees across both is worth more than what one repeats:

- *program*: a fenced Python function `solution()`;
- *lines*: one line a step, "Rolls sold: 48 * 3 / 4 = 36", and at the end "Answer: 72".

Worked lines become assignments whose names are the lines' labels. A number that an earlier line arrived at is
replaced by that line's name, so the arithmetic is the sandbox's and a slip in a line does not reach the answer.
"""

import ast
import keyword
import re
from fractions import Fraction

from .expressions import Binary, Node, Number, evaluate, parse_expression, source
from .state import Program

_FENCED = re.compile(r"```(?:python)?\s*\n(.*?)(?:```|\Z)", re.DOTALL)
_LINE = re.compile(r"^\s*(?:[-*•]|\d+[.)])?\s*(?P<label>[^:=\d][^:=]*?)\s*:\s*(?P<work>.+)$")
_ANSWER = re.compile(r"^\W*(?:the )?(?:final )?answer\b[\s:*]*(?:is\b)?(?P<value>.*)$", re.IGNORECASE)
_UNITS = re.compile(r"(?<![A-Za-z])(?!x(?![A-Za-z]))[A-Za-z]+\.?(?:\^\d)?|[$£€]")
_MOST_LINES = 40


def read_program(text: str) -> Program | None:
    """Take the plan and the program out of a reply; None when there is no program in it.

    A program that comes without a plan gets one made of its own steps, which cannot contradict it.
    """
    match = _FENCED.search(text)
    body = match.group(1) if match else text
    if "def solution" not in body and not re.search(r"^answer\s*=", body, re.MULTILINE):
        return None
    before = text[: match.start()] if match else ""
    lines = [re.sub(r"^\s*(?:\d+[.)]|[-*])\s*", "", line).strip() for line in before.splitlines()]
    plan = tuple(line for line in lines if line and not line.lower().rstrip(":").endswith("plan"))
    source_text = body.strip() + "\n"
    return Program(plan=plan or plan_of(source_text), source=source_text, origin="model")


def read_lines(text: str) -> Program | None:
    """Turn worked lines into a program; None where no line can be read or the answer is none of the results."""
    names: dict[str, Node] = {}
    labels: dict[str, Fraction] = {}
    results: list[tuple[Fraction, str]] = []  # what a line says it comes to, and its name
    answer: str | None = None
    for line in text.splitlines()[:_MOST_LINES]:
        ending = _ANSWER.match(line)
        if ending:
            answer = _name_of(_value(ending.group("value")), results)
            break
        read = _LINE.match(line)
        if read is None:
            continue
        pieces = _without_labels(read.group("work"), labels).split("=")
        work, said = _node(pieces[0]), _value(pieces[-1])
        if work is None or said is None:
            continue
        name = _identifier(read.group("label"), names)
        names[name] = work
        labels[read.group("label").lower()] = said
        results.append((said, name))
    if answer is None:
        return None
    body: list[str] = []
    known: list[tuple[Fraction, str]] = []
    for (said, name), work in zip(results, names.values(), strict=True):
        body.append(f"{name} = {_with_names(work, known)}")
        if not isinstance(work, Number):
            known.append((said, name))
    written = "\n".join(["from fractions import Fraction", *body, f"answer = {answer}"]) + "\n"
    return Program(plan=plan_of(written), source=written, origin="model")


def plan_of(text: str) -> tuple[str, ...]:
    """The steps of a program in words, one for each value it works out: "rolls sold: all rolls times 3"."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    steps: list[str] = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            continue
        if isinstance(node.value, ast.Constant | ast.Name):
            continue  # what is given is no step
        steps.append(f"{_in_words(node.targets[0].id)}: {_spoken(node.value)}")
    return tuple(steps)


_SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "plus",
    ast.Sub: "minus",
    ast.Mult: "times",
    ast.Div: "divided by",
    ast.FloorDiv: "divided in wholes by",
    ast.Mod: "left over by",
    ast.Pow: "to the power",
}


def _spoken(node: ast.expr) -> str:
    match node:
        case ast.BinOp(left, operator, right) if type(operator) in _SIGNS:
            return f"{_bracketed(left)} {_SIGNS[type(operator)]} {_bracketed(right)}"
        case ast.Name(name):
            return _in_words(name)
        case _:
            return ast.unparse(node)


def _bracketed(node: ast.expr) -> str:
    return f"({_spoken(node)})" if isinstance(node, ast.BinOp) else _spoken(node)


def _in_words(name: str) -> str:
    return name.replace("_", " ").strip()


def _without_labels(work: str, labels: dict[str, Fraction]) -> str:
    """ "Sheep - 20" refers to an earlier line by its label: that line's result is put for it."""
    for label in sorted(labels, key=len, reverse=True):
        if label in work.lower():
            work = re.sub(rf"\b{re.escape(label)}\b", f"({labels[label]})", work, flags=re.IGNORECASE)
    return work


def _node(text: str) -> Node | None:
    """A piece of a line as an expression, its units left out: "3 * 12 inches"."""
    plain = _UNITS.sub(" ", text.replace(" x ", " * ")).strip(" .,;*")
    return parse_expression(plain) if plain else None


def _value(text: str) -> Fraction | None:
    node = _node(text)
    return None if node is None else evaluate(node)


def _name_of(value: Fraction | None, results: list[tuple[Fraction, str]]) -> str | None:
    return next((name for said, name in reversed(results) if said == value), None)


def _with_names(node: Node, known: list[tuple[Fraction, str]]) -> str:
    """Python for a line's work, with the names of earlier results put for their numbers."""
    if isinstance(node, Number):
        return _name_of(node.value, known) or source(node)
    if isinstance(node, Binary):
        sign = "**" if node.operator == "^" else node.operator
        return f"({_with_names(node.left, known)} {sign} {_with_names(node.right, known)})"
    return source(node)


def _identifier(label: str, taken: dict[str, Node]) -> str:
    name = re.sub(r"\W+", "_", label.lower(), flags=re.ASCII).strip("_")[:60] or "step"
    if name[0].isdigit() or keyword.iskeyword(name) or name in ("answer", "fraction"):
        name = f"{name}_" if not name[0].isdigit() else f"step_{name}"
    number, free = 2, name
    while free in taken:
        free, number = f"{name}_{number}", number + 1
    return free
