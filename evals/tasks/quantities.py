"""How many of the quantities stated in a text are found, and how many found are stated.

Reads JSON Lines of {"text": "I ate 3/4", "quantities": [["3/4", null]], "language": "en"}: each quantity is its exact
value as text with its unit or null, and `language` may be left out. Order does not count, repetition does.
"""

import re
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from askback.agent.quantities import Value, exact_text, find_quantities

from ..case import NOT_ASKED, Case, Json, Score, Task, yes_or_no
from ..rows import Data, Form


class _Phrase(Form):
    text: str
    quantities: list[tuple[str, str | None]]
    language: str = "en"


def quantities(data: Data, model: str | None = None) -> Task:
    """The task over one file; needs no model."""
    return Task(
        name="quantities",
        cases=tuple(
            Case(
                id=str(line),
                input=row.text,
                target=[list(quantity) for quantity in row.quantities],
                metadata={"language": row.language},
            )
            for line, row in data.read(_Phrase)
        ),
        systems={"find_quantities": found, "digits": digits},
        baselines={"nothing": lambda _: [], "always 1": lambda _: [["1", None]]},
        scorers={"precision": precision, "recall": recall, "whole phrase": whole_phrase},
        gold=lambda case: case.target,
        harmonic={"F1": ("precision", "recall")},
    )


def found(case: Case) -> Json:
    """What the reader of quantities finds."""
    stated = find_quantities(case.input, language=case.metadata["language"])
    return [[_written(quantity.value), quantity.unit] for quantity in stated]


def _written(value: Value) -> str:
    # Data sets write a verdict as true or false, whether the text says "yes", "true" or "right".
    return str(value).lower() if isinstance(value, bool) else exact_text(value)


def digits(case: Case) -> Json:
    """Runs of digits with a sign, commas and a point, without units: what a plain search for numbers finds."""
    numbers = re.findall(r"-?[0-9][0-9,]*(?:\.[0-9]+)?", case.input)
    return [[str(Fraction(number.replace(",", ""))), None] for number in numbers]


def precision(case: Case, output: Json) -> Score:
    """Of the quantities found, the share that is stated; one trial each."""
    extra = _counted(output) - _counted(case.target)
    return _share(len(output) - extra.total(), len(output), f"not stated: {list(extra)}" if extra else "")


def recall(case: Case, output: Json) -> Score:
    """Of the quantities stated, the share that is found; one trial each."""
    missing = _counted(case.target) - _counted(output)
    return _share(
        len(case.target) - missing.total(), len(case.target), f"missed: {list(missing)}" if missing else ""
    )


def whole_phrase(case: Case, output: Json) -> Score:
    """Exactly the stated quantities are found."""
    return yes_or_no(_counted(output) == _counted(case.target))


def _counted(pairs: Iterable[Iterable[str | None]]) -> Counter[tuple[str | None, ...]]:
    return Counter(tuple(pair) for pair in pairs)


def _share(hits: int, trials: int, reason: str) -> Score:
    return Score(hits / trials, reason, weight=trials) if trials else NOT_ASKED
