"""Two minus signs anywhere make a plus, so two debts become a credit."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins


def _shows(problem: Problem) -> bool:
    second = problem["second"] if problem.kind == "integer_addition" else -problem["second"]
    return problem["first"] < 0 and second < 0


wrong = mistake(
    "integer_addition integer_subtraction",
    "answer = abs(first) + abs(second)  # Two minus signs: make it a plus.",
    shows=_shows,
)

ENTRY = Misconception(
    id="integer_minus_minus_overused",
    name="Two minus signs always make a plus",
    grades=(6, 9),
    source="Küchemann 1981, Positive and negative numbers, in Hart (ed.), Children's Understanding of "
    "Mathematics: 11-16",
    explanation="You may have used the rule that two minus signs make a plus where it does not belong.",
    wrong=wrong,
    questions=(
        "Minus signs can sometimes make a plus. For which operation is that a rule?",
        "Think of debts. If you owe something and then owe some more, what do you have in the end?",
        "On a number line, where do you start, and which way do you move from there?",
        'Is "$quote" on the side of zero where you end up?',
    ),
    examples=(("What is -3 + (-6)?", "9"), ("What is -7 - 4?", "11")),
    diagnostic=twins(wrong, "What is -3 + (-6)?", "What is -7 - 4?", "What is -23 - 48?"),
)
