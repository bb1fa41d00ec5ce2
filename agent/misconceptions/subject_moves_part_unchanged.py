"""A part of a formula is brought to the other side without being undone."""

from ..expressions import Binary, Node, letters, parse_expression, written
from ..symbolic import KINDS, Problem
from . import Misconception
from ._tools import mistake, twins, with_given


def _turned(node: Node | None, subject: str) -> Node | None:
    """The side with the subject as if its last operation were the opposite one."""
    match node:
        case Binary("+", one, two):
            return Binary("-", one, two) if subject in letters(one) else Binary("-", two, one)
        case Binary("*", one, two):
            return Binary("/", one, two) if subject in letters(one) else Binary("/", two, one)
        case Binary("-", one, two) if subject in letters(one):
            return Binary("+", one, two)
        case Binary("/", one, two) if subject in letters(one):
            return Binary("*", one, two)
        case _:
            return None


def _steps(problem: Problem) -> str | None:
    sides = {name: parse_expression(problem[name]) for name in ("left", "right")}
    side = next(
        (name for name, node in sides.items() if node and problem["subject"] in letters(node)), "left"
    )
    turned = _turned(sides[side], problem["subject"])
    if turned is None:
        return None
    changed, kind = with_given(problem, **{side: written(turned)}), KINDS[problem.kind]
    return kind.steps(changed) if kind.sane(changed) else None


wrong = mistake("change_subject", _steps)

ENTRY = Misconception(
    id="subject_moves_part_unchanged",
    name="Bringing a part of a formula over unchanged",
    grades=(8, 9),
    source="Kieran 1992, The learning and teaching of school algebra, in Grouws (ed.), Handbook of Research "
    "on Mathematics Teaching and Learning, Macmillan",
    explanation="You may have brought a part to the other side without undoing it.",
    wrong=wrong,
    questions=(
        "Choose small numbers for the letters so that the formula is true. Is your new formula true for them?",
        "What is done to the new subject in the formula, one step after the other?",
        "Which of these steps is done last, and how could it be undone?",
        "What happens on both sides when you undo that step?",
    ),
    examples=(
        ("Make t the subject of v = u + at.", "(v + u)/a"),
        ("Make a the subject of F = ma.", "F*m"),
    ),
    diagnostic=twins(
        wrong,
        "Make t the subject of v = u + at.",
        "Make x the subject of y = mx - c.",
        "Make a the subject of F = ma.",
    ),
)
