"""Where does a student's work first go wrong? Found by comparing it with a verified solution, in layers. Pure.

Each layer answers for one kind of line, and can be switched off to see what it is worth (`evals run locate`):

- *slip*: a calculation whose two sides do not come out the same. Needs no solution.
- *value*: the first calculation with a result that is none of the solution's values (strict alignment).
- *path*: withdraws that for another way through the same work. What is worked out from the student's own numbers is
  right if it leads back to a value of the solution; a share of 100 % is right as it stands.
- *unknown*: an equation with an unknown that none of the solution's values satisfies.
- *sentence*: a number in a line without a calculation that nobody gave or worked out.
- *end*: every line fits, but the answer the student stands by is not the one asked for.

It sees numbers, not meaning: "24 cups a day" and "24 cups a meal" are the same to it.
"""

import re
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal, get_args

from .answers import same_answer
from .calculations import Calculation, Condition, find_calculations, find_conditions
from .paths import Paths, read_tree
from .quantities import Quantity, find_quantities
from .quantities.units import measure
from .several import without_axis
from .state import GroundTruth, StatedStep
from .written_answers import same_written, terms_of

Layer = Literal["slip", "value", "path", "unknown", "sentence", "end"]
LAYERS: frozenset[Layer] = frozenset(get_args(Layer))
_ASKS_PERCENT = re.compile(
    r"(?<!\d )(?<!\d)\bpercent(?:age)?s?\b|\bwhat %|\b(?:probability|chance|likely|rate)\b", re.IGNORECASE
)
REMAINDER = re.compile(r"(\d{1,9})\s*(?:r|rem|remainder|rest)\.?\s*(\d{1,9})", re.IGNORECASE)
"""A quotient and what is left, as pupils divide: "3 r 2"."""
_SHARES_OUT = re.compile(r"\b(?:divid|shar|split|distribut|cut)\w*\b.*\bratio\b", re.IGNORECASE)
_ROUNDED = Fraction(1, 100)
_ROOT = r"(?:[a-z] ?= ?)?-?\d+(?:[./]\d+)?"
_LISTED = rf"{_ROOT}(?:(?:, ?| )(?:and |or )?{_ROOT})+"
LIST = re.compile(rf"{_LISTED}(?=\W{{0,3}}$)", re.IGNORECASE)
"""Several numbers at the end of a line: "x = 2 or 3", "so it is 14 and 15"."""
_LIST = re.compile(rf"\W{{0,3}}{_LISTED}\W{{0,3}}", re.IGNORECASE)
_UNNAMED = (
    "words",
    "polynomial",
    "verdict",
    "choice",
    "comparison",
    "time",
    "time12",
    "ratio",
    "set",
    "interval",
)


@dataclass(frozen=True)
class Finding:
    """The first wrong step by its index, and the layer that found it."""

    step: int
    layer: Layer


class Known:
    """What a solution says a student may arrive at.

    steps: values of the program, the answer among them. paths: those and what other ways pass. given: numbers of the
    problem. texts: values that are no numbers (a solution set, a term), compared as answers are.
    """

    def __init__(self, truth: GroundTruth, problem: str) -> None:
        self._text = problem
        self._problem = find_quantities(problem)
        named = {step.name: step.value for step in truth.steps}
        values = [*named.values(), *([truth.answer] if truth.answer is not None else [])]
        numbers = {text: number for text in values if (number := number_of(text)) is not None}
        self.answer, self._choice = truth.answer, truth.choice
        self._asks_percent = bool(_ASKS_PERCENT.search(problem))
        self.steps = frozenset(numbers.values())
        self.texts = tuple(text for text in values if text not in numbers)
        self.given = frozenset(_numbers(given_in(problem)))
        self._equations = [one for one in find_conditions(problem) if not one.plain]
        self.solved = bool(truth.steps)
        self._sources = [program.source for program in truth.programs[:1]]
        self._named = {name: numbers[text] for name, text in named.items() if text in numbers}

    def is_same(self, final: str, value: str) -> bool:
        """Whether an answer is this wrong one; of shares, 36:24 is not 30:20."""
        shares, told = terms_of(value), terms_of(final)
        if shares and told and _SHARES_OUT.search(self._text):
            return told == shares
        return same_answer(final, value)

    def is_answer(self, final: str) -> bool:
        """Whether it is the right answer, in this or another unit of the problem, or the letter of the right choice."""
        if self._choice is not None and final.strip(" ().").upper() == self._choice.upper():
            return True
        written = None if self.answer is None else same_written(final, self.answer)
        if written is not None:  # 84 is the value of 2^2 × 3 × 7, and not the answer
            return written
        crossing = without_axis(final, self._text)
        if self.answer is not None and crossing != final:
            return same_answer(crossing, without_axis(self.answer, self._text))
        stated = find_quantities(final)
        if len(stated) == 1 and stated[0].unit == "%" and not self._asks_percent:
            return stated[0].value == number_of(self.answer or "")  # 50% is 1/2, and 15% is not 15
        if _SHARES_OUT.search(self._text) and (shares := terms_of(self.answer or "")):
            told = terms_of(final)  # 2:3 of 60 is no share, though 24:36 is 2:3
            if told is not None:
                return told == shares
        if self.answer is None or same_answer(final, self.answer):
            return self.answer is not None
        if same_answer(final, without_axis(self.answer, self._text)):
            return True
        if divided := REMAINDER.fullmatch(final):
            return self._is_quotient(int(divided[1]), int(divided[2]))
        found = find_quantities(final)
        if len(found) != 1 or not isinstance(found[0].value, Fraction):
            return False
        return number_of(self.answer) in self.readings(found[0].value, found[0].unit)

    @cached_property
    def _roots(self) -> tuple[Fraction, ...]:
        """The numbers that the answer is or holds; none when it is something else."""
        stated = find_quantities(self.answer or "")
        value = stated[0].value if len(stated) == 1 else None
        roots = list(value) if isinstance(value, Set) else [value]
        return tuple(root for root in roots if isinstance(root, Fraction))

    def solves(self, line: str) -> bool:
        """Whether the answer makes the equation in a line true: of "2x - 6 = 10", not of "x = 8"."""
        conditions = [condition for condition in find_conditions(line) if not condition.plain]
        return bool(conditions and self._roots) and self._makes_true(conditions[-1])

    @cached_property
    def _asked(self) -> frozenset[str]:
        """The letters that the problem's own equations ask for."""
        return frozenset(one.letter for one in self._equations if self._roots and self._makes_true(one))

    def leaves_open(self, line: str) -> bool:
        """Whether a line ends with an equation in the unknown and not with its value: "3x = 5" states no answer."""
        said = [one for one in find_conditions(line) if one.letter in self._asked]
        return bool(said) and not said[-1].plain

    def denies(self, line: str) -> bool:
        """Whether a line says that the unknown of the problem's equation is a number that it is not: "x = -4"."""
        said = [one.solution() for one in find_conditions(line) if one.plain and one.letter in self._asked]
        return any(
            value is not None and all(abs(value - root) >= _ROUNDED for root in self._roots) for value in said
        )

    def _makes_true(self, condition: Condition) -> bool:
        return all(condition.difference(root) == 0 for root in self._roots)

    def _is_quotient(self, whole: int, rest: int) -> bool:
        """Whether the answer is this many times a number of the problem, and that rest: 17/5 is 3 and 2 fifths."""
        exact = number_of(self.answer or "")
        return exact is not None and any(
            rest < divisor and whole * divisor + rest == exact * divisor for divisor in self.given
        )

    @cached_property
    def paths(self) -> frozenset[Fraction]:
        """Values on any way through the solution; see `paths.Paths`."""
        found = set(self.steps)
        for source in self._sources:
            found |= Paths(read_tree(source, self._named)).values
        for quantity in self._problem:
            if quantity.unit == "%" and isinstance(quantity.value, Fraction):
                found |= {1 - quantity.value, 1 + quantity.value}
                found |= {100 - 100 * quantity.value, 100 + 100 * quantity.value}
        return frozenset(found)

    @cached_property
    def _units(self) -> dict[str, set[Fraction]]:
        """The sizes of the problem's units, by what they measure."""
        sizes: dict[str, set[Fraction]] = {}
        for quantity in self._problem:
            known = measure(quantity.unit) if quantity.unit else None
            if known is not None:
                sizes.setdefault(known[0], set()).add(known[1])
        return sizes

    def readings(self, value: Fraction, unit: str | None) -> set[Fraction]:
        """The value as it stands, as a percentage or its hundredth, and in the problem's other units."""
        found = {value}
        if unit == "%":
            found.add(100 * value)
        known = measure(unit) if unit else None
        if known is not None:
            found |= {value * known[1] / size for size in self._units.get(known[0], ())}
        return found


def given_in(problem: str) -> list[Quantity]:
    """The numbers of the problem; those inside an equation, too: "I moved the 7" states no result."""
    found = find_quantities(problem)
    inside = (quantity for quantity in found if quantity.form == "polynomial")
    digits = [number for one in inside for number in re.findall(r"\d+(?:\.\d+)?", problem[slice(*one.span)])]
    return [*found, *(one for number in digits for one in find_quantities(number))]


def number_of(text: str) -> Fraction | None:
    """The one number an exact text states; None for anything else."""
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        found = find_quantities(text)
    if len(found) == 1 and found[0].span == (0, len(text)) and isinstance(found[0].value, Fraction):
        return found[0].value
    return None


def is_list(line: str, answer: str | None) -> bool:
    """Whether a line lists solutions where the answer is a set of them: of "14 and 9" both have to be right."""
    return (answer or "").startswith("{") and bool(_LIST.fullmatch(line))


def locate(
    steps: Sequence[StatedStep],
    final: str | None,
    known: Known,
    *,
    finished: bool = False,
    layers: Collection[Layer] = LAYERS,
) -> Finding | None:
    """The first wrong step, or None when nothing speaks against the work.

    `final` is the answer the student stands by, if any. Work that arrives at the right one is right unless a line of
    it does not hold. `finished`: the student says that this is all, so that a way not gone to its end counts too.
    """
    work = _Work(steps, known)
    slip = next((Finding(at, "slip") for at, step in enumerate(steps) if step.holds is False), None)
    if "slip" not in layers:
        slip = None
    if final is not None and known.is_answer(final):
        return slip
    suspects = [slip] if slip else []
    if known.solved:
        suspects += work.suspects(layers)
    if suspects:
        return min(suspects, key=lambda finding: finding.step)
    return Finding(work.end(final), "end") if finished and steps and "end" in layers else None


def first_built_on(steps: Sequence[StatedStep]) -> int | None:
    """The first line that works on with the result of an earlier one; where the steps are not known, a better guess.

    On wrong solutions of StepVerify it is the first wrong line in .29 of 506, the first calculation in .24, the last
    in .21.
    """
    stated: set[Fraction] = set()
    for at, step in enumerate(steps):
        made = find_calculations(step.text)
        if any(not stated.isdisjoint(one.operands) for one in made):
            return at
        stated |= {one.stated for one in made}
    return None


def wrong_values(steps: Sequence[StatedStep], known: Known) -> list[Fraction]:
    """What the student worked out that is on no way through the solution, in order, each once."""
    made = [made for step in steps for made in find_calculations(step.text)]
    stated = dict.fromkeys(calculation.stated for calculation in made)
    return [value for value in stated if value not in known.paths and value not in known.given]


class _Work:
    """The student's lines with what is worked out in them."""

    def __init__(self, steps: Sequence[StatedStep], known: Known) -> None:
        self.steps, self.known = steps, known
        self.made = [(at, made) for at, step in enumerate(steps) for made in find_calculations(step.text)]
        self.conditions = [
            (at, found) for at, step in enumerate(steps) for found in find_conditions(step.text)
        ]
        self.quantities = [find_quantities(step.text) for step in steps]

    def suspects(self, layers: Collection[Layer]) -> list[Finding]:
        """The first line each layer objects to."""
        if self.known.texts:
            firsts: dict[Layer, int | None] = {"value": self._first_text()}
        else:
            firsts = {
                "value": self._first_value("path" in layers),
                "unknown": self._first_condition(),
                "sentence": self._first_number(),
            }
        return [Finding(at, layer) for layer, at in firsts.items() if at is not None and layer in layers]

    def end(self, final: str | None) -> int:
        """The line that draws the conclusion; where nothing of the solution is concluded, the last calculation."""
        value = None if final is None else number_of(final)
        if value in self.known.steps or not self.made:
            return len(self.steps) - 1
        return self.made[-1][0]

    def _first_text(self) -> int | None:
        """For a solution with values that are no numbers: the first result that is none of them and was not given."""
        known = [*self.known.texts, *map(str, self.known.steps), *map(str, self.known.given)]
        for at, step in enumerate(self.steps):
            listed = is_list(step.text, self.known.answer)
            stated = step.values if listed else [step.result] if step.result is not None else []
            fits = all(any(same_answer(value, text) for text in known) for value in stated)
            if self.known.denies(step.text) or (not fits and not self.known.solves(step.text)):
                return at
        return None

    def _first_value(self, other_paths: bool) -> int | None:
        leads_back = self._leading_back() if other_paths else frozenset[int]()
        for place, (at, made) in enumerate(self.made):
            # A result that happens to be a number of the problem is no support; that number as it stands is.
            copied = len(made.operands) == 1 and made.stated in self.known.given
            fits = copied or self._is(at, made, self.known.steps)
            share = other_paths and made.operands[0] in (1, 100) and self._is(at, made, self.known.paths)
            if not fits and not share and place not in leads_back:
                return at
        return None

    def _leading_back(self) -> frozenset[int]:
        """The calculations whose results lead, at once or later on, to a value of the solution by true ones."""
        good: set[int] = set()
        for place in reversed(range(len(self.made))):
            _, made = self.made[place]
            if made.stated in self.known.given:  # what uses it may have it from the problem
                continue
            for later in range(place + 1, len(self.made)):
                at, use = self.made[later]
                arrives = self._is(at, use, self.known.steps) and use.stated not in self.known.given
                if made.stated in use.operands and (later in good or (arrives and use.holds is not False)):
                    good.add(place)
                    break
        return frozenset(good)

    def _first_condition(self) -> int | None:
        for at, condition in self.conditions:
            if self.known.denies(self.steps[at].text):
                return at
            said = condition.solution() if condition.plain else None
            if (
                condition.identity() is False
                and said not in self.known.given
                and not self._fulfilled(condition)
            ):
                return at
        return None

    def _fulfilled(self, condition: Condition) -> bool:
        return any(condition.difference(value) == 0 for value in self.known.steps)

    def _first_number(self) -> int | None:
        """A number in a line without a calculation or an unknown; spelled-out ones ("the first two") count things."""
        busy = {at for at, _ in self.made} | {at for at, _ in self.conditions}
        seen = set(self.known.paths | self.known.given)
        for at in range(len(self.steps)):
            if at in busy:
                seen |= {
                    number
                    for line, made in self.made
                    if line == at
                    for number in (made.stated, *made.operands)
                }
                continue
            for quantity in self.quantities[at]:
                if quantity.form in _UNNAMED or not isinstance(quantity.value, Fraction):
                    continue
                if quantity.unit == "%" and quantity.value in (Fraction(1, 100), 1):
                    continue  # "first find one percent" states nothing
                if not self.known.readings(quantity.value, quantity.unit) & seen:
                    return at
        return None

    def _is(self, at: int, made: Calculation, values: Collection[Fraction]) -> bool:
        """Whether a result is one of the values: exactly, rounded as written, or in another unit."""
        units = {quantity.unit for quantity in self.quantities[at] if quantity.value == made.stated}
        readings = {made.stated}.union(*(self.known.readings(made.stated, unit) for unit in units))
        if not readings.isdisjoint(values):
            return True
        scale = 10**made.places
        return made.places > 0 and any(
            (value * scale).denominator > 1 and 2 * abs(made.stated - value) * scale <= 1 for value in values
        )


def _numbers(quantities: Sequence[Quantity]) -> set[Fraction]:
    numbers = {quantity.value for quantity in quantities if isinstance(quantity.value, Fraction)}
    percents = {100 * q.value for q in quantities if q.unit == "%" and isinstance(q.value, Fraction)}
    return numbers | percents
