"""The right program of a problem, read from a written solution: each calculation of it becomes a step.

Reads GSM8K's annotations (`<<48/2=24>>`) where a line has them, and else the calculations in its words. A number that
an earlier line arrived at is replaced by that step's name. The last line holds the answer, behind `####` or alone.
"""

import re
from collections.abc import Mapping
from fractions import Fraction

from askback.agent.calculations import find_calculations
from askback.agent.expressions import Binary, Node, Number, Unary
from askback.agent.locate import number_of
from askback.agent.paths import read_tree
from askback.agent.quantities import find_quantities
from askback.agent.state import GroundTruth, NamedValue, Program

ANNOTATION = re.compile(r"<<([^<>]*)>>")


def truth_from(solution: str, problem: str) -> GroundTruth:
    """The ground truth that a written solution states; without steps where they do not lead to its answer."""
    *lines, last = solution.strip().splitlines()
    answer = last.replace("####", "").strip().replace(",", "")
    source = _program(lines, problem)
    steps = read_tree(source, {})
    if not steps or steps[-1].value != number_of(answer):
        return GroundTruth(status="verified", answer=answer, note="the answer given; no program read")
    return GroundTruth(
        status="verified",
        answer=answer,
        steps=tuple(NamedValue(name=step.name, value=str(step.value)) for step in steps),
        programs=(Program(plan=(), source=source, origin="teacher"),),
        note="the solution given",
    )


def _program(lines: list[str], problem: str) -> str:
    given = {quantity.value for quantity in find_quantities(problem)}
    names: dict[Fraction, str] = {}
    code: list[str] = []
    for line in lines:
        for part in ANNOTATION.findall(line) or [line]:
            for made in find_calculations(part):
                if made.holds is False:
                    continue
                # A number that was given as well is the last result only if that was just worked out.
                last = f"step_{len(code)}"
                known = {value: name for value, name in names.items() if value not in given or name == last}
                names[made.stated] = f"step_{len(code) + 1}"
                code.append(f"{names[made.stated]} = {_code(made.tree, known)}")
    return "".join(f"{line}\n" for line in ["from fractions import Fraction", *code])


def _code(node: Node, known: Mapping[Fraction, str]) -> str:
    match node:
        case Number(value):
            plain = (
                str(value) if value.denominator == 1 else f"Fraction({value.numerator}, {value.denominator})"
            )
            return known.get(value, plain)
        case Unary("-", operand):
            return f"(-{_code(operand, known)})"
        case Binary(operator, left, right):
            sign = "**" if operator == "^" else operator
            return f"({_code(left, known)} {sign} {_code(right, known)})"
        case _:
            return "None"
