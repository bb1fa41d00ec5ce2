"""Units of measure: what a unit measures and how much of it, exactly. Their names in a language are in `words/`.

Factors are to the base unit of the dimension (second, metre, kilogram, litre, dollar, …), from the international
definitions (inch 25.4 mm, pound 0.45359237 kg, US gallon 3.785411784 l). A month has no exact number of days.
Degrees Celsius and Fahrenheit are each a dimension of their own: nothing here converts them.
"""

import json
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

_LITRE_IN_CUBIC_METRES = Fraction(1, 1000)


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, Fraction]]:
    path = Path(__file__).parent / "words" / "units.json"
    raw: dict[str, tuple[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return {unit: (dimension, Fraction(factor)) for unit, (dimension, factor) in raw.items()}


@lru_cache(maxsize=512)
def measure(unit: str) -> tuple[str, Fraction] | None:
    """Dimension and factor of a unit like "cm", "cm^2", "km/h"; None if unknown.

    >>> measure("min")
    ('time', Fraction(60, 1))
    """
    top, _, bottom = unit.partition("/")
    over = _power(top)
    if over is None or not bottom:
        return over
    under = _power(bottom)
    return under and (f"{over[0]}/{under[0]}", over[1] / under[1])


def _power(unit: str) -> tuple[str, Fraction] | None:
    base, _, exponent = unit.partition("^")
    known = _table().get(base)
    if known is None or not exponent:
        return known
    dimension, factor = known
    if dimension == "length" and exponent == "3":
        return "volume", factor**3 / _LITRE_IN_CUBIC_METRES
    return f"{dimension}^{exponent}", factor ** int(exponent)
