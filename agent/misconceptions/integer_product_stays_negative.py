"""Two negative numbers are multiplied or divided and the result stays negative."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "integer_multiplication integer_division",
    lambda problem: (
        "answer = -abs(first * second)  # Both are negative, so the result is."
        if problem.kind == "integer_multiplication"
        else "answer = -abs(Fraction(first, second))  # Both are negative, so the result is."
    ),
    shows=lambda problem: problem["first"] < 0 and problem["second"] < 0,
)

ENTRY = Misconception(
    id="integer_product_stays_negative",
    name="Negative times negative stays negative",
    grades=(6, 9),
    source="Küchemann 1981, Positive and negative numbers, in Hart (ed.), Children's Understanding of "
    "Mathematics: 11-16",
    explanation="You may have kept the minus sign because both numbers have one.",
    wrong=wrong,
    questions=(
        "How did you decide on the sign of your result?",
        "Write a pattern: the same negative number times smaller and smaller whole numbers. How does it go "
        "on past zero?",
        "If a negative number turns things round, what happens when something is turned round twice?",
        "What does the inverse operation say about your result, if you work backwards from it?",
    ),
    examples=(("What is -3 × (-4)?", "-12"), ("What is -20 ÷ (-5)?", "-4")),
    diagnostic=twins(wrong, "What is -3 × (-4)?", "What is -20 ÷ (-5)?", "What is -12 × (-7)?"),
)
