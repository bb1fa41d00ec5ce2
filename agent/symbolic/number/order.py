"""Order of operations: an arithmetic expression as one named step an operation."""

from fractions import Fraction
from random import Random

from ...expressions import (
    Binary,
    Node,
    Number,
    Unary,
    children,
    evaluate,
    is_percent,
    number_source,
    parse_expression,
    walk,
)
from ..problem import Given, Kind, Problem, like_expression
from ..wording import arithmetic_value

_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def steps_of(node: Node) -> str:
    """One step an operation, in the order of precedence: inside brackets, powers, products and quotients, sums."""
    node = _signed(node)
    lines: list[str] = []
    used: dict[str, int] = {}
    while (operation := _next_operation(node)) is not None:
        code, noun, plan = _operation_code(operation)
        used[noun] = used.get(noun, 0) + 1
        name = f"{noun}_{used[noun]}" if used[noun] > 1 else noun
        if operation is node:
            name = "answer"
        lines.append(f"{name} = {code}  # {plan}")
        value = evaluate(operation)
        if value is None:
            break
        node = _replaced(node, operation, Number(value, "integer", name))
    return "\n".join(lines)


def _expression_steps(problem: Problem) -> str:
    node = parse_expression(problem["expression"])
    return "" if node is None else steps_of(node)


def _signed(node: Node) -> Node:
    """A minus sign right before a number belongs to the number: it is no step."""
    match node:
        case Unary("-", Number(value, form, text)):
            return Number(-value, form, f"-{text}")
        case Unary(operator, operand):
            return Unary(operator, _signed(operand))
        case Binary(operator, left, right):
            return Binary(operator, _signed(left), _signed(right))
        case _:
            return node


def _next_operation(node: Node) -> Node | None:
    ready: list[tuple[bool, int, int, Node]] = []

    def visit(here: Node, in_brackets: bool, loosest: int) -> None:
        if isinstance(here, Number):
            return
        precedence = _precedence(here)
        inside = in_brackets or precedence < loosest
        inner = children(here)
        for child in inner:
            visit(child, inside, 99 if isinstance(here, Unary) and here.operator != "-" else precedence)
        if all(isinstance(child, Number) for child in inner):
            ready.append((not inside, -precedence, len(ready), here))

    visit(node, False, 0)
    return min(ready, key=lambda found: found[:3])[3] if ready else None


def _precedence(node: Node) -> int:
    return {"+": 10, "-": 10, "*": 20, "/": 20, "^": 40}[node.operator] if isinstance(node, Binary) else 30


def _replaced(node: Node, old: Node, new: Node) -> Node:
    if node is old:
        return new
    match node:
        case Binary(operator, left, right):
            return Binary(operator, _replaced(left, old, new), _replaced(right, old, new))
        case Unary(operator, operand):
            return Unary(operator, _replaced(operand, old, new))
        case _:
            return node


def _operation_code(node: Node) -> tuple[str, str, str]:
    """Code, a noun for the name, and the plan; a number whose text is an identifier is an earlier step."""
    names = [_operand_code(child) for child in children(node)]
    said_as = [_said_as(child.text) for child in children(node) if isinstance(child, Number)]
    match node:
        case Binary("+"):
            return f"{names[0]} + {names[1]}", "sum", f"Add {said_as[0]} and {said_as[1]}."
        case Binary("-"):
            return f"{names[0]} - {names[1]}", "difference", f"Take {said_as[1]} from {said_as[0]}."
        case Binary("*"):
            return f"{names[0]} * {names[1]}", "product", f"Multiply {said_as[0]} by {said_as[1]}."
        case Binary("/"):
            return f"Fraction({names[0]}, {names[1]})", "quotient", f"Divide {said_as[0]} by {said_as[1]}."
        case Binary(_, _, Number(value)) if value.denominator > 1:
            plan = f"Take the root of {said_as[0]}."
            below = (evaluate(children(node)[0]) or 0) < 0  # the root meant is the real one: -2 for -8
            code = (
                f"(-root(-({names[0]}), {value.denominator}))"
                if below
                else f"root({names[0]}, {value.denominator})"
            )
            return f"{code} ** {value.numerator}", "nth_root", plan
        case Binary(_, _, Number(value, text=text)):
            base = names[0] if value >= 0 and not text.isidentifier() else f"Fraction({names[0]})"
            base = base if base.isidentifier() or base.isdigit() or base[0] == "F" else f"({base})"
            return f"{base} ** {names[1]}", "power", f"Raise {said_as[0]} to the power of {said_as[1]}."
        case Unary("-"):
            return f"-{names[0]}", "opposite", f"Take the opposite of {said_as[0]}."
        case Unary("abs"):
            return f"abs({names[0]})", "absolute_value", f"Take the absolute value of {said_as[0]}."
        case _:
            return root_code(node, names[0]), "square_root", f"Take the square root of {said_as[0]}."


def _said_as(text: str) -> str:
    """A number as it is written; an earlier step by its name: "the product", "the second sum"."""
    if not text.isidentifier():
        return text
    name, count = text.rstrip("0123456789_"), text.rpartition("_")[2]
    which = f"{_ORDINALS[int(count)]} " if count.isdigit() and int(count) < len(_ORDINALS) else ""
    return f"the {which}{name.replace('_', ' ')}"


def _operand_code(node: Node) -> str:
    assert isinstance(node, Number)
    return node.text if node.text.isidentifier() else number_source(node.value)


def root_code(node: Node, name: str) -> str:
    """Code for an exact square root of what is called `name`."""
    value = evaluate(children(node)[0])
    if value is not None and value.denominator > 1:
        return f"Fraction(isqrt({name}.numerator), isqrt({name}.denominator))"
    return f"isqrt(int({name}))"


def _results(node: Node) -> list[Fraction | None]:
    return [evaluate(part) for part in walk(node) if not isinstance(part, Number)]


def expression_features(problem: Problem) -> object:
    """How hard the numbers are: whole or not, below zero or not, small or not."""
    node = parse_expression(problem["expression"])
    results = [] if node is None else _results(node)
    known = [result for result in results if result is not None]
    whole = all(result.denominator == 1 for result in known)
    return (
        whole,
        whole or max(r.denominator for r in known) < 61,
        [r >= 0 for r in known],
        max(known, default=0) < 10**5,
    )


def _has_one_reading(problem: Problem) -> bool:
    """Not so "100 - 25%": the percent may be meant of what stands before it."""
    node = parse_expression(problem["expression"])
    return node is not None and not any(
        isinstance(one, Binary)
        and one.operator in "+-"
        and is_percent(one.right)
        and not is_percent(one.left)
        for one in walk(node)
    )


def vary_expression(problem: Problem, random: Random) -> dict[str, Given]:
    """Every text given as an expression with other numbers."""
    return {
        name: like_expression(random, value) if isinstance(value, str) else value
        for name, value in problem.given
    }


ORDER = Kind(
    "order_of_operations",
    "value",
    ("expression",),
    _expression_steps,
    lambda problem: f"What is {problem['expression']}?",
    lambda problem: arithmetic_value(problem["expression"]) is not None and _has_one_reading(problem),
    expression_features,
    vary_expression,
)

KINDS = [ORDER]
