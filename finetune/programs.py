"""Rows that teach the solver: problem -> plan -> program with named steps, kept only if running it gives the answer.

Problems come from our own generators and, where the user has the file, from GSM8K's training split (Cobbe et al. 2021,
arXiv 2110.14168), whose `<<48/2=24>>` marks are calculations that can be run.
"""

import ast
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from keyword import iskeyword
from pathlib import Path
from typing import Any

from ..agent.errors import InputError
from ..agent.prompts import render
from ..agent.solve import read_program, same_answer
from ..agent.state import Program
from ..sandbox import Limits, Outcome, Sandbox
from ..sandbox import render as exact_text
from .problems import draw
from .rows import Kind, Row, chat

LIMITS = Limits(wall_s=5.0)
_MARK = re.compile(r"<<([^<>=]+)=([^<>]+)>>")
_NUMBER = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_DULL = frozenset(
    "a an and are as at be because been but by can does each for from gets got had has have he her him his if in "
    "into is it its makes means more much many need needs of on one or per she so takes that the their them then "
    "there these they this to total was were which will with would you so therefore thus since also after before "
    "now only all".split()
)


class Programs:
    """The maker of program rows. `gsm8k` are the lines of the data set's training file, in their published form."""

    kind: Kind = "programs"

    def __init__(self, seed: int, sandbox: Sandbox, gsm8k: Path | None = None) -> None:
        self._seed, self._sandbox = seed, sandbox
        self._gsm8k = _read_gsm8k(gsm8k) if gsm8k else []
        told = hashlib.sha256(gsm8k.read_bytes()).hexdigest() if gsm8k else None
        self.settings: dict[str, Any] = {"seed": seed, "gsm8k_sha256": told}

    def make(self, numbers: Sequence[int]) -> Iterator[list[Row | str]]:
        """One candidate a number: the lines of GSM8K first, then our own problems without end."""
        posed = [self._posed(number) for number in numbers]
        outcomes = iter(
            self._sandbox.run_many([source for item in posed if item for source in item[2:4]], LIMITS)
        )
        for number, item in zip(numbers, posed, strict=True):
            yield ["no program can be made of it" if item is None else self._row(number, *item, outcomes)]

    def _posed(self, number: int) -> tuple[str, Program, str, str, dict[str, Any]] | None:
        """Text, program, its source, the second source, provenance."""
        if number < len(self._gsm8k):
            question, answer = self._gsm8k[number]
            program = annotated_program(question, answer)
            gold = answer.rpartition("####")[2].strip().replace(",", "")
            if program is None or not re.fullmatch(r"-?\d+(\.\d+)?", gold):
                return None
            gold = f'from fractions import Fraction\nanswer = Fraction("{gold}")\n'
            return question, program, program.source, gold, {"source": f"GSM8K train, line {number + 1}"}
        own = draw(self._seed, number - len(self._gsm8k))
        if not own.second:
            return None
        return own.text, own.program, own.program.source, own.second, {"source": "own", "made_of": own.kind}

    def _row(
        self,
        number: int,
        text: str,
        program: Program,
        source: str,
        second: str,
        provenance: dict[str, Any],
        outcomes: Iterator[Outcome],
    ) -> Row | str:
        taught, checked = next(outcomes), next(outcomes)
        reason = disagreement(taught, checked)
        if reason:
            return reason
        return Row(
            kind="programs",
            id=f"programs-{self._seed}-{number}",
            messages=chat(render("solver", problem=text), written(program)),
            provenance={"problem": text, **provenance},
            proof={"second": second},
        )


def written(program: Program) -> str:
    """A plan and a program as the solver's prompt shows them."""
    plan = "\n".join(f"{place}. {line}" for place, line in enumerate(program.plan, start=1))
    return f"Plan:\n{plan}\n```python\n{program.source.rstrip()}\n```"


def disagreement(taught: Outcome, checked: Outcome) -> str:
    """Why two programs do not prove one another, or nothing."""
    if taught.status != "ok" or taught.value is None:
        return f"the program does not run: {taught.status}"
    if checked.status != "ok" or checked.value is None:
        return f"the second program does not run: {checked.status}"
    if not same_answer(exact_text(taught.value), exact_text(checked.value)):
        return "the program does not give the answer"
    return ""


def check(rows: Sequence[Row], sandbox: Sandbox) -> list[str]:
    """For each row why its proof does not hold, or nothing: the program of its target is run anew."""
    programs = [read_program(row.reply) for row in rows]
    sources = [source for row, program in zip(rows, programs, strict=True) if program
               for source in (program.source, str(row.proof["second"]))]  # fmt: skip
    outcomes = iter(sandbox.run_many(sources, LIMITS))
    found: list[str] = []
    for row, program in zip(rows, programs, strict=True):
        if program is None:
            found.append("there is no program in the target")
            continue
        reason = disagreement(next(outcomes), next(outcomes))
        shown = chat(render("solver", problem=str(row.provenance["problem"])), row.reply)
        found.append(reason or ("" if shown == row.messages else "the prompt is not the solver's"))
    return found


# --- GSM8K ----------------------------------------------------------------------------------------------------------


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


def _read_gsm8k(path: Path) -> list[tuple[str, str]]:
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        return [(str(row["question"]), str(row["answer"])) for row in rows]
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from None
    except (ValueError, KeyError, TypeError):
        raise InputError(f"{path} is not GSM8K's JSON Lines with question and answer") from None
