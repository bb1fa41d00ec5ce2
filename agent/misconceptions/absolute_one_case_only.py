"""The bars of an absolute value are left out, and only one of its cases is looked at."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    lines = "without_constant = distance - constant  # Leave the bars out and bring the number over.\n"
    if problem.kind == "absolute_equation":
        if problem["distance"] == 0:
            return None
        return f"{lines}answer = Fraction(without_constant, coefficient)  # Divide."
    if problem["coefficient"] < 0:
        return None
    return (
        f"{lines}end = Fraction(without_constant, coefficient)  # Divide.\n"
        f'answer = "{problem["letter"]} {problem["relation"]} " + str(end)  # Write it down.'
    )


wrong = mistake("absolute_equation absolute_inequality", _steps)

ENTRY = Misconception(
    id="absolute_one_case_only",
    name="Leaving the bars of an absolute value out",
    grades=(8, 9),
    source="Almog & Ilany 2012, Absolute value inequalities: high school students' solutions and "
    "misconceptions, Educational Studies in Mathematics 81(3)",
    explanation="You may have worked as if the bars were not there.",
    wrong=wrong,
    questions=(
        "What do the bars do to the number between them?",
        "Which numbers lie as far from zero as the problem says, and on which sides of zero are they?",
        "Try numbers on both sides of your result, near it and far away. Which of them make the problem true?",
        "Mark on a number line all that the part between the bars may be. What does that mean for the letter?",
    ),
    examples=(
        ("Solve the equation |x - 3| = 5.", "8"),
        ("Solve the inequality |x| < 4.", "x < 4"),
    ),
    diagnostic=twins(
        wrong,
        "Solve the equation |x - 3| = 5.",
        "Solve the inequality |x + 2| < 7.",
        "Solve the equation |2x - 1| = 7.",
    ),
)
