"""A side is found from an area by halving, or from a volume by taking a third."""

from . import Misconception
from ._tools import mistake, twins

_STEPS = {
    "square_side_from_area": "answer = Fraction(area, 2)  # Halve the area.",
    "square_perimeter_from_area": "side = Fraction(area, 2)  # Halve the area.\n"
    "answer = 4 * side  # Take the four sides.",
    "cube_side_from_volume": "answer = Fraction(volume, 3)  # Take a third of the volume.",
}
wrong = mistake(
    " ".join(_STEPS),
    lambda problem: _STEPS[problem.kind],
    shows=lambda problem: "volume" in problem or problem["area"] != 4,
)

ENTRY = Misconception(
    id="side_root_as_division",
    name="Dividing where a root belongs",
    grades=(6, 9),
    source="MacGregor & Stacey 1997, Students' understanding of algebraic notation: 11-15, Educational "
    "Studies in Mathematics 33(1)",
    explanation="You may have divided where a square or a cube has to be undone.",
    wrong=wrong,
    questions=(
        "What did you do with the number in the problem, and what should that lead to?",
        "Take a shape of this sort whose side you know. How big is it, and does your way lead back to its side?",
        "Build the shape from the side you found, out of little squares or blocks. How many do you need?",
        "What do you do with the side to find how big the shape is, and what would undo that?",
    ),
    examples=(
        ("A square has an area of 36 square cm. How long is each side?", "18"),
        ("A square has an area of 36 square cm. What is its perimeter?", "72"),
        ("A cube has a volume of 27 cubic cm. How long is each edge?", "9"),
    ),
    diagnostic=twins(
        wrong,
        "A square has an area of 36 square cm. How long is each side?",
        "A square has an area of 36 square cm. What is its perimeter?",
        "A cube has a volume of 27 cubic cm. How long is each edge?",
    ),
)
