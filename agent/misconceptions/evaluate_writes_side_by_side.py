"""A value is written next to the coefficient instead of multiplied by it."""

from ..expressions import Binary, Letter, Node, Number, parse_expression
from ..symbolic import Problem
from ..symbolic.algebra.functions import put_in
from . import Misconception
from ._algebra import everywhere, worked_out
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    node = parse_expression(problem["expression"])
    values = dict(zip(problem["letters"], problem["values"], strict=True))

    def beside(part: Node) -> Node:
        match part:
            case Binary("*", Number(_, "integer", text), Letter(name)) if str(values[name]).isdigit():
                digits = f"{text}{values[name]}"
                read = parse_expression(digits)
                return part if read is None else read
            case _:
                return part

    return None if node is None else worked_out(problem, put_in(everywhere(node, beside), values))


wrong = mistake("evaluate_expression function_value", _steps)

ENTRY = Misconception(
    id="evaluate_writes_side_by_side",
    name="Writing the value next to the number",
    grades=(6, 9),
    source="Booth 1984, Algebra: Children's Strategies and Errors, NFER-Nelson",
    explanation="You may have written the value next to the number in front of the letter.",
    wrong=wrong,
    questions=(
        "What does a number right in front of a letter mean?",
        "If the letter is the price of an apple, what does the number in front of it tell you?",
        "Which sign is left out between the number and the letter?",
        "Write the expression with every sign in it before you put the value in. What does it look like?",
    ),
    examples=(("Evaluate 3x when x = 4.", "34"), ("If f(x) = 2x + 1, find f(5).", "26")),
    diagnostic=twins(
        wrong, "Evaluate 3x + 2 when x = 4.", "If f(x) = 2x + 7, find f(5).", "Evaluate 5n when n = 6."
    ),
)
