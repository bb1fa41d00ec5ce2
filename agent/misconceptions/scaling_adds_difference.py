"""An amount is scaled by adding what was added to its partner."""

from fractions import Fraction

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, place_in_ratio, twins


def _values(problem: Problem) -> tuple[str, str, str]:
    """What is to grow, and the two values between which its partner goes, by name."""
    if problem.kind == "direct_proportion":
        return ("value", "other", "new") if problem["sought"] == "letter" else ("other", "value", "new")
    if problem.kind == "map_scale":
        return (
            ("real", "on_map", "distance") if problem["sought"] == "real" else ("on_map", "real", "distance")
        )
    return "first_amount", "first_count", "second_count"


def _ratio(problem: Problem) -> tuple[int, int, int] | None:
    known, sought = (place_in_ratio(problem, problem[name]) for name in ("known", "sought"))
    if known is None or sought is None:
        return None
    return problem["amount"], problem["terms"][known], problem["terms"][sought]


def _steps(problem: Problem) -> str | None:
    if problem.kind == "ratio_part_from_part":
        found = _ratio(problem)
        if found is None:
            return None
        return f"""
        difference = {found[2]} - {found[1]}  # See how far the terms of the ratio are apart.
        answer = amount + difference  # Keep that difference.
        """
    start, before, after = _values(problem)
    return f"""
    difference = {after} - {before}  # See how much there is more or less.
    answer = {start} + difference  # Change this by as much.
    """


def _shows(problem: Problem) -> bool:
    if problem.kind == "ratio_part_from_part":
        found = _ratio(problem)
        if found is None:
            return False
        amount, known, sought = found
        return known != sought and amount != known and amount + sought - known > 0
    start, before, after = (Fraction(problem[name]) for name in _values(problem))
    return start != before != after and start + after - before > 0


wrong = mistake(
    "recipe_scale scaled_output direct_proportion map_scale ratio_part_from_part", _steps, shows=_shows
)

ENTRY = Misconception(
    id="scaling_adds_difference",
    name="Adding the same where amounts grow in proportion",
    grades=(5, 9),
    source="Tourniaire & Pulos 1985, Proportional reasoning: a review of the literature, Educational "
    "Studies in Mathematics 16(2); Hart 1981, Ratio and proportion, in Hart (ed.), "
    "Children's Understanding of Mathematics: 11-16",
    explanation="You may have changed both amounts by the same number.",
    wrong=wrong,
    questions=(
        "How did you get from the known amounts to the new ones?",
        "What would happen to the other amount if the first one doubled?",
        "Make a table with both amounts below each other, starting from the smallest you can. "
        "Which pattern do you see?",
        "Follow your rule down until the first amount is nothing. What would be left of the "
        "other, and can that be?",
    ),
    examples=(
        ("A recipe for 4 people uses 6 eggs. How many eggs are needed for 10 people?", "12"),
        ("y is directly proportional to x. When x = 4, y = 12. Find y when x = 7.", "15"),
    ),
    diagnostic=twins(
        wrong,
        "A recipe for 4 people uses 6 eggs. How many eggs are needed for 10 people?",
        "A machine makes 20 toys in 4 hours. How many toys does it make in 7 hours?",
        "y is directly proportional to x. When x = 4, y = 12. Find y when x = 7.",
        "The ratio of boys to girls is 2:3. There are 12 boys. How many girls are there?",
        "On a map, 2 cm represents 5 km. Two towns are 8 cm apart on the map. What is the real "
        "distance in km?",
    ),
)
