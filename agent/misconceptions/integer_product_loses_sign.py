"""A negative number times a positive one comes out positive."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "integer_multiplication integer_division",
    lambda problem: (
        "answer = abs(first) * abs(second)  # Leave the sign out."
        if problem.kind == "integer_multiplication"
        else "answer = Fraction(abs(first), abs(second))  # Leave the sign out."
    ),
    shows=lambda problem: problem["first"] * problem["second"] < 0,
)

ENTRY = Misconception(
    id="integer_product_loses_sign",
    name="Losing the sign of a product",
    grades=(6, 9),
    source="Küchemann 1981, Positive and negative numbers, in Hart (ed.), Children's Understanding of "
    "Mathematics: 11-16",
    explanation="You may have left the minus sign out of the result.",
    wrong=wrong,
    questions=(
        "How did you decide on the sign of your result?",
        "Think of a debt taken again and again. Do you end up with money or with a debt?",
        "How could you write a product as adding the same number several times?",
        "What does the inverse operation give, if you work backwards from your result?",
    ),
    examples=(("What is -3 × 4?", "12"), ("What is 20 ÷ (-5)?", "4")),
    diagnostic=twins(wrong, "What is -3 × 4?", "What is 20 ÷ (-5)?", "What is 12 × (-7)?"),
)
