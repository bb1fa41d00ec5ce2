"""GSM8K's training problems (Cobbe et al. 2021, arXiv 2110.14168) as programs: its `<<48/2=24>>` marks can be run.

Reads the file as it is published; nothing of it is in this package. A line is left out where a mark is no plain
arithmetic.
"""

import ast
import json
import re
from collections.abc import Sequence
from fractions import Fraction
from keyword import iskeyword
from pathlib import Path

from ..agent.errors import InputError
from ..agent.state import Program

_MARK = re.compile(r"<<([^<>=]+)=([^<>]+)>>")
_NUMBER = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_DULL = frozenset(
    "a an and are as at be because been but by can does each for from gets got had has have he her him his if in "
    "into is it its makes means more much many need needs of on one or per she so takes that the their them then "
    "there these they this to total was were which will with would you so therefore thus since also after before "
    "now only all".split()
)


def annotated_program(question: str, answer: str) -> Program | None:
    """The marked calculations as a program with a named step each; None where one is no plain arithmetic.

    A number that an earlier step came to becomes that step's name, a number of the question stays a number.
    """
    given = {Fraction(number) for number in _NUMBER.findall(question.replace(",", ""))}
    steps: list[tuple[str, str, str]] = []
    known: dict[Fraction, str] = {}
    unused: set[str] = set()
    for line in answer.split("\n"):
        for match in _MARK.finditer(line):
            value = _value(match.group(2))
            # What a step came to is used later on, so a number that could be either is first of all that step.
            names = {came: name for came, name in known.items() if name in unused or came not in given}
            code = _code(match.group(1), names)
            if value is None or code is None:
                return None
            name = _name(line, [step[0] for step in steps])
            steps.append((name, code, name.replace("_", " ").capitalize()))
            known[value] = name
            unused = (unused - set(re.findall(r"\w+", code))) | {name}
    if not steps:
        return None
    body = [f"    {name} = {code}" for name, code, _ in steps]
    imports = ["from fractions import Fraction", ""] if any("Fraction" in line for line in body) else []
    source = "\n".join([*imports, "def solution():", *body, f"    return {steps[-1][0]}"]) + "\n"
    return Program(
        plan=tuple(f"{said}: {_spoken(code)}." for _, code, said in steps), source=source, origin="symbolic"
    )


def _code(text: str, names: dict[Fraction, str]) -> str | None:
    text = re.sub(r"(\d),(\d{3})", r"\1\2", text.replace("$", "").replace("x", "*").replace("X", "*")).strip()
    text = re.sub(r"(\d+(?:\.\d+)?)%", r"(\1/100)", text)
    if not re.fullmatch(r"[\d.+\-*/() ]+", text) or "**" in text or "//" in text:
        return None
    try:
        ast.parse(text, mode="eval")
    except (SyntaxError, ValueError):
        return None

    def number(match: re.Match[str]) -> str:
        value = Fraction(match.group())
        if value in names:
            return names[value]
        return (
            match.group()
            if value.denominator == 1 and "." not in match.group()
            else f'Fraction("{match.group()}")'
        )

    code = _NUMBER.sub(number, text)
    # Whole numbers divided would become floats; one Fraction keeps the whole calculation exact.
    code = re.sub(r'(?<![\w.)"(])(\d+)(?= */)', r"Fraction(\1)", code)
    return ast.unparse(ast.parse(code, mode="eval"))


def _value(text: str) -> Fraction | None:
    try:
        return Fraction(text.strip().replace(",", "").replace("$", "").removesuffix("%"))
    except (ValueError, ZeroDivisionError):
        return None


def _name(line: str, taken: Sequence[str]) -> str:
    """A name from the words of the line that holds the calculation: its last few telling words."""
    spoken = re.sub(r"<<[^>]*>>", " ", line).lower()
    telling = [word for word in re.findall(r"[a-z]+", spoken) if word not in _DULL and len(word) > 2]
    base = "_".join(telling[-3:]) or "amount"
    name = base = f"{base}_count" if iskeyword(base) else base
    place = 2
    while name in taken:
        name = f"{base}_{place}"
        place += 1
    return name


def _spoken(code: str) -> str:
    """A calculation in words, for the plan; it holds no result."""
    text = re.sub(r"""Fraction\(["']?([\d.]+)["']?\)""", r"\1", code).replace("_", " ")
    for sign, word in (("*", " times "), ("/", " divided by "), ("+", " plus "), ("-", " minus ")):
        text = text.replace(sign, word)
    return " ".join(text.split())


def read_gsm8k(path: Path) -> list[tuple[str, str]]:
    """Question and answer of every line; raises `InputError` for a file of another form."""
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        return [(str(row["question"]), str(row["answer"])) for row in rows]
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from None
    except (ValueError, KeyError, TypeError):
        raise InputError(f"{path} is not GSM8K's JSON Lines with question and answer") from None


def gold_program(answer: str) -> str | None:
    """The source of a program for the gold answer, or None where that is no plain number."""
    gold = answer.rpartition("####")[2].strip().replace(",", "")
    if not re.fullmatch(r"-?\d+(\.\d+)?", gold):
        return None
    return f'from fractions import Fraction\nanswer = Fraction("{gold}")\n'
