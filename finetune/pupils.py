"""How often pupils go wrong in which way: counts made by teachers, by which the mistakes to learn from are drawn.

Source: the error categories of StepVerify (Daheim et al. 2024, arXiv 2407.09136; CC BY 4.0), 506 wrong solutions of
word problems, counted once; 46 of them ("none of the above") belong to no row here. The solutions were written by
language models that play pupils and checked by teachers. In the same 506, and in 309 of MathDial (Macina et al. 2023,
arXiv 2305.14536), an equation that does not hold stands in only 10 and 7, so slips in arithmetic are if anything
rarer than counted here.
"""

from random import Random
from typing import Literal

MistakeKind = Literal["misread", "amount", "fact", "calculation", "went on", "unit"]

MISTAKES: dict[MistakeKind, int] = {
    "misread": 157,  # "Misunderstanding of a question": another relation or another quantity than the one told
    "amount": 112,  # "Extra quantity or Missing quantity": a step left out, or something counted in that is not
    "fact": 66,  # "Missing / Wrong factual knowledge": a rule not known, as the catalogue has them
    "calculation": 63,  # "Calculation error easily solved by a calculator"
    "went on": 37,  # "Reached correct solution but proceeded further"
    "unit": 25,  # "Unit conversion error"
}
"""Mistakes by their kind, n = 460."""

FIRST, BETWEEN, LAST = 103, 313, 90
"""Where the first wrong step stood in the same solutions, n = 506."""


def draw_mistake(random: Random) -> MistakeKind:
    """A kind of mistake, as often as pupils make it."""
    return random.choices(list(MISTAKES), list(MISTAKES.values()))[0]


def place_weights(steps: int) -> list[float]:
    """For each step of a solution how often pupils first go wrong there."""
    between = [BETWEEN / max(1, steps - 2)] * (steps - 2)
    return [FIRST + BETWEEN / 2 * (steps == 2), *between, LAST + BETWEEN / 2 * (steps == 2)][-steps:]
