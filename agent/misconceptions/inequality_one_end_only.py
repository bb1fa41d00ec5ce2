"""Of two inequalities in a row, only the right end is worked on."""

from fractions import Fraction

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    number, constant = Fraction(problem["coefficient"]), Fraction(problem["constant"])
    low, high = Fraction(problem["low"]), (Fraction(problem["high"]) - constant) / number
    if number < 0 or low >= high or (low - constant) / number == low:
        return None
    first, second = problem["low_sign"], problem["high_sign"]
    return f"""
    without_constant = high - constant  # Bring the number over.
    end = Fraction(without_constant, coefficient)  # Divide.
    answer = str(low) + " {first} {problem["letter"]} {second} " + str(end)  # Write the letter between the ends.
    """


wrong = mistake("double_inequality", _steps)

ENTRY = Misconception(
    id="inequality_one_end_only",
    name="Working on one end of a double inequality only",
    grades=(8, 9),
    source="Blanco & Garrote 2007, Difficulties in learning inequalities in students of the first year of "
    "pre-university education in Spain, EURASIA Journal 3(3)",
    explanation="You may have worked on the upper end only and left the lower as it was.",
    wrong=wrong,
    questions=(
        "Which numbers in your result are new, and which are still as in the problem?",
        "Pick a number that your result allows, near its lower end, and put it into the problem. Does it fit?",
        "Write an inequality of its own for each of the signs. What does each of them give?",
        "If you take something away in the middle, what has to happen to the parts beside it?",
    ),
    examples=(
        ("Solve the inequality 3 < x + 2 < 9.", "3 < x < 7"),
        ("Solve the inequality 1 < 2x + 1 < 9.", "1 < x < 4"),
    ),
    diagnostic=twins(
        wrong,
        "Solve the inequality 3 < x + 2 < 9.",
        "Solve the inequality -5 < x - 4 < 3.",
        "Solve the inequality 1 < 2x + 1 < 19.",
    ),
)
