"""A sum is shared equally first, and the difference is put on the shares."""

from fractions import Fraction

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str | None:
    if problem.kind == "sum_and_difference":
        half = "half = Fraction(total, 2)  # Halve the sum.\n"
        more, less = "half + difference", "half - difference"
        if problem.wanted == "larger number":
            return f"{half}answer = {more}  # Add the difference."
        if problem.wanted == "smaller number":
            return f"{half}answer = {less}  # Take the difference away."
        return (
            f"{half}larger = {more}  # Add the difference.\nsmaller = {less}  # Take it away.\n"
            "answer = {smaller, larger}  # Write both."
        )
    count, step = problem["count"], problem["step"]
    if Fraction(problem["total"], count).denominator > 1:
        return None
    share = "share = total // count  # Share the sum equally.\n"
    if problem.wanted == "smallest":
        return share.replace("share =", "answer =")
    if problem.wanted == "largest":
        return f"{share}answer = share + {step * (count - 1)}  # Count on from there."
    numbers = ", ".join(f"share + {step * place}" for place in range(count))
    return f"{share}answer = {{{numbers}}}  # Count on from there."


wrong = mistake("sum_and_difference consecutive_integers", _steps)

ENTRY = Misconception(
    id="number_shared_then_shifted",
    name="Sharing equally first and then making the difference",
    grades=(6, 9),
    source="Stacey & MacGregor 2000, Learning the algebraic method of solving problems, Journal of "
    "Mathematical Behavior 18(2)",
    explanation="You may have shared the sum equally first and made the numbers differ after that.",
    wrong=wrong,
    questions=(
        "Write down all the numbers that you would get. What do they add up to?",
        "How far are your numbers apart, and how far apart should they be?",
        "Draw each number as a bar below the other. Which bars stick out, and by how much?",
        "If you cut off what sticks out, how much do the bars come to that are left?",
    ),
    examples=(
        ("The sum of two numbers is 30 and their difference is 4. Find the two numbers.", "{11, 19}"),
        ("The sum of three consecutive integers is 48. What is the smallest of them?", "16"),
    ),
    diagnostic=twins(
        wrong,
        "The sum of two numbers is 30 and their difference is 4. Find the two numbers.",
        "The sum of three consecutive integers is 48. What is the smallest of them?",
        "The sum of two numbers is 36 and their difference is 8. Find the larger number.",
        "The sum of three consecutive integers is 72. Find the integers.",
    ),
)
