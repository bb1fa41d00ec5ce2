"""Mistakes with expressions and equations: the student's own reading of one, worked out rightly after that."""

from collections.abc import Callable
from fractions import Fraction

from ..expressions import (
    Binary,
    Node,
    Unary,
    evaluate,
    letters,
    number_source,
    parse_expression,
    source,
)
from ..symbolic import Problem
from ..symbolic.algebra.functions import put_in
from ..symbolic.algebra.polynomials import coefficient, degree, polynomial
from ..symbolic.number.order import steps_of
from ..symbolic.problem import number_code

# --- expressions ----------------------------------------------------------------------------------------------------

CALCULATIONS = "order_of_operations evaluate_expression function_value"
"""The kinds whose problem is one expression to be worked out; some have values to be put in for letters."""


def calculation(problem: Problem) -> Node | None:
    """The expression of a problem of these kinds, its letters replaced by their values."""
    node = parse_expression(problem["expression"])
    if node is None or "letters" not in problem:
        return node
    return put_in(node, dict(zip(problem["letters"], problem["values"], strict=True)))


def worked_out(problem: Problem, changed: Node | None) -> str | None:
    """The program of one who works out `changed`; None if it has the same value as the problem's own expression."""
    right = calculation(problem)
    if changed is None or right is None or changed == right:
        return None
    value = evaluate(changed)
    if value is None or value == evaluate(right):
        return None
    return steps_of(changed) or f"answer = {number_source(value)}  # Write it down."


def everywhere(node: Node, change: Callable[[Node], Node]) -> Node:
    """The expression with every part changed, from the innermost out."""
    match node:
        case Unary(operator, operand):
            return change(Unary(operator, everywhere(operand, change)))
        case Binary(operator, left, right):
            return change(Binary(operator, everywhere(left, change), everywhere(right, change)))
        case _:
            return change(node)


def chain(node: Node, signs: str) -> tuple[list[Node], list[str]]:
    """The parts of a run of operations with these signs that stands without brackets, and the signs between."""
    if not isinstance(node, Binary) or node.operator not in signs:
        return [node], []
    left, between = chain(node.left, signs)
    closed = isinstance(node.right, Binary) and node.right.operator in (
        "+-" if node.operator in "+-" else "+-*/"
    )
    right, after = ([node.right], []) if closed else chain(node.right, signs)
    return [*left, *right], [*between, node.operator, *after]


def folded(parts: list[Node], signs: list[str]) -> Node:
    """The parts joined from left to right."""
    node = parts[0]
    for sign, part in zip(signs, parts[1:], strict=True):
        node = Binary(sign, node, part)  # type: ignore[arg-type]  # the signs of a chain
    return node


def first_joined(parts: list[Node], signs: list[str], first: str) -> Node:
    """The parts joined with the sign `first` before all others."""
    groups, between = [[parts[0]]], list[str]()
    for sign, part in zip(signs, parts[1:], strict=True):
        if sign == first:
            groups[-1].append(part)
        else:
            groups.append([part])
            between.append(sign)
    return folded([folded(group, [first] * (len(group) - 1)) for group in groups], between)


# --- algebra --------------------------------------------------------------------------------------------------------


def rewritten(problem: Problem, changed: Node | None) -> str | None:
    """The program of one who has `changed` on paper and tidies it up; None if it equals the problem's expression."""
    node = parse_expression(problem["expression"])
    if node is None or changed is None or changed == node:
        return None
    right, wrong = polynomial(node), polynomial(changed)
    if wrong is not None and wrong == right:
        return None
    names = "".join(
        f'{name} = symbols("{name}")  # Let {name} be the unknown.\n' for name in sorted(letters(changed))
    )
    return f"{names}answer = expand({source(changed)})  # Tidy up."


def resolved(problem: Problem, change: Callable[[Node], Node]) -> str | None:
    """The program of one who solves a linear equation rightly after changing both its sides."""
    sides: list[tuple[int | Fraction, int | Fraction]] = []
    for name in ("left", "right"):
        node = parse_expression(problem[name])
        terms = None if node is None else polynomial(everywhere(node, change))
        if terms is None or degree(terms) > 1:
            return None
        sides.append((coefficient(terms, (problem["letter"],)), coefficient(terms, ())))
    (left, left_number), (right, right_number) = sides
    unchanged = tuple(
        problem[f"{side}_{part}"] for side in ("left", "right") for part in ("coefficient", "constant")
    )
    if left == right or (left, left_number, right, right_number) == unchanged:
        return None
    return f"""
    letter_terms = {number_code(left)} - {number_code(right)}  # Bring the terms with the letter together.
    numbers = {number_code(right_number)} - {number_code(left_number)}  # And the numbers.
    answer = Fraction(numbers, letter_terms)  # Divide.
    """


def factor_roots(problem: Problem) -> tuple[Fraction, Fraction, Fraction] | None:
    """Of (x + p)(x + q) = r: where each factor is zero, and r; None for equations of another form."""
    left, right = parse_expression(problem["left"]), parse_expression(problem["right"])
    value = None if right is None else evaluate(right)
    if not isinstance(left, Binary) or left.operator != "*" or value is None:
        return None
    roots: list[Fraction] = []
    for factor in (left.left, left.right):
        terms = polynomial(factor)
        if terms is None or degree(terms) != 1 or coefficient(terms, (problem["letter"],)) != 1:
            return None
        roots.append(-Fraction(coefficient(terms, ())))
    return roots[0], roots[1], value
